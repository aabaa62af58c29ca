// -UFormat of Get-Date: letters after a percent sign, as Get-Date's own table has them (not quite strftime's).

import { DotNetException } from '../../../../src/runtime/errors.ts';
import { invariantCulture } from '../../../../src/runtime/number/cultures.ts';
import { UNIX_EPOCH_TICKS } from '../../../../src/runtime/types/date/calendar.ts';
import type { DateTime } from '../../../../src/runtime/types/date/date-time.ts';

/** Letters that .NET's formats can express. */
const PATTERNS: Record<string, string> = {
  A: 'dddd',
  a: 'ddd',
  B: 'MMMM',
  b: 'MMM',
  h: 'MMM',
  c: 'ddd dd MMM yyyy HH:mm:ss',
  D: 'MM/dd/yy',
  x: 'MM/dd/yy',
  d: 'dd',
  F: 'yyyy-MM-dd',
  H: 'HH',
  I: 'hh',
  M: 'mm',
  m: 'MM',
  p: 'tt',
  R: 'HH:mm',
  r: 'hh:mm:ss tt',
  S: 'ss',
  T: 'HH:mm:ss',
  X: 'HH:mm:ss',
  Y: 'yyyy',
  y: 'yy',
  Z: 'zz',
};

function dotNet(date: DateTime, pattern: string): string {
  return date.format(pattern.length === 1 ? `%${pattern}` : pattern, invariantCulture());
}
function two(value: number, fill = '0'): string {
  return String(value).padStart(2, fill);
}

/** Week of the year and its year by ISO 8601. */
function isoWeek(date: DateTime): { week: number; year: number } {
  const weekday = (date.dayOfWeek + 6) % 7;
  const week = Math.floor((date.dayOfYear - 1 - weekday + 10) / 7);
  if (week < 1) return { week: weeksOf(date.year - 1), year: date.year - 1 };
  if (week > weeksOf(date.year)) return { week: 1, year: date.year + 1 };
  return { week, year: date.year };
}
function weeksOf(year: number): number {
  const startsOn = (y: number): number => (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
  return startsOn(year) === 4 || startsOn(year - 1) === 3 ? 53 : 52;
}

function special(date: DateTime, letter: string): string {
  switch (letter) {
    case 'C':
      return String(Math.floor(date.year / 100));
    case 'e':
      return two(date.day, ' ');
    case 'g':
      return two(isoWeek(date).year % 100);
    case 'G':
      return String(isoWeek(date).year);
    case 'j':
      return String(date.dayOfYear).padStart(3, '0');
    case 'k':
      return two(date.hour, ' ');
    case 'l':
      return two(date.hour % 12 === 0 ? 12 : date.hour % 12, ' ');
    case 'n':
      return '\n';
    case 's':
      return String((date.toUniversal().ticks - UNIX_EPOCH_TICKS) / 10_000_000n);
    case 't':
      return '\t';
    case 'U':
    case 'W':
      return String(Math.floor(date.dayOfYear / 7));
    case 'u':
      return String(date.dayOfWeek === 0 ? 7 : date.dayOfWeek);
    case 'V':
      return two(isoWeek(date).week);
    case 'w':
      return String(date.dayOfWeek);
    default:
      return letter;
  }
}

/** The text of a date. A lone percent sign at the end has no letter to stand for. */
export function unixFormat(date: DateTime, format: string): string {
  const text = format.startsWith('+') ? format.slice(1) : format;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%') {
      result += text[i];
      continue;
    }
    const letter = text[++i];
    if (letter === undefined) {
      throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.', {
        errorId: 'System.IndexOutOfRangeException',
        category: 'NotSpecified',
      });
    }
    const pattern = PATTERNS[letter];
    result += pattern === undefined ? special(date, letter) : dotNet(date, pattern);
  }
  return result;
}
