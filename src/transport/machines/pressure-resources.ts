// What a transport server measures of itself, and the thresholds by version of Exchange (facts 6.1, 6.2; *Understanding back pressure*).

import { installPath } from '../../../state/schema/property-catalog.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Machine } from './machine.ts';

export type Level = 'Low' | 'Medium' | 'High';

export interface Threshold {
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

export interface Resource extends Threshold {
  resource: string;
  pressure: number;
  unit: string;
  /** What it stops: disk and memory refuse, queue length and version buckets tarpit first. */
  kind: 'disk' | 'memory' | 'system' | 'buckets' | 'queue';
  /** Polls without the lowest level after which medium pressure does more than to hold senders back. */
  history: number;
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

/** Exchange 2007–2013: the high level of a drive leaves so much free, rounded down; medium and normal lie 2 and 4 % below. */
function oldDriveThreshold(machine: Machine, reserveMB: number): Threshold {
  const sizeMB = machine.diskSizeGB * 1024;
  const high = Math.floor((100 * (sizeMB - reserveMB)) / sizeMB);
  return threshold(high - 2, high, high - 2, high - 4);
}

/** Free space that the queue database and its transaction logs want: the logs three times DatabaseCheckPointDepthMax, at most 5 GB. */
const databaseReserveMB = 500;
const logReserveMB = Math.min(5120, 3 * 384);

/** Facts 6.1 and 6.2: LowToMedium, MediumToHigh, HighToMedium, MediumToLow. */
function bucketThreshold(version: number): Threshold {
  if (version >= 2016) return threshold(999, 1500, 1000, 800);
  if (version === 2013) return threshold(2000, 2500, 2000, 1750);
  return version === 2010 ? threshold(120, 200, 120, 80) : threshold(60, 100, 60, 40);
}

function queueThreshold(version: number): Threshold {
  if (version >= 2016) return threshold(9999, 15_000, 10_000, 2000);
  return version === 2013 ? threshold(4000, 10_000, 4000, 2000) : threshold(2000, 4000, 2000, 1000);
}

function drives(machine: Machine, data: string): Resource[] {
  const disk = (resource: string, limits: Threshold): Resource => ({
    resource: `${resource}[${data}]`,
    pressure: Math.round(100 - (diskFreeGB(machine) * 100) / machine.diskSizeGB),
    unit: '%',
    kind: 'disk',
    history: 0,
    ...limits,
  });
  if ((machine.version ?? 2016) >= 2016)
    return [disk('DatabaseUsedSpace', threshold(96, 99, 97, 94)), disk('UsedDiskSpace', threshold(89, 99, 90, 80))];
  return [
    disk('DatabaseUsedSpace', oldDriveThreshold(machine, databaseReserveMB)),
    disk('DatabaseLoggingUsedSpace', oldDriveThreshold(machine, logReserveMB)),
  ];
}

export function measure(machine: Machine, service: TransportService): Resource[] {
  const version = machine.version ?? 2016;
  const data = `${installPath(version as 2016)}TransportRoles\\data\\Queue`;
  const [database, logs] = drives(machine, data);
  return [
    database!,
    {
      resource: 'PrivateBytes',
      pressure: privateBytesPercent(machine, service),
      unit: '%',
      kind: 'memory',
      history: 30,
      ...threshold(72, 75, 73, 71),
    },
    {
      resource: 'QueueLength[SubmissionQueue]',
      pressure: service.submission.items.size,
      unit: 'messages',
      kind: 'queue',
      history: 300,
      ...queueThreshold(version),
    },
    {
      resource: 'SystemMemory',
      pressure: memoryLoad(machine),
      unit: '%',
      kind: 'system',
      history: 0,
      ...threshold(88, 94, 89, 84),
    },
    logs!,
    {
      resource: `UsedVersionBuckets[${data}\\mail.que]`,
      pressure: versionBuckets(machine),
      unit: 'version buckets',
      kind: 'buckets',
      history: 10,
      ...bucketThreshold(version),
    },
  ];
}
