// What the labs need of the session: to open worlds in folders of their own, and to move the shell into one and back.

import type { StorageFolder } from '../../../state/store/storage-folder.ts';
import type { RuntimeHost } from '../../runtime/host.ts';
import type { World } from '../../transport/world.ts';
import type { Place } from '../place.ts';

/** A session without history and screen, in a folder of the sandbox: for faults and for trying solutions. */
export interface QuietSession {
  readonly world: World;
  readonly server: string;
  readonly place: Place;
  readonly host: RuntimeHost;
  /** What Set-LabAnswer was given, by question. */
  readonly answers: Record<string, string>;
  /** Runs a script; gives the texts of its errors. */
  runQuietly(script: string): string[];
  close(): void;
}

export interface QuietOptions {
  /** Folder in the sandbox. */
  path: string;
  organization: string;
  seed: number;
  server?: string;
}

export interface LabSession {
  readonly folder: StorageFolder;
  readonly culture: string;
  /** Host time, ISO 8601. */
  realTime(): string;
  monotonicMs(): number;
  open(options: QuietOptions): QuietSession;
  /** Where the shell is. */
  readonly place: Place;
  readonly host: RuntimeHost;
  readonly server: string;
  /** Ends what is open and goes to a lab's sandbox, or home. */
  move(to: { path: string; organization: string; seed: number; server?: string } | undefined): void;
  /** True while typed lines go to a remote session. */
  readonly isRemote: boolean;
  /** Puts a line of kind Lab into the history of the open sandbox. */
  note(text: string): void;
}
