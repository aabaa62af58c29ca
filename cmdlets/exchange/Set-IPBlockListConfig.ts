// Set-IPBlockListConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { settingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Set-IPBlockListConfig',
  synopsis: 'Changes the settings of the IP Block list.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    DomainController              Fqdn null
    Enabled                       Boolean
    ExternalMailEnabled           Boolean
    InternalMailEnabled           Boolean
    MachineEntryRejectionResponse AsciiString null length:240
    StaticEntryRejectionResponse  AsciiString null length:240
  `,
  examples: [
    {
      script: 'Set-IPBlockListConfig -InternalMailEnabled $true; (Get-IPBlockListConfig).InternalMailEnabled',
      output: 'True',
    },
  ],
  create: settingFilter('ipBlockListConfig'),
});
