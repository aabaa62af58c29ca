// Start-Sleep: lets simulated time pass.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { TimeSpan } from '../../../src/runtime/types/date/time-span.ts';
import { runPendingJobs } from '../engine/shared/jobs.ts';

export default defineCmdlet({
  name: 'Start-Sleep',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['sleep'],
  synopsis: 'Waits for a time.',
  description:
    'In a script the simulated clock moves on by that time; at the prompt the wait follows the rate of the clock.',
  parameters: {
    Seconds: {
      type: 'double',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'Seconds',
      validate: [{ kind: 'range', min: 0, max: 2147483 }],
      help: 'Seconds.',
    },
    Milliseconds: {
      type: 'int',
      aliases: ['ms'],
      mandatory: true,
      pipeline: 'name',
      sets: 'Milliseconds',
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'Milliseconds.',
    },
    Duration: {
      type: 'timespan',
      aliases: ['ts'],
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'FromTimeSpan',
      help: 'How long to wait, as a time span.',
    },
  },
  defaultSet: 'Seconds',
  examples: [
    { script: '$start = Get-Date; Start-Sleep 90; ((Get-Date) - $start).TotalSeconds -ge 90', output: 'True' },
  ],
  create: (cmdlet) => ({
    process() {
      const { Seconds: seconds, Milliseconds: milliseconds, Duration: duration } = cmdlet.args;
      let time = 0;
      if (duration instanceof TimeSpan) time = Number(duration.ticks) / 10_000;
      else time = milliseconds !== undefined ? toPlainNumber(milliseconds) : toPlainNumber(seconds) * 1000;
      if (duration !== undefined && time < 0) {
        const message = `Cannot validate argument on parameter 'Duration'. The argument "${String(duration)}" is negative.`;
        const type = 'System.Management.Automation.ParameterBindingValidationException';
        cmdlet.fail(cmdlet.makeError(message, 'ParameterArgumentValidationError', 'InvalidData', null, type));
      }
      runPendingJobs(cmdlet.engine);
      if (time > 0) cmdlet.host.clock.sleep(time);
      cmdlet.checkInterrupt();
    },
  }),
});
