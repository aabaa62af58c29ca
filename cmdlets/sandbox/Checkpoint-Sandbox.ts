// Checkpoint-Sandbox.

import { attemptControl, checkpointObject, controlOf } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Checkpoint-Sandbox',
  synopsis: 'Keeps the present state of the sandbox under a name.',
  supportsShouldProcess: true,
  parameters: {
    Name: {
      type: 'string',
      position: 0,
      default: 'Checkpoint 1, …',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Its name.',
    },
    Description: { type: 'string', help: 'Words about it.' },
    Force: { type: 'switch', help: 'Replaces a checkpoint of the same name.' },
  },
  outputs: ['Hubshell.Sandbox.Checkpoint'],
  examples: [{ script: "(Checkpoint-Sandbox 'Before the change').Name", output: 'Before the change' }],
  create: (cmdlet) => ({
    end() {
      const { Name: name, Description: description = '', Force: force = false } = cmdlet.args;
      if (!cmdlet.shouldProcess(name ?? 'Sandbox')) return;
      const made = attemptControl(cmdlet, name, () => controlOf(cmdlet).checkpoint(name, description, force));
      if (made) cmdlet.write(checkpointObject(made));
    },
  }),
});
