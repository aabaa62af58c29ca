// A queue of a transport server: its key, its messages in order of arrival, and the state of its connection.

import { zeroGuid } from '../kernel/identifiers.ts';
import type { QueuedMessage } from '../mail/message.ts';
import type { QueueStatus } from '../views.ts';
import type { DeliveryType } from './delivery-type.ts';

/** NextHopSolutionKey: stamped by routing, resolved into target servers at every connection attempt. */
export interface NextHopKey {
  type: DeliveryType;
  /** Next hop domain as shown. */
  domain: string;
  /** GUID of connector, database, group or site; zeros when unused. */
  connector: string;
  /** Name of the configuration object that the key stands on: connector, database, group, site, server. */
  object: string;
}

export function keyText(key: NextHopKey): string {
  return `${key.type}|${key.domain.toLowerCase()}|${key.connector}|${key.object.toLowerCase()}`;
}

export const submissionKey: NextHopKey = { type: 'Undefined', domain: 'Submission', connector: zeroGuid, object: '' };
export const unreachableKey: NextHopKey = {
  type: 'Unreachable',
  domain: 'Unreachable Domain',
  connector: zeroGuid,
  object: '',
};
export const poisonKey: NextHopKey = { type: 'Undefined', domain: 'Poison Message', connector: zeroGuid, object: '' };

/** Place of a priority in counts: High, Normal, Low. */
export const priorityIndex = { High: 0, Normal: 1, Low: 2 } as const;

export class Queue {
  readonly items = new Map<number, QueuedMessage>();
  status: QueueStatus = 'Ready';
  lastError = '';
  retryCount = 0;
  lastRetryTime = 0;
  nextRetryTime = 0;
  firstRetryTime = 0;
  /** Last time a connection succeeded, or the queue got its first message. */
  lastSuccess = 0;
  lastUse = 0;
  /** Token of the timer that counts; older ones are void. */
  timer = 0;
  /** Under way: 0 no, else token of the running attempt. */
  attempt = 0;
  /** Index of the target that the running attempt is at, and what the earlier ones said. */
  targetIndex = 0;
  /** Target that failed last: name and address. */
  lastTarget: [string, string] = ['', ''];
  /** Attempt and target of the conversation with a slow host that is under way. */
  conversation = '';
  /** Targets that have refused for good in the running attempt. */
  refusals = 0;
  /** Hub site on the way and names of the targets that the last attempt found; empty before the first. */
  targetNames = '';
  /** Turn of the load balancing over equal targets. */
  turn = 0;
  /** Connections that are open and take their time: they count against MaxOutboundConnections. */
  connections = 0;
  /** When idle resubmission is due next. */
  idleAt = 0;
  /** Messages by priority. */
  readonly priorityCounts: [number, number, number] = [0, 0, 0];
  /** Single messages have been put back in it. */
  hasDeferred = false;
  /** Shadow queues: number of copies held. */
  shadowCount = 0;
  /** Shadow queues: last time the primary answered. */
  lastContact = 0;
  /** Counts of messages in and out by ten-second slots, for the rates. */
  readonly rateSlots: [slot: number, incoming: number, outgoing: number][] = [];

  constructor(
    readonly id: number,
    readonly machineId: number,
    /** Number on the server; 0 for Submission, Unreachable, Poison. */
    readonly number: number,
    readonly key: NextHopKey,
    readonly created: number,
  ) {
    this.lastSuccess = created;
    this.lastUse = created;
    this.lastContact = created;
  }

  /** Last part of the identity. */
  get label(): string {
    if (this.number > 0) return this.key.type === 'ShadowRedundancy' ? `Shadow\\${this.number}` : String(this.number);
    if (this.key.type === 'Unreachable') return 'Unreachable';
    return this.key.domain === 'Poison Message' ? 'Poison' : 'Submission';
  }

  count(now: number, incoming: number, outgoing: number): void {
    const slot = Math.floor(now / 10_000);
    const last = this.rateSlots[this.rateSlots.length - 1];
    if (last !== undefined && last[0] === slot) {
      last[1] += incoming;
      last[2] += outgoing;
      return;
    }
    this.rateSlots.push([slot, incoming, outgoing]);
    while (this.rateSlots.length > 7) this.rateSlots.shift();
  }

  /** Messages a second over the last minute (facts 1.4, rates). */
  rates(now: number): { incoming: number; outgoing: number } {
    const oldest = Math.floor(now / 10_000) - 5;
    let incoming = 0;
    let outgoing = 0;
    for (const [slot, arrived, left] of this.rateSlots) {
      if (slot < oldest) continue;
      incoming += arrived;
      outgoing += left;
    }
    return { incoming: incoming / 60, outgoing: outgoing / 60 };
  }
}
