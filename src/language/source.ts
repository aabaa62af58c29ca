// A source text and the way from offsets to lines and columns.

export class SourceText {
  readonly text: string;
  /** File name as scripts see it (`C:\scripts\a.ps1`), or undefined for typed text. */
  readonly file: string | undefined;
  /** Line number of the first line, 1 unless the text is part of a larger one. */
  #lineStarts: number[] | undefined;

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
  }

  /** Offsets at which lines start. A line ends at LF, CR or CRLF. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const breaks = /\r\n|\r|\n/g;
    for (let m = breaks.exec(this.text); m; m = breaks.exec(this.text)) starts.push(m.index + m[0].length);
    this.#lineStarts = starts;
    return starts;
  }

  /** Line and column of an offset, both counted from 1. */
  position(offset: number): { line: number; column: number } {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** Text of a line (counted from 1) without its line break. */
  line(number: number): string {
    const start = this.lineStarts[number - 1] ?? this.text.length;
    const end = this.lineStarts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}
