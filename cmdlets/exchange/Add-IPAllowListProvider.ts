// Add-IPAllowListProvider.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { addingProvider } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Add-IPAllowListProvider',
  synopsis: 'Adds a provider of IP Allow lists that is asked by DNS.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name              String ! 0
    LookupDomain      SmtpDomain !
    AnyMatch          Boolean
    BitmaskMatch      IPAddress null
    DomainController  Fqdn null
    Enabled           Boolean
    IPAddressesMatch  MultiValuedProperty null
    Priority          Int32
  `,
  examples: [
    { script: '(Add-IPAllowListProvider Rule -LookupDomain list.example -AnyMatch $true).Priority', output: '1' },
  ],
  create: addingProvider('ipAllowListProvider'),
});
