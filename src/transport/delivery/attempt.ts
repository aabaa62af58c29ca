// One connection attempt of a delivery queue: resolve the key, go through the targets, send, and deal with the outcome.

import type { SmtpPolicy } from '../../smtp/policy.ts';
import { isPositive, isTransient, reply, replyText, type SmtpReply } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';

import { sessionId } from '../mail/tracking.ts';
import { failRecipients } from '../notifications/failures.ts';
import { deliversToMailbox } from '../queues/delivery-type.ts';
import type { Queue } from '../queues/queue.ts';
import type { Incoming } from '../receive/incoming.ts';
import { anonymousPeer, clientPort, openSession, serverPeer } from '../receive/open-session.ts';
import { LoggedPolicy } from '../receive/protocol-log.ts';
import { type Resolved, resolveKey, type Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';
import { next } from './attempt-end.ts';
import { logConnectivity } from './connectivity.ts';
import { connectError, replyError } from './errors.ts';
import { deliverToGateway } from './gateway.ts';
import { enterRetry, markSuccess, resubmitQueue, settle } from './retry.ts';
import { readyItems, sendBatch } from './send.ts';
import { deliverToMailboxes } from './store-driver.ts';

/** Event `queue.connect`. */
export function runAttempt(simulation: Simulation, queueId: number, attempt: number): void {
  const queue = simulation.queues.get(queueId);
  if (queue === undefined || queue.attempt !== attempt) return;
  const machine = simulation.machineById(queue.machineId);
  const service = machine.transport;
  if (service === undefined || !simulation.transportRuns(machine) || queue.status === 'Suspended') {
    queue.attempt = 0;
    return;
  }
  if (readyItems(simulation, queue, 1).length === 0) {
    settle(simulation, queue);
    return;
  }
  if (queue.key.type === 'NonSmtpGatewayDelivery') deliverToGateway(simulation, service, machine, queue);
  else if (deliversToMailbox(queue.key.type)) deliverToMailboxes(simulation, service, machine, queue);
  else act(simulation, machine, queue, resolveKey(simulation, service, queue));
}

function act(simulation: Simulation, machine: Machine, queue: Queue, resolved: Resolved): void {
  switch (resolved.kind) {
    case 'resubmit':
      trace(simulation, machine, queue, 'Next hop is no longer right', resolved.reason, resolved.rule);
      resubmitQueue(simulation, queue, resolved.reason, resolved.rule);
      return;
    case 'ndr':
      failQueue(simulation, machine, queue, resolved.error, resolved.rule);
      return;
    case 'retry':
      trace(simulation, machine, queue, 'Retry', resolved.error, resolved.rule);
      enterRetry(simulation, queue, wrapPlain(machine, simulation, resolved.error));
      return;
    default:
      tryTargets(simulation, machine, queue, resolved.targets);
  }
}

function wrapPlain(machine: Machine, simulation: Simulation, error: string): string {
  return replyError(simulation, machine, error, undefined);
}

function trace(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  decision: string,
  reason: string,
  rule: string,
): void {
  const [first] = queue.items.values();
  if (first !== undefined)
    simulation.trace.record(
      simulation.now,
      machine,
      'EnhancedDns',
      first.message.content,
      first.recipients.map((recipient) => recipient.address),
      decision,
      reason,
      { rule, inputs: [`queue ${machine.name}\\${queue.label} (${queue.key.type} ${queue.key.domain})`] },
    );
}

/** Rule A4: every message of the queue is returned at once. */
function failQueue(simulation: Simulation, machine: Machine, queue: Queue, error: string, rule: string): void {
  trace(simulation, machine, queue, 'NDR', error, rule);
  const service = machine.transport!;
  for (const queued of [...queue.items.values()]) {
    if (queued.status === 'Suspended') continue;
    takeOut(simulation, queue, queued);
    failRecipients(
      simulation,
      service,
      queued.message,
      queued.recipients.filter((recipient) => recipient.state !== 'done'),
      error,
      'DNS',
    );
    finishIfDone(simulation, service, queued.message);
  }
  settle(simulation, queue);
}

/** Goes on with the targets from where the attempt stands; a target that keeps silent costs time first. */
function tryTargets(simulation: Simulation, machine: Machine, queue: Queue, targets: readonly Target[]): void {
  if (queue.status !== 'Suspended') queue.status = 'Connecting';
  while (queue.targetIndex < targets.length) {
    const target = targets[queue.targetIndex]!;
    queue.targetIndex += 1;
    const session = sessionId(simulation);
    const opened = open(simulation, machine, queue, target, session);
    if (opened.policy !== undefined) {
      queue.targetIndex -= 1;
      transfer(simulation, machine, queue, target, opened.policy, session, targets.length);
      return;
    }
    queue.lastError = opened.error;
    queue.lastTarget = [target.name, target.address];
    if (opened.waitMs >= 1000) {
      simulation.kernel.after(opened.waitMs, 'queue.connect', queue.id, queue.attempt);
      return;
    }
  }
  const error =
    targets.length === 0
      ? replyError(simulation, machine, '451 4.4.0 No target server could be found', undefined)
      : queue.lastError;
  trace(simulation, machine, queue, 'Retry', error, '');
  enterRetry(simulation, queue, error);
}

interface Opened {
  policy: SmtpPolicy<Incoming> | undefined;
  error: string;
  waitMs: number;
}

/** Connects and greets. */
function open(simulation: Simulation, machine: Machine, queue: Queue, target: Target, session: string): Opened {
  const peer = target.internal ? serverPeer(machine) : anonymousPeer(machine.address, machine.fqdn);
  logConnectivity(
    simulation,
    machine,
    queue,
    session,
    '+',
    `${queue.key.type} ${queue.key.connector};QueueLength=${queue.items.size}`,
  );
  logConnectivity(simulation, machine, queue, session, '>', `${target.name}[${target.address}]`);
  const { way, policy: answering } = openSession(simulation, { machine }, peer, target.address, target.port);
  if (way.result !== 'ok' || answering === undefined) {
    const error = connectError(simulation, machine, way.result === 'refused' ? 'refused' : 'timeout', target);
    logConnectivity(
      simulation,
      machine,
      queue,
      session,
      '-',
      `Messages: 0 Bytes: 0 (Retry : Failed to connect. Winsock error code: ${way.result === 'refused' ? 10061 : 10060})`,
    );
    return { policy: undefined, error, waitMs: way.waitMs };
  }
  logConnectivity(simulation, machine, queue, session, '>', `Established connection to ${target.address}`);
  const policy = loggedSend(simulation, machine, queue, target, answering);
  const answer = greet(simulation, policy, machine, queue, target);
  if (isPositive(answer)) return { policy, error: '', waitMs: way.waitMs };
  logConnectivity(simulation, machine, queue, session, '-', `Messages: 0 Bytes: 0 (Retry : ${answer.lines[0]})`);
  return {
    policy: undefined,
    error: replyError(simulation, machine, replyText(answer), target),
    waitMs: answer.waitMs,
  };
}

/** The send protocol log, when the connector's level is Verbose; between servers of the organisation the server's own level counts. */
function loggedSend(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  target: Target,
  policy: SmtpPolicy<Incoming>,
): SmtpPolicy<Incoming> {
  const connector = target.internal ? undefined : simulation.directory.find('sendConnector', queue.key.object);
  const level =
    connector?.properties.ProtocolLoggingLevel ??
    simulation.serviceSettings(machine).IntraOrgConnectorProtocolLoggingLevel;
  if (level !== 'Verbose') return policy;
  return new LoggedPolicy(simulation, policy, {
    machine,
    service: machine.isEdge ? 'Edge' : 'Hub',
    side: 'send',
    connectorId: connector?.name ?? 'Intra-Organization SMTP Send Connector',
    localEndpoint: `${machine.address}:${clientPort(simulation)}`,
    remoteEndpoint: `${target.address}:${target.port}`,
  });
}

/** Banner, EHLO and, with what the other side offers and the connector asks for, STARTTLS. */
function greet(
  simulation: Simulation,
  policy: SmtpPolicy<Incoming>,
  machine: Machine,
  queue: Queue,
  target: Target,
): SmtpReply {
  const banner = policy.connect();
  if (!isPositive(banner)) return banner;
  const hello = policy.hello('EHLO', machine.fqdn);
  if (!isPositive(hello) || target.internal) return hello;
  const connector = simulation.directory.find('sendConnector', queue.key.object)?.properties;
  const offered = hello.lines.includes('STARTTLS');
  if (!offered) return connector?.RequireTLS === true ? tlsRequired : hello;
  if (connector?.IgnoreSTARTTLS === true) return hello;
  const answer = policy.startTls();
  return isPositive(answer) ? policy.hello('EHLO', machine.fqdn) : answer;
}

/** The connector insists on TLS and the other side has none (outputs 1.3). */
const tlsRequired = reply(451, '5.7.3', 'STARTTLS is required to send mail');

function transfer(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  target: Target,
  policy: SmtpPolicy<Incoming>,
  session: string,
  targetCount: number,
): void {
  if (queue.status !== 'Suspended') queue.status = 'Active';
  const outcome = sendBatch(simulation, machine, queue, target, policy);
  if (!outcome.serverRefused) policy.quit?.();
  const ending = outcome.refusal === undefined ? '(Complete)' : `(Retry : ${outcome.refusal.lines[0]})`;
  logConnectivity(
    simulation,
    machine,
    queue,
    session,
    '-',
    `Messages: ${outcome.sent} Bytes: ${outcome.bytes} ${ending}`,
  );
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
      trace(simulation, machine, queue, 'Retry', error, '');
      enterRetry(simulation, queue, error);
      return;
    }
  }
  next(simulation, queue, outcome.waitMs);
}
