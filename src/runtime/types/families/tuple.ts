// Tuple, ValueTuple and KeyValuePair.

import { toText } from '../../convert.ts';
import type { Value } from '../../values.ts';
import { keyOf } from '../collections/key.ts';
import type { TypeSpec } from '../ps-type.ts';
import { genericType, knownType, type PSType, typeOf } from '../registry.ts';

export class TupleValue {
  constructor(
    readonly psType: PSType,
    readonly items: Value[],
    readonly isValue: boolean,
  ) {}
  toString(): string {
    return `(${this.items.map((item) => toText(item)).join(', ')})`;
  }
  hashKey(): string {
    return this.items.map((item) => String(keyOf(item, false))).join('\u0001');
  }
}

/** A tuple whose type follows from its items. */
export function makeTuple(items: Value[], isValue: boolean): TupleValue {
  const definition = knownType(`System.${isValue ? 'ValueTuple' : 'Tuple'}\`${items.length}`);
  const object = knownType('System.Object');
  return new TupleValue(
    genericType(
      definition,
      items.map((item) => typeOf(item) ?? object),
    ),
    items,
    isValue,
  );
}

function tupleSpec(count: number, isValue: boolean): TypeSpec {
  const generics = Array.from({ length: count }, (_, i) => `T${i + 1}`);
  const parameters = generics.map((name, i) => `${name} item${i + 1}`).join(', ');
  const properties: Record<string, { get: (t: TupleValue) => Value; set?: (t: TupleValue, value: Value) => void }> = {};
  generics.forEach((name, i) => {
    properties[`${name} Item${i + 1}`] = isValue
      ? { get: (t) => t.items[i], set: (t, value) => void (t.items[i] = value) }
      : { get: (t) => t.items[i] };
  });
  return {
    name: `System.${isValue ? 'ValueTuple' : 'Tuple'}\`${count}`,
    kind: isValue ? 'struct' : 'class',
    generics,
    constructors: {
      [`(${parameters})`]: function (this: PSType, ...items: Value[]) {
        return new TupleValue(this, items, isValue);
      },
    },
    properties: { ...properties, ...(isValue ? {} : { 'int Length': () => count }) },
    methods: {
      'string ToString()': (t: TupleValue) => t.toString(),
      'bool Equals(System.Object obj)': (t: TupleValue, other: Value) =>
        other instanceof TupleValue && other.hashKey() === t.hashKey(),
    },
  };
}

function creators(isValue: boolean): NonNullable<TypeSpec['staticMethods']> {
  const methods: NonNullable<TypeSpec['staticMethods']> = {};
  for (let count = 1; count <= 7; count++) {
    const parameters = Array.from({ length: count }, (_, i) => `System.Object item${i + 1}`).join(', ');
    methods[`System.Object Create(${parameters})`] = (...items: Value[]) => makeTuple(items, isValue);
  }
  return methods;
}

export class KeyValuePair {
  constructor(
    readonly psType: PSType,
    readonly key: Value,
    readonly value: Value,
  ) {}
  toString(): string {
    return `[${toText(this.key)}, ${toText(this.value)}]`;
  }
}

export function tupleTypes(): TypeSpec[] {
  const specs: TypeSpec[] = [
    { name: 'System.Tuple', kind: 'static', staticMethods: creators(false) },
    { name: 'System.ValueTuple', kind: 'struct', staticMethods: creators(true) },
    {
      name: 'System.Collections.Generic.KeyValuePair`2',
      kind: 'struct',
      generics: ['TKey', 'TValue'],
      constructors: {
        '(TKey key, TValue value)': function (this: PSType, key: Value, value: Value) {
          return new KeyValuePair(this, key, value);
        },
      },
      properties: { 'TKey Key': (p: KeyValuePair) => p.key, 'TValue Value': (p: KeyValuePair) => p.value },
      methods: { 'string ToString()': (p: KeyValuePair) => p.toString() },
    },
  ];
  for (let count = 1; count <= 7; count++) specs.push(tupleSpec(count, false), tupleSpec(count, true));
  return specs;
}

export function tupleNames(): string[] {
  const names = ['System.Tuple', 'System.ValueTuple', 'System.Collections.Generic.KeyValuePair`2'];
  for (let count = 1; count <= 7; count++) names.push(`System.Tuple\`${count}`, `System.ValueTuple\`${count}`);
  return names;
}
