// Remove-MailUser.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-MailUser',
  synopsis: 'Removes a mail user.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity           MailUserIdParameter ! 0 both
    DomainController   Fqdn null
    IgnoreDefaultScope SwitchParameter
    KeepWindowsLiveID  SwitchParameter
  `,
  examples: [{ script: 'Get-MailUser nothing* | Remove-MailUser -Confirm:$false', output: '' }],
  create: removing('mailUser', 'mail user'),
});
