// Enable-TransportRule.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { switching } from './support/transport-rule-changes.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Enable-TransportRule',
  synopsis: 'Enables a transport rule.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
    Mode             =RuleMode(Audit,AuditAndNotify,Enforce) versions:2013+
  `,
  examples: [
    {
      setup: 'New-TransportRule Marked -SubjectContainsWords draft -DeleteMessage $true -Enabled $false | Out-Null',
      script: 'Enable-TransportRule Marked; (Get-TransportRule Marked).State',
      output: 'Enabled',
    },
  ],
  create: switching('Enabled', 'Enabling', (cmdlet) => (cmdlet.has('Mode') ? { Mode: textOf(cmdlet.args.Mode) } : {})),
});
