// Get-ItemPropertyValue.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { failed } from '../../../src/runtime/providers/provider-errors.ts';
import { eachItem } from './shared/items.ts';
import { itemPropertyValue, propertyNames, requireProperties } from './shared/properties.ts';

export default defineCmdlet({
  name: 'Get-ItemPropertyValue',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gpv'],
  synopsis: 'Gets the values of properties of an item.',
  parameters: {
    Path: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      sets: 'Path',
      validate: [{ kind: 'notNullOrEmpty' }],
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
      mandatory: true,
      position: 1,
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x' -NoNewline",
      script: 'Get-ItemPropertyValue C:\\a.txt -Name Length',
      output: '1',
    },
  ],
  create: (cmdlet) => ({
    process() {
      if (!cmdlet.has('Path') && !cmdlet.has('LiteralPath')) cmdlet.args.Path = ['.'];
      eachItem(cmdlet, (found) => {
        requireProperties(found);
        const item = found.provider.item(found.path);
        for (const name of (cmdlet.args.Name as string[]).flatMap((pattern) => propertyNames(item, pattern))) {
          const value = itemPropertyValue(item, name);
          if (value === undefined) {
            throw failed(
              'System.IO.IOException',
              `The property ${name} does not exist or was not found.`,
              'System.IO.IOException',
              'NotSpecified',
              null,
            );
          }
          cmdlet.write(value);
        }
      });
    },
  }),
});
