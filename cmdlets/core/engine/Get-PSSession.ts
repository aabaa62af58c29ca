// Get-PSSession.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { selectSessions, sessionParameters } from './shared/session-selection.ts';

export default defineCmdlet({
  name: 'Get-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gsn'],
  synopsis: 'Gets the sessions on other computers.',
  defaultSet: 'ComputerName',
  parameters: {
    ComputerName: {
      type: 'string[]',
      aliases: ['Cn'],
      sets: { ComputerName: { position: 0, pipeline: 'name' } },
      help: 'Only sessions on these computers.',
    },
    ...sessionParameters,
  },
  outputs: ['System.Management.Automation.Runspaces.PSSession'],
  examples: [{ script: 'Get-PSSession', output: '' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.writeAll(selectSessions(cmdlet));
    },
  }),
});
