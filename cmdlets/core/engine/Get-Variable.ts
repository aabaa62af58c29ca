// Get-Variable.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { byName, findVariables, scopeArgument, variableNotFound } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Get-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gv'],
  synopsis: 'Gets variables.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    ValueOnly: { type: 'switch', help: 'Gives the value only.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
  },
  outputs: ['System.Management.Automation.PSVariable'],
  examples: [{ script: '$count = 5; Get-Variable count -ValueOnly', output: '5' }],
  create: (cmdlet) => ({
    process() {
      const scope = scopeArgument(cmdlet);
      const include = cmdlet.args.Include as string[] | undefined;
      const exclude = (cmdlet.args.Exclude as string[] | undefined) ?? [];
      for (const name of (cmdlet.args.Name as string[] | undefined) ?? ['*']) {
        const wild = /[*?[]/.test(name);
        const all = findVariables(cmdlet, name, scope);
        const found = all
          .filter((variable) => !wild || matchesWildcard(variable.name, name))
          .filter((variable) => !include?.length || include.some((text) => matchesWildcard(variable.name, text)))
          .filter((variable) => !exclude.some((text) => matchesWildcard(variable.name, text)))
          .sort(byName);
        for (const variable of found) cmdlet.write(cmdlet.args.ValueOnly ? variable.value : variable);
        if (all.length === 0 && !wild) cmdlet.error(variableNotFound(name));
      }
    },
  }),
});
