// The proleptic Gregorian calendar over .NET ticks.

import { TICKS_PER_DAY } from './time-span.ts';

export const MAX_TICKS = 3155378975999999999n;
export const UNIX_EPOCH_TICKS = 621355968000000000n;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 0001-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = year - 1;
  let days = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + day - 1;
  for (let m = 1; m < month; m++) days += daysInMonth(year, m);
  return days;
}
export function dateTicks(year: number, month: number, day: number): bigint {
  return BigInt(dayNumber(year, month, day)) * TICKS_PER_DAY;
}

/** Year, month and day of a tick count. */
export function dateParts(ticks: bigint): { year: number; month: number; day: number; dayOfYear: number } {
  let days = Number(ticks / TICKS_PER_DAY);
  const cycles400 = Math.floor(days / 146097);
  days -= cycles400 * 146097;
  const cycles100 = Math.min(3, Math.floor(days / 36524));
  days -= cycles100 * 36524;
  const cycles4 = Math.floor(days / 1461);
  days -= cycles4 * 1461;
  const years = Math.min(3, Math.floor(days / 365));
  days -= years * 365;
  const year = cycles400 * 400 + cycles100 * 100 + cycles4 * 4 + years + 1;
  let month = 1;
  let rest = days;
  while (rest >= daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  return { year, month, day: rest + 1, dayOfYear: days + 1 };
}
