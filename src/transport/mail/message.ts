// One copy of a mail on one transport server, its recipients, and its places in queues.

import type { JsonValue } from '../../../state/schema/json.ts';
import type { MessageStatus } from '../views.ts';
import type { Content } from './content.ts';

export type RecipientState = 'pending' | 'queued' | 'done';
export type RecipientKind = 'Mailbox' | 'External' | 'DistributionGroup' | 'Other' | 'Unresolved';

/** NOTIFY of RFC 3461. */
export const notifyNever = 1;
export const notifySuccess = 2;

/** What went wrong last with a recipient. Most never have one. */
interface Fault {
  error: string;
  time: number;
  /** Server that gave the error, and its address. */
  remote: string;
  remoteAddress: string;
}

export class Recipient {
  state: RecipientState = 'pending';
  delaySent = false;
  /** Ended with a failure. */
  failed = false;
  notify = 0;
  kind: RecipientKind = 'Unresolved';
  private fault: Fault | undefined = undefined;

  constructor(
    /** Address now; differs from the original after resolution. */
    public address: string,
    /** Address the sender gave (ORCPT). */
    readonly original: string,
    /** The group through whose expansion it came, for reports and the log. */
    readonly related: string,
  ) {}

  get lastError(): string {
    return this.fault?.error ?? '';
  }

  get lastErrorTime(): number {
    return this.fault?.time ?? 0;
  }

  get remote(): string {
    return this.fault?.remote ?? '';
  }

  get remoteAddress(): string {
    return this.fault?.remoteAddress ?? '';
  }

  noteError(error: string, time: number, remote = '', remoteAddress = ''): void {
    this.fault = { error, time, remote, remoteAddress };
  }

  save(): JsonValue {
    const fault =
      this.fault === undefined
        ? null
        : [this.fault.error, this.fault.time, this.fault.remote, this.fault.remoteAddress];
    return [
      this.address,
      this.original,
      this.related,
      this.state,
      this.delaySent,
      this.failed,
      this.notify,
      this.kind,
      fault,
    ];
  }

  static restore(row: JsonValue): Recipient {
    const r = row as unknown[];
    const recipient = new Recipient(r[0] as string, r[1] as string, r[2] as string);
    recipient.state = r[3] as RecipientState;
    recipient.delaySent = r[4] as boolean;
    recipient.failed = r[5] as boolean;
    recipient.notify = r[6] as number;
    recipient.kind = r[7] as RecipientKind;
    const fault = r[8] as [string, number, string, string] | null;
    if (fault !== null) recipient.noteError(...fault);
    return recipient;
  }
}

/** One Received line; the newest first. */
export interface Hop {
  from: string;
  fromAddress: string;
  by: string;
  byAddress: string;
  protocol: 'mapi' | 'SMTP';
  time: number;
  previous: Hop | undefined;
  /** Header lines of the organisation's own that this hop's server added; few hops have any. */
  stamps?: string;
}

export function* hopsOf(hop: Hop | undefined): Iterable<Hop> {
  for (let current = hop; current !== undefined; current = current.previous) yield current;
}

// Shared empty lists: most messages get lists of exactly one.
const noRecipients: Recipient[] = [];
const noPlaces: QueuedMessage[] = [];

/** How messages came in; the same for many of them, and shared. */
export interface MessageOrigin {
  readonly sourceName: string;
  readonly sourceIp: string;
  readonly authenticated: boolean;
  /** Connector it came in by; a linked Send connector is looked up through it. */
  readonly receiveConnector: string;
  readonly scl: number;
}

/** What only few messages have. */
export interface RareState {
  /** Groups it has been through already, to end expansion loops. */
  expanded: string[] | undefined;
  /** No DSN is made for it (Safety Net copies). */
  suppressDsn: boolean;
  /** May be in the mailbox already (shadow or Safety Net resubmission). */
  duplicate: boolean;
  /** Moderated recipients that have been approved, by guid. */
  approvals: string[] | undefined;
  /** Only recipients in this database get it: a resubmission for one database; empty: all. */
  onlyDatabase: string;
  /** Exchange 2010: who waits for the discard of this message: machine id and number of the copy there. */
  upstreamServer: number;
  upstreamMessage: number;
  /** Times it was being processed when the transport process died. */
  crashes: number;
}

const ordinary: Readonly<RareState> = {
  expanded: undefined,
  suppressDsn: false,
  duplicate: false,
  approvals: undefined,
  onlyDatabase: '',
  upstreamServer: 0,
  upstreamMessage: 0,
  crashes: 0,
};

export class Message {
  /** All recipients of this copy; those that are done stay until the message is gone. */
  recipients: Recipient[] = noRecipients;
  /** Where it lies: usually one queue. */
  places: QueuedMessage[] = noPlaces;
  /** Who holds a shadow copy (machine id), 0: nobody; and that copy's number there. */
  shadowServer = 0;
  shadowMessage = 0;
  /** Neighbours in order of arrival on the server, see TransportService. */
  older: Message | undefined = undefined;
  newer: Message | undefined = undefined;
  delayHandled = false;
  gone = false;
  /** Transport rules, journaling and limits have been looked at. */
  rulesDone = false;
  private rare: RareState | undefined = undefined;

  constructor(
    /** Unique in the world; what queue cmdlets show as the message's number. */
    readonly id: number,
    /** Rules replace it by what they make of it. */
    public content: Content,
    readonly machineId: number,
    readonly received: number,
    /** Envelope sender; empty for DSNs. */
    readonly returnPath: string,
    public origin: MessageOrigin,
    readonly hops: Hop | undefined,
    /** When it entered the organisation. */
    readonly entered: number,
  ) {}

  get authenticated(): boolean {
    return this.origin.authenticated;
  }

  /** Uncommon state, to read. */
  get special(): Readonly<RareState> {
    return this.rare ?? ordinary;
  }

  /** A list of one may be shared with the message's places (see `place`), so that it does not grow but gives way. */
  addRecipient(recipient: Recipient): void {
    const { recipients } = this;
    // Literals of one or two take just the room they need; a spread would reserve more.
    if (recipients.length === 0) this.recipients = [recipient];
    else if (recipients.length === 1) this.recipients = [recipients[0]!, recipient];
    else recipients.push(recipient);
  }

  /** Changes uncommon state. */
  mark(changes: Partial<RareState>): void {
    this.rare = { ...(this.rare ?? ordinary), ...changes };
  }

  get hopCount(): number {
    let count = 0;
    for (let hop = this.hops; hop !== undefined; hop = hop.previous) count += 1;
    return count;
  }

  get directionality(): 'Incoming' | 'Originating' {
    return this.authenticated ? 'Originating' : 'Incoming';
  }
}

/** A message in one queue, with the recipients that go that way. */
export class QueuedMessage {
  status: MessageStatus = 'Ready';
  retryCount = 0;
  lastError = '';
  /** Until then it waits for itself (MessageRetryInterval); 0: ready. */
  notBefore = 0;

  constructor(
    readonly message: Message,
    readonly queueId: number,
    public recipients: Recipient[],
    readonly since: number,
  ) {}
}
