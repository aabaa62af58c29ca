// Get-RemoteDomain.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { remoteDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-RemoteDomain',
  synopsis: 'Gets the settings for mail to remote domains.',
  parameterLines: `
    Identity         RemoteDomainIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-RemoteDomain Default).DomainName', output: '*' }],
  create: getting('remoteDomain', remoteDomain),
});
