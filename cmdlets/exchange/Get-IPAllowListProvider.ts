// Get-IPAllowListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingProviders } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Get-IPAllowListProvider',
  synopsis: 'Gets the providers of IP Allow lists.',
  parameterLines: `
    Identity         IPAllowListProviderIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'Add-IPAllowListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: '(Get-IPAllowListProvider).LookupDomain',
      output: 'list.example',
    },
  ],
  create: gettingProviders('ipAllowListProvider'),
});
