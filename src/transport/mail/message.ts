// One copy of a mail on one transport server, its recipients, and its places in queues.

import type { JsonValue } from '../../../state/schema/json.ts';
import type { MessageStatus } from '../views.ts';
import type { Content } from './content.ts';

export type RecipientState = 'pending' | 'queued' | 'done';
export type RecipientKind = 'Mailbox' | 'External' | 'DistributionGroup' | 'Other' | 'Unresolved';

/** NOTIFY of RFC 3461. */
export const notifyNever = 1;
export const notifySuccess = 2;

export class Recipient {
  state: RecipientState = 'pending';
  lastError = '';
  lastErrorTime = 0;
  delaySent = false;
  /** Ended with a failure. */
  failed = false;
  notify = 0;
  kind: RecipientKind = 'Unresolved';
  /** Server that gave the last error, and its address. */
  remote = '';
  remoteAddress = '';

  constructor(
    /** Address now; differs from the original after resolution. */
    public address: string,
    /** Address the sender gave (ORCPT). */
    readonly original: string,
    /** The group through whose expansion it came, for reports and the log. */
    readonly related: string,
  ) {}

  save(): JsonValue {
    return [
      this.address,
      this.original,
      this.related,
      this.state,
      this.lastError,
      this.lastErrorTime,
      this.delaySent,
      this.notify,
      this.kind,
      this.remote,
      this.remoteAddress,
      this.failed,
    ];
  }

  static restore(row: JsonValue): Recipient {
    const r = row as unknown[];
    const recipient = new Recipient(r[0] as string, r[1] as string, r[2] as string);
    recipient.state = r[3] as RecipientState;
    recipient.lastError = r[4] as string;
    recipient.lastErrorTime = r[5] as number;
    recipient.delaySent = r[6] as boolean;
    recipient.notify = r[7] as number;
    recipient.kind = r[8] as RecipientKind;
    recipient.remote = r[9] as string;
    recipient.remoteAddress = r[10] as string;
    recipient.failed = r[11] as boolean;
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
}

export function* hopsOf(hop: Hop | undefined): Iterable<Hop> {
  for (let current = hop; current !== undefined; current = current.previous) yield current;
}

export class Message {
  /** All recipients of this copy; those that are done stay until the message is gone. */
  recipients: Recipient[] = [];
  /** Where it lies: usually one queue. */
  places: QueuedMessage[] = [];
  expires = 0;
  /** Who holds a shadow copy (machine id), 0: nobody; and that copy's number there. */
  shadowServer = 0;
  shadowMessage = 0;
  /** Server whose delayed acknowledgement or 2010 shadow waits for the discard of this message: machine id and message there. */
  upstreamServer = 0;
  upstreamMessage = 0;
  /** Neighbours in order of arrival on the server, see TransportService. */
  older: Message | undefined = undefined;
  newer: Message | undefined = undefined;
  delayHandled = false;
  gone = false;
  /** Times it was being processed when the service died. */
  poisonCount = 0;
  /** Groups it has been through already, to end expansion loops. */
  expanded: string[] | undefined = undefined;
  /** No DSN is made for it (Safety Net copies). */
  suppressDsn = false;
  /** May be in the mailbox already (shadow or Safety Net resubmission). */
  duplicate = false;
  deferReason = '';
  /** Connector it came in by; a linked Send connector is looked up through it. */
  receiveConnector = '';
  /** Routing attempts already on this server that found a loop, transport rules done … */
  rulesDone = false;
  /** Redirected here in maintenance: routed as if submitted here. */
  scl = -1;

  constructor(
    /** Unique in the world; what queue cmdlets show as the message's number. */
    readonly id: number,
    readonly content: Content,
    readonly machineId: number,
    readonly received: number,
    /** Envelope sender; empty for DSNs. */
    readonly returnPath: string,
    readonly sourceName: string,
    readonly sourceIp: string,
    readonly authenticated: boolean,
    readonly hops: Hop | undefined,
    /** When it entered the organisation. */
    readonly entered: number,
  ) {}

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
