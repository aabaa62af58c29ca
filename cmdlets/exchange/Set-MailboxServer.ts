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
    AutoDagServerConfigured                                Boolean
    AutoDatabaseMountDial                                  =AutoDatabaseMountDial(BestAvailability,GoodAvailability,Lossless)
    CalendarRepairIntervalEndWindow                        Int32
    CalendarRepairLogDirectorySizeLimit                    Unlimited null
    CalendarRepairLogEnabled                               Boolean
    CalendarRepairLogFileAgeLimit                          EnhancedTimeSpan
    CalendarRepairLogPath                                  LocalLongFullPath null
    CalendarRepairLogSubjectLoggingEnabled                 Boolean
    CalendarRepairMissingItemFixDisabled                   Boolean
    CalendarRepairMode                                     =CalendarRepairType(ValidateOnly,RepairAndValidate)
    CalendarRepairSchedule                                 ScheduleInterval[]
    CalendarRepairWorkCycle                                EnhancedTimeSpan
    CalendarRepairWorkCycleCheckpoint                      EnhancedTimeSpan
    DarTaskStoreTimeBasedAssistantWorkCycle                EnhancedTimeSpan
    DarTaskStoreTimeBasedAssistantWorkCycleCheckpoint      EnhancedTimeSpan
    DatabaseCopyActivationDisabledAndMoveNow               Boolean
    DatabaseCopyAutoActivationPolicy                       =DatabaseCopyAutoActivationPolicyType(Blocked,IntrasiteOnly,Unrestricted)
    DirectoryProcessorWorkCycle                            EnhancedTimeSpan
    DirectoryProcessorWorkCycleCheckpoint                  EnhancedTimeSpan
    DomainController                                       Fqdn null
    FaultZone                                              String null
    FolderLogForManagedFoldersEnabled                      Boolean
    ForceGroupMetricsGeneration                            Boolean
    GroupMailboxWorkCycle                                  EnhancedTimeSpan
    GroupMailboxWorkCycleCheckpoint                        EnhancedTimeSpan
    GroupMetricsGenerationTime                             String null
    InferenceDataCollectionWorkCycle                       EnhancedTimeSpan
    InferenceDataCollectionWorkCycleCheckpoint             EnhancedTimeSpan
    InferenceTrainingWorkCycle                             EnhancedTimeSpan
    InferenceTrainingWorkCycleCheckpoint                   EnhancedTimeSpan
    IrmLogEnabled                                          Boolean
    IrmLogMaxAge                                           EnhancedTimeSpan
    IrmLogMaxDirectorySize                                 Unlimited null
    IrmLogMaxFileSize                                      ByteQuantifiedSize
    IrmLogPath                                             LocalLongFullPath null
    IsExcludedFromProvisioning                             Boolean
    JournalingLogForManagedFoldersEnabled                  Boolean
    JunkEmailOptionsCommitterWorkCycle                     EnhancedTimeSpan
    Locale                                                 MultiValuedProperty null
    LogDirectorySizeLimitForManagedFolders                 Unlimited null
    LogFileAgeLimitForManagedFolders                       EnhancedTimeSpan
    LogFileSizeLimitForManagedFolders                      Unlimited null
    LogPathForManagedFolders                               LocalLongFullPath null
    MailboxAssociationReplicationWorkCycle                 EnhancedTimeSpan
    MailboxAssociationReplicationWorkCycleCheckpoint       EnhancedTimeSpan
    MailboxProcessorWorkCycle                              EnhancedTimeSpan
    ManagedFolderAssistantSchedule                         ScheduleInterval[]
    ManagedFolderWorkCycle                                 EnhancedTimeSpan
    ManagedFolderWorkCycleCheckpoint                       EnhancedTimeSpan
    MAPIEncryptionRequired                                 Boolean
    MaximumActiveDatabases                                 Int32
    MaximumPreferredActiveDatabases                        Int32
    MessageTrackingLogEnabled                              Boolean
    MessageTrackingLogMaxAge                               EnhancedTimeSpan
    MessageTrackingLogMaxDirectorySize                     Unlimited null
    MessageTrackingLogMaxFileSize                          ByteQuantifiedSize
    MessageTrackingLogPath                                 LocalLongFullPath null
    MessageTrackingLogSubjectLoggingEnabled                Boolean
    MigrationLogFilePath                                   LocalLongFullPath null
    MigrationLogLoggingLevel                               MigrationEventType
    MigrationLogMaxAge                                     EnhancedTimeSpan
    MigrationLogMaxDirectorySize                           ByteQuantifiedSize
    MigrationLogMaxFileSize                                ByteQuantifiedSize
    OABGeneratorWorkCycle                                  EnhancedTimeSpan
    OABGeneratorWorkCycleCheckpoint                        EnhancedTimeSpan
    PeopleCentricTriageWorkCycle                           EnhancedTimeSpan
    PeopleCentricTriageWorkCycleCheckpoint                 EnhancedTimeSpan
    PeopleRelevanceWorkCycle                               EnhancedTimeSpan
    PeopleRelevanceWorkCycleCheckpoint                     EnhancedTimeSpan
    ProbeTimeBasedAssistantWorkCycle                       EnhancedTimeSpan
    ProbeTimeBasedAssistantWorkCycleCheckpoint             EnhancedTimeSpan
    PublicFolderWorkCycle                                  EnhancedTimeSpan
    PublicFolderWorkCycleCheckpoint                        EnhancedTimeSpan
    RetentionLogForManagedFoldersEnabled                   Boolean
    SearchIndexRepairTimeBasedAssistantWorkCycle           EnhancedTimeSpan
    SearchIndexRepairTimeBasedAssistantWorkCycleCheckpoint EnhancedTimeSpan
    SharePointSignalStoreWorkCycle                         EnhancedTimeSpan
    SharePointSignalStoreWorkCycleCheckpoint               EnhancedTimeSpan
    SharingPolicySchedule                                  ScheduleInterval[]
    SharingPolicyWorkCycle                                 EnhancedTimeSpan
    SharingPolicyWorkCycleCheckpoint                       EnhancedTimeSpan
    SharingSyncWorkCycle                                   EnhancedTimeSpan
    SharingSyncWorkCycleCheckpoint                         EnhancedTimeSpan
    SiteMailboxWorkCycle                                   EnhancedTimeSpan
    SiteMailboxWorkCycleCheckpoint                         EnhancedTimeSpan
    StoreDsMaintenanceWorkCycle                            EnhancedTimeSpan
    StoreDsMaintenanceWorkCycleCheckpoint                  EnhancedTimeSpan
    StoreIntegrityCheckWorkCycle                           EnhancedTimeSpan
    StoreIntegrityCheckWorkCycleCheckpoint                 EnhancedTimeSpan
    StoreMaintenanceWorkCycle                              EnhancedTimeSpan
    StoreMaintenanceWorkCycleCheckpoint                    EnhancedTimeSpan
    StoreScheduledIntegrityCheckWorkCycle                  EnhancedTimeSpan
    StoreScheduledIntegrityCheckWorkCycleCheckpoint        EnhancedTimeSpan
    StoreUrgentMaintenanceWorkCycle                        EnhancedTimeSpan
    StoreUrgentMaintenanceWorkCycleCheckpoint              EnhancedTimeSpan
    SubjectLogForManagedFoldersEnabled                     Boolean
    SubmissionServerOverrideList                           MultiValuedProperty null
    TopNWorkCycle                                          EnhancedTimeSpan
    TopNWorkCycleCheckpoint                                EnhancedTimeSpan
    UMReportingWorkCycle                                   EnhancedTimeSpan
    UMReportingWorkCycleCheckpoint                         EnhancedTimeSpan
    WacDiscoveryEndpoint                                   String null
  `,
  examples: [{ script: 'Set-MailboxServer EX01 -DatabaseCopyAutoActivationPolicy Blocked -WhatIf' }],
  create: setting('mailboxServer', { noun: 'Mailbox server' }),
});
