// New-Variable.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { reporting } from '../management/shared/items.ts';
import { scopeArgument } from './shared/scopes.ts';
import { shownValue, storeVariable } from './shared/set-variable.ts';

export default defineCmdlet({
  name: 'New-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['nv'],
  synopsis: 'Makes a variable.',
  parameters: {
    Name: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Value: { type: 'object', position: 1, pipeline: 'both', help: 'The value or content.' },
    Description: { type: 'string', help: 'Text that describes it.' },
    Option: {
      type: 'enum',
      values: ['None', 'ReadOnly', 'Constant', 'Private', 'AllScope', 'Unspecified'],
      enumName: 'System.Management.Automation.ScopedItemOptions',
      help: 'Options of the item: None, ReadOnly, Constant, Private, AllScope.',
    },
    Visibility: {
      type: 'enum',
      values: ['Public', 'Private'],
      enumName: 'System.Management.Automation.SessionStateEntryVisibility',
      help: 'Public or Private.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
  },
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.Management.Automation.PSVariable'],
  examples: [{ script: 'New-Variable limit 10 -Option ReadOnly; $limit', output: '10' }],
  create: (cmdlet) => ({
    process() {
      const scope = scopeArgument(cmdlet);
      const name = cmdlet.args.Name as string;
      const value = (cmdlet.args.Value as Value) ?? null;
      const present = cmdlet.engine.variables.get(name, scope ?? '0');
      if (present && cmdlet.args.Force !== true) {
        const exception = failed(
          'System.Management.Automation.SessionStateException',
          `A variable with name '${name}' already exists.`,
          'VariableAlreadyExists',
          'ResourceExists',
          name,
        );
        return cmdlet.error(recordOf(exception));
      }
      if (!cmdlet.shouldProcess(`Name: ${name} Value: ${shownValue(value, toText)}`, 'New variable')) return;
      reporting(cmdlet, () => {
        const option = cmdlet.args.Option;
        if (present && option !== undefined) {
          cmdlet.engine.variables.checkWritable(present, true);
          cmdlet.engine.variables.remove(name, scope ?? '0', true);
        }
        const variable = storeVariable(cmdlet, name, value, scope);
        if (cmdlet.args.PassThru) cmdlet.write(variable);
      });
    },
  }),
});
