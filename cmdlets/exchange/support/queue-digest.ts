// Sums of queues over servers, as Get-QueueDigest gives them: which servers are asked, and how their queues are grouped.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { enumerate, isEnumerable } from '../../../src/runtime/enumerate.ts';
import { double, PSObject, typedArray, type Value } from '../../../src/runtime/values.ts';
import type { MachineView, QueueView } from '../../../src/transport/views.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { nextHopKey, QueueDigestDetails } from '../types/queue-digest-details.ts';
import { objectNotFound } from './errors.ts';
import { serviceRuns } from './servers.ts';

export const digestType = 'Microsoft.Exchange.Data.QueueDigest.QueueDigestPresentationObject';

/** Names that a list parameter gives. */
export function namesOf(argument: Value): string[] {
  const raw = rawOf(argument);
  return typeof raw === 'object' && isEnumerable(raw) ? [...enumerate(raw)].map(textOf) : [textOf(argument)];
}

/** Mailbox servers whose Transport service keeps queues: 2013 and later, no Edge servers. */
function digestServers(cmdlet: CmdletContext): MachineView[] {
  return worldOf(cmdlet)
    .machines()
    .filter(({ version, roles }) => (version ?? 0) >= 2013 && roles.includes('Mailbox'));
}

function membersOf(cmdlet: CmdletContext, configClass: 'databaseAvailabilityGroup' | 'adSite', name: string) {
  const object = worldOf(cmdlet).find(configClass, name);
  if (object === undefined) {
    cmdlet.error(objectNotFound(cmdlet, name));
    return [];
  }
  if (configClass === 'adSite')
    return digestServers(cmdlet).filter(({ site }) => site.toLowerCase() === object.name.toLowerCase());
  const servers = (object.properties as { Servers: string[] }).Servers.map((server) => server.toLowerCase());
  return digestServers(cmdlet).filter((machine) => servers.includes(machine.name.toLowerCase()));
}

/** The servers of the parameter set that is in use; errors of unknown names are written. */
export function askedServers(cmdlet: CmdletContext): MachineView[] {
  const { args } = cmdlet;
  if (cmdlet.has('Forest')) return digestServers(cmdlet);
  if (cmdlet.has('Dag'))
    return namesOf(args.Dag).flatMap((name) => membersOf(cmdlet, 'databaseAvailabilityGroup', name));
  if (cmdlet.has('Site')) return namesOf(args.Site).flatMap((name) => membersOf(cmdlet, 'adSite', name));
  return namesOf(args.Server).flatMap((name) => {
    const machine = worldOf(cmdlet).findMachine(name);
    if (machine === undefined) cmdlet.error(objectNotFound(cmdlet, name));
    return machine ?? [];
  });
}

/** Queues of those servers that answer; the others are named in a warning. */
export function queuesOf(cmdlet: CmdletContext, servers: readonly MachineView[]): QueueView[] {
  const silent = servers.filter((machine) => !serviceRuns(cmdlet, machine, 'MSExchangeTransport'));
  if (silent.length > 0)
    cmdlet.warning(
      `Data from the following servers couldn't be collected: ${silent.map(({ fqdn }) => fqdn).join(', ')}. The results don't include their queues.`,
    );
  return servers
    .filter((machine) => !silent.includes(machine))
    .flatMap((machine) => worldOf(cmdlet).queues(machine.name, localName(cmdlet)));
}

const groupValue: Record<string, (queue: QueueView) => string> = {
  DeliveryType: (queue) => queue.deliveryType,
  LastError: (queue) => queue.lastError,
  NextHopCategory: (queue) => queue.nextHopCategory,
  NextHopDomain: (queue) => queue.nextHopDomain,
  NextHopKey: nextHopKey,
  RiskLevel: () => 'Normal',
  Status: (queue) => queue.status,
  ServerName: (queue) => queue.server,
  OutboundIPPool: () => '0',
};

const sum = (queues: readonly QueueView[], of: (queue: QueueView) => number): number =>
  queues.reduce((total, queue) => total + of(queue), 0);
const sums = (queues: readonly QueueView[], of: (queue: QueueView) => number[]): Value =>
  typedArray(
    [0, 1, 2, 3].map((priority) => sum(queues, (queue) => of(queue)[priority] ?? 0)),
    'System.Int32',
  );
const isStale = (queue: QueueView): boolean => queue.status === 'Retry' || queue.status === 'Suspended';

function digestObject(value: string, queues: QueueView[], details: string): PSObject {
  const shown = details === 'None' ? [] : queues.map((queue) => new QueueDigestDetails(queue));
  return PSObject.of(
    {
      GroupByValue: value,
      MessageCount: sum(queues, (queue) => queue.messageCount),
      DeferredMessageCount: sum(queues, (queue) => queue.deferredMessageCount),
      LockedMessageCount: 0,
      StaleMessageCount: sum(queues.filter(isStale), (queue) => queue.messageCount),
      IncomingRate: double(sum(queues, (queue) => queue.incomingRate)),
      OutgoingRate: double(sum(queues, (queue) => queue.outgoingRate)),
      ...(details === 'Verbose'
        ? {
            MessageCountsPerPriority: sums(queues, (queue) => queue.messageCountsPerPriority),
            DeferredMessageCountsPerPriority: sums(queues, (queue) => queue.deferredMessageCountsPerPriority),
          }
        : {}),
      Details: typedArray(shown as unknown as Value[], 'System.Object'),
      IsValid: true,
      ObjectState: 'New',
    },
    digestType,
  );
}

/** One object a value, the one with most messages first. */
export function digest(queues: readonly QueueView[], groupBy: string, details: string): PSObject[] {
  const groups = new Map<string, QueueView[]>();
  for (const queue of queues) {
    const value = groupValue[groupBy]!(queue);
    groups.set(value, [...(groups.get(value) ?? []), queue]);
  }
  return [...groups]
    .map(([value, members]) => ({ value, members, count: sum(members, (queue) => queue.messageCount) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ value, members }) => digestObject(value, members, details));
}
