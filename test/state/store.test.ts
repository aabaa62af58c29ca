// The store: what was acknowledged is there again, whatever happens to the process, the machine or the files.

import { describe, expect, test } from 'vitest';
import { decodeJournal } from '../../state/store/journal.ts';
import { MemoryFolder, PowerFailure } from '../../state/store/memory-folder.ts';
import { StorageError } from '../../state/store/storage-folder.ts';
import { openList } from './fake-model.ts';

const text = (folder: MemoryFolder, path: string) => new TextDecoder().decode(folder.read(path));
const bytes = (content: string) => new TextEncoder().encode(content);

function filled(count: number, closes = true, rowCharacters = 0): MemoryFolder {
  const folder = new MemoryFolder('box');
  const { store, add, model } = openList(folder);
  model.rowCharacters = rowCharacters;
  for (let item = 1; item <= count; item++) add(item);
  store.commit();
  if (closes) store.close();
  return closes ? folder : folder.afterPowerFailure();
}

describe('a sandbox that is closed and opened again', () => {
  test('has the same state', () => {
    const folder = filled(3);
    expect(openList(folder).model.items).toEqual([1, 2, 3]);
    expect(folder.list('')).toEqual(['journal.jsonl', 'state.json']);
  });

  test('has the same state after the process was killed before any snapshot', () => {
    const folder = filled(3, false);
    expect(folder.exists('state.json')).toBe(false);
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2, 3]);
    expect(warnings).toEqual([]);
  });

  test('keeps what it started from, whatever the next shell would start with', () => {
    const folder = filled(1);
    expect(openList(folder, 'Fabrikam2010').store.origin.organization).toBe('Contoso');
  });

  test('forgets an input that the model refused', () => {
    const folder = new MemoryFolder();
    const { store, add } = openList(folder);
    add(1);
    expect(() => add('refused')).toThrow('refused');
    add(2);
    store.abandon();
    expect(openList(folder).model.items).toEqual([1, 2]);
  });

  test('keeps segments of the last two snapshots only', () => {
    const folder = new MemoryFolder();
    const { store, add, model } = openList(folder);
    model.rowCharacters = 100_000;
    for (let round = 1; round <= 4; round++) {
      add(round);
      store.compact();
    }
    expect(folder.list('segments')).toEqual(['s3-3-items-1.jsonl', 's4-4-items-1.jsonl']);
  });
});

describe('a damaged file', () => {
  test('state.json: is set aside, the previous snapshot and the journal give everything back', () => {
    const folder = filled(3);
    const second = openList(folder);
    second.add(4);
    second.store.close();
    folder.writeAtomic('state.json', bytes('{ "format": "hubshell sandbox", broken'));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2, 3, 4]);
    expect(text(folder, 'state.json.damaged-1')).toContain('broken');
    expect(warnings[0]).toMatch(
      /^The file 'state\.json' of the sandbox 'box' is damaged: it must be JSON \(.*\)\. It was set aside as 'state\.json\.damaged-1'\.$/,
    );
    expect(warnings[1]).toContain('previous snapshot');
    expect(folder.exists('state.json')).toBe(true);
  });

  test('state.json, the only snapshot: the start and the whole journal give everything back', () => {
    const folder = filled(3);
    folder.writeAtomic('state.json', bytes('garbage'));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2, 3]);
    expect(warnings[1]).toContain('rebuilt from the start of the organization Contoso and 3 recorded changes');
  });

  test('state.json with one changed digit is found by its checksum', () => {
    const folder = filled(3);
    folder.writeAtomic('state.json', bytes(text(folder, 'state.json').replace('"count": 3', '"count": 4')));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2, 3]);
    expect(warnings[0]).toContain('checksum');
  });

  test('state.json alone in a folder, and garbage: the fresh start is told', () => {
    const folder = new MemoryFolder('box');
    folder.writeAtomic('state.json', bytes('{}'));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([]);
    expect(warnings.at(-1)).toContain('No good state was left');
    expect(folder.exists('state.json.damaged-1')).toBe(true);
  });

  test('a segment: the snapshot that names it is set aside', () => {
    const folder = filled(3, true, 100_000);
    const [name] = folder.list('segments');
    folder.writeAtomic(`segments/${name}`, bytes('1\n2\n9\n'));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2, 3]);
    expect(warnings[0]).toContain(`'segments/${name}'`);
  });

  test('the journal in the middle: what stands before is kept, the whole file is kept aside', () => {
    const folder = filled(5, false);
    const whole = text(folder, 'journal.jsonl');
    folder.writeAtomic('journal.jsonl', bytes(whole.replace('"input":3', '"input":7')));
    const { model, warnings, add, store } = openList(folder);
    expect(model.items).toEqual([1, 2]);
    expect(warnings[0]).toMatch(
      /damaged at line 4: the checksum .* set aside as 'journal\.jsonl\.damaged-1'\. Recovered: 2 recorded changes before the damage\. Lost: 3 lines/,
    );
    expect(text(folder, 'journal.jsonl.damaged-1')).toContain('"input":7');
    add(8);
    store.close();
    const again = openList(folder);
    expect(again.model.items).toEqual([1, 2, 8]);
    expect(again.warnings).toEqual([]);
  });

  test('the journal with a torn last line: the piece is set aside', () => {
    const folder = filled(3, false);
    const whole = text(folder, 'journal.jsonl');
    folder.writeAtomic('journal.jsonl', bytes(whole.slice(0, -5)));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2]);
    expect(warnings[0]).toContain('was not completely written');
    expect(folder.exists('journal.jsonl.damaged-1')).toBe(true);
  });

  test('the journal without its first line: the snapshot stands', () => {
    const folder = filled(2);
    folder.writeAtomic('journal.jsonl', bytes('x'));
    const { model, warnings } = openList(folder);
    expect(model.items).toEqual([1, 2]);
    expect(warnings.length).toBeGreaterThan(0);
  });

  test('both snapshots and a part of the history: the last good point is told, later parts are kept aside', () => {
    const folder = new MemoryFolder('box');
    const { store, add } = openList(folder);
    for (let item = 1; item <= 6; item++) {
      add(item);
      if (item % 2 === 0) store.compact(true);
    }
    store.close();
    folder.writeAtomic('state.json', bytes('x'));
    folder.writeAtomic('state.previous.json', bytes('y'));
    const history = folder.list('history');
    expect(history.length).toBe(3);
    folder.writeAtomic(`history/${history[1]}`, bytes('z'));
    const { model, warnings, add: addLater, store: later } = openList(folder);
    expect(model.items).toEqual([1, 2]);
    expect(warnings.join('\n')).toContain('cannot be repeated');
    addLater(9);
    later.close();
    expect(openList(folder).model.items).toEqual([1, 2, 9]);
  });

  test('a file of a later version is left alone', () => {
    const folder = filled(2);
    folder.writeAtomic(
      'state.json',
      bytes(text(folder, 'state.json').replace('"schemaVersion": 1', '"schemaVersion": 99')),
    );
    expect(() => openList(folder)).toThrow(/'state\.json' has schema version 99/);
    expect(folder.exists('state.json')).toBe(true);
  });
});

describe('a fault of the disk', () => {
  test('a full disk refuses the change and leaves the one before', () => {
    const folder = new MemoryFolder();
    const { store, add, model } = openList(folder);
    add(1);
    folder.plan = (operation) => (operation === 'append' ? { fault: 'no-space' } : undefined);
    expect(() => add(2)).toThrow(StorageError);
    folder.plan = undefined;
    expect(model.items).toEqual([1]);
    add(3);
    store.abandon();
    expect(openList(folder).model.items).toEqual([1, 3]);
  });

  test('no space for a snapshot at the end loses nothing and is told', () => {
    const folder = new MemoryFolder();
    const { store, add, warnings } = openList(folder);
    add(1);
    folder.plan = (operation) => (operation === 'writeAtomic' ? { fault: 'no-space' } : undefined);
    store.close();
    folder.plan = undefined;
    expect(warnings[0]).toContain('not enough space');
    expect(openList(folder).model.items).toEqual([1]);
  });

  test('power cut at any operation: everything committed is there, in order, without a warning but for a torn line', () => {
    const work = (folder: MemoryFolder, committed: (count: number) => void) => {
      const { store, add } = openList(folder);
      for (let item = 1; item <= 6; item++) {
        add(item);
        if (item % 2 === 0) {
          store.commit();
          committed(item);
        }
        if (item === 4) store.compact(true);
      }
      store.close();
      committed(6);
    };
    let total = 0;
    const counting = new MemoryFolder('box', () => {
      total++;
      return undefined;
    });
    work(counting, () => {});
    for (let stop = 0; stop < total; stop++)
      for (const share of [0, 0.5, 1]) {
        let count = 0;
        const folder = new MemoryFolder('box', (_operation, _path, size) =>
          count++ === stop ? { powerFailure: true, written: Math.floor(size * share) } : undefined,
        );
        let committed = 0;
        try {
          work(folder, (item) => {
            committed = item;
          });
        } catch (error) {
          if (!(error instanceof PowerFailure)) throw error;
        }
        for (const keep of [0, 0.7, 1]) {
          const { model, warnings } = openList(folder.afterPowerFailure(keep));
          expect(model.items.length).toBeGreaterThanOrEqual(committed);
          expect(model.items).toEqual([1, 2, 3, 4, 5, 6].slice(0, model.items.length));
          for (const warning of warnings) expect(warning).toMatch(/not completely written|continues from|was rebuilt/);
        }
      }
  });
});

test('a journal line is JSON that a person can read', () => {
  const folder = filled(1, false);
  const lines = text(folder, 'journal.jsonl').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).record.sequence)).toEqual([undefined, 1]);
  expect(decodeJournal(folder.read('journal.jsonl')!).problem).toBeUndefined();
});
