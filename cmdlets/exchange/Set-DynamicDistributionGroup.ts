// Set-DynamicDistributionGroup.

import { setting } from './support/config-families.ts';
import { withFilter } from './support/dynamic-groups.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { recipientChanges } from './support/recipient-changes.ts';

export default exchangeCmdlet({
  name: 'Set-DynamicDistributionGroup',
  synopsis: 'Changes a dynamic distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                               DynamicGroupIdParameter ! 0 both
    IncludedRecipients                  =WellKnownRecipientType(AllRecipients,MailboxUsers,MailContacts,MailGroups,MailUsers,Resources)
    RecipientFilter                     String null
    Alias                               String null length:64
    ArbitrationMailbox                  MailboxIdParameter null
    ConditionalCompany                  MultiValuedProperty null
    ConditionalDepartment               MultiValuedProperty null
    ConditionalStateOrProvince          MultiValuedProperty null
    ConditionalCustomAttribute1         MultiValuedProperty null
    ConditionalCustomAttribute2         MultiValuedProperty null
    ConditionalCustomAttribute3         MultiValuedProperty null
    ConditionalCustomAttribute4         MultiValuedProperty null
    ConditionalCustomAttribute5         MultiValuedProperty null
    ConditionalCustomAttribute6         MultiValuedProperty null
    ConditionalCustomAttribute7         MultiValuedProperty null
    ConditionalCustomAttribute8         MultiValuedProperty null
    ConditionalCustomAttribute9         MultiValuedProperty null
    ConditionalCustomAttribute10        MultiValuedProperty null
    ConditionalCustomAttribute11        MultiValuedProperty null
    ConditionalCustomAttribute12        MultiValuedProperty null
    ConditionalCustomAttribute13        MultiValuedProperty null
    ConditionalCustomAttribute14        MultiValuedProperty null
    ConditionalCustomAttribute15        MultiValuedProperty null
    DisplayName                         String null length:256
    DomainController                    Fqdn null
    ModeratedBy                         MultiValuedProperty null
    ModerationEnabled                   Boolean
    PrimarySmtpAddress                  SmtpAddress null
    RecipientContainer                  OrganizationalUnitIdParameter
    SendModerationNotifications         =TransportModerationNotificationFlags(Always,Internal,Never)
    AcceptMessagesOnlyFrom                 MultiValuedProperty null
    AcceptMessagesOnlyFromDLMembers        MultiValuedProperty null
    AcceptMessagesOnlyFromSendersOrMembers MultiValuedProperty null
    BypassModerationFromSendersOrMembers   MultiValuedProperty null
    EmailAddresses                         ProxyAddressCollection
    EmailAddressPolicyEnabled              Boolean
    ExpansionServer                        String null
    ForceUpgrade                           SwitchParameter
    GrantSendOnBehalfTo                    MultiValuedProperty null
    HiddenFromAddressListsEnabled          Boolean
    MailTip                                String null
    ManagedBy                              GeneralRecipientIdParameter
    MaxReceiveSize                         Unlimited null
    MaxSendSize                            Unlimited null
    Name                                   String null length:64
    Notes                                  String null
    RejectMessagesFrom                     MultiValuedProperty null
    RejectMessagesFromDLMembers            MultiValuedProperty null
    RejectMessagesFromSendersOrMembers     MultiValuedProperty null
    ReportToManagerEnabled                 Boolean
    ReportToOriginatorEnabled              Boolean
    RequireSenderAuthenticationEnabled     Boolean
    SendOofMessageToOriginatorEnabled      Boolean
    SimpleDisplayName                      String null
    WindowsEmailAddress                    SmtpAddress null
  `,
  examples: [
    {
      setup: 'New-DynamicDistributionGroup Everybody -IncludedRecipients MailboxUsers | Out-Null',
      script: 'Set-DynamicDistributionGroup Everybody -Notes all; (Get-DynamicDistributionGroup everybody).Notes',
      output: 'all',
    },
  ],
  create: setting('dynamicDistributionGroup', {
    ...recipientChanges('dynamic distribution group'),
    adjust: (cmdlet, changes, object) => {
      const adjusted = recipientChanges('').adjust!(cmdlet, changes, object);
      return adjusted && withFilter(cmdlet, adjusted, object);
    },
  }),
});
