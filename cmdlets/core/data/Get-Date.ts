// Get-Date.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { currentCulture } from '../../../src/runtime/operators/format.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { UNIX_EPOCH_TICKS } from '../../../src/runtime/types/date/calendar.ts';
import { DateTime, UTC } from '../../../src/runtime/types/date/date-time.ts';
import { ensureAddedMembers, NumberBox, type Value } from '../../../src/runtime/values.ts';
import { unixFormat } from './shared/unix-format.ts';

/** Formats of -Format for file names. */
const FILE_FORMATS: Record<string, { pattern: string; universal: boolean }> = {
  filedate: { pattern: 'yyyyMMdd', universal: false },
  filedateuniversal: { pattern: "yyyyMMdd'Z'", universal: true },
  filedatetime: { pattern: "yyyyMMdd'T'HHmmssffff", universal: false },
  filedatetimeuniversal: { pattern: "yyyyMMdd'T'HHmmssffff'Z'", universal: true },
};

function startOf(cmdlet: CmdletContext): DateTime {
  const { UnixTimeSeconds: seconds, Date: date } = cmdlet.args;
  if (seconds !== undefined) {
    const count = BigInt(seconds instanceof NumberBox ? seconds.value : (seconds as number | bigint));
    return new DateTime(UNIX_EPOCH_TICKS + count * 10_000_000n, UTC).toLocal();
  }
  return date instanceof DateTime ? date : DateTime.now();
}

/** -Year, -Month and so on in place of the date's own parts. */
function withParts(cmdlet: CmdletContext, date: DateTime): DateTime {
  const {
    Year: year,
    Month: month,
    Day: day,
    Hour: hour,
    Minute: minute,
    Second: second,
    Millisecond: millisecond,
  } = cmdlet.args;
  let result = date;
  const part = (value: Value, own: number, unit: bigint): void => {
    if (value !== undefined) result = new DateTime(result.ticks + BigInt((value as number) - own) * unit, result.kind);
  };
  if (year !== undefined) result = result.addMonths((year - result.year) * 12);
  if (month !== undefined) result = result.addMonths(month - result.month);
  if (day !== undefined) {
    result = new DateTime(result.ticks + BigInt(day - result.day) * 864_000_000_000n, result.kind);
  }
  part(hour, result.hour, 36_000_000_000n);
  part(minute, result.minute, 600_000_000n);
  part(second, result.second, 10_000_000n);
  if (millisecond !== undefined) {
    const wholeSecond = result.ticks - (result.ticks % 10_000_000n);
    result = new DateTime(wholeSecond + BigInt(millisecond as number) * 10_000n, result.kind);
  }
  return result;
}

function formatted(date: DateTime, format: string): string {
  const file = FILE_FORMATS[format.toLowerCase()];
  if (file) return (file.universal ? date.toUniversal() : date).format(file.pattern, currentCulture());
  return date.format(format, currentCulture());
}

export default defineCmdlet({
  name: 'Get-Date',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets the current or a given date and time.',
  description: 'The current time is the simulated time of the sandbox.',
  parameters: {
    Date: {
      type: 'datetime',
      aliases: ['LastWriteTime'],
      position: 0,
      pipeline: 'both',
      sets: ['DateAndFormat', 'DateAndUFormat'],
      help: 'Date and time to start from.',
    },
    UnixTimeSeconds: {
      type: 'long',
      aliases: ['UnixTime'],
      mandatory: true,
      sets: ['UnixTimeSecondsAndFormat', 'UnixTimeSecondsAndUFormat'],
      help: 'Seconds since 1970-01-01 UTC.',
    },
    Year: { type: 'int', validate: [{ kind: 'range', min: 1, max: 9999 }], help: 'The year.' },
    Month: { type: 'int', validate: [{ kind: 'range', min: 1, max: 12 }], help: 'Month of the year.' },
    Day: { type: 'int', validate: [{ kind: 'range', min: 1, max: 31 }], help: 'Day of the month.' },
    Hour: { type: 'int', validate: [{ kind: 'range', min: 0, max: 23 }], help: 'Hour of the day.' },
    Minute: { type: 'int', validate: [{ kind: 'range', min: 0, max: 59 }], help: 'Minute of the hour.' },
    Second: { type: 'int', validate: [{ kind: 'range', min: 0, max: 59 }], help: 'Second of the minute.' },
    Millisecond: { type: 'int', validate: [{ kind: 'range', min: 0, max: 999 }], help: 'Millisecond of the second.' },
    DisplayHint: {
      type: 'enum',
      values: ['Date', 'Time', 'DateTime'],
      enumName: 'Microsoft.PowerShell.Commands.DisplayHintType',
      help: 'Which part of the value is shown: Date, Time or DateTime.',
    },
    UFormat: {
      type: 'string',
      mandatory: true,
      sets: ['DateAndUFormat', 'UnixTimeSecondsAndUFormat'],
      help: 'Format in the manner of Unix, with %.',
    },
    Format: {
      type: 'string',
      sets: ['DateAndFormat', 'UnixTimeSecondsAndFormat'],
      help: 'Format string of .NET or a single letter of it.',
    },
    AsUTC: { type: 'switch', help: 'Converts the time to UTC.' },
  },
  defaultSet: 'DateAndFormat',
  outputs: ['System.String', 'System.DateTime'],
  examples: [
    { script: "Get-Date '2026-03-02 08:15' -Format 'yyyy-MM-dd HH:mm'", output: '2026-03-02 08:15' },
    { script: "Get-Date '2026-03-02 08:15' -UFormat '%Y%m%d-%H%M'", output: '20260302-0815' },
  ],
  create: (cmdlet) => ({
    process() {
      try {
        let date = withParts(cmdlet, startOf(cmdlet));
        if (cmdlet.args.AsUTC) date = date.toUniversal();
        const { Format: format, UFormat: unix, DisplayHint: hint } = cmdlet.args;
        if (format !== undefined) cmdlet.write(formatted(date, format));
        else if (unix !== undefined) cmdlet.write(unixFormat(date, unix));
        else {
          const shown = new DateTime(date.ticks, date.kind);
          if (hint !== undefined) {
            ensureAddedMembers(shown).members.set('displayhint', {
              kind: 'NoteProperty',
              name: 'DisplayHint',
              value: hint,
            });
          }
          cmdlet.write(shown);
        }
      } catch (error) {
        if (!(error instanceof DotNetException)) throw error;
        const record = recordOf(error);
        if (error.options.errorId === undefined) record.errorId = error.type;
        cmdlet.fail(record);
      }
    },
  }),
});
