// Clear-Host.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'Clear-Host',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['cls', 'clear'],
  synopsis: 'Empties the screen.',
  parameters: {},
  examples: [{ script: 'Clear-Host' }],
  create: (cmdlet) => ({
    end() {
      cmdlet.host.ui.clear();
    },
  }),
});
