// Out-Null.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Out-Null',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Drops the output instead of passing it on.',
  parameters: { InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to drop.' } },
  examples: [{ script: '1..3 | Out-Null', output: '' }],
  create: () => ({}),
});
