// Number literals: decimal, hexadecimal and binary digits, fraction, exponent, type suffix and multiplier
// (about_Numeric_Literals). What looks like a number but goes on with other characters is a word.

import type { NumericKind } from './ast.ts';
import { classOf, ENDS_NUMBER, ENDS_WORD, isDash, isDigit } from './characters.ts';
import { hexDigit, LexerBase, LexerMode } from './lexer-base.ts';
import type { NumberValue } from './token.ts';

const INT64_MAX = 9223372036854775807n;
/** A number with more digits than this is taken for a mistake: its value would take longer than the script. */
const MOST_DIGITS = 10000;
const DECIMAL_MAX = 79228162514264337593543950335n;

/** Ranges of the types that a suffix asks for. */
const integerRanges: Readonly<Record<string, readonly [NumericKind, bigint, bigint]>> = {
  l: ['Int64', -INT64_MAX - 1n, INT64_MAX],
  s: ['Int16', -32768n, 32767n],
  y: ['SByte', -128n, 127n],
  us: ['UInt16', 0n, 65535n],
  uy: ['Byte', 0n, 255n],
  ul: ['UInt64', 0n, 18446744073709551615n],
};

function asInteger(value: bigint, type: NumericKind): NumberValue {
  return { type, value: type === 'Int64' || type === 'UInt64' || type === 'BigInteger' ? value : Number(value) };
}

/** The smallest of Int32, Int64, Decimal, BigInteger/Double that holds an integer without suffix. */
function unsuffixed(value: bigint, decimalDigits: boolean): NumberValue {
  if (value >= -2147483648n && value <= 2147483647n) return { type: 'Int32', value: Number(value) };
  if (value >= -INT64_MAX - 1n && value <= INT64_MAX) return { type: 'Int64', value };
  if (!decimalDigits) return { type: 'BigInteger', value };
  if (value >= -DECIMAL_MAX && value <= DECIMAL_MAX) return { type: 'Decimal', value: value.toString() };
  return { type: 'Double', value: truncatedDouble(value) };
}

/** .NET cuts off the bits of a large integer that a Double cannot hold instead of rounding. */
function truncatedDouble(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const surplus = BigInt(Math.max(0, magnitude.toString(2).length - 53));
  const cut = Number((magnitude >> surplus) << surplus);
  return value < 0n ? -cut : cut;
}

/** Eight or sixteen digits fill an Int32 or Int64: the highest bit is then the sign, as in 0xFFFFFFFF; y and s have two and four. */
function signedHex(value: bigint, digits: string, suffix: string): bigint {
  const bits = digits.length * 4;
  switch (suffix) {
    case 'y':
      return bits === 8 ? BigInt.asIntN(8, value) : value;
    case 's':
      return bits === 16 ? BigInt.asIntN(16, value) : value;
    case 'l':
      return bits === 64 ? BigInt.asIntN(64, value) : value;
    default:
      return bits === 32 || bits === 64 ? BigInt.asIntN(bits, value) : value;
  }
}

/** 1, 2, 4, 8, 12 or 16 whole bytes carry their sign in the highest bit, whatever the suffix. */
function signedBinary(value: bigint, digits: string): bigint {
  const bits = digits.length;
  const signed = bits === 8 || bits === 16 || bits === 32 || bits === 64 || bits === 96 || bits === 128;
  return signed ? BigInt.asIntN(bits, value) : value;
}

/** A decimal's mantissa and scale, cut to 96 bits and 28 places, halves to even. */
function fitDecimal(mantissa: bigint, scale: number): { mantissa: bigint; scale: number } | undefined {
  let cut = Math.max(0, scale - 28);
  for (let limit = mantissa / 10n ** BigInt(cut); limit > DECIMAL_MAX; limit /= 10n) cut++;
  for (;;) {
    if (cut > scale) return undefined;
    if (cut === 0) return { mantissa, scale };
    const divisor = 10n ** BigInt(cut);
    const rest = (mantissa % divisor) * 2n;
    let rounded = mantissa / divisor;
    if (rest > divisor || (rest === divisor && rounded % 2n === 1n)) rounded++;
    if (rounded <= DECIMAL_MAX) return { mantissa: rounded, scale: scale - cut };
    cut++;
  }
}

export class NumberLexer extends LexerBase {
  /** Reads a number at `start`; undefined, and the position unmoved, if a word stands there. */
  protected scanNumber(start: number): NumberValue | 'invalid' | undefined {
    const { source } = this;
    let position = start;
    let negative = false;
    const first = source.charCodeAt(position);
    if (isDash(first) || first === 43) {
      negative = first !== 43;
      position++;
    }
    const quick = this.scanShortInteger(position, negative);
    if (quick !== undefined) return quick;
    const radix = source.charCodeAt(position) === 48 ? source.charCodeAt(position + 1) | 32 : 0;
    if (radix === 120) return this.scanRadix(start, position + 2, 16, negative);
    if (radix === 98) return this.scanRadix(start, position + 2, 2, negative);
    return this.scanDecimal(start, position, negative);
  }

  /** One to nine digits followed by an end: most numbers. */
  private scanShortInteger(start: number, negative: boolean): NumberValue | undefined {
    let position = start;
    let value = 0;
    for (; position - start < 9; position++) {
      const code = this.source.charCodeAt(position);
      if (!isDigit(code)) break;
      value = value * 10 + code - 48;
    }
    const next = this.source.charCodeAt(position);
    if (position === start || next === 46 || !this.endsNumber(next)) return undefined;
    this.position = position;
    return { type: 'Int32', value: negative && value !== 0 ? -value : value };
  }

  private endsNumber(code: number): boolean {
    const bits = classOf(code);
    if ((bits & ENDS_WORD) !== 0) return true;
    if (this.mode !== LexerMode.Expression) return false;
    if ((bits & ENDS_NUMBER) !== 0) return true;
    return this.ternaryDepth > 0 && (code === 58 || code === 63);
  }

  private scanRadix(
    start: number,
    digitsStart: number,
    radix: number,
    negative: boolean,
  ): NumberValue | 'invalid' | undefined {
    let position = digitsStart;
    for (; ; position++) {
      const digit = hexDigit(this.source.charCodeAt(position));
      if (digit < 0 || digit >= radix) break;
    }
    const digits = this.source.slice(digitsStart, position);
    const tail = this.scanSuffix(position);
    if (tail === undefined) return undefined;
    if (digits.length > MOST_DIGITS) return this.invalid(start);
    if (digits === '') return tail.suffix === '' && radix === 16 ? 'invalid' : undefined;
    const { suffix, multiplier } = tail;
    let value = BigInt((radix === 16 ? '0x' : '0b') + digits);
    if (!suffix.startsWith('u')) value = radix === 16 ? signedHex(value, digits, suffix) : signedBinary(value, digits);
    // 64 bits are an Int64 whatever their value; without a suffix nothing larger than that is valid.
    const wide = digits.length * (radix === 16 ? 4 : 1) === 64 || value > 2147483647n || value < -2147483648n;
    const asked = suffix === '' && wide ? 'l' : suffix;
    return this.finishInteger(start, negative ? -value : value, asked, multiplier, false);
  }

  private scanDigits(position: number): number {
    while (isDigit(this.source.charCodeAt(position))) position++;
    return position;
  }

  private scanDecimal(start: number, digitsStart: number, negative: boolean): NumberValue | 'invalid' | undefined {
    const { source } = this;
    let position = this.scanDigits(digitsStart);
    let real = false;
    if (source.charCodeAt(position) === 46 && source.charCodeAt(position + 1) !== 46) {
      real = true;
      position = this.scanDigits(position + 1);
      if (position === digitsStart + 1) return undefined;
    }
    if ((source.charCodeAt(position) | 32) === 101) {
      const sign = source.charCodeAt(position + 1);
      const exponentStart = position + (isDash(sign) || sign === 43 ? 2 : 1);
      const exponentEnd = this.scanDigits(exponentStart);
      if (exponentEnd === exponentStart) return undefined;
      real = true;
      position = exponentEnd;
    }
    const tail = this.scanSuffix(position);
    if (tail === undefined) return undefined;
    const digits = source.slice(digitsStart, position);
    if (real) return this.finishReal(start, negative, digits, tail.suffix, tail.multiplier);
    if (tail.suffix === 'd') return this.finishReal(start, negative, digits, 'd', tail.multiplier);
    if (digits.length > MOST_DIGITS) return this.invalid(start);
    const value = BigInt(digits);
    return this.finishInteger(start, negative ? -value : value, tail.suffix, tail.multiplier, true);
  }

  /** Suffix in lower case and multiplier; leaves the position behind them. */
  private scanSuffix(position: number): { suffix: string; multiplier: number } | undefined {
    const { source } = this;
    let suffix = '';
    let code = source.charCodeAt(position) | 32;
    if (code === 117) {
      suffix = 'u';
      code = source.charCodeAt(++position) | 32;
    }
    if (code === 108 || code === 115 || code === 121 || (suffix === '' && (code === 100 || code === 110))) {
      suffix += String.fromCharCode(code);
      code = source.charCodeAt(++position) | 32;
    }
    let multiplier = 1;
    if ((source.charCodeAt(position + 1) | 32) === 98) {
      const power = 'kmgtp'.indexOf(String.fromCharCode(code)) + 1;
      if (power > 0 && code > 96) {
        multiplier = 1024 ** power;
        position += 2;
      }
    }
    if (!this.endsNumber(source.charCodeAt(position))) return undefined;
    this.position = position;
    return { suffix, multiplier };
  }

  private finishInteger(
    start: number,
    digits: bigint,
    suffix: string,
    multiplier: number,
    decimalDigits: boolean,
  ): NumberValue | 'invalid' {
    const value = digits * BigInt(multiplier);
    switch (suffix) {
      case '':
        return unsuffixed(value, decimalDigits);
      case 'n':
        return { type: 'BigInteger', value };
      case 'd':
        return value <= DECIMAL_MAX && value >= -DECIMAL_MAX
          ? { type: 'Decimal', value: value.toString() }
          : this.invalid(start);
      case 'u':
        if (value >= 0n && value <= 4294967295n) return { type: 'UInt32', value: Number(value) };
        if (value >= 0n && value <= 18446744073709551615n) return { type: 'UInt64', value };
        return this.invalid(start);
      default: {
        const [type, low, high] = integerRanges[suffix]!;
        return value >= low && value <= high ? asInteger(value, type) : this.invalid(start);
      }
    }
  }

  private finishReal(
    start: number,
    negative: boolean,
    digits: string,
    suffix: string,
    multiplier: number,
  ): NumberValue | 'invalid' {
    if (suffix === 'd') return this.finishDecimal(start, negative, digits, multiplier);
    const value = Number(digits) * multiplier * (negative ? -1 : 1);
    if (suffix === '') return { type: 'Double', value };
    // A fraction or exponent under an integer suffix is rounded to the nearest, half to even: 1.5l is 2.
    if (!Number.isFinite(value)) return this.invalid(start);
    const floor = Math.floor(value);
    const rest = value - floor;
    const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
    return this.finishInteger(start, BigInt(rounded), suffix, 1, true);
  }

  private finishDecimal(start: number, negative: boolean, digits: string, multiplier: number): NumberValue | 'invalid' {
    const [mantissaText = '', exponentText = '0'] = digits
      .toLowerCase()
      .replace(/[\u2013-\u2015]/g, '-')
      .split('e');
    const [whole = '', fraction = ''] = mantissaText.split('.');
    let scale = fraction.length - Number(exponentText);
    if (!(Math.abs(scale) < 400) || whole.length > 400) return this.invalid(start);
    let digitsValue = BigInt(`${whole}${fraction}` || '0');
    if (scale < 0) {
      digitsValue *= 10n ** BigInt(-scale);
      scale = 0;
    }
    const parsed = fitDecimal(digitsValue, scale);
    const product = parsed && fitDecimal(parsed.mantissa * BigInt(multiplier), parsed.scale);
    if (product === undefined) return this.invalid(start);
    const { mantissa } = product;
    scale = product.scale;
    let text = mantissa.toString();
    if (scale > 0) {
      text = text.padStart(scale + 1, '0');
      text = `${text.slice(0, -scale)}.${text.slice(-scale)}`;
    }
    return { type: 'Decimal', value: negative && mantissa !== 0n ? `-${text}` : text };
  }

  private invalid(start: number): 'invalid' {
    this.error('BadNumericConstant', start, this.position, this.source.slice(start, this.position));
    return 'invalid';
  }
}
