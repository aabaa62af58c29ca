// Set-Mailbox.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

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
    AccountDisabled                            Boolean
    AddressBookPolicy                          AddressBookMailboxPolicyIdParameter
    Alias                                      String null
    AntispamBypassEnabled                      Boolean [Identity]
    ApplyMandatoryProperties                   SwitchParameter
    Arbitration                                SwitchParameter [Identity]
    ArbitrationMailbox                         MailboxIdParameter null [Identity]
    ArchiveDatabase                            DatabaseIdParameter [Identity]
    ArchiveDomain                              SmtpDomain null [Identity]
    ArchiveName                                MultiValuedProperty null
    ArchiveQuota                               Unlimited null [Identity]
    ArchiveStatus                              ArchiveStatusFlags [Identity]
    ArchiveWarningQuota                        Unlimited null [Identity]
    AttributesToClear                          SetMailbox+ClearableADAttributes[] [Identity]
    AuditAdmin                                 MultiValuedProperty null
    AuditDelegate                              MultiValuedProperty null
    AuditEnabled                               Boolean
    AuditLog                                   SwitchParameter [Identity]
    AuditLogAgeLimit                           EnhancedTimeSpan
    AuditOwner                                 MultiValuedProperty null
    AuxAuditLog                                SwitchParameter [Identity]
    BypassModerationFromSendersOrMembers       MultiValuedProperty null
    CalendarLoggingQuota                       Unlimited null [Identity]
    CalendarRepairDisabled                     Boolean
    CalendarVersionStoreDisabled               Boolean
    ClientExtensions                           Boolean [Identity]
    CreateDTMFMap                              Boolean [Identity, RemoveOrphanedHolds]
    CustomAttribute1                           String null
    CustomAttribute10                          String null
    CustomAttribute11                          String null
    CustomAttribute12                          String null
    CustomAttribute13                          String null
    CustomAttribute14                          String null
    CustomAttribute15                          String null
    CustomAttribute2                           String null
    CustomAttribute3                           String null
    CustomAttribute4                           String null
    CustomAttribute5                           String null
    CustomAttribute6                           String null
    CustomAttribute7                           String null
    CustomAttribute8                           String null
    CustomAttribute9                           String null
    Database                                   DatabaseIdParameter [Identity]
    DefaultPublicFolderMailbox                 RecipientIdParameter null
    DeliverToMailboxAndForward                 Boolean
    DisableThrottling                          Boolean [Identity]
    DisplayName                                String null
    DomainController                           Fqdn null [Identity]
    DowngradeHighPriorityMessagesEnabled       Boolean [Identity]
    DumpsterMessagesPerFolderCountReceiveQuota Int32 [Identity]
    DumpsterMessagesPerFolderCountWarningQuota Int32 [Identity]
    EmailAddresses                             ProxyAddressCollection
    EmailAddressPolicyEnabled                  Boolean [Identity]
    EnableRoomMailboxAccount                   Boolean
    EndDateForRetentionHold                    DateTime
    ExtendedPropertiesCountQuota               Int32 [Identity]
    ExtensionCustomAttribute1                  MultiValuedProperty null
    ExtensionCustomAttribute2                  MultiValuedProperty null
    ExtensionCustomAttribute3                  MultiValuedProperty null
    ExtensionCustomAttribute4                  MultiValuedProperty null
    ExtensionCustomAttribute5                  MultiValuedProperty null
    ExternalOofOptions                         =ExternalOofOptions(External,InternalOnly)
    FolderHierarchyChildrenCountReceiveQuota   Int32 [Identity]
    FolderHierarchyChildrenCountWarningQuota   Int32 [Identity]
    FolderHierarchyDepthReceiveQuota           Int32 [Identity]
    FolderHierarchyDepthWarningQuota           Int32 [Identity]
    FoldersCountReceiveQuota                   Int32 [Identity]
    FoldersCountWarningQuota                   Int32 [Identity]
    Force                                      SwitchParameter
    ForwardingAddress                          RecipientIdParameter null
    ForwardingSmtpAddress                      ProxyAddress
    GMGen                                      Boolean [Identity]
    GrantSendOnBehalfTo                        MultiValuedProperty null
    HiddenFromAddressListsEnabled              Boolean
    IgnoreDefaultScope                         SwitchParameter [Identity]
    ImListMigrationCompleted                   Boolean [Identity, RemoveOrphanedHolds]
    ImmutableId                                String null
    IsExcludedFromServingHierarchy             Boolean
    IsHierarchyReady                           Boolean [Identity]
    IsHierarchySyncEnabled                     Boolean [Identity]
    IssueWarningQuota                          Unlimited null
    Languages                                  MultiValuedProperty null
    LinkedCredential                           PSCredential [Identity]
    LinkedDomainController                     String null [Identity]
    LinkedMasterAccount                        UserIdParameter [Identity]
    LitigationHoldDate                         DateTime
    LitigationHoldDuration                     Unlimited null
    LitigationHoldEnabled                      Boolean
    LitigationHoldOwner                        String null
    MailboxMessagesPerFolderCountReceiveQuota  Int32 [Identity]
    MailboxMessagesPerFolderCountWarningQuota  Int32 [Identity]
    MailTip                                    String null
    MailTipTranslations                        MultiValuedProperty null
    ManagedFolderMailboxPolicy                 MailboxPolicyIdParameter [Identity]
    ManagedFolderMailboxPolicyAllowed          SwitchParameter [Identity]
    Management                                 Boolean [Identity]
    MaxBlockedSenders                          Int32 [Identity]
    MaxReceiveSize                             Unlimited null
    MaxSafeSenders                             Int32 [Identity]
    MaxSendSize                                Unlimited null
    MessageCopyForSendOnBehalfEnabled          Boolean
    MessageCopyForSentAsEnabled                Boolean
    MessageTracking                            Boolean [Identity]
    MessageTrackingReadStatusEnabled           Boolean
    Migration                                  Boolean [Identity]
    ModeratedBy                                MultiValuedProperty null
    ModerationEnabled                          Boolean
    Name                                       String null
    NewPassword                                SecureString [Identity]
    OABGen                                     Boolean [Identity]
    Office                                     String null
    OfflineAddressBook                         OfflineAddressBookIdParameter [Identity]
    OldPassword                                SecureString [Identity]
    OMEncryption                               Boolean [Identity]
    OMEncryptionStore                          Boolean [Identity]
    Password                                   SecureString
    PrimarySmtpAddress                         SmtpAddress null [Identity]
    ProhibitSendQuota                          Unlimited null
    ProhibitSendReceiveQuota                   Unlimited null
    PstProvider                                Boolean [Identity]
    PublicFolder                               SwitchParameter
    QueryBaseDN                                OrganizationalUnitIdParameter [Identity]
    RecipientLimits                            Unlimited null
    RecoverableItemsQuota                      Unlimited null [Identity]
    RecoverableItemsWarningQuota               Unlimited null [Identity]
    RejectMessagesFrom                         MultiValuedProperty null
    RejectMessagesFromDLMembers                MultiValuedProperty null
    RejectMessagesFromSendersOrMembers         MultiValuedProperty null
    RemoteRecipientType                        RemoteRecipientType [Identity]
    RemoveManagedFolderAndPolicy               SwitchParameter [Identity]
    RemovePicture                              SwitchParameter [Identity]
    RemoveSpokenName                           SwitchParameter [Identity]
    RequireSenderAuthenticationEnabled         Boolean
    ResetPasswordOnNextLogon                   Boolean [Identity]
    ResourceCapacity                           Int32
    ResourceCustom                             MultiValuedProperty null
    RetainDeletedItemsFor                      EnhancedTimeSpan
    RetainDeletedItemsUntilBackup              Boolean [Identity]
    RetentionComment                           String null
    RetentionHoldEnabled                       Boolean
    RetentionPolicy                            MailboxPolicyIdParameter
    RetentionUrl                               String null
    RoleAssignmentPolicy                       MailboxPolicyIdParameter
    RoomMailboxPassword                        SecureString
    RulesQuota                                 ByteQuantifiedSize
    SamAccountName                             String null [Identity]
    SCLDeleteEnabled                           Boolean [Identity]
    SCLDeleteThreshold                         Int32 [Identity]
    SCLJunkEnabled                             Boolean [Identity]
    SCLJunkThreshold                           Int32 [Identity]
    SCLQuarantineEnabled                       Boolean [Identity]
    SCLQuarantineThreshold                     Int32 [Identity]
    SCLRejectEnabled                           Boolean [Identity]
    SCLRejectThreshold                         Int32 [Identity]
    SecondaryAddress                           String null [Identity, RemoveOrphanedHolds]
    SecondaryDialPlan                          UMDialPlanIdParameter [Identity, RemoveOrphanedHolds]
    SendModerationNotifications                =TransportModerationNotificationFlags(Always,Internal,Never)
    SharingPolicy                              SharingPolicyIdParameter
    SimpleDisplayName                          String null
    SingleItemRecoveryEnabled                  Boolean
    SkipDualWrite                              SwitchParameter [RemoveOrphanedHolds]
    StartDateForRetentionHold                  DateTime
    StsRefreshTokensValidFrom                  DateTime
    SystemMessageSizeShutoffQuota              Int64 [Identity]
    SystemMessageSizeWarningQuota              Int64 [Identity]
    ThrottlingPolicy                           ThrottlingPolicyIdParameter [Identity]
    Type                                       =ConvertibleMailboxSubType(Equipment,Regular,Room,Shared,Workspace,Desk)
    UMDataStorage                              Boolean [Identity]
    UMDtmfMap                                  MultiValuedProperty null [Identity, RemoveOrphanedHolds]
    UMGrammar                                  Boolean [Identity]
    UseDatabaseQuotaDefaults                   Boolean
    UseDatabaseRetentionDefaults               Boolean [Identity, ProvideConsent]
    UserCertificate                            MultiValuedProperty null
    UserPrincipalName                          String null [Identity]
    UserSMimeCertificate                       MultiValuedProperty null
    WindowsEmailAddress                        SmtpAddress null
  `,
  examples: [{ script: 'Set-Mailbox alice -MaxSendSize 5MB -WhatIf' }],
  create: setting('mailbox', { noun: 'mailbox' }),
});
