// Standard and custom date format strings.

import type { CultureData } from '../../number/cultures.ts';
import { invariantCulture } from '../../number/cultures.ts';
import { formatException } from '../../number/format-number.ts';

/** A date to be written; DateTimeOffset brings its own offset. */
export interface DateLike {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfWeek: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
  readonly kind: number;
  readonly offsetTicks: bigint;
  toUniversal?(): DateLike;
  readonly isOffset?: boolean;
}

const INVARIANT_FORMATS: Record<string, string> = {
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};

/** Custom pattern behind a standard letter; undefined when there is none. */
export function standardPattern(letter: string, culture: CultureData, isOffset = false): string | undefined {
  switch (letter) {
    case 'd':
      return culture.shortDate;
    case 'D':
      return culture.longDate;
    case 'f':
      return `${culture.longDate} ${culture.shortTime}`;
    case 'F':
      return `${culture.longDate} ${culture.longTime}`;
    case 'g':
      return `${culture.shortDate} ${culture.shortTime}`;
    case 'G':
      return `${culture.shortDate} ${culture.longTime}`;
    case 'm':
    case 'M':
      return culture.monthDay;
    case 'y':
    case 'Y':
      return culture.yearMonth;
    case 't':
      return culture.shortTime;
    case 'T':
      return culture.longTime;
    case 'o':
    case 'O':
      return isOffset ? "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffzzz" : INVARIANT_FORMATS.o;
    case 'r':
    case 'R':
      return INVARIANT_FORMATS.r;
    case 's':
      return INVARIANT_FORMATS.s;
    case 'u':
      return INVARIANT_FORMATS.u;
    default:
      return undefined;
  }
}

export function formatDate(date: DateLike, format: string | null, culture: CultureData): string {
  if (format === null || format === '') {
    const general = date.isOffset
      ? `${culture.shortDate} ${culture.longTime} zzz`
      : `${culture.shortDate} ${culture.longTime}`;
    return writePattern(date, general, culture);
  }
  if (format.length > 1) return writePattern(date, format, culture);
  if (format === 'U' && date.toUniversal)
    return writePattern(date.toUniversal(), `${culture.longDate} ${culture.longTime}`, culture);
  const pattern = standardPattern(format, culture, date.isOffset);
  if (pattern === undefined) throw formatException('Input string was not in a correct format.');
  const fixed = 'oOrRsu'.includes(format);
  const shown = date.isOffset && 'rRu'.includes(format) && date.toUniversal ? date.toUniversal() : date;
  return writePattern(shown, pattern, fixed ? invariantCulture() : culture);
}

export function writePattern(date: DateLike, pattern: string, culture: CultureData): string {
  let result = '';
  for (let i = 0; i < pattern.length; ) {
    const c = pattern[i]!;
    if (c === '\\') {
      if (i + 1 >= pattern.length) throw formatException('Input string was not in a correct format.');
      result += pattern[i + 1];
      i += 2;
    } else if (c === "'" || c === '"') {
      const end = quoteEnd(pattern, i);
      result += pattern.slice(i + 1, end).replace(/\\(.)/g, '$1');
      i = end + 1;
    } else if (c === '%') {
      if (i + 1 >= pattern.length || pattern[i + 1] === '%')
        throw formatException('Input string was not in a correct format.');
      i++;
    } else {
      let count = 1;
      while (pattern[i + count] === c) count++;
      const part = /[dfFghHKmMstyz:/]/.test(c) ? writePart(date, c, count, culture) : c.repeat(count);
      // A point before a fraction that is left out goes with it.
      if (c === 'F' && part === '' && result.endsWith('.')) result = result.slice(0, -1);
      result += part;
      i += count;
    }
  }
  return result;
}
function quoteEnd(pattern: string, start: number): number {
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern[i] === pattern[start]) return i;
  }
  throw formatException(`Cannot find a matching quote character for the character '${pattern[start]}'.`);
}

const two = (value: number, count: number): string => (count === 1 ? String(value) : String(value).padStart(2, '0'));

function writePart(date: DateLike, c: string, count: number, culture: CultureData): string {
  switch (c) {
    case 'd':
      if (count <= 2) return two(date.day, count);
      return (count === 3 ? culture.shortDays : culture.days)[date.dayOfWeek]!;
    case 'M':
      if (count <= 2) return two(date.month, count);
      return (count === 3 ? culture.shortMonths : culture.months)[date.month - 1]!;
    case 'y':
      if (count <= 2) return two(date.year % 100, count);
      return String(date.year).padStart(count, '0');
    case 'h':
      return two(date.hour % 12 === 0 ? 12 : date.hour % 12, count);
    case 'H':
      return two(date.hour, count);
    case 'm':
      return two(date.minute, count);
    case 's':
      return two(date.second, count);
    case 'f':
    case 'F':
      return writeFraction(date, c, count);
    case 't': {
      const mark = date.hour < 12 ? culture.am : culture.pm;
      return count === 1 ? mark.slice(0, 1) : mark;
    }
    case 'z':
      return writeOffset(date.offsetTicks, count);
    case 'K':
      if (date.isOffset) return writeOffset(date.offsetTicks, 3);
      return date.kind === 1 ? 'Z' : date.kind === 2 ? writeOffset(date.offsetTicks, 3) : '';
    case 'g':
      return 'AD';
    case ':':
      return ':'.repeat(count);
    default:
      return culture.dateSeparator.repeat(count);
  }
}
function writeFraction(date: DateLike, c: string, count: number): string {
  if (count > 7) throw formatException('Input string was not in a correct format.');
  const digits = String(date.fraction).padStart(7, '0').slice(0, count);
  return c === 'f' ? digits : digits.replace(/0+$/, '');
}
export function writeOffset(offsetTicks: bigint, count: number): string {
  const negative = offsetTicks < 0n;
  const minutes = Number((negative ? -offsetTicks : offsetTicks) / 600000000n);
  const hours = Math.floor(minutes / 60);
  const sign = negative ? '-' : '+';
  if (count === 1) return `${sign}${hours}`;
  const text = `${sign}${String(hours).padStart(2, '0')}`;
  return count === 2 ? text : `${text}:${String(minutes % 60).padStart(2, '0')}`;
}
