// Remove-RoutingGroupConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-RoutingGroupConnector',
  versions: [2007, 2010],
  synopsis: 'Removes a routing group connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RoutingGroupConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      script: "Remove-RoutingGroupConnector 'A to Legacy' -Confirm:$false\n(Get-RoutingGroupConnector).Name",
      output: 'Legacy to A',
      organization: 'Northwind2007',
    },
  ],
  create: removing('routingGroupConnector', 'routing group connector'),
});
