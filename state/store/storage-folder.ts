// The files of one sandbox folder as the store sees them: what Node's file system, a browser's storage or a test hands in.
// Paths are relative, with `/` between the parts. The interface is small and names its faults, so that a test can make any single
// operation fail or stop the machine in the middle of it.

/** Why an operation on the sandbox folder failed. */
export type StorageFault = 'not-found' | 'exists' | 'no-space' | 'denied' | 'locked' | 'input-output';

const faultTexts: Record<StorageFault, string> = {
  'not-found': 'the file does not exist',
  exists: 'the file already exists',
  'no-space': 'there is not enough space on the disk',
  denied: 'access is denied',
  locked: 'another process holds it',
  'input-output': 'the device reported an input/output error',
};

/** A failed operation on the sandbox folder. */
export class StorageError extends Error {
  constructor(
    readonly fault: StorageFault,
    /** The file as the user can find it. */
    readonly path: string,
    readonly operation: string,
    /** The system's own words, where it has some. */
    readonly detail = '',
  ) {
    super(`Cannot ${operation} '${path}': ${faultTexts[fault]}${detail === '' ? '' : ` (${detail})`}.`);
    this.name = 'StorageError';
  }
}

/** Who holds a sandbox. */
export interface LockOwner {
  pid: number;
  /** Name of the computer, because a process id means nothing on another one. */
  computer: string;
  /** When the process started, to tell it from a later process with the same id; empty when the system does not say. */
  processStart: string;
  /** What it runs, for the message. */
  program: string;
}

/** Thrown when a living process holds the sandbox. */
export class SandboxHeldError extends Error {
  constructor(
    readonly folder: string,
    readonly lockPath: string,
    readonly owner: LockOwner,
    readonly sameComputer: boolean,
  ) {
    super(
      sameComputer
        ? `The sandbox '${folder}' is in use by another shell: ${owner.program}, process ${owner.pid}. Close that shell, or name another folder with -State.`
        : `The sandbox '${folder}' is in use by another shell: ${owner.program}, process ${owner.pid} on computer ${owner.computer}. Close that shell, or name another folder with -State; if it no longer runs there, delete '${lockPath}'.`,
    );
    this.name = 'SandboxHeldError';
  }
}

export interface StorageLock {
  release(): void;
}

/** A file kept open for appending. */
export interface AppendFile {
  readonly length: number;
  /** Writes all of it or, on a fault, nothing: what was written of it is cut off again before the error is thrown. */
  append(data: Uint8Array): void;
  /** Returns when everything appended so far would survive a power failure. */
  sync(): void;
  truncate(length: number): void;
  close(): void;
}

export interface StorageFolder {
  /** The folder as the user knows it, for messages. */
  readonly name: string;
  /** Creates the folder itself when it is missing. */
  ensure(): void;
  /** Undefined when there is no such file. */
  read(path: string): Uint8Array | undefined;
  exists(path: string): boolean;
  /** Size in bytes, undefined when there is no such file. */
  size(path: string): number | undefined;
  /** Replaces the file as a whole and durably: after a crash there is the old or the new content, never a mixture. Makes folders as needed. */
  writeAtomic(path: string, data: Uint8Array | Iterable<Uint8Array>): void;
  /** Opens for appending, creating the file (and its folders) when it is missing. */
  openAppend(path: string): AppendFile;
  /** Durable; replaces the target. */
  rename(from: string, to: string): void;
  /** A second, independent copy under another name; durable, replaces the target at once. */
  copy(from: string, to: string): void;
  /** Removes a file; nothing happens when it is missing. */
  remove(path: string): void;
  /** Removes a folder with all that lies in it; nothing happens when it is missing. */
  removeFolder(path: string): void;
  /** Creates a folder and those above it where they are missing. */
  makeFolder(path: string): void;
  /** A file or folder says that it was last written at this instant, virtual time in milliseconds; nothing happens when it is missing. */
  stamp(path: string, timeMs: number): void;
  /** Names of the files in a folder (`''`: the sandbox folder itself), sorted; empty when there is no such folder. */
  list(folder: string): string[];
  /** Takes the sandbox for this process. Throws SandboxHeldError while a living process holds it. */
  lock(): StorageLock;
}
