// Get-ReceiveConnector.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { receiveConnector } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'Get-ReceiveConnector',
  synopsis: 'Gets the Receive connectors.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         ReceiveConnectorIdParameter both [Identity:0]
    DomainController Fqdn null
    Server           ServerIdParameter both null [Server]
  `,
  examples: [{ script: "(Get-ReceiveConnector 'EX01\\Default EX01').TransportRole", output: 'HubTransport' }],
  create: getting(
    'receiveConnector',
    receiveConnector,
    (cmdlet, object) =>
      !cmdlet.has('Server') ||
      String(object.properties.Server).toLowerCase() === String(cmdlet.args.Server).split('.')[0]?.toLowerCase(),
  ),
});
