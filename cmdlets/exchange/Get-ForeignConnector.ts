// Get-ForeignConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { foreignConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-ForeignConnector',
  synopsis: 'Gets the Foreign connectors.',
  parameterLines: `
    Identity         ForeignConnectorIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-ForeignConnector', output: '' }],
  create: getting('foreignConnector', foreignConnector),
});
