// Get-ItemProperty.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { eachItem, sessionOf } from './shared/items.ts';
import {
  itemPropertyValue,
  propertyMissing,
  propertyNames,
  requireProperties,
  selectProperties,
} from './shared/properties.ts';

export default defineCmdlet({
  name: 'Get-ItemProperty',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gp'],
  synopsis: 'Gets properties of an item.',
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
    Name: {
      type: 'string[]',
      aliases: ['PSProperty'],
      position: 1,
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  outputs: ['System.Boolean', 'System.String', 'System.DateTime', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  examples: [
    { setup: "Set-Content C:\\a.txt 'x' -NoNewline", script: '(Get-ItemProperty C:\\a.txt).Length', output: '1' },
  ],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, (found) => {
        requireProperties(found);
        const item = found.provider.item(found.path);
        const names = cmdlet.args.Name as string[] | undefined;
        if (names === undefined) return cmdlet.write(withNotes(sessionOf(cmdlet), found, item));
        const values: Record<string, Value> = {};
        for (const name of names.flatMap((pattern) => propertyNames(item, pattern))) {
          const value = itemPropertyValue(item, name);
          if (value === undefined) cmdlet.error(recordOf(propertyMissing(name)));
          else values[name] = value;
        }
        if (Object.keys(values).length > 0) cmdlet.write(selectProperties(cmdlet, found, item, values));
      });
    },
  }),
});
