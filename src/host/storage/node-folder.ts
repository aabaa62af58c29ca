// A sandbox folder on the host's file system, with the durability that the store asks for.

import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { useNativeCrc32 } from '../../../state/store/checksum.ts';
import {
  type AppendFile,
  StorageError,
  type StorageFault,
  type StorageFolder,
  type StorageLock,
} from '../../../state/store/storage-folder.ts';
import { takeLock } from './lock.ts';

const faults: Record<string, StorageFault> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EEXIST: 'exists',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EISDIR: 'denied',
  EIO: 'input-output',
};

/** Does it, and turns a fault of the system into a StorageError. A fault that is none of the system's passes on. */
function attempt<T>(path: string, operation: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new StorageError(faults[code] ?? 'input-output', path, operation, faults[code] ? '' : code);
  }
}

function writeAll(descriptor: number, data: Uint8Array): void {
  for (let offset = 0; offset < data.length; ) offset += writeSync(descriptor, data, offset, data.length - offset);
}

/** Makes names in the folder durable. Windows has no such call and keeps names in its own journal. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A second name instead of a copy. Files that are copied here are never changed afterwards, only replaced as a whole or left behind,
 * and their content is on the disk already.
 */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    // The file system has no links, or no more for this file: a copy does as well.
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  }
}

export class NodeFolder implements StorageFolder {
  readonly name: string;
  /** Tells what this process is to others that find the folder locked. */
  private readonly program: string;
  private temporary = 0;

  constructor(folder: string, program = 'hubshell') {
    this.name = folder;
    this.program = program;
    // Loaded when the first checksum is made: a shell that opens no sandbox needs none.
    useNativeCrc32((bytes, previous) => process.getBuiltinModule('zlib').crc32(bytes, previous));
  }

  ensure(): void {
    attempt(this.name, 'create', () => mkdirSync(this.name, { recursive: true }));
  }

  private full(path: string): string {
    return join(this.name, path);
  }

  read(path: string): Uint8Array | undefined {
    const full = this.full(path);
    try {
      return attempt(full, 'read', () => readFileSync(full));
    } catch (error) {
      if (error instanceof StorageError && error.fault === 'not-found') return undefined;
      throw error;
    }
  }

  exists(path: string): boolean {
    return existsSync(this.full(path));
  }

  size(path: string): number | undefined {
    return statSync(this.full(path), { throwIfNoEntry: false })?.size;
  }

  writeAtomic(path: string, data: Uint8Array | Iterable<Uint8Array>): void {
    const full = this.full(path);
    attempt(full, 'write', () => {
      mkdirSync(dirname(full), { recursive: true });
      this.viaTemporary(full, (temporary) => {
        const descriptor = openSync(temporary, 'w');
        try {
          for (const part of data instanceof Uint8Array ? [data] : data) writeAll(descriptor, part);
          fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
      });
    });
  }

  /** Lets `make` create a temporary file beside the target and puts it in the target's place, durably. */
  private viaTemporary(full: string, make: (temporary: string) => void): void {
    const temporary = `${full}.${process.pid}-${++this.temporary}.tmp`;
    try {
      make(temporary);
      renameSync(temporary, full);
    } catch (error) {
      try {
        unlinkSync(temporary);
      } catch {
        // It was not created, or the disk refuses everything: the first error is the one to tell.
      }
      throw error;
    }
    syncFolder(dirname(full));
  }

  openAppend(path: string): AppendFile {
    const full = this.full(path);
    return attempt(full, 'open', () => {
      const isNew = !existsSync(full);
      if (isNew) mkdirSync(dirname(full), { recursive: true });
      const file = new NodeAppendFile(full);
      if (isNew) syncFolder(dirname(full));
      return file;
    });
  }

  rename(from: string, to: string): void {
    const target = this.full(to);
    attempt(this.full(from), 'rename', () => {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(this.full(from), target);
      syncFolder(dirname(target));
    });
  }

  copy(from: string, to: string): void {
    const target = this.full(to);
    attempt(this.full(from), 'copy', () => {
      mkdirSync(dirname(target), { recursive: true });
      this.viaTemporary(target, (temporary) => {
        if (tryLink(this.full(from), temporary)) return;
        copyFileSync(this.full(from), temporary);
        const descriptor = openSync(temporary, 'r+');
        try {
          fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
      });
    });
  }

  remove(path: string): void {
    const full = this.full(path);
    try {
      attempt(full, 'remove', () => unlinkSync(full));
    } catch (error) {
      if (!(error instanceof StorageError) || error.fault !== 'not-found') throw error;
    }
  }

  removeFolder(path: string): void {
    const full = this.full(path);
    attempt(full, 'remove', () => rmSync(full, { recursive: true, force: true }));
  }

  makeFolder(path: string): void {
    const full = this.full(path);
    attempt(full, 'create', () => mkdirSync(full, { recursive: true }));
  }

  stamp(path: string, timeMs: number): void {
    try {
      utimesSync(this.full(path), timeMs / 1000, timeMs / 1000);
    } catch {
      // It is missing, or the file system keeps no times: neither loses anything.
    }
  }

  list(folder: string): string[] {
    const full = this.full(folder);
    if (!existsSync(full)) return [];
    return attempt(full, 'list', () =>
      readdirSync(full, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
        .map((entry) => entry.name)
        .sort(),
    );
  }

  lock(): StorageLock {
    return attempt(this.full('lock'), 'lock', () => takeLock(this.name, this.full('lock'), this.program, linkSync));
  }
}

class NodeAppendFile implements AppendFile {
  length: number;
  private readonly path: string;
  private descriptor: number;

  constructor(path: string) {
    this.path = path;
    this.descriptor = openSync(path, 'a+');
    this.length = fstatSync(this.descriptor).size;
  }

  append(data: Uint8Array): void {
    try {
      attempt(this.path, 'write', () => writeAll(this.descriptor, data));
    } catch (error) {
      // A part may have been written: the file ends again where the last whole piece ended.
      attempt(this.path, 'write', () => ftruncateSync(this.descriptor, this.length));
      throw error;
    }
    this.length += data.length;
  }

  sync(): void {
    attempt(this.path, 'write', () => fsyncSync(this.descriptor));
  }

  truncate(length: number): void {
    attempt(this.path, 'shorten', () => ftruncateSync(this.descriptor, length));
    this.length = length;
  }

  close(): void {
    if (this.descriptor < 0) return;
    closeSync(this.descriptor);
    this.descriptor = -1;
  }
}
