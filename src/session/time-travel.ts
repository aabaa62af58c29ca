// History, undo, checkpoints and resets of an open sandbox, for the cmdlets that offer them.

import type { JsonValue } from '../../state/schema/json.ts';
import { checkpointFile, readCheckpoints, removeCheckpoint } from '../../state/store/checkpoints.ts';
import type { HistoryTree } from '../../state/store/history-tree.ts';
import type { EntryStart } from '../../state/store/journal-record.ts';
import {
  type CheckpointInfo,
  type Difference,
  type HistoryEntry,
  SandboxControl,
  SandboxControlError,
} from '../../state/store/sandbox-control.ts';
import type { SnapshotDocument } from '../../state/store/snapshot.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import { compareJson } from './compare-json.ts';
import { SessionError } from './options.ts';
import { withSandboxErrors } from './sandbox-errors.ts';
import { exportSandbox, importSandbox } from './sandbox-export.ts';
import { stateAt } from './state-at.ts';
import type { WorldKeeper } from './world-keeper.ts';

export interface TimeTravelParts {
  keeper: WorldKeeper;
  folder: StorageFolder;
  warn(text: string): void;
  /** Entry for what runs now. */
  entry(): EntryStart;
  realTime(): string;
  /** In a lab there is no other world to go to than the lab's. */
  isLab: boolean;
  /** To be called after the world was exchanged. */
  worldChanged(): void;
}

export class TimeTravel extends SandboxControl {
  readonly #parts: TimeTravelParts;

  constructor(parts: TimeTravelParts) {
    super();
    this.#parts = parts;
  }

  get #store() {
    return this.#parts.keeper.store;
  }
  get #history(): HistoryTree {
    return this.#store.fullHistory();
  }

  history(): HistoryEntry[] {
    return this.#history
      .lineage()
      .filter(({ record }) => record.entry)
      .map(({ record: { sequence, at, entry } }) => ({ sequence, at, ...entry! }));
  }

  undo(steps: number): void {
    const target = this.#history.undoTarget(steps);
    if (target === undefined) {
      const count = this.history().filter(({ kind }) => kind !== 'Lab').length;
      throw new SandboxControlError(
        'NotPossible',
        count === 0
          ? 'There is nothing to undo.'
          : `There are only ${count} entries in the history, so ${steps} cannot be undone.`,
      );
    }
    this.#travel({ head: target });
  }

  undoTo(sequence: number): void {
    const line = this.#history.lineage();
    const index = sequence === 0 ? -1 : line.findIndex((node) => node.sequence === sequence && node.record.entry);
    if (index < 0 && sequence !== 0)
      throw new SandboxControlError('NotFound', `There is no history entry '${sequence}'.`);
    const next = line.slice(index + 1).find(({ record }) => record.entry);
    if (next) this.#travel({ head: next.parent });
  }

  redo(steps: number): void {
    const target = this.#history.redoTarget(steps);
    if (target === undefined)
      throw new SandboxControlError('NotPossible', 'There is nothing to redo, or not that much.');
    this.#travel({ head: target });
  }

  #travel(content: {
    head?: number;
    entry?: EntryStart;
    origin?: { organization: string; seed: number };
    snapshot?: string;
  }): void {
    const { keeper, worldChanged } = this.#parts;
    withSandboxErrors(() => this.#store.travel({ at: keeper.world.now, ...content }));
    worldChanged();
  }

  // ---- checkpoints

  #documents(): SnapshotDocument[] {
    return readCheckpoints(this.#parts.folder, this.#parts.warn);
  }

  #find(name: string): SnapshotDocument | undefined {
    return this.#documents().find(({ checkpoint }) => checkpoint!.name.toLowerCase() === name.toLowerCase());
  }

  #require(name: string): SnapshotDocument {
    const document = this.#find(name);
    if (!document) throw new SandboxControlError('NotFound', `There is no checkpoint '${name}'.`);
    return document;
  }

  checkpoints(): CheckpointInfo[] {
    return this.#documents()
      .map(infoOf)
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  checkpoint(wanted: string | undefined, description: string, force: boolean): CheckpointInfo {
    const existing = this.#documents();
    const taken = new Set(existing.map(({ checkpoint }) => checkpoint!.name.toLowerCase()));
    let name = wanted;
    for (let number = 1; name === undefined; number++)
      if (!taken.has(`checkpoint ${number}`)) name = `Checkpoint ${number}`;
    if (taken.has(name.toLowerCase())) {
      if (!force)
        throw new SandboxControlError('Exists', `The checkpoint '${name}' exists already; -Force replaces it.`);
      removeCheckpoint(this.#parts.folder, this.#require(name));
    }
    const label = { name, description, realTime: this.#parts.realTime() };
    return infoOf(withSandboxErrors(() => this.#store.writeCheckpoint(label)));
  }

  removeCheckpoint(name: string): void {
    removeCheckpoint(this.#parts.folder, this.#require(name));
  }

  restore(name: string): void {
    const document = this.#require(name);
    const entry = this.#parts.entry();
    if (this.#history.has(document.head)) this.#travel({ head: document.head, entry });
    // A checkpoint of a history that is lost still has its state.
    else this.#travel({ snapshot: checkpointFile(name), entry });
  }

  // ---- other worlds

  /** What would make a lab's faults vanish, not repair them. */
  #refuseInLab(): void {
    if (this.#parts.isLab)
      throw new SandboxControlError(
        'NotPossible',
        'This is not possible in a lab: it would replace the world that is to be repaired. Start-Lab with -Restart begins the lab again.',
      );
  }

  reset(organization: string | undefined, seed: number | undefined): void {
    this.#refuseInLab();
    const { keeper, entry } = this.#parts;
    const name = organization ?? keeper.world.organizationName;
    try {
      const data = keeper.organization(name);
      this.#travel({ origin: { organization: data.name, seed: seed ?? data.seed }, entry: entry() });
    } catch (error) {
      if (error instanceof SessionError) throw new SandboxControlError('NotFound', error.message);
      throw error;
    }
  }

  compare(reference: string, difference: string | undefined): Difference[] {
    const { keeper } = this.#parts;
    const before = this.#stateNamed(reference);
    const after = difference === undefined ? wholeState(keeper.world) : this.#stateNamed(difference);
    return [...compareJson(before, after)];
  }

  /** The state of a checkpoint, or after the entry with a sequence. */
  #stateNamed(name: string): JsonValue {
    const { keeper, folder, warn } = this.#parts;
    const document = this.#find(name);
    const history = this.#history;
    const sequence = document ? document.head : /^\d+$/.test(name) ? endOfEntry(history, Number(name)) : undefined;
    if (sequence === undefined)
      throw new SandboxControlError('NotFound', `There is no checkpoint or history entry '${name}'.`);
    return wholeState(stateAt({ keeper, folder, warn, history, sequence, document }));
  }

  exportText(withHistory: boolean): string {
    return exportSandbox(this.#parts.keeper, withHistory);
  }

  importText(text: string, name: string): void {
    this.#refuseInLab();
    const file = importSandbox(this.#parts.folder, this.#parts.keeper, text, name);
    this.#travel({ snapshot: file, entry: this.#parts.entry() });
  }
}

function infoOf({ checkpoint, at, head }: SnapshotDocument): CheckpointInfo {
  return { ...checkpoint!, at, sequence: head };
}

/** An entry's state is that after its last record. */
function endOfEntry(history: HistoryTree, sequence: number): number | undefined {
  if (sequence === 0) return 0;
  const line = history.lineage();
  const index = line.findIndex((node) => node.sequence === sequence && node.record.entry);
  if (index < 0) return undefined;
  const next = line.slice(index + 1).find(({ record }) => record.entry);
  return next ? next.parent : history.head;
}

/** A world as one JSON value: its head, and the rows of its collections by name. */
function wholeState(world: WorldKeeper['world']): JsonValue {
  const { head, collections } = world.snapshot();
  const rows = Object.fromEntries(Object.entries(collections).map(([name, items]) => [name, [...items]]));
  return JSON.parse(JSON.stringify({ ...head, ...rows })) as JsonValue;
}
