// Conversions between types as PowerShell's LanguagePrimitives makes them. Details lie in types/conversion-*.ts.

import { isEnumerable, toArray } from './enumerate.ts';
import { DotNetException } from './errors.ts';
import { decimalText } from './number/decimal.ts';
import { doubleTextShort } from './number/format-number.ts';
import type { NumberType } from './number/numeric.ts';
import { numberTypeOf, toPlainNumber } from './number/numeric.ts';
import { convertToChar, convertToEnum, convertToNumber } from './types/conversion-numbers.ts';
import { convertObject } from './types/conversion-objects.ts';
import { objectText } from './types/object-text.ts';
import { type PSType, resolveType, typeNotFound, typeOf } from './types/registry.ts';
import { NumberBox, PSChar, PSDecimal, PSObject, type Value } from './values.ts';

export interface TextOptions {
  /** $OFS; a blank by default. */
  separator?: string;
}

export function toBool(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'undefined':
      return false;
    default:
      return value !== null && objectToBool(value);
  }
}

function objectToBool(value: object): boolean {
  if (Array.isArray(value)) return listToBool(value);
  if (value instanceof NumberBox) return value.value !== 0 && value.value !== 0n;
  if (value instanceof PSDecimal) return value.mantissa !== 0n;
  if (value instanceof PSChar) return value.code !== 0;
  if (value instanceof PSObject) return value.base === undefined ? true : toBool(value.base);
  const convertible = value as { toBoolean?: () => boolean; items?: unknown };
  if (typeof convertible.toBoolean === 'function') return convertible.toBoolean();
  if (Array.isArray(convertible.items)) return listToBool(convertible.items);
  const type = typeOf(value);
  if (type?.isEnum) return Number((value as { value: number }).value) !== 0;
  return true;
}
/** One element decides for itself (an inner list of any length counts as true when it has elements). */
function listToBool(items: readonly Value[]): boolean {
  if (items.length === 0) return false;
  if (items.length > 1) return true;
  const only = items[0];
  if (Array.isArray(only)) return only.length > 0;
  return toBool(only);
}

/** PowerShell's string conversion (`"$x"`, `[string]$x`): invariant culture, elements of arrays joined by $OFS. */
export function toText(value: Value, options?: TextOptions): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return (value | 0) === value ? String(value) : doubleTextShort(value, 15);
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return '';
    default:
      return value === null ? '' : nonPrimitiveText(value, options);
  }
}

function nonPrimitiveText(value: object, options: TextOptions | undefined): string {
  if (Array.isArray(value)) return listText(value, options);
  if (value instanceof NumberBox) return boxText(value);
  if (value instanceof PSDecimal) return decimalText(value);
  if (value instanceof PSChar) return String.fromCharCode(value.code);
  if (value instanceof PSObject && value.base !== undefined && value.members.size === 0)
    return toText(value.base, options);
  if (!(value instanceof PSObject) && isEnumerable(value)) return listText(toArray(value), options);
  return objectText(value);
}
function boxText(box: NumberBox): string {
  if (box.type === 'Double') return doubleTextShort(box.value as number, 15);
  if (box.type === 'Single') return doubleTextShort(box.value as number, 7);
  return String(box.value);
}
function listText(items: readonly Value[], options: TextOptions | undefined): string {
  const separator = options?.separator ?? ' ';
  let text = '';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += separator;
    text += elementText(items[i]);
  }
  return text;
}
/** Collections inside collections show their type only. */
export function elementText(item: Value): string {
  // Only the object itself shows its properties; inside a list its own ToString(), which is empty, counts.
  if (item instanceof PSObject && item.base === undefined && item.members.get('tostring') === undefined) return '';
  if (typeof item === 'object' && item !== null && isEnumerable(item)) return typeOf(item)?.id ?? '';
  return toText(item);
}

const NUMBER_TYPES: Record<string, NumberType> = {
  'System.Int32': 'Int32',
  'System.Int64': 'Int64',
  'System.Double': 'Double',
  'System.Single': 'Single',
  'System.Decimal': 'Decimal',
  'System.Byte': 'Byte',
  'System.SByte': 'SByte',
  'System.Int16': 'Int16',
  'System.UInt16': 'UInt16',
  'System.UInt32': 'UInt32',
  'System.UInt64': 'UInt64',
  'System.Numerics.BigInteger': 'BigInteger',
};

/** The number type a .NET type stands for, if it is one. */
export function numberTypeFor(type: PSType): NumberType | undefined {
  return NUMBER_TYPES[type.id];
}

/** Converts or throws a DotNetException (PSInvalidCastException) with the reference's text and error id. */
export function convertTo(value: Value, type: PSType | string): Value {
  let target: PSType | undefined;
  if (typeof type === 'string') {
    target = resolveType(type);
    if (!target) throw typeNotFound(type);
  } else target = type;
  return convertToType(value, target);
}

function convertToType(original: Value, type: PSType): Value {
  const id = type.id;
  if (id === 'System.Object' || id === 'System.Management.Automation.PSObject') return original ?? null;
  const value = original instanceof PSObject && original.base !== undefined ? original.base : original;
  if (id === 'System.String') return typeof value === 'string' ? value : toText(value);
  if (id === 'System.Boolean') return toBool(value);
  const number = NUMBER_TYPES[id];
  if (number !== undefined) {
    if (typeof value === 'number' && (value | 0) === value && number === 'Int32') return value;
    return convertToNumber(value, number, type);
  }
  if (id === 'System.Char') return convertToChar(value, type);
  if (type.isEnum) return typeOf(value) === type ? value : convertToEnum(value, type);
  return convertObject(value, original, type);
}

export function tryConvertTo(value: Value, type: PSType | string): { value: Value } | undefined {
  try {
    return { value: convertTo(value, type) };
  } catch (error) {
    if (error instanceof DotNetException) return undefined;
    throw error;
  }
}

export function toInt32(value: Value): number {
  if (typeof value === 'number' && (value | 0) === value) return value;
  return convertTo(value, 'System.Int32') as number;
}
export function toDouble(value: Value): number {
  if (typeof value === 'number') return value;
  const type = numberTypeOf(value);
  return type !== undefined ? toPlainNumber(value) : toPlainNumber(convertTo(value, 'System.Double'));
}
