// Move requests: how they are found, shown and made (spec/sandbox-cmdlets: mailbox moves; source of names and texts: the reference
// pages of New-MoveRequest and Get-MoveRequestStatistics).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { hasWildcards } from '../../../src/runtime/operators/strings.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { ByteQuantifiedSize } from '../types/byte-quantified-size.ts';
import { boundProperties } from './config-changes.ts';
import { configShellObject, findObjects, type Presentation } from './config-objects.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError, objectNotFound } from './errors.ts';

export type MoveRequest = ConfigObject<'moveRequest'>;

function mailboxOf(cmdlet: CmdletContext, request: MoveRequest): ConfigObject<'mailbox'> | undefined {
  return worldOf(cmdlet).find('mailbox', request.properties.MailboxGuid ?? request.name);
}

/** Requests that an identity names: the request's, or any of its mailbox. */
export function findMoveRequests(cmdlet: CmdletContext, identity: string | undefined): MoveRequest[] {
  const mailbox = identity === undefined ? undefined : worldOf(cmdlet).find('mailbox', identity);
  if (mailbox === undefined || (identity !== undefined && hasWildcards(identity)))
    return findObjects(cmdlet, 'moveRequest', identity) as unknown as MoveRequest[];
  const found = requestOf(cmdlet, mailbox);
  if (found === undefined) cmdlet.error(objectNotFound(cmdlet, identity!));
  return found === undefined ? [] : [found];
}

export function requestOf(cmdlet: CmdletContext, mailbox: ConfigObject<'mailbox'>): MoveRequest | undefined {
  return worldOf(cmdlet)
    .objects('moveRequest')
    .find((request) => mailboxOf(cmdlet, request) === mailbox);
}

const flagsOf = (request: MoveRequest): string => {
  const flags = ['IntraOrg', 'Pull'];
  if (request.properties.Protect === true) flags.push('Protected');
  if (request.properties.SuspendWhenReadyToComplete === true) flags.push('SuspendWhenReadyToComplete');
  if (request.properties.Priority === 'High') flags.push('HighPriority');
  return flags.join(', ');
};

function presentation(cmdlet: CmdletContext): Presentation {
  const ofMailbox =
    (name: 'Alias' | 'DisplayName') =>
    (object: ConfigObject): Value => {
      const request = object as unknown as MoveRequest;
      return mailboxOf(cmdlet, request)?.properties[name] ?? request.name;
    };
  return {
    typeName: 'Microsoft.Exchange.Data.Directory.Management.MoveRequest',
    objectClass: ['top', 'user'],
    hidden: ['NextStep', 'PercentComplete'],
    order: ['ExchangeGuid', 'SourceDatabase', 'TargetDatabase', 'Alias', 'DisplayName', 'BatchName', 'Status', 'Flags'],
    derived: {
      ExchangeGuid: (object): Value => (object.properties.MailboxGuid ?? null) as Value,
      Alias: ofMailbox('Alias'),
      DisplayName: ofMailbox('DisplayName'),
      Flags: (object): Value => flagsOf(object as unknown as MoveRequest),
      RequestStyle: () => 'IntraOrg',
      Direction: () => 'Pull',
    },
  };
}

export function moveRequestObject(cmdlet: CmdletContext, request: MoveRequest): PSObject {
  return configShellObject(request as unknown as ConfigObject, presentation(cmdlet));
}

/** What New-MoveRequest and Get-MoveRequestStatistics put out. */
export function moveStatistics(cmdlet: CmdletContext, request: MoveRequest): PSObject {
  const world = worldOf(cmdlet);
  const mailbox = mailboxOf(cmdlet, request);
  const items = mailbox === undefined ? [] : (world.mailboxItems(mailbox.guid) ?? []);
  const { properties } = request;
  return PSObject.of(
    {
      MailboxIdentity: request.name,
      DisplayName: mailbox?.properties.DisplayName ?? request.name,
      Alias: mailbox?.properties.Alias ?? request.name,
      ExchangeGuid: properties.MailboxGuid,
      Status: properties.Status,
      StatusDetail: properties.Status,
      Flags: flagsOf(request),
      RequestStyle: 'IntraOrg',
      Direction: 'Pull',
      SourceDatabase: properties.SourceDatabase,
      TargetDatabase: properties.TargetDatabase,
      BatchName: (properties.BatchName ?? '') as Value,
      Priority: properties.Priority as Value,
      BadItemLimit: properties.BadItemLimit as Value,
      BadItemsEncountered: 0,
      TotalMailboxSize: new ByteQuantifiedSize(items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
      TotalMailboxItemCount: items.length,
      TotalArchiveSize: null,
      PercentComplete: properties.PercentComplete,
      SuspendWhenReadyToComplete: properties.SuspendWhenReadyToComplete,
      Identity: request.identity,
      IsValid: true,
      ObjectState: 'New',
    },
    'Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics',
  );
}

interface MoveOptions {
  /** Properties of the request besides source and target. */
  properties?: JsonObject;
  /** Only checks. */
  validateOnly?: boolean;
  /** A request that is completed gives way to the new one. */
  replacesCompleted?: boolean;
  question: (mailbox: string, database: string) => string;
}

/** Makes a request after the product's checks; undefined when it was refused or declined. */
export function requestMove(cmdlet: CmdletContext, options: MoveOptions): MoveRequest | undefined {
  const world = worldOf(cmdlet);
  const identity = textOf(cmdlet.args.Identity);
  const mailbox = world.find('mailbox', identity);
  if (mailbox === undefined) {
    cmdlet.error(objectNotFound(cmdlet, identity));
    return undefined;
  }
  const target = targetOf(cmdlet, mailbox);
  if (target === undefined || refused(cmdlet, mailbox, target, options.replacesCompleted === true)) return undefined;
  if (!confirmed(cmdlet, options.question(mailbox.name, target.name)) || options.validateOnly) return undefined;
  return attempt(cmdlet, () => makeRequest(cmdlet, mailbox, target, options.properties ?? {}));
}

function makeRequest(
  cmdlet: CmdletContext,
  mailbox: ConfigObject<'mailbox'>,
  target: ConfigObject<'database'>,
  properties: JsonObject,
): MoveRequest | undefined {
  const world = worldOf(cmdlet);
  const old = requestOf(cmdlet, mailbox);
  if (old !== undefined) world.apply({ kind: 'config.remove', class: 'moveRequest', identity: old.guid });
  const made = world.apply({
    kind: 'config.new',
    class: 'moveRequest',
    name: mailbox.name,
    properties: {
      ...properties,
      SourceDatabase: mailbox.properties.Database ?? '',
      TargetDatabase: target.name,
      MailboxGuid: mailbox.guid,
    },
  });
  return world.find('moveRequest', made.identity ?? mailbox.name);
}

/** The named database; without a name the product's choice: another one, on the mailbox's version (automatic distribution). */
function targetOf(cmdlet: CmdletContext, mailbox: ConfigObject<'mailbox'>): ConfigObject<'database'> | undefined {
  const world = worldOf(cmdlet);
  if (cmdlet.has('TargetDatabase')) {
    const name = textOf(cmdlet.args.TargetDatabase);
    // Before 2010 a database goes by `Server\Storage group\Database`.
    const found = world.find('database', name) ?? world.find('database', name.slice(name.lastIndexOf('\\') + 1));
    if (found === undefined) cmdlet.error(objectNotFound(cmdlet, name));
    return found;
  }
  const other = world.objects('database').find((each) => each.properties.Mounted && !isIn(mailbox, each));
  if (other === undefined)
    cmdlet.error(exchangeError(cmdlet, 'invalidOperation', 'No available mailbox database was found for the move.'));
  return other;
}

const isIn = (mailbox: ConfigObject<'mailbox'>, database: ConfigObject<'database'>): boolean =>
  mailbox.properties.Database?.toLowerCase() === database.name.toLowerCase();

function refused(
  cmdlet: CmdletContext,
  mailbox: ConfigObject<'mailbox'>,
  target: ConfigObject<'database'>,
  replacesCompleted: boolean,
): boolean {
  const existing = requestOf(cmdlet, mailbox);
  const completed = existing?.properties.Status.startsWith('Completed') === true;
  const problem =
    existing !== undefined && completed && !replacesCompleted
      ? `Mailbox '${mailbox.name}' has a completed move request. Run Remove-MoveRequest for it before you make a new one.`
      : existing !== undefined && !completed
        ? `Mailbox '${mailbox.name}' is already being moved to '${existing.properties.TargetDatabase}'.`
        : isIn(mailbox, target)
          ? `Mailbox '${mailbox.name}' is already in the target database '${target.name}'.`
          : undefined;
  if (problem !== undefined) cmdlet.error(exchangeError(cmdlet, 'invalidArgument', problem, mailbox.name));
  return problem !== undefined;
}

/** Bound parameters that a request stores. */
export function requestProperties(cmdlet: CmdletContext): JsonObject {
  const bound = boundProperties(cmdlet, 'moveRequest', undefined, ['TargetDatabase']);
  return cmdlet.has('Suspend') && cmdlet.args.Suspend ? { ...bound, Status: 'Suspended' } : bound;
}

/** Suspend- and Resume-: the state that each request found takes. */
export function steerMoves(
  cmdlet: CmdletContext,
  status: string,
  from: readonly string[],
  question: (name: string) => string,
  also: JsonObject = {},
): void {
  for (const request of findMoveRequests(cmdlet, textOf(cmdlet.args.Identity))) {
    if (!confirmed(cmdlet, question(request.name))) continue;
    if (!from.includes(request.properties.Status)) {
      const text = `The move request of mailbox '${request.name}' is ${request.properties.Status}: this can't be done with it.`;
      cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, request.name));
      continue;
    }
    const input = {
      kind: 'config.set',
      class: 'moveRequest',
      identity: request.guid,
      properties: { ...also, Status: status },
    } as const;
    attempt(cmdlet, () => worldOf(cmdlet).apply(input));
  }
}
