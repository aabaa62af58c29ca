// Rename-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { pathNotFound } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Rename-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ren', 'rni'],
  synopsis: 'Gives an item a new name.',
  parameters: {
    Path: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'ByPath',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    NewName: { type: 'string', mandatory: true, position: 1, pipeline: 'name', help: 'The new name.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x'",
      script: 'Rename-Item C:\\a.txt z.txt -PassThru | ForEach-Object Name',
      output: 'z.txt',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      reporting(cmdlet, () => {
        const literal = cmdlet.has('LiteralPath');
        const text = (literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string;
        const [found] = session.expand(text, { literal, force: true });
        if (found === undefined) throw pathNotFound(text);
        const path = found.provider.renameItem(cmdlet, found.path, cmdlet.args.NewName, cmdlet.args.Force === true);
        if (path === undefined || !cmdlet.args.PassThru) return;
        cmdlet.write(withNotes(session, { ...found, path }, found.provider.item(path)));
      });
    },
  }),
});
