// Remove-ForeignConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-ForeignConnector',
  synopsis: 'Removes a Foreign connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         ForeignConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-ForeignConnector nothing* | Remove-ForeignConnector -Confirm:$false', output: '' }],
  create: removing('foreignConnector', 'Foreign connector'),
});
