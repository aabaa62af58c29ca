// Back pressure: what a transport server measures of itself, the levels that follow, and what it then refuses (facts 6).

import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import type { ResourceView } from '../views.ts';
import type { Machine } from './machine.ts';

type Level = 'Low' | 'Medium' | 'High';

interface Threshold {
  lowToMedium: number;
  mediumToHigh: number;
  highToMedium: number;
  mediumToLow: number;
}

const threshold = (
  lowToMedium: number,
  mediumToHigh: number,
  highToMedium: number,
  mediumToLow: number,
): Threshold => ({ lowToMedium, mediumToHigh, highToMedium, mediumToLow });

interface Resource extends Threshold {
  resource: string;
  pressure: number;
  unit: string;
  /** What it stops: disk and memory refuse, queue length and version buckets tarpit first. */
  kind: 'disk' | 'memory' | 'system' | 'buckets' | 'queue';
}

const MiB = 1_048_576;

/** Memory of the transport process: a base and what its messages take. */
export function privateBytes(service: TransportService): number {
  return 450 * MiB + service.messageCount * 2048;
}

function privateBytesPercent(machine: Machine, service: TransportService): number {
  return Math.round((privateBytes(service) * 100) / (machine.memoryGB * 1024 * MiB));
}

const baseMemoryPercent = 42;

export function memoryLoad(machine: Machine): number {
  return (
    machine.memoryLoadPercent ??
    baseMemoryPercent + (machine.transport === undefined ? 0 : privateBytesPercent(machine, machine.transport))
  );
}

export function diskFreeGB(machine: Machine): number {
  const used = 60 + (machine.transport?.messageCount ?? 0) / 100_000;
  return machine.diskFreeGB ?? Math.max(0, machine.diskSizeGB - used);
}

export function versionBuckets(machine: Machine): number {
  return machine.versionBuckets ?? 0;
}

/** Exchange 2007–2013: high level of the drive with the queue database, 100 × (size − 500 MB) / size, rounded down. */
function oldDriveThreshold(machine: Machine): Threshold {
  const sizeMB = machine.diskSizeGB * 1024;
  const high = Math.floor((100 * (sizeMB - 500)) / sizeMB);
  return threshold(high - 2, high, high - 2, high - 4);
}

function measure(machine: Machine, service: TransportService): Resource[] {
  const version = machine.version ?? 2016;
  const used = Math.round(100 - (diskFreeGB(machine) * 100) / machine.diskSizeGB);
  const data =
    version <= 2007
      ? 'C:\\Program Files\\Microsoft\\Exchange Server\\TransportRoles\\data\\Queue'
      : `C:\\Program Files\\Microsoft\\Exchange Server\\${version === 2010 ? 'V14' : 'V15'}\\TransportRoles\\data\\Queue`;
  const modern = version >= 2016;
  const buckets = modern
    ? threshold(999, 1500, 1000, 800)
    : version === 2013
      ? threshold(2000, 2500, 2000, 1750)
      : version === 2010
        ? threshold(120, 200, 120, 80)
        : threshold(60, 100, 60, 40);
  const queue = modern
    ? threshold(9999, 15_000, 10_000, 2000)
    : version === 2013
      ? threshold(4000, 10_000, 4000, 2000)
      : threshold(2000, 4000, 2000, 1000);
  return [
    {
      resource: `DatabaseUsedSpace[${data}]`,
      pressure: used,
      unit: '%',
      kind: 'disk',
      ...(modern ? threshold(96, 99, 97, 94) : oldDriveThreshold(machine)),
    },
    {
      resource: 'PrivateBytes',
      pressure: privateBytesPercent(machine, service),
      unit: '%',
      kind: 'memory',
      ...threshold(72, 75, 73, 71),
    },
    {
      resource: 'QueueLength[SubmissionQueue]',
      pressure: service.submission.items.size,
      unit: 'messages',
      kind: 'queue',
      ...queue,
    },
    {
      resource: 'SystemMemory',
      pressure: memoryLoad(machine),
      unit: '%',
      kind: 'system',
      ...threshold(88, 94, 89, 84),
    },
    ...(modern
      ? [
          {
            resource: `UsedDiskSpace[${data}]`,
            pressure: used,
            unit: '%',
            kind: 'disk' as const,
            ...threshold(89, 99, 90, 80),
          },
        ]
      : []),
    {
      resource: `UsedVersionBuckets[${data}\\mail.que]`,
      pressure: versionBuckets(machine),
      unit: 'version buckets',
      kind: 'buckets',
      ...buckets,
    },
  ];
}

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
  return measure(machine, service).map(({ kind: _, ...resource }) => {
    const previousLevel = service.pressure[resource.resource] ?? 'Low';
    return { ...resource, previousLevel, level: nextLevel(previousLevel, resource) };
  });
}

/** Measures again; changes of level go to the Application log (events 15004–15007). */
export function measurePressure(simulation: Simulation, service: TransportService): void {
  const machine = simulation.machineById(service.machineId);
  const lowest = (machine.version ?? 2016) >= 2016 ? 'Low' : 'Normal';
  for (const resource of measure(machine, service)) {
    const before = service.pressure[resource.resource] ?? 'Low';
    const level = nextLevel(before, resource);
    if (level === before) continue;
    service.pressure[resource.resource] = level;
    reportLevel(simulation, machine, resource, before, level, lowest);
  }
}

const rank: Record<Level, number> = { Low: 0, Medium: 1, High: 2 };

function reportLevel(
  simulation: Simulation,
  machine: Machine,
  resource: Resource,
  before: Level,
  level: Level,
  lowest: string,
): void {
  const name = (value: Level): string => (value === 'Low' ? lowest : value);
  const rose = rank[level] > rank[before];
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: rose ? 15004 : 15005,
    category: 'ResourceManager',
    level: rose ? ((machine.version ?? 2016) >= 2013 ? 'Error' : 'Warning') : 'Information',
    message: `The resource pressure ${rose ? 'increased' : 'decreased'} from ${name(before)} to ${name(level)}.\n\n${resource.resource} = ${resource.pressure} ${resource.unit} [${name(level)}] [MediumToLow=${resource.mediumToLow} LowToMedium=${resource.lowToMedium} MediumToHigh=${resource.mediumToHigh}]`,
    strings: [name(before), name(level), resource.resource],
  });
  if (!rose || (resource.kind !== 'disk' && resource.kind !== 'memory')) return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: resource.kind === 'disk' ? 15006 : 15007,
    category: 'ResourceManager',
    level: 'Error',
    message:
      resource.kind === 'disk'
        ? 'Microsoft Exchange Transport is rejecting messages because the available disk space is below the configured threshold.'
        : 'Microsoft Exchange Transport is rejecting message submissions because the memory in use exceeds the configured threshold.',
    strings: [resource.resource],
  });
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

const calm: PressureAnswer = { refuse: false, tarpitMs: 0 };

/** Whether MAIL FROM is refused or held back: medium turns strangers away, high everybody (facts 6.3). */
export function refusesMail(
  simulation: Simulation,
  service: TransportService,
  peer: 'outside' | 'server' | 'mailbox',
): PressureAnswer {
  const machine = simulation.machineById(service.machineId);
  if (isCalm(machine, service)) return calm;
  measurePressure(simulation, service);
  let refuse = false;
  let tarpitMs = 0;
  for (const resource of measure(machine, service)) {
    const level = service.pressure[resource.resource] ?? 'Low';
    if (level === 'Low' || resource.kind === 'system') continue;
    if (level === 'High') refuse = true;
    else if (resource.kind === 'queue' || resource.kind === 'buckets') tarpitMs = Math.max(tarpitMs, 10_000);
    else if (peer === 'outside') refuse = true;
  }
  return { refuse, tarpitMs };
}
