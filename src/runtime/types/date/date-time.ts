// System.DateTime.

import { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import { invariantCulture } from '../../number/cultures.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import { knownType, type PSType } from '../registry.ts';
import { dateParts, dateTicks, daysInMonth, MAX_TICKS } from './calendar.ts';
import { formatDate } from './format-date.ts';
import {
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_MS,
  TICKS_PER_SECOND,
  TimeSpan,
} from './time-span.ts';

/** System.DateTimeKind. */
export const UNSPECIFIED = 0;
export const UTC = 1;
export const LOCAL = 2;
export type DateTimeKind = 0 | 1 | 2;

function unrepresentable(): DotNetException {
  return new DotNetException(
    'System.ArgumentOutOfRangeException',
    'Year, Month, and Day parameters describe an un-representable DateTime.',
  );
}
function outOfRange(parameter = 'value'): DotNetException {
  return new DotNetException(
    'System.ArgumentOutOfRangeException',
    `The added or subtracted value results in an un-representable DateTime. (Parameter '${parameter}')`,
    { properties: { ParamName: parameter } },
  );
}

export class DateTime {
  private parts: ReturnType<typeof dateParts> | undefined;
  constructor(
    readonly ticks: bigint,
    readonly kind: DateTimeKind = UNSPECIFIED,
  ) {
    if (ticks < 0n || ticks > MAX_TICKS) {
      throw new DotNetException(
        'System.ArgumentOutOfRangeException',
        "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')",
        { properties: { ParamName: 'ticks' } },
      );
    }
  }
  static of(
    year: number,
    month: number,
    day: number,
    hour = 0,
    minute = 0,
    second = 0,
    millisecond = 0,
    kind: DateTimeKind = UNSPECIFIED,
  ): DateTime {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
      throw unrepresentable();
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      throw new DotNetException(
        'System.ArgumentOutOfRangeException',
        'Hour, Minute, and Second parameters describe an un-representable DateTime.',
      );
    }
    const time =
      BigInt(hour) * TICKS_PER_HOUR +
      BigInt(minute) * TICKS_PER_MINUTE +
      BigInt(second) * TICKS_PER_SECOND +
      BigInt(Math.trunc(millisecond)) * TICKS_PER_MS;
    return new DateTime(dateTicks(year, month, day) + time, kind);
  }
  /** Local virtual time. */
  static now(): DateTime {
    return new DateTime(host().clock.nowTicks(), LOCAL);
  }
  get psType(): PSType {
    return knownType('System.DateTime');
  }
  private get date(): ReturnType<typeof dateParts> {
    return (this.parts ??= dateParts(this.ticks));
  }
  get year(): number {
    return this.date.year;
  }
  get month(): number {
    return this.date.month;
  }
  get day(): number {
    return this.date.day;
  }
  get dayOfYear(): number {
    return this.date.dayOfYear;
  }
  get dayOfWeek(): number {
    return Number((this.ticks / TICKS_PER_DAY + 1n) % 7n);
  }
  get hour(): number {
    return Number((this.ticks / TICKS_PER_HOUR) % 24n);
  }
  get minute(): number {
    return Number((this.ticks / TICKS_PER_MINUTE) % 60n);
  }
  get second(): number {
    return Number((this.ticks / TICKS_PER_SECOND) % 60n);
  }
  get millisecond(): number {
    return Number((this.ticks / TICKS_PER_MS) % 1000n);
  }
  /** Ticks within the second, for fractions. */
  get fraction(): number {
    return Number(this.ticks % TICKS_PER_SECOND);
  }
  get timeOfDay(): bigint {
    return this.ticks % TICKS_PER_DAY;
  }

  addTicks(ticks: bigint): DateTime {
    const sum = this.ticks + ticks;
    if (sum < 0n || sum > MAX_TICKS) throw outOfRange();
    return new DateTime(sum, this.kind);
  }
  /** Adds a number of units; whole units and the fraction are scaled apart, so that no digit is lost. */
  add(value: number, unit: bigint): DateTime {
    if (!Number.isFinite(value) || Math.abs(value) > 4e14)
      throw new DotNetException(
        'System.ArgumentOutOfRangeException',
        "Value to add was out of range. (Parameter 'value')",
        { properties: { ParamName: 'value' } },
      );
    const whole = Math.trunc(value);
    const rest = value - whole;
    return this.addTicks(BigInt(whole) * unit + BigInt(Math.trunc(rest * Number(unit))));
  }
  addMonths(months: number): DateTime {
    const total = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(total / 12);
    const month = (((total % 12) + 12) % 12) + 1;
    if (year < 1 || year > 9999) throw outOfRange('months');
    const day = Math.min(this.day, daysInMonth(year, month));
    return new DateTime(dateTicks(year, month, day) + this.timeOfDay, this.kind);
  }
  subtract(other: DateTime): TimeSpan {
    return new TimeSpan(this.ticks - other.ticks);
  }
  /** Offset of local time from UTC at this moment, in ticks. */
  get offsetTicks(): bigint {
    return this.kind === UTC ? 0n : localOffsetTicks(this.ticks);
  }
  toUniversal(): DateTime {
    return this.kind === UTC ? this : new DateTime(clamp(this.ticks - localOffsetTicks(this.ticks)), UTC);
  }
  toLocal(): DateTime {
    return this.kind === LOCAL ? this : new DateTime(clamp(this.ticks + localOffsetTicks(this.ticks)), LOCAL);
  }
  withKind(kind: DateTimeKind): DateTime {
    return new DateTime(this.ticks, kind);
  }
  compareTo(other: Value): number {
    const b = (other as DateTime).ticks;
    return this.ticks < b ? -1 : this.ticks > b ? 1 : 0;
  }
  hashKey(): string {
    return String(this.ticks);
  }
  format(format: string | null, culture: CultureData): string {
    return formatDate(this, format, culture);
  }
  /** PowerShell's text: invariant `MM/dd/yyyy HH:mm:ss`. */
  toString(): string {
    return formatDate(this, null, invariantCulture());
  }
}

function clamp(ticks: bigint): bigint {
  return ticks < 0n ? 0n : ticks > MAX_TICKS ? MAX_TICKS : ticks;
}
/** Offset of the sandbox's zone at a local time. */
export function localOffsetTicks(localTicks: bigint): bigint {
  return BigInt(host().clock.utcOffsetMinutes(localTicks)) * TICKS_PER_MINUTE;
}
