// Set-DistributionGroup.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-DistributionGroup',
  synopsis: 'Changes a distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                               DistributionGroupIdParameter ! 0 both
    AcceptMessagesOnlyFrom                 MultiValuedProperty null
    AcceptMessagesOnlyFromDLMembers        MultiValuedProperty null
    AcceptMessagesOnlyFromSendersOrMembers MultiValuedProperty null
    Alias                                  String null
    ArbitrationMailbox                     MailboxIdParameter null
    BypassModerationFromSendersOrMembers   MultiValuedProperty null
    BypassNestedModerationEnabled          Boolean
    BypassSecurityGroupManagerCheck        SwitchParameter
    CreateDTMFMap                          Boolean
    CustomAttribute1                       String null
    CustomAttribute10                      String null
    CustomAttribute11                      String null
    CustomAttribute12                      String null
    CustomAttribute13                      String null
    CustomAttribute14                      String null
    CustomAttribute15                      String null
    CustomAttribute2                       String null
    CustomAttribute3                       String null
    CustomAttribute4                       String null
    CustomAttribute5                       String null
    CustomAttribute6                       String null
    CustomAttribute7                       String null
    CustomAttribute8                       String null
    CustomAttribute9                       String null
    DisplayName                            String null
    DomainController                       Fqdn null
    EmailAddresses                         ProxyAddressCollection
    EmailAddressPolicyEnabled              Boolean
    ExpansionServer                        String null
    ExtensionCustomAttribute1              MultiValuedProperty null
    ExtensionCustomAttribute2              MultiValuedProperty null
    ExtensionCustomAttribute3              MultiValuedProperty null
    ExtensionCustomAttribute4              MultiValuedProperty null
    ExtensionCustomAttribute5              MultiValuedProperty null
    ForceUpgrade                           SwitchParameter
    GrantSendOnBehalfTo                    MultiValuedProperty null
    HiddenFromAddressListsEnabled          Boolean
    IgnoreDefaultScope                     SwitchParameter
    IgnoreNamingPolicy                     SwitchParameter
    MailTip                                String null
    MailTipTranslations                    MultiValuedProperty null
    ManagedBy                              MultiValuedProperty null
    MaxReceiveSize                         Unlimited null
    MaxSendSize                            Unlimited null
    MemberDepartRestriction                =MemberUpdateType(Open,Closed)
    MemberJoinRestriction                  =MemberUpdateType(Open,Closed,ApprovalRequired)
    ModeratedBy                            MultiValuedProperty null
    ModerationEnabled                      Boolean
    Name                                   String null
    PrimarySmtpAddress                     SmtpAddress null
    RejectMessagesFrom                     MultiValuedProperty null
    RejectMessagesFromDLMembers            MultiValuedProperty null
    RejectMessagesFromSendersOrMembers     MultiValuedProperty null
    ReportToManagerEnabled                 Boolean
    ReportToOriginatorEnabled              Boolean
    RequireSenderAuthenticationEnabled     Boolean
    RoomList                               SwitchParameter
    SamAccountName                         String null
    SendModerationNotifications            =TransportModerationNotificationFlags(Always,Internal,Never)
    SendOofMessageToOriginatorEnabled      Boolean
    SimpleDisplayName                      String null
    UMDtmfMap                              MultiValuedProperty null
    WindowsEmailAddress                    SmtpAddress null
  `,
  examples: [{ script: 'Set-DistributionGroup sales -ReportToOriginatorEnabled $false -WhatIf' }],
  create: setting('distributionGroup', { noun: 'distribution group' }),
});
