// Get-TransportConfig.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { transportConfig } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'Get-TransportConfig',
  synopsis: 'Gets the transport settings of the organisation.',
  parameterLines: `
    Identity         OrganizationIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-TransportConfig).ShadowRedundancyEnabled', output: 'True' }],
  create: getting('transportConfig', transportConfig),
});
