// New-DistributionGroup.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { JsonObject } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { changedRecipients } from './support/recipient-changes.ts';
import { creatingRecipient } from './support/recipient-creation.ts';

/** Who makes a group owns it: the administrator, where there is such a mailbox. */
const defaultOwners = (cmdlet: CmdletContext): string[] =>
  worldOf(cmdlet).findRecipient('administrator') === undefined ? [] : ['administrator'];

export default exchangeCmdlet({
  name: 'New-DistributionGroup',
  synopsis: 'Makes a distribution or security group.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                               String ! 0 length:64
    Alias                              String null length:64
    ArbitrationMailbox                 MailboxIdParameter null
    BypassNestedModerationEnabled      Boolean
    CopyOwnerToMember                  SwitchParameter
    DisplayName                        String null length:256
    DomainController                   Fqdn null
    IgnoreNamingPolicy                 SwitchParameter
    ManagedBy                          MultiValuedProperty null
    MemberDepartRestriction            =MemberUpdateType(Open,Closed)
    MemberJoinRestriction              =MemberUpdateType(Open,Closed,ApprovalRequired)
    Members                            MultiValuedProperty null entries:10000
    ModeratedBy                        MultiValuedProperty null
    ModerationEnabled                  Boolean
    Notes                              String null
    OrganizationalUnit                 OrganizationalUnitIdParameter
    PrimarySmtpAddress                 SmtpAddress null
    RequireSenderAuthenticationEnabled Boolean versions:2016+
    RoomList                           SwitchParameter
    SamAccountName                     String null
    SendModerationNotifications        =TransportModerationNotificationFlags(Always,Internal,Never)
    Type                               =GroupType(Distribution,Security)
  `,
  examples: [
    {
      script:
        'New-DistributionGroup -Name writers -Members alice, bob | Out-Null; (Get-DistributionGroupMember writers).Name',
      output: 'alice\nbob',
    },
  ],
  create: creatingRecipient('distributionGroup', {
    noun: 'distribution group',
    complete: (cmdlet, properties) => {
      const members = cmdlet.has('Members') ? changedRecipients(cmdlet, 'Members', undefined) : [];
      if (members === undefined) return undefined;
      const security = String(cmdlet.args.Type ?? '').toLowerCase() === 'security';
      const owners = (properties.ManagedBy as string[] | undefined) ?? defaultOwners(cmdlet);
      const result: JsonObject = {
        // The product's defaults of a new group: only authenticated senders, its maker as its owner.
        RequireSenderAuthenticationEnabled: true,
        ...properties,
        Members: cmdlet.args.CopyOwnerToMember ? [...new Set([...members, ...owners])] : members,
        ManagedBy: owners,
        GroupType: security ? 'Universal, SecurityEnabled' : 'Universal',
        RecipientTypeDetails: cmdlet.args.RoomList ? 'RoomList' : null,
      };
      return result;
    },
  }),
});
