// The history as a tree: every record knows the record before it, and undoing merely moves the head, so nothing that was done is
// ever lost. Two questions are answered here: which entries lead to a state (the history a user sees), and which records, applied
// to which start, make it.

import type { JournalRecord, Origin } from './journal-record.ts';

export interface HistoryNode {
  sequence: number;
  /** The record before it in the history; 0 for the start. */
  parent: number;
  record: JournalRecord;
}

/** What a state is made of: a start, and the records to apply to it in order. */
export interface StatePath {
  start: { origin: Origin } | { snapshot: string };
  /** Sequence whose state the start is: 0, or that of the record that reset or imported. */
  startSequence: number;
  records: JournalRecord[];
}

/** What undo and redo count. A line about a lab changes nothing that could be taken back. */
const isStep = ({ record: { entry } }: HistoryNode) => entry !== undefined && entry.kind !== 'Lab';

export class HistoryTree {
  /** Sequence whose state is current. */
  head: number;
  /** What redo walks along: from where undoing ended to where it began. Gone as soon as something new is entered. */
  redo: { from: number; to: number } | undefined;
  readonly origin: Origin;
  private readonly nodes = new Map<number, HistoryNode>();

  constructor(origin: Origin, head = 0) {
    this.origin = origin;
    this.head = head;
  }

  /** Takes the next record, in the order of the journal. */
  add(record: JournalRecord): void {
    const before = this.head;
    if (record.head !== undefined && record.entry === undefined) {
      const to = this.redo?.to ?? before;
      this.head = record.head;
      this.redo = to === this.head ? undefined : { from: this.head, to };
      return;
    }
    this.nodes.set(record.sequence, { sequence: record.sequence, parent: before, record });
    this.head = record.sequence;
    // Time that merely went by in a typed session is no entry and does not end the chance to redo.
    if (record.entry && record.entry.kind !== 'Lab') this.redo = undefined;
  }

  /** Where undoing so many entries leads; undefined when there are fewer. */
  undoTarget(steps: number): number | undefined {
    const entries = this.lineage().filter(isStep);
    return steps > entries.length ? undefined : entries.at(-steps)!.parent;
  }

  /** Where redoing so many entries leads; undefined when fewer were undone. */
  redoTarget(steps: number): number | undefined {
    if (!this.redo) return undefined;
    const { from, to } = this.redo;
    const line = this.lineage(to);
    const start = from === 0 ? 0 : line.findIndex(({ sequence }) => sequence === from) + 1;
    const entries = line.slice(start).filter(isStep);
    if (steps > entries.length) return undefined;
    return entries[steps]?.parent ?? to;
  }

  has(sequence: number): boolean {
    return sequence === 0 || this.nodes.has(sequence);
  }

  /** Records from the start to `sequence` as the history shows them, oldest first. */
  lineage(sequence = this.head): HistoryNode[] {
    const line: HistoryNode[] = [];
    for (let at = sequence; at !== 0; ) {
      const node = this.nodes.get(at);
      if (!node) break;
      line.push(node);
      at = node.parent;
    }
    return line.reverse();
  }

  /** How to make the state after `sequence`. Undefined when the tree does not reach back far enough. */
  statePath(sequence = this.head): StatePath | undefined {
    const records: JournalRecord[] = [];
    for (let at = sequence; ; ) {
      if (at === 0) return { start: { origin: this.origin }, startSequence: 0, records: records.reverse() };
      const node = this.nodes.get(at);
      if (!node) return undefined;
      const { record } = node;
      if (record.origin) return { start: { origin: record.origin }, startSequence: at, records: records.reverse() };
      if (record.snapshot !== undefined)
        return { start: { snapshot: record.snapshot }, startSequence: at, records: records.reverse() };
      if (record.head === undefined) records.push(record);
      at = record.head ?? node.parent;
    }
  }

  /**
   * Records whose files are undone, newest first, and done again, oldest first, on the way from one state to another. Another
   * world (reset, import) leaves users' files as they are.
   */
  fileWay(from: number, to: number): { undone: JournalRecord[]; redone: JournalRecord[] } {
    const a = this.fileLine(from);
    const b = this.fileLine(to);
    let common = 0;
    while (common < a.length && a[common] === b[common]) common++;
    return { undone: a.slice(common).reverse(), redone: b.slice(common) };
  }

  /** Records that changed files, up to a state. */
  private fileLine(sequence: number): JournalRecord[] {
    const line: JournalRecord[] = [];
    for (let node = this.nodes.get(sequence); node; node = this.nodes.get(node.record.head ?? node.parent))
      if (node.record.files) line.push(node.record);
    return line.reverse();
  }

  /**
   * Records that lead from the state after `base` to that after `sequence`, or undefined when `base` does not lie on its way.
   */
  recordsBetween(base: number, sequence = this.head): JournalRecord[] | undefined {
    const records: JournalRecord[] = [];
    for (let at = sequence; at !== base; ) {
      const node = this.nodes.get(at);
      if (!node || node.record.origin || node.record.snapshot !== undefined) return undefined;
      if (node.record.head === undefined) records.push(node.record);
      at = node.record.head ?? node.parent;
    }
    return records.reverse();
  }
}
