// Writing to the process's standard output and error: at once to a terminal, in larger pieces to a pipe or a file, always in order.

import { writeSync } from 'node:fs';
import { monotonicMs } from '../node-process.ts';

const PIECE = 32_768;
const FLUSH_AFTER_MS = 20;

/** Thrown when the reader of the output is gone (`hubshell … | head`): nothing more needs to run. */
export class OutputClosed {}

function writeAll(descriptor: number, text: string): void {
  let data = Buffer.from(text, 'utf8');
  while (data.length > 0) {
    try {
      data = data.subarray(writeSync(descriptor, data));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EBADF' || code === 'EIO') throw new OutputClosed();
      if (code !== 'EAGAIN') throw error;
      // A pipe that Node made non-blocking is full: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

export class Output {
  readonly #terminal: boolean;
  #pending: string[] = [];
  #size = 0;
  #flushedAtMs = 0;
  /** Called before anything is written: the progress bar takes itself away. */
  beforeWrite: (() => void) | undefined;

  constructor(terminal: boolean) {
    this.#terminal = terminal;
  }

  write(text: string): void {
    if (text === '') return;
    this.#pending.push(text);
    this.#size += text.length;
    if (this.#terminal || this.#size > PIECE || monotonicMs() - this.#flushedAtMs > FLUSH_AFTER_MS) this.flush();
  }

  writeError(text: string): void {
    this.flush();
    this.beforeWrite?.();
    writeAll(2, text);
  }

  flush(): void {
    if (this.#size === 0) return;
    const text = this.#pending.join('');
    this.#pending = [];
    this.#size = 0;
    this.beforeWrite?.();
    writeAll(1, text);
    this.#flushedAtMs = monotonicMs();
  }
}
