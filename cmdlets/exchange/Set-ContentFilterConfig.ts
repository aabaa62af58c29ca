// Set-ContentFilterConfig.

import { thresholdsRise } from './support/content-filter.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Set-ContentFilterConfig',
  synopsis: 'Changes the settings of the content filter.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    BypassedRecipients                    MultiValuedProperty null entries:100
    BypassedSenderDomains                 MultiValuedProperty null entries:100
    BypassedSenders                       MultiValuedProperty null entries:100
    DomainController                      Fqdn null
    Enabled                               Boolean
    ExternalMailEnabled                   Boolean
    InternalMailEnabled                   Boolean
    OutlookEmailPostmarkValidationEnabled Boolean
    QuarantineMailbox                     SmtpAddress null
    RejectionResponse                     AsciiString null length:240
    SCLDeleteEnabled                      Boolean
    SCLDeleteThreshold                    Int32 range:1..9
    SCLQuarantineEnabled                  Boolean
    SCLQuarantineThreshold                Int32 range:1..9
    SCLRejectEnabled                      Boolean
    SCLRejectThreshold                    Int32 range:1..9
  `,
  examples: [
    {
      script:
        'Set-ContentFilterConfig -SCLRejectEnabled $true -SCLRejectThreshold 6; (Get-ContentFilterConfig).SCLRejectThreshold',
      output: '6',
    },
  ],
  create: settingFilter('contentFilterConfig', thresholdsRise),
});
