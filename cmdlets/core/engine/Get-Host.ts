// Get-Host.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Get-Host',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets the object that stands for the host program.',
  parameters: {},
  outputs: ['System.Management.Automation.Host.PSHost'],
  examples: [{ script: '(Get-Host).Name', output: 'ConsoleHost' }],
  create: (cmdlet) => ({
    end() {
      cmdlet.write(cmdlet.engine.globalScope.valueOf('host'));
    },
  }),
});
