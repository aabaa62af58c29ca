// ArrayList, List<T> and the other collections that hold their items in a row.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';

/** Anything with items by position. The pipeline enumerates it. */
export abstract class ItemList {
  readonly items: Value[];
  constructor(items: Value[] = []) {
    this.items = items;
  }
  abstract get psType(): PSType;
  [Symbol.iterator](): IterableIterator<Value> {
    return this.items[Symbol.iterator]();
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
