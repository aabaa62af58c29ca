// Set-RecipientFilterConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Set-RecipientFilterConfig',
  synopsis: 'Changes the settings of the recipient filter.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    BlockedRecipients          MultiValuedProperty null entries:800
    BlockListEnabled           Boolean
    DomainController           Fqdn null
    Enabled                    Boolean
    ExternalMailEnabled        Boolean
    InternalMailEnabled        Boolean
    RecipientValidationEnabled Boolean
  `,
  examples: [
    {
      script:
        "Set-RecipientFilterConfig -BlockListEnabled $true -BlockedRecipients @{Add = 'bob@contoso.com'}\n(Get-RecipientFilterConfig).BlockedRecipients",
      output: 'bob@contoso.com',
    },
  ],
  create: settingFilter('recipientFilterConfig'),
});
