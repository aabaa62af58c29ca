// Shadow redundancy. 2013+: the copy is made before the end of data is acknowledged, on another server of the boundary (availability
// group, else AD site). 2010: the sender keeps its copy until the next hop has delivered. Facts 4.1, 4.2.

import { reply, type SmtpReply } from '../../smtp/reply.ts';
import { zeroGuid } from '../kernel/identifiers.ts';
import { refusesMail } from '../machines/back-pressure.ts';
import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import type { Content } from '../mail/content.ts';
import type { Hop, Message } from '../mail/message.ts';
import { trackContent } from '../mail/tracking.ts';
import { connect } from '../network/connection.ts';
import { rotated } from '../network/resolver.ts';
import { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { IncomingMail, Peer } from '../receive/incoming.ts';
import type { Simulation } from '../simulation.ts';
import { type ShadowHold, ShadowMessage, sharedRecipients } from './shadow-message.ts';

/** What RejectMessageOnShadowFailure answers (topic text; the cmdlet's help says 450 4.5.1). */
const notRedundant = reply(451, '4.4.0', 'Message failed to be made redundant');

export interface Redundancy {
  reject?: SmtpReply;
  waitMs: number;
  /** Ties the accepted message to its copy. */
  protect?: (message: Message) => void;
}

const unprotected: Redundancy = { waitMs: 0 };

/** Boundary of a server: its availability group, else its site. */
export function boundaryOf(machine: Machine, simulation: Simulation): string {
  const group = simulation.directory.find('server', machine.name)?.properties.DatabaseAvailabilityGroup;
  return group !== null && group !== undefined
    ? `dag:${group.toLowerCase()}`
    : `site:${(machine.site ?? '').toLowerCase()}`;
}

export function makeRedundant(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  peer: Peer,
  mail: IncomingMail,
  from: string,
  recipients: readonly string[],
): Redundancy {
  if (!service.settings.shadowRedundancyEnabled || machine.isEdge || (machine.version ?? 0) < 2013) return unprotected;
  const sender = simulation.machinesById.get(peer.machineId);
  if (
    sender !== undefined &&
    peer.server &&
    !peer.submission &&
    !sender.isEdge &&
    boundaryOf(sender, simulation) === boundaryOf(machine, simulation)
  )
    return unprotected;
  const { candidates, tries } = shadowCandidates(simulation, service, machine);
  let waitMs = 0;
  let reason = candidates.length === 0 ? 'No suitable shadow servers' : '';
  for (const candidate of candidates.slice(0, Math.max(tries, 0))) {
    const way = connect(simulation, { machine }, candidate.address, 2525);
    waitMs += way.waitMs;
    const other = simulation.runningTransport(candidate);
    if (way.result !== 'ok' || other === undefined) {
      reason = `${candidate.fqdn}=${way.result === 'refused' ? '421 4.2.1 Unable to connect' : '421 4.4.1 Connection timed out'}`;
      continue;
    }
    if (transportState(candidate) !== 'Active' || !other.settings.shadowRedundancyEnabled) {
      reason = `${candidate.fqdn}=421 4.3.2 Service not active`;
      continue;
    }
    // From medium pressure on a server takes no shadow copies (facts 6.3, 2016+).
    if ((candidate.version ?? 0) >= 2016 && refusesMail(simulation, other, 'outside').refuse) {
      reason = `${candidate.fqdn}=452 4.3.1 Insufficient system resources`;
      continue;
    }
    return {
      waitMs,
      protect: (message) => protect(simulation, service, machine, message, recipients, candidate, other, peer),
    };
  }
  const { content } = mail;
  trackContent(simulation, machine, content, {
    source: 'SMTP',
    eventId: 'HAREDIRECTFAIL',
    clientIp: peer.address,
    clientHostname: peer.name,
    serverIp: machine.address,
    serverHostname: machine.name,
    sourceContext: reason === '' ? 'No suitable shadow servers' : reason,
    connectorId: `${machine.name}\\Default ${machine.name}`,
    recipients: [...recipients],
    returnPath: from === '' ? '<>' : from,
    directionality: mail.authenticated ? 'Originating' : 'Incoming',
  });
  // Read at each failure: no documentation asks for a restart after changing this setting, as it does for ShadowRedundancyEnabled.
  const rejects = (machine.version ?? 2016) >= 2013 && simulation.transportConfig.RejectMessageOnShadowFailure;
  simulation.trace.record(
    simulation.now,
    machine,
    'ShadowRedundancy',
    content,
    recipients,
    'No shadow copy',
    reason === '' ? 'No suitable shadow servers' : reason,
    { inputs: [`RejectMessageOnShadowFailure=${rejects}`] },
  );
  return rejects ? { waitMs, reject: notRedundant } : { waitMs };
}

/** Partners in order: a group over several sites by ShadowMessagePreferenceSetting, else the same site. */
function shadowCandidates(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
): { candidates: Machine[]; tries: number } {
  const config = simulation.transportConfig;
  const boundary = boundaryOf(machine, simulation);
  const partners: Machine[] = [];
  for (const object of simulation.directory.sorted('server')) {
    const other = simulation.findMachine(object.name);
    if (
      other === undefined ||
      other === machine ||
      other.isEdge ||
      !other.hasTransportRole ||
      (other.version ?? 0) < 2013 ||
      boundaryOf(other, simulation) !== boundary
    )
      continue;
    partners.push(other);
  }
  const turn = service.shadowTurn;
  service.shadowTurn = (turn + 1) % 1_000_000;
  const local = rotated(
    partners.filter((other) => other.site === machine.site),
    turn,
  );
  const remote = rotated(
    partners.filter((other) => other.site !== machine.site),
    turn,
  );
  if (remote.length === 0) return { candidates: local, tries: config.MaxRetriesForLocalSiteShadow };
  switch (config.ShadowMessagePreferenceSetting) {
    case 'LocalOnly':
      return { candidates: local, tries: config.MaxRetriesForLocalSiteShadow };
    case 'RemoteOnly':
      return { candidates: remote, tries: config.MaxRetriesForRemoteSiteShadow };
    default:
      return {
        candidates: [
          ...remote.slice(0, config.MaxRetriesForRemoteSiteShadow),
          ...local.slice(0, config.MaxRetriesForLocalSiteShadow),
        ],
        tries: config.MaxRetriesForRemoteSiteShadow + config.MaxRetriesForLocalSiteShadow,
      };
  }
}

function protect(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: readonly string[],
  partner: Machine,
  other: TransportService,
  peer: Peer,
): void {
  const copy = holdShadow(simulation, other, machine, message.content, {
    returnPath: message.returnPath,
    recipients,
    authenticated: message.authenticated,
    hops: message.hops,
    entered: message.entered,
    databaseId: service.databaseId,
  });
  message.shadowServer = partner.id;
  message.shadowMessage = copy.id;
  const messageId = message.content.messageId;
  simulation.trace.record(
    simulation.now,
    machine,
    'ShadowRedundancy',
    message.content,
    recipients,
    `Copy on ${partner.name}`,
    `${partner.name} is in the same ${boundaryOf(machine, simulation).replace(':', ' ')}`,
  );
  trackContent(simulation, machine, message.content, {
    source: 'SMTP',
    eventId: 'HAREDIRECT',
    clientIp: peer.address,
    clientHostname: peer.name,
    serverIp: partner.address,
    serverHostname: partner.fqdn,
    internalMessageId: message.id,
    sourceContext: `${partner.fqdn}=250 2.6.0 ${messageId} [InternalId=${copy.id}, Hostname=${partner.fqdn}] Queued mail for redundancy`,
    connectorId: 'Inter-Server SMTP Send Connector',
    recipients,
    returnPath: message.returnPath === '' ? '<>' : message.returnPath,
    directionality: message.directionality,
  });
  trackContent(simulation, partner, message.content, {
    source: 'SMTP',
    eventId: 'HARECEIVE',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: partner.address,
    serverHostname: partner.name,
    internalMessageId: copy.id,
    sourceContext: machine.fqdn,
    connectorId: `${partner.name}\\Default ${partner.name}`,
    returnPath: message.returnPath === '' ? '<>' : message.returnPath,
    directionality: message.directionality,
  });
}

export interface ShadowFields {
  returnPath: string;
  recipients: readonly string[];
  authenticated: boolean;
  hops: Hop | undefined;
  entered: number;
  databaseId: number;
}

/** The one object for copies that are held alike. */
export function sharedHold(simulation: Simulation, hold: ShadowHold): ShadowHold {
  const key = `${hold.queueId}|${hold.authenticated}|${hold.databaseId}`;
  const known = simulation.shadowHolds.get(key);
  if (known !== undefined) return known;
  simulation.shadowHolds.set(key, hold);
  return hold;
}

/** Puts a copy into the shadow queue for a primary server. */
export function holdShadow(
  simulation: Simulation,
  service: TransportService,
  primary: Machine,
  content: Content,
  fields: ShadowFields,
  id: number = simulation.kernel.nextId('message'),
): ShadowMessage {
  const queue = shadowQueue(simulation, service, primary);
  const copy = new ShadowMessage(
    id,
    content,
    sharedHold(simulation, {
      machineId: service.machineId,
      queueId: queue.id,
      authenticated: fields.authenticated,
      databaseId: fields.databaseId,
    }),
    simulation.now,
    fields.returnPath,
    sharedRecipients(content, fields.recipients),
    fields.hops,
    fields.entered,
  );
  service.shadows.set(copy.id, copy);
  queue.shadowCount += 1;
  queue.count(simulation.now, 1, 0);
  if (service.heartbeatAt === 0) scheduleHeartbeat(simulation, service);
  return copy;
}

export function shadowQueue(simulation: Simulation, service: TransportService, primary: Machine): Queue {
  const key = {
    type: 'ShadowRedundancy' as const,
    domain: primary.fqdn.toLowerCase(),
    connector: zeroGuid,
    object: primary.name,
  };
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

export function scheduleHeartbeat(simulation: Simulation, service: TransportService): void {
  const machine = simulation.machineById(service.machineId);
  const config = simulation.transportConfig;
  const delay =
    (machine.version ?? 2016) >= 2013 ? config.ShadowHeartbeatFrequency : config.ShadowHeartbeatTimeoutInterval;
  service.heartbeatAt = simulation.now + delay;
  simulation.kernel.at(service.heartbeatAt, 'shadow.heartbeat', machine.id);
}
