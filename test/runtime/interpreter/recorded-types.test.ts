// .NET types: time zones, days, console writers, encodings. Compared with PowerShell 7.6.5.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('types', () => {
  testCases([
    [
      'time zones convert',
      "[TimeZoneInfo]::ConvertTimeFromUtc([datetime]'2024-07-01 12:00', [TimeZoneInfo]::FindSystemTimeZoneById('Europe/Oslo')).ToString('s'); [TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([datetime]'2024-01-01 12:00', 'UTC', 'W. Europe Standard Time').ToString('s')",
      '2024-07-01T14:00:00 | 2024-01-01T13:00:00',
    ],
    [
      'time zones convert back',
      "[TimeZoneInfo]::ConvertTimeToUtc([datetime]'2024-07-01 12:00', [TimeZoneInfo]::FindSystemTimeZoneById('Europe/Oslo')).ToString('o'); [TimeZoneInfo]::Utc.Id",
      '2024-07-01T10:00:00.0000000Z | UTC',
    ],
    [
      'time zones tell their offset',
      `$z = [TimeZoneInfo]::FindSystemTimeZoneById('Tokyo Standard Time'); $z.BaseUtcOffset.ToString(); $z.IsDaylightSavingTime([datetime]'2024-07-01'); "$z"`,
      '09:00:00 | False | (UTC+09:00) Japan Standard Time (Tokyo)',
    ],
    [
      'an unknown time zone',
      "try { [TimeZoneInfo]::FindSystemTimeZoneById('nope') } catch { $_.FullyQualifiedErrorId }",
      'TimeZoneNotFoundException',
    ],
    [
      'days without times',
      `$d = [dateonly]'2024-02-03'; $d.DayOfYear; "$($d.DayOfWeek)"; $d.AddDays(30).ToString('o'); "$d"`,
      '34 | Saturday | 2024-03-04 | 02/03/2024',
    ],
    [
      'times without days',
      `[timeonly]::new(10, 30).AddMinutes(45).ToString('HH:mm'); [timeonly]::new(23, 0).AddHours(2).Hour; "$([timeonly]'10:30')"`,
      '11:15 | 1 | 10:30',
    ],
    ['bytes beyond ASCII are question marks', '[Text.Encoding]::ASCII.GetString([byte[]](72, 200))', 'H?'],
    ['a version without a revision', "([version]'1.2').MinorRevision; ([version]'1.2.3.4').MinorRevision", '-1 | 4'],
  ]);
});
