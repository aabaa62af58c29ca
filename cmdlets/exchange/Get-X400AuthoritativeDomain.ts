// Get-X400AuthoritativeDomain.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { x400AuthoritativeDomain } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-X400AuthoritativeDomain',
  synopsis: 'Gets the X.400 domains that the organisation answers for.',
  parameterLines: `
    Identity         X400AuthoritativeDomainIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-X400AuthoritativeDomain', output: '' }],
  create: getting('x400AuthoritativeDomain', x400AuthoritativeDomain),
});
