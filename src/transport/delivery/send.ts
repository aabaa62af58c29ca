// Sending over an open session: as many messages as the connection may carry, and what each reply means for them.

import { type TransactionResult, transact } from '../../smtp/client.ts';
import type { SmtpPolicy } from '../../smtp/policy.ts';
import { isPermanent, isPositive, replyText, type SmtpReply } from '../../smtp/reply.ts';
import { effectivePriority, type PriorityConfig } from '../machines/application-config.ts';
import type { Machine } from '../machines/machine.ts';
import type { Priority } from '../mail/content.ts';
import type { QueuedMessage, Recipient } from '../mail/message.ts';
import { notifySuccess } from '../mail/message.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';
import { isoTime, track } from '../mail/tracking.ts';
import { type Failure, failEach, reportSuccess } from '../notifications/failures.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Incoming, IncomingMail } from '../receive/incoming.ts';
import { noteSafetyNet } from '../redundancy/safety-net.ts';
import { announceShadow, keepShadow, type UpstreamShadow } from '../redundancy/upstream.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import { noteKeptPath } from '../routing/kept-path.ts';
import type { Simulation } from '../simulation.ts';

export interface BatchOutcome {
  sent: number;
  failed: number;
  bytes: number;
  /** Last reply that kept a message here. */
  refusal: SmtpReply | undefined;
  /** It was the server, not the message: MAIL refused by an Exchange server, or the connection closed. */
  serverRefused: boolean;
  waitMs: number;
}

/** Priority queuing: High before Normal before Low (facts 2, priority queuing). */
function readyByPriority(
  simulation: Simulation,
  queue: Queue,
  limit: number,
  priorities: PriorityConfig,
): QueuedMessage[] {
  const groups: Record<Priority, QueuedMessage[]> = { High: [], Normal: [], Low: [] };
  for (const queued of queue.items.values()) {
    if (queued.status === 'Suspended' || queued.notBefore > simulation.now) continue;
    groups[effectivePriority(queued.message.content, priorities)].push(queued);
  }
  return [...groups.High, ...groups.Normal, ...groups.Low].slice(0, limit);
}

/** Messages that may go now, at most so many. */
export function readyItems(simulation: Simulation, queue: Queue, limit: number): QueuedMessage[] {
  const priorities = simulation.machineById(queue.machineId).transport?.settings.application?.priorities;
  if (priorities !== undefined) return readyByPriority(simulation, queue, limit, priorities);
  const result: QueuedMessage[] = [];
  for (const queued of queue.items.values()) {
    if (queued.status === 'Suspended' || queued.notBefore > simulation.now) continue;
    result.push(queued);
    if (result.length >= limit) break;
  }
  return result;
}

/** Sends messages from a place in the list on, as many as the connection may carry; `next` is the place after the last. */
export function sendMessages(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  target: Target,
  policy: SmtpPolicy<Incoming>,
  items: readonly QueuedMessage[],
  from: number,
  limit: number,
): BatchOutcome & { next: number } {
  const service = machine.transport!;
  const outcome = {
    sent: 0,
    failed: 0,
    bytes: 0,
    refusal: undefined,
    serverRefused: false,
    waitMs: 0,
    next: from,
  } as BatchOutcome & { next: number };
  while (outcome.next < items.length && outcome.next < from + limit) {
    const queued = items[outcome.next++]!;
    const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
    const shadow = announceShadow(simulation, service, target);
    const { returnPath, content } = queued.message;
    const result = transact(policy, returnPath, open, outgoing(queued, target, shadow), content.size);
    outcome.waitMs += result.waitMs;
    if (result.stage === 'done') keepShadow(simulation, service, queued, target, open, shadow);
    settleMessage(simulation, service, machine, queue, queued, open, target, result, outcome);
    if (outcome.serverRefused || result.waitMs >= 1000) break;
  }
  return outcome;
}

function outgoing(queued: QueuedMessage, target: Target, shadow: UpstreamShadow): IncomingMail {
  const { message } = queued;
  return {
    content: message.content,
    hops: message.hops,
    entered: message.entered,
    authenticated: target.internal && message.authenticated,
    recipients: queued.recipients,
    expanded: message.special.expanded,
    suppressDsn: message.special.suppressDsn,
    ...shadow,
  };
}

function settleMessage(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  open: readonly Recipient[],
  target: Target,
  result: TransactionResult,
  outcome: BatchOutcome,
): void {
  const { message } = queued;
  const delivered: Recipient[] = [];
  const failures: Failure[] = [];
  let transient: SmtpReply | undefined;
  open.forEach((recipient, index) => {
    const own = result.recipientReplies[index] ?? result.reply;
    const answer = isPositive(own) ? result.reply : own;
    if (result.stage === 'done' && isPositive(own)) delivered.push(recipient);
    else {
      noteError(simulation, recipient, answer, target);
      if (isPermanent(answer)) failures.push({ recipient, error: replyText(answer) });
      else transient = answer;
    }
  });
  if (delivered.length > 0) {
    noteSent(simulation, service, machine, queued, queue, target, delivered, result);
    outcome.sent += 1;
    outcome.bytes += message.content.size;
  }
  if (failures.length > 0) {
    failEach(simulation, service, message, failures, 'SMTP');
    outcome.failed += 1;
  }
  if (transient !== undefined) {
    outcome.refusal = transient;
    outcome.serverRefused = transient.close || (result.stage === 'mail' && (target.internal || transient.code === 421));
    if (!outcome.serverRefused) deferMessage(simulation, machine, queue, queued, transient);
  } else {
    takeOut(simulation, queue, queued);
    finishIfDone(simulation, service, message);
  }
}

function noteError(simulation: Simulation, recipient: Recipient, answer: SmtpReply, target: Target): void {
  recipient.noteError(replyText(answer), simulation.now, target.name, target.address);
}

function noteSent(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queued: QueuedMessage,
  queue: Queue,
  target: Target,
  delivered: readonly Recipient[],
  result: TransactionResult,
): void {
  const { message } = queued;
  for (const recipient of delivered) recipient.state = 'done';
  track(simulation, machine, message, {
    source: 'SMTP',
    eventId: 'SEND',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: target.address,
    serverHostname: target.name,
    sourceContext: `;${replyText(result.reply)}`,
    connectorId: target.internal ? 'Intra-Organization SMTP Send Connector' : queue.key.object,
    recipients: delivered.map((recipient) => recipient.address),
    recipientStatus: delivered.map(() => '250 2.1.5 Recipient OK'),
    messageInfo: isoTime(message.entered),
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'SmtpSend',
    message.content,
    delivered.map((recipient) => recipient.address),
    `Sent to ${target.name}`,
    replyText(result.reply),
    {
      inputs: [
        `queue ${machine.name}\\${queue.label} (${queue.key.type} ${queue.key.domain})`,
        `target ${target.name} [${target.address}]:${target.port}`,
      ],
    },
  );
  noteKeptPath(simulation, service, machine, queue, queued, delivered);
  if (!target.internal && delivered.some((recipient) => recipient.notify === notifySuccess))
    reportSuccess(simulation, service, message, delivered, 'relayed');
  noteSafetyNet(simulation, service, message, delivered, '');
}

/** The message waits for itself: MessageRetryInterval. */
export function deferMessage(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  answer: SmtpReply,
): void {
  queued.recipients = queued.recipients.filter((recipient) => recipient.state !== 'done');
  if (queued.status === 'PendingSuspend') queued.status = 'Suspended';
  else queued.status = 'Retry';
  queue.hasDeferred = true;
  queued.retryCount += 1;
  queued.lastError = replyText(answer);
  queued.notBefore = simulation.now + simulation.serviceSettings(machine).MessageRetryInterval;
  simulation.kernel.at(queued.notBefore, 'queue.wake', queue.id);
  track(simulation, machine, queued.message, {
    source: 'SMTP',
    eventId: 'DEFER',
    recipients: queued.recipients.map((recipient) => recipient.address),
    recipientStatus: queued.recipients.map(() => queued.lastError),
    sourceContext: queued.lastError,
  });
}

/** Event `queue.wake`: single messages of a queue are due again. */
export function wakeMessages(simulation: Simulation, queueId: number): Queue | undefined {
  const queue = simulation.queues.get(queueId);
  if (queue === undefined) return undefined;
  for (const queued of queue.items.values()) {
    if (queued.status === 'Retry' && queued.notBefore <= simulation.now) {
      queued.status = 'Ready';
      queued.notBefore = 0;
    }
  }
  return queue;
}
