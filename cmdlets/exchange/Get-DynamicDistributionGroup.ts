// Get-DynamicDistributionGroup.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-DynamicDistributionGroup',
  synopsis: 'Gets dynamic distribution groups.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                 DynamicGroupIdParameter both [Identity:0]
    Anr                      String null [AnrSet]
    Credential               PSCredential
    DomainController         Fqdn null
    Filter                   String null
    IgnoreDefaultScope       SwitchParameter
    ManagedBy                GeneralRecipientIdParameter [ManagedBySet]
    OrganizationalUnit       OrganizationalUnitIdParameter
    ReadFromDomainController SwitchParameter
    ResultSize               Unlimited null
    SortBy                   String null
  `,
  examples: [{ script: 'Get-DynamicDistributionGroup', output: '' }],
  create: gettingRecipients(['dynamicDistributionGroup']),
});
