// Arrays of two and more dimensions: [int[,]]::new(2,3).

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { arrayType, type PSType } from '../registry.ts';

export class MultiArray {
  readonly items: Value[];
  constructor(
    readonly elementType: PSType,
    readonly lengths: number[],
    fill: Value,
  ) {
    this.items = new Array(lengths.reduce((product, length) => product * length, 1)).fill(fill);
  }
  get psType(): PSType {
    return arrayType(this.elementType, this.lengths.length);
  }
  private offset(indexes: readonly number[]): number {
    let offset = 0;
    this.lengths.forEach((length, dimension) => {
      const index = indexes[dimension]!;
      if (index < 0 || index >= length)
        throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
      offset = offset * length + index;
    });
    return offset;
  }
  get(indexes: readonly number[]): Value {
    return this.items[this.offset(indexes)];
  }
  set(indexes: readonly number[], value: Value): void {
    this.items[this.offset(indexes)] = value;
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.items[Symbol.iterator]();
  }
}
