// Move-ItemProperty: no provider of the sandbox can move properties.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { refuseDynamicProperties } from './shared/properties.ts';

export default defineCmdlet({
  name: 'Move-ItemProperty',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['mp'],
  synopsis: 'Moves a property to another item, where its provider supports that.',
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
      mandatory: true,
      position: 2,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Destination: { type: 'string', mandatory: true, position: 1, pipeline: 'name', help: 'Where it goes.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ script: 'Move-ItemProperty C:\\ -Destination C:\\ -Name Note -ErrorAction Ignore' }],
  create: (cmdlet) => ({ process: () => refuseDynamicProperties(cmdlet) }),
});
