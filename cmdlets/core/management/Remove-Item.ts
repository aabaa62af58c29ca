// Remove-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { eachItem, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Remove-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['del', 'erase', 'rd', 'ri', 'rm', 'rmdir'],
  synopsis: 'Removes items.',
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
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Recurse: { type: 'switch', help: 'Goes into the containers below.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [
    { setup: "Set-Content C:\\old.log 'x'", script: 'Remove-Item C:\\old.log; Test-Path C:\\old.log', output: 'False' },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      eachItem(cmdlet, (found) => {
        const { provider, path } = found;
        let recurse = cmdlet.args.Recurse === true;
        const force = cmdlet.args.Force === true;
        if (!recurse && provider.hierarchical && provider.isContainer(path) && provider.children(path).length > 0) {
          const query = `The item at ${session.display(found)} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`;
          if (!cmdlet.shouldContinue(query, 'Confirm')) return;
          recurse = true;
        }
        provider.removeItem(cmdlet, path, recurse, force);
      });
    },
  }),
});
