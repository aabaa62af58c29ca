// Get-UICulture.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { getStatic } from '../../../src/runtime/members.ts';
import { knownType } from '../../../src/runtime/types/registry.ts';

export default defineCmdlet({
  name: 'Get-UICulture',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets the culture of the user interface.',
  parameters: {},
  outputs: ['System.Globalization.CultureInfo'],
  examples: [{ script: '(Get-UICulture).Name', output: 'en-US' }],
  create: (cmdlet) => ({
    end() {
      cmdlet.write(getStatic(knownType('System.Globalization.CultureInfo'), 'CurrentUICulture'));
    },
  }),
});
