// Format-Table.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { KEYS } from '../../../src/runtime/property-parameters.ts';
import { COMMON_FORMAT_PARAMETERS, formatRun } from './shared/format-command.ts';

export default defineCmdlet({
  name: 'Format-Table',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ft'],
  synopsis: 'Shows objects as a table.',
  parameters: {
    Property: {
      type: 'object[]',
      position: 0,
      wildcards: true,
      help: 'The columns: names of properties, script blocks, or hashtables with Name, Expression, FormatString, Width and Alignment.',
    },
    AutoSize: { type: 'switch', help: 'Makes every column as wide as its widest value.' },
    RepeatHeader: { type: 'switch', help: 'Shows the headings again on every screen page.' },
    HideTableHeaders: { type: 'switch', help: 'Leaves out the headings.' },
    Wrap: { type: 'switch', help: 'Continues long values on the next line instead of cutting them.' },
    ...COMMON_FORMAT_PARAMETERS,
  },
  outputs: ['Microsoft.PowerShell.Commands.Internal.Format'],
  examples: [
    {
      script: "[pscustomobject]@{ Queue = 'EX01\\14'; Messages = 12 } | Format-Table",
      output: '\nQueue   Messages\n-----   --------\nEX01\\14       12\n',
    },
  ],
  create: (cmdlet) => formatRun(cmdlet, { shape: 'table', keys: KEYS.table }),
});
