// Get-Recipient: recipients of every class.

import { recipientClasses } from '../../state/schema/configuration.ts';
import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { reducedRecipient } from './support/recipient-presentations.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-Recipient',
  synopsis: 'Gets recipients of every class.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                      RecipientIdParameter both null [Identity:0]
    Anr                           String null [AnrSet]
    BookmarkDisplayName           String null [Identity]
    Credential                    PSCredential
    Database                      DatabaseIdParameter both versions:2013+ [AnrSet, DatabaseSet]
    DomainController              Fqdn null
    Filter                        String null
    IgnoreDefaultScope            SwitchParameter
    IncludeBookmarkObject         Boolean [Identity]
    IncludeSoftDeletedRecipients  SwitchParameter versions:2016+
    OrganizationalUnit            OrganizationalUnitIdParameter
    Properties                    String[] versions:2013+
    PropertySet                   PropertySet
    ReadFromDomainController      SwitchParameter
    RecipientPreviewFilter        String null [RecipientPreviewFilterSet]
    RecipientType                 =RecipientType[](DynamicDistributionGroup,MailContact,MailNonUniversalGroup,MailUniversalDistributionGroup,MailUniversalSecurityGroup,MailUser,PublicFolder,UserMailbox)
    RecipientTypeDetails          =RecipientTypeDetails[](DiscoveryMailbox,DynamicDistributionGroup,EquipmentMailbox,GroupMailbox,GuestMailUser,LegacyMailbox,LinkedMailbox,LinkedRoomMailbox,MailContact,MailForestContact,MailNonUniversalGroup,MailUniversalDistributionGroup,MailUniversalSecurityGroup,MailUser,PublicFolder,PublicFolderMailbox,RemoteEquipmentMailbox,RemoteRoomMailbox,RemoteSharedMailbox,RemoteTeamMailbox,RemoteUserMailbox,RoomList,RoomMailbox,SchedulingMailbox,SharedMailbox,SharedWithMailUser,TeamMailbox,UserMailbox)
    ResultSize                    Unlimited null
    SortBy                        String null
  `,
  examples: [
    { script: '(Get-Recipient pat).RecipientType', output: 'MailContact' },
    { script: '(Get-Recipient -Filter "Alias -like \'ken*\'").Name', output: 'kenji' },
  ],
  create: gettingRecipients([...recipientClasses], (cmdlet) => reducedRecipient(worldOf(cmdlet))),
});
