// What the journal holds: one record for each thing that changed the sandbox from outside, in the order in which it happened.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type HistoryKind = 'Cmdlet' | 'Message' | 'Clock' | 'Lab';

/** Begins an entry of the history (Get-SandboxHistory); the records up to the next beginning belong to it. */
export interface EntryStart {
  kind: HistoryKind;
  /** The command, message or step as the user would recognise it. */
  text: string;
  /** Host time, ISO 8601 in UTC. Shown only; nothing in the simulation depends on it. */
  realTime: string;
}

/**
 * What a user's command did to a file on the sandbox's drives. Paths are shares' (`\\\\EX01\\C$\\Temp\\a.txt`); contents are references
 * into the store's file contents, null where there was or is no file.
 */
export type FileChange =
  | { kind: 'content'; path: string; before: string | null; after: string | null }
  | { kind: 'append'; path: string; offset: number; data: string }
  | { kind: 'folder'; path: string; exists: boolean }
  | { kind: 'move'; path: string; to: string };

export interface JournalRecord {
  /** 1, 2, 3 … over the whole life of the sandbox. */
  sequence: number;
  /** Virtual time at which it happened: milliseconds since 1970 UTC. */
  at: number;
  /** What the simulation is told. */
  input?: Json;
  entry?: EntryStart;
  files?: FileChange[];
  /**
   * The state from here on is that after the record with this sequence (0: the start) instead of the one before. Without `entry` it
   * is a move in the history (undo, redo) and the history continues there; with `entry` (restore) it is a step of its own.
   */
  head?: number;
  /** The state from here on is this organisation's start (reset). */
  origin?: Origin;
  /** The state from here on is that of this snapshot file (import). */
  snapshot?: string;
}

/** What a sandbox started from: enough to make its first state again. */
export interface Origin {
  organization: string;
  seed: number;
  /** Further choices of the start, as the simulation wants them. */
  options?: Json;
}

/** First line of a journal file. */
export interface JournalHeader {
  format: 'hubshell journal';
  schemaVersion: number;
  /** Sequence of the last record before this file. */
  after: number;
  /** Sequence of the record whose state was current when this file began. */
  head: number;
  origin: Origin;
}
