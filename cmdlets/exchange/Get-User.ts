// Get-User: accounts, with and without mailbox.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { userPresentation } from './support/recipient-presentations.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-User',
  synopsis: 'Gets user accounts, with or without mailbox.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                             UserIdParameter both [Identity:0]
    Anr                                  String null [AnrSet]
    Arbitration                          SwitchParameter
    AuditLog                             SwitchParameter versions:2016+
    AuxAuditLog                          SwitchParameter versions:2016+
    Credential                           PSCredential
    DomainController                     Fqdn null
    Filter                               String null
    IgnoreDefaultScope                   SwitchParameter
    OrganizationalUnit                   OrganizationalUnitIdParameter
    PublicFolder                         SwitchParameter versions:2013+
    ReadFromDomainController             SwitchParameter
    RecipientTypeDetails                 =RecipientTypeDetails[](DisabledUser,DiscoveryMailbox,EquipmentMailbox,GuestMailUser,GroupMailbox,LegacyMailbox,LinkedMailbox,LinkedRoomMailbox,LinkedUser,MailUser,PublicFolderMailbox,RemoteEquipmentMailbox,RemoteRoomMailbox,RemoteSharedMailbox,RemoteTeamMailbox,RemoteUserMailbox,RoomMailbox,SchedulingMailbox,SharedMailbox,SharedWithMailUser,TeamMailbox,User,UserMailbox)
    ResultSize                           Unlimited null
    Sortby                               String null
    SupervisoryReviewPolicy              SwitchParameter versions:2016+
  `,
  examples: [{ script: '(Get-User alice).RecipientType', output: 'UserMailbox' }],
  create: gettingRecipients(['user', 'mailbox', 'mailUser'], (cmdlet) => userPresentation(worldOf(cmdlet))),
});
