// Get-MailboxTransportService.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { mailboxTransportService } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-MailboxTransportService',
  versions: [2013, 2019],
  synopsis: 'Gets the settings of the Mailbox Transport services.',
  parameterLines: `
    Identity         MailboxTransportServerIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: '(Get-MailboxTransportService EX01).Name', output: 'EX01' }],
  create: getting('mailboxTransportService', mailboxTransportService),
});
