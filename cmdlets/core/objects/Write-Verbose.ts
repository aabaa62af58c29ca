// Write-Verbose.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Write-Verbose',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes a detail that is shown with -Verbose.',
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
  examples: [{ script: "Write-Verbose 'looking' -Verbose", output: 'VERBOSE: looking' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.verbose(cmdlet.args.Message as string);
    },
  }),
});
