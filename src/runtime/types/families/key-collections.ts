// What Keys and Values of dictionaries give.

import type { Value } from '../../values.ts';
import { defaultEqual } from '../collections/comparer.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { Hashtable, OrderedDictionary } from '../collections/hashtable.ts';
import { ArrayList, type GenericList, TableView } from '../collections/list.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType, resolveType } from '../registry.ts';

interface Table {
  readonly version: number;
  keys(): Value[];
  values(): Value[];
}

/** Keys and Values: a snapshot that counts as a collection of its own. */
export function collectionOf(table: object, part: 'keys' | 'values'): Value {
  const source = table as Table & { psType: PSType };
  const items = source[part]();
  const type = source.psType;
  if (table instanceof Hashtable)
    return new TableView(
      knownType(`System.Collections.Hashtable+${part === 'keys' ? 'Key' : 'Value'}Collection`),
      items,
      source,
    );
  if (table instanceof OrderedDictionary)
    return new TableView(
      knownType('System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection'),
      items,
      source,
    );
  const nested = `System.Collections.Generic.${type.name.replace(/`.*/, '')}\`2+${part === 'keys' ? 'Key' : 'Value'}Collection`;
  const [key, value] = type.typeArguments;
  const found = key && value && resolveType(`${nested}[${key.id},${value.id}]`);
  return found ? new TableView(found, items, source) : new ArrayList(items);
}
const collectionMembers: Pick<TypeSpec, 'properties' | 'methods' | 'interfaces'> = {
  interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
  properties: {
    'int Count': (c: GenericList) => c.items.length,
    'bool IsSynchronized': () => false,
    'System.Object SyncRoot': (c: GenericList) => c,
  },
  methods: {
    'void CopyTo(System.Array array, int index)': (c: GenericList, array: Value[], start: number) =>
      c.items.forEach((item, i) => void (array[start + i] = item)),
    'bool Contains(System.Object item)': (c: GenericList, item: Value) =>
      c.items.some((other) => defaultEqual(other, item)),
    'System.Collections.IEnumerator GetEnumerator()': (c: GenericList) => new Enumerator(c.items),
  },
};
export function collectionTypes(): TypeSpec[] {
  const plain = [
    'System.Collections.Hashtable+KeyCollection',
    'System.Collections.Hashtable+ValueCollection',
    'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection',
  ];
  const generic = ['Dictionary', 'SortedDictionary', 'SortedList'].flatMap((name) => [
    `System.Collections.Generic.${name}\`2+KeyCollection`,
    `System.Collections.Generic.${name}\`2+ValueCollection`,
  ]);
  return [
    ...plain.map((name): TypeSpec => ({ name, ...collectionMembers })),
    ...generic.map((name): TypeSpec => ({ name, generics: ['TKey', 'TValue'], ...collectionMembers })),
  ];
}
