// What becomes of a queue when its attempt fails: retry stages (facts 2.1), resubmission, idle resubmission, and the end of an empty queue.

import { type ApplicationConfig, shippedSettings } from '../machines/application-config.ts';
import type { Message, QueuedMessage, Recipient } from '../mail/message.ts';
import { finishIfDone, startAttempt, submit, takeOut } from '../mail/registry.ts';
import { deliversToMailbox, resubmitsWhenIdle } from '../queues/delivery-type.ts';
import type { Queue } from '../queues/queue.ts';
import { waitsAtFork } from '../routing/delayed-fan-out.ts';
import { routingTable } from '../routing/reload.ts';
import type { Simulation } from '../simulation.ts';
import { noteFailure } from './timers.ts';

/** EdgeTransport.exe.config as the queue's server read it at its start. */
function configOf(simulation: Simulation, queue: Queue): ApplicationConfig {
  return simulation.machineById(queue.machineId).transport?.settings.application ?? shippedSettings();
}

/** Wait before the next attempt after so many failures in a row. */
export function retryIntervalMs(simulation: Simulation, queue: Queue, failures: number): number {
  const { glitchRetryCount, glitchRetryIntervalMs, mailboxRetryIntervalMs } = configOf(simulation, queue);
  if (deliversToMailbox(queue.key.type)) return mailboxRetryIntervalMs;
  const settings = simulation.serviceSettings(simulation.machineById(queue.machineId));
  if (failures <= glitchRetryCount) return glitchRetryIntervalMs;
  if (failures <= glitchRetryCount + settings.TransientFailureRetryCount) return settings.TransientFailureRetryInterval;
  return settings.OutboundConnectionFailureRetryInterval;
}

/** The attempt failed: Retry with its timer. */
export function enterRetry(simulation: Simulation, queue: Queue, error: string): void {
  const { now } = simulation;
  queue.attempt = 0;
  queue.connections = 0;
  queue.targetIndex = 0;
  queue.turn += 1;
  queue.lastError = error;
  queue.retryCount += 1;
  queue.lastRetryTime = now;
  if (queue.firstRetryTime === 0) queue.firstRetryTime = now;
  if (queue.status !== 'Suspended') queue.status = 'Retry';
  const interval = retryIntervalMs(simulation, queue, queue.retryCount);
  queue.nextRetryTime = now + interval;
  queue.timer = simulation.kernel.nextId('timer');
  simulation.kernel.at(queue.nextRetryTime, 'queue.retry', queue.id, queue.timer);
  scheduleIdleResubmit(simulation, queue);
  noteFailure(simulation, queue);
}

/** Event `queue.retry`. */
export function runRetryTimer(simulation: Simulation, queueId: number, timer: number): void {
  const queue = simulation.queues.get(queueId);
  if (queue === undefined || queue.timer !== timer || queue.status !== 'Retry') return;
  if (queue.items.size === 0) {
    settle(simulation, queue);
    return;
  }
  startAttempt(simulation, queue, 0);
}

/** The connection works: counters are cleared. */
export function markSuccess(simulation: Simulation, queue: Queue): void {
  queue.lastSuccess = simulation.now;
  queue.retryCount = 0;
  queue.firstRetryTime = 0;
  queue.nextRetryTime = 0;
  queue.lastError = '';
}

/** Nothing to do at the moment. */
export function settle(simulation: Simulation, queue: Queue): void {
  queue.attempt = 0;
  queue.connections = 0;
  queue.targetIndex = 0;
  if (queue.status !== 'Suspended') queue.status = 'Ready';
  queue.nextRetryTime = 0;
  if (queue.items.size === 0) {
    const settings = simulation.serviceSettings(simulation.machineById(queue.machineId));
    simulation.kernel.after(settings.QueueMaxIdleTime, 'queue.expire', queue.id);
  }
}

/** Event `queue.expire`: an empty delivery queue lives for QueueMaxIdleTime. */
export function expireQueue(simulation: Simulation, queueId: number): void {
  const queue = simulation.queues.get(queueId);
  if (
    queue === undefined ||
    queue.items.size > 0 ||
    queue.number === 0 ||
    queue.shadowCount > 0 ||
    queue.status === 'Suspended'
  )
    return;
  const machine = simulation.machineById(queue.machineId);
  if (simulation.now - queue.lastUse < simulation.serviceSettings(machine).QueueMaxIdleTime) return;
  machine.transport?.removeQueue(queue);
  simulation.queues.delete(queue.id);
}

function oldestSince(queue: Queue): number {
  for (const queued of queue.items.values()) return queued.since;
  return 0;
}

function scheduleIdleResubmit(simulation: Simulation, queue: Queue): void {
  if (!resubmitsWhenIdle(queue.key.type) || queue.items.size === 0) return;
  const due = Math.max(queue.lastSuccess, oldestSince(queue)) + configOf(simulation, queue).maxIdleTimeBeforeResubmitMs;
  if (queue.idleAt >= due) return;
  queue.idleAt = due;
  simulation.kernel.at(due, 'queue.idle', queue.id);
}

/** Event `queue.idle`: no connection has succeeded for MaxIdleTimeBeforeResubmit (rules E1, F6, F7, I2). */
export function runIdleResubmit(simulation: Simulation, queueId: number): void {
  const queue = simulation.queues.get(queueId);
  if (queue === undefined || queue.items.size === 0 || (queue.status !== 'Retry' && queue.attempt === 0)) return;
  if (!simulation.transportRuns(simulation.machineById(queue.machineId))) return;
  if (
    Math.max(queue.lastSuccess, oldestSince(queue)) + configOf(simulation, queue).maxIdleTimeBeforeResubmitMs >
    simulation.now
  )
    return;
  const reason = 'no connection has succeeded for MaxIdleTimeBeforeResubmit';
  resubmitQueue(simulation, queue, reason, (queued) => idleRule(simulation, queue, queued));
}

function idleRule(simulation: Simulation, queue: Queue, queued: QueuedMessage): string {
  if (deliversToMailbox(queue.key.type)) return 'I2';
  if (!queue.key.type.includes('Remote')) return 'E1';
  const table = routingTable(simulation, simulation.machineById(queue.machineId).transport!);
  return waitsAtFork(simulation.directory, table, queued.recipients) ? 'F7' : 'F6';
}

/** All messages but suspended ones go back to the Submission queue; how many. */
export function resubmitQueue(
  simulation: Simulation,
  queue: Queue,
  reason: string,
  rule: string | ((queued: QueuedMessage) => string),
): number {
  let count = 0;
  for (const queued of [...queue.items.values()]) {
    if (queued.status === 'Suspended') continue;
    resubmitMessage(simulation, queue, queued, reason, typeof rule === 'string' ? rule : rule(queued));
    count += 1;
  }
  queue.attempt = 0;
  queue.timer = 0;
  if (queue.number > 0) {
    queue.retryCount = 0;
    queue.firstRetryTime = 0;
    queue.lastError = '';
    settle(simulation, queue);
  }
  return count;
}

export function resubmitMessage(
  simulation: Simulation,
  queue: Queue,
  queued: QueuedMessage,
  reason: string,
  rule: string,
): void {
  const machine = simulation.machineById(queue.machineId);
  const { message } = queued;
  takeOut(simulation, queue, queued);
  for (const recipient of queued.recipients) if (recipient.state !== 'done') recipient.state = 'pending';
  simulation.trace.record(
    simulation.now,
    machine,
    'Queue',
    message.content,
    queued.recipients.map((recipient) => recipient.address),
    'Resubmitted',
    reason,
    { rule, inputs: [`queue ${machine.name}\\${queue.label} (${queue.key.type})`] },
  );
  submitPending(simulation, machine.transport!, message);
}

function submitPending(
  simulation: Simulation,
  service: NonNullable<ReturnType<Simulation['machineById']>['transport']>,
  message: Message,
): void {
  const inSubmission = service.submission.items.get(message.id);
  if (inSubmission !== undefined) {
    inSubmission.recipients = message.recipients.filter(
      (recipient) => recipient.state === 'pending' || inSubmission.recipients.includes(recipient),
    );
    return;
  }
  // Only what was taken out goes back; recipients in other queues stay there.
  const queuedElsewhere = new Set<Recipient>(message.places.flatMap((place) => place.recipients));
  if (message.recipients.every((recipient) => recipient.state === 'done')) finishIfDone(simulation, service, message);
  else submit(simulation, service, message, queuedElsewhere);
}
