// Set-MailContact.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-MailContact',
  synopsis: 'Changes a mail contact.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                               MailContactIdParameter ! 0 both
    AcceptMessagesOnlyFrom                 MultiValuedProperty null
    AcceptMessagesOnlyFromDLMembers        MultiValuedProperty null
    AcceptMessagesOnlyFromSendersOrMembers MultiValuedProperty null
    Alias                                  String null
    ArbitrationMailbox                     MailboxIdParameter null
    BypassModerationFromSendersOrMembers   MultiValuedProperty null
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
    ExtensionCustomAttribute1              MultiValuedProperty null
    ExtensionCustomAttribute2              MultiValuedProperty null
    ExtensionCustomAttribute3              MultiValuedProperty null
    ExtensionCustomAttribute4              MultiValuedProperty null
    ExtensionCustomAttribute5              MultiValuedProperty null
    ExternalEmailAddress                   ProxyAddress
    ForceUpgrade                           SwitchParameter
    GrantSendOnBehalfTo                    MultiValuedProperty null
    HiddenFromAddressListsEnabled          Boolean
    IgnoreDefaultScope                     SwitchParameter
    MacAttachmentFormat                    =MacAttachmentFormat(BinHex,UuEncode,AppleSingle,AppleDouble)
    MailTip                                String null
    MailTipTranslations                    MultiValuedProperty null
    MaxReceiveSize                         Unlimited null
    MaxRecipientPerMessage                 Unlimited null
    MaxSendSize                            Unlimited null
    MessageBodyFormat                      =MessageBodyFormat(Text,Html,TextAndHtml)
    MessageFormat                          =MessageFormat(Text,Mime)
    ModeratedBy                            MultiValuedProperty null
    ModerationEnabled                      Boolean
    Name                                   String null
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
    UseMapiRichTextFormat                  =UseMapiRichTextFormat(Always,Never,UseDefaultSettings)
    UsePreferMessageFormat                 Boolean
    WindowsEmailAddress                    SmtpAddress null
  `,
  examples: [{ script: 'Set-MailContact pat -MaxReceiveSize 5MB -WhatIf' }],
  create: setting('mailContact', { noun: 'mail contact' }),
});
