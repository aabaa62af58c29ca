// A world written out as plain JSON (state/schema/snapshot.ts). Everything that decides what happens next is in it.

import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { type SnapshotHead, snapshotVersion, type WorldSnapshot } from '../../../state/schema/snapshot.ts';
import type { Machine } from '../machines/machine.ts';
import type { Content } from '../mail/content.ts';
import { type Hop, hopsOf, type Message, type QueuedMessage } from '../mail/message.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { saveSafetyNet } from '../redundancy/safety-net.ts';
import { saveSessions } from '../session/hand-session.ts';
import type { Simulation } from '../simulation.ts';

/** A chain of Received lines, newest first. */
export function saveHops(hop: Hop | undefined): JsonValue {
  return [...hopsOf(hop)].map(({ from, fromAddress, by, byAddress, protocol, time, stamps }) => [
    from,
    fromAddress,
    by,
    byAddress,
    protocol,
    time,
    ...(stamps === undefined ? [] : [stamps]),
  ]);
}

function saveMachine(machine: Machine): JsonObject {
  return {
    id: machine.id,
    name: machine.name,
    domain: machine.domain,
    adapters: machine.adapters.map((adapter) => ({ ...adapter })),
    site: machine.site,
    roles: [...machine.roles],
    version: machine.version ?? null,
    build: machine.build,
    online: machine.online,
    memoryGB: machine.memoryGB,
    diskSizeGB: machine.diskSizeGB,
    memoryLoadPercent: machine.memoryLoadPercent,
    diskFreeGB: machine.diskFreeGB,
    versionBuckets: machine.versionBuckets,
    lastStart: machine.lastStart ?? null,
    lastCrash: machine.lastCrash ?? null,
    inGroup: machine.inGroup,
    submissionTurn: machine.submissionTurn,
    services: [...machine.services].map(([key, state]) => [
      key,
      state.status,
      state.completesAt,
      state.processId,
      state.definition.start,
    ]),
    localStates: machine.localStates.map((state) => ({ ...state })),
    remoteStates: machine.remoteStates.map((state) => ({ ...state })),
    files: [...machine.files],
    fileNames: [...machine.fileNames],
    pickupAt: machine.pickupAt,
    directories: [...machine.directories],
    dnsCache: [...machine.dnsCache] as unknown as JsonValue,
    eventCounts: { ...machine.eventCounts },
    transport: machine.transport === undefined ? null : saveService(machine.transport),
  };
}

function saveService(service: TransportService): JsonObject {
  return {
    queues: [...service.queues.values()].map(saveQueue),
    persistent: [service.submission.id, service.unreachable.id, service.poison.id],
    nextQueueNumber: service.nextQueueNumber,
    databaseId: service.databaseId,
    databaseCreated: service.databaseCreated,
    databaseMissing: service.databaseMissing,
    settings: { ...service.settings } as unknown as JsonObject,
    routingVersion: service.routing === undefined ? -1 : service.routingVersion,
    routingSignature: service.routing?.signature ?? '',
    routingFaults: (service.routing?.faults ?? []).map((fault) => ({ ...fault })),
    routingNumber: service.routingNumber,
    routingSince: service.routingSince,
    delayCursor: service.delayCursor?.id ?? 0,
    timerAt: service.timerAt,
    categorizeAt: service.categorizeAt,
    redirecting: service.redirecting,
    starts: service.starts,
    heartbeatAt: service.heartbeatAt,
    discards: [...service.discards] as unknown as JsonValue,
    discardMarks: [...service.discardMarks] as unknown as JsonValue,
    pressure: { ...service.pressure },
    pressureSince: { ...service.pressureSince },
    pollAt: service.pollAt,
    shadowTurn: service.shadowTurn,
    roundRobin: service.roundRobin,
    keepsShadows: service.keepsShadows,
  };
}

function saveQueue(queue: Queue): JsonObject {
  const { items: _, key, rateSlots, ...rest } = queue;
  return { ...(rest as unknown as JsonObject), key: { ...key }, rateSlots: rateSlots.map((slot) => [...slot]) };
}

function saveHead(simulation: Simulation): SnapshotHead {
  const kernel = simulation.kernel.save();
  return {
    version: snapshotVersion,
    organization: simulation.data.name,
    seed: kernel.seed,
    now: kernel.now,
    random: kernel.random,
    counters: kernel.counters,
    nextSequence: kernel.nextSequence,
    data: {
      name: simulation.data.name,
      title: simulation.data.title,
      timeZone: simulation.data.timeZone,
      culture: simulation.data.culture,
      forest: simulation.data.forest,
    },
    clock: { rate: simulation.clockRate, paused: simulation.clockPaused },
    submissionAt: simulation.submissionAt,
    messageRates: [...simulation.messageRates] as unknown as JsonValue,
    certificateComplaints: [...simulation.certificateComplaints],
    directory: simulation.directory.save(),
    dns: simulation.dns.save(),
    links: simulation.links.save(),
    machines: [...simulation.machinesById.values()].map(saveMachine),
    hosts: [...simulation.hosts.values()].map((host) => ({
      id: host.id,
      name: host.name,
      settings: { ...host.settings } as unknown as JsonObject,
      accepted: host.accepted,
      refused: host.refused,
      greylist: [...host.greylist],
    })),
    sessions: saveSessions(simulation),
    resubmitRequests: [...simulation.resubmitRequests.values()].map((request) => ({ ...request })),
    approvals: [...simulation.approvals.values()].map((approval) => ({
      ...approval,
      content: approval.content.id,
      request: approval.request.id,
      hops: saveHops(approval.hops),
    })),
    itemCount: simulation.store.itemCount,
  };
}

function* saveMessages(simulation: Simulation): Iterable<JsonValue> {
  const written = new Set<number>();
  for (const queue of simulation.queues.values()) {
    for (const queued of queue.items.values()) {
      const { message } = queued;
      if (!written.has(message.id)) {
        written.add(message.id);
        yield messageRow(message);
      }
      yield placeRow(message, queued);
    }
  }
}

function messageRow(message: Message): JsonValue {
  return [
    'm',
    message.id,
    message.content.id,
    message.machineId,
    message.received,
    message.returnPath,
    { ...message.origin },
    saveHops(message.hops),
    message.entered,
    message.recipients.map((recipient) => recipient.save()),
    message.places.map((place) => place.queueId),
    {
      shadowServer: message.shadowServer,
      shadowMessage: message.shadowMessage,
      delayHandled: message.delayHandled,
      rulesDone: message.rulesDone,
    },
    { ...message.special, expanded: message.special.expanded ?? null, approvals: message.special.approvals ?? null },
  ];
}

function placeRow(message: Message, queued: QueuedMessage): JsonValue {
  return [
    'p',
    message.id,
    queued.queueId,
    queued.recipients.map((recipient) => message.recipients.indexOf(recipient)),
    queued.since,
    queued.status,
    queued.retryCount,
    queued.lastError,
    queued.notBefore,
  ];
}

function* saveContents(simulation: Simulation): Iterable<JsonValue> {
  const contents = new Map<number, Content>();
  for (const queue of simulation.queues.values())
    for (const queued of queue.items.values()) contents.set(queued.message.content.id, queued.message.content);
  for (const item of simulation.store.all()) contents.set(item.content.id, item.content);
  for (const draft of simulation.store.drafts.values()) contents.set(draft.content.id, draft.content);
  for (const mail of simulation.outgoing.values()) contents.set(mail.content.id, mail.content);
  for (const approval of simulation.approvals.values())
    for (const content of [approval.content, approval.request]) contents.set(content.id, content);
  for (const entry of simulation.safetyNet) contents.set(entry.content.id, entry.content);
  for (const machine of simulation.machinesById.values())
    for (const copy of machine.transport?.shadows.values() ?? []) contents.set(copy.content.id, copy.content);
  for (const id of [...contents.keys()].sort((left, right) => left - right)) yield contents.get(id)!.save();
}

function* saveShadows(simulation: Simulation): Iterable<JsonValue> {
  for (const machine of simulation.machinesById.values())
    for (const copy of machine.transport?.shadows.values() ?? []) yield copy.save(saveHops);
}

function* saveOutgoing(simulation: Simulation): Iterable<JsonValue> {
  for (const { content, ...mail } of simulation.outgoing.values())
    yield { ...mail, contentId: content.id } as unknown as JsonValue;
}

export function saveWorld(simulation: Simulation): WorldSnapshot {
  return {
    head: JSON.parse(JSON.stringify(saveHead(simulation))) as SnapshotHead,
    collections: {
      contents: saveContents(simulation),
      messages: saveMessages(simulation),
      mailboxItems: simulation.store.saveItems(saveHops),
      shadowMessages: saveShadows(simulation),
      safetyNet: saveSafetyNet(simulation, saveHops),
      outsideMail: saveOutgoing(simulation),
      drafts: simulation.store.saveDrafts(),
      events: simulation.kernel.events.save() as unknown as Iterable<JsonValue>,
      decisions: simulation.trace.save(),
    },
  };
}
