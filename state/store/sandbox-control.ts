// What the time-travel cmdlets ask of the sandbox. The session implements it; cmdlets find it by this class.

import type { HistoryKind, Json } from './journal-record.ts';

export interface HistoryEntry {
  /** Sequence of its first record. */
  sequence: number;
  /** Virtual time, milliseconds since 1970 UTC. */
  at: number;
  /** Host time, ISO 8601. */
  realTime: string;
  kind: HistoryKind;
  text: string;
}

export interface CheckpointInfo {
  name: string;
  description: string;
  /** Virtual time. */
  at: number;
  realTime: string;
  sequence: number;
}

export interface Difference {
  path: string;
  kind: 'Added' | 'Removed' | 'Changed';
  reference: Json | undefined;
  difference: Json | undefined;
}

/** A wish that the state does not allow, or a name that does not fit; the text is for the user. */
export class SandboxControlError extends Error {
  constructor(
    readonly kind: 'NotPossible' | 'NotFound' | 'Exists' | 'InvalidValue',
    message: string,
  ) {
    super(message);
  }
}

export abstract class SandboxControl {
  /** Entries that led to the present state, oldest first. */
  abstract history(): HistoryEntry[];
  /** Takes back the last entries. */
  abstract undo(steps: number): void;
  /** Takes back everything after the entry with this sequence; 0 takes back all. */
  abstract undoTo(sequence: number): void;
  abstract redo(steps: number): void;

  abstract checkpoints(): CheckpointInfo[];
  /** Without a name the first free `Checkpoint <n>`. */
  abstract checkpoint(name: string | undefined, description: string, force: boolean): CheckpointInfo;
  abstract removeCheckpoint(name: string): void;
  abstract restore(name: string): void;

  /** Starts the same or another organisation afresh. */
  abstract reset(organization: string | undefined, seed: number | undefined): void;
  /** `reference` and `difference`: a checkpoint's name or a sequence; no difference: now. */
  abstract compare(reference: string, difference: string | undefined): Difference[];

  /** The whole sandbox as one text. */
  abstract exportText(withHistory: boolean): string;
  /** Replaces the world by that of an exported text; `name` stands for it in errors. */
  abstract importText(text: string, name: string): void;
}
