// Get-DeliveryAgentConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { deliveryAgentConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-DeliveryAgentConnector',
  synopsis: 'Gets the Delivery Agent connectors.',
  parameterLines: `
    Identity         DeliveryAgentConnectorIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-DeliveryAgentConnector | Measure-Object | ForEach-Object Count' }],
  create: getting('deliveryAgentConnector', deliveryAgentConnector),
});
