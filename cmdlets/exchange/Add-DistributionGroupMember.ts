// Add-DistributionGroupMember.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { groupOf, isMember, memberOf, membershipError, setMembers } from './support/group-members.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Add-DistributionGroupMember',
  synopsis: 'Adds a member to a distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                        DistributionGroupIdParameter ! 0 both
    BypassSecurityGroupManagerCheck SwitchParameter
    DomainController                Fqdn null
    Member                          RecipientWithAdUserGroupIdParameter both
  `,
  examples: [
    {
      script: 'Add-DistributionGroupMember sales -Member alice; (Get-DistributionGroupMember sales).Name',
      output: 'bob\ncarol\nalice',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const group = groupOf(cmdlet);
      const member = group && memberOf(cmdlet, textOf(cmdlet.args.Member));
      if (group === undefined || member === undefined) return;
      if (isMember(group, member)) {
        const text = `The recipient "${member.identity}" is already a member of the group "${group.identity}".`;
        membershipError(cmdlet, text, group);
        return;
      }
      const question = `Adding distribution group member "${member.identity}" to group "${group.identity}".`;
      setMembers(cmdlet, group, [...group.properties.Members, member.name], question);
    },
  }),
});
