// The number types, Boolean and BigInteger.

import { convertTo } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import {
  addDecimal,
  compareDecimal,
  divideDecimal,
  type Midpoint,
  multiplyDecimal,
  negateDecimal,
  remainderDecimal,
  roundDecimal,
  subtractDecimal,
} from '../../number/decimal.ts';
import { formatNumber, numberText } from '../../number/format-number.ts';
import {
  INTEGER_RANGES,
  makeNumber,
  type NumberType,
  numberTypeOf,
  toPlainBigInt,
  toPlainNumber,
} from '../../number/numeric.ts';
import { parseNumber, STYLE_FLOAT_THOUSANDS, STYLE_INTEGER, STYLE_NUMBER } from '../../number/parse-number.ts';
import { compare } from '../../operators/comparison.ts';
import { currentCulture } from '../../operators/format.ts';
import { NumberBox, PSDecimal, type Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType } from '../registry.ts';
import { culturesOf } from './culture.ts';
import { MIDPOINTS } from './math.ts';

const TYPE_CODES: Record<NumberType, number> = {
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
  BigInteger: 1,
};
const SHORT: Partial<Record<NumberType, string>> = {
  Int32: 'int',
  Int64: 'long',
  Double: 'double',
  Single: 'float',
  Decimal: 'decimal',
  Byte: 'byte',
  SByte: 'sbyte',
  Int16: 'short',
  UInt16: 'ushort',
  UInt32: 'uint',
  UInt64: 'ulong',
};

function styleOf(type: NumberType): number {
  if (type === 'Double' || type === 'Single') return STYLE_FLOAT_THOUSANDS;
  return type === 'Decimal' ? STYLE_NUMBER : STYLE_INTEGER;
}
type CultureLike = { data: CultureData } | null;
const cultureOf = (culture: CultureLike): CultureData => culturesOf(culture) ?? currentCulture();

function tryParse(
  type: NumberType,
  text: string,
  style: number,
  culture: CultureData,
  result: { value: Value },
): boolean {
  try {
    result.value = parseNumber(type, text, style, culture);
    return true;
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    result.value = makeNumber(type, 0);
    return false;
  }
}

function methodsOf(type: NumberType, name: string): NonNullable<TypeSpec['methods']> {
  const fullName = type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`;
  const compareNumber = (self: Value, other: Value): number => {
    const order = compare(self, convertTo(other, knownType(fullName)));
    return Number.isNaN(order) ? -1 : order;
  };
  return {
    'int CompareTo(System.Object value)': (self: Value, other: Value) => {
      if (other === null || other === undefined) return 1;
      if (numberTypeOf(other) !== type)
        throw new DotNetException('System.ArgumentException', `Object must be of type ${type}.`);
      return compareNumber(self, other);
    },
    [`int CompareTo(${name} value)`]: (self: Value, other: Value) => compareNumber(self, other),
    'bool Equals(System.Object obj)': (self: Value, other: Value) =>
      numberTypeOf(other) === type && compare(self, other) === 0,
    [`bool Equals(${name} obj)`]: (self: Value, other: Value) => compare(self, other) === 0,
    'System.TypeCode GetTypeCode()': () => TYPE_CODES[type],
    'string ToString()': (self: Value) => numberText(self, currentCulture()),
    'string ToString(string format)': (self: Value, format: string) => formatNumber(self, format, currentCulture()),
    'string ToString(System.IFormatProvider provider)': (self: Value, culture: CultureLike) =>
      numberText(self, cultureOf(culture)),
    'string ToString(string format, System.IFormatProvider provider)': (
      self: Value,
      format: string,
      culture: CultureLike,
    ) => formatNumber(self, format, cultureOf(culture)),
  };
}

function parsers(type: NumberType, name: string): NonNullable<TypeSpec['staticMethods']> {
  const style = styleOf(type);
  return {
    [`${name} Parse(string s)`]: (text: string) => parseNumber(type, text, style, currentCulture()),
    [`${name} Parse(string s, System.Globalization.NumberStyles style)`]: (text: string, own: number) =>
      parseNumber(type, text, own, currentCulture()),
    [`${name} Parse(string s, System.IFormatProvider provider)`]: (text: string, culture: CultureLike) =>
      parseNumber(type, text, style, cultureOf(culture)),
    [`${name} Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)`]: (
      text: string,
      own: number,
      culture: CultureLike,
    ) => parseNumber(type, text, own, cultureOf(culture)),
    [`bool TryParse(string s, ref ${name} result)`]: (text: string, result: { value: Value }) =>
      tryParse(type, text, style, currentCulture(), result),
    [`bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, ref ${name} result)`]:
      (text: string, own: number, culture: CultureLike, result: { value: Value }) =>
        tryParse(type, text, own, cultureOf(culture), result),
    [`bool TryParse(string s, System.IFormatProvider provider, ref ${name} result)`]: (
      text: string,
      culture: CultureLike,
      result: { value: Value },
    ) => tryParse(type, text, style, cultureOf(culture), result),
  };
}

function integerType(type: NumberType): TypeSpec {
  const name = SHORT[type]!;
  const [min, max] = INTEGER_RANGES[type]!;
  return {
    name: `System.${type}`,
    kind: 'struct',
    zero: () => makeNumber(type, 0),
    interfaces: interfacesOf(`System.${type}`),
    methods: methodsOf(type, name),
    staticProperties: {
      [`${name} MaxValue`]: () => makeNumber(type, max),
      [`${name} MinValue`]: () => makeNumber(type, min),
    },
    staticMethods: {
      ...parsers(type, name),
      [`${name} Abs(${name} value)`]: (value: number | bigint) => (value < 0 ? -value : value),
      [`${name} Max(${name} x, ${name} y)`]: (a: number | bigint, b: number | bigint) => (a > b ? a : b),
      [`${name} Min(${name} x, ${name} y)`]: (a: number | bigint, b: number | bigint) => (a < b ? a : b),
      [`int Sign(${name} value)`]: (value: number | bigint) => (value > 0 ? 1 : value < 0 ? -1 : 0),
      [`bool IsEvenInteger(${name} value)`]: (value: number | bigint) => BigInt(value) % 2n === 0n,
      [`bool IsOddInteger(${name} value)`]: (value: number | bigint) => BigInt(value) % 2n !== 0n,
      [`${name} Clamp(${name} value, ${name} min, ${name} max)`]: (value: number, low: number, high: number) =>
        value < low ? low : value > high ? high : value,
    },
  };
}
function interfacesOf(name: string): string[] {
  return [
    'System.IComparable',
    'System.IConvertible',
    'System.IFormattable',
    `System.IComparable\`1[${name}]`,
    `System.IEquatable\`1[${name}]`,
  ];
}

function floatType(type: 'Double' | 'Single'): TypeSpec {
  const name = SHORT[type]!;
  const limits =
    type === 'Double' ? [Number.MAX_VALUE, Number.MIN_VALUE] : [3.4028234663852886e38, 1.401298464324817e-45];
  return {
    name: `System.${type}`,
    kind: 'struct',
    zero: () => makeNumber(type, 0),
    interfaces: interfacesOf(`System.${type}`),
    methods: methodsOf(type, name),
    staticProperties: {
      [`${name} MaxValue`]: () => limits[0],
      [`${name} MinValue`]: () => -limits[0]!,
      [`${name} Epsilon`]: () => limits[1],
      [`${name} NaN`]: () => Number.NaN,
      [`${name} PositiveInfinity`]: () => Number.POSITIVE_INFINITY,
      [`${name} NegativeInfinity`]: () => Number.NEGATIVE_INFINITY,
      [`${name} Pi`]: () => Math.PI,
      [`${name} E`]: () => Math.E,
      [`${name} NegativeZero`]: () => -0,
    },
    staticMethods: {
      ...parsers(type, name),
      [`bool IsNaN(${name} d)`]: (value: number) => Number.isNaN(value),
      [`bool IsInfinity(${name} d)`]: (value: number) => !Number.isNaN(value) && !Number.isFinite(value),
      [`bool IsPositiveInfinity(${name} d)`]: (value: number) => value === Number.POSITIVE_INFINITY,
      [`bool IsNegativeInfinity(${name} d)`]: (value: number) => value === Number.NEGATIVE_INFINITY,
      [`bool IsFinite(${name} d)`]: (value: number) => Number.isFinite(value),
      [`bool IsNegative(${name} d)`]: (value: number) => value < 0 || Object.is(value, -0),
      [`bool IsInteger(${name} value)`]: (value: number) => Number.isInteger(value),
      [`${name} Abs(${name} value)`]: Math.abs,
    },
  };
}

const midpoint = (mode: number): Midpoint => MIDPOINTS[mode] ?? 'ToEven';
function decimalType(): TypeSpec {
  const max = new PSDecimal(79228162514264337593543950335n, 0);
  return {
    name: 'System.Decimal',
    kind: 'struct',
    zero: () => new PSDecimal(0n, 0),
    interfaces: interfacesOf('System.Decimal'),
    constructors: {
      '(int value)': (value: number) => new PSDecimal(BigInt(value), 0),
      '(double value)': (value: number) => convertTo(value, knownType('System.Decimal')),
      '(int lo, int mid, int hi, bool isNegative, byte scale)': (
        lo: number,
        mid: number,
        hi: number,
        negative: boolean,
        scale: number,
      ) => {
        const whole = (BigInt(hi >>> 0) << 64n) | (BigInt(mid >>> 0) << 32n) | BigInt(lo >>> 0);
        return new PSDecimal(negative ? -whole : whole, scale);
      },
    },
    properties: { 'byte Scale': (self: PSDecimal) => self.scale },
    methods: methodsOf('Decimal', 'decimal'),
    staticProperties: {
      'decimal MaxValue': () => max,
      'decimal MinValue': () => negateDecimal(max),
      'decimal Zero': () => new PSDecimal(0n, 0),
      'decimal One': () => new PSDecimal(1n, 0),
      'decimal MinusOne': () => new PSDecimal(-1n, 0),
    },
    staticMethods: {
      ...parsers('Decimal', 'decimal'),
      'decimal Round(decimal d)': (d: PSDecimal) => roundDecimal(d, 0),
      'decimal Round(decimal d, int decimals)': roundDecimal,
      'decimal Round(decimal d, System.MidpointRounding mode)': (d: PSDecimal, mode: number) =>
        roundDecimal(d, 0, midpoint(mode)),
      'decimal Round(decimal d, int decimals, System.MidpointRounding mode)': (
        d: PSDecimal,
        digits: number,
        mode: number,
      ) => roundDecimal(d, digits, midpoint(mode)),
      'decimal Truncate(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToZero'),
      'decimal Floor(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToNegativeInfinity'),
      'decimal Ceiling(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToPositiveInfinity'),
      'decimal Add(decimal d1, decimal d2)': addDecimal,
      'decimal Subtract(decimal d1, decimal d2)': subtractDecimal,
      'decimal Multiply(decimal d1, decimal d2)': multiplyDecimal,
      'decimal Divide(decimal d1, decimal d2)': divideDecimal,
      'decimal Remainder(decimal d1, decimal d2)': remainderDecimal,
      'decimal Negate(decimal d)': negateDecimal,
      'decimal Abs(decimal value)': (d: PSDecimal) => (d.mantissa < 0n ? negateDecimal(d) : d),
      'int Compare(decimal d1, decimal d2)': compareDecimal,
      'int ToInt32(decimal d)': (d: PSDecimal) => Number(toPlainBigInt(d)),
      'long ToInt64(decimal d)': (d: PSDecimal) => toPlainBigInt(d),
      'double ToDouble(decimal d)': (d: PSDecimal) => toPlainNumber(d),
      'int[] GetBits(decimal d)': (d: PSDecimal) => {
        const size = d.mantissa < 0n ? -d.mantissa : d.mantissa;
        const part = (shift: bigint): number => Number(BigInt.asIntN(32, size >> shift));
        return [part(0n), part(32n), part(64n), (d.scale << 16) | (d.mantissa < 0n ? -2147483648 : 0)];
      },
    },
  };
}

function booleanType(): TypeSpec {
  const parse = (text: string): boolean => {
    const lower = text.trim().toLowerCase();
    if (lower === 'true' || lower === 'false') return lower === 'true';
    throw new DotNetException('System.FormatException', `String '${text}' was not recognized as a valid Boolean.`);
  };
  return {
    name: 'System.Boolean',
    kind: 'struct',
    zero: () => false,
    interfaces: [
      'System.IComparable',
      'System.IConvertible',
      'System.IComparable`1[System.Boolean]',
      'System.IEquatable`1[System.Boolean]',
    ],
    methods: {
      'int CompareTo(System.Object obj)': (self: boolean, other: Value) => Number(self) - Number(other),
      'int CompareTo(bool value)': (self: boolean, other: boolean) => Number(self) - Number(other),
      'bool Equals(System.Object obj)': (self: boolean, other: Value) => self === other,
      'System.TypeCode GetTypeCode()': () => 3,
      'string ToString()': (self: boolean) => (self ? 'True' : 'False'),
      'string ToString(System.IFormatProvider provider)': (self: boolean) => (self ? 'True' : 'False'),
    },
    staticProperties: { 'string TrueString': () => 'True', 'string FalseString': () => 'False' },
    staticMethods: {
      'bool Parse(string value)': parse,
      'bool TryParse(string value, ref bool result)': (text: string, result: { value: Value }) => {
        const ok = /^\s*(true|false)\s*$/i.test(text);
        result.value = ok && parse(text);
        return ok;
      },
    },
  };
}

function bigIntegerType(): TypeSpec {
  const binary = (compute: (a: bigint, b: bigint) => bigint) => (a: bigint, b: bigint) => compute(a, b);
  const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : greatest(b, a % b));
  return {
    name: 'System.Numerics.BigInteger',
    kind: 'struct',
    zero: () => new NumberBox('BigInteger', 0n),
    interfaces: interfacesOf('System.Numerics.BigInteger'),
    assembly: 'System.Runtime.Numerics, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a',
    properties: {
      'bool IsZero': (self: NumberBox) => self.value === 0n,
      'bool IsOne': (self: NumberBox) => self.value === 1n,
      'bool IsEven': (self: NumberBox) => (self.value as bigint) % 2n === 0n,
      'bool IsPowerOfTwo': (self: NumberBox) =>
        (self.value as bigint) > 0n && ((self.value as bigint) & ((self.value as bigint) - 1n)) === 0n,
      'int Sign': (self: NumberBox) => ((self.value as bigint) > 0n ? 1 : (self.value as bigint) < 0n ? -1 : 0),
    },
    constructors: {
      '(int value)': (v: number) => new NumberBox('BigInteger', BigInt(v)),
      '(long value)': (v: bigint) => new NumberBox('BigInteger', v),
    },
    methods: methodsOf('BigInteger', 'System.Numerics.BigInteger'),
    staticProperties: { 'bigint Zero': () => 0n, 'bigint One': () => 1n, 'bigint MinusOne': () => -1n },
    staticMethods: {
      ...parsers('BigInteger', 'System.Numerics.BigInteger'),
      'bigint Pow(bigint value, int exponent)': (value: bigint, exponent: number) => value ** BigInt(exponent),
      'bigint ModPow(bigint value, bigint exponent, bigint modulus)': (
        value: bigint,
        exponent: bigint,
        modulus: bigint,
      ) => {
        let result = 1n;
        for (let base = value % modulus, e = exponent; e > 0n; e >>= 1n, base = (base * base) % modulus)
          if (e & 1n) result = (result * base) % modulus;
        return result;
      },
      'bigint Add(bigint left, bigint right)': binary((a, b) => a + b),
      'bigint Subtract(bigint left, bigint right)': binary((a, b) => a - b),
      'bigint Multiply(bigint left, bigint right)': binary((a, b) => a * b),
      'bigint Divide(bigint dividend, bigint divisor)': binary((a, b) => a / b),
      'bigint Remainder(bigint dividend, bigint divisor)': binary((a, b) => a % b),
      'bigint Max(bigint left, bigint right)': binary((a, b) => (a > b ? a : b)),
      'bigint Min(bigint left, bigint right)': binary((a, b) => (a < b ? a : b)),
      'bigint Abs(bigint value)': (a: bigint) => (a < 0n ? -a : a),
      'bigint Negate(bigint value)': (a: bigint) => -a,
      'bigint GreatestCommonDivisor(bigint left, bigint right)': greatest,
      'int Compare(bigint left, bigint right)': (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0),
      'double Log(bigint value)': (a: bigint) => Math.log(Number(a)),
      'double Log10(bigint value)': (a: bigint) => Math.log10(Number(a)),
    },
  };
}

export function numberTypes(): TypeSpec[] {
  const integers: NumberType[] = ['SByte', 'Byte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64'];
  return [
    ...integers.map(integerType),
    floatType('Double'),
    floatType('Single'),
    decimalType(),
    booleanType(),
    bigIntegerType(),
  ];
}
