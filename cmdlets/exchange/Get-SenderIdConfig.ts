// Get-SenderIdConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Get-SenderIdConfig',
  synopsis: 'Gets the settings of the Sender ID.',
  parameterLines: `
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-SenderIdConfig).SpoofedDomainAction', output: 'StampStatus' }],
  create: gettingFilter('senderIdConfig'),
});
