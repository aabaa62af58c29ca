// One connection attempt of a delivery queue: resolve the key, go through the targets, send, and deal with the outcome.

import { isTransient, replyText } from '../../smtp/reply.ts';
import { pausesDelivery } from '../machines/back-pressure.ts';
import type { Machine } from '../machines/machine.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';
import { failRecipients } from '../notifications/failures.ts';
import { deliversToMailbox } from '../queues/delivery-type.ts';
import type { Queue } from '../queues/queue.ts';
import { type Resolved, resolveKey, type Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';
import { deliverToAgent } from './agent.ts';
import { next } from './attempt-end.ts';
import { noteTargets, silenceRule, traceAttempt } from './attempt-trace.ts';
import { type Connection, openConnection } from './connection.ts';
import { replyError } from './errors.ts';
import { deliverToGateway } from './gateway.ts';
import { freeConnections, noticeableMs, sendOverConnections } from './lanes.ts';
import { enterRetry, markSuccess, resubmitQueue, settle } from './retry.ts';
import { readyItems } from './send.ts';
import { deliverToMailboxes } from './store-driver.ts';

/** Delivery that back pressure has stopped looks again after this. */
const pausedMs = 30_000;

/** Event `queue.connect`. */
export function runAttempt(simulation: Simulation, queueId: number, attempt: number): void {
  const queue = simulation.queues.get(queueId);
  if (queue === undefined || queue.attempt !== attempt) return;
  queue.connections = 0;
  const machine = simulation.machineById(queue.machineId);
  const service = machine.transport;
  if (service === undefined || !simulation.transportRuns(machine) || queue.status === 'Suspended') {
    queue.attempt = 0;
    return;
  }
  if (pausesDelivery(machine, service)) {
    simulation.kernel.after(pausedMs, 'queue.connect', queue.id, queue.attempt);
    return;
  }
  if (readyItems(simulation, queue, 1).length === 0) {
    settle(simulation, queue);
    return;
  }
  if (queue.key.type === 'NonSmtpGatewayDelivery') deliverToGateway(simulation, service, machine, queue);
  else if (queue.key.type === 'DeliveryAgent') deliverToAgent(simulation, service, machine, queue);
  else if (deliversToMailbox(queue.key.type)) deliverToMailboxes(simulation, service, machine, queue);
  else if (freeConnections(simulation, machine) < 1)
    simulation.kernel.after(noticeableMs, 'queue.connect', queue.id, queue.attempt);
  else act(simulation, machine, queue, resolveKey(simulation, service, queue));
}

function act(simulation: Simulation, machine: Machine, queue: Queue, resolved: Resolved): void {
  switch (resolved.kind) {
    case 'resubmit':
      traceAttempt(simulation, machine, queue, 'Next hop is no longer right', resolved.reason, { rule: resolved.rule });
      resubmitQueue(simulation, queue, resolved.reason, resolved.rule);
      return;
    case 'ndr':
      if (downgradesDnsFailures(simulation, queue)) {
        traceAttempt(simulation, machine, queue, 'Retry', 'ErrorPolicies of the connector: DowngradeDnsFailures');
        enterRetry(simulation, queue, wrapPlain(machine, simulation, resolved.error));
        return;
      }
      failQueue(simulation, machine, queue, resolved.error, resolved.rule);
      return;
    case 'retry':
      traceAttempt(simulation, machine, queue, 'Retry', resolved.error, { rule: resolved.rule });
      enterRetry(simulation, queue, wrapPlain(machine, simulation, resolved.error));
      return;
    default:
      if (queue.targetIndex === 0) noteTargets(simulation, machine, queue, resolved.targets, resolved.stop ?? '');
      tryTargets(simulation, machine, queue, resolved.targets);
  }
}

/** ErrorPolicies DowngradeDnsFailures: a domain that does not exist is tried again instead of returned (*Set-SendConnector*). */
function downgradesDnsFailures(simulation: Simulation, queue: Queue): boolean {
  const policies = simulation.directory.find('sendConnector', queue.key.object)?.properties.ErrorPolicies;
  return String(policies ?? '').includes('DowngradeDnsFailures');
}

function wrapPlain(machine: Machine, simulation: Simulation, error: string): string {
  return replyError(simulation, machine, error, undefined);
}

/** Every message of the queue is returned at once: rule A4, or the hosts refuse them for good (`target`: the last of them). */
function failQueue(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  error: string,
  rule: string,
  target?: Target,
): void {
  traceAttempt(simulation, machine, queue, 'NDR', error, { rule });
  const service = machine.transport!;
  for (const queued of [...queue.items.values()]) {
    if (queued.status === 'Suspended') continue;
    takeOut(simulation, queue, queued);
    const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
    if (target !== undefined)
      for (const recipient of open) recipient.noteError(error, simulation.now, target.name, target.address);
    failRecipients(simulation, service, queued.message, open, error, target === undefined ? 'DNS' : 'SMTP');
    finishIfDone(simulation, service, queued.message);
  }
  settle(simulation, queue);
}

/** Goes on with the targets from where the attempt stands; a target that keeps silent costs time first. */
function tryTargets(simulation: Simulation, machine: Machine, queue: Queue, targets: readonly Target[]): void {
  if (queue.status !== 'Suspended') queue.status = 'Connecting';
  if (queue.targetIndex === 0) queue.refusals = 0;
  while (queue.targetIndex < targets.length) {
    const target = targets[queue.targetIndex]!;
    if (waitsForReplies(simulation, queue, target)) return;
    queue.targetIndex += 1;
    const opened = openConnection(simulation, machine, queue, target);
    if (opened.policy !== undefined) {
      queue.targetIndex -= 1;
      transfer(simulation, machine, queue, target, opened, targets.length);
      return;
    }
    if (opened.refusal !== undefined) queue.refusals += 1;
    if (opened.refusal !== undefined && queue.refusals === targets.length) {
      // Every host says no for good (RFC 5321, 554 at the connection; a block list): an NDR, not a delay.
      failQueue(simulation, machine, queue, opened.refusal, '', target);
      return;
    }
    queue.lastError = opened.error;
    queue.lastTarget = [target.name, target.address];
    if (opened.waitMs >= noticeableMs) {
      queue.connections = 1;
      simulation.kernel.after(opened.waitMs, 'queue.connect', queue.id, queue.attempt);
      return;
    }
  }
  const error =
    targets.length === 0
      ? replyError(simulation, machine, '451 4.4.0 No target server could be found', undefined)
      : queue.lastError;
  traceAttempt(simulation, machine, queue, 'Retry', error, { rule: silenceRule(queue), targets });
  enterRetry(simulation, queue, error);
}

/** Replies from the banner to the one after the end of a message with one recipient; TLS takes two more. */
const repliesOfMessage = 6;

/** Time that a slow host takes over the first message (ReplyDelay); 0 for every other target, and for one that is given up before. */
function replyTimeMs(simulation: Simulation, queue: Queue, target: Target): number {
  const settings = target.internal ? undefined : simulation.hostsByAddress.get(target.address)?.settings;
  if (settings === undefined || !settings.Online || settings.ReplyDelayMs === 0) return 0;
  const connector = simulation.directory.find('sendConnector', queue.key.object)?.properties;
  if (settings.ReplyDelayMs > (connector?.ConnectionInactivityTimeOut ?? 0)) return 0;
  return settings.ReplyDelayMs * (settings.Tls === 'None' ? repliesOfMessage : repliesOfMessage + 2);
}

/** A slow host has the message only after all its replies; true while it is waited for. */
function waitsForReplies(simulation: Simulation, queue: Queue, target: Target): boolean {
  const waitMs = replyTimeMs(simulation, queue, target);
  const conversation = `${queue.attempt}/${queue.targetIndex}`;
  if (waitMs < noticeableMs || queue.conversation === conversation) return false;
  queue.conversation = conversation;
  queue.connections = 1;
  simulation.kernel.after(waitMs, 'queue.connect', queue.id, queue.attempt);
  return true;
}

function transfer(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  target: Target,
  opened: Connection,
  targetCount: number,
): void {
  if (queue.status !== 'Suspended') queue.status = 'Active';
  const outcome = sendOverConnections(simulation, machine, queue, target, opened);
  if (outcome.sent > 0 || outcome.failed > 0) markSuccess(simulation, queue);
  if (outcome.refusal !== undefined && outcome.sent === 0 && outcome.failed === 0 && isTransient(outcome.refusal)) {
    if (outcome.serverRefused && queue.targetIndex + 1 < targetCount) {
      queue.targetIndex += 1;
      queue.lastError = replyError(simulation, machine, replyText(outcome.refusal), target);
      simulation.kernel.after(Math.max(1, outcome.waitMs), 'queue.connect', queue.id, queue.attempt);
      return;
    }
    if (readyItems(simulation, queue, 1).length === 0 || outcome.serverRefused) {
      // Nothing got through and nothing else is left to try: the queue as a whole waits.
      for (const queued of queue.items.values()) {
        if (queued.status === 'Retry') queued.status = 'Ready';
        queued.notBefore = 0;
      }
      const error = replyError(simulation, machine, replyText(outcome.refusal), target);
      traceAttempt(simulation, machine, queue, 'Retry', error, { targets: [target] });
      enterRetry(simulation, queue, error);
      return;
    }
  }
  next(simulation, queue, Math.max(0, outcome.waitMs - replyTimeMs(simulation, queue, target)));
}
