// Get-MailboxDatabaseCopyStatus.

import type { ConfigObject } from '../../state/schema/configuration.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { findObjects } from './support/config-objects.ts';
import { copyServers } from './support/copy-states.ts';
import { copyObject, copyTypeName } from './support/databases.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-MailboxDatabaseCopyStatus',
  synopsis: 'Gets the state of the copies of mailbox databases.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity           DatabaseCopyIdParameter    both  [Identity:0]  # Database or Database\\Server.
    Server             MailboxServerIdParameter   both  [Server!]     # The server whose copies are shown.
    Active             SwitchParameter                                # Only active copies.
    ConnectionStatus   SwitchParameter                                # Adds the replication connections.
    DomainController   Fqdn                       null                # The domain controller to ask.
    Local              SwitchParameter            [Identity]          # Only copies of this server.
    ExtendedErrorInfo  SwitchParameter                                # Adds error details.
    UseServerCache     SwitchParameter versions:2013+ # May use cached states.
  `,
  outputs: [copyTypeName],
  examples: [{ script: "(Get-MailboxDatabaseCopyStatus 'DB01\\EX02').Status", output: 'Healthy' }],
  create: (cmdlet) => ({
    process() {
      const { args } = cmdlet;
      const [name, server] = cmdlet.has('Identity') ? textOf(args.Identity).split('\\') : [];
      const databases = findObjects(cmdlet, 'database', name) as ConfigObject<'database'>[];
      const wanted = args.Server
        ? textOf(args.Server)
        : (server ?? (args.Local || !name ? localName(cmdlet) : undefined));
      const machine = wanted === undefined ? undefined : (worldOf(cmdlet).findMachine(wanted)?.name ?? wanted);
      for (const database of databases)
        for (const holder of copyServers(database)) {
          if (machine !== undefined && holder.toLowerCase() !== machine.toLowerCase()) continue;
          if (args.Active && database.properties.Server !== holder) continue;
          cmdlet.write(copyObject(cmdlet, database, holder));
        }
    },
  }),
});
