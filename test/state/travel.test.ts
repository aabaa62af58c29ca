// Going through the history: undo, redo, restore and reset lead to the states that were, also after a start and after a crash.

import { describe, expect, test } from 'vitest';
import type { EntryStart } from '../../state/store/journal-record.ts';
import { MemoryFolder, PowerFailure } from '../../state/store/memory-folder.ts';
import { type OpenedList, openList } from './fake-model.ts';

const entry = (text: string): EntryStart => ({ kind: 'Cmdlet', text, realTime: '2026-01-01T00:00:00.000Z' });

/** Adds as an entry of the history. */
function enter({ store, model }: OpenedList, item: number): void {
  store.record({ at: 0, input: item, entry: entry(`add ${item}`) }, () => model.items.push(item));
}
/** Adds as time that merely went by. */
function goBy({ store, model }: OpenedList, item: number): void {
  store.record({ at: 0, input: item }, () => model.items.push(item));
}
function undo({ store }: OpenedList, steps = 1): void {
  store.travel({ at: 0, head: store.fullHistory().undoTarget(steps)! });
}
function redo({ store }: OpenedList, steps = 1): void {
  store.travel({ at: 0, head: store.fullHistory().redoTarget(steps)! });
}
const texts = ({ store }: OpenedList) =>
  store
    .fullHistory()
    .lineage()
    .flatMap(({ record }) => (record.entry ? [record.entry.text] : []));

function withEntries(count: number, folder = new MemoryFolder('box')): { list: OpenedList; folder: MemoryFolder } {
  const list = openList(folder);
  for (let item = 1; item <= count; item++) enter(list, item);
  return { list, folder };
}

/** Closes it and opens it again. */
function again(list: OpenedList, folder: MemoryFolder): OpenedList {
  list.store.close();
  const opened = openList(folder);
  expect(opened.warnings).toEqual([]);
  return opened;
}

describe('undo and redo', () => {
  test('walk back and forth over entries with all that belongs to them', () => {
    const { list } = withEntries(2);
    goBy(list, 20);
    enter(list, 3);
    goBy(list, 30);
    undo(list);
    expect(list.model.items).toEqual([1, 2, 20]);
    undo(list);
    expect(list.model.items).toEqual([1]);
    redo(list);
    expect(list.model.items).toEqual([1, 2, 20]);
    redo(list);
    expect(list.model.items).toEqual([1, 2, 20, 3, 30]);
    expect(list.store.fullHistory().redoTarget(1)).toBeUndefined();
  });

  test('are limited by what there is', () => {
    const { list } = withEntries(2);
    expect(list.store.fullHistory().undoTarget(3)).toBeUndefined();
    undo(list, 2);
    expect(list.model.items).toEqual([]);
    expect(list.store.fullHistory().redoTarget(3)).toBeUndefined();
  });

  test('survive a start in between', () => {
    const { list, folder } = withEntries(4);
    undo(list, 2);
    const second = again(list, folder);
    expect(second.model.items).toEqual([1, 2]);
    redo(second);
    expect(second.model.items).toEqual([1, 2, 3]);
    const third = again(second, folder);
    expect(third.model.items).toEqual([1, 2, 3]);
    redo(third);
    expect(third.model.items).toEqual([1, 2, 3, 4]);
  });

  test('time that goes by does not end the chance to redo, a new entry does', () => {
    const { list } = withEntries(3);
    undo(list);
    goBy(list, 9);
    expect(list.store.fullHistory().redoTarget(1)).toBeDefined();
    enter(list, 7);
    expect(list.store.fullHistory().redoTarget(1)).toBeUndefined();
    expect(list.model.items).toEqual([1, 2, 9, 7]);
    expect(texts(list)).toEqual(['add 1', 'add 2', 'add 7']);
  });
});

describe('restore and reset', () => {
  test('restore is an entry of its own and can be undone', () => {
    const { list, folder } = withEntries(2);
    list.store.writeCheckpoint({ name: 'Here', description: '', realTime: '' });
    enter(list, 3);
    list.store.travel({ at: 0, head: 2, entry: entry('restore') });
    expect(list.model.items).toEqual([1, 2]);
    enter(list, 4);
    expect(texts(list)).toEqual(['add 1', 'add 2', 'add 3', 'restore', 'add 4']);
    const second = again(list, folder);
    expect(second.model.items).toEqual([1, 2, 4]);
    undo(second, 2);
    expect(second.model.items).toEqual([1, 2, 3]);
  });

  test('reset begins another organisation, and undo brings the old one back', () => {
    const { list, folder } = withEntries(2);
    list.store.travel({ at: 0, origin: { organization: 'Fabrikam2010', seed: 1 }, entry: entry('reset') });
    expect(list.model.startedFrom).toBe('Fabrikam2010');
    enter(list, 5);
    const second = again(list, folder);
    expect(second.model).toMatchObject({ startedFrom: 'Fabrikam2010', items: [5] });
    undo(second, 2);
    expect(second.model).toMatchObject({ startedFrom: 'Contoso', items: [1, 2] });
  });

  test('after power was cut at any moment the state is the one before or the one after', () => {
    const run = (folder: MemoryFolder) => {
      const list = openList(folder);
      for (let item = 1; item <= 3; item++) enter(list, item);
      list.store.compact();
      undo(list, 2);
      enter(list, 8);
      list.store.travel({ at: 0, head: 3, entry: entry('restore') });
      list.store.close();
    };
    let total = 0;
    run(
      new MemoryFolder('box', () => {
        total++;
        return undefined;
      }),
    );
    const states = [[], [1], [1, 2], [1, 2, 3], [1, 8]].map((items) => JSON.stringify(items));
    for (let stop = 0; stop < total; stop++) {
      let count = 0;
      const folder = new MemoryFolder('box', () => (count++ === stop ? { powerFailure: true, written: 0 } : undefined));
      try {
        run(folder);
      } catch (error) {
        if (!(error instanceof PowerFailure)) throw error;
      }
      for (const keep of [0, 1]) {
        const { model, warnings } = openList(folder.afterPowerFailure(keep));
        expect(states).toContain(JSON.stringify(model.items));
        for (const warning of warnings) expect(warning).toMatch(/not completely written|continues from|was rebuilt/);
      }
    }
  });
});
