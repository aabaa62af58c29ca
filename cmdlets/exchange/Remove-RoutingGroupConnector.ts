// Remove-RoutingGroupConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-RoutingGroupConnector',
  synopsis: 'Removes a routing group connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RoutingGroupConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    { script: 'Get-RoutingGroupConnector nothing* | Remove-RoutingGroupConnector -Confirm:$false', output: '' },
  ],
  create: removing('routingGroupConnector', 'routing group connector'),
});
