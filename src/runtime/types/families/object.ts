// System.Object, ValueType, Enum, Array's interfaces, Nullable, Void, delegates: what all other types rest on.

import { numberTypeOf } from '../../number/numeric.ts';
import { equalSameType } from '../../operators/comparison.ts';
import type { Value } from '../../values.ts';
import { keyOf } from '../collections/key.ts';
import type { Delegate } from '../delegate.ts';
import { dotNetText } from '../object-text.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType, typeOf } from '../registry.ts';

/** A deterministic stand-in for Object.GetHashCode. */
export function hashOf(value: Value): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (numberTypeOf(value) === 'Int32') return value as number;
  const key = keyOf(value, false);
  const text = typeof key === 'object' && key !== null ? objectSerial(key) : String(key);
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) | 0;
  return hash;
}
const serials = new WeakMap<object, number>();
let nextSerial = 54267293;
function objectSerial(value: object): string {
  let serial = serials.get(value);
  if (serial === undefined) serials.set(value, (serial = nextSerial++));
  return String(serial);
}

function equalObjects(left: Value, right: Value): boolean {
  if (left === null || left === undefined) return right === null || right === undefined;
  return typeOf(left) === typeOf(right) && equalSameType(left, right);
}

export function objectTypes(): TypeSpec[] {
  const interfaces = [
    'System.IComparable',
    'System.IFormattable',
    'System.IConvertible',
    'System.ICloneable',
    'System.IDisposable',
    'System.IFormatProvider',
    'System.IAsyncResult',
    'System.Collections.IEnumerator',
    'System.Collections.IComparer',
    'System.Collections.IEqualityComparer',
    'System.Runtime.Serialization.ISerializable',
    'System.Xml.XPath.IXPathNavigable',
    'System.ICustomFormatter',
  ];
  const generic = [
    'System.IComparable`1',
    'System.IEquatable`1',
    'System.Collections.Generic.IComparer`1',
    'System.Collections.Generic.IEqualityComparer`1',
    'System.Collections.Generic.IEnumerator`1',
  ];
  return [
    {
      name: 'System.Object',
      constructors: { '()': () => ({}) },
      methods: {
        'bool Equals(System.Object obj)': (self: Value, other: Value) => equalObjects(self, other),
        'int GetHashCode()': hashOf,
        'type GetType()': (self: Value) => typeOf(self),
        'string ToString()': dotNetText,
      },
      staticMethods: {
        'bool Equals(System.Object objA, System.Object objB)': equalObjects,
        'bool ReferenceEquals(System.Object objA, System.Object objB)': (a: Value, b: Value) =>
          a === b && (typeof a === 'object' || a === undefined),
      },
    },
    { name: 'System.ValueType', abstract: true },
    ...interfaces.map((name): TypeSpec => ({ name, kind: 'interface' })),
    ...generic.map((name): TypeSpec => ({ name, kind: 'interface', generics: ['T'] })),
    { name: 'System.Void', kind: 'struct' },
    {
      name: 'System.DBNull',
      interfaces: ['System.IConvertible'],
      staticProperties: { 'System.DBNull Value': () => dbNull() },
    },
    { name: 'System.Nullable`1', kind: 'struct', generics: ['T'] },
    { name: 'System.MarshalByRefObject', abstract: true },
    { name: 'System.IO.TextReader', base: 'System.MarshalByRefObject', abstract: true },
    { name: 'System.IO.TextWriter', base: 'System.MarshalByRefObject', abstract: true },
    { name: 'System.Attribute', abstract: true },
    { name: 'System.EventArgs', constructors: { '()': () => ({}) } },
    {
      name: 'System.GC',
      kind: 'static',
      staticMethods: {
        'void Collect()': () => undefined,
        'void WaitForPendingFinalizers()': () => undefined,
        'long GetTotalMemory(bool forceFullCollection)': () => 33554432n,
      },
    },
    ...delegateTypes(),
  ];
}

class DBNull {
  toString(): string {
    return '';
  }
  toBoolean(): boolean {
    return false;
  }
  get psType(): PSType {
    return knownType('System.DBNull');
  }
}
let theNull: DBNull | undefined;
function dbNull(): DBNull {
  return (theNull ??= new DBNull());
}

const DELEGATE_MEMBERS: Pick<TypeSpec, 'methods'> = {
  methods: {
    'System.Object Invoke(params System.Object[] args)': (self: Delegate, args: Value[]) => self.invoke(args),
    'System.Object DynamicInvoke(params System.Object[] args)': (self: Delegate, args: Value[]) => self.invoke(args),
  },
};

function delegateTypes(): TypeSpec[] {
  const names = ['T', 'T2', 'T3', 'T4', 'T5'];
  const specs: TypeSpec[] = [
    { name: 'System.Delegate', abstract: true, methods: DELEGATE_MEMBERS.methods },
    { name: 'System.MulticastDelegate', base: 'System.Delegate', abstract: true },
    { name: 'System.Action', kind: 'delegate' },
    { name: 'System.EventHandler', kind: 'delegate' },
    { name: 'System.Predicate`1', kind: 'delegate', generics: ['T'] },
    { name: 'System.Comparison`1', kind: 'delegate', generics: ['T'] },
    { name: 'System.Converter`2', kind: 'delegate', generics: ['TInput', 'TOutput'] },
    { name: 'System.Text.RegularExpressions.MatchEvaluator', kind: 'delegate' },
  ];
  for (let count = 1; count <= 4; count++) {
    specs.push({ name: `System.Action\`${count}`, kind: 'delegate', generics: names.slice(0, count) });
    specs.push({ name: `System.Func\`${count}`, kind: 'delegate', generics: names.slice(0, count) });
  }
  return specs;
}
