// The transport service of one server: its queue database (queues and messages) and what it read at its start.

import type { LoadedAgent } from '../directory/agents.ts';
import type { ApplicationConfig } from '../machines/application-config.ts';
import type { Message } from '../mail/message.ts';
import type { ShadowMessage } from '../redundancy/shadow-message.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import { keyText, type NextHopKey, poisonKey, Queue, submissionKey, unreachableKey } from './queue.ts';

/** Settings that the running service keeps until it restarts (facts: W2 step 6). */
export interface CachedSettings {
  shadowRedundancyEnabled: boolean;
  /** DNS servers of the internal and the external settings. */
  internalDns: string[] | undefined;
  externalDns: string[] | undefined;
  /** EdgeTransport.exe.config; undefined: as it was shipped. */
  application?: ApplicationConfig | undefined;
  /** Transport agents that are at work, in order; undefined in services that started before there were any. */
  agents?: readonly LoadedAgent[];
}

/** Discard notices are dated to the minute. */
const discardMarkMs = 60_000;

export class TransportService {
  readonly queues = new Map<number, Queue>();
  private readonly byKey = new Map<string, Queue>();
  submission!: Queue;
  unreachable!: Queue;
  poison!: Queue;
  /** Number of the next delivery or shadow queue. */
  nextQueueNumber = 1;
  /** Identity of the queue database; a new one means that the old one's messages are lost. */
  databaseId = 1;
  /** When it was made anew; 0: it is as old as the server. */
  databaseCreated = 0;
  /** Somebody took its file away: the next start makes a new one. */
  databaseMissing = false;
  settings: CachedSettings = {
    shadowRedundancyEnabled: true,
    internalDns: undefined,
    externalDns: undefined,
  };
  routing: RoutingTable | undefined;
  /** Version of the directory that the table was calculated from, and number of the table. */
  routingVersion = -1;
  routingNumber = 0;
  /** When the table last came to differ from the one before. */
  routingSince = 0;
  /** Messages in order of arrival: oldest and newest; the first whose delay is still to be looked after. */
  oldest: Message | undefined;
  newest: Message | undefined;
  delayCursor: Message | undefined;
  messageCount = 0;
  timerAt = 0;
  categorizeAt = 0;
  /** Redirect-Message runs: new mail is refused. */
  redirecting = false;
  /** Starts of the service so far: process ids, back pressure histories. */
  starts = 0;
  /** Shadow copies held for others, by number; and queues of them by primary server. */
  readonly shadows = new Map<number, ShadowMessage>();
  heartbeatAt = 0;
  /** Discard notices that wait to be fetched: shadow server's machine id → numbers of its copies. */
  readonly discards = new Map<number, number[]>();
  /** When they came: from which place of the list on, a mark a minute. */
  readonly discardMarks = new Map<number, [time: number, place: number][]>();
  /** Pressure levels by resource. */
  pressure: Record<string, 'Low' | 'Medium' | 'High'> = {};
  /** When a resource left its lowest level, and the next poll of all; 0: none is under pressure. */
  pressureSince: Record<string, number> = {};
  pollAt = 0;
  /** Shadow servers in turn. */
  shadowTurn = 0;
  /** Exchange 2010: keeps a copy of what it sent until the next hop has delivered. */
  keepsShadows = false;
  roundRobin = 0;

  constructor(readonly machineId: number) {}

  /** Makes the persistent queues; `nextId` numbers queues over the world. */
  initialize(nextId: () => number, now: number): void {
    this.submission = new Queue(nextId(), this.machineId, 0, submissionKey, now);
    this.unreachable = new Queue(nextId(), this.machineId, 0, unreachableKey, now);
    this.poison = new Queue(nextId(), this.machineId, 0, poisonKey, now);
    for (const queue of [this.submission, this.unreachable, this.poison]) this.queues.set(queue.id, queue);
  }

  addQueue(queue: Queue): void {
    this.queues.set(queue.id, queue);
    if (queue.number > 0) this.byKey.set(keyText(queue.key), queue);
  }

  findQueue(key: NextHopKey): Queue | undefined {
    return this.byKey.get(keyText(key));
  }

  removeQueue(queue: Queue): void {
    this.queues.delete(queue.id);
    if (this.byKey.get(keyText(queue.key)) === queue) this.byKey.delete(keyText(queue.key));
  }

  /** A message is done: its shadow server may drop the copy, when it asks. */
  noteDiscard(shadowServer: number, copy: number, now: number): void {
    const list = this.discards.get(shadowServer) ?? [];
    if (list.length === 0) {
      this.discards.set(shadowServer, list);
      this.discardMarks.set(shadowServer, []);
    }
    const marks = this.discardMarks.get(shadowServer);
    const last = marks?.at(-1);
    if (last === undefined || now - last[0] >= discardMarkMs) marks?.push([now, list.length]);
    list.push(copy);
  }

  /** What waits for a shadow server and is not older than the given instant; it is handed over with that. */
  takeDiscards(shadowServer: number, since: number): number[] {
    const list = this.discards.get(shadowServer) ?? [];
    const marks = this.discardMarks.get(shadowServer) ?? [];
    this.discards.delete(shadowServer);
    this.discardMarks.delete(shadowServer);
    if (marks.length === 0) return list;
    const first = marks.find(([time]) => time + discardMarkMs > since);
    return first === undefined ? [] : list.slice(first[1]);
  }

  /** Appends to the order of arrival. */
  link(message: Message): void {
    message.older = this.newest;
    if (this.newest !== undefined) this.newest.newer = message;
    else this.oldest = message;
    this.newest = message;
    this.delayCursor ??= message;
    this.messageCount += 1;
  }

  unlink(message: Message): void {
    if (message.older !== undefined) message.older.newer = message.newer;
    else this.oldest = message.newer;
    if (message.newer !== undefined) message.newer.older = message.older;
    else this.newest = message.older;
    if (this.delayCursor === message) this.delayCursor = message.newer;
    message.older = undefined;
    message.newer = undefined;
    this.messageCount -= 1;
  }
}
