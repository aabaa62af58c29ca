// New-TimeSpan.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DateTime } from '../../../src/runtime/types/date/date-time.ts';
import { TimeSpan } from '../../../src/runtime/types/date/time-span.ts';

export default defineCmdlet({
  name: 'New-TimeSpan',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes a time span from its parts or from two dates.',
  parameters: {
    Start: {
      type: 'datetime',
      aliases: ['LastWriteTime'],
      position: 0,
      pipeline: 'both',
      sets: 'Date',
      help: 'Start of the time span; now by default.',
    },
    End: {
      type: 'datetime',
      position: 1,
      pipeline: 'name',
      sets: 'Date',
      help: 'End of the time span; now by default.',
    },
    Days: { type: 'int', sets: 'Time', help: 'Days of the time span.' },
    Hours: { type: 'int', sets: 'Time', help: 'Hours of the time span.' },
    Minutes: { type: 'int', sets: 'Time', help: 'Minutes of the time span.' },
    Seconds: { type: 'int', sets: 'Time', help: 'Seconds.' },
    Milliseconds: { type: 'int', sets: 'Time', help: 'Milliseconds.' },
  },
  defaultSet: 'Date',
  outputs: ['System.TimeSpan'],
  examples: [{ script: "(New-TimeSpan -Start '2026-03-01' -End '2026-03-03').TotalHours", output: '48' }],
  create: (cmdlet) => ({
    process() {
      const { args } = cmdlet;
      if (cmdlet.parameterSet === 'Time') {
        const part = (name: string): bigint => BigInt((args[name] as number | undefined) ?? 0);
        const seconds = ((part('Days') * 24n + part('Hours')) * 60n + part('Minutes')) * 60n + part('Seconds');
        return cmdlet.write(new TimeSpan(seconds * 10_000_000n + part('Milliseconds') * 10_000n));
      }
      const now = DateTime.now();
      const start = (args.Start as DateTime | undefined) ?? now;
      const end = (args.End as DateTime | undefined) ?? now;
      cmdlet.write(end.subtract(start));
    },
  }),
});
