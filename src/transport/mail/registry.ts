// Messages on servers: made, put into queues, taken out, ended. The only place where a message's whereabouts change.

import type { Machine } from '../machines/machine.ts';
import type { NextHopKey } from '../queues/queue.ts';
import { priorityIndex, Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import type { Content } from './content.ts';
import type { Hop } from './message.ts';
import { Message, type MessageOrigin, QueuedMessage, type Recipient } from './message.ts';

/** Time between arrival in the Submission queue and the categorizer's work. */
export const categorizerDelayMs = 20;
const connectDelayMs = 10;

export interface NewMessage {
  content: Content;
  machine: Machine;
  returnPath: string;
  sourceName: string;
  sourceIp: string;
  authenticated: boolean;
  hops: Hop | undefined;
  entered: number;
  receiveConnector?: string;
  scl?: number;
}

/** The one object for messages that came in alike. */
export function sharedOrigin(simulation: Simulation, origin: MessageOrigin): MessageOrigin {
  const key = `${origin.sourceName}|${origin.sourceIp}|${origin.authenticated}|${origin.receiveConnector}|${origin.scl}`;
  const known = simulation.origins.get(key);
  if (known !== undefined) return known;
  simulation.origins.set(key, origin);
  return origin;
}

/** The same Received line for messages that arrive together. */
export function receivedLine(simulation: Simulation, hop: Hop): Hop {
  const key = `${hop.from}|${hop.by}|${hop.protocol}`;
  const known = simulation.recentHops.get(key);
  if (
    known !== undefined &&
    known.time === hop.time &&
    known.previous === hop.previous &&
    known.stamps === hop.stamps &&
    known.fromAddress === hop.fromAddress
  )
    return known;
  simulation.recentHops.set(key, hop);
  return hop;
}

/** A message that the server has accepted; it lies nowhere yet. */
export function makeMessage(simulation: Simulation, service: TransportService, fields: NewMessage): Message {
  const message = new Message(
    simulation.kernel.nextId('message'),
    fields.content,
    service.machineId,
    simulation.now,
    fields.returnPath,
    sharedOrigin(simulation, {
      sourceName: fields.sourceName,
      sourceIp: fields.sourceIp,
      authenticated: fields.authenticated,
      receiveConnector: fields.receiveConnector ?? '',
      scl: fields.scl ?? -1,
    }),
    fields.hops,
    fields.entered,
  );
  service.link(message);
  scheduleTimers(simulation, service);
  return message;
}

/** A message this long after DelayNotificationTimeout is told of even without a failed attempt: the articles' notices come 3 to 6 minutes late. */
export const delayScanMs = 180_000;

/** With priority queuing all ages are looked at so often. */
const priorityScanMs = 60_000;

/** Makes sure that delay and expiry of the oldest message are looked at in time. */
export function scheduleTimers(simulation: Simulation, service: TransportService): void {
  const { oldest, delayCursor } = service;
  if (oldest === undefined) return;
  if (service.settings.application?.priorities !== undefined) {
    if (service.timerAt > simulation.now) return;
    service.timerAt = simulation.now + priorityScanMs;
    simulation.kernel.at(service.timerAt, 'service.timers', service.machineId);
    return;
  }
  const settings = simulation.serviceSettings(simulation.machineById(service.machineId));
  let due = oldest.received + settings.MessageExpirationTimeout;
  if (delayCursor !== undefined)
    due = Math.min(due, delayCursor.received + settings.DelayNotificationTimeout + delayScanMs);
  due = Math.max(due, simulation.now + 1);
  if (service.timerAt > simulation.now && service.timerAt <= due) return;
  service.timerAt = due;
  simulation.kernel.at(due, 'service.timers', service.machineId);
}

/** Into the Submission queue; the categorizer takes it from there. */
export function submit(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  elsewhere?: ReadonlySet<Recipient>,
): void {
  place(
    simulation,
    service.submission,
    message,
    message.recipients.filter((recipient) => recipient.state !== 'done' && elsewhere?.has(recipient) !== true),
  );
  wakeCategorizer(simulation, service);
}

export function wakeCategorizer(simulation: Simulation, service: TransportService, delayMs = categorizerDelayMs): void {
  const due = simulation.now + delayMs;
  if (service.categorizeAt > simulation.now && service.categorizeAt <= due) return;
  service.categorizeAt = due;
  simulation.kernel.at(due, 'categorize', service.machineId);
}

/** Most messages have one recipient: their own list serves for their place, too. */
function sharedList(message: Message, recipients: Recipient[]): Recipient[] {
  return recipients.length === 1 && message.recipients.length === 1 && recipients[0] === message.recipients[0]
    ? message.recipients
    : recipients;
}

/** Puts recipients of a message into a queue. */
export function place(simulation: Simulation, queue: Queue, message: Message, recipients: Recipient[]): QueuedMessage {
  const present = queue.items.get(message.id);
  if (present !== undefined) {
    present.recipients = [...present.recipients, ...recipients];
    return present;
  }
  const queued = new QueuedMessage(message, queue.id, sharedList(message, recipients), simulation.now);
  for (const recipient of recipients) recipient.state = 'queued';
  queue.items.set(message.id, queued);
  queue.priorityCounts[priorityIndex[message.content.priority]] += 1;
  if (message.places.length === 0) message.places = [queued];
  else message.places.push(queued);
  queue.count(simulation.now, 1, 0);
  queue.lastUse = simulation.now;
  return queued;
}

/** Out of its queue, wherever it goes then. */
export function takeOut(simulation: Simulation, queue: Queue, queued: QueuedMessage, left = true): void {
  if (!queue.items.delete(queued.message.id)) return;
  queue.priorityCounts[priorityIndex[queued.message.content.priority]] -= 1;
  const { message } = queued;
  message.places =
    message.places.length === 1 && message.places[0] === queued
      ? []
      : message.places.filter((place) => place !== queued);
  if (left) queue.count(simulation.now, 0, 1);
  queue.lastUse = simulation.now;
}

/** The queue of a solution key, made when it is missing. */
export function queueFor(simulation: Simulation, service: TransportService, key: NextHopKey): Queue {
  const present = service.findQueue(key);
  if (present !== undefined) return present;
  const queue = new Queue(
    simulation.kernel.nextId('queue'),
    service.machineId,
    service.nextQueueNumber++,
    key,
    simulation.now,
  );
  service.addQueue(queue);
  simulation.queues.set(queue.id, queue);
  return queue;
}

/** A delivery queue that has mail connects soon, unless it waits, runs or is held. */
export function wakeQueue(simulation: Simulation, queue: Queue): void {
  if (queue.attempt !== 0 || queue.status === 'Retry' || queue.status === 'Suspended' || queue.number === 0) return;
  startAttempt(simulation, queue, connectDelayMs);
}

/** Schedules the next connection attempt; earlier ones are void. */
export function startAttempt(simulation: Simulation, queue: Queue, delayMs: number): void {
  queue.attempt = simulation.kernel.nextId('attempt');
  queue.timer = 0;
  queue.targetIndex = 0;
  simulation.kernel.after(delayMs, 'queue.connect', queue.id, queue.attempt);
}

/** Ends a message that has no open recipients left; tells whether it ended. */
export function finishIfDone(simulation: Simulation, service: TransportService, message: Message): boolean {
  if (message.gone || message.places.length > 0) return false;
  for (const recipient of message.recipients) if (recipient.state !== 'done') return false;
  message.gone = true;
  service.unlink(message);
  if (message.shadowServer !== 0) service.noteDiscard(message.shadowServer, message.shadowMessage, simulation.now);
  const { upstreamServer, upstreamMessage } = message.special;
  if (upstreamServer !== 0) service.noteDiscard(upstreamServer, upstreamMessage, simulation.now);
  return true;
}
