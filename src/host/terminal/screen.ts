// Draws the input on a terminal: the prompt, the text with its colours over as many lines as it needs, what hangs below it (a
// completion menu, a search), and the cursor at its place. Writes only what changed since the last drawing began.

import { displayWidth } from '../../formatting/display-width.ts';

export interface Drawing {
  /** Shown before the first line and before each further one. */
  prompt: string;
  continuation: string;
  /** The text with escape sequences for colours; same characters as `text`. */
  coloured: string;
  text: string;
  cursor: number;
  /** Shown greyed after the text: a suggestion. */
  ghost?: string;
  /** Lines below the input. */
  below?: string[];
}

interface Place {
  row: number;
  column: number;
}

const CLEAR_TO_END = '\x1b[J';
const GREY = '\x1b[90m';
const PLAIN = '\x1b[0m';

/** Where the cursor stands after text is written from `from` on, on a terminal that wraps at `columns`. */
function advance(from: Place, text: string, columns: number): Place {
  let { row, column } = from;
  // Character by character only where a line may wrap.
  const segments = text.split('\n');
  segments.forEach((segment, index) => {
    if (index > 0) {
      row++;
      column = 0;
    }
    if (column + segment.length * 2 < columns) {
      column += displayWidth(segment);
      return;
    }
    for (const character of segment) {
      const width = displayWidth(character);
      if (column + width > columns) {
        row++;
        column = 0;
      }
      column += width;
    }
  });
  return { row, column };
}

export class Screen {
  readonly #write: (text: string) => void;
  readonly #columns: () => number;
  /** Row of the cursor, counted from the row in which the prompt's last line stands. */
  #cursorRow = 0;

  constructor(write: (text: string) => void, columns: () => number) {
    this.#write = write;
    this.#columns = columns;
  }

  /** Begins a new input: the cursor is at the start of a line. The prompt's earlier lines are written once and stay. */
  begin(prompt: string): string {
    this.#cursorRow = 0;
    const lastBreak = prompt.lastIndexOf('\n');
    if (lastBreak >= 0) this.#write(prompt.slice(0, lastBreak + 1));
    return prompt.slice(lastBreak + 1);
  }

  draw(drawing: Drawing): void {
    const columns = Math.max(10, this.#columns());
    const { prompt, continuation, coloured, text, cursor, ghost = '', below = [] } = drawing;
    const withPrompts = (part: string) => prompt + part.replaceAll('\n', `\n${continuation}`);
    const start: Place = { row: 0, column: 0 };
    const at = advance(start, withPrompts(text.slice(0, cursor)), columns);
    let end = advance(start, withPrompts(text) + ghost, columns);
    let out = `${this.#toStart()}${withPrompts(coloured)}${PLAIN}`;
    if (ghost !== '') out += `${GREY}${ghost}${PLAIN}`;
    // A full last line leaves the cursor hanging at its end; the next character decides. Say so to the terminal.
    if (end.column >= columns) out += ' \r';
    if (end.column >= columns) end = { row: end.row + 1, column: 0 };
    for (const line of below) {
      out += `\r\n${line}${PLAIN}`;
      end = { row: end.row + 1 + Math.floor(Math.max(0, displayWidth(line) - 1) / columns), column: 0 };
    }
    const target = at.column >= columns ? { row: at.row + 1, column: 0 } : at;
    if (end.row > target.row) out += `\x1b[${end.row - target.row}A`;
    out += `\r${target.column > 0 ? `\x1b[${target.column}C` : ''}`;
    this.#cursorRow = target.row;
    this.#write(out);
  }

  /** Leaves the input as it is and goes to the line after it. */
  finish(drawing: Drawing): void {
    this.draw({ ...drawing, cursor: drawing.text.length, ghost: '', below: [] });
    this.#write('\n');
    this.#cursorRow = 0;
  }

  clear(): void {
    this.#write('\x1b[H\x1b[2J');
    this.#cursorRow = 0;
  }

  #toStart(): string {
    const up = this.#cursorRow > 0 ? `\x1b[${this.#cursorRow}A` : '';
    return `${up}\r${CLEAR_TO_END}`;
  }
}
