// Set-SystemMessage.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-SystemMessage',
  synopsis: 'Changes a system message.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         SystemMessageIdParameter ! 0 both
    DomainController Fqdn null
    Name             String null length:64
    Original         SwitchParameter
    Text             String null length:512
  `,
  examples: [{ script: 'Get-SystemMessage | Set-SystemMessage -Text x' }],
  create: setting('systemMessage', { noun: 'system message' }),
});
