// Stop-Lab.

import { PSObject } from '../../src/runtime/values.ts';
import { timeSpanOf } from '../exchange/support/times.ts';
import { attemptLab, goalObject, labCmdlet, labsOf } from './support.ts';

export default labCmdlet({
  name: 'Stop-Lab',
  synopsis: 'Leaves the lab: shows the debrief, puts out the result, and brings your own sandbox back.',
  description:
    'The debrief tells what was wrong and shows what you did beside what a solution does. Whoever stops without having passed has seen the solution, so all hints count as used when the lab is gone on with.',
  supportsShouldProcess: true,
  parameters: {
    Discard: { type: 'switch', help: 'Throws the attempt away: no debrief, no result, nothing is remembered.' },
  },
  outputs: ['Hubshell.Labs.Attempt'],
  examples: [{ setup: 'Start-Lab first-steps | Out-Null', script: '(Stop-Lab).Passed' }],
  create: (cmdlet) => ({
    end() {
      const labs = labsOf(cmdlet);
      const discard = cmdlet.args.Discard === true;
      if (!cmdlet.shouldProcess(labs.current ?? 'Lab')) return;
      const stopped = attemptLab(cmdlet, null, () => labs.stop(discard));
      if (!stopped || discard) return;
      cmdlet.hostWrite(`${stopped.debrief}\n`);
      const { name, title, passed, goals, seed, timeMs, penaltyMs, realTimeMs, hintsUsed } = stopped;
      cmdlet.write(
        PSObject.of(
          {
            Name: name,
            Title: title,
            Passed: passed,
            Time: timeSpanOf(timeMs + penaltyMs),
            HintsUsed: hintsUsed,
            Penalty: timeSpanOf(penaltyMs),
            RealTime: timeSpanOf(realTimeMs),
            Seed: seed,
            Goals: goals.map(goalObject),
            Identity: name,
          },
          'Hubshell.Labs.Attempt',
        ),
      );
    },
  }),
});
