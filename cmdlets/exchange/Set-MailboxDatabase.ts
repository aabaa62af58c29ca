// Set-MailboxDatabase.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-MailboxDatabase',
  synopsis: 'Changes a mailbox database.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                         DatabaseIdParameter ! 0 both
    AllowFileRestore                                 Boolean
    AutoDagExcludeFromMonitoring                     Boolean
    AutoDatabaseMountDial                            AutoDatabaseMountDial
    BackgroundDatabaseMaintenance                    Boolean
    CalendarLoggingQuota                             Unlimited null
    CircularLoggingEnabled                           Boolean
    DatabaseGroup                                    String null
    DataMoveReplicationConstraint                    =DataMoveReplicationConstraintParameter(None,AllCopies,AllDatacenters,CINoReplication,CISecondCopy,CISecondDatacenter,SecondCopy,SecondDatacenter)
    DeletedItemRetention                             EnhancedTimeSpan
    DomainController                                 Fqdn null
    EventHistoryRetentionPeriod                      EnhancedTimeSpan
    IndexEnabled                                     Boolean
    IsExcludedFromInitialProvisioning                Boolean
    IsExcludedFromProvisioning                       Boolean
    IsExcludedFromProvisioningByOperator             Boolean
    IsExcludedFromProvisioningDueToLogicalCorruption Boolean
    IsExcludedFromProvisioningReason                 String null
    IssueWarningQuota                                Unlimited null
    IsSuspendedFromProvisioning                      Boolean
    JournalRecipient                                 RecipientIdParameter null
    MailboxRetention                                 EnhancedTimeSpan
    MaintenanceSchedule                              Schedule
    MetaCacheDatabaseMaxCapacityInBytes              Int64
    MountAtStartup                                   Boolean
    Name                                             String null
    OfflineAddressBook                               OfflineAddressBookIdParameter
    ProhibitSendQuota                                Unlimited null
    ProhibitSendReceiveQuota                         Unlimited null
    PublicFolderDatabase                             DatabaseIdParameter
    QuotaNotificationSchedule                        Schedule
    RecoverableItemsQuota                            Unlimited null
    RecoverableItemsWarningQuota                     Unlimited null
    RetainDeletedItemsUntilBackup                    Boolean
    RpcClientAccessServer                            ClientAccessServerOrArrayIdParameter
  `,
  examples: [{ script: 'Set-MailboxDatabase DB01 -MountAtStartup $false -WhatIf' }],
  create: setting('database', { noun: 'mailbox database' }),
});
