// Going to another state of the history: the nearest snapshot that lies on the way both to where we were and to where we go, and the
// records after it. The log files can only be cut, so what is on them must be common to both ways up to the snapshot.

import { readCheckpoints } from './checkpoints.ts';
import type { HistoryTree } from './history-tree.ts';
import type { JournalRecord } from './journal-record.ts';
import { readSnapshot, type Warn } from './recovery.ts';
import { restoreSnapshot, restoreStart } from './restore-snapshot.ts';
import { previousSnapshotFile, type SnapshotDocument, snapshotFile } from './snapshot.ts';
import type { StorageFolder } from './storage-folder.ts';
import type { StoredModel } from './stored-model.ts';

export interface LoadOptions {
  folder: StorageFolder;
  model: StoredModel;
  /** Its head is where we go. */
  tree: HistoryTree;
  /** Where we were. */
  before: number;
  warn: Warn;
}

/** Brings the model to the state of the tree's head. */
export function loadState({ folder, model, tree, before, warn }: LoadOptions): void {
  let best: { document: SnapshotDocument; records: JournalRecord[] } | undefined;
  const candidates = [snapshotFile, previousSnapshotFile].map((file) => readSnapshot(folder, file, warn));
  for (const document of [...candidates, ...readCheckpoints(folder, warn)]) {
    if (!document || tree.recordsBetween(document.head, before) === undefined) continue;
    const records = tree.recordsBetween(document.head);
    if (records && (!best || records.length < best.records.length)) best = { document, records };
  }
  if (best) {
    restoreSnapshot(folder, model, best.document, true);
    for (const record of best.records) model.replay(record);
    return;
  }
  const path = tree.statePath();
  if (!path) throw new Error('The history of the sandbox does not reach back far enough.');
  restoreStart(folder, model, path.start, warn);
  for (const record of path.records) model.replay(record);
}
