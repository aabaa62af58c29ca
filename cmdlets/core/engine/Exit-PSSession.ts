// Exit-PSSession.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { remoteRunspaces } from './shared/remoting.ts';

export default defineCmdlet({
  name: 'Exit-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['exsn'],
  synopsis: 'Ends the work on another computer that Enter-PSSession began.',
  parameters: {},
  examples: [{ script: 'Exit-PSSession', output: '' }],
  create: (cmdlet) => ({
    end() {
      remoteRunspaces(cmdlet.engine)?.leave();
    },
  }),
});
