// Get-SandboxClock.

import { worldOf } from '../windows/local-machine.ts';
import { clockObject } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxClock',
  synopsis: 'Shows virtual time, its rate, and what is due next.',
  parameters: {},
  outputs: ['Hubshell.Sandbox.Clock'],
  examples: [{ script: '(Get-SandboxClock).Rate', output: '1' }],
  create: (cmdlet) => ({
    end() {
      cmdlet.write(clockObject(worldOf(cmdlet).clock));
    },
  }),
});
