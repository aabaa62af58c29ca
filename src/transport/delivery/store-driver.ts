// Delivery into mailboxes: from 2013 on through Mailbox Transport Delivery of the database's server, before by the store driver
// over MAPI (rules I1, I2; facts 9: final hop).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import { notifySuccess, type QueuedMessage, type Recipient } from '../mail/message.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';
import { isoTime, sessionId, track } from '../mail/tracking.ts';
import { connect, deliveryPort } from '../network/connection.ts';
import { type Failure, failEach, reportSuccess } from '../notifications/failures.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { noteSafetyNet } from '../redundancy/safety-net.ts';
import type { Simulation } from '../simulation.ts';
import { cannotReceive } from '../store/quota.ts';
import { next } from './attempt-end.ts';
import { logConnectivity, logMailboxConnectivity } from './connectivity.ts';
import { connectError, replyError } from './errors.ts';
import { enterRetry, markSuccess, resubmitMessage, resubmitQueue } from './retry.ts';
import { readyItems } from './send.ts';

/** Messages that one delivery session carries in a turn, and the time that takes. */
const messagesPerSession = 20;
const turnMs = 100;

/** `1.2.3` of a mailbox item's size over its quota. */
const quotaError = '554 5.2.2 STOREDRV.Deliver; mailbox full. The recipient mailbox has exceeded its quota';

export function deliverToMailboxes(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
): void {
  const database = findDatabase(simulation, queue.key.object);
  if (database === undefined) {
    resubmitQueue(simulation, queue, `database ${queue.key.object} is gone`, 'I1');
    return;
  }
  const server = simulation.findMachine(database.properties.Server ?? '');
  if (server === undefined) {
    enterRetry(
      simulation,
      queue,
      replyError(
        simulation,
        machine,
        '432 4.2.0 STOREDRV.Storage; no server has the mailbox database mounted',
        undefined,
      ),
    );
    return;
  }
  if (!stillHere(simulation, machine, queue, server)) {
    resubmitQueue(
      simulation,
      queue,
      `database ${database.name} is now on ${server.name}, outside of this server's delivery group`,
      'I1',
    );
    return;
  }
  const fault =
    queue.key.type === 'MapiDelivery'
      ? mapiFault(simulation, machine, server, database)
      : deliveryFault(simulation, machine, server, database);
  if (fault !== undefined) {
    if (fault.waitMs >= 1000 && queue.targetIndex === 0) {
      queue.targetIndex = 1;
      if (queue.status !== 'Suspended') queue.status = 'Connecting';
      simulation.kernel.after(fault.waitMs, 'queue.connect', queue.id, queue.attempt);
      return;
    }
    enterRetry(simulation, queue, fault.error);
    return;
  }
  if (queue.status !== 'Suspended') queue.status = 'Active';
  markSuccess(simulation, queue);
  deliverBatch(simulation, service, machine, queue, server, database);
  next(simulation, queue, turnMs);
}

type Database = ConfigObject<'database'> | ConfigObject<'publicFolderDatabase'>;

function findDatabase(simulation: Simulation, name: string): Database | undefined {
  return simulation.directory.find('database', name) ?? simulation.directory.find('publicFolderDatabase', name);
}

/** The database's server still is one that this queue may deliver to. */
function stillHere(simulation: Simulation, machine: Machine, queue: Queue, server: Machine): boolean {
  if (server === machine) return true;
  const own = simulation.directory.find('server', machine.name)?.properties;
  const other = simulation.directory.find('server', server.name)?.properties;
  if (queue.key.type === 'MapiDelivery')
    return server.fqdn.toLowerCase() === queue.key.domain && own?.Site?.toLowerCase() === other?.Site?.toLowerCase();
  if (own?.DatabaseAvailabilityGroup !== null && own?.DatabaseAvailabilityGroup === other?.DatabaseAvailabilityGroup)
    return true;
  return own?.Site?.toLowerCase() === other?.Site?.toLowerCase();
}

interface Fault {
  error: string;
  waitMs: number;
}

function isMounted(database: Database, server: Machine): boolean {
  const store = server.version === 2003 ? server.online : server.isRunning('MSExchangeIS');
  return database.properties.Mounted && store;
}

function mapiFault(simulation: Simulation, machine: Machine, server: Machine, database: Database): Fault | undefined {
  const way = connect(simulation, { machine }, server.address, 0);
  if (server !== machine && way.result === 'timeout')
    return { error: '432 4.2.0 STOREDRV.Deliver; the mailbox server is offline', waitMs: way.waitMs };
  if (!isMounted(database, server)) return { error: '430 4.2.0 STOREDRV; mailbox logon failure', waitMs: 0 };
  return undefined;
}

function deliveryFault(
  simulation: Simulation,
  machine: Machine,
  server: Machine,
  database: Database,
): Fault | undefined {
  const target = { name: server.fqdn, address: server.address, port: deliveryPort, internal: true };
  const way = connect(simulation, { machine }, server.address, deliveryPort);
  if (way.result !== 'ok') return { error: connectError(simulation, machine, way.result, target), waitMs: way.waitMs };
  if (!isMounted(database, server))
    return {
      error: replyError(simulation, machine, '432 4.3.2 STOREDRV.Storage; mailbox database is offline', target),
      waitMs: 0,
    };
  return undefined;
}

/** MaxConcurrentMailboxDeliveries of the sending server and, from 2013 on, of the delivery service on the other side. */
function sessionCount(simulation: Simulation, machine: Machine, server: Machine): number {
  const own = simulation.serviceSettings(machine).MaxConcurrentMailboxDeliveries;
  const other = simulation.directory.find('mailboxTransportService', server.name)?.properties
    .MaxConcurrentMailboxDeliveries;
  return Math.max(1, typeof other === 'number' ? Math.min(own, other) : own);
}

function deliverBatch(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  server: Machine,
  database: Database,
): void {
  const session = sessionId(simulation);
  logConnectivity(
    simulation,
    machine,
    queue,
    session,
    '+',
    `${queue.key.type} ${queue.key.connector};QueueLength=${queue.items.size}`,
  );
  let messages = 0;
  let bytes = 0;
  for (const queued of readyItems(simulation, queue, messagesPerSession * sessionCount(simulation, machine, server))) {
    deliverMessage(simulation, service, machine, queue, queued, server, database);
    messages += 1;
    bytes += queued.message.content.size;
  }
  logConnectivity(simulation, machine, queue, session, '-', `Messages: ${messages} Bytes: ${bytes} (Complete)`);
  if ((server.version ?? 0) >= 2013)
    logMailboxConnectivity(
      simulation,
      server,
      'MailboxDelivery',
      session,
      'MapiDelivery',
      database.guid,
      '-',
      `Messages: ${messages} Bytes: ${bytes} Recipients: ${messages}`,
    );
}

function deliverMessage(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  server: Machine,
  database: Database,
): void {
  const { message } = queued;
  const delivered: Recipient[] = [];
  const failures: Failure[] = [];
  let moved = false;
  for (const recipient of queued.recipients) {
    if (recipient.state === 'done') continue;
    const object = simulation.directory.recipientByAddress(recipient.address);
    if (object === undefined) failures.push({ recipient, error: '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found' });
    else if (object.class === 'mailbox' && !isIn(object as ConfigObject<'mailbox'>, database)) moved = true;
    else if (cannotReceive(simulation, object, message.content.size)) failures.push({ recipient, error: quotaError });
    else delivered.push(recipient);
  }
  const stored = delivered.filter((recipient) => store(simulation, machine, queued, recipient, server));
  if (delivered.length > 0)
    logDelivery(simulation, service, machine, queue, queued, server, database, delivered, stored);
  failEach(simulation, service, message, failures, 'STOREDRIVER');
  if (moved) {
    // Rule I1: the store driver finds the mailbox elsewhere and has the recipients categorized again.
    queued.recipients = queued.recipients.filter((recipient) => recipient.state !== 'done');
    resubmitMessage(simulation, queue, queued, 'the mailbox has moved to another database', 'I1');
    return;
  }
  takeOut(simulation, queue, queued);
  finishIfDone(simulation, service, message);
}

function isIn(mailbox: ConfigObject<'mailbox'>, database: Database): boolean {
  return mailbox.properties.Database?.toLowerCase() === database.name.toLowerCase();
}

const duplicateWindowMs = 3_600_000;

/** Into the inbox; false for what the mailbox has already. */
function store(
  simulation: Simulation,
  machine: Machine,
  queued: QueuedMessage,
  recipient: Recipient,
  server: Machine,
): boolean {
  const { message } = queued;
  const owner = simulation.directory.recipientByAddress(recipient.address)!.guid;
  recipient.state = 'done';
  const late = message.special.duplicate || simulation.now - message.content.date > duplicateWindowMs;
  const folder = isJunk(simulation, owner, message.origin.scl) ? 'Junk E-mail' : 'Inbox';
  if (late && simulation.store.holds(owner, message.content, folder)) {
    track(simulation, machine, message, {
      source: 'STOREDRIVER',
      eventId: 'DUPLICATEDELIVER',
      recipients: [recipient.address],
    });
    return false;
  }
  simulation.store.add({
    id: simulation.kernel.nextId('item'),
    owner,
    folder,
    content: message.content,
    received: simulation.now,
    server: server.name,
    hops: message.hops,
  });
  return true;
}

/** SCLJunkThreshold of the mailbox, else of the organisation: what lies above it goes to Junk E-mail (*SCL thresholds*). */
function isJunk(simulation: Simulation, owner: string, scl: number): boolean {
  if (scl <= 0) return false;
  const mailbox = simulation.directory.find('mailbox', owner)?.properties as Record<string, unknown> | undefined;
  const [organization] = simulation.directory.sorted('organization');
  // Switched off by the administrator, not merely never switched on.
  if (mailbox === undefined || (Object.hasOwn(mailbox, 'SCLJunkEnabled') && mailbox.SCLJunkEnabled === false))
    return false;
  const threshold = mailbox.SCLJunkThreshold ?? (organization?.properties as Record<string, unknown>)?.SCLJunkThreshold;
  return scl > (typeof threshold === 'number' ? threshold : defaultJunkThreshold);
}

const defaultJunkThreshold = 4;

function logDelivery(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  server: Machine,
  database: Database,
  delivered: readonly Recipient[],
  stored: readonly Recipient[],
): void {
  const { message } = queued;
  const recipients = delivered.map((recipient) => recipient.address);
  const messageInfo = isoTime(message.entered);
  if (queue.key.type === 'SmtpDeliveryToMailbox') {
    track(simulation, machine, message, {
      source: 'SMTP',
      eventId: 'SEND',
      clientIp: machine.address,
      clientHostname: machine.name,
      serverIp: server.address,
      serverHostname: server.fqdn,
      connectorId: 'Intra-Organization SMTP Send Connector',
      recipients,
      recipientStatus: recipients.map(() => '250 2.1.5 Recipient OK'),
      messageInfo,
    });
  }
  if (stored.length > 0) logStored(simulation, machine, queue, queued, server, database, stored);
  simulation.trace.record(
    simulation.now,
    server,
    'StoreDriver',
    message.content,
    recipients,
    `Delivered to ${database.name}`,
    `mailbox database ${database.name} is mounted on ${server.name}`,
  );
  if (delivered.some((recipient) => recipient.notify === notifySuccess))
    reportSuccess(simulation, service, message, delivered, 'delivered');
  noteSafetyNet(simulation, service, message, delivered, database.name);
}

/** DELIVER: by the mailbox server's own log from 2013 on, before by the Hub's. */
function logStored(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  server: Machine,
  database: Database,
  stored: readonly Recipient[],
): void {
  const own = queue.key.type === 'SmtpDeliveryToMailbox';
  const health = own ? ';S:DatabaseHealth=-1' : '';
  track(simulation, own ? server : machine, queued.message, {
    file: own ? 'MSGTRKMD' : 'MSGTRK',
    source: 'STOREDRIVER',
    eventId: 'DELIVER',
    clientIp: machine.address,
    clientHostname: own ? machine.fqdn : machine.name,
    serverIp: server.address,
    serverHostname: server.name,
    recipients: stored.map((recipient) => recipient.address),
    messageInfo: isoTime(queued.message.entered),
    customData: `S:MailboxDatabaseName=${database.name}${health}`,
  });
}
