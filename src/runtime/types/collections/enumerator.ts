// IEnumerator: what GetEnumerator() gives. The pipeline takes it apart as it does a collection.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';

export function collectionModified(): DotNetException {
  return new DotNetException(
    'System.InvalidOperationException',
    'Collection was modified; enumeration operation may not execute.',
  );
}

export class Enumerator {
  private position = -1;
  private readonly items: readonly Value[];
  readonly typeName: string;
  private readonly version: number;
  /** `versionNow` tells of changes: the enumerator of a table that has changed since does not go on. */
  constructor(
    items: readonly Value[],
    typeName = 'System.Collections.ArrayList+ArrayListEnumeratorSimple',
    private readonly versionNow = () => 0,
  ) {
    this.items = items;
    this.typeName = typeName;
    this.version = versionNow();
  }
  get psType(): PSType {
    return knownType(this.typeName);
  }
  moveNext(): boolean {
    if (this.versionNow() !== this.version) throw collectionModified();
    if (this.position < this.items.length) this.position++;
    return this.position < this.items.length;
  }
  get current(): Value {
    if (this.position < 0)
      throw new DotNetException('System.InvalidOperationException', 'Enumeration has not started. Call MoveNext.');
    if (this.position >= this.items.length)
      throw new DotNetException('System.InvalidOperationException', 'Enumeration already finished.');
    return this.items[this.position];
  }
  reset(): void {
    this.position = -1;
  }
  *[Symbol.iterator](): IterableIterator<Value> {
    while (this.moveNext()) yield this.current;
  }
}
