// Get-ADSiteLink.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { adSiteLink } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-ADSiteLink',
  synopsis: 'Gets the links between AD sites.',
  parameterLines: `
    Identity         AdSiteLinkIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-ADSiteLink Redmond-Tokyo).Cost', output: '10' }],
  create: getting('adSiteLink', adSiteLink),
});
