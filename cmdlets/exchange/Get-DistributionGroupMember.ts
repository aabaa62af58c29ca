// Get-DistributionGroupMember.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { groupOf, membersOf } from './support/group-members.ts';
import { resultSize } from './support/paging.ts';
import { reducedRecipient } from './support/recipient-presentations.ts';
import { recipientObject } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-DistributionGroupMember',
  synopsis: 'Gets the members of a distribution group.',
  parameterLines: `
    Identity                  DistributionGroupMemberIdParameter ! 0 both
    Credential                PSCredential
    DomainController          Fqdn null
    IgnoreDefaultScope        SwitchParameter
    ReadFromDomainController  SwitchParameter
    ResultSize                Unlimited null
  `,
  examples: [{ script: '(Get-DistributionGroupMember sales).Name', output: 'bob\ncarol' }],
  create: (cmdlet) => ({
    process() {
      const group = groupOf(cmdlet);
      if (group === undefined) return;
      const shown = reducedRecipient(worldOf(cmdlet));
      for (const member of membersOf(cmdlet, group).slice(0, resultSize(cmdlet)))
        cmdlet.write(recipientObject(cmdlet, member, shown));
    },
  }),
});
