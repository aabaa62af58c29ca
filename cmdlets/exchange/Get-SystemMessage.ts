// Get-SystemMessage.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { systemMessage } from './support/more-presentations.ts';
import { originalMessages } from './support/system-messages.ts';

export default exchangeCmdlet({
  name: 'Get-SystemMessage',
  synopsis: 'Gets the custom texts of delivery status notifications.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         SystemMessageIdParameter both [Identity:0]
    DomainController Fqdn null
    Original         SwitchParameter [Original]
  `,
  examples: [
    { script: 'Get-SystemMessage', output: '' },
    {
      script: "(Get-SystemMessage -Original | Where-Object Identity -eq 'en\\Internal\\5.2.2').DsnCode",
      output: '5.2.2',
    },
  ],
  create: (cmdlet) => {
    const custom = getting('systemMessage', systemMessage);
    return cmdlet.args.Original ? { process: () => cmdlet.writeAll(originalMessages()) } : custom(cmdlet);
  },
});
