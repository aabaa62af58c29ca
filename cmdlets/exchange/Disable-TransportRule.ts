// Disable-TransportRule.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { switching } from './support/transport-rule-changes.ts';

export default exchangeCmdlet({
  name: 'Disable-TransportRule',
  synopsis: 'Disables a transport rule.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'New-TransportRule Marked -SubjectContainsWords draft -DeleteMessage $true | Out-Null',
      script: 'Disable-TransportRule Marked -Confirm:$false; (Get-TransportRule Marked).State',
      output: 'Disabled',
    },
  ],
  create: switching('Disabled', 'Disabling'),
});
