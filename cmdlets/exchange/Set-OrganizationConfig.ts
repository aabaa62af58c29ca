// Set-OrganizationConfig.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-OrganizationConfig',
  synopsis: 'Changes the settings of the organisation.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    ACLableSyncedObjectEnabled                                Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ActivityBasedAuthenticationTimeoutEnabled                 Boolean
    ActivityBasedAuthenticationTimeoutInterval                EnhancedTimeSpan
    ActivityBasedAuthenticationTimeoutWithSingleSignOnEnabled Boolean
    AdfsAudienceUris                                          MultiValuedProperty null [AdfsAuthenticationParameter]
    AdfsAuthenticationConfiguration                           String null [AdfsAuthenticationRawConfiguration]
    AdfsEncryptCertificateThumbprint                          String null [AdfsAuthenticationParameter]
    AdfsIssuer                                                Uri [AdfsAuthenticationParameter]
    AdfsSignCertificateThumbprints                            MultiValuedProperty null [AdfsAuthenticationParameter]
    AppsForOfficeEnabled                                      Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    AsyncSendEnabled                                          Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ByteEncoderTypeFor7BitCharsets                            Int32
    ConnectorsActionableMessagesEnabled                       Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ConnectorsEnabled                                         Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    CustomerFeedbackEnabled                                   Boolean
    DataClassifications                                       String null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultAuthenticationPolicy                               AuthPolicyIdParameter
    DefaultPublicFolderAgeLimit                               EnhancedTimeSpan [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderDeletedItemRetention                   EnhancedTimeSpan [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderIssueWarningQuota                      Unlimited null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderMaxItemSize                            Unlimited null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderMovedItemRetention                     EnhancedTimeSpan [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderProhibitPostQuota                      Unlimited null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DistributionGroupDefaultOU                                OrganizationalUnitIdParameter
    DistributionGroupNameBlockedWordsList                     MultiValuedProperty null
    DistributionGroupNamingPolicy                             DistributionGroupNamingPolicy
    DomainController                                          Fqdn null
    EmptyAddressBookForNonExchangeUsers                       SwitchParameter [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableAuthAdminReadSession                                SwitchParameter [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableDownloadDomains                                     Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableOrgWidePermissionOnScopedRoles                      SwitchParameter [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EwsAllowEntourage                                         Boolean
    EwsAllowList                                              MultiValuedProperty null
    EwsAllowMacOutlook                                        Boolean
    EwsAllowOutlook                                           Boolean
    EwsApplicationAccessPolicy                                =EwsApplicationAccessPolicy(EnforceAllowList,EnforceBlockList)
    EwsBlockList                                              MultiValuedProperty null
    EwsEnabled                                                Boolean
    Force                                                     SwitchParameter [Identity]
    HierarchicalAddressBookRoot                               UserContactGroupIdParameter
    Industry                                                  IndustryType
    IsAgendaMailEnabled                                       Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsExcludedFromOffboardMigration                           Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsExcludedFromOnboardMigration                            Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsFfoMigrationInProgress                                  Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    LeanPopoutEnabled                                         Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    LinkPreviewEnabled                                        Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MailboxDataEncryptionEnabled                              SwitchParameter [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MailTipsAllTipsEnabled                                    Boolean
    MailTipsExternalRecipientsTipsEnabled                     Boolean
    MailTipsGroupMetricsEnabled                               Boolean
    MailTipsLargeAudienceThreshold                            UInt32
    MailTipsMailboxSourcedTipsEnabled                         Boolean
    ManagedFolderHomepage                                     String null
    MapiHttpEnabled                                           Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MaxConcurrentMigrations                                   Unlimited null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MicrosoftExchangeRecipientEmailAddresses                  ProxyAddressCollection
    MicrosoftExchangeRecipientEmailAddressPolicyEnabled       Boolean
    MicrosoftExchangeRecipientPrimarySmtpAddress              SmtpAddress null
    MicrosoftExchangeRecipientReplyRecipient                  RecipientIdParameter null
    MitigationsEnabled                                        Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    OabShadowDistributionOldestFileAgeLimit                   EnhancedTimeSpan
    OAuth2ClientProfileEnabled                                Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    OrganizationSummary                                       MultiValuedProperty null
    PermanentlyDeleteDisabled                                 Boolean [Identity]
    PreferredInternetCodePageForShiftJis                      Int32
    PublicComputersDetectionEnabled                           Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderContentReplicationDisabled                    Boolean [Identity]
    PublicFolderMailboxesLockedForNewConnections              Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderMailboxesMigrationComplete                    Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderMigrationComplete                             Boolean
    PublicFoldersEnabled                                      =PublicFoldersDeployment(Local,Remote,None) [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderShowClientControl                             Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFoldersLockedForMigration                           Boolean
    ReadTrackingEnabled                                       Boolean
    RefreshSessionEnabled                                     Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    RemotePublicFolderMailboxes                               MultiValuedProperty null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    RequiredCharsetCoverage                                   Int32
    SCLJunkThreshold                                          Int32
    SiteMailboxCreationURL                                    Uri [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    SmtpActionableMessagesEnabled                             Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UMAvailableLanguages                                      MultiValuedProperty null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UnblockUnsafeSenderPromptEnabled                          Boolean [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UseIcsSyncStateStreaming                                  SwitchParameter [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    WACDiscoveryEndpoint                                      String null [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
  `,
  examples: [{ script: 'Set-OrganizationConfig -MicrosoftExchangeRecipientReplyRecipient administrator -WhatIf' }],
  create: setting('organization', { noun: 'organization configuration' }, true),
});
