// New recipients: name, alias, account and database as the product chooses them when they are not given.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { localMachine, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { boundProperties } from './config-changes.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { recipientChanges, validAlias } from './recipient-changes.ts';
import { recipientObject } from './recipients.ts';

const changes = recipientChanges('');

/** Parameters as properties of a recipient of the class; undefined after an error. */
export function newProperties(cmdlet: CmdletContext, configClass: ConfigClass): JsonObject | undefined {
  const bound = boundProperties(cmdlet, configClass, undefined, [...(changes.skip ?? []), 'Name']);
  const properties = changes.adjust!(cmdlet, bound, undefined);
  return properties === undefined || (typeof properties.Alias === 'string' && !validAlias(cmdlet, properties.Alias))
    ? undefined
    : properties;
}

/** Makes it after asking; undefined when it was refused or declined. */
export function makeRecipient(
  cmdlet: CmdletContext,
  configClass: ConfigClass,
  name: string,
  properties: JsonObject,
  question: string,
): ConfigObject | undefined {
  if (!confirmed(cmdlet, question)) return undefined;
  const input = { kind: 'config.new', class: configClass, name, properties } as const;
  const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
  return made && (worldOf(cmdlet).find(configClass, made.identity ?? name) as ConfigObject | undefined);
}

interface CreationOptions {
  noun: string;
  /** Adds what the class needs; undefined after an error. */
  complete?: (cmdlet: CmdletContext, properties: JsonObject, name: string) => JsonObject | undefined;
}

export function creatingRecipient(
  configClass: ConfigClass,
  { noun, complete }: CreationOptions,
): (cmdlet: CmdletContext) => CmdletRun {
  return (cmdlet) => ({
    process() {
      const name = textOf(cmdlet.args.Name);
      const bound = newProperties(cmdlet, configClass);
      const properties = bound && (complete === undefined ? bound : complete(cmdlet, bound, name));
      if (properties === undefined) return;
      const made = makeRecipient(cmdlet, configClass, name, properties, `Creating ${noun} "${name}".`);
      if (made !== undefined) cmdlet.write(recipientObject(cmdlet, made));
    },
  });
}

/** Alias and account name of something with an account: from the user principal name, else the name. */
export function accountProperties(_cmdlet: CmdletContext, properties: JsonObject, name: string): JsonObject {
  const principal = properties.UserPrincipalName;
  const base = typeof principal === 'string' ? principal.replace(/@.*$/, '') : name;
  const alias = properties.Alias ?? (typeof principal === 'string' ? base.replace(/[^\w.-]/g, '') : undefined);
  return {
    ...properties,
    ...(alias === undefined ? {} : { Alias: alias }),
    SamAccountName: properties.SamAccountName ?? base.replace(/[^\w.-]/g, '').slice(0, 20),
  };
}

/** Which type a mailbox is by the switches of New- and Enable-Mailbox. */
export function mailboxType(cmdlet: CmdletContext): string {
  const switches: [string, string][] = [
    ['LinkedRoom', 'LinkedRoomMailbox'],
    ['Room', 'RoomMailbox'],
    ['Equipment', 'EquipmentMailbox'],
    ['Shared', 'SharedMailbox'],
    ['Discovery', 'DiscoveryMailbox'],
    ['Arbitration', 'ArbitrationMailbox'],
    ['PublicFolder', 'PublicFolderMailbox'],
    ['AuditLog', 'AuditLogMailbox'],
    ['AuxAuditLog', 'AuxAuditLogMailbox'],
    ['LinkedMasterAccount', 'LinkedMailbox'],
  ];
  return switches.find(([parameter]) => cmdlet.has(parameter) && cmdlet.args[parameter])?.[1] ?? 'UserMailbox';
}

/**
 * The database of a new mailbox: the given one, else the mounted one with the fewest mailboxes that is not excluded from provisioning,
 * in the shell's own site if there is any (automatic mailbox distribution). Undefined after an error.
 */
export function mailboxDatabase(cmdlet: CmdletContext, properties: JsonObject): string | undefined {
  if (typeof properties.Database === 'string') return properties.Database;
  const world = worldOf(cmdlet);
  const site = localMachine(cmdlet)?.site.toLowerCase();
  const suitable = world
    .objects('database')
    .filter(
      ({ properties: own }) =>
        own.Mounted &&
        own.IsExcludedFromProvisioning !== true &&
        own.IsSuspendedFromProvisioning !== true &&
        own.IsExcludedFromInitialProvisioning !== true,
    );
  const near = suitable.filter(
    ({ properties: own }) => world.findMachine(own.Server ?? '')?.site.toLowerCase() === site,
  );
  const count = new Map<string, number>();
  for (const { properties: own } of world.objects('mailbox'))
    count.set(own.Database?.toLowerCase() ?? '', (count.get(own.Database?.toLowerCase() ?? '') ?? 0) + 1);
  const load = (name: string): number => count.get(name.toLowerCase()) ?? 0;
  const [best] = (near.length > 0 ? near : suitable).sort((left, right) => load(left.name) - load(right.name));
  if (best === undefined)
    cmdlet.error(
      exchangeError(cmdlet, 'invalidOperation', 'No available mailbox database was found for the new mailbox.'),
    );
  return best?.name;
}
