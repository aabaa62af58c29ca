// Clear-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { eachItem } from './shared/items.ts';

export default defineCmdlet({
  name: 'Clear-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['cli'],
  synopsis: 'Clears the value of an item without removing the item.',
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
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ script: '$count = 5; Clear-Item Variable:count; $null -eq $count', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, ({ provider, path }) => provider.clearItem(cmdlet, path, cmdlet.args.Force === true));
    },
  }),
});
