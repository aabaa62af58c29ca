// Get-SandboxCheckpoint.

import { checkpointObject, controlOf } from './support/control.ts';
import { anyIdentity, sandboxCmdlet } from './support/definition.ts';
import { selectAny } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxCheckpoint',
  synopsis: 'Gets the checkpoints of the sandbox.',
  parameters: anyIdentity('Name of a checkpoint.'),
  outputs: ['Hubshell.Sandbox.Checkpoint'],
  examples: [
    {
      setup: 'Checkpoint-Sandbox Start | Out-Null',
      script: '(Get-SandboxCheckpoint S*).Name',
      output: 'Start',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const all = controlOf(cmdlet).checkpoints();
      const selection = { kind: 'checkpoint', all, names: ({ name }: (typeof all)[number]) => [name] };
      for (const checkpoint of selectAny(cmdlet, cmdlet.args.Identity, selection))
        cmdlet.write(checkpointObject(checkpoint));
    },
  }),
});
