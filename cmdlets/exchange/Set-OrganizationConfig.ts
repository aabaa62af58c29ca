// Set-OrganizationConfig.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-OrganizationConfig',
  synopsis: 'Changes the settings of the organisation.',
  defaultSet: 'AdfsAuthenticationParameter',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    ACLableSyncedObjectEnabled                                Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ActivityBasedAuthenticationTimeoutEnabled                 Boolean
    ActivityBasedAuthenticationTimeoutInterval                EnhancedTimeSpan range:00:05:00..08:00:00
    ActivityBasedAuthenticationTimeoutWithSingleSignOnEnabled Boolean
    AdfsAudienceUris                                          MultiValuedProperty null versions:2013+ [AdfsAuthenticationParameter]
    AdfsAuthenticationConfiguration                           String null versions:2013+ [AdfsAuthenticationRawConfiguration]
    AdfsEncryptCertificateThumbprint                          String null versions:2013+ [AdfsAuthenticationParameter]
    AdfsIssuer                                                Uri versions:2013+ [AdfsAuthenticationParameter]
    AdfsSignCertificateThumbprints                            MultiValuedProperty null versions:2013+ [AdfsAuthenticationParameter]
    AppsForOfficeEnabled                                      Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    AsyncSendEnabled                                          Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ByteEncoderTypeFor7BitCharsets                            Int32
    ConnectorsActionableMessagesEnabled                       Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    ConnectorsEnabled                                         Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    CustomerFeedbackEnabled                                   Boolean
    DataClassifications                                       String null versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultAuthenticationPolicy                               AuthPolicyIdParameter versions:2019+
    DefaultPublicFolderAgeLimit                               EnhancedTimeSpan versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderDeletedItemRetention                   EnhancedTimeSpan versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderIssueWarningQuota                      Unlimited null range:0..2199023254529 versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderMaxItemSize                            Unlimited null range:0..2199023254529 versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderMovedItemRetention                     EnhancedTimeSpan versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DefaultPublicFolderProhibitPostQuota                      Unlimited null range:0..2199023254529 versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    DistributionGroupDefaultOU                                OrganizationalUnitIdParameter
    DistributionGroupNameBlockedWordsList                     MultiValuedProperty null
    DistributionGroupNamingPolicy                             DistributionGroupNamingPolicy
    DomainController                                          Fqdn null
    EmptyAddressBookForNonExchangeUsers                       SwitchParameter versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableAuthAdminReadSession                                SwitchParameter versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableDownloadDomains                                     Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EnableOrgWidePermissionOnScopedRoles                      SwitchParameter versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    EwsAllowEntourage                                         Boolean
    EwsAllowList                                              MultiValuedProperty null
    EwsAllowMacOutlook                                        Boolean
    EwsAllowOutlook                                           Boolean
    EwsApplicationAccessPolicy                                =EwsApplicationAccessPolicy(EnforceAllowList,EnforceBlockList)
    EwsBlockList                                              MultiValuedProperty null
    EwsEnabled                                                Boolean
    Force                                                     SwitchParameter versions:2010 [Identity]
    HierarchicalAddressBookRoot                               UserContactGroupIdParameter
    Industry                                                  IndustryType
    IsAgendaMailEnabled                                       Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsExcludedFromOffboardMigration                           Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsExcludedFromOnboardMigration                            Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    IsFfoMigrationInProgress                                  Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    LeanPopoutEnabled                                         Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    LinkPreviewEnabled                                        Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MailboxDataEncryptionEnabled                              SwitchParameter versions:2019+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MailTipsAllTipsEnabled                                    Boolean
    MailTipsExternalRecipientsTipsEnabled                     Boolean
    MailTipsGroupMetricsEnabled                               Boolean
    MailTipsLargeAudienceThreshold                            UInt32
    MailTipsMailboxSourcedTipsEnabled                         Boolean
    ManagedFolderHomepage                                     String null
    MapiHttpEnabled                                           Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MaxConcurrentMigrations                                   Unlimited null versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    MicrosoftExchangeRecipientEmailAddresses                  ProxyAddressCollection
    MicrosoftExchangeRecipientEmailAddressPolicyEnabled       Boolean
    MicrosoftExchangeRecipientPrimarySmtpAddress              SmtpAddress null
    MicrosoftExchangeRecipientReplyRecipient                  RecipientIdParameter null
    MitigationsEnabled                                        Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    OabShadowDistributionOldestFileAgeLimit                   EnhancedTimeSpan versions:2019+
    OAuth2ClientProfileEnabled                                Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    OrganizationSummary                                       MultiValuedProperty null
    PermanentlyDeleteDisabled                                 Boolean versions:2010 [Identity]
    PreferredInternetCodePageForShiftJis                      Int32
    PublicComputersDetectionEnabled                           Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderContentReplicationDisabled                    Boolean versions:2010 [Identity]
    PublicFolderMailboxesLockedForNewConnections              Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderMailboxesMigrationComplete                    Boolean versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderMigrationComplete                             Boolean
    PublicFoldersEnabled                                      =PublicFoldersDeployment(Local,Remote,None) versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFolderShowClientControl                             Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    PublicFoldersLockedForMigration                           Boolean
    ReadTrackingEnabled                                       Boolean
    RefreshSessionEnabled                                     Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    RemotePublicFolderMailboxes                               MultiValuedProperty null versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    RequiredCharsetCoverage                                   Int32
    SCLJunkThreshold                                          Int32 range:0..9
    SiteMailboxCreationURL                                    Uri versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    SmtpActionableMessagesEnabled                             Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UMAvailableLanguages                                      MultiValuedProperty null versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UnblockUnsafeSenderPromptEnabled                          Boolean versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    UseIcsSyncStateStreaming                                  SwitchParameter versions:2016+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
    WACDiscoveryEndpoint                                      String null versions:2013+ [AdfsAuthenticationParameter, AdfsAuthenticationRawConfiguration]
  `,
  examples: [{ script: 'Set-OrganizationConfig -MicrosoftExchangeRecipientReplyRecipient administrator -WhatIf' }],
  create: setting('organization', { noun: 'organization configuration' }, true),
});
