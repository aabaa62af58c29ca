// Remove-DeliveryAgentConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-DeliveryAgentConnector',
  synopsis: 'Removes a Delivery Agent connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         DeliveryAgentConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    { script: 'Get-DeliveryAgentConnector nothing* | Remove-DeliveryAgentConnector -Confirm:$false', output: '' },
  ],
  create: removing('deliveryAgentConnector', 'Delivery Agent connector'),
});
