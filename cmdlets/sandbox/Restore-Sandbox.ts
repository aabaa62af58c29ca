// Restore-Sandbox.

import { worldOf } from '../windows/local-machine.ts';
import { attemptControl, clockObject, controlOf } from './support/control.ts';
import { passThru, sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Restore-Sandbox',
  synopsis: 'Goes to the state of a checkpoint; Undo-Sandbox takes that back.',
  supportsShouldProcess: true,
  parameters: {
    Identity: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      aliases: ['Name'],
      help: 'Name of a checkpoint.',
    },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [
    {
      setup: 'Checkpoint-Sandbox Start | Out-Null; Step-SandboxClock -Hours 5',
      script: 'Restore-Sandbox Start\n(Get-SandboxClock).Now.Hour',
      output: '8',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const identity: string = cmdlet.args.Identity;
      if (!cmdlet.shouldProcess(identity)) return;
      attemptControl(cmdlet, identity, () => {
        controlOf(cmdlet).restore(identity);
        if (cmdlet.args.PassThru) cmdlet.write(clockObject(worldOf(cmdlet).clock));
      });
    },
  }),
});
