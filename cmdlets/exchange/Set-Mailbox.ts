// Set-Mailbox.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { recipientChanges } from './support/recipient-changes.ts';

export default exchangeCmdlet({
  name: 'Set-Mailbox',
  synopsis: 'Changes a mailbox.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                   MailboxIdParameter ! 0 name
    AcceptMessagesOnlyFrom                     MultiValuedProperty null
    AcceptMessagesOnlyFromDLMembers            MultiValuedProperty null
    AcceptMessagesOnlyFromSendersOrMembers     MultiValuedProperty null
    AccountDisabled                            Boolean versions:2016+
    AddressBookPolicy                          AddressBookMailboxPolicyIdParameter
    Alias                                      String null length:64
    AntispamBypassEnabled                      Boolean [Identity]
    ApplyMandatoryProperties                   SwitchParameter
    Arbitration                                SwitchParameter [Identity]
    ArbitrationMailbox                         MailboxIdParameter null [Identity]
    ArchiveDatabase                            DatabaseIdParameter [Identity]
    ArchiveDomain                              SmtpDomain null [Identity]
    ArchiveName                                MultiValuedProperty null
    ArchiveQuota                               Unlimited null range:..2199023254528 [Identity]
    ArchiveStatus                              ArchiveStatusFlags [Identity]
    ArchiveWarningQuota                        Unlimited null range:..2199023254528 [Identity]
    AttributesToClear                          SetMailbox+ClearableADAttributes[] versions:2016+ [Identity]
    AuditAdmin                                 MultiValuedProperty null
    AuditDelegate                              MultiValuedProperty null
    AuditEnabled                               Boolean
    AuditLog                                   SwitchParameter versions:2016+ [Identity]
    AuditLogAgeLimit                           EnhancedTimeSpan
    AuditOwner                                 MultiValuedProperty null
    AuxAuditLog                                SwitchParameter versions:2016+ [Identity]
    BypassModerationFromSendersOrMembers       MultiValuedProperty null
    CalendarLoggingQuota                       Unlimited null range:..2199023254528 versions:2013+ [Identity]
    CalendarRepairDisabled                     Boolean
    CalendarVersionStoreDisabled               Boolean
    ClientExtensions                           Boolean versions:2013+ [Identity]
    CreateDTMFMap                              Boolean [Identity, RemoveOrphanedHolds]
    CustomAttribute1                           String null length:1024
    CustomAttribute10                          String null length:1024
    CustomAttribute11                          String null length:1024
    CustomAttribute12                          String null length:1024
    CustomAttribute13                          String null length:1024
    CustomAttribute14                          String null length:1024
    CustomAttribute15                          String null length:1024
    CustomAttribute2                           String null length:1024
    CustomAttribute3                           String null length:1024
    CustomAttribute4                           String null length:1024
    CustomAttribute5                           String null length:1024
    CustomAttribute6                           String null length:1024
    CustomAttribute7                           String null length:1024
    CustomAttribute8                           String null length:1024
    CustomAttribute9                           String null length:1024
    Database                                   DatabaseIdParameter [Identity]
    DefaultPublicFolderMailbox                 RecipientIdParameter null versions:2013+
    DeliverToMailboxAndForward                 Boolean
    DisableThrottling                          Boolean versions:2016+ [Identity]
    DisplayName                                String null length:256
    DomainController                           Fqdn null [Identity]
    DowngradeHighPriorityMessagesEnabled       Boolean [Identity]
    DumpsterMessagesPerFolderCountReceiveQuota Int32 versions:2013+ [Identity]
    DumpsterMessagesPerFolderCountWarningQuota Int32 versions:2013+ [Identity]
    EmailAddresses                             ProxyAddressCollection
    EmailAddressPolicyEnabled                  Boolean [Identity]
    EnableRoomMailboxAccount                   Boolean versions:2013+
    EndDateForRetentionHold                    DateTime
    ExtendedPropertiesCountQuota               Int32 versions:2013+ [Identity]
    ExtensionCustomAttribute1                  MultiValuedProperty null entries:1300
    ExtensionCustomAttribute2                  MultiValuedProperty null entries:1300
    ExtensionCustomAttribute3                  MultiValuedProperty null entries:1300
    ExtensionCustomAttribute4                  MultiValuedProperty null entries:1300
    ExtensionCustomAttribute5                  MultiValuedProperty null entries:1300
    ExternalOofOptions                         =ExternalOofOptions(External,InternalOnly)
    FolderHierarchyChildrenCountReceiveQuota   Int32 versions:2013+ [Identity]
    FolderHierarchyChildrenCountWarningQuota   Int32 versions:2013+ [Identity]
    FolderHierarchyDepthReceiveQuota           Int32 versions:2013+ [Identity]
    FolderHierarchyDepthWarningQuota           Int32 versions:2013+ [Identity]
    FoldersCountReceiveQuota                   Int32 versions:2013+ [Identity]
    FoldersCountWarningQuota                   Int32 versions:2013+ [Identity]
    Force                                      SwitchParameter
    ForwardingAddress                          RecipientIdParameter null
    ForwardingSmtpAddress                      ProxyAddress
    GMGen                                      Boolean versions:2013+ [Identity]
    GrantSendOnBehalfTo                        MultiValuedProperty null
    HiddenFromAddressListsEnabled              Boolean
    IgnoreDefaultScope                         SwitchParameter [Identity]
    ImListMigrationCompleted                   Boolean versions:2013+ [Identity, RemoveOrphanedHolds]
    ImmutableId                                String null
    IsExcludedFromServingHierarchy             Boolean versions:2013+
    IsHierarchyReady                           Boolean versions:2013+ [Identity]
    IsHierarchySyncEnabled                     Boolean versions:2016+ [Identity]
    IssueWarningQuota                          Unlimited null range:..2199023254528
    Languages                                  MultiValuedProperty null
    LinkedCredential                           PSCredential [Identity]
    LinkedDomainController                     String null [Identity]
    LinkedMasterAccount                        UserIdParameter [Identity]
    LitigationHoldDate                         DateTime
    LitigationHoldDuration                     Unlimited null versions:2013+
    LitigationHoldEnabled                      Boolean
    LitigationHoldOwner                        String null
    MailboxMessagesPerFolderCountReceiveQuota  Int32 versions:2013+ [Identity]
    MailboxMessagesPerFolderCountWarningQuota  Int32 versions:2013+ [Identity]
    MailTip                                    String null length:175
    MailTipTranslations                        MultiValuedProperty null length:175
    ManagedFolderMailboxPolicy                 MailboxPolicyIdParameter versions:2010 [Identity]
    ManagedFolderMailboxPolicyAllowed          SwitchParameter versions:2010 [Identity]
    Management                                 Boolean versions:2013+ [Identity]
    MaxBlockedSenders                          Int32 [Identity]
    MaxReceiveSize                             Unlimited null range:..2147483647
    MaxSafeSenders                             Int32 [Identity]
    MaxSendSize                                Unlimited null range:..2147483647
    MessageCopyForSendOnBehalfEnabled          Boolean versions:2013+
    MessageCopyForSentAsEnabled                Boolean versions:2013+
    MessageTracking                            Boolean versions:2013+ [Identity]
    MessageTrackingReadStatusEnabled           Boolean
    Migration                                  Boolean versions:2013+ [Identity]
    ModeratedBy                                MultiValuedProperty null
    ModerationEnabled                          Boolean
    Name                                       String null length:64
    NewPassword                                SecureString versions:2013+ [Identity]
    OABGen                                     Boolean versions:2013+ [Identity]
    Office                                     String null
    OfflineAddressBook                         OfflineAddressBookIdParameter [Identity]
    OldPassword                                SecureString versions:2013+ [Identity]
    OMEncryption                               Boolean versions:2013+ [Identity]
    OMEncryptionStore                          Boolean versions:2016+ [Identity]
    Password                                   SecureString versions:2013+
    PrimarySmtpAddress                         SmtpAddress null [Identity]
    ProhibitSendQuota                          Unlimited null range:..2199023254528
    ProhibitSendReceiveQuota                   Unlimited null range:..2199023254528
    PstProvider                                Boolean versions:2013+ [Identity]
    PublicFolder                               SwitchParameter versions:2013+
    QueryBaseDN                                OrganizationalUnitIdParameter versions:2013+ [Identity]
    RecipientLimits                            Unlimited null
    RecoverableItemsQuota                      Unlimited null range:..2199023254528 [Identity]
    RecoverableItemsWarningQuota               Unlimited null range:..2199023254528 [Identity]
    RejectMessagesFrom                         MultiValuedProperty null
    RejectMessagesFromDLMembers                MultiValuedProperty null
    RejectMessagesFromSendersOrMembers         MultiValuedProperty null
    RemoteRecipientType                        RemoteRecipientType [Identity]
    RemoveManagedFolderAndPolicy               SwitchParameter [Identity]
    RemovePicture                              SwitchParameter [Identity]
    RemoveSpokenName                           SwitchParameter [Identity]
    RequireSenderAuthenticationEnabled         Boolean
    ResetPasswordOnNextLogon                   Boolean versions:2013+ [Identity]
    ResourceCapacity                           Int32
    ResourceCustom                             MultiValuedProperty null
    RetainDeletedItemsFor                      EnhancedTimeSpan
    RetainDeletedItemsUntilBackup              Boolean [Identity]
    RetentionComment                           String null
    RetentionHoldEnabled                       Boolean
    RetentionPolicy                            MailboxPolicyIdParameter
    RetentionUrl                               String null
    RoleAssignmentPolicy                       MailboxPolicyIdParameter
    RoomMailboxPassword                        SecureString versions:2013+
    RulesQuota                                 ByteQuantifiedSize range:32KB..256KB
    SamAccountName                             String null length:20 [Identity]
    SCLDeleteEnabled                           Boolean [Identity]
    SCLDeleteThreshold                         Int32 range:0..9 [Identity]
    SCLJunkEnabled                             Boolean [Identity]
    SCLJunkThreshold                           Int32 range:0..9 [Identity]
    SCLQuarantineEnabled                       Boolean [Identity]
    SCLQuarantineThreshold                     Int32 range:0..9 [Identity]
    SCLRejectEnabled                           Boolean [Identity]
    SCLRejectThreshold                         Int32 range:0..9 [Identity]
    SecondaryAddress                           String null [Identity, RemoveOrphanedHolds]
    SecondaryDialPlan                          UMDialPlanIdParameter [Identity, RemoveOrphanedHolds]
    SendModerationNotifications                =TransportModerationNotificationFlags(Always,Internal,Never)
    SharingPolicy                              SharingPolicyIdParameter
    SimpleDisplayName                          String null
    SingleItemRecoveryEnabled                  Boolean
    SkipDualWrite                              SwitchParameter versions:2016+ [RemoveOrphanedHolds]
    StartDateForRetentionHold                  DateTime
    StsRefreshTokensValidFrom                  DateTime versions:2016+
    SystemMessageSizeShutoffQuota              Int64 versions:2016+ [Identity]
    SystemMessageSizeWarningQuota              Int64 versions:2016+ [Identity]
    ThrottlingPolicy                           ThrottlingPolicyIdParameter [Identity]
    Type                                       =ConvertibleMailboxSubType(Equipment,Regular,Room,Shared,Workspace,Desk)
    UMDataStorage                              Boolean versions:2013+ [Identity]
    UMDtmfMap                                  MultiValuedProperty null [Identity, RemoveOrphanedHolds]
    UMGrammar                                  Boolean versions:2013+ [Identity]
    UseDatabaseQuotaDefaults                   Boolean
    UseDatabaseRetentionDefaults               Boolean [Identity, ProvideConsent]
    UserCertificate                            MultiValuedProperty null
    UserPrincipalName                          String null [Identity]
    UserSMimeCertificate                       MultiValuedProperty null
    WindowsEmailAddress                        SmtpAddress null
  `,
  examples: [{ script: 'Set-Mailbox alice -MaxSendSize 5MB -WhatIf' }],
  create: setting('mailbox', recipientChanges('mailbox')),
});
