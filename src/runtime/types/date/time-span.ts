// System.TimeSpan: ticks of 100 ns; its standard and custom formats, and Parse.

import { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import { formatException } from '../../number/format-number.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';

export const TICKS_PER_MS = 10_000n;
export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_MINUTE = 600_000_000n;
export const TICKS_PER_HOUR = 36_000_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;
const MAX = 9223372036854775807n;

export class TimeSpan {
  constructor(readonly ticks: bigint) {
    if (ticks > MAX || ticks < -MAX - 1n)
      throw new DotNetException('System.OverflowException', 'TimeSpan overflowed because the duration is too long.');
  }
  get psType(): PSType {
    return knownType('System.TimeSpan');
  }
  static fromParts(
    days: number,
    hours: number,
    minutes: number,
    seconds: number,
    milliseconds = 0,
    microseconds = 0,
  ): TimeSpan {
    const us =
      BigInt(days) * 86400000000n +
      BigInt(hours) * 3600000000n +
      BigInt(minutes) * 60000000n +
      BigInt(seconds) * 1000000n +
      BigInt(milliseconds) * 1000n +
      BigInt(microseconds);
    return new TimeSpan(us * 10n);
  }
  /** From a number of units, as FromSeconds and its like take it: exact to the tick. */
  static fromDouble(value: number, unit: bigint): TimeSpan {
    if (Number.isNaN(value))
      throw new DotNetException(
        'System.ArgumentException',
        'TimeSpan does not accept floating point Not-a-Number values.',
      );
    const ticks = value * Number(unit);
    if (!Number.isFinite(ticks) || Math.abs(ticks) > 9.223372036854776e18)
      throw new DotNetException('System.OverflowException', 'TimeSpan overflowed because the duration is too long.');
    return new TimeSpan(BigInt(Math.trunc(ticks)));
  }
  part(unit: bigint, modulo: bigint): number {
    return Number((this.ticks / unit) % modulo);
  }
  get days(): number {
    return Number(this.ticks / TICKS_PER_DAY);
  }
  total(unit: bigint): number {
    return Number(this.ticks) / Number(unit);
  }
  compareTo(other: Value): number {
    const b = (other as TimeSpan).ticks;
    return this.ticks < b ? -1 : this.ticks > b ? 1 : 0;
  }
  hashKey(): string {
    return String(this.ticks);
  }
  toString(): string {
    return this.constant();
  }

  private pieces(): { sign: string; days: bigint; hours: string; minutes: string; seconds: string; fraction: bigint } {
    const negative = this.ticks < 0n;
    const size = negative ? -this.ticks : this.ticks;
    const two = (value: bigint): string => String(value).padStart(2, '0');
    return {
      sign: negative ? '-' : '',
      days: size / TICKS_PER_DAY,
      hours: two((size / TICKS_PER_HOUR) % 24n),
      minutes: two((size / TICKS_PER_MINUTE) % 60n),
      seconds: two((size / TICKS_PER_SECOND) % 60n),
      fraction: size % TICKS_PER_SECOND,
    };
  }
  /** `[-][d.]hh:mm:ss[.fffffff]` */
  private constant(): string {
    const { sign, days, hours, minutes, seconds, fraction } = this.pieces();
    const tail = fraction === 0n ? '' : `.${String(fraction).padStart(7, '0')}`;
    return `${sign}${days === 0n ? '' : `${days}.`}${hours}:${minutes}:${seconds}${tail}`;
  }
  format(format: string | null, culture: CultureData): string {
    if (format === null || format === '' || format === 'c' || format === 't' || format === 'T') return this.constant();
    const { sign, days, hours, minutes, seconds, fraction } = this.pieces();
    if (format === 'g') {
      const tail =
        fraction === 0n ? '' : culture.decimalSeparator + String(fraction).padStart(7, '0').replace(/0+$/, '');
      return `${sign}${days === 0n ? '' : `${days}:`}${Number(hours)}:${minutes}:${seconds}${tail}`;
    }
    if (format === 'G')
      return `${sign}${days}:${hours}:${minutes}:${seconds}${culture.decimalSeparator}${String(fraction).padStart(7, '0')}`;
    if (format.length === 1) throw formatException('Input string was not in a correct format.');
    return this.custom(format);
  }

  private custom(format: string): string {
    const { days, hours, minutes, seconds, fraction } = this.pieces();
    let result = '';
    for (let i = 0; i < format.length; ) {
      const c = format[i]!;
      if (c === '\\') {
        if (i + 1 >= format.length) throw formatException('Input string was not in a correct format.');
        result += format[i + 1];
        i += 2;
        continue;
      }
      if (c === "'" || c === '"') {
        const end = format.indexOf(c, i + 1);
        if (end < 0) throw formatException('Input string was not in a correct format.');
        result += format.slice(i + 1, end);
        i = end + 1;
        continue;
      }
      if (c === '%') {
        i++;
        continue;
      }
      let count = 1;
      while (format[i + count] === c) count++;
      result += customPart(c, count, { days, hours, minutes, seconds, fraction });
      i += count;
    }
    return result;
  }
}

function customPart(
  c: string,
  count: number,
  parts: { days: bigint; hours: string; minutes: string; seconds: string; fraction: bigint },
): string {
  const bad = (): never => {
    throw formatException('Input string was not in a correct format.');
  };
  const two = (text: string): string => (count > 2 ? bad() : count === 2 ? text : String(Number(text)));
  const digits = String(parts.fraction).padStart(7, '0');
  switch (c) {
    case 'd':
      return count > 8 ? bad() : String(parts.days).padStart(count, '0');
    case 'h':
      return two(parts.hours);
    case 'm':
      return two(parts.minutes);
    case 's':
      return two(parts.seconds);
    case 'f':
      return count > 7 ? bad() : digits.slice(0, count);
    case 'F':
      return count > 7 ? bad() : digits.slice(0, count).replace(/0+$/, '');
    default:
      return bad();
  }
}

/** TimeSpan.Parse: `d`, `[d.]hh:mm[:ss[.fffffff]]`, `d:hh:mm:ss`. Undefined when malformed. */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const trimmed = text.trim();
  const onlyDays = /^(-?)(\d{1,8})$/.exec(trimmed);
  if (onlyDays) return spanOf(onlyDays[1] === '-', [onlyDays[2]!, '0', '0', '0'], '');
  const match = /^(-?)(?:(\d{1,8})\.)?(\d{1,8}):(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?(?:\.(\d{1,7}))?$/.exec(trimmed);
  if (!match) return undefined;
  const [, sign, days, a, b, c, d, fraction] = match;
  if (d !== undefined) return days !== undefined ? undefined : spanOf(sign === '-', [a!, b!, c!, d], fraction ?? '');
  if (fraction !== undefined && c === undefined) return undefined;
  // Three numbers whose first is no hour are days, hours, minutes.
  if (days === undefined && c !== undefined && fraction === undefined && Number(a) > 23)
    return spanOf(sign === '-', [a!, b!, c, '0'], '');
  return spanOf(sign === '-', [days ?? '0', a!, b!, c ?? '0'], fraction ?? '');
}
function spanOf(negative: boolean, parts: [string, string, string, string], fraction: string): TimeSpan | undefined {
  const [days, hours, minutes, seconds] = parts.map(BigInt) as [bigint, bigint, bigint, bigint];
  if (hours > 23n || minutes > 59n || seconds > 59n) {
    throw new DotNetException(
      'System.OverflowException',
      `The TimeSpan string '${spanText(negative, parts, fraction)}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
    );
  }
  const ticks =
    days * TICKS_PER_DAY +
    hours * TICKS_PER_HOUR +
    minutes * TICKS_PER_MINUTE +
    seconds * TICKS_PER_SECOND +
    BigInt(fraction.padEnd(7, '0') || '0');
  return new TimeSpan(negative ? -ticks : ticks);
}
function spanText(negative: boolean, parts: string[], fraction: string): string {
  const [days, ...rest] = parts;
  return `${negative ? '-' : ''}${days === '0' ? '' : `${days}.`}${rest.join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}

export function requireTimeSpan(text: string): TimeSpan {
  try {
    const span = parseTimeSpan(text);
    if (span) return span;
  } catch (error) {
    if (!(error instanceof DotNetException) || error.type !== 'System.OverflowException') throw error;
    throw new DotNetException('System.OverflowException', error.message.replace(/'.*?'/, `'${text}'`));
  }
  throw formatException(`String '${text}' was not recognized as a valid TimeSpan.`);
}

/** TimeSpan.ParseExact for custom formats: digits where letters stand. */
export function parseTimeSpanExact(text: string, format: string): TimeSpan | undefined {
  if (format === 'c' || format === 'g' || format === 'G') return parseTimeSpan(text);
  let source = '';
  const order: string[] = [];
  for (let i = 0; i < format.length; ) {
    const c = format[i]!;
    if (c === '\\') {
      source += `\\${format[i + 1]}`;
      i += 2;
    } else if (c === '%') i++;
    else if (c === "'") {
      const end = format.indexOf("'", i + 1);
      source += format.slice(i + 1, end).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      i = end + 1;
    } else {
      let count = 1;
      while (format[i + count] === c) count++;
      if (!'dhmsfF'.includes(c)) throw formatException('Input string was not in a correct format.');
      source += count === 1 ? '(\\d{1,2})' : c === 'F' ? `(\\d{0,${count}})` : `(\\d{${count}})`;
      order.push(c);
      i += count;
    }
  }
  const match = new RegExp(`^${source}$`).exec(text);
  if (!match) return undefined;
  const value = (letter: string): string => match[order.indexOf(letter) + 1] ?? '0';
  const has = (letter: string): string => (order.includes(letter) ? value(letter) : '0');
  const fraction = order.includes('f') ? value('f') : order.includes('F') ? value('F') : '';
  return spanOf(false, [has('d'), has('h'), has('m'), has('s')], fraction);
}
