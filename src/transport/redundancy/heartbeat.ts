// Shadow servers ask their primaries: discard notices end copies; a primary that is silent too long, or has a new queue database,
// loses its messages to the shadow server, which sends them (facts 4.1, 4.2).

import type { Machine } from '../machines/machine.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track, trackContent } from '../mail/tracking.ts';
import { connect } from '../network/connection.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { noteShadowSafetyNet } from './safety-net.ts';
import { scheduleHeartbeat } from './shadow.ts';
import type { ShadowMessage } from './shadow-message.ts';

/** Event `shadow.heartbeat`. */
export function runHeartbeat(simulation: Simulation, machineId: number): void {
  const machine = simulation.machineById(machineId);
  const service = machine.transport;
  if (service === undefined || service.heartbeatAt !== simulation.now) return;
  service.heartbeatAt = 0;
  if (!simulation.transportRuns(machine)) return;
  for (const queue of [...service.queues.values()])
    if (queue.key.type === 'ShadowRedundancy' && queue.shadowCount > 0) {
      askPrimary(simulation, service, machine, queue);
      dropOld(simulation, service, machine, queue);
    }
  if (service.shadows.size > 0) scheduleHeartbeat(simulation, service);
}

function askPrimary(simulation: Simulation, service: TransportService, machine: Machine, queue: Queue): void {
  const primary = simulation.findMachine(queue.key.object);
  if (queue.status === 'Suspended') return;
  const port = (primary?.version ?? 0) >= 2013 ? 2525 : 25;
  const answers =
    primary !== undefined &&
    connect(simulation, { machine }, primary.address, port).result === 'ok' &&
    simulation.runningTransport(primary) !== undefined;
  if (answers) {
    queue.lastContact = simulation.now;
    takeDiscards(simulation, service, machine, queue, primary);
    const lost = copiesOf(service, queue).filter((copy) => copy.databaseId !== primary.transport!.databaseId);
    if (lost.length > 0) takeOver(simulation, service, machine, queue, lost, 'the primary has a new queue database');
    return;
  }
  const config = simulation.transportConfig;
  const patience =
    (machine.version ?? 2016) >= 2013
      ? config.ShadowResubmitTimeSpan
      : config.ShadowHeartbeatRetryCount * config.ShadowHeartbeatTimeoutInterval;
  const oldest = copiesOf(service, queue)[0]?.received ?? simulation.now;
  if (simulation.now - Math.max(queue.lastContact, oldest) >= patience)
    takeOver(
      simulation,
      service,
      machine,
      queue,
      copiesOf(service, queue),
      'the primary has not answered for ShadowResubmitTimeSpan',
    );
}

/** Copies that nobody has asked to discard: 2013+ they live for SafetyNetHoldTime and MessageExpirationTimeout together (facts 4). */
function dropOld(simulation: Simulation, service: TransportService, machine: Machine, queue: Queue): void {
  if ((machine.version ?? 0) < 2013) return;
  const limit =
    simulation.now -
    simulation.transportConfig.SafetyNetHoldTime -
    simulation.serviceSettings(machine).MessageExpirationTimeout;
  for (const copy of copiesOf(service, queue)) {
    if (copy.received > limit) return;
    drop(simulation, service, queue, copy);
    trackDiscard(simulation, machine, queue.key.domain, copy, 'Expired');
  }
}

function trackDiscard(
  simulation: Simulation,
  machine: Machine,
  primary: string,
  copy: ShadowMessage,
  reason: string,
): void {
  trackContent(simulation, machine, copy.content, {
    source: 'REDUNDANCY',
    eventId: 'HADISCARD',
    serverIp: machine.address,
    serverHostname: machine.name,
    internalMessageId: copy.id,
    sourceContext: reason,
    reference: primary,
    recipients: copy.recipients,
    returnPath: copy.returnPath === '' ? '<>' : copy.returnPath,
  });
}

function copiesOf(service: TransportService, queue: Queue): ShadowMessage[] {
  return [...service.shadows.values()].filter((copy) => copy.queueId === queue.id);
}

function takeDiscards(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  primary: Machine,
): void {
  // Notices that nobody has asked for in ShadowMessageAutoDiscardInterval are gone (facts 4).
  const since = simulation.now - simulation.transportConfig.ShadowMessageAutoDiscardInterval;
  for (const id of primary.transport?.takeDiscards(machine.id, since) ?? []) {
    const copy = service.shadows.get(id);
    if (copy === undefined) continue;
    drop(simulation, service, queue, copy);
    noteShadowSafetyNet(simulation, copy, primary);
    trackDiscard(simulation, machine, primary.fqdn, copy, 'Explicitly discarded');
  }
}

function drop(simulation: Simulation, service: TransportService, queue: Queue, copy: ShadowMessage): void {
  service.shadows.delete(copy.id);
  queue.shadowCount -= 1;
  queue.count(simulation.now, 0, 1);
  queue.lastUse = simulation.now;
  if (queue.shadowCount === 0)
    simulation.kernel.after(
      simulation.serviceSettings(simulation.machineById(service.machineId)).QueueMaxIdleTime,
      'queue.expire',
      queue.id,
    );
}

/** The shadow server becomes the primary and delivers. */
function takeOver(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  copies: readonly ShadowMessage[],
  reason: string,
): void {
  for (const copy of copies) {
    drop(simulation, service, queue, copy);
    const message = makeMessage(simulation, service, {
      content: copy.content,
      machine,
      returnPath: copy.returnPath,
      sourceName: 'Redundancy',
      sourceIp: machine.address,
      authenticated: copy.authenticated,
      hops: copy.hops,
      entered: copy.entered,
    });
    message.mark({ duplicate: true });
    message.recipients = copy.recipients.map((address) => new Recipient(address, address, ''));
    track(simulation, machine, message, {
      source: 'REDUNDANCY',
      eventId: 'RESUBMIT',
      recipients: [...copy.recipients],
      sourceContext: reason,
      reference: queue.key.domain,
    });
    simulation.trace.record(
      simulation.now,
      machine,
      'ShadowRedundancy',
      copy.content,
      copy.recipients,
      'Takes over',
      reason,
    );
    submit(simulation, service, message);
  }
}
