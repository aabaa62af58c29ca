// Remove-SandboxCheckpoint.

import { attemptControl, controlOf } from './support/control.ts';
import { oneIdentity, sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Remove-SandboxCheckpoint',
  synopsis: 'Removes checkpoints of the sandbox.',
  supportsShouldProcess: true,
  parameters: oneIdentity('Name of a checkpoint.'),
  examples: [
    {
      setup: 'Checkpoint-Sandbox Start | Out-Null',
      script: 'Remove-SandboxCheckpoint Start\n@(Get-SandboxCheckpoint).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const identity of cmdlet.args.Identity as string[])
        if (cmdlet.shouldProcess(identity))
          attemptControl(cmdlet, identity, () => controlOf(cmdlet).removeCheckpoint(identity));
    },
  }),
});
