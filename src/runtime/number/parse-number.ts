// Text to numbers: as .NET's Parse methods do it, and as PowerShell's own reading of number literals does it in conversions.

import { DotNetException } from '../errors.ts';
import { double, NumberBox, PSDecimal, type Value } from '../values.ts';
import type { CultureData } from './cultures.ts';
import { DECIMAL_MAX } from './decimal.ts';
import { fitsInteger, makeNumber, type NumberType, parsePlainDecimal } from './numeric.ts';

const RANGE_TEXT: Partial<Record<NumberType, string>> = {
  SByte: 'Value was either too large or too small for a signed byte.',
  Byte: 'Value was either too large or too small for an unsigned byte.',
  Int16: 'Value was either too large or too small for an Int16.',
  UInt16: 'Value was either too large or too small for a UInt16.',
  Int32: 'Value was either too large or too small for an Int32.',
  UInt32: 'Value was either too large or too small for a UInt32.',
  Int64: 'Value was either too large or too small for an Int64.',
  UInt64: 'Value was either too large or too small for a UInt64.',
  Decimal: 'Value was either too large or too small for a Decimal.',
};
export function overflow(type: NumberType): DotNetException {
  return new DotNetException(
    'System.OverflowException',
    RANGE_TEXT[type] ?? 'Arithmetic operation resulted in an overflow.',
  );
}
export function badFormat(text: string): DotNetException {
  return new DotNetException('System.FormatException', `The input string '${text}' was not in a correct format.`);
}

/** System.Globalization.NumberStyles. */
export const STYLE = {
  leadingWhite: 1,
  trailingWhite: 2,
  leadingSign: 4,
  trailingSign: 8,
  parentheses: 16,
  point: 32,
  thousands: 64,
  exponent: 128,
  currency: 256,
  hex: 512,
  binary: 1024,
};
export const STYLE_INTEGER = 7;
export const STYLE_FLOAT = 167;
export const STYLE_NUMBER = 111;
export const STYLE_FLOAT_THOUSANDS = 231;

interface Scanned {
  negative: boolean;
  whole: string;
  fraction: string;
  exponent: number;
}

/** Plain parts of a number text allowed by `style`; undefined when it is none. */
function scan(text: string, style: number, culture: CultureData): Scanned | undefined {
  let s = text.replace(/\0+$/, '');
  if (style & STYLE.leadingWhite) s = s.replace(/^[\t-\r ]+/, '');
  if (style & STYLE.trailingWhite) s = s.replace(/[\t-\r ]+$/, '');
  let negative = false;
  if (style & STYLE.parentheses && s.startsWith('(') && s.endsWith(')')) {
    negative = true;
    s = s.slice(1, -1);
  }
  if (style & STYLE.currency) s = s.replace(culture.currencySymbol, '').trim();
  if (style & STYLE.leadingSign && /^[-+\u2212]/.test(s)) {
    negative = s[0] !== '+';
    s = s.slice(1);
  } else if (style & STYLE.trailingSign && /[-+]$/.test(s)) {
    negative = s.endsWith('-');
    s = s.slice(0, -1);
  }
  if (style & STYLE.currency) s = s.replace(culture.currencySymbol, '').trim();
  return scanDigits(s, negative, style, culture);
}

function scanDigits(text: string, negative: boolean, style: number, culture: CultureData): Scanned | undefined {
  let s = text;
  let exponent = 0;
  if (style & STYLE.exponent) {
    const match = /[eE]([-+]?\d+)$/.exec(s);
    if (match) {
      exponent = Number(match[1]);
      s = s.slice(0, match.index);
    }
  }
  let whole = s;
  let fraction = '';
  const point = s.indexOf(culture.decimalSeparator);
  if (style & STYLE.point && point >= 0) {
    whole = s.slice(0, point);
    fraction = s.slice(point + 1);
  }
  if (style & STYLE.thousands && whole !== '' && /^\d/.test(whole))
    whole = whole.split(culture.groupSeparator).join('');
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || whole.length + fraction.length === 0) return undefined;
  return { negative, whole, fraction, exponent };
}

/** T.Parse(text, style, culture) for any number type; throws FormatException or OverflowException. */
export function parseNumber(type: NumberType, text: string, style: number, culture: CultureData): Value {
  if (style & (STYLE.hex | STYLE.binary)) return parseRadix(type, text, style);
  const floating = type === 'Double' || type === 'Single';
  const special = floating ? parseSpecial(text.trim(), culture) : undefined;
  if (special !== undefined) return makeNumber(type, special);
  const parts = scan(text, style, culture);
  if (!parts) throw badFormat(text);
  const sign = parts.negative ? '-' : '';
  if (floating)
    return makeNumber(type, Number(`${sign}${parts.whole || '0'}.${parts.fraction || '0'}e${parts.exponent}`));
  const decimal = parsePlainDecimal(`${sign}${parts.whole}.${parts.fraction}e${parts.exponent}`);
  if (type === 'Decimal') {
    const size = decimal.mantissa < 0n ? -decimal.mantissa : decimal.mantissa;
    return size > DECIMAL_MAX ? shrink(decimal) : decimal;
  }
  const unit = 10n ** BigInt(decimal.scale);
  if (decimal.mantissa % unit !== 0n) throw overflow(type);
  const whole = decimal.mantissa / unit;
  if (!fitsInteger(type, whole)) throw overflow(type);
  return makeNumber(type, whole);
}

function shrink(value: PSDecimal): PSDecimal {
  let { mantissa, scale } = value;
  while ((mantissa < 0n ? -mantissa : mantissa) > DECIMAL_MAX) {
    if (scale === 0) throw overflow('Decimal');
    mantissa = (mantissa + (mantissa < 0n ? -5n : 5n)) / 10n;
    scale--;
  }
  return new PSDecimal(mantissa, scale);
}

function parseSpecial(text: string, culture: CultureData): number | undefined {
  const lower = text.toLowerCase();
  if (lower === 'nan') return Number.NaN;
  const infinity = culture.infinity.toLowerCase();
  if (lower === infinity || lower === `+${infinity}` || lower === 'infinity') return Number.POSITIVE_INFINITY;
  if (lower === `-${infinity}` || lower === '-infinity') return Number.NEGATIVE_INFINITY;
  return undefined;
}

const WIDTH: Partial<Record<NumberType, number>> = {
  SByte: 8,
  Byte: 8,
  Int16: 16,
  UInt16: 16,
  Int32: 32,
  UInt32: 32,
  Int64: 64,
  UInt64: 64,
};
function parseRadix(type: NumberType, text: string, style: number): Value {
  const hex = (style & STYLE.hex) !== 0;
  const trimmed = text.trim();
  if (!(hex ? /^[0-9a-f]+$/i : /^[01]+$/).test(trimmed)) throw badFormat(text);
  let value = BigInt((hex ? '0x' : '0b') + trimmed);
  const bits = WIDTH[type];
  if (bits === undefined)
    return makeNumber(type, hex && /^[89a-f]/i.test(trimmed) ? value - (1n << BigInt(trimmed.length * 4)) : value);
  if (value >= 1n << BigInt(bits)) throw overflow(type);
  if (fitsInteger(type, value)) return makeNumber(type, value);
  value -= 1n << BigInt(bits);
  return makeNumber(type, value);
}

const SUFFIX: Record<string, NumberType> = {
  y: 'SByte',
  uy: 'Byte',
  s: 'Int16',
  us: 'UInt16',
  l: 'Int64',
  u: 'UInt32',
  ul: 'UInt64',
  n: 'BigInteger',
  d: 'Decimal',
};
const MULTIPLIER: Record<string, bigint> = {
  kb: 1n << 10n,
  mb: 1n << 20n,
  gb: 1n << 30n,
  tb: 1n << 40n,
  pb: 1n << 50n,
};
const LITERAL =
  /^\s*([-+]?)(?:0x([0-9a-f]+?)|0b([01]+)|(\d*\.\d+|\d+\.?)(e[-+]?\d+)?)(uy|us|ul|y|s|l|u|n|d)?(kb|mb|gb|tb|pb)?\s*$/i;

/** A text as PowerShell's tokenizer reads a number; undefined when it is none. `'0x1F'`, `'1kb'`, `' 7 '`, `'1e2'`. */
export function scanLiteral(text: string): Value {
  const match = LITERAL.exec(text);
  if (!match) return undefined;
  const [, sign, hex, binary, digits, exponent, suffixText, multiplierText] = match;
  const suffix = suffixText === undefined ? undefined : SUFFIX[suffixText.toLowerCase()]!;
  const multiplier = multiplierText === undefined ? 1n : MULTIPLIER[multiplierText.toLowerCase()]!;
  const negative = sign === '-';
  if (digits !== undefined && (digits.includes('.') || exponent !== undefined || suffix === 'Decimal')) {
    return realLiteral(`${negative ? '-' : ''}${digits}${exponent ?? ''}`, suffix, multiplier);
  }
  let value =
    hex !== undefined ? hexLiteral(hex, suffix) : binary !== undefined ? BigInt(`0b${binary}`) : BigInt(digits!);
  value *= multiplier;
  if (negative) value = -value;
  return integerLiteral(value, suffix);
}

function hexLiteral(hex: string, suffix: NumberType | undefined): bigint {
  const value = BigInt(`0x${hex}`);
  if (suffix === undefined && hex.length === 8 && value > 0x7fffffffn) return value - (1n << 32n);
  if (suffix !== 'UInt64' && suffix !== 'BigInteger' && hex.length === 16 && value > 0x7fffffffffffffffn)
    return value - (1n << 64n);
  return value;
}

function realLiteral(text: string, suffix: NumberType | undefined, multiplier: bigint): Value {
  if (suffix === 'Decimal') {
    const decimal = parsePlainDecimal(text);
    return new PSDecimal(decimal.mantissa * multiplier, decimal.scale);
  }
  const value = Number(text) * Number(multiplier);
  if (suffix === undefined) return double(value);
  const rounded = BigInt(Math.round(value));
  return fitsInteger(suffix, rounded) ? makeNumber(suffix, rounded) : undefined;
}

function integerLiteral(value: bigint, suffix: NumberType | undefined): Value {
  if (suffix !== undefined) {
    if (suffix === 'UInt32' && !fitsInteger('UInt32', value))
      return fitsInteger('UInt64', value) ? new NumberBox('UInt64', value) : undefined;
    return fitsInteger(suffix, value) ? makeNumber(suffix, value) : undefined;
  }
  if (fitsInteger('Int32', value)) return Number(value);
  if (fitsInteger('Int64', value)) return value;
  const size = value < 0n ? -value : value;
  return size <= DECIMAL_MAX ? new PSDecimal(value, 0) : double(Number(value));
}
