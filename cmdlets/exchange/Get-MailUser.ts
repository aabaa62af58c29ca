// Get-MailUser.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-MailUser',
  synopsis: 'Gets mail users.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                 MailUserIdParameter [Identity:0]
    Anr                      String null [AnrSet]
    Credential               PSCredential
    DomainController         Fqdn null
    Filter                   String null
    IgnoreDefaultScope       SwitchParameter
    OrganizationalUnit       OrganizationalUnitIdParameter
    ReadFromDomainController SwitchParameter
    ResultSize               Unlimited null
    SortBy                   String null
  `,
  examples: [{ script: 'Get-MailUser', output: '' }],
  create: gettingRecipients(['mailUser']),
});
