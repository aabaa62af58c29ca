// Chance in scripts: from the sandbox's seed and what has happened in it, so that a script gives the same output again.

import type { Origin } from '../../state/store/journal-record.ts';
import type { RandomSource } from '../runtime/host.ts';
import { RandomGenerator } from '../transport/kernel/random.ts';

export class ScriptRandom implements RandomSource {
  readonly #store: () => { readonly origin: Origin; readonly sequence: number };
  #generator: RandomGenerator | undefined;

  /** The sandbox is opened when the first number is wanted. */
  constructor(store: () => { readonly origin: Origin; readonly sequence: number }) {
    this.#store = store;
  }

  nextUint32(): number {
    if (!this.#generator) {
      const { origin, sequence } = this.#store();
      this.#generator = new RandomGenerator(Math.imul(origin.seed + 1, 0x9e3779b1) ^ sequence);
    }
    return this.#generator.nextUint32();
  }

  /** In another sandbox. */
  restart(): void {
    this.#generator = undefined;
  }
}
