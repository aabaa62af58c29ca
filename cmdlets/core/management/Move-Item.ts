// Move-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { invalidArgument } from '../../../src/runtime/providers/provider-errors.ts';
import { eachItem, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Move-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['mi', 'move', 'mv'],
  synopsis: 'Moves items to another place.',
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
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x'",
      script: 'Move-Item C:\\a.txt C:\\c.txt; Test-Path C:\\a.txt, C:\\c.txt',
      output: 'False\nTrue',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      eachItem(cmdlet, (found) => {
        const target = session.resolve((cmdlet.args.Destination as string | undefined) ?? '.');
        if (target.provider !== found.provider) {
          throw invalidArgument('Source and destination path did not resolve to the same provider.');
        }
        const path = found.provider.moveItem(cmdlet, found.path, target.path, cmdlet.args.Force === true);
        if (path === undefined || !cmdlet.args.PassThru) return;
        cmdlet.write(withNotes(session, { ...target, path }, target.provider.item(path)));
      });
    },
  }),
});
