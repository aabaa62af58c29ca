// Write-Debug.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Write-Debug',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes a detail that is shown with -Debug.',
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
  examples: [{ script: "Write-Debug 'n is 5' -Debug", output: 'DEBUG: n is 5' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.debug(cmdlet.args.Message as string);
    },
  }),
});
