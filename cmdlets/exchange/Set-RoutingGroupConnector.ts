// Set-RoutingGroupConnector.

import { setting } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-RoutingGroupConnector',
  versions: [2007, 2010],
  synopsis: 'Changes a routing group connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                     RoutingGroupConnectorIdParameter ! 0 both
    Cost                         Int32
    DomainController             Fqdn null
    MaxMessageSize               Unlimited null range:64KB..
    Name                         String null
    PublicFolderReferralsEnabled Boolean
    SourceTransportServers       MultiValuedProperty null
    TargetTransportServers       MultiValuedProperty null
  `,
  examples: [
    {
      script: "Set-RoutingGroupConnector 'A to Legacy' -Cost 5\n(Get-RoutingGroupConnector 'A to Legacy').Cost",
      output: '5',
      organization: 'Northwind2007',
    },
  ],
  create: setting('routingGroupConnector', { noun: 'routing group connector', adjust: adjustConnector }),
});
