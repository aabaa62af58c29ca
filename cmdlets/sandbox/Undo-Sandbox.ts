// Undo-Sandbox.

import { worldOf } from '../windows/local-machine.ts';
import { attemptControl, clockObject, controlOf } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Undo-Sandbox',
  synopsis: 'Takes back what was done last: the world, its clock and its logs.',
  supportsShouldProcess: true,
  defaultSet: 'Steps',
  parameters: {
    Steps: {
      type: 'int',
      sets: { Steps: { position: 0 } },
      default: '1',
      validate: [{ kind: 'range', min: 1 }],
      help: 'How many entries of the history.',
    },
    To: { type: 'int', mandatory: true, sets: 'To', help: 'Takes back everything after the entry with this sequence.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject lunch | Out-Null; Step-SandboxClock -Minutes 1',
      script: 'Undo-Sandbox -Steps 2\n@(Get-SandboxMailboxItem bob -Folder Inbox).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Steps: steps = 1, To: to } = cmdlet.args;
      if (!cmdlet.shouldProcess('Sandbox')) return;
      attemptControl(cmdlet, to ?? steps, () => {
        if (to === undefined) controlOf(cmdlet).undo(steps);
        else controlOf(cmdlet).undoTo(to);
        if (cmdlet.args.PassThru) cmdlet.write(clockObject(worldOf(cmdlet).clock));
      });
    },
  }),
});
