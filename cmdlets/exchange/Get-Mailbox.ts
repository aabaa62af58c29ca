// Get-Mailbox.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { mailbox } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-Mailbox',
  synopsis: 'Gets mailboxes.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity                                                      MailboxIdParameter both null [Identity:0]
    Anr                                                           String null [AnrSet]
    Arbitration                                                   SwitchParameter
    Archive                                                       SwitchParameter
    AuditLog                                                      SwitchParameter
    AuxAuditLog                                                   SwitchParameter
    Credential                                                    PSCredential
    Database                                                      DatabaseIdParameter both [DatabaseSet]
    DomainController                                              Fqdn null
    Filter                                                        String null
    GroupMailbox                                                  SwitchParameter
    IgnoreDefaultScope                                            SwitchParameter
    Migration                                                     SwitchParameter
    Monitoring                                                    SwitchParameter
    OrganizationalUnit                                            OrganizationalUnitIdParameter
    PublicFolder                                                  SwitchParameter
    ReadFromDomainController                                      SwitchParameter
    RecipientTypeDetails                                          =RecipientTypeDetails[](DiscoveryMailbox,EquipmentMailbox,GroupMailbox,LegacyMailbox,LinkedMailbox,LinkedRoomMailbox,RoomMailbox,SchedulingMailbox,SharedMailbox,TeamMailbox,UserMailbox)
    RemoteArchive                                                 SwitchParameter
    ResultSize                                                    Unlimited null
    Server                                                        ServerIdParameter both null [ServerSet]
    SortBy                                                        String null
    SupervisoryReviewPolicy                                       SwitchParameter
  `,
  examples: [{ script: '(Get-Mailbox alice).Database', output: 'DB01' }],
  create: getting('mailbox', mailbox),
});
