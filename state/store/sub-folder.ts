// A folder inside a sandbox folder as a sandbox folder of its own: a lab's sandbox lies in that of its learner.

import type { AppendFile, StorageFolder, StorageLock } from './storage-folder.ts';

export class SubFolder implements StorageFolder {
  readonly name: string;
  private readonly parent: StorageFolder;
  private readonly path: string;
  private readonly isLocked: boolean;

  /** `isLocked`: whoever opens it holds the sandbox around it already. */
  constructor(parent: StorageFolder, path: string, isLocked = false) {
    this.name = `${parent.name}/${path}`;
    this.parent = parent;
    this.path = path;
    this.isLocked = isLocked;
  }

  private full(path: string): string {
    return path === '' ? this.path : `${this.path}/${path}`;
  }

  ensure(): void {
    this.parent.ensure();
    this.parent.makeFolder(this.path);
  }
  read(path: string): Uint8Array | undefined {
    return this.parent.read(this.full(path));
  }
  exists(path: string): boolean {
    return this.parent.exists(this.full(path));
  }
  size(path: string): number | undefined {
    return this.parent.size(this.full(path));
  }
  writeAtomic(path: string, data: Uint8Array | Iterable<Uint8Array>): void {
    this.parent.writeAtomic(this.full(path), data);
  }
  openAppend(path: string): AppendFile {
    return this.parent.openAppend(this.full(path));
  }
  rename(from: string, to: string): void {
    this.parent.rename(this.full(from), this.full(to));
  }
  copy(from: string, to: string): void {
    this.parent.copy(this.full(from), this.full(to));
  }
  remove(path: string): void {
    this.parent.remove(this.full(path));
  }
  removeFolder(path: string): void {
    this.parent.removeFolder(this.full(path));
  }
  makeFolder(path: string): void {
    this.parent.makeFolder(this.full(path));
  }
  stamp(path: string, timeMs: number): void {
    this.parent.stamp(this.full(path), timeMs);
  }
  list(folder: string): string[] {
    return this.parent.list(this.full(folder));
  }
  /** There is one lock: that of the sandbox around it. */
  lock(): StorageLock {
    return this.isLocked ? { release() {} } : this.parent.lock();
  }
}
