// Lines of standard input, read without an event loop: what is piped in, for commands and for what they ask.

import { readSync } from 'node:fs';

export class LineInput {
  #rest: Buffer = Buffer.alloc(0);
  #ended = false;

  /** Next line without its end; undefined at the end of the input. */
  next(): string | undefined {
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end >= 0) return this.#take(end, end + 1);
      if (this.#ended) return this.#rest.length === 0 ? undefined : this.#take(this.#rest.length, this.#rest.length);
      this.#fill();
    }
  }

  #take(end: number, next: number): string {
    const line = this.#rest.subarray(0, end);
    this.#rest = this.#rest.subarray(next);
    const text = line.toString('utf8').replace(/^\ufeff/, '');
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  #fill(): void {
    const piece = Buffer.alloc(65_536);
    try {
      const length = readSync(0, piece, 0, piece.length, null);
      if (length === 0) this.#ended = true;
      else this.#rest = Buffer.concat([this.#rest, piece.subarray(0, length)]);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      // Closed, or a terminal that is gone: the end.
      else if (code === 'EOF' || code === 'EBADF' || code === 'EIO') this.#ended = true;
      else throw error;
    }
  }
}
