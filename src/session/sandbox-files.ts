// The files of a session: the host's, with three additions. They are made when the first is asked for, because the drives belong to a
// machine of the world; what happens to a file that mail depends on (hosts files, drop directories) is told to the world; and the
// history keeps what a change replaced.

import type { FileContents } from '../../state/store/file-contents.ts';
import type { FileChange } from '../../state/store/journal-record.ts';
import type { FileEntry, FileSystem } from '../runtime/host.ts';
import type { World } from '../transport/world.ts';
import { appendChange, applyFileChange, contentChange } from './file-history.ts';

export interface SandboxFilesParts {
  make(): FileSystem;
  world(): World;
  server(): string;
  /** Before a look at the files: what has been logged is in them. */
  flushLogs(): void;
  readonly contents: FileContents;
  /** Records the change, then does it; when that fails the record is taken back. */
  record(change: FileChange, action: () => void): void;
}

const decoder = new TextDecoder();
const bytesPerGB = 2 ** 30;

export class SandboxFiles implements FileSystem {
  readonly #parts: SandboxFilesParts;
  #made: FileSystem | undefined;

  /** The drives lie elsewhere from now on. */
  moved(): void {
    this.#made = undefined;
  }

  constructor(parts: SandboxFilesParts) {
    this.#parts = parts;
  }

  get #files(): FileSystem {
    this.#made ??= this.#parts.make();
    this.#parts.flushLogs();
    return this.#made;
  }

  drives() {
    return this.#files.drives();
  }
  stat(path: string): FileEntry | undefined {
    return this.#files.stat(path);
  }
  list(path: string): FileEntry[] {
    return this.#files.list(path);
  }
  read(path: string): Uint8Array {
    return this.#files.read(path);
  }
  /** A mounted folder has its disk's; the sandbox's drives have what the machine's disk has (Set-SandboxServer -DiskFreeGB). */
  freeBytes(drive: string): { used: number; free: number } {
    const isMounted = this.#files.drives().find(({ name }) => name.toLowerCase() === drive.toLowerCase())?.mounted;
    const machine = isMounted ? undefined : this.#parts.world().findMachine(this.#parts.server());
    if (machine === undefined) return this.#files.freeBytes(drive);
    const { diskSizeGB, diskFreeGB } = machine;
    const free = Math.round(diskFreeGB * bytesPerGB);
    return { used: Math.round(diskSizeGB * bytesPerGB) - free, free };
  }
  setTimes(path: string, times: { writtenTicks?: bigint; createdTicks?: bigint; accessedTicks?: bigint }): void {
    this.#files.setTimes(path, times);
  }
  setAttributes(path: string, attributes: { readOnly?: boolean; hidden?: boolean }): void {
    this.#files.setAttributes(path, attributes);
  }

  write(path: string, data: Uint8Array): void {
    this.#change(
      path,
      (share, contents) => contentChange(this.#files, contents, path, share, data),
      () => this.#files.write(path, data),
    );
    this.#tellContent(path);
  }
  append(path: string, data: Uint8Array): void {
    this.#change(
      path,
      (share, contents) => appendChange(this.#files, contents, path, share, data),
      () => this.#files.append(path, data),
    );
    this.#tellContent(path);
  }
  makeDirectory(path: string): void {
    this.#change(
      path,
      (share) => ({ kind: 'folder', path: share, exists: true }),
      () => this.#files.makeDirectory(path),
    );
    this.#tellDirectory(path, true);
  }
  remove(path: string): void {
    const isDirectory = this.#files.stat(path)?.directory === true;
    this.#change(
      path,
      (share, contents) =>
        isDirectory
          ? { kind: 'folder', path: share, exists: false }
          : contentChange(this.#files, contents, path, share, null),
      () => this.#files.remove(path),
    );
    if (isDirectory) this.#tellDirectory(path, false);
    else this.#tellGone(path);
  }
  move(from: string, to: string): void {
    const isDirectory = this.#files.stat(from)?.directory === true;
    const target = this.#share(to);
    if (target === undefined) this.#files.move(from, to);
    else
      this.#change(
        from,
        (share) => ({ kind: 'move', path: share, to: target }),
        () => this.#files.move(from, to),
      );
    if (isDirectory) this.#tellMoved(from, to);
    else {
      this.#tellGone(from);
      this.#tellContent(to);
    }
  }

  /** Does it, and on the sandbox's own drives keeps how to take it back. */
  #change(path: string, changeOf: (share: string, contents: FileContents) => FileChange, action: () => void): void {
    const share = this.#share(path);
    if (share === undefined) action();
    else this.#parts.record(changeOf(share, this.#parts.contents), action);
  }

  #share(path: string): string | undefined {
    const place = this.#place(path);
    return place && `\\\\${place.server}\\${place.path.slice(0, 1).toUpperCase()}$${place.path.slice(2)}`;
  }

  /** Takes a change back or does it again; nothing is recorded, the state that is loaded next knows of it. */
  travel(change: FileChange, direction: 'undo' | 'redo'): void {
    applyFileChange(this.#files, this.#parts.contents, change, direction);
  }

  /** The machine and its own path for a path that a script uses; undefined for mounted folders. */
  #place(path: string): { server: string; path: string } | undefined {
    const share = /^\\\\([^\\]+)\\([A-Za-z])\$(\\.*)?$/.exec(path);
    if (share) {
      const server = this.#parts.world().findMachine(share[1]!)?.name;
      return server === undefined ? undefined : { server, path: `${share[2]!.toUpperCase()}:${share[3] ?? '\\'}` };
    }
    const name = path.slice(0, path.indexOf(':')).toLowerCase();
    const drive = this.#files.drives().find((candidate) => candidate.name.toLowerCase() === name);
    return drive && !drive.mounted ? { server: this.#parts.server(), path } : undefined;
  }

  #watched(path: string): { server: string; path: string } | undefined {
    const place = this.#place(path);
    return place && this.#parts.world().isWatched(place.server, place.path) ? place : undefined;
  }

  #tellContent(path: string): void {
    const place = this.#watched(path);
    if (place) this.#parts.world().apply({ kind: 'file', ...place, text: decoder.decode(this.#files.read(path)) });
  }
  #tellGone(path: string): void {
    const place = this.#watched(path);
    if (place) this.#parts.world().apply({ kind: 'file', ...place, text: null });
  }
  /** Every directory: a connector may be pointed at it later. */
  #tellDirectory(path: string, exists: boolean): void {
    const place = this.#place(path);
    if (place) this.#parts.world().apply({ kind: 'directory', ...place, exists });
  }
  /** What lies below goes along. */
  #tellMoved(from: string, to: string): void {
    const place = this.#place(from);
    const below = place ? this.#parts.world().directoriesBelow(place.server, place.path) : [];
    this.#tellDirectory(from, false);
    this.#tellDirectory(to, true);
    for (const relative of below) this.#tellDirectory(`${to}\\${relative}`, true);
  }
}
