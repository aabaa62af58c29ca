// The journal file: whatever happens to its bytes, what is read is a beginning of what was written.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../state/migrations/migrate.ts';
import { decodeJournal, encodeLine } from '../../state/store/journal.ts';
import type { JournalHeader, JournalRecord } from '../../state/store/journal-record.ts';

const header: JournalHeader = {
  format: 'hubshell journal',
  schemaVersion: 1,
  after: 0,
  head: 0,
  origin: { organization: 'Contoso', seed: 1 },
};

const recordArbitrary = fc.record({ at: fc.integer(), input: fc.jsonValue() });

function journalOf(contents: { at: number; input: unknown }[]): { records: JournalRecord[]; bytes: Uint8Array } {
  const records = contents.map(
    (content, index) => JSON.parse(JSON.stringify({ sequence: index + 1, ...content })) as JournalRecord,
  );
  return { records, bytes: Buffer.concat([encodeLine(header), ...records.map(encodeLine)]) };
}

describe('a journal', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(recordArbitrary), (contents) => {
        const { records, bytes } = journalOf(contents);
        expect(decodeJournal(bytes)).toEqual({ header, records, problem: undefined });
      }),
    );
  });

  test('with any byte changed gives a beginning of it and names the line', () => {
    fc.assert(
      fc.property(
        fc.array(recordArbitrary, { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (contents, place, change) => {
          const { records, bytes } = journalOf(contents);
          const position = place % bytes.length;
          bytes[position]! ^= change;
          const read = decodeJournal(bytes);
          expect(read.problem).toBeDefined();
          expect(read.records).toEqual(records.slice(0, read.records.length));
          expect(read.problem!.offset).toBeLessThanOrEqual(position);
        },
      ),
    );
  });

  test('finds a change of any byte of a small journal', () => {
    const { bytes } = journalOf([{ at: 1, input: null }]);
    const unseen = [...bytes.keys()].filter((position) => {
      const changed = bytes.slice();
      changed[position]! ^= 1;
      return decodeJournal(changed).problem === undefined;
    });
    expect(unseen).toEqual([]);
  });

  test('cut anywhere is torn at its last line or whole', () => {
    fc.assert(
      fc.property(fc.array(recordArbitrary, { minLength: 1 }), fc.nat(), (contents, place) => {
        const { records, bytes } = journalOf(contents);
        const first = encodeLine(header).length;
        const length = first + (place % (bytes.length - first + 1));
        const read = decodeJournal(bytes.subarray(0, length));
        expect(read.problem?.kind ?? 'torn').toBe('torn');
        expect(read.records).toEqual(records.slice(0, read.records.length));
        expect(read.problem?.droppedLines ?? 1).toBe(1);
      }),
    );
  });
});

describe('migrations', () => {
  const steps = [
    { from: 1, what: 'a becomes b', apply: (content: unknown) => ({ b: (content as { a: number }).a }) },
    { from: 2, what: 'b becomes c', apply: (content: unknown) => ({ c: (content as { b: number }).b }) },
  ];

  test('are applied one after the other', () => {
    expect(migrate({ a: 1 }, 1, 3, steps)).toEqual({ c: 1 });
    expect(migrate({ b: 1 }, 2, 3, steps)).toEqual({ c: 1 });
    expect(migrate({ c: 1 }, 3, 3, steps)).toEqual({ c: 1 });
  });

  test('that are missing are named', () => {
    expect(() => migrate({}, 1, 3, steps.slice(1))).toThrow('from schema version 1 to 2');
  });
});
