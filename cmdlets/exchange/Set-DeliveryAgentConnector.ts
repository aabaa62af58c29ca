// Set-DeliveryAgentConnector.

import { setting } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-DeliveryAgentConnector',
  synopsis: 'Changes a Delivery Agent connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                 DeliveryAgentConnectorIdParameter ! 0 both
    AddressSpaces            MultiValuedProperty null
    Comment                  String null
    DeliveryProtocol         String null
    DomainController         Fqdn null
    Enabled                  Boolean
    Force                    SwitchParameter
    IsScopedConnector        Boolean
    MaxConcurrentConnections Int32
    MaxMessageSize           Unlimited null range:65536..2147483647
    MaxMessagesPerConnection Int32
    Name                     String null length:64
    SourceTransportServers   MultiValuedProperty null
  `,
  examples: [{ script: 'Get-DeliveryAgentConnector none* | Set-DeliveryAgentConnector -Enabled $false' }],
  create: setting('deliveryAgentConnector', { noun: 'Delivery Agent connector', adjust: adjustConnector }),
});
