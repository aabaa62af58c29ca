// What New- and Set- of recipients make of their parameters: references become names, addresses get their prefixes, and parameters that
// stand for several properties are taken apart.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { Hashtable } from '../../../src/runtime/types/collections/hashtable.ts';
import { unwrap } from '../../../src/runtime/values.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { textsOf } from '../../sandbox/support/lists.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import type { ChangeOptions } from './config-families.ts';
import { exchangeError, objectNotFound } from './errors.ts';
import { namedRecipients } from './recipients.ts';

/** Lists of recipients. */
const recipientLists = [
  'AcceptMessagesOnlyFrom',
  'AcceptMessagesOnlyFromDLMembers',
  'RejectMessagesFrom',
  'RejectMessagesFromDLMembers',
  'ModeratedBy',
  'ManagedBy',
  'GrantSendOnBehalfTo',
  'BypassModerationFromSendersOrMembers',
];
/** One recipient each. */
const references = [
  'ForwardingAddress',
  'ArbitrationMailbox',
  'Manager',
  'JournalRecipient',
  'DefaultPublicFolderMailbox',
];
/** Parameters that stand for a list of senders and one of groups. */
const senderOrMembers = [
  ['AcceptMessagesOnlyFromSendersOrMembers', 'AcceptMessagesOnlyFrom'],
  ['RejectMessagesFromSendersOrMembers', 'RejectMessagesFrom'],
] as const;

const skipped = [
  ...recipientLists,
  ...references,
  'EmailAddresses',
  'Database',
  'ArchiveDatabase',
  'ForwardingSmtpAddress',
  'Type',
  'Password',
  'Members',
  'ExpansionServer',
];

interface ListChange {
  replace?: string[];
  add: string[];
  remove: string[];
}

/** What an argument does to a list: it replaces it, or `@{Add=…;Remove=…}` changes it. */
function listChange(argument: unknown): ListChange {
  const value = unwrap(rawOf(argument as never));
  const only = Array.isArray(value) && value.length === 1 ? unwrap(value[0]) : value;
  if (only instanceof Hashtable) return { add: textsOf(only.get('Add')), remove: textsOf(only.get('Remove')) };
  return { replace: textsOf(value).filter((text) => text !== ''), add: [], remove: [] };
}

function changed(present: readonly string[], { replace, add, remove }: ListChange): string[] {
  const gone = new Set(remove.map((text) => text.toLowerCase()));
  const list = replace ?? present.filter((text) => !gone.has(text.toLowerCase()));
  for (const text of add) if (!list.some((each) => each.toLowerCase() === text.toLowerCase())) list.push(text);
  return list;
}

const listOf = (object: ConfigObject | undefined, name: string): string[] => {
  const value = (object?.properties as Record<string, unknown> | undefined)?.[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Names of recipients for a list; undefined after an error. */
export function changedRecipients(
  cmdlet: CmdletContext,
  parameter: string,
  object: ConfigObject | undefined,
  property = parameter,
): string[] | undefined {
  const change = listChange(cmdlet.args[parameter]);
  const resolved: ListChange = { add: [], remove: [] };
  for (const part of ['replace', 'add', 'remove'] as const) {
    const given = change[part];
    if (given === undefined) continue;
    const names = namedRecipients(cmdlet, given);
    if (names === undefined) return undefined;
    resolved[part] = names;
  }
  return changed(listOf(object, property), resolved);
}

const isGroup = (cmdlet: CmdletContext, name: string): boolean =>
  worldOf(cmdlet).findRecipient(name)?.class.endsWith('istributionGroup') === true;

const withPrefix = (address: string): string => (/^[A-Za-z0-9]+:/.test(address) ? address : `smtp:${address}`);

/** Proxy addresses; their prefix may be left out. */
function changedAddresses(cmdlet: CmdletContext, object: ConfigObject | undefined): string[] {
  const { replace, add, remove } = listChange(cmdlet.args.EmailAddresses);
  return changed(listOf(object, 'EmailAddresses'), {
    ...(replace === undefined ? {} : { replace: firstIsPrimary(replace) }),
    add: add.map(withPrefix),
    remove: remove.map(withPrefix),
  });
}

/** Of a new list without a primary address the first one becomes it. */
function firstIsPrimary(addresses: readonly string[]): string[] {
  const all = addresses.map(withPrefix);
  const index = all.some((address) => address.startsWith('SMTP:'))
    ? -1
    : all.findIndex((address) => address.startsWith('smtp:'));
  return all.map((address, each) => (each === index ? `SMTP:${address.slice(5)}` : address));
}

/** The database of a parameter, by name; undefined after an error. */
function databaseOf(cmdlet: CmdletContext, parameter: string): string | undefined {
  const name = textOf(cmdlet.args[parameter]);
  const found = worldOf(cmdlet).find('database', name);
  if (found === undefined) cmdlet.error(objectNotFound(cmdlet, name));
  return found?.name;
}

function isBlank(argument: unknown): boolean {
  return argument === null || argument === undefined || textOf(argument as never) === '';
}

/** Adds what the bound parameters say to `changes`; undefined after an error. */
function adjust(cmdlet: CmdletContext, changes: JsonObject, object: ConfigObject | undefined): JsonObject | undefined {
  const result: Record<string, JsonValue> = { ...changes } as Record<string, JsonValue>;
  for (const parameter of recipientLists) {
    if (!cmdlet.has(parameter)) continue;
    const names = changedRecipients(cmdlet, parameter, object);
    if (names === undefined) return undefined;
    result[parameter] = names;
  }
  for (const parameter of references) {
    if (!cmdlet.has(parameter)) continue;
    const names = isBlank(cmdlet.args[parameter]) ? [] : namedRecipients(cmdlet, [textOf(cmdlet.args[parameter])]);
    if (names === undefined) return undefined;
    result[parameter] = names[0] ?? null;
  }
  for (const parameter of ['Database', 'ArchiveDatabase']) {
    if (!cmdlet.has(parameter)) continue;
    const name = databaseOf(cmdlet, parameter);
    if (name === undefined) return undefined;
    result[parameter] = name;
  }
  return splitSenders(cmdlet, result, object) && plainChanges(cmdlet, result, object) ? result : undefined;
}

/** Senders and groups of one parameter into their two lists. */
function splitSenders(
  cmdlet: CmdletContext,
  result: Record<string, JsonValue>,
  object: ConfigObject | undefined,
): boolean {
  for (const [parameter, property] of senderOrMembers) {
    if (!cmdlet.has(parameter)) continue;
    const groups = `${property}DLMembers`;
    const both = { properties: { Both: [...listOf(object, property), ...listOf(object, groups)] } } as unknown;
    const names = changedRecipients(cmdlet, parameter, both as ConfigObject, 'Both');
    if (names === undefined) return false;
    result[property] = names.filter((name) => !isGroup(cmdlet, name));
    result[groups] = names.filter((name) => isGroup(cmdlet, name));
  }
  return true;
}

function plainChanges(
  cmdlet: CmdletContext,
  result: Record<string, JsonValue>,
  object: ConfigObject | undefined,
): boolean {
  const { args } = cmdlet;
  if (cmdlet.has('EmailAddresses')) result.EmailAddresses = changedAddresses(cmdlet, object);
  if (cmdlet.has('ForwardingSmtpAddress'))
    result.ForwardingSmtpAddress = isBlank(args.ForwardingSmtpAddress)
      ? null
      : withPrefix(textOf(args.ForwardingSmtpAddress));
  if (['Password', 'NewPassword', 'RoomMailboxPassword'].some((name) => cmdlet.has(name)))
    result.PasswordLastSet = worldOf(cmdlet).now;
  if (cmdlet.has('Type')) result.RecipientTypeDetails = typeDetails(textOf(args.Type));
  if (cmdlet.has('ExternalEmailAddress'))
    result.ExternalEmailAddress = withPrefix(textOf(args.ExternalEmailAddress)).replace(/^smtp:/, 'SMTP:');
  if (cmdlet.has('WindowsEmailAddress') && !isBlank(args.WindowsEmailAddress) && !cmdlet.has('PrimarySmtpAddress'))
    result.PrimarySmtpAddress = textOf(args.WindowsEmailAddress);
  // A primary address given by hand takes the recipient out of the address policies.
  if (result.PrimarySmtpAddress !== undefined && !cmdlet.has('EmailAddressPolicyEnabled'))
    result.EmailAddressPolicyEnabled = false;
  return checkServer(cmdlet, result);
}

/** -ExpansionServer: the name of an existing server. */
function checkServer(cmdlet: CmdletContext, result: Record<string, JsonValue>): boolean {
  if (!cmdlet.has('ExpansionServer')) return true;
  const { ExpansionServer } = cmdlet.args;
  if (isBlank(ExpansionServer)) {
    result.ExpansionServer = null;
    return true;
  }
  const server = worldOf(cmdlet).findMachine(serverName(textOf(ExpansionServer)));
  if (server === undefined) cmdlet.error(objectNotFound(cmdlet, textOf(ExpansionServer)));
  else result.ExpansionServer = server.name;
  return server !== undefined;
}

/** A legacy name of a server ends with `/cn=NAME`. */
const serverName = (text: string): string => /\/cn=([^/]+)$/i.exec(text)?.[1] ?? text;

function typeDetails(type: string): string {
  return type.toLowerCase() === 'regular' ? 'UserMailbox' : `${type.charAt(0).toUpperCase()}${type.slice(1)}Mailbox`;
}

/** Options for Set- and New- of every class of recipients. */
export function recipientChanges(noun: string): ChangeOptions {
  return { noun, skip: skipped, adjust };
}

/** The alias may only have the characters that addresses have. */
export function validAlias(cmdlet: CmdletContext, alias: string): boolean {
  if (/^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(\.[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*$/.test(alias)) return true;
  const text = `Property Alias can't be set to "${alias}": valid values are strings formed with characters from A to Z (uppercase or lowercase), digits from 0 to 9, !, #, $, %, &, ', *, +, -, /, =, ?, ^, _, \`, {, |, }, or ~; single periods may stand between them.`;
  cmdlet.error(exchangeError(cmdlet, 'invalid', text, alias));
  return false;
}
