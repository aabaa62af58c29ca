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
    AddressBookPolicyRoutingEnabled                       Boolean
    AgentGeneratedMessageLoopDetectionInSubmissionEnabled Boolean
    AgentGeneratedMessageLoopDetectionInSmtpEnabled       Boolean
    ClearCategories                                       Boolean
    ConvertDisclaimerWrapperToEml                         Boolean
    DiagnosticsAggregationServicePort                     Int32
    DomainController                                      Fqdn null
    DSNConversionMode                                     =DSNConversionOption(DoNotConvert,PreserveDSNBody,UseExchangeDSNs)
    ExternalDelayDsnEnabled                               Boolean
    ExternalDsnDefaultLanguage                            CultureInfo
    ExternalDsnLanguageDetectionEnabled                   Boolean
    ExternalDsnMaxMessageAttachSize                       ByteQuantifiedSize
    ExternalDsnReportingAuthority                         SmtpDomain null
    ExternalDsnSendHtml                                   Boolean
    ExternalPostmasterAddress                             SmtpAddress null
    Force                                                 SwitchParameter
    GenerateCopyOfDSNFor                                  MultiValuedProperty null
    HeaderPromotionModeSetting                            =HeaderPromotionMode(MustCreate,MayCreate,NoCreate)
    InternalDelayDsnEnabled                               Boolean
    InternalDsnDefaultLanguage                            CultureInfo
    InternalDsnLanguageDetectionEnabled                   Boolean
    InternalDsnMaxMessageAttachSize                       ByteQuantifiedSize
    InternalDsnReportingAuthority                         SmtpDomain null
    InternalDsnSendHtml                                   Boolean
    InternalSMTPServers                                   MultiValuedProperty null
    JournalingReportNdrTo                                 SmtpAddress null
    LegacyJournalingMigrationEnabled                      Boolean
    MaxAllowedAgentGeneratedMessageDepth                  UInt32
    MaxAllowedAgentGeneratedMessageDepthPerAgent          UInt32
    MaxDumpsterSizePerDatabase                            ByteQuantifiedSize
    MaxDumpsterTime                                       EnhancedTimeSpan
    MaxReceiveSize                                        Unlimited null
    MaxRecipientEnvelopeLimit                             Unlimited null
    MaxRetriesForLocalSiteShadow                          Int32
    MaxRetriesForRemoteSiteShadow                         Int32
    MaxSendSize                                           Unlimited null
    QueueDiagnosticsAggregationInterval                   EnhancedTimeSpan
    RejectMessageOnShadowFailure                          Boolean
    Rfc2231EncodingEnabled                                Boolean
    SafetyNetHoldTime                                     EnhancedTimeSpan
    ShadowHeartbeatFrequency                              EnhancedTimeSpan
    ShadowHeartbeatRetryCount                             Int32
    ShadowHeartbeatTimeoutInterval                        EnhancedTimeSpan
    ShadowMessageAutoDiscardInterval                      EnhancedTimeSpan
    ShadowMessagePreferenceSetting                        =ShadowMessagePreference(LocalOnly,RemoteOnly,PreferRemote)
    ShadowRedundancyEnabled                               Boolean
    ShadowResubmitTimeSpan                                EnhancedTimeSpan
    SupervisionTags                                       MultiValuedProperty null
    TLSReceiveDomainSecureList                            MultiValuedProperty null
    TLSSendDomainSecureList                               MultiValuedProperty null
    TransportRuleAttachmentTextScanLimit                  ByteQuantifiedSize
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
