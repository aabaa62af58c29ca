// Get-SenderFilterConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Get-SenderFilterConfig',
  synopsis: 'Gets the settings of the sender filter.',
  parameterLines: `
    Identity         OrganizationIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-SenderFilterConfig).Action', output: 'Reject' }],
  create: gettingFilter('senderFilterConfig'),
});
