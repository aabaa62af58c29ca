// Export-ModuleMember.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';

export default defineCmdlet({
  name: 'Export-ModuleMember',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Says what a script module exports.',
  parameters: {
    Function: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Functions to export or import.',
    },
    Cmdlet: {
      type: 'string[]',
      pipeline: 'name',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Cmdlets to export or import.',
    },
    Variable: {
      type: 'string[]',
      pipeline: 'name',
      validate: [{ kind: 'notNull' }],
      help: 'Variables to export or import.',
    },
    Alias: {
      type: 'string[]',
      pipeline: 'name',
      validate: [{ kind: 'notNull' }],
      help: 'Aliases to export or import.',
    },
  },
  examples: [
    {
      script: 'New-Module { function Get-A { 1 }; function Get-B { 2 }; Export-ModuleMember Get-A } > $null; Get-A',
      output: '1',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const module = cmdlet.engine.scope.session.module;
      if (module === undefined) {
        const message = 'The Export-ModuleMember cmdlet can only be called from inside a module.';
        const id = 'Modules_CanOnlyExecuteExportModuleMemberInsideAModule';
        return cmdlet.fail(recordOf(failed('System.InvalidOperationException', message, id, 'PermissionDenied', null)));
      }
      module.requested ??= { functions: [], cmdlets: [], variables: [], aliases: [] };
      const { Function: functions, Cmdlet: cmdlets, Variable: variables, Alias: aliases } = cmdlet.args;
      module.requested.functions.push(...((functions as string[] | undefined) ?? []));
      module.requested.cmdlets.push(...((cmdlets as string[] | undefined) ?? []));
      module.requested.variables.push(...((variables as string[] | undefined) ?? []));
      module.requested.aliases.push(...((aliases as string[] | undefined) ?? []));
    },
  }),
});
