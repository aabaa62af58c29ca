// Get-ExchangeServer.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { exchangeServer } from './support/presentations.ts';

export default exchangeCmdlet({
  name: 'Get-ExchangeServer',
  synopsis: 'Gets the Exchange servers of the organisation.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         ServerIdParameter both null [Identity:0]
    Domain           Fqdn [Domain!]
    DomainController Fqdn null
    Status           SwitchParameter
  `,
  examples: [{ script: '(Get-ExchangeServer EX03).IsHubTransportServer', output: 'True' }],
  create: getting(
    'server',
    exchangeServer,
    (cmdlet, object) =>
      !cmdlet.has('Domain') ||
      String(object.properties.Domain).toLowerCase() === String(cmdlet.args.Domain).toLowerCase(),
  ),
});
