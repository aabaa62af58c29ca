// Copy-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { invalidArgument } from '../../../src/runtime/providers/provider-errors.ts';
import { eachItem, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Copy-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['copy', 'cpi', 'cp'],
  synopsis: 'Copies items to another place.',
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
    Destination: { type: 'string', position: 1, pipeline: 'name', help: 'Where it goes.' },
    Container: { type: 'switch', help: 'Keeps the folder structure while copying.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Recurse: { type: 'switch', help: 'Goes into the containers below.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [
    { setup: "Set-Content C:\\a.txt 'x'", script: 'Copy-Item C:\\a.txt C:\\b.txt; Get-Content C:\\b.txt', output: 'x' },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const options = {
        recurse: cmdlet.args.Recurse === true,
        container: cmdlet.args.Container !== false,
        force: cmdlet.args.Force === true,
      };
      eachItem(cmdlet, (found) => {
        const target = session.resolve((cmdlet.args.Destination as string | undefined) ?? '.');
        if (target.provider !== found.provider) {
          throw invalidArgument('Source and destination path did not resolve to the same provider.');
        }
        for (const path of found.provider.copyItem(cmdlet, found.path, target.path, options)) {
          const made = { ...target, path };
          if (cmdlet.args.PassThru) cmdlet.write(withNotes(session, made, made.provider.item(path)));
        }
      });
    },
  }),
});
