// Get-Alias.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { aliasNotFound } from './shared/aliases.ts';
import { byName, scopeArgument } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Get-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gal'],
  synopsis: 'Gets aliases.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      sets: 'Default',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names of aliases.',
    },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Scope: { type: 'string', help: 'Scope: global, local, script, or a number of levels up.' },
    Definition: {
      type: 'string[]',
      sets: 'Definition',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only aliases of these commands.',
    },
  },
  defaultSet: 'Default',
  outputs: ['System.Management.Automation.AliasInfo'],
  examples: [{ script: '(Get-Alias gci).Definition', output: 'Get-ChildItem' }],
  create: (cmdlet) => ({
    process() {
      const scope = scopeArgument(cmdlet);
      const all = cmdlet.engine.aliases.list(scope).sort(byName);
      const exclude = (cmdlet.args.Exclude as string[] | undefined) ?? [];
      const byDefinition = cmdlet.has('Definition');
      const wanted = (byDefinition ? cmdlet.args.Definition : cmdlet.args.Name) as string[] | undefined;
      for (const text of wanted ?? ['*']) {
        const found = all.filter(
          (alias) =>
            matchesWildcard(byDefinition ? alias.definition : alias.name, text) &&
            !exclude.some((name) => matchesWildcard(alias.name, name)),
        );
        cmdlet.writeAll(found);
        if (found.length === 0 && !/[*?[]/.test(text))
          cmdlet.error(recordOf(aliasNotFound(byDefinition ? 'definition' : 'name', text)));
      }
    },
  }),
});
