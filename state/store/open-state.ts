// From a sandbox folder to a state in memory: the newest snapshot that can be used, and the records after it. When there is none, the
// organisation's start and all records. Whatever is not as it should be is told.

import { DamagedFileError } from './damage.ts';
import { HistoryTree } from './history-tree.ts';
import type { Origin } from './journal-record.ts';
import {
  countText,
  cutJournal,
  type JournalState,
  journalFile,
  readJournal,
  readSnapshot,
  recordsAfter,
  setArchivesAside,
  type Warn,
} from './recovery.ts';
import { restoreSnapshot, restoreStart } from './restore-snapshot.ts';
import { segmentBytes } from './segments.ts';
import { setAside } from './set-aside.ts';
import { previousSnapshotFile, type SnapshotDocument, snapshotFile } from './snapshot.ts';
import type { StorageFolder } from './storage-folder.ts';
import type { StoredModel } from './stored-model.ts';

export interface OpenedState {
  origin: Origin;
  history: HistoryTree;
  /** Sequence of the last record. */
  sequence: number;
  /** Records after the snapshot. */
  recordCount: number;
  /** `state.json` holds the snapshot that was used. */
  hasSnapshot: boolean;
  /** Size of its segments. */
  snapshotBytes: number;
  /** Something was repaired: a snapshot should make the new state safe at once. */
  repaired: boolean;
}

class Opening {
  private repaired = false;
  private readonly folder: StorageFolder;
  private readonly model: StoredModel;
  private readonly tell: Warn;

  constructor(folder: StorageFolder, model: StoredModel, warn: Warn) {
    this.folder = folder;
    this.model = model;
    this.tell = (text) => {
      this.repaired = true;
      warn(text);
    };
  }

  run(origin: Origin): OpenedState {
    const { folder } = this;
    const hadSnapshot = folder.exists(snapshotFile) || folder.exists(previousSnapshotFile);
    // The snapshot first: one of a later program version stops everything before a file is touched.
    const newest = readSnapshot(folder, snapshotFile, this.tell);
    const hadJournal = folder.exists(journalFile);
    const journal = readJournal(folder, journalFile, this.tell);
    if (hadSnapshot && !hadJournal)
      this.tell(
        `The file '${journalFile}' of the sandbox '${folder.name}' is missing. Changes since the last snapshot, if there were any, are lost.`,
      );
    if (newest) {
      const opened = this.fromSnapshot(snapshotFile, newest, journal);
      if (opened) return opened;
    }
    const previous = readSnapshot(folder, previousSnapshotFile, this.tell);
    if (previous) {
      if (!newest && !this.repaired)
        this.tell(`The file '${snapshotFile}' of the sandbox '${folder.name}' is missing.`);
      const opened = this.fromSnapshot(previousSnapshotFile, previous, journal);
      if (opened) return opened;
    }
    return this.fromStart(origin, journal);
  }

  /** Undefined, with a warning, when the snapshot cannot be used after all. */
  private fromSnapshot(file: string, document: SnapshotDocument, journal: JournalState): OpenedState | undefined {
    const found = recordsAfter(this.folder, document.sequence, journal, this.tell);
    const history = new HistoryTree(document.origin, document.head);
    for (const record of found.records) history.add(record);
    const path = history.recordsBetween(document.head);
    if (!path) return undefined;
    try {
      // Beyond any snapshot but the last, the log files may tell of a way that was left again.
      restoreSnapshot(this.folder, this.model, document, file !== snapshotFile);
    } catch (error) {
      const reason = error instanceof DamagedFileError ? error.message : `content.world: ${(error as Error).message}`;
      const name = setAside(this.folder, file);
      this.tell(
        `The snapshot '${file}' of the sandbox '${this.folder.name}' cannot be used: ${reason} It was set aside as '${name}'.`,
      );
      return undefined;
    }
    const failed = this.replay(path);
    if (failed !== undefined) {
      this.cut(journal, failed - 1);
      return this.fromSnapshot(file, document, journal);
    }
    const sequence = found.records.at(-1)?.sequence ?? document.sequence;
    if (found.gap) this.afterGap(journal, sequence);
    if (this.repaired)
      this.tell(
        `The sandbox '${this.folder.name}' continues from ${file === snapshotFile ? 'its last' : 'the previous'} snapshot ('${file}') with ${countText(found.records.length, 'recorded change')} after it.`,
      );
    return {
      origin: document.origin,
      history,
      sequence,
      recordCount: found.records.length,
      hasSnapshot: file === snapshotFile,
      snapshotBytes: segmentBytes(document),
      repaired: this.repaired || file !== snapshotFile,
    };
  }

  /** The organisation's start and the whole journal. */
  private fromStart(fallback: Origin, journal: JournalState): OpenedState {
    const { folder, model } = this;
    const found = recordsAfter(folder, 0, journal, this.tell);
    const header = found.firstHeader ?? (journal.header?.after === 0 ? journal.header : undefined);
    const origin = header?.origin ?? journal.header?.origin ?? fallback;
    const history = new HistoryTree(origin);
    for (const record of found.records) history.add(record);
    const path = history.statePath()!;
    restoreStart(folder, model, path.start, this.tell);
    const failed = this.replay(path.records);
    if (failed !== undefined) {
      this.cut(journal, failed - 1);
      return this.fromStart(fallback, journal);
    }
    const sequence = found.records.at(-1)?.sequence ?? 0;
    if (found.gap) this.afterGap(journal, sequence);
    if (this.repaired) {
      const count = found.records.length;
      this.tell(
        count > 0 || header
          ? `The sandbox '${folder.name}' was rebuilt from the start of the organization ${origin.organization} and ${countText(count, 'recorded change')}.`
          : `No good state was left in the sandbox '${folder.name}': it starts again from the organization ${origin.organization}. The files set aside still hold what was there.`,
      );
    }
    return {
      origin,
      history,
      sequence,
      recordCount: found.records.length,
      hasSnapshot: false,
      snapshotBytes: 0,
      repaired: this.repaired,
    };
  }

  /** Sequence of the first record that cannot be repeated. */
  private replay(records: readonly { sequence: number }[]): number | undefined {
    for (const record of records) {
      try {
        this.model.replay(record as never);
      } catch (error) {
        this.tell(
          `The recorded change ${record.sequence} in the sandbox '${this.folder.name}' cannot be repeated: ${(error as Error).message}`,
        );
        return record.sequence;
      }
    }
    return undefined;
  }

  private cut(journal: JournalState, last: number): void {
    const name = cutJournal(this.folder, journal, last);
    setArchivesAside(this.folder, last);
    this.tell(`Changes after number ${last} are left out. '${journalFile}' as it was is kept as '${name}'.`);
  }

  private afterGap(journal: JournalState, last: number): void {
    const name = cutJournal(this.folder, journal, last);
    setArchivesAside(this.folder, last);
    this.tell(
      `Changes after number ${last} cannot be repeated, because some between are missing. '${journalFile}' as it was is kept as '${name}'.`,
    );
  }
}

export function openState(folder: StorageFolder, model: StoredModel, origin: Origin, warn: Warn): OpenedState {
  const isNew =
    ![snapshotFile, previousSnapshotFile, journalFile].some((file) => folder.exists(file)) &&
    folder.list('history').length === 0;
  if (!isNew) return new Opening(folder, model, warn).run(origin);
  model.create(origin);
  return {
    origin,
    history: new HistoryTree(origin),
    sequence: 0,
    recordCount: 0,
    hasSnapshot: false,
    snapshotBytes: 0,
    repaired: false,
  };
}
