// One text log of one service: a row of files that rolls by hour or day and by size, and forgets by age and total size.
//
// The files are effects that can be made again: after a crash they are cut to the lengths that the snapshot knows and the journal
// writes the rest once more. So a file that is not known here is what a crashed process left, and is begun anew.

import { stampFolders } from '../../state/store/stamp-folders.ts';
import type { AppendFile, StorageFolder } from '../../state/store/storage-folder.ts';
import type { LogTarget } from './log-settings.ts';

const encoder = new TextEncoder();
/** What waits to be written to the file. */
const bufferBytes = 64 * 1024;
/** Bytes that a UTF-16 code unit may need in UTF-8. */
const bytesPerUnit = 3;

/** `2026030208` or `20260302`. */
export function periodText(time: number, hourly: boolean): string {
  return new Date(time)
    .toISOString()
    .replace(/[-T:]/g, '')
    .slice(0, hourly ? 10 : 8);
}

/** Milliseconds UTC at which the period of a file name begins. */
export function periodStart(text: string): number {
  return Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6, 8), +(text.slice(8, 10) || 0));
}

export const periodLengthMs = (hourly: boolean) => (hourly ? 3_600_000 : 86_400_000);

/** Lengths of the files that may still grow, by path. Shared by all logs of a sandbox and part of its snapshot. */
export type KnownLengths = Map<string, number>;

export class RollingLog {
  private readonly files: StorageFolder;
  private readonly known: KnownLengths;
  private readonly header: (time: number) => string;
  private target: LogTarget;
  private path = '';
  private periodEnd = 0;
  private period = '';
  private instance = 0;
  private file: AppendFile | undefined;
  private buffer: Uint8Array | undefined;
  private pendingBytes = 0;
  /** Length of the file with what is pending. */
  private length = 0;
  /** Virtual time of the last record. */
  private writtenAt = 0;

  constructor(files: StorageFolder, known: KnownLengths, target: LogTarget, header: (time: number) => string) {
    this.files = files;
    this.known = known;
    this.target = target;
    this.header = header;
  }

  /** Bytes in the current file, once `prepare` has chosen it. */
  get position(): number {
    return this.length;
  }

  /** Path of the current file. */
  get currentPath(): string {
    return this.path;
  }

  /** Makes sure that the file for this instant is the current one; a record's position in it may then be asked. */
  prepare(time: number): void {
    this.writtenAt = time;
    const isOver = time >= this.periodEnd;
    if (!isOver && this.length < this.target.maxFileBytes) return;
    // First what may fail: after a fault everything is as before, and the record can be given again.
    this.close();
    if (isOver) {
      const period = periodText(time, this.target.hourly);
      this.open(time, period, this.lastKnownInstance(period));
      this.periodEnd = periodStart(period) + periodLengthMs(this.target.hourly);
    } else this.open(time, this.period, this.instance + 1);
  }

  append(line: string): void {
    this.add(`${line}\r\n`);
  }

  private add(text: string): void {
    this.buffer ??= new Uint8Array(bufferBytes);
    const most = text.length * bytesPerUnit;
    if (this.pendingBytes + most > bufferBytes) {
      this.flush();
      if (most > this.buffer.length) this.buffer = new Uint8Array(most);
    }
    const { written } = encoder.encodeInto(text, this.buffer.subarray(this.pendingBytes));
    this.pendingBytes += written;
    this.length += written;
  }

  private name(period: string, instance: number): string {
    return `${this.target.folder}/${this.target.prefix}${period}-${instance}.LOG`;
  }

  /** After a start the log goes on with the last file of its period. */
  private lastKnownInstance(period: string): number {
    let instance = 1;
    while (this.known.has(this.name(period, instance + 1))) instance++;
    return instance;
  }

  private open(time: number, period: string, first: number): void {
    let instance = first;
    const { maxFileBytes } = this.target;
    while ((this.known.get(this.name(period, instance)) ?? 0) >= maxFileBytes) instance++;
    const path = this.name(period, instance);
    const length = this.known.get(path);
    if (length === undefined && this.files.exists(path)) this.files.remove(path);
    this.path = path;
    this.period = period;
    this.instance = instance;
    this.length = length ?? 0;
    if (length !== undefined) return;
    this.known.set(path, 0);
    this.add(this.header(time));
    this.forgetOld(time);
  }

  /** Age first, then total size, oldest first (facts: transport.md 7, circular by age and directory size). */
  private forgetOld(time: number): void {
    const { folder, prefix, maxAgeMs, maxDirectoryBytes } = this.target;
    const own = new RegExp(`^${prefix}(\\d{8,10})-(\\d+)\\.LOG$`);
    const found = this.files
      .list(folder)
      .map((name) => ({ path: `${folder}/${name}`, match: own.exec(name) }))
      .filter(({ match, path }) => match && path !== this.path)
      .map(({ path, match }) => ({
        path,
        start: periodStart(match![1]!),
        number: Number(match![2]),
        size: this.files.size(path) ?? 0,
      }))
      .sort((a, b) => a.start - b.start || a.number - b.number);
    let total = found.reduce((sum, { size }) => sum + size, 0);
    for (const { path, start, size } of found) {
      if (time - start <= maxAgeMs && total <= maxDirectoryBytes) break;
      this.files.remove(path);
      this.known.delete(path);
      total -= size;
    }
  }

  /** Hands what is pending to the operating system. */
  flush(): void {
    if (this.pendingBytes === 0) return;
    this.file ??= this.openFile();
    this.file.append(this.buffer!.subarray(0, this.pendingBytes));
    this.files.stamp(this.path, this.writtenAt);
    this.pendingBytes = 0;
    this.known.set(this.path, this.length);
  }

  private openFile(): AppendFile {
    const isNew = !this.files.exists(this.path);
    const file = this.files.openAppend(this.path);
    if (isNew) stampFolders(this.files, [this.path], this.writtenAt);
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
