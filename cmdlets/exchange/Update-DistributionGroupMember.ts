// Update-DistributionGroupMember: the list of members as a whole.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { groupOf, setMembers } from './support/group-members.ts';
import { changedRecipients } from './support/recipient-changes.ts';

export default exchangeCmdlet({
  name: 'Update-DistributionGroupMember',
  synopsis: 'Replaces the members of a distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                        DistributionGroupIdParameter ! 0 both
    BypassSecurityGroupManagerCheck SwitchParameter
    DomainController                Fqdn null
    Members                         MultiValuedProperty both null entries:10000
  `,
  examples: [
    {
      script:
        'Update-DistributionGroupMember sales -Members alice, kenji -Confirm:$false; (Get-DistributionGroupMember sales).Name',
      output: 'alice\nkenji',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const group = groupOf(cmdlet);
      if (group === undefined) return;
      const members = cmdlet.has('Members') ? changedRecipients(cmdlet, 'Members', group as never) : [];
      if (members === undefined) return;
      setMembers(cmdlet, group, members, `Updating the members of distribution group "${group.identity}".`);
    },
  }),
});
