// Between values of the language and what bodies of emulated members work with: `int`, `double` … are plain numbers there, `long`
// a bigint, `char` a string of one unit, `char[]` a string, `byte[]` a Uint8Array, enums their number.

import { byte } from '../number/numeric.ts';
import { double, NumberBox, type PSArray, PSChar, typedArray, type Value } from '../values.ts';
import { EnumValue } from './enum-value.ts';
import type { PSType } from './ps-type.ts';

type Shape =
  | 'same'
  | 'number'
  | 'double'
  | 'box'
  | 'bigbox'
  | 'char'
  | 'bytes'
  | 'chars'
  | 'enum'
  | 'void'
  | 'array'
  | 'string';

const SHAPES: Record<string, Shape> = {
  'System.Int32': 'number',
  'System.Double': 'double',
  'System.Single': 'box',
  'System.Byte': 'box',
  'System.SByte': 'box',
  'System.Int16': 'box',
  'System.UInt16': 'box',
  'System.UInt32': 'box',
  'System.UInt64': 'bigbox',
  'System.Numerics.BigInteger': 'bigbox',
  'System.Char': 'char',
  'System.Byte[]': 'bytes',
  'System.Char[]': 'chars',
  'System.Void': 'void',
  'System.String': 'string',
};
const shapes = new WeakMap<PSType, Shape>();

export function shapeOf(type: PSType): Shape {
  let shape = shapes.get(type);
  if (shape === undefined) {
    shape = SHAPES[type.id] ?? (type.isEnum ? 'enum' : type.elementType && type.rank === 1 ? 'array' : 'same');
    shapes.set(type, shape);
  }
  return shape;
}

/** A converted value as a body takes it. */
// biome-ignore lint/suspicious/noExplicitAny: its shape depends on the type.
export function toBody(value: Value, type: PSType): any {
  switch (shapeOf(type)) {
    case 'double':
    case 'box':
    case 'bigbox':
      return value instanceof NumberBox ? value.value : value;
    case 'char':
      return value instanceof PSChar ? String.fromCharCode(value.code) : value;
    case 'enum':
      return value instanceof EnumValue ? value.value : value;
    case 'bytes':
      return Array.isArray(value) ? bytesOf(value) : value;
    case 'chars':
      return Array.isArray(value) ? value.map((c) => String.fromCharCode((c as PSChar).code)).join('') : value;
    default:
      return value;
  }
}

/** What a body gives back, as a value of the declared type. */
// biome-ignore lint/suspicious/noExplicitAny: its shape depends on the type.
export function fromBody(result: any, type: PSType): Value {
  switch (shapeOf(type)) {
    case 'double':
      return typeof result === 'number' ? double(result) : result;
    case 'box':
      if (typeof result !== 'number') return result;
      return type.id === 'System.Byte'
        ? byte(result)
        : new NumberBox(type.name as 'Single', type.id === 'System.Single' ? Math.fround(result) : result);
    case 'bigbox':
      return typeof result === 'bigint' ? new NumberBox(type.name as 'UInt64', result) : result;
    case 'char':
      return typeof result === 'string' ? new PSChar(result.charCodeAt(0)) : result;
    case 'enum':
      return typeof result === 'number' || typeof result === 'bigint' ? new EnumValue(type, result) : result;
    case 'bytes':
      return result instanceof Uint8Array ? bytesToValue(result) : result;
    case 'chars':
      return typeof result === 'string' ? charsToValue(result) : result;
    case 'array':
      return Array.isArray(result) && (result as PSArray).elementType === undefined
        ? typedArray(result, type.elementType!.id)
        : result;
    case 'void':
      return undefined;
    default:
      return result === undefined ? null : result;
  }
}

export function bytesOf(array: readonly Value[]): Uint8Array {
  const bytes = new Uint8Array(array.length);
  for (let i = 0; i < array.length; i++) bytes[i] = Number((array[i] as NumberBox).value ?? array[i]);
  return bytes;
}
export function bytesToValue(bytes: Uint8Array): Value {
  const array: Value[] = new Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) array[i] = byte(bytes[i]!);
  return typedArray(array, 'System.Byte');
}
export function charsToValue(text: string): Value {
  const array: Value[] = new Array(text.length);
  for (let i = 0; i < text.length; i++) array[i] = new PSChar(text.charCodeAt(i));
  return typedArray(array, 'System.Char');
}
