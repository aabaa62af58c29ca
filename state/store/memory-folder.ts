// A sandbox folder in memory: for the browser, and for tests, which can make any operation fail or cut the power in the middle of it.

import {
  type AppendFile,
  type LockOwner,
  SandboxHeldError,
  StorageError,
  type StorageFault,
  type StorageFolder,
  type StorageLock,
} from './storage-folder.ts';

export type StorageOperation = 'read' | 'writeAtomic' | 'append' | 'sync' | 'truncate' | 'rename' | 'copy' | 'remove';

/** Thrown where a test cuts the power: the process ends here, nothing after it runs. */
export class PowerFailure {}

/**
 * What is to happen at an operation: nothing special, a fault, or a power failure. Before a failure an append may have written
 * some of its bytes (`written`), and an atomic write may have been completed (`written` above 0).
 */
export type FaultPlan = (
  operation: StorageOperation,
  path: string,
  bytes: number,
) => undefined | { fault: StorageFault } | { powerFailure: true; written: number };

interface MemoryFile {
  /** What the program sees. */
  data: Uint8Array;
  length: number;
  /** How much of it is on the disk for certain. */
  syncedLength: number;
}

export class MemoryFolder implements StorageFolder {
  readonly name: string;
  plan: FaultPlan | undefined;
  private readonly files = new Map<string, MemoryFile>();
  private owner: LockOwner | undefined;

  constructor(name = 'memory', plan?: FaultPlan) {
    this.name = name;
    this.plan = plan;
  }

  ensure(): void {}

  /** The folder after a power failure: what was not synced is cut to `keep` of its bytes (0 … 1). Locks of the dead are gone. */
  afterPowerFailure(keep = 0): MemoryFolder {
    const next = new MemoryFolder(this.name);
    for (const [path, file] of this.files) {
      const length = file.syncedLength + Math.floor((file.length - file.syncedLength) * keep);
      next.files.set(path, { data: file.data.slice(0, length), length, syncedLength: length });
    }
    return next;
  }

  read(path: string): Uint8Array | undefined {
    this.meet('read', path, 0);
    const file = this.files.get(path);
    return file?.data.slice(0, file.length);
  }

  exists(path: string): boolean {
    return this.files.has(path);
  }

  size(path: string): number | undefined {
    return this.files.get(path)?.length;
  }

  writeAtomic(path: string, data: Uint8Array | Iterable<Uint8Array>): void {
    const bytes = data instanceof Uint8Array ? data.slice() : concatenate(data);
    const store = () => this.files.set(path, { data: bytes, length: bytes.length, syncedLength: bytes.length });
    this.meet('writeAtomic', path, bytes.length, (written) => written > 0 && store());
    store();
  }

  openAppend(path: string): AppendFile {
    let file = this.files.get(path);
    if (!file) {
      file = { data: new Uint8Array(0), length: 0, syncedLength: 0 };
      this.files.set(path, file);
    }
    return new MemoryAppendFile(this, path, file);
  }

  rename(from: string, to: string): void {
    this.copyEntry('rename', from, to);
    this.files.delete(from);
  }

  copy(from: string, to: string): void {
    this.copyEntry('copy', from, to);
  }

  private copyEntry(operation: 'rename' | 'copy', from: string, to: string): void {
    this.meet(operation, from, 0);
    const file = this.files.get(from);
    if (!file) throw new StorageError('not-found', `${this.name}/${from}`, operation);
    this.files.set(to, { data: file.data.slice(0, file.length), length: file.length, syncedLength: file.syncedLength });
  }

  remove(path: string): void {
    this.meet('remove', path, 0);
    this.files.delete(path);
  }

  removeFolder(path: string): void {
    this.meet('remove', path, 0);
    for (const file of [...this.files.keys()]) if (file.startsWith(`${path}/`)) this.files.delete(file);
  }

  makeFolder(): void {}

  stamp(): void {}

  list(folder: string): string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...this.files.keys()]
      .filter((path) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .map((path) => path.slice(prefix.length))
      .sort();
  }

  lock(): StorageLock {
    if (this.owner) throw new SandboxHeldError(this.name, `${this.name}/lock`, this.owner, true);
    this.owner = { pid: 1, computer: 'memory', processStart: '', program: 'hubshell' };
    return {
      release: () => {
        this.owner = undefined;
      },
    };
  }

  /** Asks the plan what happens now; `onPowerFailure` does what the operation had managed to do. */
  meet(operation: StorageOperation, path: string, bytes: number, onPowerFailure?: (written: number) => void): void {
    const outcome = this.plan?.(operation, path, bytes);
    if (!outcome) return;
    if ('fault' in outcome) throw new StorageError(outcome.fault, `${this.name}/${path}`, operation);
    onPowerFailure?.(outcome.written);
    throw new PowerFailure();
  }
}

class MemoryAppendFile implements AppendFile {
  private readonly folder: MemoryFolder;
  private readonly path: string;
  private readonly file: MemoryFile;

  constructor(folder: MemoryFolder, path: string, file: MemoryFile) {
    this.folder = folder;
    this.path = path;
    this.file = file;
  }

  get length(): number {
    return this.file.length;
  }

  append(data: Uint8Array): void {
    this.folder.meet('append', this.path, data.length, (written) => this.write(data.subarray(0, written)));
    this.write(data);
  }

  private write(data: Uint8Array): void {
    const file = this.file;
    const needed = file.length + data.length;
    if (needed > file.data.length) {
      const grown = new Uint8Array(Math.max(needed, file.data.length * 2, 256));
      grown.set(file.data.subarray(0, file.length));
      file.data = grown;
    }
    file.data.set(data, file.length);
    file.length = needed;
  }

  sync(): void {
    this.folder.meet('sync', this.path, 0);
    this.file.syncedLength = this.file.length;
  }

  truncate(length: number): void {
    this.folder.meet('truncate', this.path, 0);
    this.file.length = Math.min(length, this.file.length);
    this.file.syncedLength = Math.min(length, this.file.syncedLength);
  }

  close(): void {}
}

function concatenate(parts: Iterable<Uint8Array>): Uint8Array {
  const list = [...parts];
  const whole = new Uint8Array(list.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of list) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
