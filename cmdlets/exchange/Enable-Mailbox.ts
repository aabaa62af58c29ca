// Enable-Mailbox: an existing account gets a mailbox.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { worldOf } from '../windows/local-machine.ts';
import { propertiesOfObject, userProperties } from './support/accounts.ts';
import { changeObject } from './support/config-changes.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import {
  accountProperties,
  mailboxDatabase,
  mailboxType,
  makeRecipient,
  newProperties,
} from './support/recipient-creation.ts';
import { oneRecipient, recipientObject, refuse } from './support/recipients.ts';
import { textOf } from './types/argument-types.ts';

/** A user that has a mailbox can only get an archive. */
function enableArchive(cmdlet: CmdletContext, mailbox: ConfigObject): void {
  if (!cmdlet.args.Archive && !cmdlet.args.RemoteArchive) {
    refuse(cmdlet, `The user "${mailbox.name}" already has a mailbox.`, mailbox.name);
    return;
  }
  const changes = {
    ArchiveStatus: 'Active',
    ArchiveName: [`In-Place Archive -${String(mailbox.properties.DisplayName)}`],
    ArchiveDatabase: mailbox.properties.Database ?? null,
    ...newProperties(cmdlet, 'mailbox'),
  };
  if (changeObject(cmdlet, mailbox, changes, `Enabling archive mailbox for "${mailbox.name}".`))
    cmdlet.write(recipientObject(cmdlet, mailbox));
}

function enable(cmdlet: CmdletContext, user: ConfigObject): void {
  const given = newProperties(cmdlet, 'mailbox');
  const database = given && mailboxDatabase(cmdlet, given);
  if (given === undefined || database === undefined) return;
  const properties = {
    ...accountProperties(cmdlet, { ...propertiesOfObject(user, userProperties), ...given }, user.name),
    Database: database,
    RecipientTypeDetails: mailboxType(cmdlet),
    ConvertedFrom: user.guid,
  };
  const made = makeRecipient(cmdlet, 'mailbox', user.name, properties, `Enabling mailbox "${user.name}".`);
  const mailbox = made && worldOf(cmdlet).find('mailbox', made.guid);
  if (mailbox !== undefined) cmdlet.write(recipientObject(cmdlet, mailbox as ConfigObject));
}

export default exchangeCmdlet({
  name: 'Enable-Mailbox',
  synopsis: 'Gives an existing user a mailbox.',
  defaultSet: 'User',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                          UserIdParameter ! 0 both
    Arbitration                       SwitchParameter [Arbitration!]
    ArchiveDomain                     SmtpDomain [RemoteArchive!]
    Discovery                         SwitchParameter [Discovery!]
    Equipment                         SwitchParameter [Equipment!]
    LinkedDomainController            String [LinkedRoomMailbox!, Linked!]
    LinkedMasterAccount               UserIdParameter [LinkedRoomMailbox!, Linked!]
    LinkedRoom                        SwitchParameter versions:2013+ [LinkedRoomMailbox!]
    PublicFolder                      SwitchParameter versions:2013+ [PublicFolder!]
    Room                              SwitchParameter [Room!]
    Shared                            SwitchParameter [Shared!]
    ActiveSyncMailboxPolicy           MailboxPolicyIdParameter
    AddressBookPolicy                 AddressBookMailboxPolicyIdParameter [User]
    Alias                             String null length:64
    Archive                           SwitchParameter [LinkedRoomMailbox, Archive]
    ArchiveDatabase                   DatabaseIdParameter [LinkedRoomMailbox, Archive]
    ArchiveGuid                       Guid null [LinkedRoomMailbox, Archive]
    ArchiveName                       MultiValuedProperty null [LinkedRoomMailbox, Archive]
    AuditLog                          SwitchParameter versions:2016+ [AuditLog]
    Database                          DatabaseIdParameter [Arbitration, Discovery, Equipment, LinkedRoomMailbox, Linked, PublicFolder, Room, Shared, User, AuditLog]
    DisplayName                       String null length:256
    DomainController                  Fqdn null
    Force                             SwitchParameter
    HoldForMigration                  SwitchParameter versions:2013+ [PublicFolder]
    LinkedCredential                  PSCredential [LinkedRoomMailbox, Linked]
    ManagedFolderMailboxPolicy        MailboxPolicyIdParameter versions:2010 [Arbitration, RemoteArchive, Discovery, Equipment, LinkedRoomMailbox, Linked, PublicFolder, Room, Shared, User]
    ManagedFolderMailboxPolicyAllowed SwitchParameter versions:2010 [Arbitration, RemoteArchive, Discovery, Equipment, LinkedRoomMailbox, Linked, PublicFolder, Room, Shared, User]
    PrimarySmtpAddress                SmtpAddress null
    RemoteArchive                     SwitchParameter [RemoteArchive]
    RetentionPolicy                   MailboxPolicyIdParameter
    RoleAssignmentPolicy              MailboxPolicyIdParameter
  `,
  examples: [
    {
      setup: 'Disable-Mailbox bob -Confirm:$false',
      script: '(Enable-Mailbox bob -Database DB02).Database',
      output: 'DB02',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const identity = textOf(cmdlet.args.Identity);
      const user = oneRecipient(cmdlet, ['user', 'mailbox'], identity);
      if (user === undefined) return;
      if (user.class === 'mailbox') enableArchive(cmdlet, user);
      else enable(cmdlet, user);
    },
  }),
});
