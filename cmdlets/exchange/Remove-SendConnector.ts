// Remove-SendConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-SendConnector',
  synopsis: 'Removes a Send connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         SendConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: "Remove-SendConnector 'Partner smart host' -Confirm:$false", output: '' }],
  create: removing('sendConnector', 'Send connector'),
});
