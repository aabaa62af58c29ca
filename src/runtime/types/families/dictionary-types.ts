// Hashtable, OrderedDictionary, Dictionary<K,V> and their relatives.

import { toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { isNumber } from '../../number/numeric.ts';
import { PSObject, type Value } from '../../values.ts';
import { callDelegate } from '../callable.ts';
import { type ComparerKind, comparerIgnoresCase, defaultEqual, StringComparer } from '../collections/comparer.ts';
import { GenericDictionary } from '../collections/dictionaries.ts';
import { Enumerator } from '../collections/enumerator.ts';
import {
  type Dictionary,
  DictionaryEntry,
  Hashtable,
  isDictionary,
  OrderedDictionary,
} from '../collections/hashtable.ts';
import { argumentOutOfRange } from '../collections/list.ts';
import { castFailure, noConversion } from '../conversion-errors.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { collectionOf, collectionTypes } from './key-collections.ts';
import { KeyValuePair } from './tuple.ts';

type Table = Dictionary & { readonly version: number; keys(): Value[]; values(): Value[] };

export function dictionaryEntries(table: Dictionary): Value[] {
  return [...table.entries()].map(([key, value]) => new DictionaryEntry(key, value));
}
export function keyValuePairs(table: GenericDictionary): Value[] {
  const [key, value] = table.psType.typeArguments;
  const type = knownType(`System.Collections.Generic.KeyValuePair\`2[${key!.id},${value!.id}]`);
  return [...table.entries()].map(([k, v]) => new KeyValuePair(type, k, v));
}

const tableProperties = {
  'bool IsReadOnly': () => false,
  'bool IsFixedSize': () => false,
  'bool IsSynchronized': () => false,
  'System.Collections.ICollection Keys': (t: Table) => collectionOf(t, 'keys'),
  'System.Collections.ICollection Values': (t: Table) => collectionOf(t, 'values'),
  'System.Object SyncRoot': (t: Table) => t,
  'int Count': (t: Table) => t.count,
};
const tableMethods: NonNullable<TypeSpec['methods']> = {
  'void Add(System.Object key, System.Object value)': (t: Hashtable, key: Value, value: Value) => t.add(key, value),
  'void Clear()': (t: Table) => t.clear(),
  'System.Object Clone()': (t: Hashtable) => t.clone(),
  'bool Contains(System.Object key)': (t: Table, key: Value) => t.has(key),
  'bool ContainsKey(System.Object key)': (t: Table, key: Value) => t.has(key),
  'bool ContainsValue(System.Object value)': (t: Table, value: Value) =>
    t.values().some((other) => defaultEqual(other, value)),
  'void CopyTo(System.Array array, int arrayIndex)': (t: Table, array: Value[], start: number) =>
    dictionaryEntries(t).forEach((entry, i) => void (array[start + i] = entry)),
  'System.Collections.IDictionaryEnumerator GetEnumerator()': (t: Table) =>
    new Enumerator(dictionaryEntries(t), 'System.Collections.Hashtable+HashtableEnumerator', () => t.version),
  'void Remove(System.Object key)': (t: Table, key: Value) => void t.remove(key),
  'System.Object get_Item(System.Object key)': (t: Table, key: Value) => t.get(key) ?? null,
  'void set_Item(System.Object key, System.Object value)': (t: Table, key: Value, value: Value) => t.set(key, value),
  'System.Object Item(System.Object key)': (t: Table, key: Value) => t.get(key) ?? null,
};

/** A number is no capacity here; a custom object fails in the constructor that takes a dictionary. */
function noHashtable(value: Value): never {
  const type = knownType('System.Collections.Hashtable');
  if (!(value instanceof PSObject)) throw noConversion(value, type);
  const cause = noConversion(value, type).options.inner!;
  throw castFailure(value, type, cause, 'InvalidCastConstructorException');
}

function fill<T extends Dictionary>(table: T, source: Value): T {
  if (isDictionary(source)) for (const [key, value] of source.entries()) table.set(key, value);
  return table;
}

function plainTables(): TypeSpec[] {
  const interfaces = [
    'System.Collections.IDictionary',
    'System.Collections.ICollection',
    'System.Collections.IEnumerable',
    'System.ICloneable',
  ];
  const {
    'System.Object Clone()': _clone,
    'bool ContainsKey(System.Object key)': _key,
    'bool ContainsValue(System.Object value)': _value,
    ...orderedMethods
  } = tableMethods;
  return [
    {
      name: 'System.Collections.Hashtable',
      interfaces,
      convert: (value: Value) =>
        isDictionary(value)
          ? fill(new Hashtable(), value)
          : value instanceof PSObject || isNumber(value)
            ? noHashtable(value)
            : undefined,
      constructors: {
        '()': () => new Hashtable(false),
        '(int capacity)': () => new Hashtable(false),
        '(System.Collections.IDictionary d)': (d: Value) => fill(new Hashtable(false), d),
        '(System.Collections.IEqualityComparer equalityComparer)': (comparer: Value) =>
          new Hashtable(comparerIgnoresCase(comparer)),
        '(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)': (
          d: Value,
          comparer: Value,
        ) => fill(new Hashtable(comparerIgnoresCase(comparer)), d),
      },
      properties: tableProperties,
      methods: tableMethods,
      staticMethods: { 'hashtable Synchronized(hashtable table)': (t: Hashtable) => t },
    },
    {
      name: 'System.Collections.Specialized.OrderedDictionary',
      interfaces: ['System.Collections.Specialized.IOrderedDictionary', ...interfaces.slice(0, 3)],
      assembly: 'System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a',
      convert: (value: Value) => (isDictionary(value) ? fill(new OrderedDictionary(), value) : undefined),
      constructors: {
        '()': () => new OrderedDictionary(false),
        '(int capacity)': () => new OrderedDictionary(false),
        '(System.Collections.IEqualityComparer comparer)': (comparer: Value) =>
          new OrderedDictionary(comparerIgnoresCase(comparer)),
      },
      properties: {
        'int Count': (t: Table) => t.count,
        'bool IsReadOnly': () => false,
        'System.Collections.ICollection Keys': (t: Table) => collectionOf(t, 'keys'),
        'System.Collections.ICollection Values': (t: Table) => collectionOf(t, 'values'),
        'bool IsFixedSize': () => false,
        'System.Object SyncRoot': (t: Table) => t,
        'bool IsSynchronized': () => false,
      },
      methods: {
        ...orderedMethods,
        'System.Collections.IDictionaryEnumerator GetEnumerator()': (t: Table) =>
          new Enumerator(
            dictionaryEntries(t),
            'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator',
            () => t.version,
          ),
        'void Insert(int index, System.Object key, System.Object value)': (
          t: OrderedDictionary,
          index: number,
          key: Value,
          value: Value,
        ) => {
          if (index < 0 || index > t.count)
            throw argumentOutOfRange('index', 'Specified argument was out of the range of valid values.');
          t.insert(index, key, value);
        },
        'void RemoveAt(int index)': (t: OrderedDictionary, index: number) => {
          const entry = t.at(index);
          if (!entry)
            throw argumentOutOfRange(
              'index',
              'Index was out of range. Must be non-negative and less than the size of the collection.',
            );
          t.remove(entry.key);
        },
        'System.Collections.Specialized.OrderedDictionary AsReadOnly()': (t: OrderedDictionary) => t,
      },
    },
    {
      name: 'System.Collections.Specialized.IOrderedDictionary',
      kind: 'interface',
      interfaces: ['System.Collections.IDictionary'],
    },
    {
      name: 'System.Collections.Hashtable+HashtableEnumerator',
      interfaces: ['System.Collections.IDictionaryEnumerator', 'System.Collections.IEnumerator'],
      ...entryEnumerator(),
    },
    {
      name: 'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator',
      interfaces: ['System.Collections.IDictionaryEnumerator', 'System.Collections.IEnumerator'],
      ...entryEnumerator(),
    },
    {
      name: 'System.Collections.DictionaryEntry',
      kind: 'struct',
      constructors: {
        '(System.Object key, System.Object value)': (key: Value, value: Value) => new DictionaryEntry(key, value),
      },
      aliasProperties: { Name: 'Key' },
      properties: {
        'System.Object Key': {
          get: (e: DictionaryEntry) => e.key,
          set: (e: DictionaryEntry, key: Value) => void (e.key = key),
        },
        'System.Object Value': {
          get: (e: DictionaryEntry) => e.value,
          set: (e: DictionaryEntry, value: Value) => void (e.value = value),
        },
      },
    },
  ];
}
function entryEnumerator(): Pick<TypeSpec, 'properties' | 'methods'> {
  return {
    properties: {
      'System.Object Current': (e: Enumerator) => e.current,
      'System.Collections.DictionaryEntry Entry': (e: Enumerator) => e.current,
      'System.Object Key': (e: Enumerator) => (e.current as DictionaryEntry).key,
      'System.Object Value': (e: Enumerator) => (e.current as DictionaryEntry).value,
    },
    methods: enumeratorMethods(),
  };
}
export function enumeratorMethods(): NonNullable<TypeSpec['methods']> {
  return {
    'bool MoveNext()': (e: Enumerator) => e.moveNext(),
    'void Reset()': (e: Enumerator) => e.reset(),
    'void Dispose()': () => undefined,
  };
}

function genericMethods(): NonNullable<TypeSpec['methods']> {
  return {
    'void Add(TKey key, TValue value)': (d: GenericDictionary, key: Value, value: Value) => d.add(key, value),
    'void Clear()': (d: GenericDictionary) => d.clear(),
    'bool ContainsKey(TKey key)': (d: GenericDictionary, key: Value) => d.has(key),
    'bool ContainsValue(TValue value)': (d: GenericDictionary, value: Value) =>
      d.values().some((other) => defaultEqual(other, value)),
    'System.Collections.IEnumerator GetEnumerator()': (d: GenericDictionary) =>
      new Enumerator(keyValuePairs(d), undefined, () => d.version),
    'bool Remove(TKey key)': (d: GenericDictionary, key: Value) => d.remove(key),
    'bool Remove(TKey key, ref TValue value)': (d: GenericDictionary, key: Value, out: { value: Value }) => {
      out.value = d.has(key) ? d.item(key) : (d.valueType?.spec.zero?.() ?? null);
      return d.remove(key);
    },
    'bool TryAdd(TKey key, TValue value)': (d: GenericDictionary, key: Value, value: Value) => {
      if (d.has(key)) return false;
      d.set(key, value);
      return true;
    },
    'bool TryGetValue(TKey key, ref TValue value)': (d: GenericDictionary, key: Value, out: { value: Value }) => {
      const found = d.has(key);
      out.value = found ? d.item(key) : (d.valueType?.spec.zero?.() ?? null);
      return found;
    },
    'TValue get_Item(TKey key)': requiredItem,
    'TValue Item(TKey key)': requiredItem,
    'void set_Item(TKey key, TValue value)': (d: GenericDictionary, key: Value, value: Value) => d.set(key, value),
  };
}
function requiredItem(d: GenericDictionary, key: Value): Value {
  if (!d.has(key))
    throw new DotNetException(
      'System.Collections.Generic.KeyNotFoundException',
      `The given key '${toText(key)}' was not present in the dictionary.`,
    );
  return d.item(key);
}

function genericTable(name: string, sorted: boolean, extra: Partial<TypeSpec> = {}): TypeSpec {
  const make = function (this: PSType, ...args: Value[]): Value {
    const comparer = args.find((argument) => argument instanceof StringComparer);
    return fill(new GenericDictionary(this, { sorted, comparer }), args[0]);
  };
  const comparerType = sorted ? 'System.Collections.IComparer' : 'System.Collections.IEqualityComparer';
  const interfaces = [
    'System.Collections.Generic.IDictionary[TKey,TValue]',
    'System.Collections.Generic.ICollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]',
    'System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]',
    'System.Collections.IEnumerable',
    'System.Collections.IDictionary',
    'System.Collections.ICollection',
    'System.Collections.Generic.IReadOnlyDictionary[TKey,TValue]',
  ];
  return {
    name,
    generics: ['TKey', 'TValue'],
    interfaces,
    constructors: {
      '()': make,
      [`(${comparerType} comparer)`]: make,
      '(int capacity)': make,
      '(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)': make,
      [`(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, ${comparerType} comparer)`]: make,
      [`(int capacity, ${comparerType} comparer)`]: make,
    },
    properties: {
      'System.Object Comparer': (d: GenericDictionary) => d.comparer,
      'int Count': (d: GenericDictionary) => d.count,
      'int Capacity': (d: GenericDictionary) => d.count,
      'System.Collections.ICollection Keys': (d: GenericDictionary) => collectionOf(d, 'keys'),
      'System.Collections.ICollection Values': (d: GenericDictionary) => collectionOf(d, 'values'),
      'bool IsReadOnly': () => false,
      'bool IsFixedSize': () => false,
      'System.Object SyncRoot': (d: GenericDictionary) => d,
      'bool IsSynchronized': () => false,
    },
    methods: { ...genericMethods(), ...extra.methods },
  };
}

const sortedListMethods: NonNullable<TypeSpec['methods']> = {
  'int IndexOfKey(System.Object key)': (d: GenericDictionary, key: Value) =>
    d.keys().findIndex((other) => defaultEqual(other, key)),
  'int IndexOfValue(System.Object value)': (d: GenericDictionary, value: Value) =>
    d.values().findIndex((other) => defaultEqual(other, value)),
  'System.Object GetKey(int index)': (d: GenericDictionary, index: number) => d.keys()[index],
  'System.Object GetByIndex(int index)': (d: GenericDictionary, index: number) => d.values()[index],
  'void RemoveAt(int index)': (d: GenericDictionary, index: number) => void d.remove(d.keys()[index]),
};
const concurrentMethods: NonNullable<TypeSpec['methods']> = {
  'bool TryRemove(TKey key, ref TValue value)': (d: GenericDictionary, key: Value, out: { value: Value }) => {
    out.value = d.item(key) ?? null;
    return d.remove(key);
  },
  'bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)': (
    d: GenericDictionary,
    key: Value,
    value: Value,
    expected: Value,
  ) => {
    if (!d.has(key) || !defaultEqual(d.item(key), expected)) return false;
    d.set(key, value);
    return true;
  },
  'TValue GetOrAdd(TKey key, System.Object value)': (d: GenericDictionary, key: Value, value: Value) => {
    if (!d.has(key))
      d.set(key, typeof value === 'object' && value !== null && 'ast' in value ? callDelegate(value, [key]) : value);
    return d.item(key);
  },
  'TValue AddOrUpdate(TKey key, System.Object addValue, System.Object updateValueFactory)': (
    d: GenericDictionary,
    key: Value,
    value: Value,
    update: Value,
  ) => {
    d.set(key, d.has(key) ? callDelegate(update, [key, d.item(key)]) : value);
    return d.item(key);
  },
};

export function dictionaryTypes(): TypeSpec[] {
  const makeSorted = function (this: PSType, ...args: Value[]): Value {
    return fill(new GenericDictionary(this, { sorted: true }), args[0]);
  };
  const kinds: ComparerKind[] = [
    'CurrentCulture',
    'CurrentCultureIgnoreCase',
    'InvariantCulture',
    'InvariantCultureIgnoreCase',
    'Ordinal',
    'OrdinalIgnoreCase',
  ];
  return [
    ...plainTables(),
    ...collectionTypes(),
    genericTable('System.Collections.Generic.Dictionary`2', false),
    genericTable('System.Collections.Generic.SortedDictionary`2', true),
    genericTable('System.Collections.Generic.SortedList`2', true, { methods: sortedListMethods }),
    genericTable('System.Collections.Concurrent.ConcurrentDictionary`2', false, { methods: concurrentMethods }),
    genericTable('System.Collections.Generic.OrderedDictionary`2', false),
    {
      name: 'System.Collections.SortedList',
      interfaces: [
        'System.Collections.IDictionary',
        'System.Collections.ICollection',
        'System.Collections.IEnumerable',
        'System.ICloneable',
      ],
      constructors: {
        '()': makeSorted,
        '(System.Collections.IDictionary d)': makeSorted,
        '(int initialCapacity)': makeSorted,
      },
      properties: tableProperties,
      methods: { ...tableMethods, ...sortedListMethods },
    },
    {
      name: 'System.StringComparer',
      abstract: true,
      interfaces: [
        'System.Collections.IComparer',
        'System.Collections.IEqualityComparer',
        'System.Collections.Generic.IComparer`1[System.String]',
        'System.Collections.Generic.IEqualityComparer`1[System.String]',
      ],
      methods: {
        'int Compare(System.Object x, System.Object y)': (c: StringComparer, a: Value, b: Value) => c.compare(a, b),
        'bool Equals(System.Object x, System.Object y)': (c: StringComparer, a: Value, b: Value) => c.equal(a, b),
      },
      staticProperties: Object.fromEntries(
        kinds.map((kind) => [`System.StringComparer ${kind}`, () => new StringComparer(kind)]),
      ),
    },
  ];
}
