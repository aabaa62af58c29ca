// Get-EventLogLevel.

import { localName } from '../windows/local-machine.ts';
import { categoriesNamed, categoriesOfServer, categoryObject } from './support/event-log-levels.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-EventLogLevel',
  synopsis: 'Gets the event categories of a server and how much is logged about them.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         ECIdParameter both [Identity:0]  # Server\\Source\\Category, or a part of it; wildcards allowed.
    Server           ServerIdParameter [Server!]  # The server whose categories are shown.
    DomainController Fqdn null
  `,
  outputs: ['Microsoft.Exchange.Management.SystemConfigurationTasks.EventCategoryObject'],
  examples: [
    { script: "(Get-EventLogLevel 'MSExchangeTransport\\SmtpReceive').EventLevel", output: 'Lowest' },
    { script: 'Get-EventLogLevel -Server EX02' },
  ],
  create: (cmdlet) => ({
    process() {
      const categories = cmdlet.has('Identity')
        ? categoriesNamed(cmdlet, textOf(cmdlet.args.Identity))
        : categoriesOfServer(cmdlet, cmdlet.has('Server') ? textOf(cmdlet.args.Server) : localName(cmdlet));
      for (const category of categories) cmdlet.write(categoryObject(category));
    },
  }),
});
