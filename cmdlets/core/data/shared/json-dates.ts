// Dates in JSON: which texts are read as dates, and how dates are written.

import { construct, invokeMethod } from '../../../../src/runtime/members.ts';
import { currentCulture } from '../../../../src/runtime/operators/format.ts';
import { host } from '../../../../src/runtime/types/ambient.ts';
import { DateTime, LOCAL, UNSPECIFIED, UTC } from '../../../../src/runtime/types/date/date-time.ts';
import { TimeSpan } from '../../../../src/runtime/types/date/time-span.ts';
import { knownType } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

/** -DateKind */
export type DateKind = 'Default' | 'Local' | 'Utc' | 'Offset' | 'String';

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7})\d*)?)?(Z|[-+]\d\d:?\d\d)?$/i;
const MICROSOFT = /^\/Date\((-?\d+)(?:[-+]\d{4})?\)\/$/;
const EPOCH_TICKS = 621355968000000000n;
const TICKS_PER_MINUTE = 600_000_000n;

function offsetMinutes(ticks: bigint): bigint {
  return BigInt(host().clock.utcOffsetMinutes(ticks));
}

/** Ticks of a calendar day, or undefined when there is no such day. */
function dayTicks(year: number, month: number, day: number): bigint | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return EPOCH_TICKS + BigInt(date.getTime()) * 10_000n;
}

/** A string of a JSON text: a date where it has the form of one. */
export function dateOf(text: string, kind: DateKind): Value {
  if (kind === 'String') return text;
  const microsoft = MICROSOFT.exec(text);
  if (microsoft) return shaped(EPOCH_TICKS + BigInt(microsoft[1]!) * 10_000n, 'Z', kind);
  const match = ISO.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone] = match;
  const start = dayTicks(Number(year), Number(month), Number(day));
  if (start === undefined || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return text;
  const seconds = BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  return shaped(start + seconds * 10_000_000n + BigInt(fraction.padEnd(7, '0')), zone?.toUpperCase(), kind);
}

/** The date as -DateKind wants it; `zone` is what the text said. */
function shaped(ticks: bigint, zone: string | undefined, kind: DateKind): Value {
  const zoneMinutes = zone === undefined ? offsetMinutes(ticks) : zone === 'Z' ? 0n : minutesOf(zone);
  const utc = ticks - zoneMinutes * TICKS_PER_MINUTE;
  if (kind === 'Utc') return new DateTime(utc, UTC);
  if (kind === 'Offset') {
    return construct(knownType('System.DateTimeOffset'), [
      new DateTime(ticks, UNSPECIFIED),
      new TimeSpan(zoneMinutes * TICKS_PER_MINUTE),
    ]);
  }
  if (kind === 'Local' || (zone !== undefined && zone !== 'Z'))
    return new DateTime(utc + offsetMinutes(utc) * TICKS_PER_MINUTE, LOCAL);
  return new DateTime(ticks, zone === undefined ? UNSPECIFIED : UTC);
}
function minutesOf(zone: string): bigint {
  const sign = zone.startsWith('-') ? -1n : 1n;
  const digits = zone.replace(/[-+:]/g, '');
  return sign * BigInt(Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

const ISO_PATTERN = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

/** As Json.NET writes dates: fractions without closing zeros, the zone by the kind. */
export function isoText(value: object): string {
  if (value instanceof DateTime) return value.format(ISO_PATTERN, currentCulture());
  return String(invokeMethod(value, 'ToString', [ISO_PATTERN.replace('K', 'zzz')]));
}
