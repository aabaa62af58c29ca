// Get-RoutingGroupConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { routingGroupConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-RoutingGroupConnector',
  versions: [2007, 2010],
  synopsis: 'Gets the routing group connectors.',
  parameterLines: `
    Identity         RoutingGroupConnectorIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      script: "(Get-RoutingGroupConnector 'A to Legacy').SourceTransportServers",
      output: 'HUB-A1\nHUB-A2',
      organization: 'Northwind2007',
    },
  ],
  create: getting('routingGroupConnector', routingGroupConnector),
});
