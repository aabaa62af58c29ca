// Set-ExecutionPolicy: kept for the session; scripts of the sandbox run under any policy.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { policiesOf } from './shared/execution-policy.ts';

export default defineCmdlet({
  name: 'Set-ExecutionPolicy',
  module: 'Microsoft.PowerShell.Security',
  synopsis: 'Sets an execution policy of the shell.',
  parameters: {
    ExecutionPolicy: {
      type: 'enum',
      values: ['Unrestricted', 'RemoteSigned', 'AllSigned', 'Restricted', 'Default', 'Bypass', 'Undefined'],
      enumName: 'Microsoft.PowerShell.ExecutionPolicy',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The policy to set.',
    },
    Scope: {
      type: 'enum',
      values: ['Process', 'CurrentUser', 'LocalMachine', 'UserPolicy', 'MachinePolicy'],
      enumName: 'Microsoft.PowerShell.ExecutionPolicyScope',
      position: 1,
      pipeline: 'name',
      help: 'Scope: global, local, script, or a number of levels up.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  supportsShouldProcess: true,
  examples: [
    { script: 'Set-ExecutionPolicy Bypass -Scope Process -Force; "$(Get-ExecutionPolicy)"', output: 'Bypass' },
  ],
  create: (cmdlet) => ({
    process() {
      const policy = String(cmdlet.args.ExecutionPolicy);
      const scope = String(cmdlet.args.Scope ?? 'LocalMachine');
      if (cmdlet.shouldProcess(policy, 'Set-ExecutionPolicy')) policiesOf(cmdlet.engine).set(scope, policy);
    },
  }),
});
