// Rows of cells as lines: column widths, padding, truncation, wrapping, headers.

import { displayWidth, headFitting, tailFitting } from '../display-width.ts';
import type { ColumnAlignment, TableCell, TableColumn } from '../format-data.ts';
import { wrapText } from '../wrap-text.ts';

const ELLIPSIS = '…';

export class TableWriter {
  private readonly widths: number[];

  constructor(
    private readonly columns: readonly TableColumn[],
    screenWidth: number,
    private writeLine: (line: string) => void,
  ) {
    this.widths = columnWidths(columns, screenWidth);
  }

  header(decorate?: (line: string) => string): void {
    const plain = this.writeLine;
    if (decorate) this.writeLine = (line) => plain(decorate(line));
    const labels = this.columns.map((column) => ({
      text: column.label === '' ? ' ' : column.label,
      alignment: column.alignment,
    }));
    this.multiLineRow(labels, false);
    const dashes = this.columns.map((column, index) => {
      const count = Math.min(displayWidth(column.label), Math.max(this.widths[index]!, 0));
      return { text: '-'.repeat(Math.max(count, 1)), alignment: column.alignment };
    });
    this.row(dashes, false);
    this.writeLine = plain;
  }

  row(cells: readonly TableCell[], multiLine: boolean): void {
    if (multiLine) {
      this.multiLineRow(cells, true);
      return;
    }
    let line = '';
    for (let index = 0; index < this.widths.length; index++) {
      const width = this.widths[index]!;
      if (width <= 0) continue;
      if (index > 0) line += ' ';
      const alignment = this.alignment(index, cells[index]);
      line += this.pad(fitCell(firstLine(cells[index]?.text ?? ''), width, alignment), index, alignment);
    }
    this.writeLine(line);
  }

  private alignment(index: number, cell: TableCell | undefined): ColumnAlignment {
    return cell && cell.alignment !== 'undefined' ? cell.alignment : this.columns[index]!.alignment;
  }

  /** Wrapped cells; the last cell of a line is not padded. `trim` drops the blanks at which lines were broken. */
  private multiLineRow(cells: readonly TableCell[], trim: boolean): void {
    const wrapped = this.widths.map((width, index) =>
      width > 0 ? wrapText(cells[index]?.text ?? '', width, width) : [],
    );
    const height = wrapped.reduce((most, lines) => Math.max(most, lines.length), 0);
    for (let i = 0; i < height; i++) {
      const last = wrapped.findLastIndex((lines) => i < lines.length);
      let line = '';
      for (let index = 0; index <= last; index++) {
        if (this.widths[index]! <= 0) continue;
        if (index > 0) line += ' ';
        const piece = wrapped[index]![i] ?? '';
        line += this.pad(trim ? piece.trimEnd() : piece, index, this.alignment(index, cells[index]), index === last);
      }
      this.writeLine(line);
    }
  }

  /** The last column of the definition is not padded on its right. */
  private pad(
    text: string,
    index: number,
    alignment: ColumnAlignment,
    last = index === this.widths.length - 1,
  ): string {
    const missing = this.widths[index]! - displayWidth(text);
    if (missing <= 0) return text;
    if (alignment === 'right') return ' '.repeat(missing) + text;
    if (alignment === 'center') {
      const before = Math.floor(missing / 2);
      return ' '.repeat(before) + text + (last ? '' : ' '.repeat(missing - before));
    }
    return last ? text : text + ' '.repeat(missing);
  }
}

function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end) + ELLIPSIS;
}

function fitCell(text: string, width: number, alignment: ColumnAlignment): string {
  if (displayWidth(text) <= width) return text;
  if (alignment === 'right') return width > 1 ? ELLIPSIS + tailFitting(text, width - 1) : tailFitting(text, width);
  return width > 1 ? headFitting(text, width - 1) + ELLIPSIS : headFitting(text, width);
}

/** Widths of all columns, 0 for those left out: optional ones go first, from the end. */
function columnWidths(columns: readonly TableColumn[], screenWidth: number): number[] {
  const kept = columns.map((_, index) => index);
  const needed = () => kept.reduce((sum, index) => sum + Math.max(columns[index]!.width, 1), kept.length - 1);
  while (needed() > screenWidth) {
    const dropped = kept.findLastIndex((index) => columns[index]!.optional === true);
    if (dropped < 0) break;
    kept.splice(dropped, 1);
  }
  const fitted = fitWidths(
    kept.map((index) => columns[index]!.width),
    screenWidth,
  );
  const widths = columns.map(() => 0);
  kept.forEach((index, position) => {
    widths[index] = fitted[position]!;
  });
  return widths;
}

/** Widths that fit the screen: columns without one share what is left; what does not fit is narrowed or left out from the end. */
export function fitWidths(given: readonly number[], screenWidth: number): number[] {
  const widths = [...given];
  const open = widths.filter((width) => width <= 0).length;
  if (open > 0) {
    const used = widths.reduce((sum, width) => sum + Math.max(width, 0), widths.length - 1);
    const free = Math.max(screenWidth - used, open);
    const share = Math.floor(free / open);
    // What does not divide evenly goes to the first columns.
    let rest = free % open;
    for (let i = 0; i < widths.length; i++) {
      if (widths[i]! <= 0) widths[i] = share + (rest-- > 0 ? 1 : 0);
    }
  }
  for (let last = widths.length - 1; last >= 0; last--) {
    const total = widths.slice(0, last + 1).reduce((sum, width) => sum + width, last);
    if (total <= screenWidth) break;
    const narrowed = widths[last]! - (total - screenWidth);
    if (narrowed >= 1 || last === 0) {
      widths[last] = Math.max(narrowed, 1);
      break;
    }
    widths[last] = 0;
  }
  return widths;
}
