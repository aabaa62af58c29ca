// Dictionary<K,V>, SortedDictionary, SortedList, ConcurrentDictionary and the non-generic SortedList.

import { convertTo, toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import type { PSType } from '../registry.ts';
import { defaultCompare, StringComparer } from './comparer.ts';
import type { Dictionary } from './hashtable.ts';
import { keyOf } from './key.ts';

interface Entry {
  key: Value;
  value: Value;
}

export class GenericDictionary implements Dictionary {
  readonly isDictionary = true;
  readonly psType: PSType;
  readonly comparer: Value;
  readonly sorted: boolean;
  /** Grows with every new key: an enumeration under way notices it. */
  version = 0;
  private readonly map = new Map<unknown, Entry>();
  private readonly ignoreCase: boolean;
  private order: Entry[] | undefined;

  constructor(type: PSType, options: { comparer?: Value; sorted?: boolean } = {}) {
    this.psType = type;
    this.comparer = options.comparer ?? null;
    this.sorted = options.sorted ?? false;
    this.ignoreCase = options.comparer instanceof StringComparer && options.comparer.ignoreCase;
  }
  get keyType(): PSType | undefined {
    return this.psType.typeArguments[0];
  }
  get valueType(): PSType | undefined {
    return this.psType.typeArguments[1];
  }
  get count(): number {
    return this.map.size;
  }
  private slot(key: Value): unknown {
    if (key === null || key === undefined)
      throw new DotNetException('System.ArgumentNullException', "Value cannot be null. (Parameter 'key')", {
        properties: { ParamName: 'key' },
      });
    if (
      typeof key === 'string' &&
      !this.ignoreCase &&
      (this.keyType === undefined || this.keyType.id === 'System.String')
    )
      return key;
    return keyOf(this.keyType ? convertTo(key, this.keyType) : key, this.ignoreCase);
  }
  has(key: Value): boolean {
    return this.map.has(this.slot(key));
  }
  get(key: Value): Value {
    try {
      return this.map.get(this.slot(key))?.value;
    } catch (error) {
      if (error instanceof DotNetException) return undefined;
      throw error;
    }
  }
  /** The indexer: an absent key is null in PowerShell's indexing. */
  item(key: Value): Value {
    return this.map.get(this.slot(key))?.value;
  }
  set(key: Value, value: Value): void {
    const slot = this.slot(key);
    const converted = this.valueType ? convertTo(value, this.valueType) : value;
    const entry = this.map.get(slot);
    if (entry) entry.value = converted;
    else {
      this.version++;
      this.map.set(slot, { key: this.keyType ? convertTo(key, this.keyType) : key, value: converted });
      this.order = undefined;
    }
  }
  add(key: Value, value: Value): void {
    if (this.has(key)) {
      const message =
        this.sorted && this.psType.typeArguments.length === 0
          ? `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`
          : `An item with the same key has already been added. Key: ${toText(key)}`;
      throw new DotNetException('System.ArgumentException', message);
    }
    this.set(key, value);
  }
  remove(key: Value): boolean {
    this.order = undefined;
    return this.map.delete(this.slot(key));
  }
  clear(): void {
    this.map.clear();
    this.order = undefined;
  }
  private ordered(): Entry[] {
    if (!this.sorted) return [...this.map.values()];
    if (!this.order) {
      const by = this.comparer instanceof StringComparer ? this.comparer : undefined;
      this.order = [...this.map.values()].sort((a, b) =>
        by ? by.compare(a.key, b.key) : defaultCompare(a.key, b.key),
      );
    }
    return this.order;
  }
  *entries(): IterableIterator<[Value, Value]> {
    for (const entry of this.ordered()) yield [entry.key, entry.value];
  }
  keys(): Value[] {
    return this.ordered().map((entry) => entry.key);
  }
  values(): Value[] {
    return this.ordered().map((entry) => entry.value);
  }
}
