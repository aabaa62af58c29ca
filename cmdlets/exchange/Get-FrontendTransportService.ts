// Get-FrontendTransportService.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { frontendTransportService } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-FrontendTransportService',
  versions: [2013, 2019],
  synopsis: 'Gets the settings of the Front End Transport service.',
  parameterLines: `
    Identity         FrontendTransportServerIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-FrontendTransportService EX01).Name', output: 'EX01' }],
  create: getting('frontendTransportService', frontendTransportService),
});
