// New-Mailbox: a mailbox and the account that owns it.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { accountProperties, creatingRecipient, mailboxDatabase, mailboxType } from './support/recipient-creation.ts';

export default exchangeCmdlet({
  name: 'New-Mailbox',
  synopsis: 'Makes a mailbox together with its user account.',
  defaultSet: 'User',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                              String ! 0 both length:64
    AccountDisabled                   SwitchParameter [DisabledUser!]
    Arbitration                       SwitchParameter [Arbitration!, Migration!]
    ArchiveDomain                     SmtpDomain [RemoteArchive!]
    Discovery                         SwitchParameter [Discovery!]
    EnableRoomMailboxAccount          Boolean versions:2013+ [EnableRoomMailboxAccount!]
    Equipment                         SwitchParameter [Equipment!]
    LinkedDomainController            String [Linked!, LinkedRoomMailbox!]
    LinkedMasterAccount               UserIdParameter [Linked!, LinkedRoomMailbox!]
    LinkedRoom                        SwitchParameter versions:2013+ [LinkedRoomMailbox!]
    Migration                         SwitchParameter versions:2016+ [Migration!]
    Password                          SecureString [User!, Arbitration, DisabledUser, Discovery, Equipment, Linked, LinkedRoomMailbox, Migration, RemoteArchive!, Room, Shared]
    PublicFolder                      SwitchParameter versions:2013+ [PublicFolder!]
    Room                              SwitchParameter [EnableRoomMailboxAccount!, Room!]
    Shared                            SwitchParameter [Shared!]
    UserPrincipalName                 String [User!, Arbitration, AuditLog!, AuxAuditLog, DisabledUser, Discovery, EnableRoomMailboxAccount, Equipment, Linked, LinkedRoomMailbox, Migration, RemoteArchive!, Room, Shared, SupervisoryReviewPolicyMailbox]
    ActiveSyncMailboxPolicy           MailboxPolicyIdParameter
    AddressBookPolicy                 AddressBookMailboxPolicyIdParameter
    Alias                             String null length:64
    ArbitrationMailbox                MailboxIdParameter null [User, DisabledUser, Equipment, Linked, LinkedRoomMailbox, RemoteArchive, Room, Shared]
    Archive                           SwitchParameter
    ArchiveDatabase                   DatabaseIdParameter
    AuditLog                          SwitchParameter versions:2016+ [AuditLog!]
    AuxAuditLog                       SwitchParameter versions:2016+ [AuxAuditLog!]
    Database                          DatabaseIdParameter
    DisplayName                       String null length:256
    DomainController                  Fqdn null
    FirstName                         String null
    Force                             SwitchParameter
    HoldForMigration                  SwitchParameter versions:2013+ [PublicFolder]
    ImmutableId                       String null
    Initials                          String null
    IsExcludedFromServingHierarchy    Boolean versions:2013+ [PublicFolder]
    LastName                          String null
    LinkedCredential                  PSCredential [Linked, LinkedRoomMailbox]
    ManagedFolderMailboxPolicy        MailboxPolicyIdParameter versions:2010 [User, DisabledUser, Discovery, Linked, LinkedRoomMailbox, RemoteArchive, Room]
    ManagedFolderMailboxPolicyAllowed SwitchParameter versions:2010 [User, DisabledUser, Discovery, Linked, LinkedRoomMailbox, RemoteArchive, Room]
    ModeratedBy                       MultiValuedProperty null [User, DisabledUser, Equipment, Linked, LinkedRoomMailbox, RemoteArchive, Room, Shared]
    ModerationEnabled                 Boolean [User, DisabledUser, Equipment, Linked, LinkedRoomMailbox, RemoteArchive, Room, Shared]
    Office                            String null [LinkedRoomMailbox, Room]
    OrganizationalUnit                OrganizationalUnitIdParameter
    Phone                             String null [LinkedRoomMailbox, Room]
    PrimarySmtpAddress                SmtpAddress null
    RemoteArchive                     SwitchParameter [RemoteArchive]
    RemotePowerShellEnabled           Boolean
    ResetPasswordOnNextLogon          Boolean
    ResourceCapacity                  Int32 [LinkedRoomMailbox, Room]
    RetentionPolicy                   MailboxPolicyIdParameter
    RoleAssignmentPolicy              MailboxPolicyIdParameter
    RoomMailboxPassword               SecureString versions:2013+ [EnableRoomMailboxAccount]
    SamAccountName                    String null length:20
    SendModerationNotifications       =TransportModerationNotificationFlags(Always,Internal,Never) [User, DisabledUser, Equipment, Linked, LinkedRoomMailbox, RemoteArchive, Room, Shared]
    SharingPolicy                     SharingPolicyIdParameter
    SupervisoryReviewPolicy           SwitchParameter versions:2016+ [SupervisoryReviewPolicyMailbox!]
    ThrottlingPolicy                  ThrottlingPolicyIdParameter
  `,
  examples: [
    {
      script:
        "(New-Mailbox -Name dora -UserPrincipalName dora@contoso.com -Password (ConvertTo-SecureString 'Pa$$word1' -AsPlainText -Force) -Database DB01).PrimarySmtpAddress",
      output: 'dora@contoso.com',
    },
    { script: "(New-Mailbox 'Meeting room' -Room).RecipientTypeDetails", output: 'RoomMailbox' },
  ],
  create: creatingRecipient('mailbox', {
    noun: 'mailbox',
    complete: (cmdlet, properties, name) => {
      const database = mailboxDatabase(cmdlet, properties);
      if (database === undefined) return undefined;
      return {
        ...accountProperties(cmdlet, properties, name),
        Database: database,
        RecipientTypeDetails: mailboxType(cmdlet),
        AccountDisabled: cmdlet.parameterSet !== 'User',
      };
    },
  }),
});
