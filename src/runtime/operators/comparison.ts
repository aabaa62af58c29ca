// -eq, -lt and the like on two single values, and their filtering forms on collections.

import { convertTo, toBool, toText, tryConvertTo } from '../convert.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { compareDecimal } from '../number/decimal.ts';
import { numberTypeOf, toPlainBigInt, toPlainNumber } from '../number/numeric.ts';
import { scanLiteral } from '../number/parse-number.ts';
import { compareText, equalText } from '../text.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { keyOf } from '../types/collections/key.ts';
import { conversionCause, noConversion } from '../types/conversion-errors.ts';
import { EnumValue } from '../types/enum-value.ts';
import { PSType, typeOf } from '../types/registry.ts';
import { PSChar, PSObject, type Value } from '../values.ts';
import { textToNumber } from './arithmetic.ts';
import { asDecimal, commonType } from './numbers.ts';

interface Comparable {
  compareTo(other: Value): number;
}

function bare(value: Value): Value {
  return value instanceof PSObject && value.base !== undefined ? value.base : value;
}

/** Equality of single values: the right operand is converted to the left one's type. */
export function equals(left: Value, right: Value, ignoreCase = true): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (typeof left === 'string') {
    if (typeof right === 'string') return equalText(left, right, ignoreCase);
    return right !== null && right !== undefined && equalText(left, toText(right), ignoreCase);
  }
  if (left === null || left === undefined) return right === null || right === undefined;
  if (right === null || right === undefined) return false;
  if (typeof left === 'boolean') return left === toBool(right);
  return equalObjects(bare(left), bare(right), ignoreCase);
}

function equalObjects(left: Value, right: Value, ignoreCase: boolean): boolean {
  if (left === right) return true;
  if (typeof left === 'string' || typeof left === 'boolean') return equals(left, right, ignoreCase);
  const leftType = numberTypeOf(left);
  if (leftType !== undefined) {
    const number = numberFrom(right);
    return number !== undefined && compareNumbers(left, number) === 0;
  }
  if (left instanceof PSChar) return equalChars(left, right, ignoreCase);
  const type = typeOf(left)!;
  const own = (left as { equalsTo?: (other: Value) => boolean | undefined }).equalsTo?.(right);
  if (own !== undefined) return own;
  if (typeOf(right) === type) return equalSameType(left, right);
  if ((typeof right === 'object' && type.elementType) || left instanceof PSType) return false;
  const converted = tryConvertTo(right, type);
  return converted !== undefined && equalSameType(left, converted.value);
}

function equalChars(left: PSChar, right: Value, ignoreCase: boolean): boolean {
  const converted = right instanceof PSChar ? { value: right } : tryConvertTo(right, 'System.Char');
  if (!converted) return false;
  const other = (converted.value as PSChar).code;
  if (left.code === other) return true;
  return ignoreCase && String.fromCharCode(left.code).toLowerCase() === String.fromCharCode(other).toLowerCase();
}

/** Object.Equals of two values of one type: by content for value objects, by identity otherwise. */
export function equalSameType(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) return false;
  const equatable = left as { equals?: (other: Value) => boolean };
  if (typeof equatable.equals === 'function') return equatable.equals(right);
  const a = keyOf(left, false);
  return typeof a === 'string' && a === keyOf(right, false);
}

/** A number from the right operand of a comparison with a number; undefined when it cannot be one. */
function numberFrom(value: Value): Value {
  if (numberTypeOf(value) !== undefined) return value;
  if (typeof value === 'string') return value.trim() === '' ? 0 : scanLiteral(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PSChar) return value.code;
  if (value instanceof EnumValue) return Number(value.value);
  return undefined;
}

function compareNumbers(left: Value, right: Value): number {
  if (typeof left === 'number' && typeof right === 'number')
    return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN;
  const type = commonType(left, numberTypeOf(left)!, right, numberTypeOf(right)!);
  if (type === 'Double') {
    const a = toPlainNumber(left);
    const b = toPlainNumber(right);
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  }
  if (type === 'Decimal') return compareDecimal(asDecimal(left), asDecimal(right));
  const a = toPlainBigInt(left)!;
  const b = toPlainBigInt(right)!;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of single values (Sort-Object, -lt …): negative, 0, positive. Throws when they cannot be compared. NaN orders with nothing. */
export function compare(left: Value, right: Value, ignoreCase = true): number {
  if (typeof left === 'number' && typeof right === 'number')
    return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, ignoreCase);
  const a = bare(left);
  const b = bare(right);
  if (a === null || a === undefined) return compareNull(b);
  if (b === null || b === undefined) return -compareNull(a);
  if (typeof a === 'string') return compareText(a, toText(b), ignoreCase);
  if (numberTypeOf(a) !== undefined) return compareNumbers(a, numberOperand(a, b));
  return compareObjects(a, b);
}

/** Null is below everything but negative numbers. */
function compareNull(other: Value): number {
  if (other === null || other === undefined) return 0;
  if (numberTypeOf(other) !== undefined) return toPlainNumber(other) < 0 ? 1 : -1;
  return -1;
}

function numberOperand(left: Value, right: Value): Value {
  if (typeof right === 'string') return textToNumber(right);
  const number = numberFrom(right);
  if (number === undefined) throw comparisonFailure(left, right, noConversion(right, typeOf(left)!));
  return number;
}

function comparisonFailure(left: Value, right: Value, error: DotNetException): DotNetException {
  const cause = conversionCause(error);
  const message = `Could not compare "${toText(left)}" to "${toText(right)}". Error: "${cause.message}"`;
  return new DotNetException('System.Management.Automation.RuntimeException', message, {
    inner: cause,
    errorId: 'ComparisonFailure',
    category: 'InvalidOperation',
  });
}

function compareObjects(left: Value, right: Value): number {
  if (typeof left === 'boolean') {
    const a = Number(left);
    const b = Number(toBool(right));
    return a - b;
  }
  if (left instanceof PSObject) throw customObjectComparison(left, right);
  const type = typeOf(left)!;
  let other = right;
  // Tables have no order: nothing is converted for them.
  if (typeOf(right) !== type && !isDictionary(left)) other = convertForComparison(left, right, type);
  if (left instanceof PSChar) return left.code - (other as PSChar).code;
  if (left instanceof EnumValue) return Number(left.value) - Number((other as EnumValue).value);
  const comparable = left as unknown as Partial<Comparable>;
  if (typeof comparable.compareTo === 'function') return comparable.compareTo(other);
  const member = type.instanceMember('compareto');
  if (member?.kind === 'method') return Number(member.overloads[0]!.body(left, other));
  if (equalSameType(left, other)) return 0;
  throw new DotNetException(
    'System.Management.Automation.RuntimeException',
    `Cannot compare "${shown(left)}" because it is not IComparable.`,
    {
      errorId: 'NotIcomparable',
      category: 'InvalidOperation',
    },
  );
}
function shown(value: Value): string {
  return isEnumerable(value) && !isDictionary(value) ? (typeOf(value)?.id ?? '') : toText(value);
}
function customObjectComparison(left: PSObject, right: Value): DotNetException {
  const a = toText(left);
  return new DotNetException(
    'System.Management.Automation.ExtendedTypeSystemException',
    `Cannot compare "${a}" to "${toText(right)}" because the objects are not the same type or the object "${a}" does not implement "IComparable".`,
    { errorId: 'PSObjectCompareTo', category: 'NotSpecified' },
  );
}
function convertForComparison(left: Value, right: Value, type: PSType): Value {
  // An enumeration is compared by number; names that it does not have are refused as by a cast.
  if (type.isEnum)
    return numberTypeOf(right) !== undefined ? new EnumValue(type, toPlainNumber(right)) : convertTo(right, type);
  try {
    return convertTo(right, type);
  } catch (error) {
    if (error instanceof DotNetException) throw comparisonFailure(left, right, error);
    throw error;
  }
}
// ---------------------------------------------------------------- operators

type Test = (left: Value, right: Value, ignoreCase: boolean) => boolean;

/** A single value gives a Boolean, a collection the elements that pass. */
function filtering(left: Value, right: Value, ignoreCase: boolean, test: Test): Value {
  if (typeof left !== 'object' || left === null || !isEnumerable(left)) return test(left, right, ignoreCase);
  return toArray(left).filter((element) => test(element, right, ignoreCase));
}

export function compareEqual(left: Value, right: Value, ignoreCase = true): Value {
  return filtering(left, right, ignoreCase, equals);
}
export function compareNotEqual(left: Value, right: Value, ignoreCase = true): Value {
  return filtering(left, right, ignoreCase, (a, b, c) => !equals(a, b, c));
}
export function lessThan(left: Value, right: Value, ignoreCase = true): Value {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  return filtering(left, right, ignoreCase, (a, b, c) => compare(a, b, c) < 0);
}
export function lessOrEqual(left: Value, right: Value, ignoreCase = true): Value {
  if (typeof left === 'number' && typeof right === 'number') return left <= right;
  return filtering(left, right, ignoreCase, (a, b, c) => compare(a, b, c) <= 0);
}
export function greaterThan(left: Value, right: Value, ignoreCase = true): Value {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  return filtering(left, right, ignoreCase, (a, b, c) => compare(a, b, c) > 0);
}
export function greaterOrEqual(left: Value, right: Value, ignoreCase = true): Value {
  if (typeof left === 'number' && typeof right === 'number') return left >= right;
  return filtering(left, right, ignoreCase, (a, b, c) => compare(a, b, c) >= 0);
}

/** -contains: whether any element equals the value. */
export function contains(collection: Value, value: Value, ignoreCase = true): boolean {
  if (!isEnumerable(collection)) return equals(collection, value, ignoreCase);
  for (const element of toArray(collection)) if (equals(element, value, ignoreCase)) return true;
  return false;
}
