// Remove-TransportRule: the rules behind it close up.

import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { findRules } from './support/transport-rule-changes.ts';

export default exchangeCmdlet({
  name: 'Remove-TransportRule',
  synopsis: 'Removes a transport rule.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'New-TransportRule Marked -SubjectContainsWords draft -DeleteMessage $true | Out-Null',
      script: 'Get-TransportRule | Remove-TransportRule -Confirm:$false; @(Get-TransportRule).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const rule of findRules(cmdlet)) {
        if (!confirmed(cmdlet, `Removing transport rule "${rule.name}".`)) continue;
        const input = { kind: 'config.remove', class: 'transportRule', identity: rule.guid } as const;
        attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      }
    },
  }),
});
