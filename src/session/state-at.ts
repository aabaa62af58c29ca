// A state of the history in a world of its own, for looking only.

import type { WorldInput } from '../../state/schema/inputs.ts';
import { collectionNames, type SnapshotHead, type WorldSnapshot } from '../../state/schema/snapshot.ts';
import type { HistoryTree } from '../../state/store/history-tree.ts';
import { readSnapshot, type Warn } from '../../state/store/recovery.ts';
import { readRows } from '../../state/store/segments.ts';
import { previousSnapshotFile, type SnapshotDocument, snapshotFile } from '../../state/store/snapshot.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import type { World } from '../transport/world.ts';
import type { WorldKeeper } from './world-keeper.ts';

export interface StateAtOptions {
  keeper: WorldKeeper;
  folder: StorageFolder;
  warn: Warn;
  history: HistoryTree;
  sequence: number;
  /** A checkpoint that is known to fit. */
  document?: SnapshotDocument;
}

export function worldSnapshotOf(folder: StorageFolder, document: SnapshotDocument): WorldSnapshot {
  const collections = Object.fromEntries(collectionNames.map((name) => [name, readRows(folder, document, name)]));
  return { head: document.world as unknown as SnapshotHead, collections } as unknown as WorldSnapshot;
}

export function stateAt({ keeper, folder, warn, history, sequence, document }: StateAtOptions): World {
  const candidates = document
    ? [document]
    : [snapshotFile, previousSnapshotFile].map((file) => readSnapshot(folder, file, warn));
  for (const candidate of candidates) {
    const records = candidate && history.recordsBetween(candidate.head, sequence);
    if (records) return repeated(keeper.scratch(worldSnapshotOf(folder, candidate)), records);
  }
  const path = history.statePath(sequence);
  if (!path) throw new Error('The history of the sandbox does not reach back far enough.');
  if ('origin' in path.start) return repeated(keeper.scratch(path.start.origin), path.records);
  const imported = readSnapshot(folder, path.start.snapshot, warn);
  if (!imported) throw new Error(`The imported state '${path.start.snapshot}' is missing.`);
  return repeated(keeper.scratch(worldSnapshotOf(folder, imported)), path.records);
}

function repeated(world: World, records: readonly { input?: unknown }[]): World {
  for (const { input } of records) if (input !== undefined) world.apply(input as WorldInput);
  return world;
}
