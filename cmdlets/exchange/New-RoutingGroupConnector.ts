// New-RoutingGroupConnector.

import { creating } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { routingGroupConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-RoutingGroupConnector',
  versions: [2007, 2010],
  synopsis: 'Makes a routing group connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                         String ! 0
    SourceTransportServers       MultiValuedProperty !
    TargetTransportServers       MultiValuedProperty !
    BiDirectional                Boolean
    Cost                         Int32
    DomainController             Fqdn null
    PublicFolderReferralsEnabled Boolean
  `,
  examples: [
    {
      script:
        "(New-RoutingGroupConnector 'B to Legacy' -SourceTransportServers HUB-B1 -TargetTransportServers E2K3-1 -Cost 20).Cost",
      output: '20',
      organization: 'Northwind2007',
    },
  ],
  create: creating('routingGroupConnector', {
    noun: 'routing group connector',
    presentation: routingGroupConnector,
    adjust: adjustConnector,
  }),
});
