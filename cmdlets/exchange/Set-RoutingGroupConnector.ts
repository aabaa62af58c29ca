// Set-RoutingGroupConnector.

import { setting } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-RoutingGroupConnector',
  synopsis: 'Changes a routing group connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                     RoutingGroupConnectorIdParameter ! 0 both
    Cost                         Int32
    DomainController             Fqdn null
    MaxMessageSize               Unlimited null
    Name                         String null
    PublicFolderReferralsEnabled Boolean
    SourceTransportServers       MultiValuedProperty null
    TargetTransportServers       MultiValuedProperty null
  `,
  examples: [{ script: 'Get-RoutingGroupConnector | Set-RoutingGroupConnector -Cost 5' }],
  create: setting('routingGroupConnector', { noun: 'routing group connector', adjust: adjustConnector }),
});
