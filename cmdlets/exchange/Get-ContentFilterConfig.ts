// Get-ContentFilterConfig.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingFilter } from './support/filter-configs.ts';

export default exchangeCmdlet({
  name: 'Get-ContentFilterConfig',
  synopsis: 'Gets the settings of the content filter.',
  parameterLines: `
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-ContentFilterConfig).SCLRejectThreshold', output: '7' }],
  create: gettingFilter('contentFilterConfig'),
});
