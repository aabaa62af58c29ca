// Numbers to text: the default forms, standard format strings (N2, D5, X8 …); custom ones are in format-custom.ts.

import { DotNetException } from '../errors.ts';
import { NumberBox, PSDecimal, type Value } from '../values.ts';
import type { CultureData } from './cultures.ts';
import { invariantCulture } from './cultures.ts';
import { decimalText } from './decimal.ts';
import { type Digits, digitsOf, fixedText, groupThousands, roundDigits } from './digits.ts';
import { formatCustom } from './format-custom.ts';
import { type NumberType, numberTypeOf } from './numeric.ts';

export function formatException(message: string): DotNetException {
  return new DotNetException('System.FormatException', message);
}
const BAD_SPECIFIER = 'Format specifier was invalid.';

/** Shortest text of a Double that reads back as the same number (`R`), with the switch to exponents at 1E+17 and below 1E-04. */
export function doubleText(value: number, culture: CultureData = invariantCulture()): string {
  if (!Number.isFinite(value)) return specialText(value, culture);
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  const magnitude = value < 0 ? -value : value;
  if (magnitude < 1e17 && (magnitude >= 1e-4 || magnitude === 0))
    return culture.decimalSeparator === '.' ? text : text.replace('.', culture.decimalSeparator);
  return scientificText(digitsOf(text), culture, 'E', 2);
}
function specialText(value: number, culture: CultureData): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? culture.infinity : `-${culture.infinity}`;
}

/** Significant digits in general form, exponent when it is below -4 or not below `precision`. */
export function generalText(number: Digits, precision: number, culture: CultureData, exponentLetter = 'E'): string {
  const rounded = roundDigits(number, precision);
  const exponent = rounded.scale - 1;
  if (rounded.digits === '') return number.negative && number.digits === '' ? '-0' : '0';
  if (exponent >= precision || exponent < -4) return scientificText(rounded, culture, exponentLetter, 2);
  const [whole, fraction] = fixedText(rounded, Math.max(0, rounded.digits.length - rounded.scale));
  return `${rounded.negative ? '-' : ''}${whole}${fraction === '' ? '' : culture.decimalSeparator + fraction}`;
}

function scientificText(
  number: Digits,
  culture: CultureData,
  letter: string,
  exponentDigits: number,
  decimals?: number,
): string {
  const rounded = decimals === undefined ? number : roundDigits(number, decimals + 1);
  const digits = rounded.digits === '' ? '0' : rounded.digits;
  const exponent = rounded.digits === '' ? 0 : rounded.scale - 1;
  const fraction = decimals === undefined ? digits.slice(1) : digits.slice(1).padEnd(decimals, '0');
  const power = String(Math.abs(exponent)).padStart(exponentDigits, '0');
  return `${number.negative ? '-' : ''}${digits[0]}${fraction === '' ? '' : culture.decimalSeparator + fraction}${letter}${exponent < 0 ? '-' : '+'}${power}`;
}

/** The 15 (Single: 7) digits that PowerShell's own conversions and the screen show. */
export function doubleTextShort(value: number, precision: 15 | 7, culture: CultureData = invariantCulture()): string {
  if (!Number.isFinite(value)) return specialText(value, culture);
  if (Number.isInteger(value) && value < 1e15 && value > -1e15 && precision === 15)
    return Object.is(value, -0) ? '-0' : String(value);
  return generalText(digitsOf(value.toPrecision(precision)), precision, culture);
}

function singleText(value: number, culture: CultureData): string {
  if (!Number.isFinite(value)) return specialText(value, culture);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const digits = digitsOf(shortestSingle(value));
  return generalText(digits, 9, culture);
}
/** Fewest digits that give the same Single. */
export function shortestSingle(value: number): string {
  for (let precision = 1; precision <= 9; precision++) {
    const text = value.toPrecision(precision);
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

/** ToString() of any number without a format. */
export function numberText(value: Value, culture: CultureData = invariantCulture()): string {
  if (typeof value === 'number')
    return (value | 0) === value && !Object.is(value, -0) ? String(value) : doubleText(value, culture);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof PSDecimal) {
    const text = decimalText(value);
    return culture.decimalSeparator === '.' ? text : text.replace('.', culture.decimalSeparator);
  }
  const box = value as NumberBox;
  if (box.type === 'Double') return doubleText(box.value as number, culture);
  if (box.type === 'Single') return singleText(box.value as number, culture);
  return String(box.value);
}

const simpleFormats = new Map<string, { letter: string; precision: number } | null>();
function standardFormat(format: string): { letter: string; precision: number } | null {
  let parsed = simpleFormats.get(format);
  if (parsed === undefined) {
    const match = /^([A-Za-z])(\d{0,9})$/.exec(format);
    parsed = match ? { letter: match[1]!, precision: match[2] === '' ? -1 : Number(match[2]) } : null;
    simpleFormats.set(format, parsed);
  }
  return parsed;
}

/** ToString(format, culture) of any number. */
export function formatNumber(value: Value, format: string | null | undefined, culture: CultureData): string {
  if (format === null || format === undefined || format === '') return numberText(value, culture);
  const type = numberTypeOf(value)!;
  const standard = standardFormat(format);
  if (standard && typeof value === 'number' && standard.precision <= 50) {
    const quick = quickText(value, standard.letter, standard.precision, culture);
    if (quick !== undefined) return quick;
  }
  const plain =
    typeof value === 'number' ? value : value instanceof NumberBox && typeof value.value === 'number' ? value.value : 0;
  if (!Number.isFinite(plain)) return specialText(plain, culture);
  if (!standard) return formatCustom(customDigits(value, type), format, culture);
  return formatStandard(value, type, standard.letter, standard.precision, culture);
}

/** toFixed, but a Double that lies exactly between two texts takes the even one. */
function fixedHalfEven(value: number, decimals: number): string {
  const rounded = value.toFixed(decimals);
  if (decimals > 49) return rounded;
  const finer = value.toFixed(decimals + 1);
  if (!finer.endsWith('5') || /[1-9]/.test(value.toFixed(decimals + 51).slice(finer.length))) return rounded;
  const cut = finer.slice(0, decimals === 0 ? -2 : -1);
  return Number(cut.at(-1)) % 2 === 0 ? cut : rounded;
}

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** toFixed, by arithmetic where the number is small and stands clear of a tie. */
function fixedDigits(value: number, decimals: number): string {
  const power = POWERS[decimals];
  const scaled = power === undefined ? Number.POSITIVE_INFINITY : value * power;
  if (scaled > 1e12) return fixedHalfEven(value, decimals);
  const rest = scaled - Math.floor(scaled);
  if (rest > 0.499 && rest < 0.501) return fixedHalfEven(value, decimals);
  const units = Math.round(scaled);
  const whole = Math.floor(units / power!);
  if (decimals === 0) return String(whole);
  return `${whole}.${String(units - whole * power!).padStart(decimals, '0')}`;
}

/** The commonest forms of Int32 and Double (N, F, D) without the detour over digits. */
function quickText(value: number, letter: string, precision: number, culture: CultureData): string | undefined {
  if (letter === 'D') {
    if ((value | 0) !== value) return undefined;
    return value < 0 ? `-${String(-value).padStart(precision, '0')}` : String(value).padStart(precision, '0');
  }
  if ((letter !== 'N' && letter !== 'F') || !(value < 1e21 && value > -1e21) || Object.is(value, -0)) return undefined;
  const decimals = precision < 0 ? culture.decimalDigits : precision;
  const negative = value < 0;
  const text = fixedDigits(negative ? -value : value, decimals);
  const wholeLength = decimals === 0 ? text.length : text.length - decimals - 1;
  let whole = decimals === 0 ? text : text.slice(0, wholeLength);
  if (letter === 'N' && wholeLength > 3) whole = groupThousands(whole, culture.groupSeparator);
  const tail = decimals === 0 ? '' : culture.decimalSeparator + text.slice(wholeLength + 1);
  return (negative ? '-' : '') + whole + tail;
}

/** Digits for custom formats: Doubles have 15, Singles 7. */
function customDigits(value: Value, type: NumberType): Digits {
  if (type === 'Double') return digitsOf(plainOf(value).toPrecision(15));
  if (type === 'Single') return digitsOf(plainOf(value).toPrecision(7));
  return exactDigits(value);
}
function plainOf(value: Value): number {
  return typeof value === 'number' ? value : Number((value as NumberBox).value);
}
function exactDigits(value: Value): Digits {
  if (value instanceof PSDecimal) return digitsOf(decimalText(value));
  if (value instanceof NumberBox) return digitsOf(String(value.value));
  return digitsOf(String(value));
}

/** Enough exact digits for `decimals` places after the point. */
function digitsForFixed(value: Value, type: NumberType, decimals: number): Digits {
  if (type !== 'Double' && type !== 'Single') return exactDigits(value);
  const plain = plainOf(value);
  if (Math.abs(plain) >= 1e21) return digitsOf(BigInt(plain).toString());
  return digitsOf(fixedHalfEven(plain, Math.min(100, decimals)));
}

function formatStandard(
  value: Value,
  type: NumberType,
  letter: string,
  precision: number,
  culture: CultureData,
): string {
  switch (letter) {
    case 'N':
    case 'n':
    case 'F':
    case 'f': {
      const decimals = precision < 0 ? culture.decimalDigits : precision;
      return fixedFormat(digitsForFixed(value, type, decimals), decimals, letter === 'N' || letter === 'n', culture);
    }
    case 'D':
    case 'd':
      return integerFormat(value, type, precision);
    case 'X':
    case 'x':
    case 'B':
    case 'b':
      return radixFormat(value, type, letter, precision);
    case 'G':
    case 'g':
      return generalFormat(value, type, letter, precision, culture);
    case 'E':
    case 'e':
      return exponentFormat(value, type, letter, precision < 0 ? 6 : precision, culture);
    case 'P':
    case 'p':
    case 'C':
    case 'c':
      return symbolFormat(value, type, letter.toUpperCase() as 'P' | 'C', precision, culture);
    case 'R':
    case 'r':
      return roundTripFormat(value, type, culture);
    default:
      throw formatException(BAD_SPECIFIER);
  }
}

function fixedFormat(digits: Digits, decimals: number, groups: boolean, culture: CultureData): string {
  const [whole, fraction] = fixedText(digits, decimals);
  const text =
    (groups ? groupThousands(whole, culture.groupSeparator) : whole) +
    (fraction === '' ? '' : culture.decimalSeparator + fraction);
  return digits.negative && /[1-9]/.test(text)
    ? `-${text}`
    : digits.negative && digits.digits === ''
      ? `-${text}`
      : signedZero(digits, text);
}
/** A negative number that rounds to zero keeps its sign in .NET Core 3.0 and later. */
function signedZero(digits: Digits, text: string): string {
  return digits.negative ? `-${text}` : text;
}

function integerFormat(value: Value, type: NumberType, precision: number): string {
  if (type === 'Double' || type === 'Single' || type === 'Decimal') throw formatException(BAD_SPECIFIER);
  const text = value instanceof NumberBox ? String(value.value) : String(value);
  if (precision <= 0) return text;
  return text[0] === '-' ? `-${text.slice(1).padStart(precision, '0')}` : text.padStart(precision, '0');
}

const BITS: Partial<Record<NumberType, bigint>> = { SByte: 8n, Int16: 16n, Int32: 32n, Int64: 64n };
function radixFormat(value: Value, type: NumberType, letter: string, precision: number): string {
  if (type === 'Double' || type === 'Single' || type === 'Decimal') throw formatException(BAD_SPECIFIER);
  let big = BigInt(value instanceof NumberBox ? value.value : (value as number | bigint));
  const radix = letter === 'X' || letter === 'x' ? 16 : 2;
  if (type === 'BigInteger') return bigRadix(big, radix, letter, precision);
  if (big < 0n) big += 1n << (BITS[type] ?? 64n);
  const text = big.toString(radix).padStart(Math.max(precision, 1), '0');
  return letter === 'X' ? text.toUpperCase() : text;
}
/** BigInteger writes two's complement with a leading sign digit where needed. */
function bigRadix(big: bigint, radix: number, letter: string, precision: number): string {
  let text: string;
  if (big >= 0n) {
    text = big.toString(radix);
    if (radix === 16 ? /^[89a-f]/.test(text) : true) text = `0${text}`;
  } else {
    let bits = 8n;
    while (-(1n << (bits - 1n)) > big) bits += 8n;
    text = (big + (1n << bits)).toString(radix);
    // One sign digit is enough.
    while (radix === 16 && /^f[89a-f]/.test(text)) text = text.slice(1);
  }
  text = text.padStart(Math.max(precision, 1), big < 0n ? 'f' : '0');
  return letter === 'X' ? text.toUpperCase() : text;
}

function generalFormat(
  value: Value,
  type: NumberType,
  letter: string,
  precision: number,
  culture: CultureData,
): string {
  if (precision <= 0) return letter === 'g' ? numberText(value, culture).replace('E', 'e') : numberText(value, culture);
  const exact =
    type === 'Double' || type === 'Single'
      ? digitsOf(plainOf(value).toPrecision(Math.min(100, precision)))
      : exactDigits(value);
  return generalText(exact, precision, culture, letter === 'g' ? 'e' : 'E');
}

function exponentFormat(
  value: Value,
  type: NumberType,
  letter: string,
  decimals: number,
  culture: CultureData,
): string {
  const exact =
    type === 'Double' || type === 'Single'
      ? digitsOf(plainOf(value).toExponential(Math.min(100, decimals)))
      : exactDigits(value);
  return scientificText(exact, culture, letter, 3, decimals);
}

function roundTripFormat(value: Value, type: NumberType, culture: CultureData): string {
  if (type !== 'Double' && type !== 'Single' && type !== 'BigInteger') throw formatException(BAD_SPECIFIER);
  return numberText(value, culture);
}

const PERCENT_POSITIVE = ['# %', '#%', '%#', '% #'];
const PERCENT_NEGATIVE = ['-# %', '-#%', '-%#', '%-#', '%#-', '#-%', '#%-', '-% #', '# %-', '% #-', '% -#', '#- %'];
const CURRENCY_POSITIVE = ['$#', '#$', '$ #', '# $'];
const CURRENCY_NEGATIVE = [
  '($#)',
  '-$#',
  '$-#',
  '$#-',
  '(#$)',
  '-#$',
  '#-$',
  '#$-',
  '-# $',
  '-$ #',
  '# $-',
  '$ #-',
  '$ -#',
  '#- $',
  '($ #)',
  '(# $)',
];

function symbolFormat(
  value: Value,
  type: NumberType,
  letter: 'P' | 'C',
  precision: number,
  culture: CultureData,
): string {
  const percent = letter === 'P';
  const decimals = precision >= 0 ? precision : percent ? culture.decimalDigits : culture.currencyDigits;
  let digits = digitsForFixed(value, type, percent ? decimals + 2 : decimals);
  if (percent && digits.digits !== '') digits = { ...digits, scale: digits.scale + 2 };
  const [whole, fraction] = fixedText(digits, decimals);
  const text =
    groupThousands(whole, culture.groupSeparator) + (fraction === '' ? '' : culture.decimalSeparator + fraction);
  if (percent) {
    const pattern = digits.negative
      ? PERCENT_NEGATIVE[culture.percentNegative]!
      : PERCENT_POSITIVE[culture.percentPositive]!;
    return pattern.replace('#', () => text);
  }
  const pattern = digits.negative
    ? CURRENCY_NEGATIVE[culture.currencyNegative]!
    : CURRENCY_POSITIVE[culture.currencyPositive]!;
  return pattern.replace('$', () => culture.currencySymbol).replace('#', () => text);
}
