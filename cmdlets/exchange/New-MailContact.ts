// New-MailContact: an address outside in the address book.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { creatingRecipient } from './support/recipient-creation.ts';

export default exchangeCmdlet({
  name: 'New-MailContact',
  synopsis: 'Makes a contact whose mail goes to an address outside.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                        String ! 0 length:64
    ExternalEmailAddress        ProxyAddress !
    Alias                       String null length:64
    ArbitrationMailbox          MailboxIdParameter null
    DisplayName                 String null length:256
    DomainController            Fqdn null
    FirstName                   String null
    Initials                    String null
    LastName                    String null
    MacAttachmentFormat         =MacAttachmentFormat(BinHex,UuEncode,AppleSingle,AppleDouble)
    MessageBodyFormat           =MessageBodyFormat(Text,Html,TextAndHtml)
    MessageFormat               =MessageFormat(Text,Html,TextAndHtml)
    ModeratedBy                 MultiValuedProperty null
    ModerationEnabled           Boolean
    OrganizationalUnit          OrganizationalUnitIdParameter
    PrimarySmtpAddress          SmtpAddress null
    SendModerationNotifications =TransportModerationNotificationFlags(Always,Internal,Never)
    UsePreferMessageFormat      Boolean
  `,
  examples: [
    {
      script: "(New-MailContact -Name 'Paul West' -ExternalEmailAddress paul@fabrikam.com).Alias",
      output: 'paulwest',
    },
  ],
  create: creatingRecipient('mailContact', { noun: 'mail contact' }),
});
