// Ctrl+C as a number in shared memory: the terminal's thread sets it, the shell's thread tests it at every back edge.

import type { Interrupt } from '../../runtime/host.ts';
import { INTERRUPTED } from './protocol.ts';

export class SharedInterrupt implements Interrupt {
  readonly #shared: Int32Array<SharedArrayBuffer>;

  constructor(shared: Int32Array<SharedArrayBuffer>) {
    this.#shared = shared;
  }
  get requested(): boolean {
    return Atomics.load(this.#shared, INTERRUPTED) !== 0;
  }
  clear(): void {
    Atomics.store(this.#shared, INTERRUPTED, 0);
  }
  /** Lets real time pass; ends early at Ctrl+C. */
  wait(milliseconds: number): void {
    Atomics.wait(this.#shared, INTERRUPTED, 0, milliseconds);
  }
}
