// System.DateTimeOffset.

import { type CultureData, invariantCulture } from '../../number/cultures.ts';
import { currentCulture } from '../../operators/format.ts';
import type { Value } from '../../values.ts';
import { UNIX_EPOCH_TICKS } from '../date/calendar.ts';
import { DateTime, LOCAL, localOffsetTicks, UTC } from '../date/date-time.ts';
import { formatDate } from '../date/format-date.ts';
import { notRecognized, type ParsedDate, parseDate } from '../date/parse-date.ts';
import { parseDateExact } from '../date/parse-exact.ts';
import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_MS,
  TICKS_PER_SECOND,
  TimeSpan,
} from '../date/time-span.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { attempt, dataOf, type Provider } from './date-types.ts';

/** A moment with its offset: `local` is the clock time there. */
export class DateTimeOffset {
  readonly isOffset = true;
  readonly kind = 0;
  constructor(
    readonly local: DateTime,
    readonly offsetTicks: bigint,
  ) {}
  static fromDate(date: DateTime): DateTimeOffset {
    return new DateTimeOffset(date, date.kind === UTC ? 0n : localOffsetTicks(date.ticks));
  }
  static fromParsed(parsed: ParsedDate): DateTimeOffset {
    const offset =
      parsed.offset === undefined ? localOffsetTicks(parsed.ticks) : BigInt(parsed.offset) * TICKS_PER_MINUTE;
    return new DateTimeOffset(new DateTime(parsed.ticks), offset);
  }
  static fromUtcTicks(ticks: bigint, offset = 0n): DateTimeOffset {
    return new DateTimeOffset(new DateTime(ticks + offset), offset);
  }
  get psType(): PSType {
    return knownType('System.DateTimeOffset');
  }
  get utcTicks(): bigint {
    return this.local.ticks - this.offsetTicks;
  }
  get year(): number {
    return this.local.year;
  }
  get month(): number {
    return this.local.month;
  }
  get day(): number {
    return this.local.day;
  }
  get dayOfWeek(): number {
    return this.local.dayOfWeek;
  }
  get hour(): number {
    return this.local.hour;
  }
  get minute(): number {
    return this.local.minute;
  }
  get second(): number {
    return this.local.second;
  }
  get fraction(): number {
    return this.local.fraction;
  }
  toUniversal(): DateTimeOffset {
    return DateTimeOffset.fromUtcTicks(this.utcTicks);
  }
  with(local: DateTime): DateTimeOffset {
    return new DateTimeOffset(local, this.offsetTicks);
  }
  compareTo(other: Value): number {
    const b = (other as DateTimeOffset).utcTicks;
    return this.utcTicks < b ? -1 : this.utcTicks > b ? 1 : 0;
  }
  hashKey(): string {
    return String(this.utcTicks);
  }
  format(format: string | null, culture: CultureData): string {
    return formatDate(this, format, culture);
  }
  toString(): string {
    return formatDate(this, null, invariantCulture());
  }
}
type D = DateTimeOffset;
const minimum = (): Value => new DateTimeOffset(new DateTime(0n), 0n);

function methods(): NonNullable<TypeSpec['methods']> {
  const by = (unit: bigint) => (d: D, value: number) => d.with(d.local.add(value, unit));
  const T = 'System.DateTimeOffset';
  return {
    [`${T} Add(timespan timeSpan)`]: (d: D, span: TimeSpan) => d.with(d.local.addTicks(span.ticks)),
    [`${T} AddDays(double days)`]: by(TICKS_PER_DAY),
    [`${T} AddHours(double hours)`]: by(TICKS_PER_HOUR),
    [`${T} AddMilliseconds(double milliseconds)`]: by(TICKS_PER_MS),
    [`${T} AddMinutes(double minutes)`]: by(TICKS_PER_MINUTE),
    [`${T} AddMonths(int months)`]: (d: D, months: number) => d.with(d.local.addMonths(months)),
    [`${T} AddSeconds(double seconds)`]: by(TICKS_PER_SECOND),
    [`${T} AddTicks(long ticks)`]: (d: D, ticks: bigint) => d.with(d.local.addTicks(ticks)),
    [`${T} AddYears(int years)`]: (d: D, years: number) => d.with(d.local.addMonths(years * 12)),
    [`int CompareTo(${T} other)`]: (d: D, other: D) => d.compareTo(other),
    [`bool Equals(${T} other)`]: (d: D, other: D) => d.utcTicks === other.utcTicks,
    [`timespan Subtract(${T} value)`]: (d: D, other: D) => new TimeSpan(d.utcTicks - other.utcTicks),
    [`${T} Subtract(timespan value)`]: (d: D, span: TimeSpan) => d.with(d.local.addTicks(-span.ticks)),
    [`${T} ToLocalTime()`]: (d: D) => DateTimeOffset.fromUtcTicks(d.utcTicks, localOffsetTicks(d.utcTicks)),
    [`${T} ToUniversalTime()`]: (d: D) => d.toUniversal(),
    [`${T} ToOffset(timespan offset)`]: (d: D, offset: TimeSpan) =>
      DateTimeOffset.fromUtcTicks(d.utcTicks, offset.ticks),
    'long ToUnixTimeSeconds()': (d: D) => floorDivide(d.utcTicks - UNIX_EPOCH_TICKS, TICKS_PER_SECOND),
    'long ToUnixTimeMilliseconds()': (d: D) => floorDivide(d.utcTicks - UNIX_EPOCH_TICKS, TICKS_PER_MS),
    'long ToFileTime()': (d: D) => d.utcTicks - 504911232000000000n,
    'string ToString()': (d: D) => d.format(null, currentCulture()),
    'string ToString(string format)': (d: D, format: string) => d.format(format, currentCulture()),
    'string ToString(string format, System.IFormatProvider formatProvider)': (d: D, format: string, p: Provider) =>
      d.format(format, dataOf(p)),
    'string ToString(System.IFormatProvider formatProvider)': (d: D, p: Provider) => d.format(null, dataOf(p)),
  };
}
function floorDivide(a: bigint, b: bigint): bigint {
  return a >= 0n || a % b === 0n ? a / b : a / b - 1n;
}

export function dateTimeOffsetType(): TypeSpec {
  const T = 'System.DateTimeOffset';
  const P = 'System.IFormatProvider formatProvider';
  const now = (): DateTimeOffset => DateTimeOffset.fromDate(DateTime.now());
  const exact = (text: string, format: string, p: Provider): DateTimeOffset => {
    const parsed = parseDateExact(text, format, dataOf(p), 0);
    if (!parsed) throw notRecognized(text);
    return DateTimeOffset.fromParsed(parsed);
  };
  return {
    name: T,
    kind: 'struct',
    zero: minimum,
    interfaces: ['System.IComparable', 'System.IFormattable', `System.IComparable\`1[${T}]`],
    parse: (text) => DateTimeOffset.fromParsed(parseDate(text)),
    parseErrorId: 'InvalidCastParseTargetInvocationWithFormatProvider',
    convert: (value: Value) => (value instanceof DateTime ? DateTimeOffset.fromDate(value) : undefined),
    constructors: {
      '(datetime dateTime)': (d: DateTime) => DateTimeOffset.fromDate(d),
      '(datetime dateTime, timespan offset)': (d: DateTime, offset: TimeSpan) =>
        new DateTimeOffset(d.withKind(0), offset.ticks),
      '(long ticks, timespan offset)': (ticks: bigint, offset: TimeSpan) =>
        new DateTimeOffset(new DateTime(ticks), offset.ticks),
      '(int year, int month, int day, int hour, int minute, int second, timespan offset)': (
        y: number,
        mo: number,
        d: number,
        h: number,
        mi: number,
        s: number,
        offset: TimeSpan,
      ) => new DateTimeOffset(DateTime.of(y, mo, d, h, mi, s), offset.ticks),
    },
    properties: {
      'datetime DateTime': (d: D) => d.local.withKind(0),
      'datetime UtcDateTime': (d: D) => new DateTime(d.utcTicks, UTC),
      'datetime LocalDateTime': (d: D) => new DateTime(d.utcTicks + localOffsetTicks(d.utcTicks), LOCAL),
      'datetime Date': (d: D) => new DateTime(d.local.ticks - d.local.timeOfDay),
      'int Day': (d: D) => d.day,
      'System.DayOfWeek DayOfWeek': (d: D) => d.dayOfWeek,
      'int DayOfYear': (d: D) => d.local.dayOfYear,
      'int Hour': (d: D) => d.hour,
      'int Millisecond': (d: D) => d.local.millisecond,
      'int Microsecond': (d: D) => Number((d.local.ticks / 10n) % 1000n),
      'int Nanosecond': (d: D) => Number(d.local.ticks % 10n) * 100,
      'int Minute': (d: D) => d.minute,
      'int Month': (d: D) => d.month,
      'timespan Offset': (d: D) => new TimeSpan(d.offsetTicks),
      'int TotalOffsetMinutes': (d: D) => Number(d.offsetTicks / TICKS_PER_MINUTE),
      'int Second': (d: D) => d.second,
      'long Ticks': (d: D) => d.local.ticks,
      'long UtcTicks': (d: D) => d.utcTicks,
      'timespan TimeOfDay': (d: D) => new TimeSpan(d.local.timeOfDay),
      'int Year': (d: D) => d.year,
    },
    methods: methods(),
    staticProperties: {
      [`${T} MinValue`]: minimum,
      [`${T} MaxValue`]: () => new DateTimeOffset(new DateTime(3155378975999999999n), 0n),
      [`${T} UnixEpoch`]: () => DateTimeOffset.fromUtcTicks(UNIX_EPOCH_TICKS),
      [`${T} Now`]: now,
      [`${T} UtcNow`]: () => now().toUniversal(),
    },
    staticMethods: {
      [`${T} FromUnixTimeSeconds(long seconds)`]: (s: bigint) =>
        DateTimeOffset.fromUtcTicks(UNIX_EPOCH_TICKS + s * TICKS_PER_SECOND),
      [`${T} FromUnixTimeMilliseconds(long milliseconds)`]: (ms: bigint) =>
        DateTimeOffset.fromUtcTicks(UNIX_EPOCH_TICKS + ms * TICKS_PER_MS),
      [`${T} Parse(string input)`]: (text: string) => DateTimeOffset.fromParsed(parseDate(text, currentCulture())),
      [`${T} Parse(string input, ${P})`]: (text: string, p: Provider) =>
        DateTimeOffset.fromParsed(parseDate(text, dataOf(p))),
      [`${T} ParseExact(string input, string format, ${P})`]: exact,
      [`bool TryParse(string input, ref ${T} result)`]: (text: string, out: { value: Value }) =>
        attempt(out, minimum, () => DateTimeOffset.fromParsed(parseDate(text, currentCulture()))),
      [`int Compare(${T} first, ${T} second)`]: (a: D, b: D) => a.compareTo(b),
      [`${T} op_Addition(${T} d, timespan 1)`]: (d: D, span: TimeSpan) => d.with(d.local.addTicks(span.ticks)),
      [`timespan op_Subtraction(${T} d, ${T} 1)`]: (a: D, b: D) => new TimeSpan(a.utcTicks - b.utcTicks),
      [`${T} op_Subtraction(${T} d, timespan 1)`]: (d: D, span: TimeSpan) => d.with(d.local.addTicks(-span.ticks)),
    },
  };
}
