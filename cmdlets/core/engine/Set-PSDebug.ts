// Set-PSDebug: -Strict is about variables that were never set; tracing of lines is not offered.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Set-PSDebug',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Switches checks for scripts on and off.',
  description: 'Strict reports variables that were never set. Tracing and stepping show nothing here.',
  parameters: {
    Trace: {
      type: 'int',
      sets: 'on',
      validate: [{ kind: 'range', min: 0, max: 2 }],
      help: 'Level of tracing: 0, 1 or 2.',
    },
    Step: { type: 'switch', sets: 'on', help: 'Asks before each line.' },
    Strict: { type: 'switch', sets: 'on', help: 'Reports variables that were never set.' },
    Off: { type: 'switch', sets: 'off', help: 'Switches tracing off.' },
  },
  examples: [{ script: 'Set-PSDebug -Off' }],
  create: (cmdlet) => ({
    end() {
      if (cmdlet.args.Off) cmdlet.engine.globalScope.strictMode = 0;
      else if (cmdlet.args.Strict) cmdlet.engine.globalScope.strictMode = 1;
    },
  }),
});
