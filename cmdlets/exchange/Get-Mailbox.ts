// Get-Mailbox.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { isShownMailbox } from './support/mailbox-kinds.ts';
import { gettingRecipients } from './support/recipients.ts';

export default exchangeCmdlet({
  name: 'Get-Mailbox',
  synopsis: 'Gets mailboxes.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                                                      MailboxIdParameter both null [Identity:0]
    Anr                                                           String null [AnrSet]
    Arbitration                                                   SwitchParameter
    Archive                                                       SwitchParameter
    AuditLog                                                      SwitchParameter versions:2016+
    AuxAuditLog                                                   SwitchParameter versions:2016+
    Credential                                                    PSCredential
    Database                                                      DatabaseIdParameter both [DatabaseSet]
    DomainController                                              Fqdn null
    Filter                                                        String null
    GroupMailbox                                                  SwitchParameter versions:2016+
    IgnoreDefaultScope                                            SwitchParameter
    Migration                                                     SwitchParameter versions:2016+
    Monitoring                                                    SwitchParameter versions:2013+
    OrganizationalUnit                                            OrganizationalUnitIdParameter
    PublicFolder                                                  SwitchParameter versions:2013+
    ReadFromDomainController                                      SwitchParameter
    RecipientTypeDetails                                          =RecipientTypeDetails[](DiscoveryMailbox,EquipmentMailbox,GroupMailbox,LegacyMailbox,LinkedMailbox,LinkedRoomMailbox,RoomMailbox,SchedulingMailbox,SharedMailbox,TeamMailbox,UserMailbox)
    RemoteArchive                                                 SwitchParameter
    ResultSize                                                    Unlimited null
    Server                                                        ServerIdParameter both null [ServerSet]
    SortBy                                                        String null
    SupervisoryReviewPolicy                                       SwitchParameter versions:2016+
  `,
  examples: [{ script: '(Get-Mailbox alice).Database', output: 'DB01' }],
  create: gettingRecipients(['mailbox'], undefined, isShownMailbox),
});
