// Views of queues, messages, mailboxes and machines: plain objects made from the model.

import type { ConfigObject } from '../../state/schema/configuration.ts';
import { diskFreeGB, memoryLoad, versionBuckets } from './machines/back-pressure.ts';
import type { Machine } from './machines/machine.ts';
import type { QueuedMessage } from './mail/message.ts';
import { bodyText, mime } from './notifications/render.ts';
import { nextHopCategory } from './queues/delivery-type.ts';
import type { Queue } from './queues/queue.ts';
import type { TransportService } from './queues/transport-service.ts';
import type { Simulation } from './simulation.ts';
import type { Draft, MailboxItem } from './store/mail-store.ts';
import type { MachineView, MailboxItemView, MessageView, QueueView } from './views.ts';

const time = (value: number): number | undefined => (value === 0 ? undefined : value);

const priorityIndex = { High: 0, Normal: 1, Low: 2 };

export function queueView(simulation: Simulation, machine: Machine, queue: Queue): QueueView {
  const rates = queue.rates(simulation.now);
  const counts = [0, 0, 0, 0];
  const deferred = [0, 0, 0, 0];
  let deferredCount = 0;
  for (const queued of queue.items.values()) {
    const index = priorityIndex[queued.message.content.priority];
    counts[index]! += 1;
    if (queued.notBefore > simulation.now) {
      deferred[index]! += 1;
      deferredCount += 1;
    }
  }
  return {
    identity: `${machine.name}\\${queue.label}`,
    server: machine.name,
    number: queue.number,
    deliveryType: queue.key.type,
    nextHopDomain: queue.key.domain,
    tlsDomain: '',
    nextHopConnector: queue.key.connector,
    status: queue.status,
    messageCount: queue.key.type === 'ShadowRedundancy' ? queue.shadowCount : queue.items.size,
    lastError: queue.status === 'Retry' || queue.attempt !== 0 ? queue.lastError : '',
    retryCount: queue.retryCount,
    lastRetryTime: time(queue.lastRetryTime),
    nextRetryTime: queue.status === 'Retry' ? time(queue.nextRetryTime) : undefined,
    firstRetryTime: time(queue.firstRetryTime),
    deferredMessageCount: deferredCount,
    messageCountsPerPriority: counts,
    deferredMessageCountsPerPriority: deferred,
    nextHopCategory: nextHopCategory(queue.key.type),
    incomingRate: rates.incoming,
    outgoingRate: rates.outgoing,
  };
}

export function messageView(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
): MessageView {
  const { message } = queued;
  const { content } = message;
  const waits = queue.status === 'Retry' && queued.status === 'Ready';
  return {
    identity: `${machine.name}\\${queue.label}\\${message.id}`,
    server: machine.name,
    queue: `${machine.name}\\${queue.label}`,
    internalId: message.id,
    subject: content.subject,
    internetMessageId: content.messageId,
    networkMessageId: content.networkMessageId,
    fromAddress: message.returnPath === '' ? '<>' : message.returnPath,
    status: waits ? 'Retry' : queued.status,
    sizeBytes: content.size,
    messageSourceName: message.origin.sourceName,
    sourceIp: message.origin.sourceIp,
    scl: message.origin.scl,
    dateReceived: queued.since,
    expirationTime: message.received + simulation.serviceSettings(machine).MessageExpirationTimeout,
    lastError: queued.lastError !== '' ? queued.lastError : waits ? queue.lastError : '',
    retryCount: queued.retryCount + (waits ? queue.retryCount : 0),
    deferReason: 'None',
    messageLatencyMs: simulation.now - message.received,
    priority: content.priority,
    originalFromAddress: content.from,
    directionality: message.directionality,
    recipients: queued.recipients.map((recipient) => ({
      address: recipient.address,
      type: recipient.kind === 'Unresolved' ? 'Other' : recipient.kind,
      status: recipient.state === 'done' ? 'Complete' : waits || queued.status === 'Retry' ? 'Retry' : 'Ready',
      lastError: recipient.lastError !== '' ? recipient.lastError : waits ? queue.lastError : '',
      connector: queue.key.type === 'Unreachable' ? '<No Matching Connector>' : queue.key.object,
    })),
  };
}

/** Messages of a server, queue by queue. */
export function* messageViews(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  queues: Iterable<Queue>,
): Iterable<MessageView> {
  for (const queue of queues) {
    if (queue.key.type === 'ShadowRedundancy') yield* shadowViews(simulation, machine, service, queue);
    else for (const queued of queue.items.values()) yield messageView(simulation, machine, queue, queued);
  }
}

function* shadowViews(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  queue: Queue,
): Iterable<MessageView> {
  for (const copy of service.shadows.values()) {
    if (copy.queueId !== queue.id) continue;
    const { content } = copy;
    yield {
      identity: `${machine.name}\\${queue.label}\\${copy.id}`,
      server: machine.name,
      queue: `${machine.name}\\${queue.label}`,
      internalId: copy.id,
      subject: content.subject,
      internetMessageId: content.messageId,
      networkMessageId: content.networkMessageId,
      fromAddress: copy.returnPath === '' ? '<>' : copy.returnPath,
      status: 'Ready',
      sizeBytes: content.size,
      messageSourceName: 'SMTP:Redundancy',
      sourceIp: '',
      scl: -1,
      dateReceived: copy.received,
      expirationTime: copy.received + simulation.transportConfig.ShadowMessageAutoDiscardInterval,
      lastError: '',
      retryCount: 0,
      deferReason: 'None',
      messageLatencyMs: simulation.now - copy.received,
      priority: content.priority,
      originalFromAddress: content.from,
      directionality: copy.authenticated ? 'Originating' : 'Incoming',
      recipients: copy.recipients.map((address) => ({
        address,
        type: 'Other',
        status: 'Ready',
        lastError: '',
        connector: '',
      })),
    };
  }
}

function itemView(
  address: string,
  number: number,
  item: MailboxItem | Draft,
  folder: string,
  server: string,
  received: number,
): MailboxItemView {
  const { content } = item;
  const hops = 'hops' in item ? item.hops : undefined;
  return {
    identity: `${address}\\${folder}\\${number}`,
    mailbox: address,
    folder,
    subject: content.subject,
    from: content.from,
    to: [...content.to],
    cc: [...content.cc],
    received,
    kind: content.kind,
    sizeBytes: content.size,
    priority: content.priority,
    messageId: content.messageId,
    server,
    body: () => bodyText(content),
    eml: () => mime(content, hops),
  };
}

/** What a mailbox or an outside recipient holds, oldest first; undefined when there is nobody of that name. */
export function mailboxItems(
  simulation: Simulation,
  identity: string,
  folder: string | undefined,
): MailboxItemView[] | undefined {
  const object = simulation.directory.findRecipient(identity);
  const mailbox =
    object?.class === 'mailbox' || object?.class === 'mailPublicFolder'
      ? (object as ConfigObject<'mailbox'>)
      : undefined;
  if (mailbox === undefined && !identity.includes('@')) return undefined;
  const owner = mailbox?.guid ?? identity.toLowerCase();
  const address = mailbox?.properties.PrimarySmtpAddress ?? identity.toLowerCase();
  const numbers = new Map<string, number>();
  const numberIn = (name: string): number => {
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    return number;
  };
  const views = simulation.store
    .itemsOf(owner)
    .map((item) => itemView(address, numberIn(item.folder), item, item.folder, item.server, item.received));
  const database =
    mailbox === undefined ? undefined : simulation.directory.find('database', mailbox.properties.Database ?? '');
  for (const draft of simulation.store.drafts.values())
    if (draft.owner === owner)
      views.push(
        itemView(address, numberIn('Drafts'), draft, 'Drafts', database?.properties.Server ?? '', draft.created),
      );
  const wanted =
    folder === undefined ? views : views.filter((view) => view.folder.toLowerCase() === folder.toLowerCase());
  return wanted.sort((left, right) => left.received - right.received);
}

export function machineView(machine: Machine): MachineView {
  return {
    name: machine.name,
    fqdn: machine.fqdn,
    version: machine.version,
    roles: [...machine.roles],
    site: machine.site ?? '',
    online: machine.online,
    addresses: machine.adapters.map((adapter) => adapter.address),
    adapters: machine.adapters.map((adapter) => ({ ...adapter, dnsServers: [...adapter.dnsServers] })),
    memoryGB: machine.memoryGB,
    memoryLoadPercent: memoryLoad(machine),
    diskSizeGB: machine.diskSizeGB,
    diskFreeGB: diskFreeGB(machine),
    versionBuckets: versionBuckets(machine),
    lastStart: machine.lastStart,
    lastCrash: machine.lastCrash,
  };
}
