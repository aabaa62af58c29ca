// New-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { joinPath } from '../../../src/runtime/providers/path-text.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'New-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ni'],
  synopsis: 'Makes a new item, such as a file or folder.',
  parameters: {
    Path: {
      type: 'string[]',
      sets: { pathSet: { mandatory: true, position: 0, pipeline: 'name' }, nameSet: { position: 0, pipeline: 'name' } },
      help: 'Path of the items; wildcard characters are allowed.',
    },
    Name: {
      type: 'string',
      mandatory: true,
      pipeline: 'name',
      sets: 'nameSet',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    ItemType: { type: 'string', aliases: ['Type'], pipeline: 'name', help: 'Kind of the item: File or Directory.' },
    Value: {
      type: 'object',
      aliases: ['Target'],
      pipeline: 'both',
      help: 'Content of the file, or value of the item.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'pathSet',
  supportsShouldProcess: true,
  outputs: ['System.String', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  examples: [
    { script: '(New-Item C:\\Reports -ItemType Directory).FullName', output: 'C:\\Reports' },
    { script: "New-Item C:\\note.txt -Value 'hello' | ForEach-Object Length", output: '5' },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const { Path: paths, Name: name, ItemType: type, Value: value, Force: force } = cmdlet.args;
      for (const path of (paths as string[] | undefined) ?? ['.']) {
        reporting(cmdlet, () => {
          const target = session.resolve(name === undefined ? path : joinPath(path, name));
          const item = target.provider.newItem(cmdlet, target.path, type ?? '', value, force === true);
          if (item !== undefined) cmdlet.write(withNotes(session, target, item));
        });
      }
    },
  }),
});
