// Set-IPAllowListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingProvider } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Set-IPAllowListProvider',
  synopsis: 'Changes a provider of IP Allow lists.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity          IPAllowListProviderIdParameter ! 0 both
    AnyMatch          Boolean
    BitmaskMatch      IPAddress null
    DomainController  Fqdn null
    Enabled           Boolean
    IPAddressesMatch  MultiValuedProperty null
    LookupDomain      SmtpDomain null
    Name              String null
    Priority          Int32
  `,
  examples: [
    {
      setup: 'Add-IPAllowListProvider Rule -LookupDomain list.example -AnyMatch $true | Out-Null',
      script: 'Set-IPAllowListProvider Rule -Enabled $false; (Get-IPAllowListProvider Rule).Enabled',
      output: 'False',
    },
  ],
  create: settingProvider('ipAllowListProvider'),
});
