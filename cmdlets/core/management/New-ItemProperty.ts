// New-ItemProperty: no provider of the sandbox takes new properties.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { refuseDynamicProperties } from './shared/properties.ts';

export default defineCmdlet({
  name: 'New-ItemProperty',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Adds a property to an item, where its provider supports that.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
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
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    PropertyType: { type: 'string', aliases: ['Type'], pipeline: 'name', help: 'Type of the new property.' },
    Value: { type: 'object', pipeline: 'name', help: 'The value or content.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ script: 'New-ItemProperty C:\\ -Name Note -Value 1 -ErrorAction Ignore' }],
  create: (cmdlet) => ({ process: () => refuseDynamicProperties(cmdlet) }),
});
