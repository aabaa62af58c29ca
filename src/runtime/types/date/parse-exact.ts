// DateTime.ParseExact: a text that must follow a format.

import type { CultureData } from '../../number/cultures.ts';
import { formatException } from '../../number/format-number.ts';
import { host } from '../ambient.ts';
import { dateParts, dateTicks, daysInMonth } from './calendar.ts';
import { standardPattern } from './format-date.ts';
import { fullYear, type ParsedDate } from './parse-date.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './time-span.ts';

interface Reading {
  text: string;
  at: number;
  culture: CultureData;
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  hour: number;
  minute: number;
  second: number;
  fraction: bigint;
  pm?: boolean;
  twelve: boolean;
  offset?: number;
  utc: boolean;
}

/** Undefined when the text does not follow the format. `styles`: 1 leading, 2 trailing, 4 inner white space. */
export function parseDateExact(
  source: string,
  format: string,
  culture: CultureData,
  styles: number,
): ParsedDate | undefined {
  if (format === '') throw formatException('Input string was not in a correct format.');
  let pattern = format;
  if (format.length === 1) {
    const standard = standardPattern(format, culture);
    if (standard === undefined) throw formatException('Input string was not in a correct format.');
    pattern = standard;
  }
  let text = source;
  if (styles & 1) text = text.trimStart();
  if (styles & 2) text = text.trimEnd();
  const reading: Reading = {
    text,
    at: 0,
    culture,
    hour: 0,
    minute: 0,
    second: 0,
    fraction: 0n,
    twelve: false,
    utc: false,
  };
  for (let i = 0; i < pattern.length; ) {
    const next = readPart(reading, pattern, i, (styles & 4) !== 0);
    if (next < 0) return undefined;
    i = next;
  }
  return reading.at === text.length ? assemble(reading, pattern) : undefined;
}

function readPart(r: Reading, pattern: string, i: number, innerWhite: boolean): number {
  const c = pattern[i]!;
  if (c === '\\') return literal(r, pattern[i + 1] ?? '') ? i + 2 : -1;
  if (c === '%') return i + 1;
  if (c === "'" || c === '"') {
    const end = pattern.indexOf(c, i + 1);
    return literal(r, pattern.slice(i + 1, end)) ? end + 1 : -1;
  }
  let count = 1;
  while (pattern[i + count] === c) count++;
  if (/[dfFghHKmMstyz]/.test(c)) return readField(r, c, count) ? i + count : -1;
  if (c === '/') return literal(r, r.culture.dateSeparator) ? i + 1 : -1;
  if (c === ' ' && innerWhite) {
    while (r.text[r.at] === ' ') r.at++;
    return i + 1;
  }
  if (c === 'Z' && r.text[r.at] === 'Z') {
    r.offset = 0;
    r.utc = true;
  }
  return literal(r, c) ? i + 1 : -1;
}
function literal(r: Reading, text: string): boolean {
  if (!r.text.startsWith(text, r.at)) return false;
  r.at += text.length;
  return true;
}
function digits(r: Reading, min: number, max: number): string | undefined {
  const match = new RegExp(`^\\d{${min},${max}}`).exec(r.text.slice(r.at, r.at + max));
  if (!match) return undefined;
  r.at += match[0].length;
  return match[0];
}
function number(r: Reading, count: number): number | undefined {
  const text = digits(r, count === 1 ? 1 : 2, 2);
  return text === undefined ? undefined : Number(text);
}
function name(r: Reading, names: readonly string[]): number {
  const rest = r.text.slice(r.at).toLowerCase();
  let best = -1;
  names.forEach((candidate, index) => {
    if (
      candidate !== '' &&
      rest.startsWith(candidate.toLowerCase()) &&
      (best < 0 || candidate.length > names[best]!.length)
    )
      best = index;
  });
  if (best >= 0) r.at += names[best]!.length;
  return best;
}

function readField(r: Reading, c: string, count: number): boolean {
  const set = (value: number | undefined, store: (value: number) => void): boolean => {
    if (value === undefined || value < 0) return false;
    store(value);
    return true;
  };
  switch (c) {
    case 'y':
      return readYear(r, count);
    case 'M':
      if (count > 2)
        return set(name(r, count === 3 ? r.culture.shortMonths : r.culture.months), (v) => void (r.month = v + 1));
      return set(number(r, count), (v) => void (r.month = v));
    case 'd':
      if (count > 2)
        return set(name(r, count === 3 ? r.culture.shortDays : r.culture.days), (v) => void (r.weekday = v));
      return set(number(r, count), (v) => void (r.day = v));
    case 'H':
      return set(number(r, count), (v) => void (r.hour = v));
    case 'h':
      r.twelve = true;
      return set(number(r, count), (v) => void (r.hour = v));
    case 'm':
      return set(number(r, count), (v) => void (r.minute = v));
    case 's':
      return set(number(r, count), (v) => void (r.second = v));
    case 't':
      return readHalf(r, count);
    case 'f':
    case 'F':
      return readFraction(r, c, count);
    case 'z':
    case 'K':
      return readZone(r, c, count);
    default:
      return true;
  }
}
function readYear(r: Reading, count: number): boolean {
  const text = digits(r, count <= 2 ? 1 : count, count <= 2 ? 2 : Math.max(4, count));
  if (text === undefined) return false;
  r.year = fullYear(Number(text), count <= 2 ? 2 : 4);
  return true;
}
function readHalf(r: Reading, count: number): boolean {
  for (const [mark, pm] of [
    [r.culture.am, false],
    [r.culture.pm, true],
  ] as const) {
    const wanted = count === 1 ? mark.slice(0, 1) : mark;
    if (r.text.slice(r.at, r.at + wanted.length).toLowerCase() === wanted.toLowerCase()) {
      r.at += wanted.length;
      r.pm = pm;
      return true;
    }
  }
  return false;
}
function readFraction(r: Reading, c: string, count: number): boolean {
  const text = digits(r, c === 'f' ? count : 0, count);
  if (text === undefined) return false;
  r.fraction = BigInt(text.padEnd(7, '0'));
  return true;
}
function readZone(r: Reading, c: string, count: number): boolean {
  const rest = r.text.slice(r.at);
  if (rest[0] === 'Z') {
    r.at++;
    r.offset = 0;
    r.utc = true;
    return true;
  }
  const match = /^([-+])(\d{1,2})(?::?(\d{2}))?/.exec(rest);
  if (!match) return c === 'K';
  const minutes = count >= 3 || c === 'K' ? Number(match[3] ?? 0) : 0;
  r.offset = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + minutes);
  r.at += count >= 3 || c === 'K' ? match[0].length : match[1]!.length + match[2]!.length;
  return true;
}

function assemble(r: Reading, pattern: string): ParsedDate | undefined {
  const dated = r.year !== undefined || r.month !== undefined || r.day !== undefined;
  const today = dateParts(host().clock.nowTicks());
  const year = r.year ?? today.year;
  const month = r.month ?? (dated ? 1 : today.month);
  const day = r.day ?? (dated ? 1 : today.day);
  if (month < 1 || month > 12 || day < 1 || year < 1 || day > daysInMonth(year, month)) return undefined;
  let hour = r.hour;
  if (r.twelve && hour > 12) return undefined;
  if (r.pm !== undefined) hour = r.pm ? (hour < 12 ? hour + 12 : hour) : hour === 12 ? 0 : hour;
  if (hour > 23 || r.minute > 59 || r.second > 59) return undefined;
  const ticks =
    dateTicks(year, month, day) +
    BigInt(hour) * TICKS_PER_HOUR +
    BigInt(r.minute) * TICKS_PER_MINUTE +
    BigInt(r.second) * TICKS_PER_SECOND +
    r.fraction;
  if (r.weekday !== undefined && Number((ticks / 864000000000n + 1n) % 7n) !== r.weekday) return undefined;
  const gmt = pattern.includes("'GMT'");
  return { ticks, offset: r.offset, utc: r.utc || gmt };
}
