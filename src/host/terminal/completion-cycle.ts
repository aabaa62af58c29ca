// Tab steps through what the word could become; a list below the input shows the choices. Ctrl+Space opens the same list as a
// menu: arrows choose, Enter takes, and a line tells what the chosen one is.

import { displayWidth } from '../../formatting/display-width.ts';
import type { EditBuffer } from './edit-buffer.ts';

export interface Completions {
  /** Part of the text that is replaced. */
  start: number;
  end: number;
  items: { text: string; label: string; toolTip: string }[];
}

const MENU_ROWS = 6;
const DESCRIPTION_ROWS = 3;
const GREY = '\x1b[90m';
const INVERSE = '\x1b[7m';
const PLAIN = '\x1b[0m';

export class CompletionCycle {
  #index = -1;
  #length: number;
  /** Choices in one row of the list as it was drawn last. */
  #perRow = 1;

  constructor(
    private readonly completions: Completions,
    private readonly originalText: string,
    private readonly originalCursor: number,
    /** Arrows and Enter belong to the menu. */
    readonly isMenu = false,
  ) {
    this.#length = completions.end - completions.start;
  }

  step(buffer: EditBuffer, direction: 1 | -1): void {
    const { items, start } = this.completions;
    this.#index = this.#index === -1 && direction === -1 ? items.length - 1 : this.#index + direction;
    this.#index = (this.#index + items.length) % items.length;
    const { text } = items[this.#index]!;
    buffer.replace(start, start + this.#length, text);
    this.#length = text.length;
  }

  /** An arrow in the menu; at the border it goes on in the next row or column. */
  move(buffer: EditBuffer, key: 'left' | 'right' | 'up' | 'down'): void {
    const steps = key === 'left' || key === 'right' ? 1 : this.#perRow;
    const forward = key === 'right' || key === 'down';
    const { length } = this.completions.items;
    const target = this.#index + (forward ? steps : -steps);
    if (steps > 1 && (target < 0 || target >= length)) return;
    for (let i = 0; i < steps; i++) this.step(buffer, forward ? 1 : -1);
  }

  restore(buffer: EditBuffer): void {
    buffer.set(this.originalText, this.originalCursor);
  }

  /** The rows around the chosen item, in columns. */
  menu(columns: number): string[] {
    const { items } = this.completions;
    if (items.length < 2) return [];
    const widths = items.map(({ label }) => displayWidth(label));
    const width = Math.min(columns - 1, Math.max(...widths) + 2);
    const perRow = Math.max(1, Math.floor((columns - 1) / width));
    this.#perRow = perRow;
    const rowCount = Math.ceil(items.length / perRow);
    const chosenRow = Math.floor(this.#index / perRow);
    const firstRow = Math.max(0, Math.min(chosenRow - MENU_ROWS + 1, rowCount - MENU_ROWS));
    const rows: string[] = [];
    for (let row = firstRow; row < Math.min(rowCount, firstRow + MENU_ROWS); row++) {
      let line = '';
      for (let i = row * perRow; i < Math.min(items.length, (row + 1) * perRow); i++) {
        const label = items[i]!.label.slice(0, width);
        const padded = label + ' '.repeat(Math.max(0, width - widths[i]!));
        line += i === this.#index ? `${INVERSE}${padded}${PLAIN}` : padded;
      }
      rows.push(line);
    }
    if (rowCount > MENU_ROWS) rows.push(`(${this.#index + 1} of ${items.length})`);
    const { toolTip, label } = items[this.#index]!;
    if (this.isMenu && toolTip !== label) rows.push(...describe(toolTip, columns));
    return rows;
  }
}

/** What a choice is, in a few lines that fit the window. */
function describe(toolTip: string, columns: number): string[] {
  const lines = toolTip.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, DESCRIPTION_ROWS).map((line) => `${GREY}${line.slice(0, columns - 1)}`);
}
