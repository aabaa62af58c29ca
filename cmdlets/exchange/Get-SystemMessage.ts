// Get-SystemMessage.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { systemMessage } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-SystemMessage',
  synopsis: 'Gets the custom texts of delivery status notifications.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         SystemMessageIdParameter both [Identity:0]
    DomainController Fqdn null
    Original         SwitchParameter [Original]
  `,
  examples: [{ script: 'Get-SystemMessage', output: '' }],
  create: getting('systemMessage', systemMessage),
});
