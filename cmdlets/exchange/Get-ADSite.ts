// Get-ADSite.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { adSite } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-ADSite',
  synopsis: 'Gets the AD sites.',
  parameterLines: `
    Identity         AdSiteIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-ADSite Tokyo).HubSiteEnabled', output: 'False' }],
  create: getting('adSite', adSite),
});
