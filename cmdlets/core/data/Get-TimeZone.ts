// Get-TimeZone.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { TimeSpan } from '../../../src/runtime/types/date/time-span.ts';
import { PSObject } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Get-TimeZone',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gtz'],
  synopsis: "Gets the sandbox's time zone.",
  parameters: {
    Id: { type: 'string[]', mandatory: true, pipeline: 'name', sets: 'Id', help: 'Identifiers.' },
    ListAvailable: { type: 'switch', mandatory: true, sets: 'ListAvailable', help: 'Lists all that exist.' },
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'value',
      sets: 'Name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
  },
  defaultSet: 'Name',
  outputs: ['System.TimeZoneInfo'],
  examples: [{ script: '(Get-TimeZone).BaseUtcOffset.TotalMinutes -is [double]', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const { clock } = cmdlet.host;
      const minutes = clock.utcOffsetMinutes(clock.nowTicks());
      const sign = minutes < 0 ? '-' : '+';
      const text = (value: number): string => String(Math.abs(Math.trunc(value))).padStart(2, '0');
      const offset = minutes === 0 ? '' : `${sign}${text(minutes / 60)}:${text(minutes % 60)}`;
      const zone = PSObject.of(
        {
          Id: clock.timeZone,
          HasIanaId: true,
          DisplayName: `(UTC${offset}) ${clock.timeZone === 'UTC' ? 'Coordinated Universal Time' : clock.timeZone}`,
          StandardName: clock.timeZone === 'UTC' ? 'Coordinated Universal Time' : clock.timeZone,
          DaylightName: clock.timeZone === 'UTC' ? 'Coordinated Universal Time' : clock.timeZone,
          BaseUtcOffset: new TimeSpan(BigInt(minutes) * 600_000_000n),
          SupportsDaylightSavingTime: false,
        },
        'System.TimeZoneInfo',
      );
      const wanted = (cmdlet.args.Id ?? cmdlet.args.Name) as string[] | undefined;
      if (wanted === undefined) return cmdlet.write(zone);
      for (const name of wanted) {
        if (matchesWildcard(clock.timeZone, name)) cmdlet.write(zone);
        else {
          const message = `The time zone ID '${name}' was not found on the local computer.`;
          cmdlet.error(
            recordOf(failed('System.TimeZoneNotFoundException', message, 'TimeZoneNotFound', 'ObjectNotFound', name)),
          );
        }
      }
    },
  }),
});
