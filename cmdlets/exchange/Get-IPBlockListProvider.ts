// Get-IPBlockListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingProviders } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Get-IPBlockListProvider',
  synopsis: 'Gets the providers of IP Block lists.',
  parameterLines: `
    Identity         IPBlockListProviderIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'Add-IPBlockListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: '(Get-IPBlockListProvider).LookupDomain',
      output: 'list.example',
    },
  ],
  create: gettingProviders('ipBlockListProvider'),
});
