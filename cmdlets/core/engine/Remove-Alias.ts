// Remove-Alias.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting } from '../management/shared/items.ts';
import { aliasNotFound, removeAlias } from './shared/aliases.ts';
import { scopeArgument } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'Remove-Alias',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Removes aliases.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Scope: { type: 'string', help: 'Scope: global, local, script, or a number of levels up.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  defaultSet: 'Default',
  examples: [{ script: 'Set-Alias now Get-Date; Remove-Alias now; Test-Path Alias:now', output: 'False' }],
  create: (cmdlet) => ({
    process() {
      const scope = scopeArgument(cmdlet);
      for (const name of cmdlet.args.Name as string[]) {
        reporting(cmdlet, () => {
          const alias = cmdlet.engine.aliases.get(name, scope);
          if (alias === undefined) throw aliasNotFound('name', name);
          removeAlias(cmdlet, alias, scope, cmdlet.args.Force === true);
        });
      }
    },
  }),
});
