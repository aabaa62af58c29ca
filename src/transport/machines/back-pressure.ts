// Back pressure: the levels that follow from what a transport server measures, and what it refuses then (facts 6). Resources are polled
// every two seconds while one of them is under pressure; a server at rest polls nothing.

import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import type { ResourceView } from '../views.ts';
import type { Machine } from './machine.ts';
import { reportPressure } from './pressure-events.ts';
import { type Level, measure, type Resource, type Threshold } from './pressure-resources.ts';

/** ResourceMeteringInterval. */
export const pollMs = 2000;
/** Once every history is full nothing more can come of time alone: then a poll a minute notices what changes. */
const calmPollMs = 60_000;
const longestHistory = 300;

function nextLevel(level: Level, resource: Threshold & { pressure: number }): Level {
  const { pressure } = resource;
  if (level === 'Low')
    return pressure > resource.mediumToHigh ? 'High' : pressure > resource.lowToMedium ? 'Medium' : 'Low';
  if (level === 'Medium')
    return pressure > resource.mediumToHigh ? 'High' : pressure < resource.mediumToLow ? 'Low' : 'Medium';
  return pressure < resource.mediumToLow ? 'Low' : pressure < resource.highToMedium ? 'Medium' : 'High';
}

/** The resources as they are now. Looking changes nothing: the level before is the one last acted on. */
export function pressureViews(machine: Machine, service: TransportService): ResourceView[] {
  return measure(machine, service).map(({ kind: _, history: __, ...resource }) => {
    const previousLevel = service.pressure[resource.resource] ?? 'Low';
    return { ...resource, previousLevel, level: nextLevel(previousLevel, resource) };
  });
}

/** Measures again; changes of level go to the Application log and have their consequences. */
export function measurePressure(simulation: Simulation, service: TransportService): void {
  const machine = simulation.machineById(service.machineId);
  const resources = measure(machine, service);
  let pressed = false;
  for (const resource of resources) {
    const before = service.pressure[resource.resource] ?? 'Low';
    const level = nextLevel(before, resource);
    if (level !== 'Low') pressed = true;
    if (level === before) continue;
    service.pressure[resource.resource] = level;
    if (before === 'Low') service.pressureSince[resource.resource] = simulation.now;
    if (level === 'Low') delete service.pressureSince[resource.resource];
    // At high pressure the Transport service empties its DNS cache (facts 6.3).
    if (level === 'High' && (machine.version ?? 0) >= 2013 && ['queue', 'system'].includes(resource.kind))
      machine.dnsCache.clear();
    reportPressure(simulation, machine, service, resources, resource, before, level);
  }
  if (pressed && service.pollAt === 0) schedulePoll(simulation, service);
}

function schedulePoll(simulation: Simulation, service: TransportService): void {
  const since = Math.max(0, ...Object.values(service.pressureSince));
  const settled = simulation.now - since > longestHistory * pollMs;
  service.pollAt = simulation.now + (settled ? calmPollMs : pollMs);
  simulation.kernel.at(service.pollAt, 'pressure.poll', service.machineId);
}

/** Event `pressure.poll`. */
export function runPoll(simulation: Simulation, machineId: number): void {
  const service = simulation.machineById(machineId).transport;
  if (service === undefined || service.pollAt !== simulation.now) return;
  service.pollAt = 0;
  if (simulation.transportRuns(simulation.machineById(machineId))) measurePressure(simulation, service);
}

function isCalm(machine: Machine, service: TransportService): boolean {
  if (
    machine.memoryLoadPercent !== null ||
    machine.diskFreeGB !== null ||
    machine.versionBuckets !== null ||
    service.submission.items.size > 1000
  )
    return false;
  for (const resource in service.pressure) if (service.pressure[resource] !== 'Low') return false;
  return service.messageCount < 1_000_000;
}

export interface PressureAnswer {
  refuse: boolean;
  tarpitMs: number;
}

export type PressurePeer = 'outside' | 'server' | 'mailbox';

const calm: PressureAnswer = { refuse: false, tarpitMs: 0 };

/** Whether MAIL FROM is refused or held back: medium turns strangers away, high everybody (facts 6.3). */
export function refusesMail(simulation: Simulation, service: TransportService, peer: PressurePeer): PressureAnswer {
  const machine = simulation.machineById(service.machineId);
  if (isCalm(machine, service)) return calm;
  measurePressure(simulation, service);
  const answer: PressureAnswer = { refuse: false, tarpitMs: 0 };
  for (const resource of measure(machine, service)) {
    const level = service.pressure[resource.resource] ?? 'Low';
    if (level !== 'Low') answerOf(simulation, machine, service, resource, level, peer, answer);
  }
  return answer;
}

function answerOf(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  resource: Resource,
  level: Level,
  peer: PressurePeer,
  answer: PressureAnswer,
): void {
  const version = machine.version ?? 2016;
  // Scarce memory of the whole machine makes 2013 refuse mail; the others only give memory back.
  if (resource.kind === 'system' && version !== 2013) return;
  if (level === 'High') {
    answer.refuse = true;
    return;
  }
  const holdsBack = resource.kind === 'queue' || resource.kind === 'buckets';
  if (!holdsBack) {
    if (peer === 'outside') answer.refuse = true;
    return;
  }
  const polls = Math.floor((simulation.now - (service.pressureSince[resource.resource] ?? simulation.now)) / pollMs);
  answer.tarpitMs = Math.max(answer.tarpitMs, tarpitMs(polls));
  // What does not go back to the lowest level in all of the history is more than a peak.
  if (peer === 'outside' && polls >= resource.history) answer.refuse = true;
}

/** 10 seconds, with each poll 5 more, at most 55. */
const tarpitMs = (polls: number): number => Math.min(55_000, 10_000 + polls * 5000);

/** Version buckets at their high level stop what goes out (2016 and later). */
export function pausesDelivery(machine: Machine, service: TransportService): boolean {
  if (machine.versionBuckets === null || (machine.version ?? 0) < 2016) return false;
  return Object.entries(service.pressure).some(
    ([resource, level]) => level === 'High' && resource.startsWith('UsedVersionBuckets'),
  );
}
