// Get-OrganizationConfig.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { organizationConfig } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-OrganizationConfig',
  synopsis: 'Gets the settings of the organisation.',
  parameterLines: `
    DomainController Fqdn null
  `,
  examples: [{ script: '@(Get-OrganizationConfig).Count', output: '1' }],
  create: getting('organization', organizationConfig),
});
