// Format data to lines: the last stage of Out-Default, Out-String, Out-File and Out-Host. Keeps the state of the document under way,
// and holds back the rows of a table until its columns' widths are known.

import type { Decoration } from '../decoration.ts';
import { displayWidth } from '../display-width.ts';
import {
  type Entry,
  type FormatData,
  FormatEndData,
  FormatEntryData,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  type TableCell,
  type TableColumn,
} from '../format-data.ts';
import { splitLines } from '../wrap-text.ts';
import { writeControls } from './custom-writer.ts';
import { writeListEntry } from './list-writer.ts';
import { TableWriter } from './table-writer.ts';

/** Rows that come within this time of the first decide the widths of a table's columns (about_Format: 300 ms). */
const CACHE_TICKS = 3_000_000n;

export interface OutputTarget {
  /** Colours, where they are wanted. */
  decoration?(): Decoration | undefined;
  readonly columns: number;
  /** Lists and custom views are not wrapped when no width was asked for. */
  readonly textColumns: number;
  writeLine(line: string): void;
  nowTicks(): bigint;
}

/** A packet that does not fit where it comes. */
export class OutOfSequence {
  constructor(readonly packet: FormatData) {}
}

export class FormattedOutput {
  private start: FormatStartData | undefined;
  private group: GroupStartData | undefined;
  private cached: FormatEntryData[] | undefined;
  private cacheUntil: bigint | undefined;
  private tableWriter: TableWriter | undefined;
  private wideRow: TableCell[] = [];
  private wideColumns = 2;
  private sizesByContent = false;

  constructor(private readonly target: OutputTarget) {}

  private readonly writeLine = (line: string): void => this.target.writeLine(line);

  accept(data: FormatData): void {
    if (data instanceof FormatEntryData) this.entry(data);
    else if (data instanceof FormatStartData) this.formatStart(data);
    else if (data instanceof GroupStartData) this.groupStart(data);
    else if (data instanceof GroupEndData) this.groupEnd(data);
    else this.formatEnd(data);
  }

  private formatStart(data: FormatStartData): void {
    if (this.start) throw new OutOfSequence(data);
    this.start = data;
  }

  private groupStart(data: GroupStartData): void {
    const start = this.start;
    if (!start || this.group) throw new OutOfSequence(data);
    this.group = data;
    this.writeLine('');
    if (this.mustCache(start)) {
      this.cached = [];
      this.cacheUntil = undefined;
    } else this.openGroup(start.table?.columns, start.wide?.columns ?? 0);
  }

  /**
   * Tables whose first column has no width, and everything with -AutoSize. The reference goes on with whatever follows in the same
   * output: tables with fixed widths are sized by their rows too, and wide rows without -Column hold as many items as fit.
   */
  private mustCache(start: FormatStartData): boolean {
    if (start.shape !== 'wide' && start.shape !== 'table') return false;
    const needed = start.autoSize || (start.shape === 'table' && (start.table!.columns[0]?.width ?? 1) === 0);
    this.sizesByContent ||= needed;
    return needed || (this.sizesByContent && (start.shape === 'table' || start.wide!.columns === 0));
  }

  private openGroup(columns: readonly TableColumn[] | undefined, wideColumns: number): void {
    const start = this.start!;
    this.flushWide();
    if (this.group!.header) {
      writeControls(this.group!.header, this.target.columns, this.writeLine);
      this.writeLine('');
    }
    if (start.shape === 'table') {
      this.tableWriter = new TableWriter(columns!, this.target.columns, this.writeLine);
      if (!start.table!.hideHeaders) this.tableWriter.header(this.target.decoration?.()?.header);
    } else if (start.shape === 'wide') this.openWide(wideColumns);
  }

  private openWide(columns: number): void {
    this.wideColumns = columns > 0 ? columns : 2;
    const column: TableColumn = { label: '', width: 0, alignment: 'left' };
    this.tableWriter = new TableWriter(new Array(this.wideColumns).fill(column), this.target.columns, this.writeLine);
  }

  private entry(data: FormatEntryData): void {
    if (this.cached) {
      this.cached.push(data);
      if (this.cacheExpired()) this.releaseCache();
      return;
    }
    if (!data.outOfBand && !this.group) throw new OutOfSequence(data);
    if (data.outOfBand) this.writeOutOfBand(data.entry);
    else this.writeEntry(data.entry);
  }

  private cacheExpired(): boolean {
    if (this.start!.autoSize) return false;
    const now = this.target.nowTicks();
    this.cacheUntil ??= now + CACHE_TICKS;
    return now > this.cacheUntil;
  }

  private releaseCache(): void {
    const entries = this.cached!;
    this.cached = undefined;
    const start = this.start!;
    const rows = entries.filter((data) => !data.outOfBand).map((data) => data.entry);
    if (start.shape === 'wide') this.openGroup(undefined, wideColumnsFor(rows, this.target.columns));
    else this.openGroup(sizedColumns(start.table!.columns, rows), 0);
    for (const data of entries) {
      if (data.outOfBand) this.writeOutOfBand(data.entry);
      else this.writeEntry(data.entry);
    }
  }

  private writeOutOfBand(entry: Entry): void {
    if (entry.shape === 'text') {
      for (const line of splitLines(entry.text)) this.writeLine(line);
      return;
    }
    this.writeLine('');
    if (entry.shape === 'list') {
      writeListEntry(entry.fields, this.target.textColumns, this.writeLine, this.target.decoration?.()?.label);
      this.writeLine('');
    } else if (entry.shape === 'custom') writeControls(entry.nodes, this.target.textColumns, this.writeLine);
  }

  private writeEntry(entry: Entry): void {
    switch (entry.shape) {
      case 'table':
        this.tableWriter!.row(entry.cells, entry.multiLine);
        break;
      case 'list':
        writeListEntry(entry.fields, this.target.textColumns, this.writeLine, this.target.decoration?.()?.label);
        this.writeLine('');
        break;
      case 'wide':
        this.wideRow.push({ text: entry.text, alignment: 'left' });
        if (this.wideRow.length >= this.wideColumns) this.flushWide();
        break;
      case 'custom':
        writeControls(entry.nodes, this.target.textColumns, this.writeLine);
        break;
      default:
        for (const line of splitLines(entry.text)) this.writeLine(line);
    }
  }

  /** Rows that are not full wait for the next group, as the reference's do. */
  private flushWide(): void {
    if (this.wideRow.length === 0) return;
    this.tableWriter!.row(this.wideRow, false);
    this.wideRow = [];
  }

  private groupEnd(data: FormatData): void {
    if (!this.group) throw new OutOfSequence(data);
    if (this.cached) this.releaseCache();
    this.group = undefined;
  }

  private formatEnd(data: FormatData): void {
    if (!(data instanceof FormatEndData) || !this.start) throw new OutOfSequence(data);
    this.flushWide();
    if (this.start.shape !== 'list') this.writeLine('');
    this.start = undefined;
    this.tableWriter = undefined;
  }

  /** End of input: what was held back is written even if the document was not ended properly. */
  end(): void {
    if (this.cached) this.releaseCache();
    this.flushWide();
  }
}

function sizedColumns(columns: readonly TableColumn[], rows: readonly Entry[]): TableColumn[] {
  return columns.map((column, index) => {
    let width = Math.max(displayWidth(column.label), 1);
    for (const row of rows) {
      if (row.shape === 'table') width = Math.max(width, displayWidth(row.cells[index]?.text ?? ''));
    }
    return { ...column, width };
  });
}

function wideColumnsFor(rows: readonly Entry[], screenWidth: number): number {
  let most = 1;
  for (const row of rows) if (row.shape === 'wide') most = Math.max(most, displayWidth(row.text));
  return Math.max(Math.floor(screenWidth / (most + 1)), 1);
}
