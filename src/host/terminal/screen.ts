// Draws the input on a terminal: the prompt, the text with its colours over as many lines as it needs, what hangs below it (a
// completion menu, a search), and the cursor at its place. Writes only what changed since the last drawing began.

import { displayWidth } from '../../formatting/display-width.ts';

export interface Drawing {
  /** Shown before each line but the first. */
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
  /** Cells of the prompt's last line. */
  #promptWidth = 0;
  /** Row of the cursor, counted from the row in which the prompt's last line begins. */
  #cursorRow = 0;

  constructor(write: (text: string) => void, columns: () => number) {
    this.#write = write;
    this.#columns = columns;
  }

  /** Begins a new input at the start of a line. The prompt is written once; what is drawn later begins behind it. */
  begin(prompt: string): void {
    this.#write(prompt);
    this.#promptWidth = displayWidth(prompt.slice(prompt.lastIndexOf('\n') + 1));
    this.#cursorRow = this.#start.row;
  }

  get #start(): Place {
    const columns = this.#width;
    return { row: Math.floor(this.#promptWidth / columns), column: this.#promptWidth % columns };
  }

  get #width(): number {
    return Math.max(10, this.#columns());
  }

  draw(drawing: Drawing): void {
    const columns = this.#width;
    const { continuation, coloured, text, cursor, ghost = '', below = [] } = drawing;
    const withPrompts = (part: string) => part.replaceAll('\n', `\n${continuation}`);
    const start = this.#start;
    const at = advance(start, withPrompts(text.slice(0, cursor)), columns);
    let end = advance(start, withPrompts(text) + ghost, columns);
    let out = `${this.#toStart()}${withPrompts(coloured)}`;
    if (ghost !== '') out += `${GREY}${ghost}${PLAIN}`;
    // A full last line leaves the cursor hanging at its end; the next character decides. Say so to the terminal.
    if (end.column >= columns) {
      out += ' \r';
      end = { row: end.row + 1, column: 0 };
    }
    for (const line of below) {
      out += `\r\n${line}${PLAIN}`;
      end = { row: end.row + 1 + Math.floor(Math.max(0, displayWidth(line) - 1) / columns), column: 0 };
    }
    const target = at.column >= columns ? { row: at.row + 1, column: 0 } : at;
    if (end.row > target.row) out += `\x1b[${end.row - target.row}A`;
    this.#cursorRow = target.row;
    this.#write(out + toColumn(target.column));
  }

  /** Leaves the input as it is and goes to the line after it. */
  finish(drawing: Drawing): void {
    this.draw({ ...drawing, cursor: drawing.text.length, ghost: '', below: [] });
    this.#write('\n');
    this.#cursorRow = 0;
  }

  /** Empties the screen and writes the prompt anew. */
  clear(prompt: string): void {
    this.#write('\x1b[H\x1b[2J');
    this.begin(prompt);
  }

  #toStart(): string {
    const start = this.#start;
    const up = this.#cursorRow > start.row ? `\x1b[${this.#cursorRow - start.row}A` : '';
    return `${up}${toColumn(start.column)}${CLEAR_TO_END}`;
  }
}

function toColumn(column: number): string {
  return column > 0 ? `\r\x1b[${column}C` : '\r';
}
