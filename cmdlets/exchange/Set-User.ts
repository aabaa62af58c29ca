// Set-User: what the address book says of a person; rules and address policies read it.

import { boundProperties, changeObject } from './support/config-changes.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { recipientChanges } from './support/recipient-changes.ts';
import { oneRecipient } from './support/recipients.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Set-User',
  synopsis: 'Changes what the directory says of a person.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                  UserIdParameter ! 0 both
    AssistantName             String null
    City                      String null
    Company                   String null
    CountryOrRegion           String null
    Department                String null
    DisplayName               String null
    Fax                       String null
    FirstName                 String null
    HomePhone                 String null
    Initials                  String null
    LastName                  String null
    Manager                   UserContactIdParameter
    MobilePhone               String null
    Name                      String null length:64
    Notes                     String null
    Office                    String null
    OtherFax                  MultiValuedProperty null
    OtherHomePhone            MultiValuedProperty null
    OtherTelephone            MultiValuedProperty null
    Pager                     String null
    Phone                     String null
    PostalCode                String null
    RemotePowerShellEnabled   Boolean
    ResetPasswordOnNextLogon  Boolean
    SamAccountName            String null length:20
    SimpleDisplayName         String null
    StateOrProvince           String null
    StreetAddress             String null
    TelephoneAssistant        String null
    Title                     String null
    UserPrincipalName         String null
    WebPage                   String null
    WindowsEmailAddress       SmtpAddress null
    DomainController          Fqdn null
    IgnoreDefaultScope        SwitchParameter
  `,
  examples: [{ script: 'Set-User alice -Department Sales; (Get-User alice).Department', output: 'Sales' }],
  create: (cmdlet) => ({
    process() {
      const user = oneRecipient(cmdlet, ['user', 'mailbox', 'mailUser'], textOf(cmdlet.args.Identity));
      if (user === undefined) return;
      const { skip, adjust } = recipientChanges('user');
      const changes = adjust!(cmdlet, boundProperties(cmdlet, user.class, user.properties, skip), user);
      if (changes !== undefined) changeObject(cmdlet, user, changes, `Setting user "${user.identity}".`);
    },
  }),
});
