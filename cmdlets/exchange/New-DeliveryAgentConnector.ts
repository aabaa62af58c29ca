// New-DeliveryAgentConnector.

import { creating } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { deliveryAgentConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-DeliveryAgentConnector',
  synopsis: 'Makes a Delivery Agent connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                     String ! 0 length:64
    AddressSpaces            MultiValuedProperty !
    DeliveryProtocol         String !
    Comment                  String null
    DomainController         Fqdn null
    Enabled                  Boolean
    IsScopedConnector        Boolean
    MaxConcurrentConnections Int32
    MaxMessageSize           Unlimited null range:65536..2147483647
    MaxMessagesPerConnection Int32
    SourceTransportServers   MultiValuedProperty null
  `,
  examples: [{ script: "New-DeliveryAgentConnector X -AddressSpaces 'X:*' -DeliveryProtocol X -WhatIf" }],
  create: creating('deliveryAgentConnector', {
    noun: 'Delivery Agent connector',
    presentation: deliveryAgentConnector,
    adjust: adjustConnector,
  }),
});
