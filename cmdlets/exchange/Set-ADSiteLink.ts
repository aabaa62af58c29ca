// Set-ADSiteLink.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-ADSiteLink',
  synopsis: 'Changes an AD site link.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         AdSiteLinkIdParameter ! 0 both
    DomainController Fqdn null
    ExchangeCost     Int32
    MaxMessageSize   Unlimited null range:64KB..
    Name             String null
  `,
  examples: [{ script: 'Set-ADSiteLink Redmond-Tokyo -ExchangeCost 7\n(Get-ADSiteLink Redmond-Tokyo).Cost' }],
  create: setting('adSiteLink', { noun: 'AD site link' }),
});
