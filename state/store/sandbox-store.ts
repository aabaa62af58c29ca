// A sandbox folder while a shell has it.
//
//   state.json            the last snapshot             state.previous.json   the one before
//   segments/             their messages                history/              journal parts that snapshots already contain
//   journal.jsonl         what happened since           checkpoints/          named snapshots
//
// The simulation is deterministic, so snapshot + journal is the state. An input is written before it is applied: what could not be
// written did not happen, and what was written happens again after a crash.

import type { LowSync } from 'lowdb';
import { checkpointFile, checkpointSegments } from './checkpoints.ts';
import { DamagedFileError } from './damage.ts';
import { HistoryTree } from './history-tree.ts';
import { Journal } from './journal.ts';
import type { JournalRecord, Origin } from './journal-record.ts';
import { loadState } from './load-state.ts';
import { openState } from './open-state.ts';
import { allRecords, archiveFile, journalFile, type Warn } from './recovery.ts';
import { schemaVersion } from './schema.ts';
import { segmentBytes, writeCollections } from './segments.ts';
import {
  type CheckpointLabel,
  decodeSnapshot,
  encodeSnapshot,
  previousSnapshotFile,
  type SnapshotDocument,
  snapshotDatabase,
} from './snapshot.ts';
import { StorageError, type StorageFolder, type StorageLock } from './storage-folder.ts';
import type { StoredModel } from './stored-model.ts';

export interface StoreOptions {
  /** What a new sandbox starts from. */
  origin: Origin;
  warn: Warn;
  /** Taken already by the caller. */
  lock: StorageLock;
}

/** Beyond these a snapshot is taken while the shell goes on, so that the next start need not repeat too much. */
const limits = { journalBytes: 32 * 1024 * 1024, workMs: 20_000 };
/** At the end of a session a large snapshot is not written anew for what is quickly repeated. */
const worthwhile = { snapshotBytes: 8 * 1024 * 1024, workMs: 1500, records: 2000 };
/** A journal is begun anew with a snapshot when it has grown so large; below, its records are simply passed over. */
const rotationBytes = 64 * 1024;

export class SandboxStore {
  history: HistoryTree;
  /** What the sandbox began with; `-Organization` must agree with it. */
  readonly origin: Origin;
  /** Sequence of the last record. */
  sequence: number;
  private readonly folder: StorageFolder;
  private readonly model: StoredModel;
  private readonly lock: StorageLock;
  private readonly warn: Warn;
  private readonly database: LowSync<SnapshotDocument>;
  private journal: Journal;
  private hasSnapshot: boolean;
  /** Size of its segments. */
  private snapshotBytes: number;
  /** Records since the snapshot, and the time they took to apply. */
  private recordCount: number;
  private workMs = 0;
  private hasFullHistory = false;

  /** Finds the last good state and brings the model to it. A new folder gets the origin's state. */
  constructor(folder: StorageFolder, model: StoredModel, options: StoreOptions) {
    this.folder = folder;
    this.model = model;
    this.warn = options.warn;
    this.lock = options.lock;
    const opened = openState(folder, model, options.origin, options.warn);
    this.origin = opened.origin;
    this.history = opened.history;
    this.sequence = opened.sequence;
    this.recordCount = opened.recordCount;
    this.hasSnapshot = opened.hasSnapshot;
    this.snapshotBytes = opened.snapshotBytes;
    this.database = snapshotDatabase(folder);
    const isWhole = folder.exists(journalFile);
    this.journal = isWhole ? Journal.reopen(folder, journalFile) : Journal.create(folder, journalFile, this.header());
    if (opened.repaired) this.compact(true);
  }

  /**
   * Does something to the sandbox: writes the record, then lets `apply` happen. When writing fails nothing has happened; when
   * `apply` refuses (throws), the record is taken back.
   */
  record<T>(content: Omit<JournalRecord, 'sequence'>, apply: () => T): T {
    const record: JournalRecord = { sequence: this.sequence + 1, ...content };
    const length = this.journal.length;
    this.journal.append(record);
    let result: T;
    try {
      result = apply();
    } catch (error) {
      this.journal.truncate(length);
      throw error;
    }
    this.sequence = record.sequence;
    this.history.add(record);
    this.recordCount++;
    return result;
  }

  /** Everything recorded so far survives a power failure when this returns. */
  commit(): void {
    this.journal.sync();
    if (this.journal.length > limits.journalBytes || this.workMs > limits.workMs) this.tryCompact();
  }

  /** Tells how long the last inputs took to apply, which is what repeating them would take. */
  addWork(milliseconds: number): void {
    this.workMs += milliseconds;
  }

  /** The history back to the sandbox's beginning, as far as its files go. */
  fullHistory(): HistoryTree {
    if (!this.hasFullHistory) {
      this.journal.sync();
      const tree = new HistoryTree(this.origin);
      for (const record of allRecords(this.folder, this.warn)) tree.add(record);
      // Parts of the journal may be lost; then the history begins where the present one does.
      if (tree.head === this.history.head) this.history = tree;
      this.hasFullHistory = true;
    }
    return this.history;
  }

  /** Goes to another state: that after record `head`, an organisation's start, or an imported snapshot. Durable when it returns. */
  travel(content: Omit<JournalRecord, 'sequence'>): void {
    const tree = this.fullHistory();
    const before = tree.head;
    const record: JournalRecord = { sequence: this.sequence + 1, ...content };
    this.journal.append(record);
    this.journal.sync();
    this.sequence = record.sequence;
    this.recordCount++;
    tree.add(record);
    const way = tree.fileWay(before, tree.head);
    for (const { files } of way.undone) for (const change of files!.toReversed()) this.model.changeFile(change, 'undo');
    for (const { files } of way.redone) for (const change of files!) this.model.changeFile(change, 'redo');
    loadState({ folder: this.folder, model: this.model, tree, before, warn: this.warn });
    this.tryCompact();
  }

  /** A snapshot of the present state under a name of its own. */
  writeCheckpoint(checkpoint: CheckpointLabel): SnapshotDocument {
    const file = checkpointFile(checkpoint.name);
    const document = { ...this.snapshotDocument(checkpointSegments(checkpoint.name)), checkpoint };
    this.folder.writeAtomic(file, encodeSnapshot(document));
    return document;
  }

  /** Takes a snapshot; the journal begins anew when it is large, or `anew`. */
  compact(anew = false): void {
    this.journal.sync();
    const document = this.snapshotDocument(`s${this.sequence}-${this.history.head}`);
    this.database.data = document;
    this.database.write();
    this.hasSnapshot = true;
    this.snapshotBytes = segmentBytes(document);
    if (anew || this.journal.length > rotationBytes) {
      this.folder.copy(journalFile, archiveFile(this.sequence));
      const next = Journal.create(this.folder, journalFile, this.header());
      this.journal.close();
      this.journal = next;
    }
    this.recordCount = 0;
    this.workMs = 0;
    this.removeUnusedSegments(document);
  }

  /** A snapshot that cannot be written loses nothing, because the journal has everything. */
  private tryCompact(): void {
    try {
      this.compact();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.workMs = 0;
      this.warn(
        `No snapshot of the sandbox '${this.folder.name}' could be written: ${error.message} Nothing is lost: the journal has every change.`,
      );
    }
  }

  private snapshotDocument(name: string): SnapshotDocument {
    const saved = this.model.save();
    return {
      sequence: this.sequence,
      head: this.history.head,
      at: saved.at,
      origin: this.origin,
      logs: saved.logs,
      ...writeCollections(this.folder, name, saved.collections),
      world: saved.world,
    };
  }

  private header() {
    const { sequence: after, origin } = this;
    return { format: 'hubshell journal' as const, schemaVersion, after, head: this.history.head, origin };
  }

  private removeUnusedSegments(current: SnapshotDocument): void {
    const names = this.folder.list('segments').filter((name) => name.startsWith('s'));
    if (names.length === current.segments.length) return;
    const used = new Set(current.segments.map((segment) => segment.file));
    const bytes = this.folder.read(previousSnapshotFile);
    if (bytes) {
      try {
        for (const segment of decodeSnapshot(bytes, previousSnapshotFile).segments) used.add(segment.file);
      } catch (error) {
        // The damage is told of where the file is needed; its segments stay until then.
        if (error instanceof DamagedFileError) return;
        throw error;
      }
    }
    for (const name of names) if (!used.has(`segments/${name}`)) this.folder.remove(`segments/${name}`);
  }

  /** Ends cleanly: the next start finds a snapshot with nothing to repeat. */
  close(): void {
    try {
      this.journal.sync();
      if (!this.hasSnapshot || this.isSnapshotWorthwhile()) this.tryCompact();
    } finally {
      this.abandon();
    }
  }

  private isSnapshotWorthwhile(): boolean {
    if (this.recordCount === 0) return false;
    const { snapshotBytes, workMs, records } = worthwhile;
    return this.snapshotBytes < snapshotBytes || this.workMs > workMs || this.recordCount > records;
  }

  /** Lets go of the folder as it is; the journal has everything. */
  abandon(): void {
    this.journal.close();
    this.lock.release();
  }
}
