// Conversions to number types, Boolean and Char.

import { toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { invariantCulture } from '../number/cultures.ts';
import { divideHalfEven } from '../number/decimal.ts';
import {
  fitsInteger,
  makeNumber,
  type NumberType,
  numberTypeOf,
  toPlainBigInt,
  toPlainNumber,
} from '../number/numeric.ts';
import {
  overflow,
  parseNumber,
  STYLE,
  STYLE_FLOAT,
  STYLE_FLOAT_THOUSANDS,
  STYLE_NUMBER,
  scanLiteral,
} from '../number/parse-number.ts';
import { truncateToDouble } from '../operators/numbers.ts';
import { double, NumberBox, PSChar, PSDecimal, type Value } from '../values.ts';
import { castFailure, castMessage, noConversion } from './conversion-errors.ts';
import { EnumValue } from './enum-value.ts';
import { type PSType, typeOf } from './registry.ts';

/** Whole number nearest to a number, half to even; undefined when there is none. */
export function roundToBigInt(value: Value): bigint | undefined {
  if (value instanceof PSDecimal) return divideHalfEven(value.mantissa, 10n ** BigInt(value.scale));
  if (typeof value === 'number' || (value instanceof NumberBox && typeof value.value === 'number')) {
    const plain = toPlainNumber(value);
    if (!Number.isFinite(plain)) return undefined;
    return BigInt(roundHalfEven(plain));
  }
  return toPlainBigInt(value);
}
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Number to number; overflow is InvalidCastIConvertible. */
export function numberToNumber(value: Value, from: NumberType, to: NumberType, type: PSType): Value {
  if (from === to) return value;
  if (to === 'Double')
    return double(
      from === 'BigInteger' ? truncateToDouble((value as NumberBox).value as bigint) : toPlainNumber(value),
    );
  if (to === 'Single') {
    const plain = Math.fround(toPlainNumber(value));
    return new NumberBox('Single', plain);
  }
  if (to === 'Decimal') return toDecimal(value, from, type);
  if (to === 'BigInteger') {
    const whole = toPlainBigInt(value);
    if (whole === undefined)
      throw castFailure(
        value,
        type,
        new DotNetException('System.OverflowException', 'BigInteger cannot represent infinity.'),
        'InvalidCastConstructorException',
      );
    return new NumberBox('BigInteger', whole);
  }
  const whole = roundToBigInt(value);
  if (whole === undefined || !fitsInteger(to, whole))
    throw castFailure(value, type, numberOverflow(from, to), 'InvalidCastIConvertible');
  return makeNumber(to, whole);
}
/** Checked conversions of floating numbers to 64 bits have the general text. */
function numberOverflow(from: NumberType, to: NumberType): DotNetException {
  const floating = from === 'Double' || from === 'Single';
  if (floating && (to === 'Int64' || to === 'UInt64'))
    return new DotNetException('System.OverflowException', 'Arithmetic operation resulted in an overflow.');
  return overflow(to);
}

function toDecimal(value: Value, from: NumberType, type: PSType): Value {
  const whole = from === 'Double' || from === 'Single' ? undefined : toPlainBigInt(value);
  if (whole !== undefined) {
    const size = whole < 0n ? -whole : whole;
    if (size > 79228162514264337593543950335n)
      throw castFailure(value, type, overflow('Decimal'), 'InvalidCastIConvertible');
    return new PSDecimal(whole, 0);
  }
  const plain = toPlainNumber(value);
  if (!Number.isFinite(plain) || Math.abs(plain) >= 7.9228162514264338e28)
    throw castFailure(value, type, overflow('Decimal'), 'InvalidCastIConvertible');
  const digits = plain.toPrecision(from === 'Single' ? 7 : 15);
  const parsed = parseNumber('Decimal', Number(digits).toString(), STYLE_FLOAT, invariantCulture()) as PSDecimal;
  let { mantissa, scale } = parsed;
  while (scale > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    scale--;
  }
  return new PSDecimal(mantissa, scale);
}

const STRING_ERROR: Partial<Record<NumberType, string>> = {
  Double: 'InvalidCastFromStringToDoubleOrSingle',
  Single: 'InvalidCastFromStringToDoubleOrSingle',
  Decimal: 'InvalidCastFromStringToDecimal',
};

/** String to number as PowerShell casts it: .NET's parsing first, then PowerShell's literals (`0x10`, `1kb`, `3.6` for Int32). */
export function stringToNumber(text: string, to: NumberType, type: PSType): Value {
  if (text.trim() === '') return makeNumber(to, 0);
  let failure: DotNetException;
  try {
    if (to === 'Double' || to === 'Single') return parseNumber(to, text, STYLE_FLOAT_THOUSANDS, invariantCulture());
    if (to === 'Decimal' || to === 'BigInteger') {
      const literal = literalToNumber(text, to, type);
      if (literal !== undefined) return literal;
      return parseNumber(to, text, STYLE_NUMBER | STYLE.exponent, invariantCulture());
    }
    const match = /^\s*[-+]?\d[\d,]*\s*$/.test(text);
    if (match) return parseNumber(to, text, STYLE_NUMBER & ~STYLE.point, invariantCulture());
    failure = new DotNetException('System.FormatException', `The input string '${text}' was not in a correct format.`);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    failure = error;
  }
  const converted = literalToNumber(text, to, type);
  if (converted !== undefined) return converted;
  if (to === 'BigInteger') failure = new DotNetException('System.FormatException', 'The value could not be parsed.');
  throw castFailure(text, type, failure, STRING_ERROR[to] ?? 'InvalidCastFromStringToInteger');
}

function literalToNumber(text: string, to: NumberType, type: PSType): Value {
  let literal = scanLiteral(text);
  if (literal === undefined && /^\s*[-+]?[\d,]*\.?\d*(e[-+]?\d+)?\s*$/i.test(text) && /\d/.test(text)) {
    try {
      literal = parseNumber('Double', text, STYLE_FLOAT_THOUSANDS, invariantCulture());
    } catch {
      return undefined;
    }
  }
  if (
    literal === undefined ||
    (typeof literal === 'number' && !Number.isFinite(literal) && to !== 'Double' && to !== 'Single')
  )
    return undefined;
  try {
    return numberToNumber(literal, numberTypeOf(literal)!, to, type);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    const range = error.options.inner?.options.inner;
    throw castFailure(text, type, range ?? error, STRING_ERROR[to] ?? 'InvalidCastFromStringToInteger');
  }
}

/** Any value to a number type. */
export function convertToNumber(value: Value, to: NumberType, type: PSType): Value {
  if (value === null || value === undefined) return makeNumber(to, 0);
  const from = numberTypeOf(value);
  if (from !== undefined) return numberToNumber(value, from, to, type);
  if (typeof value === 'string') return stringToNumber(value, to, type);
  if (typeof value === 'boolean') return makeNumber(to, value ? 1 : 0);
  if (value instanceof PSChar) {
    if (!fitsInteger(to, BigInt(value.code))) throw castFailure(value, type, overflow(to), 'InvalidCastIConvertible');
    return makeNumber(to, value.code);
  }
  if (value instanceof EnumValue) {
    const whole = BigInt(value.value);
    if (!fitsInteger(to, whole)) throw castFailure(value, type, overflow(to), 'InvalidCastIConvertible');
    return makeNumber(to, whole);
  }
  const numeric = value as { toNumber?: () => Value };
  if (typeof numeric.toNumber === 'function') return convertToNumber(numeric.toNumber(), to, type);
  if (typeOf(value)?.id === 'System.DateTime') throw invalidCast(value, type, 'DateTime');
  throw noConversion(value, type);
}
function invalidCast(value: Value, type: PSType, from: string): DotNetException {
  const message = `Invalid cast from '${from}' to '${type.name}'.`;
  return castFailure(
    value,
    type,
    new DotNetException('System.InvalidCastException', message),
    'InvalidCastIConvertible',
  );
}

export function convertToChar(value: Value, type: PSType): Value {
  if (value === null || value === undefined) return new PSChar(0);
  if (value instanceof PSChar) return value;
  if (typeof value === 'string') {
    if (value.length === 1) return new PSChar(value.charCodeAt(0));
    throw castFailure(
      value,
      type,
      new DotNetException('System.FormatException', 'String must be exactly one character long.'),
      'InvalidCastParseTargetInvocation',
    );
  }
  const from = numberTypeOf(value);
  if (from === 'Double' || from === 'Single' || from === 'Decimal') throw invalidCast(value, type, from);
  const whole =
    from === undefined ? (value instanceof EnumValue ? BigInt(value.value) : undefined) : toPlainBigInt(value);
  if (whole === undefined)
    throw typeof value === 'boolean' ? invalidCast(value, type, 'Boolean') : noConversion(value, type);
  if (whole < 0n || whole > 65535n) {
    throw castFailure(
      value,
      type,
      new DotNetException('System.OverflowException', 'Value was either too large or too small for a character.'),
      'InvalidCastIConvertible',
    );
  }
  return new PSChar(Number(whole));
}

/** Names of an enum's values joined, for messages. */
function enumNames(type: PSType, separator: string): string {
  return sortedNames(type).join(separator);
}
/** In the order of Enum.GetNames: by unsigned value. */
export function sortedNames(type: PSType): string[] {
  const values = Object.entries(type.spec.enumValues ?? {}).map(
    ([name, value]) => [name, BigInt.asUintN(64, BigInt(value))] as const,
  );
  return values.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)).map(([name]) => name);
}

/** Any value to an enum. */
export function convertToEnum(value: Value, type: PSType): Value {
  if (value === null || value === undefined) {
    throw castMessage(
      `Cannot convert null to type "${type.id}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${enumNames(type, ',')}".`,
      'nullToEnumInvalidCast',
    );
  }
  if (typeof value === 'string') return enumFromText(value, type);
  if (value instanceof EnumValue) return enumFromNumber(value.value, value, type);
  if (Array.isArray(value)) return enumFromText(value.map((item) => toText(item)).join(','), type);
  const number = numberTypeOf(value);
  if (number === undefined) throw noConversion(value, type);
  if (number === 'Double' || number === 'Single' || number === 'Decimal') return enumFromText(toText(value), type);
  return enumFromNumber(roundToBigInt(value) ?? 0n, value, type);
}

function enumFromNumber(number: number | bigint, original: Value, type: PSType): EnumValue {
  const whole = BigInt(number);
  if (!isDefined(type, whole)) {
    throw castMessage(
      `Cannot convert value "${toText(original)}" to type "${type.id}" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${enumNames(type, ',')}".`,
      'UndefinedIntegerToEnum',
    );
  }
  return new EnumValue(type, Number(whole));
}
function isDefined(type: PSType, value: bigint): boolean {
  const values = Object.values(type.spec.enumValues ?? {}).map(BigInt);
  if (values.includes(value)) return true;
  if (!type.spec.flags) return false;
  const all = values.reduce((sum, bits) => sum | bits, 0n);
  return (value & ~all) === 0n;
}

function enumFromText(text: string, type: PSType): EnumValue {
  let result = 0n;
  const parts = text.split(',');
  for (const part of parts) result |= BigInt(enumFromName(part.trim(), text, type, parts.length > 1));
  return new EnumValue(type, Number(result));
}
function enumFromName(name: string, text: string, type: PSType, several: boolean): number | bigint {
  if (/^[-+]?\d+$/.test(name)) return enumFromNumber(BigInt(name), text, type).value;
  const values = type.spec.enumValues ?? {};
  const lower = name.toLowerCase();
  const candidates: string[] = [];
  for (const known in values) {
    const knownLower = known.toLowerCase();
    if (knownLower === lower) return values[known]!;
    if (knownLower.startsWith(lower)) candidates.push(known);
  }
  if (candidates.length === 1 && name !== '') return values[candidates[0]!]!;
  const names = enumNames(type, ', ');
  const shown = several ? name : text;
  const message =
    candidates.length > 1
      ? `The identifier name ${shown} cannot be processed because it is either too similar or identical to the following enumerator names: ${sortedNames(
          type,
        )
          .filter((known) => candidates.includes(known))
          .join(', ')}. Use a more specific identifier name.`
      : `Unable to match the identifier name ${shown} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${names}`;
  const cause = new DotNetException('System.Management.Automation.RuntimeException', message);
  throw castFailure(text, type, cause, 'SubstringDisambiguationEnumParseThrewAnException');
}
