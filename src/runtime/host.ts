// What the runtime needs from outside, handed in by session.ts. Nothing here knows of Node, a browser, or mail.

import type { Value } from './values.ts';

/** Time. `now` is virtual time, `monotonicMs` the host's stopwatch. */
export interface Clock {
  /** .NET ticks (100 ns since 0001-01-01) of virtual local time in the sandbox's time zone. */
  nowTicks(): bigint;
  /** Offset of the sandbox's time zone from UTC in minutes at that local time. */
  utcOffsetMinutes(localTicks: bigint): number;
  /** IANA or Windows display name of the time zone, e.g. `UTC`. */
  readonly timeZone: string;
  /** Lets virtual time pass (Start-Sleep). Returns early, by throwing PipelineStopped, when `interrupted` turns true. */
  sleep(milliseconds: number): void;
  /** Moves the world to the present while a command goes on showing it. */
  catchUp?(): void;
  monotonicMs(): number;
}

/** Randomness for Get-Random, New-Guid …: seeded in a sandbox, so that a script gives the same output again. */
export interface RandomSource {
  /** Uniform integer in [0, 2^32). */
  nextUint32(): number;
}

export type PromptChoice = { label: string; hotKey: string; help: string };

/** The person at the keyboard. */
export interface UserInterface {
  /** False when nobody can be asked (-NonInteractive, no terminal): asking is then PowerShell's error. */
  readonly interactive: boolean;
  /** Writes text to the terminal or standard output as it is. */
  write(text: string): void;
  /** Text for standard error of the process; only natives and fatal messages use it. */
  writeError(text: string): void;
  /** One line typed by the user, without its end; undefined at end of input. */
  readLine(prompt: string, secret?: boolean): string | undefined;
  /** Index of the chosen one. */
  choose(caption: string, message: string, choices: PromptChoice[], defaultIndex: number): number;
  /** Progress bar; `percent` below 0 when unknown; undefined record ends it. */
  progress(record: ProgressRecord | undefined): void;
  /** Waits for a key. */
  readKey(): { character: string; key: string } | undefined;
  /**
   * Shows what `text` gives, anew after every interval, until a key is pressed. Absent where nobody can watch: without a terminal,
   * and in scripts, in which time stands still.
   */
  watch?(text: () => string, intervalMs: number): void;
  clear(): void;
  setTitle(title: string): void;
  /** Width and height in characters; 80 × 24 when there is no terminal. */
  readonly columns: number;
  readonly rows: number;
  /** ANSI colours wanted. */
  readonly colors: boolean;
}

export interface ProgressRecord {
  id: number;
  parentId: number;
  activity: string;
  status: string;
  currentOperation: string;
  percent: number;
  secondsRemaining: number;
  completed: boolean;
}

/** Attributes and times of a file or folder. Times are .NET ticks, UTC. */
export interface FileEntry {
  name: string;
  directory: boolean;
  size: number;
  createdTicks: bigint;
  writtenTicks: bigint;
  accessedTicks: bigint;
  readOnly: boolean;
  hidden: boolean;
}

/** Why a file operation failed; the provider turns it into PowerShell's error. */
export type FileFault =
  | 'not-found'
  | 'exists'
  | 'not-empty'
  | 'denied'
  | 'is-directory'
  | 'not-directory'
  | 'in-use'
  | 'invalid-name'
  | 'no-space';
export class FileError {
  constructor(
    readonly fault: FileFault,
    readonly path: string,
  ) {}
}

/**
 * The files scripts can reach: drives of the sandbox and mounted folders. Paths are absolute Windows paths (`C:\a\b.txt`, `G:\x`,
 * `\\EX02\C$\x`), case-insensitive, already free of `.` and `..`. Every failure is a thrown FileError.
 */
export interface FileSystem {
  drives(): { name: string; root: string; description: string; mounted: boolean }[];
  stat(path: string): FileEntry | undefined;
  list(path: string): FileEntry[];
  read(path: string): Uint8Array;
  write(path: string, data: Uint8Array): void;
  append(path: string, data: Uint8Array): void;
  makeDirectory(path: string): void;
  /** Removes a file or an empty folder. */
  remove(path: string): void;
  move(from: string, to: string): void;
  setTimes(path: string, times: { writtenTicks?: bigint; createdTicks?: bigint; accessedTicks?: bigint }): void;
  setAttributes(path: string, attributes: { readOnly?: boolean; hidden?: boolean }): void;
  freeBytes(drive: string): { used: number; free: number };
}

/** Objects that the session offers to cmdlets beyond the language (the world, the logs …), found by their class. */
export interface Services {
  get<T extends object>(type: { readonly prototype: T }): T;
}

/** Set by Ctrl+C. Loops' back edges and pipelines test `requested`. */
export interface Interrupt {
  readonly requested: boolean;
  clear(): void;
}

export interface RuntimeHost {
  clock: Clock;
  random: RandomSource;
  ui: UserInterface;
  files: FileSystem;
  services: Services;
  interrupt: Interrupt;
  /** Environment variables of the sandbox (`$env:COMPUTERNAME`), never the host's. Names ignore case. */
  environment: Map<string, string>;
  /** en-US unless -Culture says otherwise. */
  culture: string;
  uiCulture: string;
  /** Called after every top-level pipeline: what it changed must be durable when this returns. */
  commit?(): void;
  [extra: `x-${string}`]: Value;
}
