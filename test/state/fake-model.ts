// A model small enough to compare by eye: the state is the list of inputs. Rows beyond the first few go into a collection, so that
// segments are used too.

import type { FileChange, JournalRecord, Json, Origin } from '../../state/store/journal-record.ts';
import { SandboxStore } from '../../state/store/sandbox-store.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import type { SavedState, StoredModel } from '../../state/store/stored-model.ts';

export class ListModel implements StoredModel {
  items: Json[] = [];
  fileChanges: string[] = [];
  /** Rows so long do not fit into the snapshot and go into segments. */
  rowCharacters = 0;
  startedFrom = '';

  create(origin: Origin): void {
    this.items = [];
    this.startedFrom = origin.organization;
  }

  restore(saved: SavedState): void {
    const world = saved.world as { startedFrom: string; count: number };
    this.startedFrom = world.startedFrom;
    this.items = ([...(saved.collections.items ?? [])] as { item: Json }[]).map(({ item }) => item);
    if (this.items.length !== world.count) throw new Error(`count: there must be ${world.count} items`);
  }

  replay(record: JournalRecord): void {
    if (record.input !== undefined) this.items.push(record.input);
  }

  changeFile(change: FileChange, direction: 'undo' | 'redo'): void {
    this.fileChanges.push(`${direction} ${change.path}`);
  }

  save(): SavedState {
    return {
      world: { startedFrom: this.startedFrom, count: this.items.length },
      collections: { items: this.items.map((item) => ({ item, padding: 'x'.repeat(this.rowCharacters) })) },
      logs: {},
      at: this.items.length,
    };
  }
}

export interface OpenedList {
  store: SandboxStore;
  model: ListModel;
  warnings: string[];
  add(item: Json): void;
}

export function openList(folder: StorageFolder, organization = 'Contoso'): OpenedList {
  const model = new ListModel();
  const warnings: string[] = [];
  folder.ensure();
  const lock = folder.lock();
  const store = new SandboxStore(folder, model, {
    origin: { organization, seed: 1 },
    warn: (text) => warnings.push(text),
    lock,
  });
  const add = (item: Json) => {
    store.record({ at: 0, input: item }, () => {
      if (item === 'refused') throw new Error('The input is refused.');
      model.items.push(item);
    });
  };
  return { store, model, warnings, add };
}
