// Set-TransportConfig.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-TransportConfig',
  synopsis: 'Changes the transport settings of the organisation.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                              OrganizationIdParameter 0 both
    AddressBookPolicyRoutingEnabled                       Boolean versions:2013+
    AgentGeneratedMessageLoopDetectionInSubmissionEnabled Boolean versions:2013+
    AgentGeneratedMessageLoopDetectionInSmtpEnabled       Boolean versions:2013+
    ClearCategories                                       Boolean
    ConvertDisclaimerWrapperToEml                         Boolean
    DiagnosticsAggregationServicePort                     Int32 versions:2013+
    DomainController                                      Fqdn null
    DSNConversionMode                                     =DSNConversionOption(DoNotConvert,PreserveDSNBody,UseExchangeDSNs)
    ExternalDelayDsnEnabled                               Boolean
    ExternalDsnDefaultLanguage                            CultureInfo
    ExternalDsnLanguageDetectionEnabled                   Boolean
    ExternalDsnMaxMessageAttachSize                       ByteQuantifiedSize range:0..2147483647
    ExternalDsnReportingAuthority                         SmtpDomain null
    ExternalDsnSendHtml                                   Boolean
    ExternalPostmasterAddress                             SmtpAddress null
    Force                                                 SwitchParameter versions:2013+
    GenerateCopyOfDSNFor                                  MultiValuedProperty null
    HeaderPromotionModeSetting                            =HeaderPromotionMode(MustCreate,MayCreate,NoCreate)
    InternalDelayDsnEnabled                               Boolean
    InternalDsnDefaultLanguage                            CultureInfo
    InternalDsnLanguageDetectionEnabled                   Boolean
    InternalDsnMaxMessageAttachSize                       ByteQuantifiedSize range:0..2147483647
    InternalDsnReportingAuthority                         SmtpDomain null
    InternalDsnSendHtml                                   Boolean
    InternalSMTPServers                                   MultiValuedProperty null
    JournalingReportNdrTo                                 SmtpAddress null
    LegacyJournalingMigrationEnabled                      Boolean versions:2010
    MaxAllowedAgentGeneratedMessageDepth                  UInt32 versions:2013+
    MaxAllowedAgentGeneratedMessageDepthPerAgent          UInt32 versions:2013+
    MaxDumpsterSizePerDatabase                            ByteQuantifiedSize range:0..2147483647KB
    MaxDumpsterTime                                       EnhancedTimeSpan range:00:00:00..24855.03:14:07
    MaxReceiveSize                                        Unlimited null range:..2147482624
    MaxRecipientEnvelopeLimit                             Unlimited null range:0..2147483647
    MaxRetriesForLocalSiteShadow                          Int32 range:0..255 versions:2013+
    MaxRetriesForRemoteSiteShadow                         Int32 range:0..255 versions:2013+
    MaxSendSize                                           Unlimited null range:..2147482624
    QueueDiagnosticsAggregationInterval                   EnhancedTimeSpan versions:2013+
    RejectMessageOnShadowFailure                          Boolean versions:2013+
    Rfc2231EncodingEnabled                                Boolean
    SafetyNetHoldTime                                     EnhancedTimeSpan versions:2013+
    ShadowHeartbeatFrequency                              EnhancedTimeSpan range:00:00:01..1.00:00:00 versions:2013+
    ShadowHeartbeatRetryCount                             Int32 range:1..15
    ShadowHeartbeatTimeoutInterval                        EnhancedTimeSpan range:00:00:01..1.00:00:00
    ShadowMessageAutoDiscardInterval                      EnhancedTimeSpan range:00:00:05..90.00:00:00
    ShadowMessagePreferenceSetting                        =ShadowMessagePreference(LocalOnly,RemoteOnly,PreferRemote) versions:2013+
    ShadowRedundancyEnabled                               Boolean
    ShadowResubmitTimeSpan                                EnhancedTimeSpan range:00:00:01..1.00:00:00 versions:2013+
    SupervisionTags                                       MultiValuedProperty null
    TLSReceiveDomainSecureList                            MultiValuedProperty null
    TLSSendDomainSecureList                               MultiValuedProperty null
    TransportRuleAttachmentTextScanLimit                  ByteQuantifiedSize versions:2013+
    VerifySecureSubmitEnabled                             Boolean
    VoicemailJournalingEnabled                            Boolean
    Xexch50Enabled                                        Boolean
  `,
  examples: [
    {
      script: 'Set-TransportConfig -ShadowRedundancyEnabled $false\n(Get-TransportConfig).ShadowRedundancyEnabled',
      output: 'False',
    },
  ],
  create: setting('transportConfig', { noun: 'transport configuration' }, true),
});
