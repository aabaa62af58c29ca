// Set-ADSite.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-ADSite',
  synopsis: 'Changes an AD site.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity           AdSiteIdParameter ! 0 both
    DomainController   Fqdn null
    HubSiteEnabled     Boolean
    InboundMailEnabled Boolean versions:2013+
    PartnerId          Int32
  `,
  examples: [{ script: 'Set-ADSite Redmond -HubSiteEnabled $true -WhatIf' }],
  create: setting('adSite', { noun: 'AD site' }),
});
