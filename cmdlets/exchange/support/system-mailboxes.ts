// System mailboxes of databases: who sends and gets what Test-Mailflow sends. Made when a database needs one for the first time;
// hidden from address lists, and from Get-Mailbox without -Monitoring.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { attempt, exchangeError } from './errors.ts';

/** The mailbox of a database; undefined, with the error written, when it can't be made. */
export function systemMailbox(
  cmdlet: CmdletContext,
  database: ConfigObject<'database'>,
): ConfigObject<'mailbox'> | undefined {
  const world = worldOf(cmdlet);
  const name = `SystemMailbox{${database.guid}}`;
  const present = world.find('mailbox', name);
  if (present !== undefined) return present;
  const properties = {
    Alias: name.replace(/[{}]/g, ''),
    Database: database.name,
    RecipientTypeDetails: 'MonitoringMailbox',
    HiddenFromAddressListsEnabled: true,
  };
  const input = { kind: 'config.new', class: 'mailbox', name, properties } as const;
  return attempt(cmdlet, () => world.apply(input)) && world.find('mailbox', name);
}

/** A mounted database that is active on the server; the error is written when there is none. */
export function activeDatabase(cmdlet: CmdletContext, machine: MachineView): ConfigObject<'database'> | undefined {
  const active = worldOf(cmdlet)
    .objects('database')
    .find(({ properties }) => properties.Mounted && properties.Server?.toLowerCase() === machine.name.toLowerCase());
  if (active !== undefined) return active;
  const message = machine.roles.includes('Mailbox')
    ? `There is no mounted mailbox database that is active on server "${machine.name}".`
    : `The server "${machine.name}" isn't a Mailbox server.`;
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, machine.name));
  return undefined;
}
