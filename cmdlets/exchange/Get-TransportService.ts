// Get-TransportService.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { transportService } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'Get-TransportService',
  versions: [2013, 2019],
  synopsis: 'Gets the settings of the Transport service of servers.',
  parameterLines: `
    Identity         TransportServerIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-TransportService EX01).MessageExpirationTimeout.ToString()', output: '2.00:00:00' }],
  create: getting('transportService', transportService),
});
