// Hashtable and OrderedDictionary. Keys of the tables that scripts write (`@{}`, `[ordered]@{}`) ignore case.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType, typeNameOf } from '../registry.ts';
import { keyOf } from './key.ts';

interface Entry {
  key: Value;
  value: Value;
}

/** What every dictionary can do; indexing, member access and conversion rely on it. */
export interface Dictionary {
  readonly count: number;
  has(key: Value): boolean;
  /** Undefined when absent. */
  get(key: Value): Value;
  set(key: Value, value: Value): void;
  remove(key: Value): boolean;
  clear(): void;
  entries(): IterableIterator<[Value, Value]>;
}
export function isDictionary(value: Value): value is Dictionary & object {
  return typeof value === 'object' && value !== null && 'isDictionary' in value;
}

function keyNull(): DotNetException {
  return new DotNetException('System.ArgumentNullException', "Value cannot be null. (Parameter 'key')", {
    properties: { ParamName: 'key' },
  });
}

abstract class KeyedTable implements Dictionary {
  readonly isDictionary = true;
  protected readonly map = new Map<unknown, Entry>();
  readonly ignoreCase: boolean;
  /** Grows with every change: an enumeration under way notices it. */
  version = 0;
  constructor(ignoreCase = true) {
    this.ignoreCase = ignoreCase;
  }
  abstract get psType(): PSType;
  get count(): number {
    return this.map.size;
  }
  has(key: Value): boolean {
    if (key === null || key === undefined) throw keyNull();
    return this.map.has(keyOf(key, this.ignoreCase));
  }
  get(key: Value): Value {
    if (typeof key === 'string') return this.map.get(this.ignoreCase ? key.toLowerCase() : key)?.value;
    if (key === null || key === undefined) return undefined;
    return this.map.get(keyOf(key, this.ignoreCase))?.value;
  }
  /** Look-up by a name that is already in lower case; only for tables that ignore case. */
  getLower(lowerName: string): Value {
    return this.map.get(lowerName)?.value;
  }
  set(key: Value, value: Value): void {
    if (key === null || key === undefined) throw keyNull();
    const mapKey = typeof key === 'string' ? (this.ignoreCase ? key.toLowerCase() : key) : keyOf(key, this.ignoreCase);
    const entry = this.map.get(mapKey);
    this.version++;
    if (entry) entry.value = value;
    else this.map.set(mapKey, { key, value });
  }
  add(key: Value, value: Value): void {
    if (this.has(key)) throw this.duplicate(key);
    this.set(key, value);
  }
  protected abstract duplicate(key: Value): DotNetException;
  /** The key as it was first added. */
  protected storedKey(key: Value): Value {
    return this.map.get(keyOf(key, this.ignoreCase))?.key;
  }
  remove(key: Value): boolean {
    if (key === null || key === undefined) throw keyNull();
    this.version++;
    return this.map.delete(keyOf(key, this.ignoreCase));
  }
  clear(): void {
    this.version++;
    this.map.clear();
  }
  *entries(): IterableIterator<[Value, Value]> {
    for (const entry of this.map.values()) yield [entry.key, entry.value];
  }
  keys(): Value[] {
    const keys: Value[] = [];
    for (const [key] of this.entries()) keys.push(key);
    return keys;
  }
  values(): Value[] {
    const values: Value[] = [];
    for (const [, value] of this.entries()) values.push(value);
    return values;
  }
}

export class Hashtable extends KeyedTable {
  get psType(): PSType {
    return knownType('System.Collections.Hashtable');
  }
  protected duplicate(key: Value): DotNetException {
    return new DotNetException(
      'System.ArgumentException',
      `Item has already been added. Key in dictionary: '${displayKey(this.storedKey(key))}'  Key being added: '${displayKey(key)}'`,
    );
  }
  static from(entries: Iterable<[Value, Value]>): Hashtable {
    const table = new Hashtable();
    for (const [key, value] of entries) table.set(key, value);
    return table;
  }
  clone(): Hashtable {
    const copy = new Hashtable(this.ignoreCase);
    for (const [key, value] of this.entries()) copy.set(key, value);
    return copy;
  }
}

export class OrderedDictionary extends KeyedTable {
  get psType(): PSType {
    return knownType('System.Collections.Specialized.OrderedDictionary');
  }
  protected duplicate(key: Value): DotNetException {
    return new DotNetException(
      'System.ArgumentException',
      `Item has already been added. Key in dictionary: '${displayKey(this.storedKey(key))}'  Key being added: '${displayKey(key)}'`,
    );
  }
  /** Value at a position; undefined when there is none. */
  at(index: number): { key: Value; value: Value } | undefined {
    if (index < 0 || index >= this.map.size) return undefined;
    for (const entry of this.map.values()) if (index-- === 0) return entry;
    return undefined;
  }
  setAt(index: number, value: Value): boolean {
    const entry = this.at(index);
    this.version++;
    if (entry) entry.value = value;
    return entry !== undefined;
  }
  insert(index: number, key: Value, value: Value): void {
    if (this.has(key)) throw this.duplicate(key);
    this.version++;
    const entries = [...this.map.entries()];
    entries.splice(index, 0, [keyOf(key, this.ignoreCase), { key, value }]);
    this.map.clear();
    for (const [mapKey, entry] of entries) this.map.set(mapKey, entry);
  }
}

function displayKey(key: Value): string {
  return typeof key === 'object' && key !== null ? typeNameOf(key) : String(key);
}

/** What enumerating a dictionary gives: key and value. */
export class DictionaryEntry {
  constructor(
    public key: Value,
    public value: Value,
  ) {}
  get psType(): PSType {
    return knownType('System.Collections.DictionaryEntry');
  }
}
