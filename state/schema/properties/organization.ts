// Properties of organisation-wide settings, domains, sites and links: name|kind|default|versions, one a line. Kinds and the reading of defaults: ../property-catalog.ts.
// Source: the parameter pages of the Set- and New- cmdlets (names, types, documented defaults).

export const transportConfigText = `
AddressBookPolicyRoutingEnabled|bool|0|2013-SE
AgentGeneratedMessageLoopDetectionInSubmissionEnabled|bool|0|2013-SE
AgentGeneratedMessageLoopDetectionInSmtpEnabled|bool|0|2013-SE
ClearCategories|bool|1|
ConvertDisclaimerWrapperToEml|bool|0|
DiagnosticsAggregationServicePort|int|9710|2013-SE
DSNConversionMode|enum|PreserveDSNBody|
ExternalDelayDsnEnabled|bool|1|
ExternalDsnDefaultLanguage|string||
ExternalDsnLanguageDetectionEnabled|bool|1|
ExternalDsnMaxMessageAttachSize|size|10485760|
ExternalDsnReportingAuthority|string||
ExternalDsnSendHtml|bool|1|
ExternalPostmasterAddress|string||
GenerateCopyOfDSNFor|list||
HeaderPromotionModeSetting|enum|NoCreate|
InternalDelayDsnEnabled|bool|1|
InternalDsnDefaultLanguage|string||
InternalDsnLanguageDetectionEnabled|bool|1|
InternalDsnMaxMessageAttachSize|size|10485760|
InternalDsnReportingAuthority|string||
InternalDsnSendHtml|bool|1|
InternalSMTPServers|list||
JournalingReportNdrTo|string|<>|
LegacyJournalingMigrationEnabled|bool|0|2010-2010
MaxAllowedAgentGeneratedMessageDepth|int|3|2013-SE
MaxAllowedAgentGeneratedMessageDepthPerAgent|int|2|2013-SE
MaxDumpsterSizePerDatabase|size|18874368|
MaxDumpsterTime|timespan|604800000|
MaxReceiveSize|unlimitedSize|10485760|
MaxRecipientEnvelopeLimit|unlimitedInt|500|
MaxRetriesForLocalSiteShadow|int|2|2013-SE
MaxRetriesForRemoteSiteShadow|int|4|2013-SE
MaxSendSize|unlimitedSize|10485760|
QueueDiagnosticsAggregationInterval|timespan|60000|2013-SE
RejectMessageOnShadowFailure|bool|0|2013-SE
Rfc2231EncodingEnabled|bool|0|
SafetyNetHoldTime|timespan|172800000|2013-SE
ShadowHeartbeatFrequency|timespan|120000|2013-SE
ShadowHeartbeatRetryCount|int|12|
ShadowHeartbeatTimeoutInterval|timespan|900000|
ShadowMessageAutoDiscardInterval|timespan|172800000|
ShadowMessagePreferenceSetting|enum|PreferRemote|2013-SE
ShadowRedundancyEnabled|bool|1|
ShadowResubmitTimeSpan|timespan|10800000|2013-SE
SupervisionTags|list|Reject;Allow|
TLSReceiveDomainSecureList|list||
TLSSendDomainSecureList|list||
TransportRuleAttachmentTextScanLimit|size|1048576|2013-SE
VerifySecureSubmitEnabled|bool|0|
VoicemailJournalingEnabled|bool|1|
Xexch50Enabled|bool|1|
`;

export const adSiteText = `
HubSiteEnabled|bool|0|
InboundMailEnabled|bool|1|2013-SE
PartnerId|int||
`;

export const adSiteLinkText = `
ExchangeCost|int||
MaxMessageSize|unlimitedSize|Unlimited|
`;

export const acceptedDomainText = `
DomainName|string||
DomainType|string|Authoritative|
AddressBookEnabled|bool|1|
MatchSubDomains|bool|0|2016-SE
PendingCompletion|bool|0|2013-SE
PendingRemoval|bool|0|
`;

export const remoteDomainText = `
AllowedOOFType|enum|External|
AutoForwardEnabled|bool|0|
AutoReplyEnabled|bool|1|
ByteEncoderTypeFor7BitCharsets|enum|Undefined|
CharacterSet|string||
ContentType|enum|MimeHtmlText|
DeliveryReportEnabled|bool|1|
DisplaySenderName|bool|1|
IsCoexistenceDomain|bool|0|2010-2010
IsInternal|bool|0|
LineWrapSize|unlimitedSize|Unlimited|
MeetingForwardNotificationEnabled|bool|1|
MessageCountThreshold|int|2147483647|2013-SE
NDRDiagnosticInfoEnabled|bool|1|
NDREnabled|bool|1|
NonMimeCharacterSet|string||
PreferredInternetCodePageForShiftJis|string|Undefined|
RequiredCharsetCoverage|int||
TargetDeliveryDomain|bool|0|
TNEFEnabled|bool|0|
TrustedMailInboundEnabled|bool|0|
TrustedMailOutboundEnabled|bool|0|
UseSimpleDisplayName|bool|0|
`;

export const edgeSyncServiceConfigText = `
ConfigurationSyncInterval|timespan|180000|
CookieValidDuration|timespan|1814400000|
FailoverDCInterval|timespan|300000|
LockDuration|timespan|360000|
LockRenewalDuration|timespan|240000|
LogEnabled|bool|1|
LogLevel|enum||
LogMaxAge|timespan|2592000000|
LogMaxDirectorySize|unlimitedSize|262144000|
LogMaxFileSize|unlimitedSize|10485760|
LogPath|string|TransportRolesLogsEdgeSync|
OptionDuration|timespan|1800000|
RecipientSyncInterval|timespan|300000|
`;
