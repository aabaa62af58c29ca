// Format-List.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { KEYS } from '../../../src/runtime/property-parameters.ts';
import { COMMON_FORMAT_PARAMETERS, formatRun } from './shared/format-command.ts';

export default defineCmdlet({
  name: 'Format-List',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['fl'],
  synopsis: 'Shows objects as lists, one property a line.',
  parameters: {
    Property: {
      type: 'object[]',
      position: 0,
      wildcards: true,
      help: 'The lines: names of properties, script blocks, or hashtables with Name, Expression and FormatString.',
    },
    ...COMMON_FORMAT_PARAMETERS,
  },
  outputs: ['Microsoft.PowerShell.Commands.Internal.Format'],
  examples: [
    {
      script: "[pscustomobject]@{ Queue = 'EX01\\14'; Messages = 12 } | Format-List",
      output: '\nQueue    : EX01\\14\nMessages : 12\n',
    },
  ],
  create: (cmdlet) => formatRun(cmdlet, { shape: 'list', keys: KEYS.list }),
});
