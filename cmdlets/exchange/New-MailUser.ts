// New-MailUser: an account with an address outside.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { accountProperties, creatingRecipient } from './support/recipient-creation.ts';

export default exchangeCmdlet({
  name: 'New-MailUser',
  synopsis: 'Makes a user whose mail goes to an address outside.',
  defaultSet: 'EnabledUser',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                        String ! 0 length:64
    ExternalEmailAddress        ProxyAddress [DisabledUser!, EnabledUser!]
    Password                    SecureString [EnabledUser!]
    UserPrincipalName           String [EnabledUser!]
    Alias                       String null length:64
    ArbitrationMailbox          MailboxIdParameter null [DisabledUser, EnabledUser]
    DisplayName                 String null length:256 [DisabledUser, EnabledUser, EnableRoomMailboxAccount]
    DomainController            Fqdn null [DisabledUser, EnabledUser]
    FirstName                   String null
    ImmutableId                 String null
    Initials                    String null
    LastName                    String null
    MacAttachmentFormat         =MacAttachmentFormat(BinHex,UuEncode,AppleSingle,AppleDouble) [DisabledUser, EnabledUser]
    MessageBodyFormat           =MessageBodyFormat(Text,Html,TextAndHtml) [DisabledUser, EnabledUser]
    MessageFormat               =MessageFormat(Text,Mime) [DisabledUser, EnabledUser]
    ModeratedBy                 MultiValuedProperty null
    ModerationEnabled           Boolean
    OrganizationalUnit          OrganizationalUnitIdParameter
    PrimarySmtpAddress          SmtpAddress null
    RemotePowerShellEnabled     Boolean
    ResetPasswordOnNextLogon    Boolean [DisabledUser, EnabledUser]
    SamAccountName              String null length:20 [DisabledUser, EnabledUser]
    SendModerationNotifications =TransportModerationNotificationFlags(Always,Internal,Never)
    UsePreferMessageFormat      Boolean [DisabledUser, EnabledUser]
  `,
  examples: [
    {
      script:
        "(New-MailUser -Name pia -ExternalEmailAddress pia@fabrikam.com -UserPrincipalName pia@contoso.com -Password (ConvertTo-SecureString 'Pa$$word1' -AsPlainText -Force)).ExternalEmailAddress",
      output: 'SMTP:pia@fabrikam.com',
    },
  ],
  create: creatingRecipient('mailUser', { noun: 'mail user', complete: accountProperties }),
});
