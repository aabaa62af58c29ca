// Remove-PSSession.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { requireRunspaces } from './shared/remoting.ts';
import { selectSessions, sessionParameters } from './shared/session-selection.ts';

export default defineCmdlet({
  name: 'Remove-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rsn'],
  synopsis: 'Closes sessions on other computers.',
  defaultSet: 'Id',
  supportsShouldProcess: true,
  parameters: {
    Session: {
      type: 'object[]',
      sets: { Session: { mandatory: true, position: 0, pipeline: 'both' } },
      help: 'The sessions.',
    },
    ComputerName: {
      type: 'string[]',
      aliases: ['Cn'],
      sets: { ComputerName: { mandatory: true, pipeline: 'name' } },
      help: 'Sessions on these computers.',
    },
    ...sessionParameters,
  },
  examples: [{ script: 'New-PSSession EX02 | Remove-PSSession\n@(Get-PSSession).Count', output: '0' }],
  create: (cmdlet) => ({
    process() {
      for (const session of [...selectSessions(cmdlet)])
        if (cmdlet.shouldProcess(String(session.get('Name')))) requireRunspaces(cmdlet).close(session);
    },
  }),
});
