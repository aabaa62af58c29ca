// Get-IPBlockListConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Get-IPBlockListConfig',
  synopsis: 'Gets the settings of the IP Block list.',
  parameterLines: `
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-IPBlockListConfig).ExternalMailEnabled', output: 'True' }],
  create: gettingFilter('ipBlockListConfig'),
});
