// Bringing the model to a saved state, or to a start.

import type { StatePath } from './history-tree.ts';
import { readSnapshot, type Warn } from './recovery.ts';
import { readRows, storedNames } from './segments.ts';
import type { SnapshotDocument } from './snapshot.ts';
import type { StorageFolder } from './storage-folder.ts';
import type { StoredModel } from './stored-model.ts';

export function restoreSnapshot(
  folder: StorageFolder,
  model: StoredModel,
  document: SnapshotDocument,
  goingBack = false,
): void {
  const collections: Record<string, Iterable<unknown>> = {};
  for (const name of storedNames(document)) collections[name] = readRows(folder, document, name);
  model.restore({ world: document.world, collections, logs: document.logs, at: document.at }, goingBack);
}

/** An organisation's start, or an imported state. Log files of other times go. */
export function restoreStart(folder: StorageFolder, model: StoredModel, start: StatePath['start'], warn: Warn): void {
  if ('origin' in start) {
    model.create(start.origin, true);
    return;
  }
  const document = readSnapshot(folder, start.snapshot, warn);
  if (!document) throw new Error(`The imported state '${start.snapshot}' is missing.`);
  restoreSnapshot(folder, model, { ...document, logs: {} }, true);
}
