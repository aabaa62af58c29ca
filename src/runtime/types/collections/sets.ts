// HashSet and SortedSet, Queue, Stack, LinkedList, PriorityQueue, BitArray.

import { convertTo } from '../../convert.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';
import { comparerIgnoresCase, defaultCompare, StringComparer } from './comparer.ts';
import { keyOf } from './key.ts';
import { ItemList } from './list.ts';

export class SetCollection {
  private readonly map = new Map<unknown, Value>();
  readonly ignoreCase: boolean;
  constructor(
    readonly psType: PSType,
    readonly comparer: Value = null,
    readonly sorted = false,
  ) {
    this.ignoreCase = comparerIgnoresCase(comparer);
  }
  get elementType(): PSType {
    return this.psType.typeArguments[0]!;
  }
  private slot(value: Value): unknown {
    return keyOf(value, this.ignoreCase);
  }
  get count(): number {
    return this.map.size;
  }
  has(value: Value): boolean {
    return this.map.has(this.slot(value));
  }
  find(value: Value): Value {
    return this.map.get(this.slot(value));
  }
  add(value: Value): boolean {
    const converted = convertTo(value, this.elementType);
    const slot = this.slot(converted);
    if (this.map.has(slot)) return false;
    this.map.set(slot, converted);
    return true;
  }
  remove(value: Value): boolean {
    return this.map.delete(this.slot(value));
  }
  clear(): void {
    this.map.clear();
  }
  values(): Value[] {
    const values = [...this.map.values()];
    if (!this.sorted) return values;
    const by = this.comparer instanceof StringComparer ? this.comparer : undefined;
    return values.sort((a, b) => (by ? by.compare(a, b) : defaultCompare(a, b)));
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.values()[Symbol.iterator]();
  }
}

/** Queue and Stack, generic or not. A stack holds its top first. */
export class LineCollection extends ItemList {
  readonly psType: PSType;
  constructor(type: PSType, items: Value[] = []) {
    super(items);
    this.psType = type;
  }
}

export interface LinkedNode {
  readonly psType: PSType;
  value: Value;
  list: LinkedList | null;
}
export class LinkedListNode implements LinkedNode {
  list: LinkedList | null;
  value: Value;
  constructor(value: Value, list: LinkedList | null) {
    this.value = value;
    this.list = list;
  }
  get psType(): PSType {
    const element = this.list?.psType.typeArguments[0]?.id ?? 'System.Object';
    return knownType(`System.Collections.Generic.LinkedListNode\`1[${element}]`);
  }
}
export class LinkedList {
  readonly nodes: LinkedListNode[] = [];
  constructor(readonly psType: PSType) {}
  insert(index: number, value: Value): LinkedListNode {
    const node = new LinkedListNode(value, this);
    this.nodes.splice(index, 0, node);
    return node;
  }
  removeAt(index: number): void {
    const [node] = this.nodes.splice(index, 1);
    if (node) node.list = null;
  }
  *[Symbol.iterator](): IterableIterator<Value> {
    for (const node of this.nodes) yield node.value;
  }
}

export class PriorityQueue {
  readonly entries: { element: Value; priority: Value }[] = [];
  constructor(readonly psType: PSType) {}
  enqueue(element: Value, priority: Value): void {
    let at = this.entries.length;
    while (at > 0 && defaultCompare(this.entries[at - 1]!.priority, priority) > 0) at--;
    this.entries.splice(at, 0, { element, priority });
  }
}

export class BitArray {
  bits: boolean[];
  constructor(bits: boolean[]) {
    this.bits = bits;
  }
  get psType(): PSType {
    return knownType('System.Collections.BitArray');
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.bits[Symbol.iterator]();
  }
}
