// Out-Default: where the output of every pipeline of the host ends.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { terminalRun } from './shared/line-output.ts';

export default defineCmdlet({
  name: 'Out-Default',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Shows objects in their default format on the terminal.',
  parameters: {
    Transcript: { type: 'switch', help: 'Accepted for compatibility; transcripts hold everything anyway.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to show.' },
  },
  examples: [{ script: '1, 2 | Out-Default', output: '1\n2' }],
  create: (cmdlet) => terminalRun(cmdlet),
});
