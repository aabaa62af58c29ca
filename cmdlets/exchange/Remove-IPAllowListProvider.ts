// Remove-IPAllowListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { removingFromList } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Remove-IPAllowListProvider',
  synopsis: 'Removes a provider of IP Allow lists.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         IPAllowListProviderIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'Add-IPAllowListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: 'Remove-IPAllowListProvider Rule -Confirm:$false; @(Get-IPAllowListProvider).Count',
      output: '0',
    },
  ],
  create: removingFromList('ipAllowListProvider'),
});
