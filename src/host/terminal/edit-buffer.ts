// The text being typed: buffer, cursor, and what editing keys do to them. Knows nothing of keys or of the screen.

const wordCharacter = /[\p{L}\p{N}_]/u;

interface Snapshot {
  text: string;
  cursor: number;
}

export class EditBuffer {
  text = '';
  cursor = 0;
  #killed = '';
  readonly #undo: Snapshot[] = [];

  set(text: string, cursor = text.length): void {
    this.#remember();
    this.text = text;
    this.cursor = cursor;
  }

  /** Empties it for the next input; nothing is left to undo. */
  reset(): void {
    this.text = '';
    this.cursor = 0;
    this.#undo.length = 0;
  }

  insert(text: string): void {
    // Typing is undone word by word, so that one letter after the other is no step of its own.
    if (text.length > 1 || !wordCharacter.test(text)) this.#remember();
    this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
    this.cursor += text.length;
  }

  replace(start: number, end: number, text: string): void {
    this.#remember();
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.cursor = start + text.length;
  }

  deleteBack(): void {
    if (this.cursor > 0) this.replace(this.#left(this.cursor), this.cursor, '');
  }

  deleteForward(): void {
    if (this.cursor >= this.text.length) return;
    const start = this.cursor;
    this.replace(start, this.#right(start), '');
  }

  killWordBack(): void {
    this.#kill(this.#wordStart(this.cursor), this.cursor);
  }
  killWordForward(): void {
    this.#kill(this.cursor, this.#wordEnd(this.cursor));
  }
  killToLineStart(): void {
    this.#kill(this.#lineStart(this.cursor), this.cursor);
  }
  killToLineEnd(): void {
    this.#kill(this.cursor, this.#lineEnd(this.cursor));
  }
  /** Cuts from the cursor to a place before or behind it. */
  killTo(index: number): void {
    this.#kill(Math.min(index, this.cursor), Math.max(index, this.cursor));
  }
  yank(): void {
    if (this.#killed !== '') this.insert(this.#killed);
  }

  left(): void {
    this.cursor = this.#left(this.cursor);
  }
  right(): void {
    this.cursor = this.#right(this.cursor);
  }
  wordLeft(): void {
    this.cursor = this.#wordStart(this.cursor);
  }
  wordRight(): void {
    this.cursor = this.#wordEnd(this.cursor);
  }
  home(): void {
    this.cursor = this.#lineStart(this.cursor);
  }
  end(): void {
    this.cursor = this.#lineEnd(this.cursor);
  }

  /** Moves a line up or down within the text; false when there is none. */
  moveLine(direction: -1 | 1): boolean {
    const start = this.#lineStart(this.cursor);
    const column = this.cursor - start;
    if (direction === -1) {
      if (start === 0) return false;
      const previous = this.#lineStart(start - 1);
      this.cursor = Math.min(previous + column, start - 1);
      return true;
    }
    const end = this.#lineEnd(this.cursor);
    if (end === this.text.length) return false;
    this.cursor = Math.min(end + 1 + column, this.#lineEnd(end + 1));
    return true;
  }

  undo(): void {
    const before = this.#undo.pop();
    if (!before) return;
    this.text = before.text;
    this.cursor = before.cursor;
  }

  #remember(): void {
    this.#undo.push({ text: this.text, cursor: this.cursor });
    if (this.#undo.length > 500) this.#undo.shift();
  }

  #kill(start: number, end: number): void {
    if (start === end) return;
    this.#killed = this.text.slice(start, end);
    this.replace(start, end, '');
  }

  /** A surrogate pair is one step. */
  #left(index: number): number {
    const low = this.text.charCodeAt(index - 1);
    return Math.max(0, index - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1));
  }
  #right(index: number): number {
    const high = this.text.charCodeAt(index);
    return Math.min(this.text.length, index + (high >= 0xd800 && high <= 0xdbff ? 2 : 1));
  }
  #wordStart(index: number): number {
    let at = index;
    while (at > 0 && !wordCharacter.test(this.text[at - 1]!)) at--;
    while (at > 0 && wordCharacter.test(this.text[at - 1]!)) at--;
    return at;
  }
  #wordEnd(index: number): number {
    let at = index;
    while (at < this.text.length && !wordCharacter.test(this.text[at]!)) at++;
    while (at < this.text.length && wordCharacter.test(this.text[at]!)) at++;
    return at;
  }
  #lineStart(index: number): number {
    return index === 0 ? 0 : this.text.lastIndexOf('\n', index - 1) + 1;
  }
  #lineEnd(index: number): number {
    const end = this.text.indexOf('\n', index);
    return end === -1 ? this.text.length : end;
  }
}
