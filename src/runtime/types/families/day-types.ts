// System.DateOnly and System.TimeOnly.

import { DotNetException } from '../../errors.ts';
import { currentCulture } from '../../operators/format.ts';
import type { Value } from '../../values.ts';
import { DateTime } from '../date/date-time.ts';
import { formatDate } from '../date/format-date.ts';
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
import { parseDateTime } from './date-types.ts';

class DateOnly {
  constructor(readonly date: DateTime) {}
  get psType(): PSType {
    return knownType('System.DateOnly');
  }
  compareTo(other: Value): number {
    return this.date.compareTo((other as DateOnly).date);
  }
  format(format: string): string {
    const pattern = format === 'o' || format === 'O' ? 'yyyy-MM-dd' : format;
    return formatDate(this.date, pattern, currentCulture());
  }
  toString(): string {
    return this.format('MM/dd/yyyy');
  }
}

class TimeOnly {
  constructor(readonly ticks: bigint) {}
  get psType(): PSType {
    return knownType('System.TimeOnly');
  }
  compareTo(other: Value): number {
    const b = (other as TimeOnly).ticks;
    return this.ticks < b ? -1 : this.ticks > b ? 1 : 0;
  }
  add(ticks: bigint): TimeOnly {
    return new TimeOnly((((this.ticks + ticks) % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY);
  }
  format(format: string): string {
    return formatDate(new DateTime(this.ticks), format, currentCulture());
  }
  toString(): string {
    return this.format('HH:mm');
  }
}

function parsed(text: string, kind: string): DateTime {
  try {
    return parseDateTime(text, currentCulture());
  } catch {
    throw new DotNetException('System.FormatException', `String '${text}' was not recognized as a valid ${kind}.`);
  }
}
const toDate = (text: string): DateOnly => dateOf(parsed(text, 'DateOnly'));
const toTime = (text: string): TimeOnly => new TimeOnly(parsed(text, 'TimeOnly').timeOfDay);
const dateOf = (date: DateTime): DateOnly => new DateOnly(new DateTime(date.ticks - date.timeOfDay));
const days = (self: DateOnly, count: number): DateOnly =>
  new DateOnly(self.date.addTicks(BigInt(count) * TICKS_PER_DAY));
const clock = (hour: number, minute: number, second = 0, ms = 0): TimeOnly =>
  new TimeOnly(DateTime.of(1, 1, 1, hour, minute, second).ticks + BigInt(ms) * TICKS_PER_MS);

export function dayTypes(): TypeSpec[] {
  return [
    {
      name: 'System.DateOnly',
      kind: 'struct',
      interfaces: ['System.IComparable', 'System.IFormattable'],
      zero: () => new DateOnly(new DateTime(0n)),
      parse: toDate,
      constructors: {
        '(int year, int month, int day)': (y: number, m: number, d: number) => new DateOnly(DateTime.of(y, m, d)),
      },
      properties: {
        'int Year': (d: DateOnly) => d.date.year,
        'int Month': (d: DateOnly) => d.date.month,
        'int Day': (d: DateOnly) => d.date.day,
        'System.DayOfWeek DayOfWeek': (d: DateOnly) => d.date.dayOfWeek,
        'int DayOfYear': (d: DateOnly) => d.date.dayOfYear,
        'int DayNumber': (d: DateOnly) => Number(d.date.ticks / TICKS_PER_DAY),
      },
      methods: {
        'System.DateOnly AddDays(int value)': days,
        'System.DateOnly AddMonths(int value)': (d: DateOnly, n: number) => new DateOnly(d.date.addMonths(n)),
        'System.DateOnly AddYears(int value)': (d: DateOnly, n: number) => new DateOnly(d.date.addMonths(n * 12)),
        'datetime ToDateTime(System.TimeOnly time)': (d: DateOnly, time: TimeOnly) => d.date.addTicks(time.ticks),
        'int CompareTo(System.DateOnly value)': (d: DateOnly, other: DateOnly) => d.compareTo(other),
        'string ToString()': (d: DateOnly) => d.format('d'),
        'string ToString(string format)': (d: DateOnly, format: string) => d.format(format),
      },
      staticMethods: {
        'System.DateOnly Parse(string s)': toDate,
        'System.DateOnly FromDateTime(datetime dateTime)': dateOf,
        'System.DateOnly FromDayNumber(int dayNumber)': (n: number) =>
          new DateOnly(new DateTime(BigInt(n) * TICKS_PER_DAY)),
      },
      staticProperties: {
        'System.DateOnly MinValue': () => new DateOnly(new DateTime(0n)),
        'System.DateOnly MaxValue': () => new DateOnly(DateTime.of(9999, 12, 31)),
      },
    },
    {
      name: 'System.TimeOnly',
      kind: 'struct',
      interfaces: ['System.IComparable', 'System.IFormattable'],
      zero: () => new TimeOnly(0n),
      parse: toTime,
      constructors: {
        '(int hour, int minute)': (h: number, m: number) => clock(h, m),
        '(int hour, int minute, int second)': (h: number, m: number, s: number) => clock(h, m, s),
        '(int hour, int minute, int second, int millisecond)': clock,
        '(long ticks)': (ticks: bigint) => new TimeOnly(ticks),
      },
      properties: {
        'int Hour': (t: TimeOnly) => Number(t.ticks / TICKS_PER_HOUR),
        'int Minute': (t: TimeOnly) => Number((t.ticks / TICKS_PER_MINUTE) % 60n),
        'int Second': (t: TimeOnly) => Number((t.ticks / TICKS_PER_SECOND) % 60n),
        'int Millisecond': (t: TimeOnly) => Number((t.ticks / TICKS_PER_MS) % 1000n),
        'int Microsecond': (t: TimeOnly) => Number((t.ticks / 10n) % 1000n),
        'int Nanosecond': (t: TimeOnly) => Number(t.ticks % 10n) * 100,
        'long Ticks': (t: TimeOnly) => t.ticks,
      },
      methods: {
        'System.TimeOnly AddHours(double value)': (t: TimeOnly, n: number) =>
          t.add(BigInt(Math.round(n * Number(TICKS_PER_HOUR)))),
        'System.TimeOnly AddMinutes(double value)': (t: TimeOnly, n: number) =>
          t.add(BigInt(Math.round(n * Number(TICKS_PER_MINUTE)))),
        'System.TimeOnly Add(timespan value)': (t: TimeOnly, span: TimeSpan) => t.add(span.ticks),
        'bool IsBetween(System.TimeOnly start, System.TimeOnly end)': (t: TimeOnly, start: TimeOnly, end: TimeOnly) =>
          start.ticks <= end.ticks
            ? t.ticks >= start.ticks && t.ticks < end.ticks
            : t.ticks >= start.ticks || t.ticks < end.ticks,
        'timespan ToTimeSpan()': (t: TimeOnly) => new TimeSpan(t.ticks),
        'int CompareTo(System.TimeOnly value)': (t: TimeOnly, other: TimeOnly) => t.compareTo(other),
        'string ToString()': (t: TimeOnly) => t.format('t'),
        'string ToString(string format)': (t: TimeOnly, format: string) => t.format(format),
      },
      staticMethods: {
        'System.TimeOnly Parse(string s)': toTime,
        'System.TimeOnly FromDateTime(datetime dateTime)': (date: DateTime) => new TimeOnly(date.timeOfDay),
        'System.TimeOnly FromTimeSpan(timespan timeSpan)': (span: TimeSpan) => new TimeOnly(span.ticks),
      },
      staticProperties: {
        'System.TimeOnly MinValue': () => new TimeOnly(0n),
        'System.TimeOnly MaxValue': () => new TimeOnly(TICKS_PER_DAY - 1n),
      },
    },
  ];
}
