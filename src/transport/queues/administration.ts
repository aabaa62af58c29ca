// What administrators do to queues and messages (facts 1.6, 1.8): suspend, resume, retry, resubmit, remove, redirect.

import type { WorldInput } from '../../../state/schema/inputs.ts';
import { resubmitMessage, resubmitQueue } from '../delivery/retry.ts';
import type { Machine } from '../machines/machine.ts';
import type { Message, QueuedMessage } from '../mail/message.ts';
import {
  finishIfDone,
  makeMessage,
  startAttempt,
  submit,
  takeOut,
  wakeCategorizer,
  wakeQueue,
} from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { failRecipients } from '../notifications/failures.ts';
import { serverPeer } from '../receive/open-session.ts';
import { makeRedundant } from '../redundancy/shadow.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import type { Queue } from './queue.ts';
import type { TransportService } from './transport-service.ts';

/** Transport service that queue cmdlets talk to; it must run. */
export function administeredService(
  simulation: Simulation,
  server: string,
): { machine: Machine; service: TransportService } {
  const machine = simulation.machine(server);
  const service = machine.transport;
  if (service === undefined || !simulation.transportRuns(machine))
    throw new WorldError('TransportUnavailable', `The transport service on ${machine.name} can't be reached.`, {
      server: machine.name,
    });
  return { machine, service };
}

/** `EX01\3`, `EX01\Shadow\5`, `EX01\Submission`, `EX01\contoso.com`. */
export function queuesOfIdentity(
  simulation: Simulation,
  identity: string,
): { machine: Machine; service: TransportService; queues: Queue[] } {
  const slash = identity.indexOf('\\');
  if (slash < 0) throw new WorldError('QueueNotFound', `The queue identity '${identity}' is invalid.`, { identity });
  const { machine, service } = administeredService(simulation, identity.slice(0, slash));
  const rest = identity.slice(slash + 1).toLowerCase();
  const pattern = rest.includes('*')
    ? new RegExp(`^${rest.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`)
    : undefined;
  const fits = (text: string): boolean =>
    pattern === undefined ? text.toLowerCase() === rest : pattern.test(text.toLowerCase());
  const queues = [...service.queues.values()].filter(
    (queue) =>
      isVisible(service, queue) &&
      (fits(queue.label) || (queue.number > 0 && queue.key.type !== 'ShadowRedundancy' && fits(queue.key.domain))),
  );
  return { machine, service, queues };
}

/** Unreachable and Poison are shown only with messages (facts 1.1). */
export function isVisible(service: TransportService, queue: Queue): boolean {
  return queue === service.unreachable || queue === service.poison ? queue.items.size > 0 : true;
}

function oneQueue(
  simulation: Simulation,
  identity: string,
): { machine: Machine; service: TransportService; queue: Queue } {
  const { machine, service, queues } = queuesOfIdentity(simulation, identity);
  if (queues.length === 0) throw new WorldError('QueueNotFound', `There is no queue '${identity}'.`, { identity });
  if (queues.length > 1) throw new WorldError('AmbiguousIdentity', `Several queues fit '${identity}'.`, { identity });
  return { machine, service, queue: queues[0]! };
}

export function administerQueue(simulation: Simulation, input: Extract<WorldInput, { kind: 'queue' }>): number {
  const { service, queue } = oneQueue(simulation, input.queue);
  switch (input.action) {
    case 'suspend':
      return suspendQueue(service, queue);
    case 'resume':
      return resumeQueue(simulation, service, queue);
    case 'retry':
      if (queue.status !== 'Retry') return 0;
      startAttempt(simulation, queue, 0);
      return 1;
    default:
      return resubmitByHand(simulation, service, queue);
  }
}

function suspendQueue(service: TransportService, queue: Queue): number {
  if (queue === service.poison || queue.status === 'Suspended') return 0;
  queue.status = 'Suspended';
  queue.attempt = 0;
  queue.timer = 0;
  queue.nextRetryTime = 0;
  return 1;
}

function resumeQueue(simulation: Simulation, service: TransportService, queue: Queue): number {
  if (queue.status !== 'Suspended') return 0;
  queue.status = 'Ready';
  if (queue === service.submission) wakeCategorizer(simulation, service);
  else if (queue === service.unreachable) simulation.kernel.after(0, 'routing.notify', service.machineId);
  else if (queue.key.type !== 'ShadowRedundancy' && queue.items.size > 0) wakeQueue(simulation, queue);
  return 1;
}

/** Retry-Queue -Resubmit $true: delivery queues in Retry, and Unreachable (U11). */
function resubmitByHand(simulation: Simulation, service: TransportService, queue: Queue): number {
  if (queue === service.poison || queue === service.submission || queue.status === 'Suspended') return 0;
  if (queue !== service.unreachable && queue.status !== 'Retry' && queue.status !== 'Ready') return 0;
  return resubmitQueue(simulation, queue, 'Retry-Queue -Resubmit', queue === service.unreachable ? 'U11' : '');
}

function findMessage(
  simulation: Simulation,
  identity: string,
): { machine: Machine; service: TransportService; places: { queue: Queue; queued: QueuedMessage }[] } {
  const parts = identity.split('\\');
  const id = Number(parts.at(-1));
  const { machine, service } = administeredService(simulation, parts[0] ?? '');
  const label = parts.slice(1, -1).join('\\').toLowerCase();
  const places: { queue: Queue; queued: QueuedMessage }[] = [];
  for (const queue of service.queues.values()) {
    const queued = queue.items.get(id);
    if (
      queued !== undefined &&
      (label === '' || label === '*' || queue.label.toLowerCase() === label || queue.key.domain.toLowerCase() === label)
    )
      places.push({ queue, queued });
  }
  if (places.length === 0) throw new WorldError('MessageNotFound', `There is no message '${identity}'.`, { identity });
  return { machine, service, places };
}

export function administerMessage(simulation: Simulation, input: Extract<WorldInput, { kind: 'message' }>): number {
  const { machine, service, places } = findMessage(simulation, input.message);
  let count = 0;
  for (const { queue, queued } of places) {
    if (input.action === 'suspend') count += suspendMessage(service, queue, queued);
    else if (input.action === 'resume') count += resumeMessage(simulation, service, queue, queued);
    else count += removeMessage(simulation, machine, service, queue, queued, input.withNdr ?? true);
  }
  return count;
}

function suspendMessage(service: TransportService, queue: Queue, queued: QueuedMessage): number {
  if (queue === service.poison || queued.status === 'Suspended') return 0;
  queued.status = 'Suspended';
  return 1;
}

function resumeMessage(simulation: Simulation, service: TransportService, queue: Queue, queued: QueuedMessage): number {
  if (queue === service.poison) {
    resubmitMessage(simulation, queue, queued, 'resumed by an administrator', '');
    return 1;
  }
  if (queued.status !== 'Suspended') return 0;
  queued.status = 'Ready';
  queued.notBefore = 0;
  if (queue === service.submission) wakeCategorizer(simulation, service);
  else if (queue !== service.unreachable) wakeQueue(simulation, queue);
  return 1;
}

function removeMessage(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  queue: Queue,
  queued: QueuedMessage,
  withNdr: boolean,
): number {
  if (queue === service.submission)
    throw new WorldError('NotPossible', 'Messages in the Submission queue cannot be removed.', {
      queue: `${machine.name}\\Submission`,
    });
  const { message } = queued;
  takeOut(simulation, queue, queued);
  failRecipients(
    simulation,
    service,
    message,
    queued.recipients.filter((recipient) => recipient.state !== 'done'),
    '550 4.3.2 QUEUE.Admin; message deleted by administrator',
    'ADMIN',
    withNdr,
  );
  finishIfDone(simulation, service, message);
  return 1;
}

/** Redirect-Message: all messages but suspended ones of all delivery queues go to another server, which makes them redundant anew. */
export function redirectMessages(simulation: Simulation, server: string, target: string): number {
  const { machine, service } = administeredService(simulation, server);
  const other = simulation.machine(target);
  const otherService = simulation.runningTransport(other);
  if (otherService === undefined)
    throw new WorldError('TransportUnavailable', `The transport service on ${other.name} can't be reached.`, {
      server: other.name,
    });
  if (other === machine) throw new WorldError('InvalidValue', 'The target must be another server.', { target });
  let count = 0;
  for (const queue of [...service.queues.values()]) {
    if (queue === service.poison || queue.key.type === 'ShadowRedundancy') continue;
    for (const queued of [...queue.items.values()]) {
      if (queued.status === 'Suspended') continue;
      redirectOne(simulation, machine, service, other, otherService, queue, queued);
      count += 1;
    }
  }
  return count;
}

function redirectOne(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  other: Machine,
  otherService: TransportService,
  queue: Queue,
  queued: QueuedMessage,
): void {
  const { message } = queued;
  const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
  takeOut(simulation, queue, queued);
  const addresses = open.map((recipient) => recipient.address);
  const hops = {
    from: machine.fqdn,
    fromAddress: machine.address,
    by: other.fqdn,
    byAddress: other.address,
    protocol: 'SMTP' as const,
    time: simulation.now,
    previous: message.hops,
  };
  const copy = makeMessage(simulation, otherService, {
    content: message.content,
    machine: other,
    returnPath: message.returnPath,
    sourceName: message.origin.sourceName,
    sourceIp: machine.address,
    authenticated: message.authenticated,
    hops,
    entered: message.entered,
  });
  copy.recipients = open;
  copy.rulesDone = message.rulesDone;
  if (message.special.expanded !== undefined) copy.mark({ expanded: message.special.expanded });
  message.recipients = message.recipients.filter((recipient) => !open.includes(recipient));
  for (const recipient of open) recipient.state = 'pending';
  track(simulation, machine, message, {
    source: 'SMTP',
    eventId: 'SEND',
    serverIp: other.address,
    serverHostname: other.fqdn,
    connectorId: 'Intra-Organization SMTP Send Connector',
    recipients: addresses,
    sourceContext: 'Redirect',
  });
  track(simulation, other, copy, {
    source: 'SMTP',
    eventId: 'RECEIVE',
    clientIp: machine.address,
    clientHostname: machine.fqdn,
    serverIp: other.address,
    serverHostname: other.name,
    recipients: addresses,
    connectorId: `${other.name}\\Default ${other.name}`,
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'Administrator',
    message.content,
    addresses,
    `Redirected to ${other.name}`,
    'Redirect-Message',
  );
  finishIfDone(simulation, service, message);
  protectAgain(simulation, otherService, other, machine, copy);
  submit(simulation, otherService, copy);
}

/** On the target a redirected message is made redundant anew (facts 1.8). */
function protectAgain(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  from: Machine,
  message: Message,
): void {
  const peer = { ...serverPeer(from), submission: true };
  const mail = {
    content: message.content,
    hops: message.hops,
    entered: message.entered,
    authenticated: message.authenticated,
    recipients: undefined,
    expanded: undefined,
    suppressDsn: false,
    upstreamServer: 0,
    upstreamMessage: 0,
  };
  const addresses = message.recipients.map((recipient) => recipient.address);
  makeRedundant(simulation, service, machine, peer, mail, message.returnPath, addresses).protect?.(message);
}
