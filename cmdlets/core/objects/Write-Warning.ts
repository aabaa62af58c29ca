// Write-Warning.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Write-Warning',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes a warning.',
  parameters: {
    Message: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      aliases: ['Msg'],
      validate: [{ kind: 'allowEmptyString' }],
      help: 'The text.',
    },
  },
  examples: [{ script: "Write-Warning 'Queue is long'", output: 'WARNING: Queue is long' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.warning(cmdlet.args.Message as string);
    },
  }),
});
