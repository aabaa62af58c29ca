// Get-RoutingGroupConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { routingGroupConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-RoutingGroupConnector',
  synopsis: 'Gets the routing group connectors.',
  parameterLines: `
    Identity         RoutingGroupConnectorIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-RoutingGroupConnector', output: '' }],
  create: getting('routingGroupConnector', routingGroupConnector),
});
