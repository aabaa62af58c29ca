// Get-MailboxDatabase.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { mailboxDatabase } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-MailboxDatabase',
  synopsis: 'Gets the mailbox databases.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity               DatabaseIdParameter both [Identity:0]
    Server                 ServerIdParameter both [Server!]
    DomainController       Fqdn null
    DumpsterStatistics     SwitchParameter
    IncludeCorrupted       SwitchParameter versions:2016+
    IncludePreExchange2010 SwitchParameter versions:2010
    IncludePreExchange2013 SwitchParameter versions:2013+
    Status                 SwitchParameter
  `,
  examples: [{ script: '(Get-MailboxDatabase DB03).Server', output: 'EX03' }],
  create: getting('database', mailboxDatabase),
});
