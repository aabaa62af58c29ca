// New-Alias.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting } from '../management/shared/items.ts';
import { aliasExists, storeAlias } from './shared/aliases.ts';
import { optionArgument, scopeArgument } from './shared/scopes.ts';

export default defineCmdlet({
  name: 'New-Alias',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['nal'],
  synopsis: 'Makes an alias.',
  parameters: {
    Name: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Value: { type: 'string', mandatory: true, position: 1, pipeline: 'name', help: 'Command the alias stands for.' },
    Description: { type: 'string', help: 'Text that describes it.' },
    Option: {
      type: 'enum',
      values: ['None', 'ReadOnly', 'Constant', 'Private', 'AllScope', 'Unspecified'],
      enumName: 'System.Management.Automation.ScopedItemOptions',
      help: 'Options of the item: None, ReadOnly, Constant, Private, AllScope.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Scope: { type: 'string', help: 'Scope: global, local, script, or a number of levels up.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.Management.Automation.AliasInfo'],
  examples: [{ script: 'New-Alias now Get-Date; (Get-Alias now).Definition', output: 'Get-Date' }],
  create: (cmdlet) => ({
    process() {
      const { Name: name, Value: definition, Description: description } = cmdlet.args;
      const scope = scopeArgument(cmdlet);
      if (!cmdlet.shouldProcess(`Name: ${name} Value: ${definition}`, 'New Alias')) return;
      reporting(cmdlet, () => {
        const present = cmdlet.engine.aliases.get(name, scope);
        if (present && cmdlet.args.Force !== true) throw aliasExists(name);
        const options = optionArgument(cmdlet.args.Option);
        const alias = storeAlias(cmdlet, {
          name,
          definition,
          description,
          options,
          scope,
          force: cmdlet.args.Force === true,
        });
        if (cmdlet.args.PassThru) cmdlet.write(alias);
      });
    },
  }),
});
