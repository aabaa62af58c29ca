// Suspended copies of mailbox databases: Suspend- and Resume-MailboxDatabaseCopy write them, status, moves and failovers look at them.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { attempt, exchangeError, objectNotFound } from './errors.ts';

export interface DatabaseCopy {
  database: ConfigObject<'database'>;
  server: string;
}

/** `DB01\EX02`; the errors of unknown databases and of servers without a copy are written. */
export function copyNamed(cmdlet: CmdletContext, identity: string): DatabaseCopy | undefined {
  const [name = '', serverName] = identity.split('\\');
  const database = worldOf(cmdlet).find('database', name) as ConfigObject<'database'> | undefined;
  if (database === undefined || serverName === undefined) {
    cmdlet.error(objectNotFound(cmdlet, identity));
    return undefined;
  }
  const short = serverName.split('.')[0]!.toLowerCase();
  const server = copyServers(database).find((each) => each.toLowerCase() === short);
  if (server !== undefined) return { database, server };
  const message = `The database "${database.name}" doesn't have a copy on server "${serverName}".`;
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, identity));
  return undefined;
}

type CopyList = 'SuspendedCopies' | 'ActivationSuspendedCopies' | 'ReplayLagCopies';

/** Servers in a list of the database; an entry may carry a comment, `EX02=replacing the disk`. */
function entries(database: ConfigObject<'database'>, list: CopyList): string[] {
  const value = database.properties[list];
  return Array.isArray(value) ? value.map(String) : [];
}
const isEntryOf = (entry: string, server: string): boolean =>
  entry.split('=')[0]!.toLowerCase() === server.toLowerCase();

/** The comment of the entry (empty for none); undefined when the copy isn't in the list. */
export function entryOf({ database, server }: DatabaseCopy, list: CopyList): string | undefined {
  const entry = entries(database, list).find((each) => isEntryOf(each, server));
  return entry === undefined ? undefined : entry.slice(entry.indexOf('=') + 1 || entry.length);
}

/** Whether the copy may become the active one. */
export function mayActivate(copy: DatabaseCopy): boolean {
  return entryOf(copy, 'SuspendedCopies') === undefined && entryOf(copy, 'ActivationSuspendedCopies') === undefined;
}

/** Puts a copy into lists (with a comment) or takes it out of them (null). */
export function changeCopy(
  cmdlet: CmdletContext,
  { database, server }: DatabaseCopy,
  changes: Partial<Record<CopyList, string | null>>,
): void {
  const properties: JsonObject = Object.fromEntries(
    Object.entries(changes).map(([list, comment]) => {
      const others = entries(database, list as CopyList).filter((entry) => !isEntryOf(entry, server));
      return [list, comment === null ? others : [...others, comment === '' ? server : `${server}=${comment}`]];
    }),
  );
  const named = { class: 'database', identity: database.guid } as const;
  attempt(cmdlet, () => worldOf(cmdlet).apply({ kind: 'config.set', ...named, properties }));
}

/** Servers that hold a copy; a database without copies has its own server alone. */
export function copyServers(database: ConfigObject<'database'>): string[] {
  const { Servers, Server } = database.properties;
  return Servers.length > 0 ? Servers : Server ? [Server] : [];
}
