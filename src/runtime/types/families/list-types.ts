// ArrayList, List<T>, Collection<T>, ReadOnlyCollection<T>, ObservableCollection<T>, and the interfaces of collections.

import { toBool, tryConvertTo } from '../../convert.ts';
import { isEnumerable, toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import { typedArray, type Value } from '../../values.ts';
import { callDelegate } from '../callable.ts';
import { defaultCompare, defaultEqual } from '../collections/comparer.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { isDictionary } from '../collections/hashtable.ts';
import { ArrayList, argumentOutOfRange, GenericList, type ItemList, indexOutOfRange } from '../collections/list.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { collectionInterfaces, enumeratorTypes } from './collection-interfaces.ts';
import { dictionaryEntries } from './dictionary-types.ts';
import { sorter, sortRange } from './sorting.ts';

const matches = (predicate: Value, item: Value): boolean => toBool(callDelegate(predicate, [item]));

function checkIndex(list: ItemList, index: number): void {
  if (index < 0 || index >= list.items.length) throw indexOutOfRange();
}
function checkRange(list: ItemList, index: number, count: number): void {
  if (index < 0) throw argumentOutOfRange('index', 'Non-negative number required.');
  if (count < 0) throw argumentOutOfRange('count', 'Non-negative number required.');
  if (index + count > list.items.length)
    throw new DotNetException(
      'System.ArgumentException',
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
}
function changeable(list: ItemList): void {
  const restriction = (list as Partial<ArrayList>).restriction;
  if (restriction === 'fixed')
    throw new DotNetException('System.NotSupportedException', 'Collection was of a fixed size.');
  if (restriction === 'read-only')
    throw new DotNetException('System.NotSupportedException', 'Collection is read-only.');
}

/** Members that lists have in common; `T` is the element type. */
function common(T: string): NonNullable<TypeSpec['methods']> {
  return {
    'void Clear()': (list: ItemList) => {
      changeable(list);
      list.items.length = 0;
    },
    [`bool Contains(${T} item)`]: (list: ItemList, item: Value) =>
      list.items.some((other) => defaultEqual(other, item)),
    [`void CopyTo(${T}[] array)`]: (list: ItemList, array: Value[]) => copyTo(list, array, 0),
    [`void CopyTo(${T}[] array, int arrayIndex)`]: copyTo,
    'System.Collections.IEnumerator GetEnumerator()': (list: ItemList) =>
      new Enumerator(
        list.items,
        list instanceof GenericList && list.psType.name === 'List`1'
          ? `System.Collections.Generic.List\`1+Enumerator[${list.elementType.id}]`
          : undefined,
      ),
    [`int IndexOf(${T} item)`]: (list: ItemList, item: Value) =>
      list.items.findIndex((other) => defaultEqual(other, item)),
    [`void Insert(int index, ${T} item)`]: (list: ItemList, index: number, item: Value) => {
      changeable(list);
      if (index < 0 || index > list.items.length)
        throw argumentOutOfRange(
          'index',
          list instanceof ArrayList
            ? 'Index was out of range. Must be non-negative and less than or equal to the size of the collection.'
            : 'Index must be within the bounds of the List.',
        );
      list.items.splice(index, 0, item);
    },
    'void RemoveAt(int index)': (list: ItemList, index: number) => {
      changeable(list);
      checkIndex(list, index);
      list.items.splice(index, 1);
    },
    [`${T} get_Item(int index)`]: itemAt,
    [`void set_Item(int index, ${T} value)`]: (list: ItemList, index: number, value: Value) => {
      checkIndex(list, index);
      list.items[index] = value;
    },
  };
}
function itemAt(list: ItemList, index: number): Value {
  checkIndex(list, index);
  return list.items[index];
}
function copyTo(list: ItemList, array: Value[], start: number): void {
  if (start + list.items.length > array.length)
    throw new DotNetException(
      'System.ArgumentException',
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')",
    );
  for (let i = 0; i < list.items.length; i++) array[start + i] = list.items[i];
}
function removeItem(list: ItemList, item: Value): boolean {
  changeable(list);
  const index = list.items.findIndex((other) => defaultEqual(other, item));
  if (index >= 0) list.items.splice(index, 1);
  return index >= 0;
}

function rangeMethods(T: string): NonNullable<TypeSpec['methods']> {
  return {
    'void RemoveRange(int index, int count)': (list: ItemList, index: number, count: number) => {
      checkRange(list, index, count);
      list.items.splice(index, count);
    },
    'void Reverse()': (list: ItemList) => void list.items.reverse(),
    'void Reverse(int index, int count)': (list: ItemList, index: number, count: number) => {
      checkRange(list, index, count);
      list.items.splice(index, count, ...list.items.slice(index, index + count).reverse());
    },
    [`int BinarySearch(${T} item)`]: (list: ItemList, item: Value) => binarySearch(list.items, item),
    [`int LastIndexOf(${T} item)`]: (list: ItemList, item: Value) =>
      list.items.findLastIndex((other) => defaultEqual(other, item)),
    [`int IndexOf(${T} item, int index)`]: (list: ItemList, item: Value, start: number) =>
      list.items.findIndex((other, i) => i >= start && defaultEqual(other, item)),
  };
}
/** Index of the item, or the complement of where it would be inserted. */
export function binarySearch(items: readonly Value[], item: Value): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = defaultCompare(items[middle], item);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}

function arrayListMethods(): NonNullable<TypeSpec['methods']> {
  const O = 'System.Object';
  return {
    'int Add(System.Object value)': (list: ArrayList, value: Value) => {
      changeable(list);
      return list.items.push(value) - 1;
    },
    'void AddRange(System.Collections.ICollection c)': (list: ArrayList, values: Value) => {
      changeable(list);
      list.items.push(...toArray(values));
    },
    ...common(O),
    ...rangeMethods(O),
    'System.Object Clone()': (list: ArrayList) => new ArrayList([...list.items]),
    'System.Collections.ArrayList GetRange(int index, int count)': (list: ArrayList, index: number, count: number) => {
      checkRange(list, index, count);
      return new ArrayList(list.items.slice(index, index + count));
    },
    'void InsertRange(int index, System.Collections.ICollection c)': (list: ArrayList, index: number, values: Value) =>
      void list.items.splice(index, 0, ...toArray(values)),
    'void Remove(System.Object obj)': removeItem,
    'void SetRange(int index, System.Collections.ICollection c)': (list: ArrayList, index: number, values: Value) =>
      void list.items.splice(index, toArray(values).length, ...toArray(values)),
    'void Sort()': (list: ArrayList) => sortRange(list.items, defaultCompare),
    'void Sort(System.Collections.IComparer comparer)': (list: ArrayList, comparer: Value) =>
      sortRange(list.items, sorter(comparer)),
    'System.Object[] ToArray()': (list: ArrayList) => [...list.items],
    'System.Array ToArray(type type)': (list: ArrayList, type: PSType) => typedArray([...list.items], type.id),
    'void TrimToSize()': () => undefined,
  };
}

function genericListMethods(): NonNullable<TypeSpec['methods']> {
  const made = (list: GenericList, items: Value[]): GenericList => new GenericList(list.psType, items);
  return {
    'void Add(T item)': (list: GenericList, item: Value) => void list.items.push(item),
    'void AddRange(System.Collections.Generic.IEnumerable[T] collection)': (list: GenericList, values: Value) =>
      void list.items.push(...toArray(values)),
    'System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()': (list: GenericList) =>
      new GenericList(
        knownType(`System.Collections.ObjectModel.ReadOnlyCollection\`1[${list.elementType.id}]`),
        list.items,
      ),
    ...common('T'),
    ...rangeMethods('T'),
    'System.Object ConvertAll(System.Object converter)': (list: GenericList, converter: Value) =>
      new GenericList(
        knownType('System.Collections.Generic.List`1[System.Object]'),
        list.items.map((item) => callDelegate(converter, [item])),
      ),
    'bool Exists(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.some((item) => matches(match, item)),
    'T Find(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.find((item) => matches(match, item)) ?? defaultOf(list),
    'System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      made(
        list,
        list.items.filter((item) => matches(match, item)),
      ),
    'int FindIndex(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.findIndex((item) => matches(match, item)),
    'T FindLast(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.findLast((item) => matches(match, item)) ?? defaultOf(list),
    'int FindLastIndex(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.findLastIndex((item) => matches(match, item)),
    'void ForEach(System.Action[T] action)': (list: GenericList, action: Value) => {
      for (const item of [...list.items]) callDelegate(action, [item]);
    },
    'System.Collections.Generic.List[T] GetRange(int index, int count)': (
      list: GenericList,
      index: number,
      count: number,
    ) => {
      checkRange(list, index, count);
      return made(list, list.items.slice(index, index + count));
    },
    'void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)': (
      list: GenericList,
      index: number,
      values: Value,
    ) => void list.items.splice(index, 0, ...toArray(values)),
    'bool Remove(T item)': removeItem,
    'int RemoveAll(System.Predicate[T] match)': (list: GenericList, match: Value) => {
      const kept = list.items.filter((item) => !matches(match, item));
      const removed = list.items.length - kept.length;
      list.items.splice(0, list.items.length, ...kept);
      return removed;
    },
    'void Sort()': (list: GenericList) => sortRange(list.items, defaultCompare),
    'void Sort(System.Object comparer)': (list: GenericList, comparer: Value) =>
      sortRange(list.items, sorter(comparer)),
    'T[] ToArray()': (list: GenericList) => typedArray([...list.items], list.elementType.id),
    'void TrimExcess()': () => undefined,
    'bool TrueForAll(System.Predicate[T] match)': (list: GenericList, match: Value) =>
      list.items.every((item) => matches(match, item)),
    'int EnsureCapacity(int capacity)': (list: GenericList) => list.items.length,
  };
}
function defaultOf(list: GenericList): Value {
  return list.elementType.spec.zero?.() ?? null;
}

const LIST_INTERFACES = [
  'System.Collections.Generic.IList[T]',
  'System.Collections.Generic.ICollection[T]',
  'System.Collections.Generic.IEnumerable[T]',
  'System.Collections.IEnumerable',
  'System.Collections.IList',
  'System.Collections.ICollection',
  'System.Collections.Generic.IReadOnlyList[T]',
  'System.Collections.Generic.IReadOnlyCollection[T]',
];
const capacities = { 'int Capacity': { get: (list: ItemList) => capacityOf(list.items.length), set: () => undefined } };
function capacityOf(count: number): number {
  let capacity = count === 0 ? 0 : 4;
  while (capacity < count) capacity *= 2;
  return capacity;
}

function genericLists(): TypeSpec[] {
  const collectionMethods = {
    'void Add(T item)': (list: GenericList, item: Value) => void list.items.push(item),
    ...common('T'),
    'bool Remove(T item)': removeItem,
  };
  const count = { 'int Count': (list: ItemList) => list.items.length };
  const withType = (body: (items: Value[], type: PSType) => Value) =>
    function (this: PSType, ...args: Value[]) {
      return body(
        Array.isArray(args[0]) || (typeof args[0] === 'object' && args[0] !== null) ? [...toArray(args[0])] : [],
        this,
      );
    };
  const make = withType((items, type) => new GenericList(type, items));
  const wrap = { '()': make, '(System.Collections.Generic.IEnumerable[T] collection)': make };
  const fromOne = (value: Value, type: PSType): Value => listFrom(value, type);
  return [
    {
      name: 'System.Collections.Generic.List`1',
      generics: ['T'],
      interfaces: LIST_INTERFACES,
      convert: fromOne,
      constructors: {
        '()': make,
        '(int capacity)': make,
        '(System.Collections.Generic.IEnumerable[T] collection)': make,
      },
      properties: {
        ...capacities,
        ...count,
        'bool IsReadOnly': () => false,
        'bool IsFixedSize': () => false,
        'System.Object SyncRoot': (list: GenericList) => list,
        'bool IsSynchronized': () => false,
      },
      methods: genericListMethods(),
    },
    {
      name: 'System.Collections.ObjectModel.Collection`1',
      generics: ['T'],
      interfaces: LIST_INTERFACES,
      convert: fromOne,
      constructors: wrap,
      properties: count,
      methods: collectionMethods,
    },
    {
      name: 'System.Collections.ObjectModel.ObservableCollection`1',
      generics: ['T'],
      base: 'System.Collections.ObjectModel.Collection`1[T]',
      interfaces: LIST_INTERFACES,
      convert: fromOne,
      constructors: wrap,
      methods: {
        'void Move(int oldIndex, int newIndex)': (list: GenericList, from: number, to: number) =>
          void list.items.splice(to, 0, ...list.items.splice(from, 1)),
      },
    },
    {
      name: 'System.Collections.ObjectModel.ReadOnlyCollection`1',
      generics: ['T'],
      interfaces: LIST_INTERFACES,
      constructors: { '(System.Collections.Generic.IList[T] list)': make },
      properties: count,
      methods: Object.fromEntries(
        Object.entries(common('T')).filter(([signature]) =>
          /Contains|CopyTo|IndexOf|GetEnumerator|get_Item/.test(signature),
        ),
      ),
    },
  ];
}

/** A list from any collection or one element, elements converted; undefined when one cannot be. */
function listFrom(value: Value, type: PSType): Value {
  const element = type.typeArguments[0]!;
  const items: Value[] = [];
  for (const item of toArray(value)) {
    const converted = tryConvertTo(item, element);
    if (!converted) return undefined;
    items.push(converted.value);
  }
  return new GenericList(type, items);
}

export function listTypes(): TypeSpec[] {
  return [
    ...collectionInterfaces(),
    {
      name: 'System.Collections.ArrayList',
      interfaces: [
        'System.Collections.IList',
        'System.Collections.ICollection',
        'System.Collections.IEnumerable',
        'System.ICloneable',
      ],
      convert: (value: Value) => {
        if (isDictionary(value)) return new ArrayList([...dictionaryEntries(value)]);
        return isEnumerable(value) ? new ArrayList([...toArray(value)]) : undefined;
      },
      constructors: {
        '()': () => new ArrayList(),
        '(int capacity)': () => new ArrayList(),
        '(System.Collections.ICollection c)': (c: Value) => new ArrayList([...toArray(c)]),
      },
      properties: {
        ...capacities,
        'int Count': (list: ArrayList) => list.items.length,
        'bool IsFixedSize': (list: ArrayList) => list.restriction !== undefined,
        'bool IsReadOnly': (list: ArrayList) => list.restriction === 'read-only',
        'bool IsSynchronized': () => false,

        'System.Object SyncRoot': (list: ArrayList) => list,
      },
      methods: arrayListMethods(),
      staticMethods: {
        'System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)': (list: ArrayList) => list,
        'System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)': (list: ArrayList) =>
          restricted(list, 'read-only'),
        'System.Collections.ArrayList FixedSize(System.Collections.ArrayList list)': (list: ArrayList) =>
          restricted(list, 'fixed'),
        'System.Collections.ArrayList Repeat(System.Object value, int count)': (value: Value, count: number) =>
          new ArrayList(new Array(count).fill(value)),
      },
    },
    ...genericLists(),
    ...enumeratorTypes(),
  ];
}
function restricted(list: ArrayList, restriction: 'fixed' | 'read-only'): ArrayList {
  const view = new ArrayList(list.items);
  view.restriction = restriction;
  return view;
}
