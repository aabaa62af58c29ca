// DateTime and TimeSpan.

import { toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { type CultureData, findCulture, invariantCulture } from '../../number/cultures.ts';
import { currentCulture } from '../../operators/format.ts';
import type { Value } from '../../values.ts';
import { addedMembers } from '../../values.ts';
import { daysInMonth, isLeapYear, MAX_TICKS, UNIX_EPOCH_TICKS } from '../date/calendar.ts';
import { DateTime, type DateTimeKind, LOCAL, UTC } from '../date/date-time.ts';
import { applyStyles, notRecognized, parseDate } from '../date/parse-date.ts';
import { parseDateExact } from '../date/parse-exact.ts';
import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_MS,
  TICKS_PER_SECOND,
  TimeSpan,
} from '../date/time-span.ts';
import type { PropertyBody, TypeSpec } from '../ps-type.ts';
import { dateTimeOffsetType } from './date-time-offset.ts';
import { timeSpanType } from './time-span-type.ts';

export type Provider = { data: CultureData } | null;
export const dataOf = (provider: Provider): CultureData => provider?.data ?? currentCulture();

/** DateTime.Parse. */
export function parseDateTime(text: string, culture: CultureData, styles = 0): DateTime {
  return applyStyles(parseDate(text, culture), styles);
}
export function parseExact(text: string, formats: string[], provider: Provider, styles: number): DateTime {
  for (const format of formats) {
    const parsed = parseDateExact(text, format, dataOf(provider), styles);
    if (parsed) return applyStyles(parsed, styles);
  }
  throw notRecognized(text);
}
/** TryX: false and the minimum when X throws. */
export function attempt<T>(result: { value: Value }, otherwise: () => Value, run: () => T): boolean {
  try {
    result.value = run() as Value;
    return true;
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    result.value = otherwise();
    return false;
  }
}
const minimum = (): Value => new DateTime(0n);

function constructors(): NonNullable<TypeSpec['constructors']> {
  const kind = 'System.DateTimeKind kind';
  return {
    '(long ticks)': (ticks: bigint) => new DateTime(ticks),
    [`(long ticks, ${kind})`]: (ticks: bigint, k: DateTimeKind) => new DateTime(ticks, k),
    '(int year, int month, int day)': (y: number, m: number, d: number) => DateTime.of(y, m, d),
    '(int year, int month, int day, int hour, int minute, int second)': (
      ...p: [number, number, number, number, number, number]
    ) => DateTime.of(...p),
    [`(int year, int month, int day, int hour, int minute, int second, ${kind})`]: (
      y: number,
      mo: number,
      d: number,
      h: number,
      mi: number,
      s: number,
      k: DateTimeKind,
    ) => DateTime.of(y, mo, d, h, mi, s, 0, k),
    '(int year, int month, int day, int hour, int minute, int second, int millisecond)': (
      ...p: [number, number, number, number, number, number, number]
    ) => DateTime.of(...p),
    [`(int year, int month, int day, int hour, int minute, int second, int millisecond, ${kind})`]: (
      ...p: [number, number, number, number, number, number, number, DateTimeKind]
    ) => DateTime.of(...p),
  };
}

function properties(): Record<string, ((d: DateTime) => unknown) | PropertyBody> {
  return {
    'datetime Date': (d: DateTime) => new DateTime(d.ticks - d.timeOfDay, d.kind),
    'int Day': (d: DateTime) => d.day,
    'System.DayOfWeek DayOfWeek': (d: DateTime) => d.dayOfWeek,
    'int DayOfYear': (d: DateTime) => d.dayOfYear,
    'int Hour': (d: DateTime) => d.hour,
    'System.DateTimeKind Kind': (d: DateTime) => d.kind,
    'int Millisecond': (d: DateTime) => d.millisecond,
    'int Microsecond': (d: DateTime) => Number((d.ticks / 10n) % 1000n),
    'int Nanosecond': (d: DateTime) => Number(d.ticks % 10n) * 100,
    'int Minute': (d: DateTime) => d.minute,
    'int Month': (d: DateTime) => d.month,
    'int Second': (d: DateTime) => d.second,
    'long Ticks': (d: DateTime) => d.ticks,
    'timespan TimeOfDay': (d: DateTime) => new TimeSpan(d.timeOfDay),
    'int Year': (d: DateTime) => d.year,
  };
}

function adders(): NonNullable<TypeSpec['methods']> {
  const by = (unit: bigint) => (d: DateTime, value: number) => d.add(value, unit);
  return {
    'datetime Add(timespan value)': (d: DateTime, span: TimeSpan) => d.addTicks(span.ticks),
    'datetime AddDays(double value)': by(TICKS_PER_DAY),
    'datetime AddHours(double value)': by(TICKS_PER_HOUR),
    'datetime AddMilliseconds(double value)': by(TICKS_PER_MS),
    'datetime AddMicroseconds(double value)': by(10n),
    'datetime AddMinutes(double value)': by(TICKS_PER_MINUTE),
    'datetime AddMonths(int months)': (d: DateTime, months: number) => d.addMonths(months),
    'datetime AddSeconds(double value)': by(TICKS_PER_SECOND),
    'datetime AddTicks(long value)': (d: DateTime, ticks: bigint) => d.addTicks(ticks),
    'datetime AddYears(int value)': (d: DateTime, years: number) => d.addMonths(years * 12),
  };
}

function methods(): NonNullable<TypeSpec['methods']> {
  const shown = (pattern: string) => (d: DateTime) => d.format(pattern, currentCulture());
  return {
    ...adders(),
    'int CompareTo(System.Object value)': (d: DateTime, other: DateTime) => d.compareTo(other),
    'int CompareTo(datetime value)': (d: DateTime, other: DateTime) => d.compareTo(other),
    'bool Equals(System.Object value)': (d: DateTime, other: Value) =>
      other instanceof DateTime && d.ticks === other.ticks,
    'bool Equals(datetime value)': (d: DateTime, other: DateTime) => d.ticks === other.ticks,
    'string[] GetDateTimeFormats()': (d: DateTime) =>
      [...'dDfFgGmotTy'].map((letter) => d.format(letter, currentCulture())),
    'System.TypeCode GetTypeCode()': () => 16,
    'bool IsDaylightSavingTime()': () => false,
    'timespan Subtract(datetime value)': (d: DateTime, other: DateTime) => d.subtract(other),
    'datetime Subtract(timespan value)': (d: DateTime, span: TimeSpan) => d.addTicks(-span.ticks),
    'long ToBinary()': (d: DateTime) => d.ticks | (BigInt(d.kind) << 62n),
    'long ToFileTime()': (d: DateTime) => d.toUniversal().ticks - FILE_EPOCH,
    'long ToFileTimeUtc()': (d: DateTime) => d.ticks - FILE_EPOCH,
    'datetime ToLocalTime()': (d: DateTime) => d.toLocal(),
    'string ToLongDateString()': shown('D'),
    'string ToLongTimeString()': shown('T'),
    'double ToOADate()': (d: DateTime) => Number((d.ticks - OLE_EPOCH) / TICKS_PER_MS) / 86_400_000,
    'string ToShortDateString()': shown('d'),
    'string ToShortTimeString()': shown('t'),
    'string ToString()': (d: DateTime) => d.format(null, currentCulture()),
    'string ToString(string format)': (d: DateTime, format: string) => d.format(format, currentCulture()),
    'string ToString(System.IFormatProvider provider)': (d: DateTime, provider: Provider) =>
      d.format(null, dataOf(provider)),
    'string ToString(string format, System.IFormatProvider provider)': (
      d: DateTime,
      format: string,
      provider: Provider,
    ) => d.format(format, dataOf(provider)),
    'datetime ToUniversalTime()': (d: DateTime) => d.toUniversal(),
  };
}
const FILE_EPOCH = 504911232000000000n;
const OLE_EPOCH = 599264352000000000n;

function statics(): NonNullable<TypeSpec['staticMethods']> {
  const S = 'System.Globalization.DateTimeStyles';
  const P = 'System.IFormatProvider provider';
  return {
    'int Compare(datetime t1, datetime t2)': (a: DateTime, b: DateTime) => a.compareTo(b),
    'int DaysInMonth(int year, int month)': (year: number, month: number) => {
      if (month < 1 || month > 12)
        throw new DotNetException(
          'System.ArgumentOutOfRangeException',
          `Month must be between one and twelve. (Parameter 'month')\nActual value was ${month}.`,
        );
      return daysInMonth(year, month);
    },
    'bool Equals(datetime t1, datetime t2)': (a: DateTime, b: DateTime) => a.ticks === b.ticks,
    'bool IsLeapYear(int year)': isLeapYear,
    'datetime FromBinary(long dateData)': (data: bigint) =>
      new DateTime(data & 0x3fffffffffffffffn, (Number(BigInt.asUintN(64, data) >> 62n) & 3) as DateTimeKind),
    'datetime FromFileTime(long fileTime)': (time: bigint) => new DateTime(time + FILE_EPOCH, UTC).toLocal(),
    'datetime FromFileTimeUtc(long fileTime)': (time: bigint) => new DateTime(time + FILE_EPOCH, UTC),
    'datetime FromOADate(double d)': (days: number) =>
      new DateTime(OLE_EPOCH + BigInt(Math.round(days * 86400000)) * TICKS_PER_MS),
    'datetime SpecifyKind(datetime value, System.DateTimeKind kind)': (d: DateTime, kind: DateTimeKind) =>
      d.withKind(kind),
    'datetime Parse(string s)': (text: string) => parseDateTime(text, currentCulture()),
    [`datetime Parse(string s, ${P})`]: (text: string, p: Provider) => parseDateTime(text, dataOf(p)),
    [`datetime Parse(string s, ${P}, ${S} styles)`]: (text: string, p: Provider, styles: number) =>
      parseDateTime(text, dataOf(p), styles),
    [`datetime ParseExact(string s, string format, ${P})`]: (text: string, format: string, p: Provider) =>
      parseExact(text, [format], p, 0),
    [`datetime ParseExact(string s, string format, ${P}, ${S} style)`]: (
      text: string,
      format: string,
      p: Provider,
      styles: number,
    ) => parseExact(text, [format], p, styles),
    [`datetime ParseExact(string s, string[] formats, ${P}, ${S} style)`]: parseExact,
    'bool TryParse(string s, ref datetime result)': (text: string, out: { value: Value }) =>
      attempt(out, minimum, () => parseDateTime(text, currentCulture())),
    [`bool TryParse(string s, ${P}, ref datetime result)`]: (text: string, p: Provider, out: { value: Value }) =>
      attempt(out, minimum, () => parseDateTime(text, dataOf(p))),
    [`bool TryParse(string s, ${P}, ${S} styles, ref datetime result)`]: (
      text: string,
      p: Provider,
      styles: number,
      out: { value: Value },
    ) => attempt(out, minimum, () => parseDateTime(text, dataOf(p), styles)),
    [`bool TryParseExact(string s, string format, ${P}, ${S} style, ref datetime result)`]: (
      text: string,
      format: string,
      p: Provider,
      styles: number,
      out: { value: Value },
    ) => attempt(out, minimum, () => parseExact(text, [format], p, styles)),
    [`bool TryParseExact(string s, string[] formats, ${P}, ${S} style, ref datetime result)`]: (
      text: string,
      formats: string[],
      p: Provider,
      styles: number,
      out: { value: Value },
    ) => attempt(out, minimum, () => parseExact(text, formats, p, styles)),
    'datetime op_Addition(datetime d, timespan 1)': (d: DateTime, span: TimeSpan) => d.addTicks(span.ticks),
    'timespan op_Subtraction(datetime d1, datetime 1)': (a: DateTime, b: DateTime) => a.subtract(b),
    'datetime op_Subtraction(datetime d, timespan 1)': (d: DateTime, span: TimeSpan) => d.addTicks(-span.ticks),
  };
}

/** The text of types.ps1xml's DateTime property: long date and long time, or one of them by its DisplayHint. */
function shownText(d: DateTime): string {
  const hint = addedMembers(d)?.members.get('displayhint')?.value;
  const shown = hint === undefined || hint === null ? '' : String(hint);
  if (shown === 'Date') return d.format('D', currentCulture());
  if (shown === 'Time') return d.format('T', currentCulture());
  return `${d.format('D', currentCulture())} ${d.format('T', currentCulture())}`;
}

function dateTimeType(): TypeSpec {
  return {
    name: 'System.DateTime',
    kind: 'struct',
    zero: () => new DateTime(0n),
    interfaces: [
      'System.IComparable',
      'System.IFormattable',
      'System.IConvertible',
      'System.IComparable`1[System.DateTime]',
      'System.IEquatable`1[System.DateTime]',
      'System.Runtime.Serialization.ISerializable',
    ],
    parse: (text) => parseDateTime(text, findCulture('') ?? invariantCulture()),
    parseErrorId: 'InvalidCastParseTargetInvocationWithFormatProvider',
    convert: (value: Value) =>
      typeof value === 'number' && (value | 0) === value
        ? new DateTime(BigInt(value))
        : typeof value === 'number'
          ? parseDateTime(toText(value), invariantCulture())
          : undefined,
    constructors: constructors(),
    properties: properties(),
    methods: methods(),
    extensions: { 'string DateTime': shownText },
    staticProperties: {
      'datetime MaxValue': () => new DateTime(MAX_TICKS),
      'datetime MinValue': () => new DateTime(0n),
      'datetime UnixEpoch': () => new DateTime(UNIX_EPOCH_TICKS, UTC),
      'datetime Now': () => DateTime.now(),
      'datetime Today': () => {
        const now = DateTime.now();
        return new DateTime(now.ticks - now.timeOfDay, LOCAL);
      },
      'datetime UtcNow': () => DateTime.now().toUniversal(),
    },
    staticMethods: statics(),
  };
}

export function dateTypes(): TypeSpec[] {
  return [dateTimeType(), timeSpanType(), dateTimeOffsetType()];
}
