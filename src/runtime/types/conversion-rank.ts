// How good a conversion of an argument is, for choosing between overloads. Order and kinds are LanguagePrimitives.ConversionRank's.

import { numberTypeFor } from '../convert.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { type NumberType, numberTypeOf } from '../number/numeric.ts';
import { PSChar, PSObject, type Value } from '../values.ts';
import { isScriptBlock } from './callable.ts';
import { isDictionary } from './collections/hashtable.ts';
import { findOneArgumentConstructor } from './construction.ts';
import { EnumValue } from './enum-value.ts';
import { type PSType, typeOf } from './registry.ts';

export const Rank = {
  None: 0,
  UnrelatedArrays: 0x0f,
  ToString: 0x1f,
  Custom: 0x2f,
  IConvertible: 0x3f,
  ImplicitCast: 0x4f,
  Constructor: 0x6f,
  Create: 0x73,
  Parse: 0x7f,
  Language: 0x9f,
  NullToValue: 0xaf,
  NullToRef: 0xbf,
  NumericExplicit: 0xcf,
  NumericString: 0xef,
  NumericImplicit: 0xff,
  Assignable: 0x10f,
  StringToCharArray: 0x11a,
  Identity: 0x11f,
} as const;

/** Number types from narrow to wide; Decimal counts as narrower than the floating ones. */
export const NUMBER_ORDER: Record<string, number> = {
  'System.SByte': 1,
  'System.Byte': 2,
  'System.Int16': 3,
  'System.UInt16': 4,
  'System.Int32': 5,
  'System.UInt32': 6,
  'System.Int64': 7,
  'System.UInt64': 8,
  'System.Decimal': 9,
  'System.Single': 10,
  'System.Double': 11,
};

/** Lossless number conversions, as C# has them implicitly. */
const IMPLICIT: Record<NumberType, string> = {
  SByte: 'Int16 Int32 Int64 Single Double Decimal',
  Byte: 'Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal',
  Int16: 'Int32 Int64 Single Double Decimal',
  UInt16: 'Int32 UInt32 Int64 UInt64 Single Double Decimal',
  Int32: 'Int64 Single Double Decimal',
  UInt32: 'Int64 UInt64 Single Double Decimal',
  Int64: 'Single Double Decimal',
  UInt64: 'Single Double Decimal',
  Single: 'Double',
  Double: '',
  Decimal: '',
  BigInteger: '',
};

export function conversionRank(value: Value, type: PSType): number {
  if (value === null || value === undefined)
    return type.isValueType && type.spec.name !== 'System.Nullable`1' ? Rank.NullToValue : Rank.NullToRef;
  const from = typeOf(value)!;
  if (from === type) return Rank.Identity;
  if (type.id === 'System.Object' || type.isAssignableFrom(from)) return Rank.Assignable;
  if (type.id === 'System.String') return Rank.ToString;
  if (typeof value === 'string') return stringRank(type, value);
  const to = numberTypeFor(type);
  const number = numberTypeOf(value);
  if (to !== undefined && number !== undefined)
    return IMPLICIT[number].split(' ').includes(to) ? Rank.NumericImplicit : Rank.NumericExplicit;
  if (to !== undefined && typeof value === 'boolean') return Rank.Language;
  if (to !== undefined && (value instanceof PSChar || value instanceof EnumValue)) return Rank.IConvertible;
  if (type.id === 'System.Char' || type.isEnum) return number !== undefined ? Rank.IConvertible : Rank.None;
  return objectRank(value, type);
}

function stringRank(type: PSType, value: string): number {
  if (type.id === 'System.Char[]') return Rank.StringToCharArray;
  if (numberTypeFor(type) !== undefined || type.id === 'System.Char') return Rank.NumericString;
  if (type.elementType)
    return stringRank(type.elementType, value) === Rank.None &&
      type.elementType.id !== 'System.String' &&
      type.elementType.id !== 'System.Object'
      ? Rank.None
      : elementRank(value, type.elementType);
  if (type.isEnum || type.id === 'System.Boolean' || type.id === 'System.Type') return Rank.Language;
  if (type.spec.parse) return Rank.Parse;
  if (type.spec.convert) return Rank.Language;
  return findOneArgumentConstructor(type, value) ? Rank.Constructor : Rank.None;
}

/** A scalar passed for an array: the element's rank, one kind lower. */
function elementRank(value: Value, element: PSType): number {
  const rank = conversionRank(value, element);
  return rank === Rank.None ? Rank.None : rank - 8;
}

function objectRank(value: Value, type: PSType): number {
  if (type.id === 'System.Boolean') return Rank.Language;
  if (type.elementType) return arrayRank(value, type.elementType);
  if (type.kind === 'delegate') return isScriptBlock(value) ? Rank.Language : Rank.None;
  if (type.spec.convert) return Rank.Language;
  if (type.isInterface && type.spec.name.startsWith('System.Collections') && isEnumerable(value)) return Rank.Language;
  if (findOneArgumentConstructor(type, value)) return Rank.Constructor;
  return isDictionary(value) || value instanceof PSObject ? Rank.Create : Rank.None;
}
function arrayRank(value: Value, element: PSType): number {
  if (!isEnumerable(value) || isDictionary(value)) return elementRank(value, element);
  const items = toArray(value);
  return items.slice(0, 8).every((item) => conversionRank(item, element) !== Rank.None)
    ? Rank.UnrelatedArrays
    : Rank.None;
}
