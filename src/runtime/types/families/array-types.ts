// System.Array: members of arrays and the static helpers.

import { convertTo, toBool } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { type PSArray, typedArray, type Value } from '../../values.ts';
import { checkNonNegative } from '../argument-errors.ts';
import { callDelegate } from '../callable.ts';
import { defaultCompare, defaultEqual } from '../collections/comparer.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { MultiArray } from '../collections/multi-array.ts';
import { defaultValue } from '../default-value.ts';
import type { TypeSpec } from '../ps-type.ts';
import type { PSType } from '../registry.ts';
import { binarySearch } from './list-types.ts';
import { sorter, sortRange } from './sorting.ts';

type AnyArray = PSArray | MultiArray;
const itemsOf = (array: AnyArray): Value[] => (array instanceof MultiArray ? array.items : array);
const dimensions = (array: AnyArray): number[] => (array instanceof MultiArray ? array.lengths : [array.length]);
const elementId = (array: AnyArray): string =>
  array instanceof MultiArray ? array.elementType.id : (array.elementType ?? 'System.Object');

function dimension(array: AnyArray, index: number): number {
  const length = dimensions(array)[index];
  if (length === undefined)
    throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  return length;
}
function fixedSize(): never {
  throw new DotNetException('System.NotSupportedException', 'Collection was of a fixed size.');
}
function getValue(array: AnyArray, ...indexes: number[]): Value {
  if (array instanceof MultiArray) return array.get(indexes);
  if (indexes[0]! < 0 || indexes[0]! >= array.length)
    throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  return array[indexes[0]!];
}
function setValue(array: AnyArray, value: Value, ...indexes: number[]): void {
  const converted = convertTo(value, elementId(array));
  if (array instanceof MultiArray) array.set(indexes, converted);
  else array[indexes[0]!] = converted;
}
function copy(source: AnyArray, from: number, target: AnyArray, to: number, count: number): void {
  const values = itemsOf(source).slice(from, from + count);
  if (values.length < count)
    throw new DotNetException(
      'System.ArgumentException',
      "Source array was not long enough. Check the source index, length, and the array's lower bounds. (Parameter 'sourceArray')",
    );
  if (to + count > itemsOf(target).length)
    throw new DotNetException(
      'System.ArgumentException',
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds. (Parameter 'destinationArray')",
    );
  values.forEach((value, i) => {
    itemsOf(target)[to + i] = convertTo(value, elementId(target));
  });
}
const same = (array: PSArray, items: Value[]): Value => typedArray(items, array.elementType ?? 'System.Object');
const matches = (predicate: Value, item: Value): boolean => toBool(callDelegate(predicate, [item]));
const emptyOf = (array: PSArray): Value => (array.elementType ? defaultValue(array.elementType) : null);

function createInstance(type: PSType, lengths: number[]): Value {
  for (const length of lengths) checkNonNegative('length', length);
  const fill = defaultValue(type);
  return lengths.length === 1
    ? typedArray(new Array(lengths[0]!).fill(fill), type.id)
    : new MultiArray(type, lengths, fill);
}

function statics(): NonNullable<TypeSpec['staticMethods']> {
  return {
    'System.Object AsReadOnly(System.Object array)': (array: PSArray) => array,
    'int BinarySearch(System.Array array, System.Object value)': (array: PSArray, value: Value) =>
      binarySearch(array, value),
    'void Clear(System.Array array)': (array: AnyArray) => void itemsOf(array).fill(defaultValue(elementId(array))),
    'void Clear(System.Array array, int index, int length)': (array: AnyArray, index: number, length: number) =>
      void itemsOf(array).fill(defaultValue(elementId(array)), index, index + length),
    'System.Object[] ConvertAll(System.Object[] array, System.Object converter)': (array: PSArray, converter: Value) =>
      array.map((item) => callDelegate(converter, [item])),
    'void Copy(System.Array sourceArray, System.Array destinationArray, int length)': (
      source: AnyArray,
      target: AnyArray,
      count: number,
    ) => copy(source, 0, target, 0, count),
    'void Copy(System.Array sourceArray, int sourceIndex, System.Array destinationArray, int destinationIndex, int length)':
      copy,
    'System.Array CreateInstance(type elementType, int length)': (type: PSType, length: number) =>
      createInstance(type, [length]),
    'System.Array CreateInstance(type elementType, int length1, int length2)': (type: PSType, a: number, b: number) =>
      createInstance(type, [a, b]),
    'System.Array CreateInstance(type elementType, params int[] lengths)': (type: PSType, lengths: number[]) =>
      createInstance(type, lengths),
    'System.Object Empty()': () => [],
    'bool Exists(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.some((item) => matches(match, item)),
    'void Fill(System.Object[] array, System.Object value)': (array: PSArray, value: Value) =>
      void array.fill(convertTo(value, elementId(array))),
    'System.Object Find(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.find((item) => matches(match, item)) ?? emptyOf(array),
    'System.Object FindAll(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      same(
        array,
        array.filter((item) => matches(match, item)),
      ),
    'int FindIndex(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.findIndex((item) => matches(match, item)),
    'System.Object FindLast(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.findLast((item) => matches(match, item)) ?? emptyOf(array),
    'int FindLastIndex(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.findLastIndex((item) => matches(match, item)),
    'void ForEach(System.Object[] array, System.Object action)': (array: PSArray, action: Value) => {
      for (const item of array) callDelegate(action, [item]);
    },
    'int IndexOf(System.Array array, System.Object value)': (array: PSArray, value: Value) =>
      array.findIndex((item) => defaultEqual(item, value)),
    'int IndexOf(System.Array array, System.Object value, int startIndex)': (
      array: PSArray,
      value: Value,
      start: number,
    ) => array.findIndex((item, i) => i >= start && defaultEqual(item, value)),
    'int LastIndexOf(System.Array array, System.Object value)': (array: PSArray, value: Value) =>
      array.findLastIndex((item) => defaultEqual(item, value)),
    'void Resize(ref System.Object array, int newSize)': resize,
    'void Reverse(System.Array array)': (array: PSArray) => void array.reverse(),
    'void Reverse(System.Array array, int index, int length)': (array: PSArray, index: number, length: number) => {
      const part = array.slice(index, index + length).reverse();
      part.forEach((item, i) => void (array[index + i] = item));
    },
    'void Sort(System.Array array)': (array: PSArray) => sortRange(array, defaultCompare),
    'void Sort(System.Array array, int index, int length)': (array: PSArray, index: number, length: number) =>
      sortRange(array, defaultCompare, index, length),
    'void Sort(System.Array keys, System.Array items)': (keys: PSArray, items: Value) =>
      sortPairs(keys, items as PSArray),
    'void Sort(System.Array array, System.Object comparer)': (array: PSArray, comparer: Value) =>
      Array.isArray(comparer) ? sortPairs(array, comparer) : sortRange(array, sorter(comparer)),
    'bool TrueForAll(System.Object[] array, System.Object match)': (array: PSArray, match: Value) =>
      array.every((item) => matches(match, item)),
  };
}
function resize(reference: { value: Value }, size: number): void {
  const old = (reference.value ?? []) as PSArray;
  const items = old.slice(0, size);
  while (items.length < size) items.push(emptyOf(old));
  reference.value = typedArray(items, old.elementType ?? 'System.Object');
}
function sortPairs(keys: PSArray, items: PSArray): void {
  const pairs = keys.map((key, i) => [key, items[i]] as const).sort((a, b) => defaultCompare(a[0], b[0]));
  pairs.forEach(([key, item], i) => {
    keys[i] = key;
    items[i] = item;
  });
}

export function arrayTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Array',
      abstract: true,
      interfaces: [
        'System.ICloneable',
        'System.Collections.IList',
        'System.Collections.ICollection',
        'System.Collections.IEnumerable',
        'System.Collections.IStructuralComparable',
        'System.Collections.IStructuralEquatable',
      ],

      properties: {
        'int Length': (array: AnyArray) => itemsOf(array).length,
        'long LongLength': (array: AnyArray) => BigInt(itemsOf(array).length),
        'int Rank': (array: AnyArray) => dimensions(array).length,
        'System.Object SyncRoot': (array: AnyArray) => array,
        'bool IsReadOnly': () => false,
        'bool IsFixedSize': () => true,
        'bool IsSynchronized': () => false,
        'int Count': (array: AnyArray) => itemsOf(array).length,
      },
      methods: {
        'int Add(System.Object value)': fixedSize,
        'void Remove(System.Object value)': fixedSize,
        'void RemoveAt(int index)': fixedSize,
        'void Insert(int index, System.Object value)': fixedSize,
        'void Clear()': (array: AnyArray) => void itemsOf(array).fill(defaultValue(elementId(array))),
        'System.Object Clone()': (array: PSArray) => typedArray([...array], array.elementType ?? 'System.Object'),
        'bool Contains(System.Object value)': (array: PSArray, value: Value) =>
          array.some((item) => defaultEqual(item, value)),
        'int IndexOf(System.Object value)': (array: PSArray, value: Value) =>
          array.findIndex((item) => defaultEqual(item, value)),
        'void CopyTo(System.Array array, int index)': (array: AnyArray, target: AnyArray, index: number) =>
          copy(array, 0, target, index, itemsOf(array).length),
        'System.Collections.IEnumerator GetEnumerator()': (array: AnyArray) =>
          new Enumerator(itemsOf(array), 'System.ArrayEnumerator'),
        'int GetLength(int dimension)': dimension,
        'long GetLongLength(int dimension)': (array: AnyArray, index: number) => BigInt(dimension(array, index)),
        'int GetLowerBound(int dimension)': () => 0,
        'int GetUpperBound(int dimension)': (array: AnyArray, index: number) => dimension(array, index) - 1,
        'System.Object GetValue(int index)': getValue,
        'System.Object GetValue(int index1, int index2)': getValue,
        'System.Object GetValue(params int[] indices)': (array: AnyArray, indexes: number[]) =>
          getValue(array, ...indexes),
        'void SetValue(System.Object value, int index)': setValue,
        'void SetValue(System.Object value, int index1, int index2)': setValue,
        'void Set(int index, System.Object value)': (array: AnyArray, index: number, value: Value) =>
          setValue(array, value, index),
        'System.Object Get(int index)': getValue,
        'void Initialize()': () => undefined,
      },
      staticMethods: statics(),
    },
    {
      name: 'System.ArrayEnumerator',
      interfaces: ['System.Collections.IEnumerator', 'System.ICloneable'],
      properties: { 'System.Object Current': (e: Enumerator) => e.current },
      methods: { 'bool MoveNext()': (e: Enumerator) => e.moveNext(), 'void Reset()': (e: Enumerator) => e.reset() },
    },
  ];
}
