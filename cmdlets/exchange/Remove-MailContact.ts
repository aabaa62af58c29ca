// Remove-MailContact.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-MailContact',
  synopsis: 'Removes a mail contact.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity           MailContactIdParameter ! 0 both
    DomainController   Fqdn null
    IgnoreDefaultScope SwitchParameter
  `,
  examples: [{ script: 'Get-MailContact nothing* | Remove-MailContact -Confirm:$false', output: '' }],
  create: removing('mailContact', 'mail contact'),
});
