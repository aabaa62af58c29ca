// DateTime.Parse: free forms, as .NET takes them.

import type { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import { invariantCulture } from '../../number/cultures.ts';
import { formatException } from '../../number/format-number.ts';
import { host } from '../ambient.ts';
import { dateParts, dateTicks, daysInMonth } from './calendar.ts';
import { DateTime, LOCAL, localOffsetTicks, UNSPECIFIED, UTC } from './date-time.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from './time-span.ts';

/** System.Globalization.DateTimeStyles. */
export const STYLES = {
  noCurrentDateDefault: 8,
  adjustToUniversal: 16,
  assumeLocal: 32,
  assumeUniversal: 64,
  roundtripKind: 128,
};

/** What was read, before the zone is applied. */
export interface ParsedDate {
  ticks: bigint;
  /** Minutes from UTC; undefined without a zone in the text. */
  offset: number | undefined;
  utc: boolean;
}

export function notRecognized(text: string): DotNetException {
  return formatException(`String '${text}' was not recognized as a valid DateTime.`);
}

interface Token {
  kind: 'number' | 'word' | 'symbol';
  text: string;
  at: number;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /(\d+)|(\p{L}[\p{L}.]*)|([^\s])/gu;
  for (const match of text.matchAll(pattern)) {
    tokens.push({ kind: match[1] ? 'number' : match[2] ? 'word' : 'symbol', text: match[0], at: match.index });
  }
  return tokens;
}

interface Draft {
  numbers: { value: number; digits: number; separator: string }[];
  month: number | undefined;
  monthAt: number;
  weekday: number | undefined;
  hour: number | undefined;
  minute: number;
  second: number;
  fraction: bigint;
  pm: boolean | undefined;
  offset: number | undefined;
  utc: boolean;
}

export function parseDate(text: string, culture: CultureData = invariantCulture()): ParsedDate {
  if (text.trim() === '') throw notRecognized(text);
  const draft: Draft = {
    numbers: [],
    month: undefined,
    monthAt: -1,
    weekday: undefined,
    hour: undefined,
    minute: 0,
    second: 0,
    fraction: 0n,
    pm: undefined,
    offset: undefined,
    utc: false,
  };
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; ) i = take(tokens, i, draft, text, culture);
  return assemble(draft, text, culture);
}

/** Consumes one or more tokens; the index behind them. */
function take(tokens: Token[], i: number, draft: Draft, text: string, culture: CultureData): number {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (token.kind === 'number') {
    if (next?.text === ':' && draft.hour === undefined) return takeTime(tokens, i, draft, text);
    if (
      next?.kind === 'word' &&
      isDayHalf(next.text, culture) &&
      draft.hour === undefined &&
      draft.numbers.length !== 1
    ) {
      draft.hour = Number(token.text);
      return i + 1;
    }
    draft.numbers.push({ value: Number(token.text), digits: token.text.length, separator: separatorBefore(tokens, i) });
    return i + 1;
  }
  if (token.kind === 'word') return takeWord(token, i, draft, text, culture);
  if (
    (token.text === '+' || token.text === '-') &&
    draft.hour !== undefined &&
    next?.kind === 'number' &&
    draft.offset === undefined &&
    (text[token.at - 1] !== ' ' || next.at === token.at + 1) &&
    timeComplete(draft)
  ) {
    return takeOffset(tokens, i, draft, text);
  }
  if ('/-.,'.includes(token.text) || '年月日时時分秒'.includes(token.text)) return i + 1;
  throw notRecognized(text);
}
function timeComplete(draft: Draft): boolean {
  return draft.numbers.length + (draft.month === undefined ? 0 : 1) >= 3 || draft.numbers.length === 0;
}
function separatorBefore(tokens: Token[], i: number): string {
  const before = tokens[i - 1];
  return before?.kind === 'symbol' ? before.text : '';
}

function isDayHalf(word: string, culture: CultureData): boolean {
  const lower = word.toLowerCase().replace(/\./g, '');
  return (
    lower === 'am' ||
    lower === 'pm' ||
    lower === 'a' ||
    lower === 'p' ||
    lower === culture.am.toLowerCase() ||
    lower === culture.pm.toLowerCase()
  );
}

function takeTime(tokens: Token[], i: number, draft: Draft, text: string): number {
  draft.hour = Number(tokens[i]!.text);
  const minute = tokens[i + 2];
  if (minute?.kind !== 'number') throw notRecognized(text);
  draft.minute = Number(minute.text);
  let at = i + 3;
  if (tokens[at]?.text === ':' && tokens[at + 1]?.kind === 'number') {
    draft.second = Number(tokens[at + 1]!.text);
    at += 2;
    if ((tokens[at]?.text === '.' || tokens[at]?.text === ',') && tokens[at + 1]?.kind === 'number') {
      draft.fraction = fractionTicks(tokens[at + 1]!.text);
      at += 2;
    }
  }
  return at;
}
/** Digits behind the point as ticks, rounded to seven. */
export function fractionTicks(digits: string): bigint {
  const seven = BigInt(digits.slice(0, 7).padEnd(7, '0'));
  return digits.length > 7 && digits[7]! >= '5' ? seven + 1n : seven;
}

function takeOffset(tokens: Token[], i: number, draft: Draft, text: string): number {
  const sign = tokens[i]!.text === '-' ? -1 : 1;
  const digits = tokens[i + 1]!.text;
  let at = i + 2;
  let minutes: number;
  if (digits.length === 4) minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  else {
    minutes = Number(digits) * 60;
    if (tokens[at]?.text === ':' && tokens[at + 1]?.kind === 'number') {
      minutes += Number(tokens[at + 1]!.text);
      at += 2;
    }
  }
  if (minutes > 14 * 60) throw notRecognized(text);
  draft.offset = sign * minutes;
  return at;
}

function takeWord(token: Token, i: number, draft: Draft, text: string, culture: CultureData): number {
  const word = token.text.replace(/\.$/, '');
  const lower = word.toLowerCase();
  if (isDayHalf(word, culture)) {
    if (draft.hour === undefined) throw notRecognized(text);
    draft.pm = lower.startsWith('p') || lower === culture.pm.toLowerCase();
    return i + 1;
  }
  if (lower === 't' && draft.numbers.length > 0) return i + 1;
  if (lower === 'z' || lower === 'gmt' || lower === 'utc') {
    draft.offset = 0;
    draft.utc = lower === 'z' || lower === 'gmt' || lower === 'utc';
    return i + 1;
  }
  if (/^[年月日时時分秒]+$/.test(word)) return i + 1;
  const month = nameIndex(lower, [culture, invariantCulture()], 'months', 'shortMonths');
  if (month >= 0) {
    draft.month = month + 1;
    draft.monthAt = draft.numbers.length;
    return i + 1;
  }
  const day = nameIndex(lower, [culture, invariantCulture()], 'days', 'shortDays');
  if (day >= 0) {
    draft.weekday = day;
    return i + 1;
  }
  throw formatException(
    `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${token.at}'.`,
  );
}
function nameIndex(
  lower: string,
  cultures: CultureData[],
  long: 'months' | 'days',
  short: 'shortMonths' | 'shortDays',
): number {
  for (const culture of cultures) {
    for (const names of [culture[long], culture[short]]) {
      const index = names.findIndex((name) => name.toLowerCase() === lower);
      if (index >= 0) return index;
    }
  }
  return -1;
}

function today(): { year: number; month: number; day: number } {
  return dateParts(host().clock.nowTicks());
}
/** Two digits mean 1950 to 2049. */
export function fullYear(value: number, digits: number): number {
  return digits > 2 ? value : value < 50 ? 2000 + value : 1900 + value;
}

function datePart(draft: Draft, text: string, culture: CultureData): { year: number; month: number; day: number } {
  const { numbers } = draft;
  if (numbers.some((number) => number.digits > 4)) throw notRecognized(text);
  if (draft.month !== undefined) return withMonthName(draft, text);
  if (numbers.length === 0) {
    if (draft.hour === undefined) throw notRecognized(text);
    return today();
  }
  if (numbers.length === 1) throw notRecognized(text);
  const [a, b, c] = numbers as [Draft['numbers'][0], Draft['numbers'][0], Draft['numbers'][0] | undefined];
  if (c === undefined) {
    if (a.digits > 2) return { year: a.value, month: b.value, day: 1 };
    if (b.digits > 2) return { year: b.value, month: a.value, day: 1 };
    return monthFirst(culture)
      ? { year: today().year, month: a.value, day: b.value }
      : { year: today().year, month: b.value, day: a.value };
  }
  if (numbers.length > 3) throw notRecognized(text);
  if (a.digits > 2 || culture.shortDate.startsWith('y'))
    return { year: fullYear(a.value, a.digits), month: b.value, day: c.value };
  const year = fullYear(c.value, c.digits);
  return monthFirst(culture) ? { year, month: a.value, day: b.value } : { year, month: b.value, day: a.value };
}
function monthFirst(culture: CultureData): boolean {
  return culture.shortDate.indexOf('M') < culture.shortDate.indexOf('d');
}

function withMonthName(draft: Draft, text: string): { year: number; month: number; day: number } {
  const month = draft.month!;
  const { numbers } = draft;
  if (numbers.length === 0 || numbers.length > 2) throw notRecognized(text);
  const [a, b] = numbers as [Draft['numbers'][0], Draft['numbers'][0] | undefined];
  if (b === undefined) {
    if (a.digits > 2 || draft.monthAt > 0)
      return a.digits > 2 || a.value > 12
        ? { year: fullYear(a.value, a.digits), month, day: 1 }
        : { year: today().year, month, day: a.value };
    return { year: today().year, month, day: a.value };
  }
  return a.digits > 2
    ? { year: a.value, month, day: b.value }
    : { year: fullYear(b.value, b.digits), month, day: a.value };
}

function assemble(draft: Draft, text: string, culture: CultureData): ParsedDate {
  const { year, month, day } = datePart(draft, text, culture);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw notRecognized(text);
  const hour = hourOf(draft, text);
  if (hour > 23 || draft.minute > 59 || draft.second > 59) {
    throw formatException(
      `The DateTime represented by the string '${text}' is not supported in calendar 'System.Globalization.GregorianCalendar'.`,
    );
  }
  const ticks =
    dateTicks(year, month, day) +
    BigInt(hour) * TICKS_PER_HOUR +
    BigInt(draft.minute) * TICKS_PER_MINUTE +
    BigInt(draft.second) * TICKS_PER_SECOND +
    draft.fraction;
  if (draft.weekday !== undefined && new DateTime(ticks).dayOfWeek !== draft.weekday) {
    throw formatException(
      `String '${text}' was not recognized as a valid DateTime because the day of week was incorrect.`,
    );
  }
  return { ticks, offset: draft.offset, utc: draft.utc };
}
function hourOf(draft: Draft, text: string): number {
  const hour = draft.hour ?? 0;
  if (draft.pm === undefined) return hour;
  if (hour > 12) {
    if (draft.pm) return hour;
    throw notRecognized(text);
  }
  return draft.pm ? (hour === 12 ? 12 : hour + 12) : hour === 12 ? 0 : hour;
}

/** The DateTime of a parsed text under DateTimeStyles. */
export function applyStyles(parsed: ParsedDate, styles: number): DateTime {
  const { ticks, offset } = parsed;
  if (offset === undefined) {
    if (styles & STYLES.assumeUniversal)
      return styles & STYLES.adjustToUniversal ? new DateTime(ticks, UTC) : new DateTime(ticks, UTC).toLocal();
    if (styles & STYLES.assumeLocal)
      return styles & STYLES.adjustToUniversal ? new DateTime(ticks, LOCAL).toUniversal() : new DateTime(ticks, LOCAL);
    return new DateTime(ticks, UNSPECIFIED);
  }
  const universal = new DateTime(ticks - BigInt(offset) * TICKS_PER_MINUTE, UTC);
  if (styles & STYLES.adjustToUniversal || (styles & STYLES.roundtripKind && parsed.utc)) return universal;
  return new DateTime(universal.ticks + localOffsetTicks(universal.ticks), LOCAL);
}
