// Views of queues, messages, mailboxes and machines: plain objects made from the model.

import type { ConfigObject } from '../../state/schema/configuration.ts';
import { addressType } from './directory/names.ts';
import type { Machine } from './machines/machine.ts';
import { diskFreeGB, memoryLoad, versionBuckets } from './machines/pressure-resources.ts';
import { bodyText, mime } from './notifications/render.ts';
import { nextHopCategory } from './queues/delivery-type.ts';
import { priorityIndex, type Queue } from './queues/queue.ts';
import type { Simulation } from './simulation.ts';
import type { Draft, MailboxItem } from './store/mail-store.ts';
import type { MachineView, MailboxItemView, QueueView } from './views.ts';

const time = (value: number): number | undefined => (value === 0 ? undefined : value);

interface Counts {
  counts: number[];
  deferred: number[];
  deferredCount: number;
}

/** Messages by priority. Only a queue that has ever put single messages back is looked through. */
function countMessages(simulation: Simulation, queue: Queue): Counts {
  const counts = [...queue.priorityCounts, 0];
  const deferred = [0, 0, 0, 0];
  let deferredCount = 0;
  if (queue.hasDeferred) {
    for (const queued of queue.items.values()) {
      if (queued.notBefore <= simulation.now) continue;
      deferred[priorityIndex[queued.message.content.priority]]! += 1;
      deferredCount += 1;
    }
  }
  return { counts, deferred, deferredCount };
}

export function queueView(simulation: Simulation, machine: Machine, queue: Queue): QueueView {
  const rates = queue.rates(simulation.now);
  const { counts, deferred, deferredCount } = countMessages(simulation, queue);
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
  if (mailbox === undefined && !identity.includes('@') && addressType(identity).type === 'SMTP') return undefined;
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
