// What the store keeps, as the session puts it together: the simulation and its log files.

import type { FileChange, JournalRecord, Json, Origin } from './journal-record.ts';

export interface SavedState {
  world: Json;
  /** Big collections as rows of JSON; each can be read once. */
  collections: Record<string, Iterable<unknown>>;
  /** Length of each log file, by path on the drives. */
  logs: Record<string, number>;
  /** Virtual time, milliseconds since 1970 UTC. */
  at: number;
}

export interface StoredModel {
  /** The state of an organisation's start; its log files are empty. `goingBack`: the drives hold what came later, which has to go. */
  create(origin: Origin, goingBack?: boolean): void;
  /** A state as saved. Throws when it cannot be used. */
  restore(saved: SavedState, goingBack?: boolean): void;
  /** Does again what a record says. */
  replay(record: JournalRecord): void;
  /** Takes a change of a user's file back, or does it again, on the drives. */
  changeFile(change: FileChange, direction: 'undo' | 'redo'): void;
  /** The present state; its log files are flushed and durable when this returns. */
  save(): SavedState;
}
