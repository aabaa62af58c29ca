// HashSet, SortedSet, Queue, Stack, LinkedList, PriorityQueue, BitArray as types.

import { convertTo, toBool } from '../../convert.ts';
import { toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import { typedArray, type Value } from '../../values.ts';
import { callDelegate } from '../callable.ts';
import { defaultEqual, StringComparer } from '../collections/comparer.ts';
import { Enumerator } from '../collections/enumerator.ts';
import {
  BitArray,
  LineCollection,
  LinkedList,
  type LinkedListNode,
  PriorityQueue,
  SetCollection,
} from '../collections/sets.ts';
import type { TypeSpec } from '../ps-type.ts';
import type { PSType } from '../registry.ts';
import { makeTuple } from './tuple.ts';

type S = SetCollection;
function makeSet(type: PSType, sorted: boolean, args: Value[]): S {
  const comparer = args.find((argument) => argument instanceof StringComparer) ?? null;
  const set = new SetCollection(type, comparer, sorted);
  if (args[0] !== comparer && args[0] !== undefined && typeof args[0] !== 'number')
    for (const item of toArray(args[0])) set.add(item);
  return set;
}
/** The other side of a set operation, under this set's own equality. */
function other(set: S, values: Value): S {
  const copy = new SetCollection(set.psType, set.comparer, set.sorted);
  for (const value of toArray(values)) copy.add(value);
  return copy;
}

function setType(name: string, sorted: boolean): TypeSpec {
  const E = 'System.Collections.IEnumerable other';
  const make = function (this: PSType, ...args: Value[]): S {
    return makeSet(this, sorted, args);
  };
  const comparer = sorted ? 'System.Collections.IComparer comparer' : 'System.Collections.IEqualityComparer comparer';
  return {
    name,
    generics: ['T'],
    interfaces: [
      'System.Collections.Generic.ISet[T]',
      'System.Collections.Generic.ICollection[T]',
      'System.Collections.Generic.IEnumerable[T]',
      'System.Collections.IEnumerable',
      'System.Collections.Generic.IReadOnlyCollection[T]',
    ],
    constructors: {
      '()': make,
      [`(${comparer})`]: make,
      '(int capacity)': make,
      '(System.Collections.IEnumerable collection)': make,
      [`(System.Collections.IEnumerable collection, ${comparer})`]: make,
    },
    convert: (value: Value, type: PSType) => {
      try {
        return makeSet(type, sorted, [toArray(value)]);
      } catch (error) {
        if (error instanceof DotNetException) return undefined;
        throw error;
      }
    },
    properties: {
      'int Count': (s: S) => s.count,
      'int Capacity': (s: S) => s.count,
      'System.Object Comparer': (s: S) => s.comparer,
      'bool IsReadOnly': () => false,
      ...(sorted ? { 'T Min': (s: S) => s.values()[0] ?? null, 'T Max': (s: S) => s.values().at(-1) ?? null } : {}),
    },
    methods: {
      'bool Add(T item)': (s: S, item: Value) => s.add(item),
      'void Clear()': (s: S) => s.clear(),
      'bool Contains(T item)': (s: S, item: Value) => s.has(item),
      'void CopyTo(System.Array array)': (s: S, array: Value[]) =>
        s.values().forEach((value, i) => void (array[i] = value)),
      'bool Remove(T item)': (s: S, item: Value) => s.remove(item),
      'System.Collections.IEnumerator GetEnumerator()': (s: S) => new Enumerator(s.values()),
      [`void UnionWith(${E})`]: (s: S, values: Value) => toArray(values).forEach((value) => void s.add(value)),
      [`void ExceptWith(${E})`]: (s: S, values: Value) => toArray(values).forEach((value) => void s.remove(value)),
      [`void IntersectWith(${E})`]: (s: S, values: Value) => {
        const keep = other(s, values);
        for (const value of s.values()) if (!keep.has(value)) s.remove(value);
      },
      [`void SymmetricExceptWith(${E})`]: (s: S, values: Value) => {
        for (const value of other(s, values).values()) if (!s.remove(value)) s.add(value);
      },
      [`bool IsSubsetOf(${E})`]: (s: S, values: Value) => s.values().every((value) => other(s, values).has(value)),
      [`bool IsSupersetOf(${E})`]: (s: S, values: Value) => toArray(values).every((value) => s.has(value)),
      [`bool IsProperSubsetOf(${E})`]: (s: S, values: Value) =>
        other(s, values).count > s.count && s.values().every((value) => other(s, values).has(value)),
      [`bool IsProperSupersetOf(${E})`]: (s: S, values: Value) =>
        s.count > other(s, values).count && toArray(values).every((value) => s.has(value)),
      [`bool Overlaps(${E})`]: (s: S, values: Value) => toArray(values).some((value) => s.has(value)),
      [`bool SetEquals(${E})`]: (s: S, values: Value) =>
        other(s, values).count === s.count && toArray(values).every((value) => s.has(value)),
      'bool TryGetValue(T equalValue, ref T actualValue)': (s: S, value: Value, out: { value: Value }) => {
        out.value = s.find(value) ?? null;
        return s.has(value);
      },
      'int RemoveWhere(System.Predicate[T] match)': (s: S, match: Value) =>
        s
          .values()
          .filter((value) => toBool(callDelegate(match, [value])))
          .filter((value) => s.remove(value)).length,
      'T[] ToArray()': (s: S) => typedArray(s.values(), s.elementType.id),
    },
  };
}

function emptyError(kind: 'Queue' | 'Stack'): DotNetException {
  return new DotNetException('System.InvalidOperationException', `${kind} empty.`);
}

/** Queue and Stack; `generic` gives typed items. */
function lineType(name: string, kind: 'Queue' | 'Stack', generic: boolean): TypeSpec {
  const T = generic ? 'T' : 'System.Object';
  const take = kind === 'Queue' ? 'Dequeue' : 'Pop';
  const put = kind === 'Queue' ? 'Enqueue' : 'Push';
  const make = function (this: PSType, ...args: Value[]): LineCollection {
    const items = args[0] === undefined || typeof args[0] === 'number' ? [] : [...toArray(args[0])];
    const typed = generic ? items.map((item) => convertTo(item, this.typeArguments[0]!)) : items;
    return new LineCollection(this, kind === 'Stack' ? typed.reverse() : typed);
  };
  const first = (l: LineCollection): Value => {
    if (l.items.length === 0) throw emptyError(kind);
    return l.items[0];
  };
  const shift = (l: LineCollection): Value => {
    if (l.items.length === 0) throw emptyError(kind);
    return l.items.shift();
  };
  const tries: NonNullable<TypeSpec['methods']> = {
    [`bool Try${take}(ref ${T} result)`]: (l: LineCollection, out: { value: Value }) => {
      const found = l.items.length > 0;
      out.value = found ? l.items.shift() : null;
      return found;
    },
    [`bool TryPeek(ref ${T} result)`]: (l: LineCollection, out: { value: Value }) => {
      out.value = l.items[0] ?? null;
      return l.items.length > 0;
    },
  };
  return {
    name,
    generics: generic ? ['T'] : undefined,
    interfaces: generic
      ? [
          'System.Collections.Generic.IEnumerable[T]',
          'System.Collections.ICollection',
          'System.Collections.IEnumerable',
          'System.Collections.Generic.IReadOnlyCollection[T]',
        ]
      : ['System.Collections.ICollection', 'System.Collections.IEnumerable', 'System.ICloneable'],
    constructors: { '()': make, '(int capacity)': make, '(System.Collections.IEnumerable collection)': make },
    properties: {
      'int Count': (l: LineCollection) => l.items.length,
      ...(generic ? {} : { 'bool IsSynchronized': () => false, 'System.Object SyncRoot': (l: LineCollection) => l }),
    },
    methods: {
      [`void ${put}(${T} item)`]: (l: LineCollection, item: Value) =>
        void (kind === 'Queue' ? l.items.push(item) : l.items.unshift(item)),
      [`${T} ${take}()`]: shift,
      [`${T} Peek()`]: first,
      'void Clear()': (l: LineCollection) => void (l.items.length = 0),
      [`bool Contains(${T} item)`]: (l: LineCollection, item: Value) =>
        l.items.some((candidate) => defaultEqual(candidate, item)),
      [`${T}[] ToArray()`]: (l: LineCollection) =>
        typedArray([...l.items], generic ? l.psType.typeArguments[0]!.id : 'System.Object'),
      'System.Collections.IEnumerator GetEnumerator()': (l: LineCollection) => new Enumerator(l.items),
      'System.Object Clone()': (l: LineCollection) => new LineCollection(l.psType, [...l.items]),
      'void CopyTo(System.Array array, int index)': (l: LineCollection, array: Value[], start: number) =>
        l.items.forEach((item, i) => void (array[start + i] = item)),
      'void TrimExcess()': () => undefined,
      ...(generic ? tries : {}),
    },
  };
}

function linkedTypes(): TypeSpec[] {
  type L = LinkedList;
  const N = 'System.Collections.Generic.LinkedListNode[T]';
  const at = (l: L, value: Value): number => l.nodes.findIndex((node) => defaultEqual(node.value, value));
  return [
    {
      name: 'System.Collections.Generic.LinkedList`1',
      generics: ['T'],
      interfaces: [
        'System.Collections.Generic.ICollection[T]',
        'System.Collections.Generic.IEnumerable[T]',
        'System.Collections.IEnumerable',
      ],
      constructors: {
        '()': function (this: PSType) {
          return new LinkedList(this);
        },
        '(System.Collections.IEnumerable collection)': function (this: PSType, items: Value) {
          const list = new LinkedList(this);
          for (const item of toArray(items)) list.insert(list.nodes.length, convertTo(item, this.typeArguments[0]!));
          return list;
        },
      },
      properties: {
        'int Count': (l: L) => l.nodes.length,
        [`${N} First`]: (l: L) => l.nodes[0] ?? null,
        [`${N} Last`]: (l: L) => l.nodes.at(-1) ?? null,
      },
      methods: {
        [`${N} AddFirst(T value)`]: (l: L, value: Value) => l.insert(0, value),
        [`${N} AddLast(T value)`]: (l: L, value: Value) => l.insert(l.nodes.length, value),
        [`${N} AddAfter(${N} node, T value)`]: (l: L, node: LinkedListNode, value: Value) =>
          l.insert(l.nodes.indexOf(node) + 1, value),
        [`${N} AddBefore(${N} node, T value)`]: (l: L, node: LinkedListNode, value: Value) =>
          l.insert(l.nodes.indexOf(node), value),
        [`${N} Find(T value)`]: (l: L, value: Value) => l.nodes[at(l, value)] ?? null,
        'bool Contains(T value)': (l: L, value: Value) => at(l, value) >= 0,
        'void Clear()': (l: L) => void (l.nodes.length = 0),
        'void RemoveFirst()': (l: L) => removeEnd(l, 0),
        'void RemoveLast()': (l: L) => removeEnd(l, l.nodes.length - 1),
        'bool Remove(T value)': (l: L, value: Value) => {
          const index = at(l, value);
          if (index >= 0) l.removeAt(index);
          return index >= 0;
        },
        [`void Remove(${N} node)`]: (l: L, node: LinkedListNode) => l.removeAt(l.nodes.indexOf(node)),
        'System.Collections.IEnumerator GetEnumerator()': (l: L) => new Enumerator([...l]),
      },
    },
    {
      name: 'System.Collections.Generic.LinkedListNode`1',
      generics: ['T'],
      properties: {
        'System.Collections.Generic.LinkedList[T] List': (n: LinkedListNode) => n.list,
        [`${N} Next`]: (n: LinkedListNode) => n.list?.nodes[n.list.nodes.indexOf(n) + 1] ?? null,
        [`${N} Previous`]: (n: LinkedListNode) => n.list?.nodes[n.list.nodes.indexOf(n) - 1] ?? null,
        'T Value': {
          get: (n: LinkedListNode) => n.value,
          set: (n: LinkedListNode, value: Value) => void (n.value = value),
        },
      },
    },
  ];
}
function removeEnd(list: LinkedList, index: number): void {
  if (list.nodes.length === 0)
    throw new DotNetException('System.InvalidOperationException', 'The LinkedList is empty.');
  list.removeAt(index);
}

function priorityType(): TypeSpec {
  type P = PriorityQueue;
  const first = (p: P): { element: Value; priority: Value } => {
    const entry = p.entries[0];
    if (!entry) throw new DotNetException('System.InvalidOperationException', 'Queue empty.');
    return entry;
  };
  return {
    name: 'System.Collections.Generic.PriorityQueue`2',
    generics: ['TElement', 'TPriority'],
    constructors: {
      '()': function (this: PSType) {
        return new PriorityQueue(this);
      },
    },
    properties: {
      'int Count': (p: P) => p.entries.length,
      'System.Object UnorderedItems': (p: P) =>
        p.entries.map((entry) => makeTuple([entry.element, entry.priority], true)),
    },
    methods: {
      'void Enqueue(TElement element, TPriority priority)': (p: P, element: Value, priority: Value) =>
        p.enqueue(element, priority),
      'TElement Peek()': (p: P) => first(p).element,
      'void Clear()': (p: P) => void (p.entries.length = 0),
      'TElement Dequeue()': (p: P) => {
        const entry = first(p);
        p.entries.shift();
        return entry.element;
      },
      'bool TryDequeue(ref TElement element, ref TPriority priority)': (
        p: P,
        element: { value: Value },
        priority: { value: Value },
      ) => {
        const entry = p.entries.shift();
        element.value = entry?.element ?? null;
        priority.value = entry?.priority ?? null;
        return entry !== undefined;
      },
    },
  };
}

function bitArrayType(): TypeSpec {
  const combine = (compute: (a: boolean, b: boolean) => boolean) => (a: BitArray, b: BitArray) => {
    a.bits = a.bits.map((bit, i) => compute(bit, b.bits[i] ?? false));
    return a;
  };
  return {
    name: 'System.Collections.BitArray',
    interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable', 'System.ICloneable'],
    constructors: {
      '(int length)': (length: number) => new BitArray(new Array(length).fill(false)),
      '(int length, bool defaultValue)': (length: number, value: boolean) =>
        new BitArray(new Array(length).fill(value)),
      '(bool[] values)': (values: boolean[]) => new BitArray([...values]),
      '(byte[] bytes)': (bytes: Uint8Array) =>
        new BitArray([...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, i) => ((byte >> i) & 1) === 1))),
    },
    properties: { 'int Length': (b: BitArray) => b.bits.length, 'int Count': (b: BitArray) => b.bits.length },
    methods: {
      'bool Get(int index)': (b: BitArray, index: number) => b.bits[index] ?? false,
      'bool get_Item(int index)': (b: BitArray, index: number) => b.bits[index] ?? false,
      'void set_Item(int index, bool value)': (b: BitArray, index: number, value: boolean) =>
        void (b.bits[index] = value),
      'void Set(int index, bool value)': (b: BitArray, index: number, value: boolean) => void (b.bits[index] = value),
      'void SetAll(bool value)': (b: BitArray, value: boolean) => void b.bits.fill(value),
      'System.Collections.BitArray And(System.Collections.BitArray value)': combine((a, b) => a && b),
      'System.Collections.BitArray Or(System.Collections.BitArray value)': combine((a, b) => a || b),
      'System.Collections.BitArray Xor(System.Collections.BitArray value)': combine((a, b) => a !== b),
      'System.Collections.BitArray Not()': (b: BitArray) => {
        b.bits = b.bits.map((bit) => !bit);
        return b;
      },
    },
  };
}

export function setTypes(): TypeSpec[] {
  return [
    setType('System.Collections.Generic.HashSet`1', false),
    setType('System.Collections.Generic.SortedSet`1', true),
    lineType('System.Collections.Generic.Queue`1', 'Queue', true),
    lineType('System.Collections.Generic.Stack`1', 'Stack', true),
    lineType('System.Collections.Queue', 'Queue', false),
    lineType('System.Collections.Stack', 'Stack', false),
    lineType('System.Collections.Concurrent.ConcurrentQueue`1', 'Queue', true),
    lineType('System.Collections.Concurrent.ConcurrentStack`1', 'Stack', true),
    ...linkedTypes(),
    priorityType(),
    bitArrayType(),
  ];
}
