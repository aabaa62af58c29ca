// A sandbox folder that can be read but not changed: what is written stays in memory. A copy of a world logs into one.

import { MemoryFolder } from '../../../state/store/memory-folder.ts';
import type { AppendFile, StorageFolder, StorageLock } from '../../../state/store/storage-folder.ts';

export class OverlayFolder implements StorageFolder {
  readonly name: string;
  private readonly below: StorageFolder;
  private readonly above = new MemoryFolder('copy');
  private readonly removed = new Set<string>();

  constructor(below: StorageFolder) {
    this.below = below;
    this.name = below.name;
  }

  ensure(): void {}
  read(path: string): Uint8Array | undefined {
    return this.above.read(path) ?? (this.removed.has(path) ? undefined : this.below.read(path));
  }
  exists(path: string): boolean {
    return this.above.exists(path) || (!this.removed.has(path) && this.below.exists(path));
  }
  size(path: string): number | undefined {
    return this.above.size(path) ?? (this.removed.has(path) ? undefined : this.below.size(path));
  }
  writeAtomic(path: string, data: Uint8Array | Iterable<Uint8Array>): void {
    this.above.writeAtomic(path, data);
  }
  openAppend(path: string): AppendFile {
    const below = this.above.exists(path) || this.removed.has(path) ? undefined : this.below.read(path);
    if (below) this.above.writeAtomic(path, below);
    return this.above.openAppend(path);
  }
  rename(from: string, to: string): void {
    this.copy(from, to);
    this.remove(from);
  }
  copy(from: string, to: string): void {
    const data = this.read(from);
    if (data) this.above.writeAtomic(to, data);
  }
  remove(path: string): void {
    this.above.remove(path);
    this.removed.add(path);
  }
  removeFolder(path: string): void {
    for (const name of this.list(path)) this.remove(`${path}/${name}`);
  }
  makeFolder(): void {}
  stamp(): void {}
  list(folder: string): string[] {
    const below = this.below
      .list(folder)
      .filter((name) => !this.removed.has(folder === '' ? name : `${folder}/${name}`));
    return [...new Set([...below, ...this.above.list(folder)])].sort();
  }
  lock(): StorageLock {
    return { release() {} };
  }
}
