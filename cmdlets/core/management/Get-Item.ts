// Get-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { eachItem, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Get-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gi'],
  synopsis: 'Gets the item at a path.',
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
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  outputs: ['System.IO.FileInfo', 'System.Boolean', 'System.String', 'System.IO.DirectoryInfo'],
  examples: [{ setup: "Set-Content C:\\a.txt 'x'", script: '(Get-Item C:\\a.txt).Name', output: 'a.txt' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      eachItem(cmdlet, (found) => {
        const item = found.provider.item(found.path);
        if (Array.isArray(item)) cmdlet.writeAll(item);
        else cmdlet.write(withNotes(session, found, item));
      });
    },
  }),
});
