// Get-DistributionGroup.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-DistributionGroup',
  synopsis: 'Gets distribution groups.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                                                      DistributionGroupIdParameter both [Identity:0]
    Anr                                                           String null [AnrSet]
    Credential                                                    PSCredential
    DomainController                                              Fqdn null
    Filter                                                        String null
    IgnoreDefaultScope                                            SwitchParameter
    ManagedBy                                                     GeneralRecipientIdParameter [ManagedBySet]
    OrganizationalUnit                                            OrganizationalUnitIdParameter
    ReadFromDomainController                                      SwitchParameter
    RecipientTypeDetails                                          =RecipientTypeDetails[](MailNonUniversalGroup,MailUniversalDistributionGroup,MailUniversalSecurityGroup,RoomList)
    ResultSize                                                    Unlimited null
    SortBy                                                        String null
  `,
  examples: [{ script: '(Get-DistributionGroup sales).Alias', output: 'sales' }],
  create: gettingRecipients(['distributionGroup']),
});
