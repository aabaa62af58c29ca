// Set-SenderFilterConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Set-SenderFilterConfig',
  synopsis: 'Changes the settings of the sender filter.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Action                       =BlockedSenderAction(StampStatus,Reject)
    BlankSenderBlockingEnabled   Boolean
    BlockedDomains               MultiValuedProperty null entries:800
    BlockedDomainsAndSubdomains  MultiValuedProperty null entries:800
    BlockedSenders               MultiValuedProperty null entries:800
    DomainController             Fqdn null
    Enabled                      Boolean
    ExternalMailEnabled          Boolean
    InternalMailEnabled          Boolean
    RecipientBlockedSenderAction =RecipientBlockedSenderAction(Delete,Reject)
  `,
  examples: [
    {
      script: 'Set-SenderFilterConfig -BlockedDomains spam.example\n(Get-SenderFilterConfig).BlockedDomains',
      output: 'spam.example',
    },
  ],
  create: settingFilter('senderFilterConfig'),
});
