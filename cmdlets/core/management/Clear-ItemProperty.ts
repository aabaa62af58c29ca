// Clear-ItemProperty: of files only Attributes can be cleared.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { invalidArgument } from '../../../src/runtime/providers/provider-errors.ts';
import { eachItem } from './shared/items.ts';
import { requireProperties } from './shared/properties.ts';

export default defineCmdlet({
  name: 'Clear-ItemProperty',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['clp'],
  synopsis: 'Clears the value of a property without removing the property.',
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
      type: 'string',
      mandatory: true,
      position: 1,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ setup: "Set-Content C:\\a.txt 'x'", script: 'Clear-ItemProperty C:\\a.txt Attributes' }],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, (found) => {
        requireProperties(found);
        if (String(cmdlet.args.Name).toLowerCase() !== 'attributes') {
          throw invalidArgument(
            'The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.',
          );
        }
        if (!cmdlet.shouldProcess(`Item: ${found.path} Property: Attributes`, 'Clear Property File')) return;
        cmdlet.host.files.setAttributes(found.path, { readOnly: false, hidden: false });
      });
    },
  }),
});
