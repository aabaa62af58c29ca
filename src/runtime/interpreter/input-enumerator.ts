// What `$input` is: an enumerator over the objects that came through the pipeline.

import type { Value } from '../values.ts';

export class InputEnumerator {
  private index = -1;
  constructor(private readonly items: readonly Value[]) {}

  get current(): Value {
    return this.items[this.index] ?? null;
  }
  moveNext(): boolean {
    if (this.index < this.items.length) this.index++;
    return this.index < this.items.length;
  }
  reset(): void {
    this.index = -1;
  }
  /** Goes on from where it is and leaves nothing. */
  *[Symbol.iterator](): Generator<Value> {
    while (this.moveNext()) yield this.current;
  }
}
