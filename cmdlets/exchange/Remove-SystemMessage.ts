// Remove-SystemMessage.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-SystemMessage',
  synopsis: 'Removes a system message.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         SystemMessageIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-SystemMessage nothing* | Remove-SystemMessage -Confirm:$false', output: '' }],
  create: removing('systemMessage', 'system message'),
});
