// Get-MailContact.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-MailContact',
  synopsis: 'Gets mail contacts.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                 MailContactIdParameter both [Identity:0]
    ANR                      String null [AnrSet]
    Credential               PSCredential
    DomainController         Fqdn null
    Filter                   String null
    IgnoreDefaultScope       SwitchParameter
    OrganizationalUnit       OrganizationalUnitIdParameter
    ReadFromDomainController SwitchParameter
    RecipientTypeDetails     =RecipientTypeDetails[](MailContact,MailForestContact)
    ResultSize               Unlimited null
    SortBy                   String null
  `,
  examples: [{ script: '(Get-MailContact pat).ExternalEmailAddress' }],
  create: gettingRecipients(['mailContact']),
});
