// A world made again from its snapshot.

import type { ExchangeVersion, ServerRole } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import type { OrganizationData } from '../../../state/schema/organization.ts';
import { snapshotVersion, type WorldSnapshot } from '../../../state/schema/snapshot.ts';
import type { Approval } from '../categorizer/approval.ts';
import { installFilterSettings } from '../directory/agents.ts';
import { installCertificates } from '../directory/certificates.ts';
import { type CachedAnswer, type ComponentRequest, Machine, type ServiceStatus } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { type Hop, Message, type MessageOrigin, QueuedMessage, type RareState, Recipient } from '../mail/message.ts';
import { sharedOrigin } from '../mail/registry.ts';
import { OutsideHost } from '../outside/outside-host.ts';
import { type NextHopKey, Queue } from '../queues/queue.ts';
import { TransportService } from '../queues/transport-service.ts';
import type { ResubmitRequest } from '../redundancy/resubmit-requests.ts';
import { sharedHold } from '../redundancy/shadow.ts';
import { type ShadowHold, ShadowMessage } from '../redundancy/shadow-message.ts';
import { calculateRoutingTable, type RoutingFault } from '../routing/routing-table.ts';
import { restoreSessions } from '../session/hand-session.ts';
import type { Effects, Simulation } from '../simulation.ts';
import type { Folder } from '../store/mail-store.ts';
import { newSimulation } from '../world-creation.ts';

type Row = readonly unknown[];

export function restoreWorld(snapshot: WorldSnapshot, effects: Effects): Simulation {
  const { head, collections } = snapshot;
  if (head.version !== snapshotVersion) throw new Error(`Snapshot version ${head.version} is not ${snapshotVersion}.`);
  const simulation = newSimulation(head.data as unknown as OrganizationData, effects, head.now, head.seed);
  simulation.kernel.random.restore(head.random as number[]);
  simulation.kernel.restoreCounters(head.counters as Record<string, number>);
  simulation.kernel.events.restore(
    collections.events as unknown as Iterable<[number, number, string, number, number | string]>,
    head.nextSequence as number,
  );
  const clock = head.clock as { rate: number; paused: boolean };
  simulation.clockRate = clock.rate;
  simulation.clockPaused = clock.paused;
  simulation.submissionAt = head.submissionAt as number;
  for (const [key, rate] of head.messageRates as unknown as [string, [number, number]][])
    simulation.messageRates.set(key, rate);
  for (const [key, time] of (head.certificateComplaints ?? []) as unknown as [string, number][])
    simulation.certificateComplaints.set(key, time);
  simulation.dns.restore(head.dns as JsonObject);
  simulation.links.restore(head.links as JsonObject);
  for (const row of head.machines as unknown as JsonObject[]) restoreMachine(simulation, row);
  // Queues are known in the order in which they were made, over all servers.
  const queues = [...simulation.queues.values()].sort((left, right) => left.id - right.id);
  simulation.queues.clear();
  for (const queue of queues) simulation.queues.set(queue.id, queue);
  simulation.directory.restore(head.directory as JsonObject);
  completeOldSnapshot(simulation);
  for (const row of head.hosts as unknown as JsonObject[]) restoreHost(simulation, row);
  const contents = new Map<number, Content>();
  for (const row of collections.contents) {
    const content = Content.restore(row);
    contents.set(content.id, content);
  }
  const messages = restoreMessages(simulation, collections.messages, contents);
  linkMessages(simulation, messages);
  for (const row of head.machines as unknown as JsonObject[]) restoreCursor(simulation, messages, row);
  restoreStore(simulation, collections, contents, head.itemCount as number);
  restoreRedundancy(simulation, collections, contents);
  for (const row of collections.outsideMail) {
    const { contentId, ...mail } = row as unknown as { contentId: number; id: number; hostId: number };
    const outgoing = { ...mail, content: contents.get(contentId)! } as never;
    simulation.outgoing.set(mail.id, outgoing);
    simulation.hosts.get(mail.hostId)?.waiting.set(mail.id, outgoing);
  }
  for (const request of (head.resubmitRequests ?? []) as unknown as ResubmitRequest[])
    simulation.resubmitRequests.set(request.id, { ...request });
  for (const row of (head.approvals ?? []) as unknown as (Approval & { content: number; request: number })[])
    simulation.approvals.set(row.id, {
      ...row,
      content: contents.get(row.content)!,
      request: contents.get(row.request)!,
      hops: restoreHops(row.hops),
    });
  simulation.trace.restore(collections.decisions);
  restoreSessions(simulation, head.sessions as unknown as JsonObject[]);
  restoreRouting(simulation, head.machines as unknown as JsonObject[]);
  return simulation;
}

/** Snapshots from before there were filters and certificates get those that setup makes. */
function completeOldSnapshot(simulation: Simulation): void {
  if (simulation.directory.sorted('contentFilterConfig').length > 0) return;
  simulation.directory.withoutCounting(() => {
    for (const machine of simulation.machinesById.values()) {
      if (machine.version === undefined) continue;
      installFilterSettings(simulation, machine);
      installCertificates(simulation, machine);
    }
  });
}

function restoreHops(rows: unknown): Hop | undefined {
  let hop: Hop | undefined;
  for (const row of [...(rows as Row[])].reverse()) {
    hop = {
      from: row[0] as string,
      fromAddress: row[1] as string,
      by: row[2] as string,
      byAddress: row[3] as string,
      protocol: row[4] as Hop['protocol'],
      time: row[5] as number,
      previous: hop,
      ...(row[6] === undefined ? {} : { stamps: row[6] as string }),
    };
  }
  return hop;
}

function restoreMachine(simulation: Simulation, row: JsonObject): void {
  const machine = new Machine(row.id as number, row.name as string, row.domain as string, row.adapters as never);
  Object.assign(machine, {
    site: row.site,
    roles: row.roles as ServerRole[],
    version: (row.version ?? undefined) as ExchangeVersion | undefined,
    build: row.build,
    online: row.online,
    memoryGB: row.memoryGB,
    diskSizeGB: row.diskSizeGB,
    memoryLoadPercent: row.memoryLoadPercent,
    diskFreeGB: row.diskFreeGB,
    versionBuckets: row.versionBuckets,
    lastStart: row.lastStart ?? undefined,
    lastCrash: row.lastCrash ?? undefined,
    inGroup: row.inGroup,
    submissionTurn: row.submissionTurn,
    pickupAt: row.pickupAt ?? 0,
    localStates: row.localStates as unknown as ComponentRequest[],
    remoteStates: row.remoteStates as unknown as ComponentRequest[],
  });
  machine.installServices(false);
  for (const [key, status, completesAt, processId, start] of row.services as unknown as [
    string,
    ServiceStatus,
    number,
    number,
    'Automatic' | 'Manual' | 'Disabled',
  ][]) {
    const state = machine.services.get(key);
    if (state === undefined) continue;
    Object.assign(state, { status, completesAt, processId });
    state.definition = { ...state.definition, start };
  }
  for (const [path, name] of (row.fileNames ?? []) as unknown as [string, string][]) machine.fileNames.set(path, name);
  for (const [path, text] of row.files as unknown as [string, string][]) machine.files.set(path, text);
  for (const path of row.directories as string[]) machine.directories.add(path);
  for (const [key, answer] of row.dnsCache as unknown as [string, CachedAnswer][]) machine.dnsCache.set(key, answer);
  Object.assign(machine.eventCounts, row.eventCounts);
  if (row.transport !== null) machine.transport = restoreService(simulation, machine.id, row.transport as JsonObject);
  simulation.addMachine(machine);
}

function restoreService(simulation: Simulation, machineId: number, row: JsonObject): TransportService {
  const service = new TransportService(machineId);
  for (const saved of row.queues as unknown as JsonObject[]) {
    const queue = new Queue(
      saved.id as number,
      machineId,
      saved.number as number,
      saved.key as unknown as NextHopKey,
      saved.created as number,
    );
    const { key: _, rateSlots, ...fields } = saved;
    Object.assign(queue, fields);
    for (const slot of rateSlots as unknown as [number, number, number][]) queue.rateSlots.push(slot);
    service.addQueue(queue);
    simulation.queues.set(queue.id, queue);
  }
  const [submission, unreachable, poison] = row.persistent as number[];
  service.submission = service.queues.get(submission!)!;
  service.unreachable = service.queues.get(unreachable!)!;
  service.poison = service.queues.get(poison!)!;
  Object.assign(service, {
    nextQueueNumber: row.nextQueueNumber,
    databaseId: row.databaseId,
    databaseCreated: row.databaseCreated ?? 0,
    databaseMissing: row.databaseMissing ?? false,
    settings: row.settings,
    routingNumber: row.routingNumber,
    routingSince: row.routingSince ?? 0,
    timerAt: row.timerAt,
    categorizeAt: row.categorizeAt,
    redirecting: row.redirecting,
    starts: row.starts,
    heartbeatAt: row.heartbeatAt,
    pressure: row.pressure,
    pressureSince: row.pressureSince ?? {},
    pollAt: row.pollAt ?? 0,
    shadowTurn: row.shadowTurn,
    roundRobin: row.roundRobin,
    keepsShadows: row.keepsShadows,
  });
  for (const [machine, marks] of (row.discardMarks ?? []) as unknown as [number, [number, number][]][])
    service.discardMarks.set(machine, marks);
  for (const [machine, ids] of row.discards as unknown as [number, number[]][]) service.discards.set(machine, ids);
  return service;
}

function restoreHost(simulation: Simulation, row: JsonObject): void {
  const host = new OutsideHost(row.id as number, row.name as string, row.settings as never);
  host.accepted = row.accepted as number;
  host.refused = row.refused as number;
  for (const [key, time] of row.greylist as unknown as [string, number][]) host.greylist.set(key, time);
  simulation.addHost(host);
}

function restoreMessages(
  simulation: Simulation,
  rows: Iterable<JsonValue>,
  contents: Map<number, Content>,
): Map<number, Message> {
  const order = new Map<Message, number[]>();
  const messages = new Map<number, Message>();
  for (const value of rows) {
    const row = value as Row;
    if (row[0] === 'm') {
      const message = restoreMessage(simulation, row, contents);
      messages.set(message.id, message);
      order.set(message, row[10] as number[]);
    } else restorePlace(simulation, messages, row);
  }
  for (const [message, queueIds] of order)
    if (message.places.length > 1)
      message.places.sort((left, right) => queueIds.indexOf(left.queueId) - queueIds.indexOf(right.queueId));
  return messages;
}

function restoreMessage(simulation: Simulation, row: Row, contents: Map<number, Content>): Message {
  const origin = sharedOrigin(simulation, row[6] as MessageOrigin);
  const message = new Message(
    row[1] as number,
    contents.get(row[2] as number)!,
    row[3] as number,
    row[4] as number,
    row[5] as string,
    origin,
    restoreHops(row[7]),
    row[8] as number,
  );
  message.recipients = (row[9] as JsonValue[]).map((recipient) => Recipient.restore(recipient));
  Object.assign(message, row[11] as JsonObject);
  const special = row[12] as unknown as RareState;
  if (Object.values(special).some((value) => Boolean(value)))
    message.mark({ ...special, expanded: special.expanded ?? undefined, approvals: special.approvals ?? undefined });
  return message;
}

function restorePlace(simulation: Simulation, messages: Map<number, Message>, row: Row): void {
  const message = messages.get(row[1] as number)!;
  const queue = simulation.queues.get(row[2] as number)!;
  const queued = new QueuedMessage(
    message,
    queue.id,
    (row[3] as number[]).map((index) => message.recipients[index]!),
    row[4] as number,
  );
  queued.status = row[5] as QueuedMessage['status'];
  queued.retryCount = row[6] as number;
  queued.lastError = row[7] as string;
  queued.notBefore = row[8] as number;
  queue.items.set(message.id, queued);
  message.places = [...message.places, queued];
}

/** Order of arrival is the order of numbers. */
function linkMessages(simulation: Simulation, messages: Map<number, Message>): void {
  const sorted = [...messages.values()].sort((left, right) => left.id - right.id);
  for (const message of sorted) simulation.machineById(message.machineId).transport?.link(message);
}

function restoreCursor(simulation: Simulation, messages: Map<number, Message>, row: JsonObject): void {
  const service = simulation.machineById(row.id as number).transport;
  if (service === undefined) return;
  const cursor = (row.transport as JsonObject).delayCursor as number;
  service.delayCursor = cursor === 0 ? undefined : messages.get(cursor);
}

function restoreStore(
  simulation: Simulation,
  collections: WorldSnapshot['collections'],
  contents: Map<number, Content>,
  itemCount: number,
): void {
  for (const value of collections.mailboxItems) {
    const row = value as Row;
    simulation.store.add({
      id: row[0] as number,
      owner: row[1] as string,
      folder: row[2] as Folder,
      content: contents.get(row[3] as number)!,
      received: row[4] as number,
      server: row[5] as string,
      hops: restoreHops(row[6]),
    });
  }
  simulation.store.itemCount = itemCount;
  for (const value of collections.drafts) {
    const row = value as Row;
    simulation.store.drafts.set(row[0] as number, {
      id: row[0] as number,
      owner: row[1] as string,
      content: contents.get(row[2] as number)!,
      recipients: row[3] as string[],
      created: row[4] as number,
      lastError: row[5] as string,
      attempts: row[6] as number,
      server: row[7] as string,
      notified: row[8] as boolean,
      nextAttempt: row[9] as number,
    });
  }
}

function restoreRedundancy(
  simulation: Simulation,
  collections: WorldSnapshot['collections'],
  contents: Map<number, Content>,
): void {
  for (const value of collections.shadowMessages) {
    const row = value as Row;
    const copy = new ShadowMessage(
      row[0] as number,
      contents.get(row[1] as number)!,
      sharedHold(simulation, row[2] as ShadowHold),
      row[3] as number,
      row[4] as string,
      row[5] as string[],
      restoreHops(row[6]),
      row[7] as number,
    );
    simulation.machineById(copy.hold.machineId).transport?.shadows.set(copy.id, copy);
  }
  for (const value of collections.safetyNet) {
    const row = value as Row;
    simulation.safetyNet.push({
      machineId: row[0] as number,
      content: contents.get(row[1] as number)!,
      database: row[2] as string,
      returnPath: row[3] as string,
      recipients: row[4] as string[],
      authenticated: row[5] as boolean,
      hops: restoreHops(row[6]),
      time: row[7] as number,
      id: (row[8] as number | undefined) ?? 0,
      primaryId: (row[9] as number | undefined) ?? 0,
    });
  }
}

/** Tables are calculated again without a word in the logs; one that was out of date stays marked so. */
function restoreRouting(simulation: Simulation, rows: readonly JsonObject[]): void {
  for (const row of rows) {
    const machine = simulation.machineById(row.id as number);
    const saved = row.transport as JsonObject | null;
    if (machine.transport === undefined || saved === null || saved.routingVersion === -1) continue;
    machine.transport.routing = calculateRoutingTable(simulation.directory, machine);
    machine.transport.routing.signature = saved.routingSignature as string;
    machine.transport.routing.faults = saved.routingFaults as unknown as RoutingFault[];
    machine.transport.routingVersion = saved.routingVersion as number;
  }
}
