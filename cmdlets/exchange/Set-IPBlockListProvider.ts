// Set-IPBlockListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingProvider } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Set-IPBlockListProvider',
  synopsis: 'Changes a provider of IP Block lists.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity          IPBlockListProviderIdParameter ! 0 both
    AnyMatch          Boolean
    BitmaskMatch      IPAddress null
    DomainController  Fqdn null
    Enabled           Boolean
    IPAddressesMatch  MultiValuedProperty null
    LookupDomain      SmtpDomain null
    Name              String null
    Priority          Int32
    RejectionResponse AsciiString null length:240
  `,
  examples: [
    {
      setup: 'Add-IPBlockListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: 'Set-IPBlockListProvider Rule -Enabled $false; (Get-IPBlockListProvider Rule).Enabled',
      output: 'False',
    },
  ],
  create: settingProvider('ipBlockListProvider'),
});
