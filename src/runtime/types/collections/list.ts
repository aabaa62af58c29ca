// ArrayList, List<T> and the other collections that hold their items in a row.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';
import { collectionModified } from './enumerator.ts';

/** What enumerates a collection that changes meanwhile throws when it goes on. */
class GuardedIterator implements IterableIterator<Value> {
  private position = 0;
  private readonly version: number;
  constructor(
    private readonly items: readonly Value[],
    private readonly versionNow: () => number,
  ) {
    this.version = versionNow();
  }
  next(): IteratorResult<Value> {
    if (this.versionNow() !== this.version) throw collectionModified();
    if (this.position >= this.items.length) return { done: true, value: undefined };
    return { done: false, value: this.items[this.position++] };
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this;
  }
}

/** Anything with items by position. The pipeline enumerates it. */
export abstract class ItemList {
  readonly items: Value[];
  constructor(items: Value[] = []) {
    this.items = items;
  }
  abstract get psType(): PSType;
  [Symbol.iterator](): IterableIterator<Value> {
    return new GuardedIterator(this.items, () => this.items.length);
  }
}
export class ArrayList extends ItemList {
  /** Fixed size or read-only wrappers refuse changes. */
  restriction: 'fixed' | 'read-only' | undefined;
  get psType(): PSType {
    return knownType('System.Collections.ArrayList');
  }
}

/** List<T>, Collection<T>, ObservableCollection<T>, ReadOnlyCollection<T>: which one says the type. */
export class GenericList extends ItemList {
  readonly psType: PSType;
  constructor(type: PSType, items: Value[] = []) {
    super(items);
    this.psType = type;
  }
  get elementType(): PSType {
    return this.psType.typeArguments[0]!;
  }
}

/** The keys or values of a table as they were when they were asked for. */
export class TableView extends GenericList {
  constructor(
    type: PSType,
    items: Value[],
    private readonly table: { readonly version: number },
  ) {
    super(type, items);
  }
  override [Symbol.iterator](): IterableIterator<Value> {
    return new GuardedIterator(this.items, () => this.table.version);
  }
}

export function argumentOutOfRange(parameter: string, text: string): DotNetException {
  return new DotNetException('System.ArgumentOutOfRangeException', `${text} (Parameter '${parameter}')`, {
    properties: { ParamName: parameter },
  });
}
export function indexOutOfRange(): DotNetException {
  return argumentOutOfRange(
    'index',
    'Index was out of range. Must be non-negative and less than the size of the collection.',
  );
}
