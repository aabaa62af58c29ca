// What the host hands to a session, and what it gets back.

import type { LabControl } from '../../state/store/lab-control.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import type { CmdletDefinition } from '../runtime/cmdlet.ts';
import type { FileSystem, Interrupt, UserInterface } from '../runtime/host.ts';

/** The organisations that a new sandbox can start from, as JSON texts. */
export interface OrganizationSource {
  names(): string[];
  /** Letter case of the name does not count. Undefined when there is none. */
  read(name: string): string | undefined;
}

/** The labs that come with the program, as JSON texts. */
export interface LabSource {
  names(): string[];
  /** Letter case of the name does not count. Undefined when there is none. */
  read(name: string): string | undefined;
}

/** What the files of a sandbox depend on. */
export interface SandboxFilesContext {
  /** Part of the sandbox folder in which the drives lie now: empty, or a lab's. */
  part: string;
  /** The machine that the shell sits on: its drive C: is `drives/<server>/C`. */
  server: string;
  /** The machine's name as the sandbox folder has it, from a name or FQDN in any letter case; undefined when there is none. */
  machine(name: string): string | undefined;
  /** Virtual local time. */
  nowTicks(): bigint;
}

export interface SessionOptions {
  folder: StorageFolder;
  /** Makes the files that scripts can reach; called when the first is asked for. */
  files(context: SandboxFilesContext): FileSystem;
  ui: UserInterface;
  interrupt: Interrupt;
  organizations: OrganizationSource;
  /** None where there are no labs. */
  labs?: LabSource;
  /** The host's stopwatch and clock, in milliseconds. */
  monotonicMs(): number;
  wallClockMs(): number;
  /** Virtual time follows real time (a typed session, `serve`) instead of standing still between commands. */
  followsRealTime: boolean;
  /** Lets real time pass, at most so long; returns early at Ctrl+C. Only where time is followed. */
  wait?(milliseconds: number): void;
  /** A sentence about the sandbox that the user must see, such as what was recovered from a damaged file. */
  warn(text: string): void;
  /** -Organization: what a new sandbox starts from; an existing one must have started from it. */
  organization?: string;
  seed?: number;
  /** -Server */
  server?: string;
  culture?: string;
  /** What happens is no entry of the history: the faults of a lab. */
  withoutHistory?: boolean;
  /** What answers the lab cmdlets, instead of the session's own labs. */
  labControl?: LabControl;
  /** Instead of the product's list; for tests. */
  cmdlets?: readonly CmdletDefinition[];
}

/** A session cannot be had as asked for; the text is for the user. */
export class SessionError extends Error {
  constructor(
    readonly errorId: string,
    message: string,
  ) {
    super(message);
    this.name = 'SessionError';
  }
}
