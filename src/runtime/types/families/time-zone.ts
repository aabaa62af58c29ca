// System.TimeZoneInfo over the time zones that JavaScript knows (IANA names), by their Windows names, too.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import { DateTime, UNSPECIFIED, UTC } from '../date/date-time.ts';
import { TICKS_PER_MINUTE, TICKS_PER_MS, TimeSpan } from '../date/time-span.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

const NAME = 'System.TimeZoneInfo';
const UNIX_EPOCH_TICKS = 621355968000000000n;

/** Windows names of the zones that administrators' scripts name (Unicode CLDR, windowsZones). */
const WINDOWS: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'Romance Standard Time': 'Europe/Paris',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'FLE Standard Time': 'Europe/Kiev',
  'GTB Standard Time': 'Europe/Bucharest',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Arabian Standard Time': 'Asia/Dubai',
  'India Standard Time': 'Asia/Calcutta',
  'China Standard Time': 'Asia/Shanghai',
  'Singapore Standard Time': 'Asia/Singapore',
  'Korea Standard Time': 'Asia/Seoul',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'E. Australia Standard Time': 'Australia/Brisbane',
  'New Zealand Standard Time': 'Pacific/Auckland',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  'Alaskan Standard Time': 'America/Anchorage',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Mountain Standard Time': 'America/Denver',
  'US Mountain Standard Time': 'America/Phoenix',
  'Central Standard Time': 'America/Chicago',
  'Eastern Standard Time': 'America/New_York',
  'Atlantic Standard Time': 'America/Halifax',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Argentina Standard Time': 'America/Buenos_Aires',
  'South Africa Standard Time': 'Africa/Johannesburg',
};

class TimeZone {
  private readonly format: Intl.DateTimeFormat;
  constructor(
    readonly id: string,
    readonly iana: string,
  ) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: iana,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }
  get psType(): PSType {
    return knownType(NAME);
  }
  /** Minutes from UTC at a moment of UTC. */
  private offsetAtUtc(utcTicks: bigint): number {
    const moment = Number((utcTicks - UNIX_EPOCH_TICKS) / TICKS_PER_MS);
    const parts = new Map(this.format.formatToParts(new Date(moment)).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return Math.round((local - Math.floor(moment / 1000) * 1000) / 60_000);
  }
  /** Minutes from UTC at a time of this zone's clocks. */
  private offsetAtLocal(localTicks: bigint): number {
    const first = this.offsetAtUtc(localTicks - BigInt(this.standardMinutes) * TICKS_PER_MINUTE);
    return this.offsetAtUtc(localTicks - BigInt(first) * TICKS_PER_MINUTE);
  }
  private inYear(month: number): number {
    return this.offsetAtUtc(DateTime.of(DateTime.now().year, month, 1).ticks);
  }
  get standardMinutes(): number {
    return Math.min(this.inYear(1), this.inYear(7));
  }
  get supportsDaylight(): boolean {
    return this.inYear(1) !== this.inYear(7);
  }
  fromUtc(ticks: bigint): DateTime {
    return new DateTime(
      ticks + BigInt(this.offsetAtUtc(ticks)) * TICKS_PER_MINUTE,
      this.iana === 'UTC' ? UTC : UNSPECIFIED,
    );
  }
  toUtc(ticks: bigint): DateTime {
    return new DateTime(ticks - BigInt(this.offsetAtLocal(ticks)) * TICKS_PER_MINUTE, UTC);
  }
  offset(date: DateTime): number {
    return date.kind === UTC ? this.offsetAtUtc(date.ticks) : this.offsetAtLocal(date.ticks);
  }
  name(daylight: boolean): string {
    if (this.iana === 'UTC') return 'Coordinated Universal Time';
    const long = new Intl.DateTimeFormat('en-US', { timeZone: this.iana, timeZoneName: 'long' });
    const year = DateTime.now().year;
    const dates = [1, 7].map((month) => new Date(Date.UTC(year, month - 1, 1)));
    const summer = this.inYear(7) > this.inYear(1) ? dates[1]! : dates[0]!;
    const winter = summer === dates[0] ? dates[1]! : dates[0]!;
    const date = daylight && this.supportsDaylight ? summer : winter;
    return long.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? this.id;
  }
  get displayName(): string {
    if (this.iana === 'UTC') return '(UTC) Coordinated Universal Time';
    const minutes = this.standardMinutes;
    const [hour, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const sign = minutes < 0 ? '-' : '+';
    const city = this.iana.slice(this.iana.lastIndexOf('/') + 1).replaceAll('_', ' ');
    const general = this.name(false).replace(/^Central European Standard/, 'Central European');
    return `(UTC${sign}${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}) ${general} (${city})`;
  }
  toString(): string {
    return this.displayName;
  }
}

function find(id: string): TimeZone {
  if (/^(utc|etc\/utc|gmt)$/i.test(id)) return new TimeZone('UTC', 'UTC');
  const windows = Object.keys(WINDOWS).find((name) => name.toLowerCase() === id.toLowerCase());
  try {
    return new TimeZone(windows ?? id, windows === undefined ? id : WINDOWS[windows]!);
  } catch {
    throw new DotNetException(
      'System.TimeZoneNotFoundException',
      `The time zone ID '${id}' was not found on the local computer.`,
    );
  }
}

function local(): TimeZone {
  return find(host().clock.timeZone);
}

/** A date as its kind says, in UTC. */
function utcTicks(date: DateTime): bigint {
  return date.kind === UTC ? date.ticks : local().toUtc(date.ticks).ticks;
}

const Z = NAME;
export function timeZoneTypes(): TypeSpec[] {
  return [
    {
      name: NAME,
      properties: {
        'string Id': (zone: TimeZone) => zone.id,
        'bool HasIanaId': (zone: TimeZone) => zone.id === zone.iana,
        'string DisplayName': (zone: TimeZone) => zone.displayName,
        'string StandardName': (zone: TimeZone) => zone.name(false),
        'string DaylightName': (zone: TimeZone) => zone.name(true),
        'timespan BaseUtcOffset': (zone: TimeZone) => new TimeSpan(BigInt(zone.standardMinutes) * TICKS_PER_MINUTE),
        'bool SupportsDaylightSavingTime': (zone: TimeZone) => zone.supportsDaylight,
      },
      methods: {
        'timespan GetUtcOffset(datetime dateTime)': (zone: TimeZone, date: DateTime) =>
          new TimeSpan(BigInt(zone.offset(date)) * TICKS_PER_MINUTE),
        'bool IsDaylightSavingTime(datetime dateTime)': (zone: TimeZone, date: DateTime) =>
          zone.offset(date) !== zone.standardMinutes,
        'string ToString()': (zone: TimeZone) => zone.toString(),
      },
      staticProperties: { [`${Z} Utc`]: () => find('UTC'), [`${Z} Local`]: local },
      staticMethods: {
        [`${Z} FindSystemTimeZoneById(string id)`]: find,
        'System.Object GetSystemTimeZones()': (): Value => Object.keys(WINDOWS).map(find) as unknown as Value,
        [`datetime ConvertTimeFromUtc(datetime dateTime, ${Z} destinationTimeZone)`]: (
          date: DateTime,
          zone: TimeZone,
        ) => zone.fromUtc(date.ticks),
        'datetime ConvertTimeToUtc(datetime dateTime)': (date: DateTime) => new DateTime(utcTicks(date), UTC),
        [`datetime ConvertTimeToUtc(datetime dateTime, ${Z} sourceTimeZone)`]: (date: DateTime, zone: TimeZone) =>
          zone.toUtc(date.ticks),
        [`datetime ConvertTime(datetime dateTime, ${Z} destinationTimeZone)`]: (date: DateTime, zone: TimeZone) =>
          zone.fromUtc(utcTicks(date)),
        [`datetime ConvertTime(datetime dateTime, ${Z} sourceTimeZone, ${Z} destinationTimeZone)`]: (
          date: DateTime,
          from: TimeZone,
          to: TimeZone,
        ) => to.fromUtc(from.toUtc(date.ticks).ticks),
        'datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)': (
          date: DateTime,
          id: string,
        ) => find(id).fromUtc(utcTicks(date)),
        'datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)':
          (date: DateTime, from: string, to: string) => find(to).fromUtc(find(from).toUtc(date.ticks).ticks),
      },
    },
  ];
}
