// Remove-Variable.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { reporting } from '../management/shared/items.ts';
import { findVariables, scopeArgument, variableNotFound } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Remove-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['rv'],
  synopsis: 'Removes variables.',
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
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
  },
  supportsShouldProcess: true,
  examples: [{ script: '$count = 5; Remove-Variable count; Test-Path Variable:count', output: 'False' }],
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
          if (!cmdlet.shouldProcess(`Name: ${variable.name}`, 'Remove variable')) continue;
          reporting(cmdlet, () => cmdlet.engine.variables.remove(variable.name, scope, cmdlet.args.Force === true));
        }
      }
    },
  }),
});
