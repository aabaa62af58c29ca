// Get-ExecutionPolicy.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { POLICY_SCOPES, policiesOf } from './shared/execution-policy.ts';

export default defineCmdlet({
  name: 'Get-ExecutionPolicy',
  module: 'Microsoft.PowerShell.Security',
  synopsis: 'Gets the execution policies of the shell.',
  parameters: {
    Scope: {
      type: 'enum',
      values: ['Process', 'CurrentUser', 'LocalMachine', 'UserPolicy', 'MachinePolicy'],
      enumName: 'Microsoft.PowerShell.ExecutionPolicyScope',
      position: 0,
      pipeline: 'name',
      help: 'Scope: global, local, script, or a number of levels up.',
    },
    List: { type: 'switch', help: 'Lists all scopes.' },
  },
  outputs: ['Microsoft.PowerShell.ExecutionPolicy'],
  examples: [{ script: '"$(Get-ExecutionPolicy)"', output: 'RemoteSigned' }],
  create: (cmdlet) => ({
    end() {
      const policies = policiesOf(cmdlet.engine);
      if (cmdlet.args.List) {
        for (const scope of POLICY_SCOPES)
          cmdlet.write(PSObject.of({ Scope: scope, ExecutionPolicy: policies.get(scope) ?? 'Undefined' }));
        return;
      }
      const scope = cmdlet.args.Scope === undefined ? undefined : String(cmdlet.args.Scope);
      const effective = POLICY_SCOPES.map((name) => policies.get(name)).find(
        (policy) => policy !== undefined && policy !== 'Undefined',
      );
      cmdlet.write(scope === undefined ? (effective ?? 'Restricted') : (policies.get(scope) ?? 'Undefined'));
    },
  }),
});
