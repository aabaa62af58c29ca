// Set-MailboxDatabase.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { recipientChanges } from './support/recipient-changes.ts';

export default exchangeCmdlet({
  name: 'Set-MailboxDatabase',
  synopsis: 'Changes a mailbox database.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                         DatabaseIdParameter ! 0 both
    AllowFileRestore                                 Boolean
    AutoDagExcludeFromMonitoring                     Boolean versions:2013+
    AutoDatabaseMountDial                            AutoDatabaseMountDial versions:2013+
    BackgroundDatabaseMaintenance                    Boolean
    CalendarLoggingQuota                             Unlimited null range:..2199023254528 versions:2013+
    CircularLoggingEnabled                           Boolean
    DatabaseGroup                                    String null versions:2013+
    DataMoveReplicationConstraint                    =DataMoveReplicationConstraintParameter(None,AllCopies,AllDatacenters,CINoReplication,CISecondCopy,CISecondDatacenter,SecondCopy,SecondDatacenter)
    DeletedItemRetention                             EnhancedTimeSpan range:00:00:00..24855.03:14:07
    DomainController                                 Fqdn null
    EventHistoryRetentionPeriod                      EnhancedTimeSpan range:00:00:01..30.00:00:00
    IndexEnabled                                     Boolean
    IsExcludedFromInitialProvisioning                Boolean versions:2013+
    IsExcludedFromProvisioning                       Boolean
    IsExcludedFromProvisioningByOperator             Boolean versions:2016+
    IsExcludedFromProvisioningDueToLogicalCorruption Boolean versions:2016+
    IsExcludedFromProvisioningReason                 String null length:10.. versions:2016+
    IssueWarningQuota                                Unlimited null range:..2199023254528
    IsSuspendedFromProvisioning                      Boolean
    JournalRecipient                                 RecipientIdParameter null
    MailboxRetention                                 EnhancedTimeSpan range:00:00:00..24855.03:14:07
    MaintenanceSchedule                              Schedule
    MetaCacheDatabaseMaxCapacityInBytes              Int64 versions:2019+
    MountAtStartup                                   Boolean
    Name                                             String null length:64
    OfflineAddressBook                               OfflineAddressBookIdParameter
    ProhibitSendQuota                                Unlimited null range:..2199023254528
    ProhibitSendReceiveQuota                         Unlimited null range:..2199023254528
    PublicFolderDatabase                             DatabaseIdParameter
    QuotaNotificationSchedule                        Schedule
    RecoverableItemsQuota                            Unlimited null range:..2199023254528
    RecoverableItemsWarningQuota                     Unlimited null range:..2199023254528
    RetainDeletedItemsUntilBackup                    Boolean
    RpcClientAccessServer                            ClientAccessServerOrArrayIdParameter versions:2010
  `,
  examples: [{ script: 'Set-MailboxDatabase DB01 -MountAtStartup $false -WhatIf' }],
  create: setting('database', recipientChanges('mailbox database')),
});
