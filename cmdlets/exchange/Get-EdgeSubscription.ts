// Get-EdgeSubscription.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { edgeSubscription } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-EdgeSubscription',
  synopsis: 'Gets the Edge subscriptions.',
  parameterLines: `
    Identity         TransportServerIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-EdgeSubscription EDGE01).Site', output: 'Redmond' }],
  create: getting('edgeSubscription', edgeSubscription),
});
