// The Windows event logs of the servers: one file of JSON lines each, where Windows keeps its .evtx files.

import type { EventRecord } from '../../state/schema/log-records.ts';
import { stampFolders } from '../../state/store/stamp-folders.ts';
import type { AppendFile, StorageFolder } from '../../state/store/storage-folder.ts';
import type { KnownLengths } from './rolling-log.ts';

export type EventLogName = EventRecord['logName'];

export function eventLogPath(server: string, logName: EventLogName): string {
  return `drives/${server}/C/Windows/System32/winevt/Logs/${logName}.jsonl`;
}

/** Writes one event log. */
export class EventLogWriter {
  private readonly files: StorageFolder;
  private readonly known: KnownLengths;
  private readonly path: string;
  private file: AppendFile | undefined;
  private pending = '';
  /** Virtual time of the last event. */
  private writtenAt = 0;

  constructor(files: StorageFolder, known: KnownLengths, path: string) {
    this.files = files;
    this.known = known;
    this.path = path;
  }

  append(record: EventRecord): void {
    const { log: _log, logName: _logName, ...event } = record;
    this.writtenAt = record.time;
    this.pending += `${JSON.stringify(event)}\n`;
  }

  flush(): void {
    if (this.pending === '') return;
    this.file ??= this.openFile();
    this.file.append(new TextEncoder().encode(this.pending));
    this.files.stamp(this.path, this.writtenAt);
    stampFolders(this.files, [this.path], this.writtenAt);
    this.pending = '';
    this.known.set(this.path, this.file.length);
  }

  /** What a crashed process left beyond the known length is written again, so it is cut off first. */
  private openFile(): AppendFile {
    const file = this.files.openAppend(this.path);
    const known = this.known.get(this.path) ?? 0;
    if (file.length > known) file.truncate(known);
    return file;
  }

  sync(): void {
    this.flush();
    this.file?.sync();
  }

  close(): void {
    this.flush();
    this.file?.close();
    this.file = undefined;
  }
}

export interface EventCriteria {
  /** Milliseconds UTC, both included. */
  start?: number;
  end?: number;
  eventIds?: readonly number[];
  /** Sources and levels, compared without regard to letter case. */
  sources?: readonly string[];
  levels?: readonly string[];
}

/** Events of one log in the order in which they were written. */
export function* readEvents(
  files: StorageFolder,
  server: string,
  logName: EventLogName,
  criteria: EventCriteria = {},
): Generator<EventRecord> {
  const bytes = files.read(eventLogPath(server, logName));
  if (!bytes) return;
  const fits = eventFilter(criteria);
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '') continue;
    const event = { log: 'event', logName, ...JSON.parse(line) } as EventRecord;
    if (fits(event)) yield event;
  }
}

function eventFilter({ start, end, eventIds, sources, levels }: EventCriteria): (event: EventRecord) => boolean {
  const lower = (texts: readonly string[] | undefined) => texts && new Set(texts.map((text) => text.toLowerCase()));
  const sourceSet = lower(sources);
  const levelSet = lower(levels);
  const idSet = eventIds && new Set(eventIds);
  return (event) =>
    (start === undefined || event.time >= start) &&
    (end === undefined || event.time <= end) &&
    (!idSet || idSet.has(event.eventId)) &&
    (!sourceSet || sourceSet.has(event.source.toLowerCase())) &&
    (!levelSet || levelSet.has(event.level.toLowerCase()));
}
