// Set-SystemMessage.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { originalText } from './support/system-messages.ts';

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
  examples: [
    {
      setup: "New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language en -Text 'Call the help desk.'",
      script:
        "Set-SystemMessage 'en\\Internal\\5.1.1' -Text 'Look into the address book.'\n(Get-SystemMessage 'en\\Internal\\5.1.1').Text",
      output: 'Look into the address book.',
    },
  ],
  create: setting('systemMessage', { noun: 'system message', adjust: originalText }),
});
