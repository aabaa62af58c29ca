// System.Math.

import { DotNetException } from '../../errors.ts';
import { compareDecimal, type Midpoint, negateDecimal, roundDecimal } from '../../number/decimal.ts';
import type { PSDecimal, Value } from '../../values.ts';
import { roundHalfEven } from '../conversion-numbers.ts';
import type { TypeSpec } from '../ps-type.ts';
import { makeTuple } from './tuple.ts';

export const MIDPOINTS: Midpoint[] = ['ToEven', 'AwayFromZero', 'ToZero', 'ToNegativeInfinity', 'ToPositiveInfinity'];

/** Math.Round of Double: scales by the power of ten, rounds, scales back. */
export function roundDouble(value: number, digits: number, mode: Midpoint): number {
  if (digits < 0 || digits > 15) {
    throw new DotNetException(
      'System.ArgumentOutOfRangeException',
      "Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')",
      { properties: { ParamName: 'digits' } },
    );
  }
  if (!Number.isFinite(value) || Math.abs(value) >= 1e16) return value;
  const power = 10 ** digits;
  return roundWhole(value * power, mode) / power;
}
function roundWhole(value: number, mode: Midpoint): number {
  switch (mode) {
    case 'ToEven':
      return roundHalfEven(value);
    case 'AwayFromZero': {
      const whole = Math.trunc(value);
      return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
    }
    case 'ToZero':
      return Math.trunc(value);
    case 'ToNegativeInfinity':
      return Math.floor(value);
    default:
      return Math.ceil(value);
  }
}

const INTEGERS: [string, boolean][] = [
  ['sbyte', true],
  ['byte', false],
  ['short', true],
  ['ushort', false],
  ['int', true],
  ['uint', false],
  ['long', true],
  ['ulong', false],
];

function perType(): NonNullable<TypeSpec['staticMethods']> {
  const methods: NonNullable<TypeSpec['staticMethods']> = {};
  for (const name of ['double', 'float', ...INTEGERS.map(([integer]) => integer)]) {
    methods[`${name} Max(${name} val1, ${name} val2)`] = maximum;
    methods[`${name} Min(${name} val1, ${name} val2)`] = minimum;
    methods[`${name} Clamp(${name} value, ${name} min, ${name} max)`] = clamp;
  }
  for (const [name, signed] of INTEGERS) {
    if (!signed) continue;
    methods[`${name} Abs(${name} value)`] = absolute(name);
    methods[`int Sign(${name} value)`] = (value: number | bigint) => (value > 0 ? 1 : value < 0 ? -1 : 0);
  }
  return methods;
}
const maximum = (a: number | bigint, b: number | bigint): number | bigint =>
  Number.isNaN(a as number) || Number.isNaN(b as number) ? Number.NaN : a >= b ? a : b;
const minimum = (a: number | bigint, b: number | bigint): number | bigint =>
  Number.isNaN(a as number) || Number.isNaN(b as number) ? Number.NaN : a <= b ? a : b;
function clamp(value: number, low: number, high: number): number {
  if (low > high) throw new DotNetException('System.ArgumentException', `'${low}' cannot be greater than ${high}.`);
  return value < low ? low : Math.min(value, high);
}
function absolute(name: string): (value: number | bigint) => number | bigint {
  const lowest: Record<string, number | bigint> = {
    sbyte: -128,
    short: -32768,
    int: -2147483648,
    long: -9223372036854775808n,
  };
  return (value) => {
    if (value === lowest[name])
      throw new DotNetException(
        'System.OverflowException',
        'Negating the minimum value of a twos complement number is invalid.',
      );
    return value < 0 ? -value : value;
  };
}

function doubles(): NonNullable<TypeSpec['staticMethods']> {
  const methods: NonNullable<TypeSpec['staticMethods']> = {};
  const functions: Record<string, (x: number) => number> = {
    Sqrt: Math.sqrt,
    Exp: Math.exp,
    Log10: Math.log10,
    Log2: Math.log2,
    Sin: Math.sin,
    Cos: Math.cos,
    Tan: Math.tan,
    Asin: Math.asin,
    Acos: Math.acos,
    Atan: Math.atan,
    Sinh: Math.sinh,
    Cosh: Math.cosh,
    Tanh: Math.tanh,
    Asinh: Math.asinh,
    Acosh: Math.acosh,
    Atanh: Math.atanh,
    Cbrt: Math.cbrt,
  };
  for (const [name, compute] of Object.entries(functions)) methods[`double ${name}(double d)`] = compute;
  return methods;
}

function rounding(): NonNullable<TypeSpec['staticMethods']> {
  const mode = (value: number): Midpoint => MIDPOINTS[value] ?? 'ToEven';
  return {
    'double Round(double a)': (x: number) => roundDouble(x, 0, 'ToEven'),
    'double Round(double value, int digits)': (x: number, digits: number) => roundDouble(x, digits, 'ToEven'),
    'double Round(double value, System.MidpointRounding mode)': (x: number, m: number) => roundDouble(x, 0, mode(m)),
    'double Round(double value, int digits, System.MidpointRounding mode)': (x: number, digits: number, m: number) =>
      roundDouble(x, digits, mode(m)),
    'decimal Round(decimal d)': (d: PSDecimal) => roundDecimal(d, 0),
    'decimal Round(decimal d, int decimals)': (d: PSDecimal, digits: number) => roundDecimal(d, digits),
    'decimal Round(decimal d, System.MidpointRounding mode)': (d: PSDecimal, m: number) => roundDecimal(d, 0, mode(m)),
    'decimal Round(decimal d, int decimals, System.MidpointRounding mode)': (d: PSDecimal, digits: number, m: number) =>
      roundDecimal(d, digits, mode(m)),
    'double Floor(double d)': Math.floor,
    'decimal Floor(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToNegativeInfinity'),
    'double Ceiling(double a)': Math.ceil,
    'decimal Ceiling(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToPositiveInfinity'),
    'double Truncate(double d)': Math.trunc,
    'decimal Truncate(decimal d)': (d: PSDecimal) => roundDecimal(d, 0, 'ToZero'),
  };
}

export function mathTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Math',
      kind: 'static',
      staticProperties: { 'double PI': () => Math.PI, 'double E': () => Math.E, 'double Tau': () => 2 * Math.PI },
      staticMethods: {
        ...rounding(),
        ...perType(),
        ...doubles(),
        'double Abs(double value)': Math.abs,
        'float Abs(float value)': Math.abs,
        'decimal Abs(decimal value)': (d: PSDecimal) => (d.mantissa < 0n ? negateDecimal(d) : d),
        'decimal Max(decimal val1, decimal val2)': (a: PSDecimal, b: PSDecimal) => (compareDecimal(a, b) >= 0 ? a : b),
        'decimal Min(decimal val1, decimal val2)': (a: PSDecimal, b: PSDecimal) => (compareDecimal(a, b) <= 0 ? a : b),
        'int Sign(double value)': (x: number) => {
          if (Number.isNaN(x))
            throw new DotNetException(
              'System.ArithmeticException',
              'Function does not accept floating point Not-a-Number values.',
            );
          return x > 0 ? 1 : x < 0 ? -1 : 0;
        },
        'int Sign(decimal value)': (d: PSDecimal) => (d.mantissa > 0n ? 1 : d.mantissa < 0n ? -1 : 0),
        'double Pow(double x, double y)': (x: number, y: number) =>
          Math.abs(x) === 1 && !Number.isFinite(y) ? 1 : x ** y,
        'double Log(double d)': Math.log,
        'double Log(double a, double newBase)': (a: number, base: number) => Math.log(a) / Math.log(base),
        'double Atan2(double y, double x)': Math.atan2,
        'double IEEERemainder(double x, double y)': (x: number, y: number) => x - y * roundHalfEven(x / y),
        'long BigMul(int a, int b)': (a: number, b: number) => BigInt(a) * BigInt(b),
        'int DivRem(int a, int b, ref int result)': (a: number, b: number, result: { value: Value }) =>
          divideInto(BigInt(a), BigInt(b), result, Number),
        'long DivRem(long a, long b, ref long result)': (a: bigint, b: bigint, result: { value: Value }) =>
          divideInto(a, b, result, (n) => n),
        'System.ValueTuple`2[int,int] DivRem(int left, int right)': (a: number, b: number) =>
          tupleOf(divided(BigInt(a), BigInt(b)).map(Number)),
        'System.ValueTuple`2[long,long] DivRem(long left, long right)': (a: bigint, b: bigint) =>
          tupleOf(divided(a, b)),
        'double CopySign(double x, double y)': (x: number, y: number) =>
          y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x),
        'double FusedMultiplyAdd(double x, double y, double z)': (x: number, y: number, z: number) => x * y + z,
      },
    },
  ];
}
function tupleOf(items: Value[]): Value {
  return makeTuple(items, true);
}
function divided(a: bigint, b: bigint): bigint[] {
  if (b === 0n) throw new DotNetException('System.DivideByZeroException', 'Attempted to divide by zero.');
  return [a / b, a % b];
}
function divideInto(a: bigint, b: bigint, result: { value: Value }, form: (n: bigint) => Value): Value {
  const [quotient, rest] = divided(a, b);
  result.value = form(rest!);
  return form(quotient!);
}
