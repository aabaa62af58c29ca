// Mailbox databases and their copies for the availability cmdlets (facts/outputs 2.5).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { entryOf, mayActivate } from './copy-states.ts';
import { dateTimeOf } from './times.ts';

export const copyTypeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseCopyStatusEntry';

/** State of one copy: the active one is Mounted or Dismounted, others are Healthy while both machines run. */
function statusOf(cmdlet: CmdletContext, database: ConfigObject<'database'>, server: string): string {
  const world = worldOf(cmdlet);
  const active = database.properties.Server?.toLowerCase() === server.toLowerCase();
  if (!world.findMachine(server)?.online) return 'ServiceDown';
  if (active) return database.properties.Mounted ? 'Mounted' : 'Dismounted';
  const copy = { database, server };
  if (entryOf(copy, 'SuspendedCopies') !== undefined) return 'Suspended';
  const source = database.properties.Server;
  return source && world.findMachine(source)?.online ? 'Healthy' : 'DisconnectedAndHealthy';
}

export function copyObject(cmdlet: CmdletContext, database: ConfigObject<'database'>, server: string): PSObject {
  const status = statusOf(cmdlet, database, server);
  const active = database.properties.Server?.toLowerCase() === server.toLowerCase();
  const healthy: Value = status === 'Healthy' ? dateTimeOf(worldOf(cmdlet).now) : null;
  return PSObject.of(
    {
      Identity: `${database.name}\\${server}`,
      Id: `${database.name}\\${server}`,
      Name: `${database.name}\\${server}`,
      DatabaseName: database.name,
      Status: status,
      MailboxServer: server,
      ActiveDatabaseCopy: (database.properties.Server ?? '').toLowerCase(),
      ActiveCopy: active,
      ActivationPreference:
        database.properties.Servers.findIndex((each) => each.toLowerCase() === server.toLowerCase()) + 1,
      ActivationSuspended: !mayActivate({ database, server }),
      SuspendComment: entryOf({ database, server }, 'SuspendedCopies') ?? '',
      CopyQueueLength: 0,
      ReplayQueueLength: 0,
      LatestAvailableLogTime: healthy,
      LastInspectedLogTime: healthy,
      ContentIndexState: status === 'ServiceDown' ? 'Unknown' : 'Healthy',
      IsValid: true,
      ObjectState: 'Unchanged',
    },
    copyTypeName,
  );
}
