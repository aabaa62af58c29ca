// Get-SendConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { sendConnector } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'Get-SendConnector',
  synopsis: 'Gets the Send connectors.',
  parameterLines: `
    Identity         SendConnectorIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: "(Get-SendConnector 'Partner smart host').SmartHosts", output: 'smart.adatum.com' }],
  create: getting('sendConnector', sendConnector),
});
