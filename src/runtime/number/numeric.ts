// Numbers whatever their .NET type: classification, ranges, and moving between the types.

import { double, NumberBox, PSDecimal, type Value } from '../values.ts';

export type NumberType =
  | 'SByte'
  | 'Byte'
  | 'Int16'
  | 'UInt16'
  | 'Int32'
  | 'UInt32'
  | 'Int64'
  | 'UInt64'
  | 'Single'
  | 'Double'
  | 'Decimal'
  | 'BigInteger';

/** Order of promotion, that of System.TypeCode. */
export const NUMBER_RANK: Record<NumberType, number> = {
  SByte: 5,
  Byte: 6,
  Int16: 7,
  UInt16: 8,
  Int32: 9,
  UInt32: 10,
  Int64: 11,
  UInt64: 12,
  Single: 13,
  Double: 14,
  Decimal: 15,
  BigInteger: 16,
};

/** The .NET number type of a value; undefined when it is no number. */
export function numberTypeOf(value: Value): NumberType | undefined {
  if (typeof value === 'number') return (value | 0) === value ? 'Int32' : 'Double';
  if (typeof value === 'bigint') return 'Int64';
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof NumberBox) return value.type;
  return value instanceof PSDecimal ? 'Decimal' : undefined;
}

export function isNumber(value: Value): boolean {
  return numberTypeOf(value) !== undefined;
}

/** Any number as a JavaScript number (rounding where it must). NaN for what is no number. */
export function toPlainNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof NumberBox) return Number(value.value);
  if (value instanceof PSDecimal) return decimalToNumber(value);
  return Number.NaN;
}

export function decimalToNumber(value: PSDecimal): number {
  return value.scale === 0 ? Number(value.mantissa) : Number(`${value.mantissa}e-${value.scale}`);
}

/** Whole number towards zero, or undefined for NaN and infinities. */
export function toPlainBigInt(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (value instanceof NumberBox && typeof value.value === 'bigint') return value.value;
  if (value instanceof PSDecimal) return value.mantissa / 10n ** BigInt(value.scale);
  const number = toPlainNumber(value);
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
}

export const INTEGER_RANGES: Partial<Record<NumberType, readonly [bigint, bigint]>> = {
  SByte: [-128n, 127n],
  Byte: [0n, 255n],
  Int16: [-32768n, 32767n],
  UInt16: [0n, 65535n],
  Int32: [-2147483648n, 2147483647n],
  UInt32: [0n, 4294967295n],
  Int64: [-9223372036854775808n, 9223372036854775807n],
  UInt64: [0n, 18446744073709551615n],
};

export function fitsInteger(type: NumberType, value: bigint): boolean {
  const range = INTEGER_RANGES[type];
  return range === undefined || (value >= range[0] && value <= range[1]);
}

const bytes: NumberBox[] = [];
/** A Byte; boxes are shared. */
export function byte(value: number): NumberBox {
  return (bytes[value] ??= new NumberBox('Byte', value));
}

/** A value of the given type from a plain number that is known to fit. */
export function makeNumber(type: NumberType, plain: number | bigint): Value {
  switch (type) {
    case 'Int32':
      return Number(plain);
    case 'Double':
      return double(Number(plain));
    case 'Int64':
      return typeof plain === 'bigint' ? plain : BigInt(plain);
    case 'UInt64':
    case 'BigInteger':
      return new NumberBox(type, typeof plain === 'bigint' ? plain : BigInt(plain));
    case 'Single':
      return new NumberBox('Single', Math.fround(Number(plain)));
    case 'Decimal':
      return typeof plain === 'bigint' ? new PSDecimal(plain, 0) : numberToDecimal(plain);
    case 'Byte':
      return byte(Number(plain));
    default:
      return new NumberBox(type, Number(plain));
  }
}

/** Decimal from a Double as .NET does it: 15 significant digits. */
export function numberToDecimal(value: number): PSDecimal {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return new PSDecimal(BigInt(value), 0);
  return parsePlainDecimal(Number(value.toPrecision(15)).toString());
}
/** Digits with optional point and exponent to a Decimal; trailing zeros of the fraction are kept. */
export function parsePlainDecimal(text: string): PSDecimal {
  const match = /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text)!;
  const exponent = Number(match[4] ?? 0);
  let mantissa = BigInt(`${match[2]}${match[3]}` || '0');
  let scale = match[3]!.length - exponent;
  if (scale < 0) {
    mantissa *= 10n ** BigInt(-scale);
    scale = 0;
  }
  while (scale > 28) {
    const rest = mantissa % 10n;
    mantissa = mantissa / 10n + (rest >= 5n ? 1n : 0n);
    scale--;
  }
  return new PSDecimal(match[1] === '-' ? -mantissa : mantissa, scale);
}
