// Remove-IPBlockListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { removingFromList } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Remove-IPBlockListProvider',
  synopsis: 'Removes a provider of IP Block lists.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         IPBlockListProviderIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'Add-IPBlockListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: 'Remove-IPBlockListProvider Rule -Confirm:$false; @(Get-IPBlockListProvider).Count',
      output: '0',
    },
  ],
  create: removingFromList('ipBlockListProvider'),
});
