// Format-Wide.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { KEYS } from '../../../src/runtime/property-parameters.ts';
import { COMMON_FORMAT_PARAMETERS, formatRun } from './shared/format-command.ts';

export default defineCmdlet({
  name: 'Format-Wide',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['fw'],
  synopsis: 'Shows one property of each object, several objects a line.',
  parameters: {
    Property: {
      type: 'object',
      position: 0,
      wildcards: true,
      help: 'The property to show, a script block, or a hashtable with Expression and FormatString.',
    },
    AutoSize: { type: 'switch', help: 'Puts as many columns on a line as fit.' },
    Column: {
      type: 'int',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Number of columns; 2 by default.',
    },
    ...COMMON_FORMAT_PARAMETERS,
  },
  outputs: ['Microsoft.PowerShell.Commands.Internal.Format'],
  examples: [
    {
      script: "'EX01', 'EX02' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide",
      output: '\nEX01                                    EX02\n',
    },
  ],
  create: (cmdlet) => formatRun(cmdlet, { shape: 'wide', keys: KEYS.wide }),
});
