// Reset-Sandbox.

import { worldOf } from '../windows/local-machine.ts';
import { attemptControl, clockObject, controlOf } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Reset-Sandbox',
  synopsis: 'Starts the same or another organisation afresh; Undo-Sandbox brings the old world back.',
  supportsShouldProcess: true,
  parameters: {
    Organization: { type: 'string', help: 'Organisation to start; by default the present one.' },
    Seed: {
      type: 'int',
      validate: [{ kind: 'range', min: 0 }],
      help: "Seed of chance; by default the organisation's.",
    },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [
    {
      setup: 'Step-SandboxClock -Hours 5',
      script: 'Reset-Sandbox\n(Get-SandboxClock).Now.Hour',
      output: '8',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Organization: organization, Seed: seed } = cmdlet.args;
      if (!cmdlet.shouldProcess(organization ?? 'Sandbox')) return;
      attemptControl(cmdlet, organization, () => {
        controlOf(cmdlet).reset(organization, seed);
        if (cmdlet.args.PassThru) cmdlet.write(clockObject(worldOf(cmdlet).clock));
      });
    },
  }),
});
