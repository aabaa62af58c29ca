// System.TimeSpan.

import { toDouble } from '../../convert.ts';
import { formatException } from '../../number/format-number.ts';
import { currentCulture } from '../../operators/format.ts';
import { double, type Value } from '../../values.ts';
import {
  parseTimeSpanExact,
  requireTimeSpan,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_MS,
  TICKS_PER_SECOND,
  TimeSpan,
} from '../date/time-span.ts';
import type { TypeSpec } from '../ps-type.ts';
import { attempt, dataOf, type Provider } from './date-types.ts';

const zero = (): Value => new TimeSpan(0n);

function exact(text: string, formats: string[]): TimeSpan {
  for (const format of formats) {
    const span = parseTimeSpanExact(text, format);
    if (span) return span;
  }
  throw formatException(`String '${text}' was not recognized as a valid TimeSpan.`);
}

function properties(): NonNullable<TypeSpec['properties']> {
  return {
    'long Ticks': (t: TimeSpan) => t.ticks,
    'int Days': (t: TimeSpan) => t.days,
    'int Hours': (t: TimeSpan) => t.part(TICKS_PER_HOUR, 24n),
    'int Milliseconds': (t: TimeSpan) => t.part(TICKS_PER_MS, 1000n),
    'int Microseconds': (t: TimeSpan) => t.part(10n, 1000n),
    'int Nanoseconds': (t: TimeSpan) => Number(t.ticks % 10n) * 100,
    'int Minutes': (t: TimeSpan) => t.part(TICKS_PER_MINUTE, 60n),
    'int Seconds': (t: TimeSpan) => t.part(TICKS_PER_SECOND, 60n),

    'double TotalDays': (t: TimeSpan) => t.total(TICKS_PER_DAY),
    'double TotalHours': (t: TimeSpan) => t.total(TICKS_PER_HOUR),
    'double TotalMilliseconds': (t: TimeSpan) => t.total(TICKS_PER_MS),
    'double TotalMicroseconds': (t: TimeSpan) => t.total(10n),
    'double TotalNanoseconds': (t: TimeSpan) => Number(t.ticks) * 100,
    'double TotalMinutes': (t: TimeSpan) => t.total(TICKS_PER_MINUTE),
    'double TotalSeconds': (t: TimeSpan) => t.total(TICKS_PER_SECOND),
  };
}

function methods(): NonNullable<TypeSpec['methods']> {
  return {
    'timespan Add(timespan ts)': (t: TimeSpan, other: TimeSpan) => new TimeSpan(t.ticks + other.ticks),
    'int CompareTo(System.Object value)': (t: TimeSpan, other: TimeSpan) => t.compareTo(other),
    'int CompareTo(timespan value)': (t: TimeSpan, other: TimeSpan) => t.compareTo(other),
    'timespan Divide(double divisor)': divide,
    'double Divide(timespan ts)': (t: TimeSpan, other: TimeSpan) => Number(t.ticks) / Number(other.ticks),
    'timespan Duration()': (t: TimeSpan) => new TimeSpan(t.ticks < 0n ? -t.ticks : t.ticks),
    'bool Equals(System.Object value)': (t: TimeSpan, other: Value) =>
      other instanceof TimeSpan && other.ticks === t.ticks,
    'bool Equals(timespan obj)': (t: TimeSpan, other: TimeSpan) => other.ticks === t.ticks,
    'timespan Multiply(double factor)': multiply,
    'timespan Negate()': (t: TimeSpan) => new TimeSpan(-t.ticks),
    'timespan Subtract(timespan ts)': (t: TimeSpan, other: TimeSpan) => new TimeSpan(t.ticks - other.ticks),
    'string ToString()': (t: TimeSpan) => t.toString(),
    'string ToString(string format)': (t: TimeSpan, format: string) => t.format(format, currentCulture()),
    'string ToString(string format, System.IFormatProvider formatProvider)': (
      t: TimeSpan,
      format: string,
      p: Provider,
    ) => t.format(format, dataOf(p)),
  };
}
function multiply(t: TimeSpan, factor: number): TimeSpan {
  return TimeSpan.fromDouble(Math.round(Number(t.ticks) * factor), 1n);
}
function divide(t: TimeSpan, divisor: number): TimeSpan {
  return TimeSpan.fromDouble(Math.round(Number(t.ticks) / divisor), 1n);
}

function statics(): NonNullable<TypeSpec['staticMethods']> {
  const from = (unit: bigint) => (value: number) => TimeSpan.fromDouble(value, unit);
  const P = 'System.IFormatProvider formatProvider';
  return {
    'int Compare(timespan t1, timespan t2)': (a: TimeSpan, b: TimeSpan) => a.compareTo(b),
    'bool Equals(timespan t1, timespan t2)': (a: TimeSpan, b: TimeSpan) => a.ticks === b.ticks,
    'timespan FromDays(double value)': from(TICKS_PER_DAY),
    'timespan FromHours(double value)': from(TICKS_PER_HOUR),
    'timespan FromMinutes(double value)': from(TICKS_PER_MINUTE),
    'timespan FromSeconds(double value)': from(TICKS_PER_SECOND),
    'timespan FromMilliseconds(double value)': from(TICKS_PER_MS),
    'timespan FromMicroseconds(double value)': from(10n),
    'timespan FromTicks(long value)': (ticks: bigint) => new TimeSpan(ticks),
    'timespan Parse(string s)': requireTimeSpan,
    [`timespan Parse(string input, ${P})`]: (text: string) => requireTimeSpan(text),
    [`timespan ParseExact(string input, string format, ${P})`]: (text: string, format: string) => exact(text, [format]),
    [`timespan ParseExact(string input, string[] formats, ${P})`]: (text: string, formats: string[]) =>
      exact(text, formats),
    'bool TryParse(string s, ref timespan result)': (text: string, out: { value: Value }) =>
      attempt(out, zero, () => requireTimeSpan(text)),
    [`bool TryParse(string input, ${P}, ref timespan result)`]: (text: string, _p: Provider, out: { value: Value }) =>
      attempt(out, zero, () => requireTimeSpan(text)),
    [`bool TryParseExact(string input, string format, ${P}, ref timespan result)`]: (
      text: string,
      format: string,
      _p: Provider,
      out: { value: Value },
    ) => attempt(out, zero, () => exact(text, [format])),
    'timespan op_Addition(timespan t1, timespan 1)': (a: TimeSpan, b: TimeSpan) => new TimeSpan(a.ticks + b.ticks),
    'timespan op_Subtraction(timespan t1, timespan 1)': (a: TimeSpan, b: TimeSpan) => new TimeSpan(a.ticks - b.ticks),
    'timespan op_Multiply(timespan timeSpan, double factor)': multiply,
    'timespan op_Multiply(double factor, timespan timeSpan)': (factor: number, t: TimeSpan) => multiply(t, factor),
    'System.Object op_Division(timespan timeSpan, System.Object divisor)': (t: TimeSpan, by: Value) =>
      by instanceof TimeSpan ? double(Number(t.ticks) / Number(by.ticks)) : divide(t, toDouble(by)),
    'timespan op_UnaryNegation(timespan t)': (t: TimeSpan) => new TimeSpan(-t.ticks),
  };
}

export function timeSpanType(): TypeSpec {
  const constant = (ticks: bigint) => () => new TimeSpan(ticks);
  const perUnit = (unit: bigint) => () => unit;
  return {
    name: 'System.TimeSpan',
    kind: 'struct',
    zero,
    interfaces: [
      'System.IComparable',
      'System.IFormattable',
      'System.IComparable`1[System.TimeSpan]',
      'System.IEquatable`1[System.TimeSpan]',
    ],
    parse: requireTimeSpan,
    parseErrorId: 'InvalidCastParseTargetInvocationWithFormatProvider',
    convert: (value: Value) =>
      typeof value === 'bigint'
        ? new TimeSpan(value)
        : typeof value === 'number' && (value | 0) === value
          ? new TimeSpan(BigInt(value))
          : undefined,
    constructors: {
      '(long ticks)': (ticks: bigint) => new TimeSpan(ticks),
      '(int hours, int minutes, int seconds)': (h: number, m: number, s: number) => TimeSpan.fromParts(0, h, m, s),
      '(int days, int hours, int minutes, int seconds)': (d: number, h: number, m: number, s: number) =>
        TimeSpan.fromParts(d, h, m, s),
      '(int days, int hours, int minutes, int seconds, int milliseconds)': (
        d: number,
        h: number,
        m: number,
        s: number,
        ms: number,
      ) => TimeSpan.fromParts(d, h, m, s, ms),
    },
    properties: properties(),
    methods: methods(),
    staticProperties: {
      'timespan Zero': constant(0n),
      'timespan MaxValue': constant(9223372036854775807n),
      'timespan MinValue': constant(-9223372036854775808n),
      'long TicksPerDay': perUnit(TICKS_PER_DAY),
      'long TicksPerHour': perUnit(TICKS_PER_HOUR),
      'long TicksPerMinute': perUnit(TICKS_PER_MINUTE),
      'long TicksPerSecond': perUnit(TICKS_PER_SECOND),
      'long TicksPerMillisecond': perUnit(TICKS_PER_MS),
    },
    staticMethods: statics(),
  };
}
