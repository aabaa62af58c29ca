// Get-Uptime.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DateTime } from '../../../src/runtime/types/date/date-time.ts';
import { TimeSpan } from '../../../src/runtime/types/date/time-span.ts';

const TICKS_PER_SECOND = 10_000_000n;

export default defineCmdlet({
  name: 'Get-Uptime',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets how long the shell has been running.',
  parameters: {
    Since: { type: 'switch', sets: 'Since', help: 'Gives the time of the start.' },
  },
  defaultSet: 'Timespan',
  outputs: ['System.TimeSpan', 'System.DateTime'],
  examples: [{ script: '(Get-Uptime) -is [timespan]', output: 'True' }],
  create: (cmdlet) => ({
    end() {
      const seconds = BigInt(Math.floor(cmdlet.host.clock.monotonicMs() / 1000));
      if (!cmdlet.args.Since) return cmdlet.write(new TimeSpan(seconds * TICKS_PER_SECOND));
      cmdlet.write(DateTime.now().addTicks(-seconds * TICKS_PER_SECOND));
    },
  }),
});
