// Set-MailUser.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { recipientChanges } from './support/recipient-changes.ts';

export default exchangeCmdlet({
  name: 'Set-MailUser',
  synopsis: 'Changes a mail user.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                               MailUserIdParameter ! 0 both
    AcceptMessagesOnlyFrom                 MultiValuedProperty null
    AcceptMessagesOnlyFromDLMembers        MultiValuedProperty null
    AcceptMessagesOnlyFromSendersOrMembers MultiValuedProperty null
    Alias                                  String null length:64
    ArbitrationMailbox                     MailboxIdParameter null
    BypassModerationFromSendersOrMembers   MultiValuedProperty null
    CreateDTMFMap                          Boolean
    CustomAttribute1                       String null length:1024
    CustomAttribute10                      String null length:1024
    CustomAttribute11                      String null length:1024
    CustomAttribute12                      String null length:1024
    CustomAttribute13                      String null length:1024
    CustomAttribute14                      String null length:1024
    CustomAttribute15                      String null length:1024
    CustomAttribute2                       String null length:1024
    CustomAttribute3                       String null length:1024
    CustomAttribute4                       String null length:1024
    CustomAttribute5                       String null length:1024
    CustomAttribute6                       String null length:1024
    CustomAttribute7                       String null length:1024
    CustomAttribute8                       String null length:1024
    CustomAttribute9                       String null length:1024
    DisplayName                            String null length:256
    DomainController                       Fqdn null
    EmailAddresses                         ProxyAddressCollection
    EmailAddressPolicyEnabled              Boolean
    ExtensionCustomAttribute1              MultiValuedProperty null entries:1300
    ExtensionCustomAttribute2              MultiValuedProperty null entries:1300
    ExtensionCustomAttribute3              MultiValuedProperty null entries:1300
    ExtensionCustomAttribute4              MultiValuedProperty null entries:1300
    ExtensionCustomAttribute5              MultiValuedProperty null entries:1300
    ExternalEmailAddress                   ProxyAddress
    GrantSendOnBehalfTo                    MultiValuedProperty null
    HiddenFromAddressListsEnabled          Boolean
    IgnoreDefaultScope                     SwitchParameter
    MacAttachmentFormat                    =MacAttachmentFormat(BinHex,UuEncode,AppleSingle,AppleDouble)
    MailTip                                String null length:175
    MailTipTranslations                    MultiValuedProperty null length:175
    MaxReceiveSize                         Unlimited null range:..2147483647
    MaxSendSize                            Unlimited null range:..2147483647
    MessageBodyFormat                      =MessageBodyFormat(Text,Html,TextAndHtml)
    MessageFormat                          =MessageFormat(Text,Mime)
    ModeratedBy                            MultiValuedProperty null
    ModerationEnabled                      Boolean
    Name                                   String null length:64
    PrimarySmtpAddress                     SmtpAddress null
    RejectMessagesFrom                     MultiValuedProperty null
    RejectMessagesFromDLMembers            MultiValuedProperty null
    RejectMessagesFromSendersOrMembers     MultiValuedProperty null
    RemovePicture                          SwitchParameter
    RemoveSpokenName                       SwitchParameter
    RequireSenderAuthenticationEnabled     Boolean
    SecondaryAddress                       String null
    SecondaryDialPlan                      UMDialPlanIdParameter
    SendModerationNotifications            =TransportModerationNotificationFlags(Always,Internal,Never)
    SimpleDisplayName                      String null
    UMDtmfMap                              MultiValuedProperty null
    UsePreferMessageFormat                 Boolean
    WindowsEmailAddress                    SmtpAddress null
  `,
  examples: [{ script: 'Get-MailUser nothing* | Set-MailUser -CustomAttribute1 x', output: '' }],
  create: setting('mailUser', recipientChanges('mail user')),
});
