// Get-RecipientFilterConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Get-RecipientFilterConfig',
  synopsis: 'Gets the settings of the recipient filter.',
  parameterLines: `
    Identity         OrganizationIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-RecipientFilterConfig).RecipientValidationEnabled', output: 'False' }],
  create: gettingFilter('recipientFilterConfig'),
});
