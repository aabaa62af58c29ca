// Get-AcceptedDomain.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { acceptedDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-AcceptedDomain',
  synopsis: 'Gets the accepted domains.',
  parameterLines: `
    Identity         AcceptedDomainIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-AcceptedDomain contoso.com).DomainType', output: 'Authoritative' }],
  create: getting('acceptedDomain', acceptedDomain),
});
