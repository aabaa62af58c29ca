// All logs of a sandbox: takes the simulation's records, keeps the files, and gives them to who searches them.

import type {
  AgentRecord,
  EventRecord,
  LogRecord,
  LogSink,
  RoutingTableRecord,
} from '../../state/schema/log-records.ts';
import { stampFolders } from '../../state/store/stamp-folders.ts';
import { StorageError, type StorageFolder } from '../../state/store/storage-folder.ts';
import { agentFields, agentLine, readAgentLog } from './agent-log.ts';
import { type EventCriteria, type EventLogName, EventLogWriter, eventLogPath, readEvents } from './event-log.ts';
import { type ConfigurationReader, type LogTarget, logKey, logTarget } from './log-settings.ts';
import { type KnownLengths, periodLengthMs, periodStart, RollingLog } from './rolling-log.ts';
import { routingTableFile, routingTableXml } from './routing-table-xml.ts';
import { connectivityFields, connectivityLine, logHeader, protocolFields, protocolLine } from './text-logs.ts';
import { logIdPrefix, trackingFields, trackingLine } from './tracking-format.ts';
import { searchTracking, type TrackingCriteria, type TrackingEntry } from './tracking-search.ts';

type FileRecord = Exclude<LogRecord, { log: 'event' }>;

interface OpenLog {
  target: LogTarget;
  /** Absent for the routing table, which is a file a record. */
  log: RollingLog | undefined;
  /** First part of the log-ids in the current tracking file, and that file. */
  idPrefix: string;
  idPath: string;
}

export class TransportLogs implements LogSink {
  private readonly files: StorageFolder;
  private readonly configuration: () => ConfigurationReader;
  private readonly known: KnownLengths;
  /** By server and kind of log; null where the log is switched off. */
  private readonly open = new Map<string, OpenLog | null>();
  private readonly events = new Map<string, EventLogWriter>();
  private readonly waiting: { server: string; record: LogRecord }[] = [];
  /** Logs of an earlier configuration that could not be written out yet. */
  private readonly unfinished: RollingLog[] = [];

  /** `lengths`: what the snapshot knew of the files; a new sandbox has none. */
  constructor(files: StorageFolder, configuration: () => ConfigurationReader, lengths: Record<string, number> = {}) {
    this.files = files;
    this.configuration = configuration;
    this.known = new Map(Object.entries(lengths));
  }

  /** Never fails: what cannot be written now waits, in order, for the next flush. */
  append(server: string, record: LogRecord): void {
    if (this.waiting.length > 0 || this.unfinished.length > 0) {
      this.waiting.push({ server, record });
      return;
    }
    try {
      this.write(server, record);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.waiting.push({ server, record });
    }
  }

  private write(server: string, record: LogRecord): void {
    if (record.log === 'event') {
      this.eventLog(server, record).append(record);
      return;
    }
    const key = `${server} ${logKey(record)}`;
    let open = this.open.get(key);
    if (open === undefined) {
      open = this.openLog(server, record);
      this.open.set(key, open);
    }
    if (open === null) return;
    if (record.log === 'routing') this.writeRoutingTable(open.target, record);
    else this.writeLine(open, record);
  }

  /** Writes what had to wait. Throws when it still cannot be written. */
  private writeWaiting(): void {
    const { waiting } = this;
    let done = 0;
    try {
      for (; done < waiting.length; done++) this.write(waiting[done]!.server, waiting[done]!.record);
    } finally {
      waiting.splice(0, done);
    }
  }

  private writeLine(open: OpenLog, record: Exclude<FileRecord, RoutingTableRecord>): void {
    const { target } = open;
    const rolling = open.log!;
    rolling.prepare(record.time);
    if (record.log !== 'tracking') {
      rolling.append(
        record.log === 'connectivity'
          ? connectivityLine(record)
          : record.log === 'agent'
            ? agentLine(record)
            : protocolLine(record),
      );
      return;
    }
    if (open.idPath !== rolling.currentPath) {
      open.idPath = rolling.currentPath;
      open.idPrefix = logIdPrefix(open.idPath);
    }
    rolling.append(trackingLine(record, target.version, target.build, open.idPrefix, rolling.position));
  }

  private openLog(server: string, record: FileRecord): OpenLog | null {
    const target = logTarget(this.configuration(), server, record);
    if (!target) return null;
    if (record.log === 'routing') return { target, log: undefined, idPrefix: '', idPath: '' };
    return {
      target,
      log: new RollingLog(this.files, this.known, target, headerOf(record, target)),
      idPrefix: '',
      idPath: '',
    };
  }

  private eventLog(server: string, { logName }: EventRecord): EventLogWriter {
    const path = eventLogPath(server, logName);
    let log = this.events.get(path);
    if (!log) {
      log = new EventLogWriter(this.files, this.known, path);
      this.events.set(path, log);
    }
    return log;
  }

  /** One file a table; files beyond age and total size go, oldest first. */
  private writeRoutingTable(target: LogTarget, record: RoutingTableRecord): void {
    const name = routingTableFile(record);
    const path = `${target.folder}/${name}`;
    this.files.remove(path);
    const file = this.files.openAppend(path);
    file.append(new TextEncoder().encode(routingTableXml(record)));
    file.close();
    const others = this.files
      .list(target.folder)
      .map((other) => ({ path: `${target.folder}/${other}`, time: routingFileTime(other) }))
      .filter((other) => !Number.isNaN(other.time) && other.path !== path)
      .sort((a, b) => a.time - b.time);
    let total = others.reduce((sum, other) => sum + (this.files.size(other.path) ?? 0), 0);
    for (const other of others) {
      if (record.time - other.time <= target.maxAgeMs && total <= target.maxDirectoryBytes) break;
      total -= this.files.size(other.path) ?? 0;
      this.files.remove(other.path);
    }
    this.files.stamp(path, record.time);
    stampFolders(this.files, [path], record.time);
  }

  /** To be called when the configuration changed: paths, sizes and switches are read again. */
  configurationChanged(): void {
    for (const open of this.open.values()) {
      try {
        open?.log?.close();
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        this.unfinished.push(open!.log!);
      }
    }
    this.open.clear();
  }

  /**
   * After going back in time: cuts every file to the length known for virtual time `now`, and takes away those that did not exist then.
   */
  cutBack(servers: readonly string[], now: number): void {
    this.close();
    for (const [path, length] of this.known)
      if ((this.files.size(path) ?? 0) > length) truncateFile(this.files, path, length);
    for (const server of servers) {
      for (const logName of ['Application', 'System'] as const) {
        const path = eventLogPath(server, logName);
        if (!this.known.has(path)) this.files.remove(path);
      }
      for (const sample of everyLog) {
        const target = logTarget(withLogsOn(this.configuration()), server, sample);
        if (target) this.removeLater(target, now);
      }
    }
  }

  private removeLater({ folder, prefix }: LogTarget, now: number): void {
    for (const name of this.files.list(folder)) {
      if (!name.startsWith(prefix)) continue;
      const path = `${folder}/${name}`;
      const routingTime = routingFileTime(name);
      const isLater = Number.isNaN(routingTime) ? !isFinished(path, now) && !this.known.has(path) : routingTime > now;
      if (isLater) this.files.remove(path);
    }
  }

  /** Hands everything written so far to the operating system, so that readers see it. */
  flush(): void {
    for (; this.unfinished.length > 0; this.unfinished.shift()) this.unfinished[0]!.close();
    for (const open of this.open.values()) open?.log?.flush();
    if (this.waiting.length > 0) {
      this.writeWaiting();
      for (const open of this.open.values()) open?.log?.flush();
    }
    for (const log of this.events.values()) log.flush();
  }

  /** Makes everything durable and gives the lengths for the snapshot: of all files that may still grow at virtual time `now`. */
  save(now: number): Record<string, number> {
    this.flush();
    for (const open of this.open.values()) open?.log?.sync();
    for (const log of this.events.values()) log.sync();
    for (const path of this.known.keys()) if (isFinished(path, now)) this.known.delete(path);
    return Object.fromEntries([...this.known].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Lets go of the files, written out. */
  close(): void {
    this.flush();
    for (const open of this.open.values()) open?.log?.close();
    this.open.clear();
    for (const log of this.events.values()) log.close();
    this.events.clear();
  }

  /** Tracking events of one server that fit, in the order in which they were logged. */
  searchTracking(server: string, criteria: TrackingCriteria = {}): Iterable<TrackingEntry> {
    this.flush();
    const target = logTarget(withLogsOn(this.configuration()), server, everyLog[0]!);
    return target ? searchTracking(this.files, target, criteria) : [];
  }

  /** Lines of the agent log of one server between two instants, oldest first; `folder` in the sandbox instead of the configured one. */
  readAgentLog(
    server: string,
    service: AgentRecord['service'],
    start?: number,
    end?: number,
    folder?: string,
  ): Iterable<AgentRecord> {
    this.flush();
    const sample = { log: 'agent', service } as AgentRecord;
    const target = logTarget(withLogsOn(this.configuration()), server, sample);
    return target ? readAgentLog(this.files, folder ?? target.folder, service, start, end) : [];
  }

  readEvents(server: string, logName: EventLogName, criteria: EventCriteria = {}): Iterable<EventRecord> {
    this.flush();
    return readEvents(this.files, server, logName, criteria);
  }
}

/** What was logged before a log was switched off is still there. */
function withLogsOn(configuration: ConfigurationReader): ConfigurationReader {
  const on = { value: true };
  return {
    find(configClass, identity) {
      const object = configuration.find(configClass, identity);
      if (!object) return undefined;
      const properties = Object.create(object.properties, {
        MessageTrackingLogEnabled: on,
        ConnectivityLogEnabled: on,
        AgentLogEnabled: on,
      });
      return { ...object, properties };
    },
  };
}

const services = ['Hub', 'FrontEnd', 'MailboxSubmission', 'MailboxDelivery', 'Edge'] as const;
/** One record of each log; only what selects the log is filled in. */
const everyLog = [
  ...['MSGTRK', 'MSGTRKM', 'MSGTRKMA', 'MSGTRKMD', 'MSGTRKMS'].map((file) => ({ log: 'tracking', file })),
  ...services.map((service) => ({ log: 'connectivity', service })),
  ...services.flatMap((service) => ['receive', 'send'].map((side) => ({ log: 'protocol', service, side }))),
  ...['Hub', 'Edge'].map((service) => ({ log: 'agent', service })),
  { log: 'routing' },
] as FileRecord[];

function truncateFile(files: StorageFolder, path: string, length: number): void {
  const file = files.openAppend(path);
  file.truncate(length);
  file.close();
}

function headerOf(record: FileRecord, target: LogTarget): (time: number) => string {
  const { build, version } = target;
  if (record.log === 'tracking')
    return (time) => logHeader(build, 'Log-type', 'Message Tracking Log', time, trackingFields(version));
  const plain = version >= 2013 ? '15.0.0.0' : build;
  if (record.log === 'connectivity')
    return (time) => logHeader(plain, 'Log-Type', 'Transport Connectivity Log', time, connectivityFields);
  if (record.log === 'agent') return (time) => logHeader(plain, 'Log-type', 'Agent Log', time, agentFields);
  const type =
    record.log === 'protocol' && record.side === 'receive' ? 'SMTP Receive Protocol Log' : 'SMTP Send Protocol Log';
  return (time) => logHeader(plain, 'Log-type', type, time, protocolFields);
}

/** A file named after a period that is over. */
function isFinished(path: string, now: number): boolean {
  const match = /\D(\d{8}(?:\d\d)?)-\d+\.LOG$/.exec(path);
  if (!match) return false;
  const period = match[1]!;
  return periodStart(period) + periodLengthMs(period.length === 10) <= now;
}

function routingFileTime(name: string): number {
  const match = /^RoutingConfig#\d+@(\d\d)_(\d\d)_(\d{4}) (\d\d)_(\d\d)_(\d\d)\.xml$/.exec(name);
  if (!match) return Number.NaN;
  const [month, day, year, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
