// Set-SandboxClock.

import { worldOf } from '../windows/local-machine.ts';
import { clockObject } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';
import { attempt, sandboxError } from './support/errors.ts';

const maxRate = 1_000_000;

export default sandboxCmdlet({
  name: 'Set-SandboxClock',
  synopsis: 'Sets how fast virtual time follows real time in typed sessions, or pauses it.',
  supportsShouldProcess: true,
  parameters: {
    Rate: { type: 'double', help: 'Virtual seconds in a real second, above 0 and up to 1,000,000.' },
    Paused: { type: 'bool', help: 'Whether virtual time stands still.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [{ script: '(Set-SandboxClock -Rate 60 -PassThru).Rate', output: '60' }],
  create: (cmdlet) => ({
    end() {
      const world = worldOf(cmdlet);
      const paused: boolean | undefined = cmdlet.args.Paused;
      const rate = cmdlet.has('Rate') ? Number(cmdlet.args.Rate?.value ?? cmdlet.args.Rate) : undefined;
      if (rate !== undefined && !(rate > 0 && rate <= maxRate)) {
        sandboxError(cmdlet, 'SandboxInvalidValue', `The rate ${rate} is not above 0 and at most ${maxRate}.`, rate);
        return;
      }
      if (!cmdlet.shouldProcess('Clock')) return;
      if (rate !== undefined || paused !== undefined)
        attempt(cmdlet, null, () => world.apply({ kind: 'clock', rate, paused }));
      if (cmdlet.args.PassThru) cmdlet.write(clockObject(world.clock));
    },
  }),
});
