// System.Decimal arithmetic: 96-bit mantissa, scale 0 to 28, results rounded half to even where digits must go.

import { DotNetException } from '../errors.ts';
import { PSDecimal } from '../values.ts';

export const DECIMAL_MAX = 79228162514264337593543950335n;

export function decimalOverflow(): DotNetException {
  return new DotNetException('System.OverflowException', 'Value was either too large or too small for a Decimal.');
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Divides rounding half to even. */
export function divideHalfEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const rest = abs(value % divisor) * 2n;
  const limit = abs(divisor);
  const up = rest > limit || (rest === limit && quotient % 2n !== 0n);
  if (!up) return quotient;
  return value < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

/** Brings mantissa and scale into the range of a Decimal, or throws. */
export function normalize(mantissa: bigint, scale: number): PSDecimal {
  if (scale > 28) {
    mantissa = divideHalfEven(mantissa, 10n ** BigInt(scale - 28));
    scale = 28;
  }
  if (abs(mantissa) > DECIMAL_MAX) {
    let drop = Math.max(1, abs(mantissa).toString().length - 29);
    let rounded = divideHalfEven(mantissa, 10n ** BigInt(drop));
    if (abs(rounded) > DECIMAL_MAX) rounded = divideHalfEven(mantissa, 10n ** BigInt(++drop));
    if (scale < drop) throw decimalOverflow();
    return new PSDecimal(rounded, scale - drop);
  }
  return new PSDecimal(mantissa, scale);
}

function align(left: PSDecimal, right: PSDecimal): [bigint, bigint, number] {
  if (left.scale === right.scale) return [left.mantissa, right.mantissa, left.scale];
  if (left.scale > right.scale) {
    return [left.mantissa, right.mantissa * 10n ** BigInt(left.scale - right.scale), left.scale];
  }
  return [left.mantissa * 10n ** BigInt(right.scale - left.scale), right.mantissa, right.scale];
}

export function addDecimal(left: PSDecimal, right: PSDecimal): PSDecimal {
  const [a, b, scale] = align(left, right);
  return normalize(a + b, scale);
}
export function subtractDecimal(left: PSDecimal, right: PSDecimal): PSDecimal {
  const [a, b, scale] = align(left, right);
  return normalize(a - b, scale);
}
export function multiplyDecimal(left: PSDecimal, right: PSDecimal): PSDecimal {
  return normalize(left.mantissa * right.mantissa, left.scale + right.scale);
}
/** The quotient has the fewest digits that are exact, but not fewer than the difference of the scales. */
export function divideDecimal(left: PSDecimal, right: PSDecimal): PSDecimal {
  const wanted = Math.max(0, left.scale - right.scale);
  const shift = 28 + right.scale - left.scale;
  const numerator = shift >= 0 ? left.mantissa * 10n ** BigInt(shift) : left.mantissa;
  const denominator = shift >= 0 ? right.mantissa : right.mantissa * 10n ** BigInt(-shift);
  const extra = 12n;
  const precise = (numerator * 10n ** extra) / denominator;
  let result = roundToFit(precise, 28 + Number(extra), (numerator * 10n ** extra) % denominator !== 0n);
  while (result.scale > wanted && result.mantissa % 10n === 0n)
    result = new PSDecimal(result.mantissa / 10n, result.scale - 1);
  return result;
}

function roundToFit(mantissa: bigint, scale: number, inexact: boolean): PSDecimal {
  let drop = scale - 28;
  const size = abs(mantissa);
  while (size / 10n ** BigInt(drop) > DECIMAL_MAX) drop++;
  // One digit below decides; a rest beyond it breaks the tie upwards.
  const divisor = 10n ** BigInt(drop);
  const sticky = inexact ? (mantissa < 0n ? -1n : 1n) : 0n;
  let rounded = divideHalfEven(mantissa * 10n + sticky, divisor * 10n);
  if (abs(rounded) > DECIMAL_MAX) {
    drop++;
    rounded = divideHalfEven(mantissa, 10n ** BigInt(drop));
  }
  if (drop > scale) throw decimalOverflow();
  return new PSDecimal(rounded, scale - drop);
}

export function remainderDecimal(left: PSDecimal, right: PSDecimal): PSDecimal {
  const [a, b, scale] = align(left, right);
  return normalize(a % b, scale);
}
export function compareDecimal(left: PSDecimal, right: PSDecimal): number {
  const [a, b] = align(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}
export function negateDecimal(value: PSDecimal): PSDecimal {
  return new PSDecimal(-value.mantissa, value.scale);
}

export type Midpoint = 'ToEven' | 'AwayFromZero' | 'ToZero' | 'ToNegativeInfinity' | 'ToPositiveInfinity';

/** Math.Round for Decimal. */
export function roundDecimal(value: PSDecimal, digits: number, mode: Midpoint = 'ToEven'): PSDecimal {
  if (value.scale <= digits) return value;
  return new PSDecimal(roundBig(value.mantissa, 10n ** BigInt(value.scale - digits), mode), digits);
}

export function roundBig(value: bigint, divisor: bigint, mode: Midpoint): bigint {
  const quotient = value / divisor;
  const rest = value % divisor;
  if (rest === 0n) return quotient;
  const away = value < 0n ? quotient - 1n : quotient + 1n;
  switch (mode) {
    case 'ToEven':
      return divideHalfEven(value, divisor);
    case 'AwayFromZero':
      return abs(rest) * 2n >= divisor ? away : quotient;
    case 'ToZero':
      return quotient;
    case 'ToNegativeInfinity':
      return value < 0n ? away : quotient;
    default:
      return value < 0n ? quotient : away;
  }
}

export function decimalText(value: PSDecimal): string {
  const negative = value.mantissa < 0n;
  let digits = abs(value.mantissa).toString();
  if (value.scale > 0) {
    digits = digits.padStart(value.scale + 1, '0');
    digits = `${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
  }
  return negative ? `-${digits}` : digits;
}
