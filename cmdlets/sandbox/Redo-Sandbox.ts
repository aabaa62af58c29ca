// Redo-Sandbox.

import { worldOf } from '../windows/local-machine.ts';
import { attemptControl, clockObject, controlOf } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Redo-Sandbox',
  synopsis: 'Does again what was taken back, until something new is done.',
  supportsShouldProcess: true,
  parameters: {
    Steps: {
      type: 'int',
      position: 0,
      default: '1',
      validate: [{ kind: 'range', min: 1 }],
      help: 'How many entries of the history.',
    },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject lunch | Out-Null; Undo-Sandbox',
      script: 'Redo-Sandbox\n(Get-SandboxHistory -Last 1).Kind',
      output: 'Message',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Steps: steps = 1 } = cmdlet.args;
      if (!cmdlet.shouldProcess('Sandbox')) return;
      attemptControl(cmdlet, steps, () => {
        controlOf(cmdlet).redo(steps);
        if (cmdlet.args.PassThru) cmdlet.write(clockObject(worldOf(cmdlet).clock));
      });
    },
  }),
});
