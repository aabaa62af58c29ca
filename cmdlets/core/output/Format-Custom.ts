// Format-Custom.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { KEYS } from '../../../src/runtime/property-parameters.ts';
import { COMMON_FORMAT_PARAMETERS, formatRun } from './shared/format-command.ts';

export default defineCmdlet({
  name: 'Format-Custom',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['fc'],
  synopsis: 'Shows objects with a custom view, or with everything in them indented.',
  parameters: {
    Property: {
      type: 'object[]',
      position: 0,
      wildcards: true,
      help: 'The properties to show: names, script blocks, or hashtables with Expression and Depth.',
    },
    Depth: {
      type: 'int',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many levels of objects inside objects are shown; 5 by default.',
    },
    ...COMMON_FORMAT_PARAMETERS,
  },
  outputs: ['Microsoft.PowerShell.Commands.Internal.Format'],
  examples: [
    { script: '[pscustomobject]@{ A = 1 } | Format-Custom', output: '\nclass PSCustomObject\n{\n  A = 1\n}\n\n' },
  ],
  create: (cmdlet) => formatRun(cmdlet, { shape: 'custom', keys: KEYS.custom }),
});
