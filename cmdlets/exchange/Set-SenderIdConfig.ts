// Set-SenderIdConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Set-SenderIdConfig',
  synopsis: 'Changes the settings of the Sender ID.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    BypassedRecipients    MultiValuedProperty null entries:100
    BypassedSenderDomains MultiValuedProperty null entries:100
    DomainController      Fqdn null
    Enabled               Boolean
    ExternalMailEnabled   Boolean
    InternalMailEnabled   Boolean
    SpoofedDomainAction   =SenderIdAction(StampStatus,Reject,Delete)
    TempErrorAction       =SenderIdAction(StampStatus,Reject,Delete)
  `,
  examples: [
    {
      script: 'Set-SenderIdConfig -SpoofedDomainAction Reject; (Get-SenderIdConfig).SpoofedDomainAction',
      output: 'Reject',
    },
  ],
  create: settingFilter('senderIdConfig'),
});
