// Remove-TypeData.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { removeTypeExtension } from '../../../src/runtime/members.ts';
import { removeTypeDisplay, typeDisplay } from '../../../src/runtime/type-data.ts';
import { extensionTable } from '../../../src/runtime/types/extensions.ts';
import type { TypeData } from './types/type-data.ts';

export default defineCmdlet({
  name: 'Remove-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Takes back what was added to a type.',
  supportsShouldProcess: true,
  defaultSet: 'RemoveTypeDataSet',
  parameters: {
    TypeData: {
      type: 'System.Management.Automation.Runspaces.TypeData',
      mandatory: true,
      pipeline: 'value',
      sets: 'RemoveTypeDataSet',
      help: 'The type, as Get-TypeData gives it.',
    },
    TypeName: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'RemoveTypeSet',
      help: 'Name of the type.',
    },
    Path: { type: 'string[]', mandatory: true, sets: 'RemoveFileSet', help: 'Files that were loaded.' },
  },
  examples: [
    {
      setup: 'Update-TypeData -TypeName Hub.Note -DefaultDisplayPropertySet Text',
      script: '@(Remove-TypeData Hub.Note; Get-TypeData Hub.Note).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const data = cmdlet.args.TypeData as TypeData | undefined;
      const name = data?.typeName ?? (cmdlet.args.TypeName as string | undefined);
      if (name === undefined) return;
      if (!typeDisplay(name) && !extensionTable(name)) {
        const message = `Error in TypeData "${name}": The type "${name}" was not found. The type name value must be the full name of the type. Verify the type name and run the command again.`;
        const type = 'System.Management.Automation.RuntimeException';
        cmdlet.error(cmdlet.makeError(message, 'TypesDynamicRemoveException', 'InvalidOperation', null, type));
        return;
      }
      if (!cmdlet.shouldProcess(name, 'Remove TypeData')) return;
      removeTypeExtension(name);
      removeTypeDisplay(name);
    },
  }),
});
