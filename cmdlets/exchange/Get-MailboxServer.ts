// Get-MailboxServer.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { mailboxServer } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-MailboxServer',
  synopsis: 'Gets the settings of Mailbox servers.',
  parameterLines: `
    Identity         MailboxServerIdParameter 0 both
    DomainController Fqdn null
    Status           SwitchParameter
  `,
  examples: [{ script: '(Get-MailboxServer EX01).DatabaseCopyAutoActivationPolicy', output: 'Unrestricted' }],
  create: getting('mailboxServer', mailboxServer),
});
