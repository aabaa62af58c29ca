// Enter-PSSession: what is typed next runs on another machine.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting, requireRunspaces } from './shared/remoting.ts';
import { selectSessions, sessionParameters } from './shared/session-selection.ts';

export default defineCmdlet({
  name: 'Enter-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['etsn'],
  synopsis: 'Runs what is typed next on another computer, until Exit-PSSession.',
  defaultSet: 'ComputerName',
  parameters: {
    ComputerName: {
      type: 'string',
      aliases: ['Cn'],
      sets: { ComputerName: { mandatory: true, position: 0, pipeline: 'both' } },
      help: 'The computer.',
    },
    Session: {
      type: 'object',
      sets: { Session: { position: 0, pipeline: 'both' } },
      help: 'A session as New-PSSession puts it out.',
    },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
    ...sessionParameters,
  },
  examples: [{ script: 'Enter-PSSession EDGE01\nExit-PSSession', output: '' }],
  create: (cmdlet) => ({
    end() {
      const runspaces = requireRunspaces(cmdlet);
      reporting(cmdlet, () => {
        const session = cmdlet.has('ComputerName')
          ? runspaces.open(cmdlet.args.ComputerName)
          : selectSessions(cmdlet)[0];
        if (session) runspaces.enterSession(session);
      });
    },
  }),
});
