// Convert-Path.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { eachItem } from './shared/items.ts';

export default defineCmdlet({
  name: 'Convert-Path',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['cvpa'],
  synopsis: 'Converts a path of the shell to the path of its provider.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'Path',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  defaultSet: 'Path',
  outputs: ['System.String'],
  examples: [{ script: 'Convert-Path C:\\', output: 'C:\\' }],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, (found) => cmdlet.write(found.path));
    },
  }),
});
