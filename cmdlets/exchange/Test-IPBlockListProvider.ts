// Test-IPBlockListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { testingProvider } from './support/ip-list-tests.ts';

export default exchangeCmdlet({
  name: 'Test-IPBlockListProvider',
  synopsis: 'Asks a provider of IP Block lists for an address.',
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  parameterLines: `
    Identity         IPBlockListProviderIdParameter ! 0 both
    IPAddress        IPAddress ! both
    DomainController Fqdn null
    Server           ServerIdParameter both null
  `,
  examples: [
    {
      setup:
        'Add-IPBlockListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null; New-SandboxDnsRecord 1.1.9.10.list.example A 127.0.0.2',
      script: '(Test-IPBlockListProvider Rule -IPAddress 10.9.1.1).Matched',
      output: 'True',
    },
  ],
  create: testingProvider('ipBlockListProvider'),
});
