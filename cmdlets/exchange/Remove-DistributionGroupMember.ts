// Remove-DistributionGroupMember.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { groupOf, isMember, memberOf, membershipError, setMembers } from './support/group-members.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Remove-DistributionGroupMember',
  synopsis: 'Takes a member out of a distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                        DistributionGroupIdParameter ! 0 both
    BypassSecurityGroupManagerCheck SwitchParameter
    DomainController                Fqdn null
    Member                          GeneralRecipientIdParameter both
  `,
  examples: [
    {
      script:
        'Remove-DistributionGroupMember sales -Member carol -Confirm:$false; (Get-DistributionGroupMember sales).Name',
      output: 'bob',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const group = groupOf(cmdlet);
      const member = group && memberOf(cmdlet, textOf(cmdlet.args.Member));
      if (group === undefined || member === undefined) return;
      if (!isMember(group, member)) {
        const text = `The recipient "${member.identity}" isn't a member of the group "${group.identity}".`;
        membershipError(cmdlet, text, group);
        return;
      }
      const rest = group.properties.Members.filter((name) => name.toLowerCase() !== member.name.toLowerCase());
      const question = `Removing distribution group member "${member.identity}" from group "${group.identity}".`;
      setMembers(cmdlet, group, rest, question);
    },
  }),
});
