// Set-MailboxServer.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-MailboxServer',
  synopsis: 'Changes a Mailbox server.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                               MailboxServerIdParameter ! 0 both
    AutoDagServerConfigured                                Boolean versions:2013+
    AutoDatabaseMountDial                                  =AutoDatabaseMountDial(BestAvailability,GoodAvailability,Lossless)
    CalendarRepairIntervalEndWindow                        Int32
    CalendarRepairLogDirectorySizeLimit                    Unlimited null
    CalendarRepairLogEnabled                               Boolean
    CalendarRepairLogFileAgeLimit                          EnhancedTimeSpan
    CalendarRepairLogPath                                  LocalLongFullPath null
    CalendarRepairLogSubjectLoggingEnabled                 Boolean
    CalendarRepairMissingItemFixDisabled                   Boolean
    CalendarRepairMode                                     =CalendarRepairType(ValidateOnly,RepairAndValidate) versions:2013+
    CalendarRepairSchedule                                 ScheduleInterval[] versions:2010
    CalendarRepairWorkCycle                                EnhancedTimeSpan versions:2010-2013
    CalendarRepairWorkCycleCheckpoint                      EnhancedTimeSpan versions:2010-2013
    DarTaskStoreTimeBasedAssistantWorkCycle                EnhancedTimeSpan versions:2013
    DarTaskStoreTimeBasedAssistantWorkCycleCheckpoint      EnhancedTimeSpan versions:2013
    DatabaseCopyActivationDisabledAndMoveNow               Boolean versions:2013+
    DatabaseCopyAutoActivationPolicy                       =DatabaseCopyAutoActivationPolicyType(Blocked,IntrasiteOnly,Unrestricted)
    DirectoryProcessorWorkCycle                            EnhancedTimeSpan versions:2013
    DirectoryProcessorWorkCycleCheckpoint                  EnhancedTimeSpan versions:2013
    DomainController                                       Fqdn null
    FaultZone                                              String null versions:2013+
    FolderLogForManagedFoldersEnabled                      Boolean
    ForceGroupMetricsGeneration                            Boolean
    GroupMailboxWorkCycle                                  EnhancedTimeSpan versions:2013
    GroupMailboxWorkCycleCheckpoint                        EnhancedTimeSpan versions:2013
    GroupMetricsGenerationTime                             String null versions:2010
    InferenceDataCollectionWorkCycle                       EnhancedTimeSpan versions:2013
    InferenceDataCollectionWorkCycleCheckpoint             EnhancedTimeSpan versions:2013
    InferenceTrainingWorkCycle                             EnhancedTimeSpan versions:2013
    InferenceTrainingWorkCycleCheckpoint                   EnhancedTimeSpan versions:2013
    IrmLogEnabled                                          Boolean versions:2010
    IrmLogMaxAge                                           EnhancedTimeSpan versions:2010
    IrmLogMaxDirectorySize                                 Unlimited null range:1..9223372036854775807 versions:2010
    IrmLogMaxFileSize                                      ByteQuantifiedSize range:1..9223372036854775807 versions:2010
    IrmLogPath                                             LocalLongFullPath null versions:2010
    IsExcludedFromProvisioning                             Boolean
    JournalingLogForManagedFoldersEnabled                  Boolean
    JunkEmailOptionsCommitterWorkCycle                     EnhancedTimeSpan versions:2013
    Locale                                                 MultiValuedProperty null
    LogDirectorySizeLimitForManagedFolders                 Unlimited null
    LogFileAgeLimitForManagedFolders                       EnhancedTimeSpan
    LogFileSizeLimitForManagedFolders                      Unlimited null
    LogPathForManagedFolders                               LocalLongFullPath null
    MailboxAssociationReplicationWorkCycle                 EnhancedTimeSpan versions:2013
    MailboxAssociationReplicationWorkCycleCheckpoint       EnhancedTimeSpan versions:2013
    MailboxProcessorWorkCycle                              EnhancedTimeSpan versions:2013
    ManagedFolderAssistantSchedule                         ScheduleInterval[]
    ManagedFolderWorkCycle                                 EnhancedTimeSpan versions:2010-2013
    ManagedFolderWorkCycleCheckpoint                       EnhancedTimeSpan versions:2010-2013
    MAPIEncryptionRequired                                 Boolean
    MaximumActiveDatabases                                 Int32
    MaximumPreferredActiveDatabases                        Int32 versions:2013+
    MessageTrackingLogEnabled                              Boolean versions:2010
    MessageTrackingLogMaxAge                               EnhancedTimeSpan range:00:00:00..24855.03:14:07 versions:2010
    MessageTrackingLogMaxDirectorySize                     Unlimited null range:1..9223372036854775807 versions:2010
    MessageTrackingLogMaxFileSize                          ByteQuantifiedSize range:1..4294967296 versions:2010
    MessageTrackingLogPath                                 LocalLongFullPath null versions:2010
    MessageTrackingLogSubjectLoggingEnabled                Boolean versions:2010
    MigrationLogFilePath                                   LocalLongFullPath null versions:2013+
    MigrationLogLoggingLevel                               MigrationEventType versions:2013+
    MigrationLogMaxAge                                     EnhancedTimeSpan versions:2013+
    MigrationLogMaxDirectorySize                           ByteQuantifiedSize versions:2013+
    MigrationLogMaxFileSize                                ByteQuantifiedSize versions:2013+
    OABGeneratorWorkCycle                                  EnhancedTimeSpan versions:2013
    OABGeneratorWorkCycleCheckpoint                        EnhancedTimeSpan versions:2013
    PeopleCentricTriageWorkCycle                           EnhancedTimeSpan versions:2013
    PeopleCentricTriageWorkCycleCheckpoint                 EnhancedTimeSpan versions:2013
    PeopleRelevanceWorkCycle                               EnhancedTimeSpan versions:2013
    PeopleRelevanceWorkCycleCheckpoint                     EnhancedTimeSpan versions:2013
    ProbeTimeBasedAssistantWorkCycle                       EnhancedTimeSpan versions:2013
    ProbeTimeBasedAssistantWorkCycleCheckpoint             EnhancedTimeSpan versions:2013
    PublicFolderWorkCycle                                  EnhancedTimeSpan versions:2013
    PublicFolderWorkCycleCheckpoint                        EnhancedTimeSpan versions:2013
    RetentionLogForManagedFoldersEnabled                   Boolean
    SearchIndexRepairTimeBasedAssistantWorkCycle           EnhancedTimeSpan versions:2013
    SearchIndexRepairTimeBasedAssistantWorkCycleCheckpoint EnhancedTimeSpan versions:2013
    SharePointSignalStoreWorkCycle                         EnhancedTimeSpan versions:2013
    SharePointSignalStoreWorkCycleCheckpoint               EnhancedTimeSpan versions:2013
    SharingPolicySchedule                                  ScheduleInterval[]
    SharingPolicyWorkCycle                                 EnhancedTimeSpan versions:2010-2013
    SharingPolicyWorkCycleCheckpoint                       EnhancedTimeSpan versions:2010-2013
    SharingSyncWorkCycle                                   EnhancedTimeSpan versions:2010-2013
    SharingSyncWorkCycleCheckpoint                         EnhancedTimeSpan versions:2010-2013
    SiteMailboxWorkCycle                                   EnhancedTimeSpan versions:2013
    SiteMailboxWorkCycleCheckpoint                         EnhancedTimeSpan versions:2013
    StoreDsMaintenanceWorkCycle                            EnhancedTimeSpan versions:2013
    StoreDsMaintenanceWorkCycleCheckpoint                  EnhancedTimeSpan versions:2013
    StoreIntegrityCheckWorkCycle                           EnhancedTimeSpan versions:2013
    StoreIntegrityCheckWorkCycleCheckpoint                 EnhancedTimeSpan versions:2013
    StoreMaintenanceWorkCycle                              EnhancedTimeSpan versions:2013
    StoreMaintenanceWorkCycleCheckpoint                    EnhancedTimeSpan versions:2013
    StoreScheduledIntegrityCheckWorkCycle                  EnhancedTimeSpan versions:2013
    StoreScheduledIntegrityCheckWorkCycleCheckpoint        EnhancedTimeSpan versions:2013
    StoreUrgentMaintenanceWorkCycle                        EnhancedTimeSpan versions:2013
    StoreUrgentMaintenanceWorkCycleCheckpoint              EnhancedTimeSpan versions:2013
    SubjectLogForManagedFoldersEnabled                     Boolean
    SubmissionServerOverrideList                           MultiValuedProperty null
    TopNWorkCycle                                          EnhancedTimeSpan versions:2010-2013
    TopNWorkCycleCheckpoint                                EnhancedTimeSpan versions:2010-2013
    UMReportingWorkCycle                                   EnhancedTimeSpan versions:2010-2013
    UMReportingWorkCycleCheckpoint                         EnhancedTimeSpan versions:2010-2013
    WacDiscoveryEndpoint                                   String null versions:2016+
  `,
  examples: [{ script: 'Set-MailboxServer EX01 -DatabaseCopyAutoActivationPolicy Blocked -WhatIf' }],
  create: setting('mailboxServer', { noun: 'Mailbox server' }),
});
