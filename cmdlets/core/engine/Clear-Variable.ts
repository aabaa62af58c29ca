// Clear-Variable.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { reporting } from '../management/shared/items.ts';
import { findVariables, scopeArgument, variableNotFound } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Clear-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['clv'],
  synopsis: 'Sets variables to nothing without removing them.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
  },
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.PSVariable'],
  examples: [{ script: '$count = 5; Clear-Variable count; $null -eq $count', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const scope = scopeArgument(cmdlet);
      const include = (cmdlet.args.Include as string[] | undefined) ?? [];
      const exclude = (cmdlet.args.Exclude as string[] | undefined) ?? [];
      for (const name of cmdlet.args.Name as string[]) {
        const wild = /[*?[]/.test(name);
        const found = findVariables(cmdlet, name, scope).filter(
          (variable) => !wild || matchesWildcard(variable.name, name),
        );
        if (found.length === 0 && !wild) cmdlet.error(variableNotFound(name));
        for (const variable of found) {
          if (include.length > 0 && !include.some((text) => matchesWildcard(variable.name, text))) continue;
          if (exclude.some((text) => matchesWildcard(variable.name, text))) continue;
          if (!cmdlet.shouldProcess(`Name: ${variable.name}`, 'Clear variable')) continue;
          reporting(cmdlet, () => {
            cmdlet.engine.variables.checkWritable(variable, cmdlet.args.Force === true);
            variable.value = null;
            if (cmdlet.args.PassThru) cmdlet.write(variable);
          });
        }
      }
    },
  }),
});
