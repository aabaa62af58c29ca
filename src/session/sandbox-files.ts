// The files of a session: the host's, with two additions. They are made when the first is asked for, because the drives belong to a
// machine of the world; and what happens to a file that mail depends on (hosts files, drop directories) is told to the world.

import type { FileEntry, FileSystem } from '../runtime/host.ts';
import type { World } from '../transport/world.ts';

export interface SandboxFilesParts {
  make(): FileSystem;
  world(): World;
  server(): string;
}

const decoder = new TextDecoder();

export class SandboxFiles implements FileSystem {
  readonly #parts: SandboxFilesParts;
  #made: FileSystem | undefined;

  constructor(parts: SandboxFilesParts) {
    this.#parts = parts;
  }

  get #files(): FileSystem {
    this.#made ??= this.#parts.make();
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
  freeBytes(drive: string): { used: number; free: number } {
    return this.#files.freeBytes(drive);
  }
  setTimes(path: string, times: { writtenTicks?: bigint; createdTicks?: bigint; accessedTicks?: bigint }): void {
    this.#files.setTimes(path, times);
  }
  setAttributes(path: string, attributes: { readOnly?: boolean; hidden?: boolean }): void {
    this.#files.setAttributes(path, attributes);
  }

  write(path: string, data: Uint8Array): void {
    this.#files.write(path, data);
    this.#tellContent(path);
  }
  append(path: string, data: Uint8Array): void {
    this.#files.append(path, data);
    this.#tellContent(path);
  }
  makeDirectory(path: string): void {
    this.#files.makeDirectory(path);
    this.#tellDirectory(path, true);
  }
  remove(path: string): void {
    const isDirectory = this.#files.stat(path)?.directory === true;
    this.#files.remove(path);
    if (isDirectory) this.#tellDirectory(path, false);
    else this.#tellGone(path);
  }
  move(from: string, to: string): void {
    const isDirectory = this.#files.stat(from)?.directory === true;
    this.#files.move(from, to);
    if (isDirectory) {
      this.#tellDirectory(from, false);
      this.#tellDirectory(to, true);
    } else {
      this.#tellGone(from);
      this.#tellContent(to);
    }
  }

  /** The machine and its own path for a path that a script uses; undefined for mounted folders. */
  #place(path: string): { server: string; path: string } | undefined {
    const share = /^\\\\([^\\]+)\\([A-Za-z])\$(\\.*)?$/.exec(path);
    const world = this.#parts.world();
    if (share) {
      const server = world.findMachine(share[1]!)?.name;
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
  #tellDirectory(path: string, exists: boolean): void {
    const place = this.#watched(path);
    if (place) this.#parts.world().apply({ kind: 'directory', ...place, exists });
  }
}
