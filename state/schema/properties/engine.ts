// Properties of the classes that the engine itself needs and no Set- page lists as a whole, and read-only ones that Get- shows:
// name|kind|default|versions, one a line. Kinds and the reading of defaults: ../property-catalog.ts.

const recipient = `
Alias|string||
DisplayName|string||
PrimarySmtpAddress|string||
EmailAddresses|list||
LegacyExchangeDN|string||
MaxSendSize|unlimitedSize|Unlimited|
MaxReceiveSize|unlimitedSize|Unlimited|
RecipientLimits|unlimitedInt|Unlimited|
ForwardingAddress|string||
DeliverToMailboxAndForward|bool|0|
RequireSenderAuthenticationEnabled|bool|0|
AcceptMessagesOnlyFrom|list||
RejectMessagesFrom|list||
HiddenFromAddressListsEnabled|bool|0|
`;

export const organizationText = `
Forest|string||
MicrosoftExchangeRecipientReplyRecipient|string||
SCLJunkThreshold|int|4|
`;

export const serverText = `
Fqdn|string||
Version|int||
AdminDisplayVersion|string||
ServerRole|list||
Site|string||
RoutingGroup|string||
DatabaseAvailabilityGroup|string||
Domain|string||
Edition|string|Enterprise|
ProductID|string||
IsE15OrLater|bool|0|
CustomerFeedbackEnabled|bool||
DataCollectionEnabled|bool|1|2016-SE
ErrorReportingEnabled|bool||
EventLogLevels|list||
InternetWebProxy|string||
InternetWebProxyBypassList|list||2016-SE
MitigationsApplied|list||2016-SE
MitigationsBlocked|list||2016-SE
MitigationsEnabled|bool|1|2016-SE
MonitoringGroup|string||2013-SE
ProductKey|string||
RingLevel|int||2019-SE
StaticConfigDomainController|string||
StaticDomainControllers|list||
StaticExcludedDomainControllers|list||
StaticGlobalCatalogs|list||
`;

export const transportServiceText = `
MessageTrackingLogSubjectLoggingEnabled|bool|1|
InternalTransportCertificateThumbprint|string||
`;

export const databaseAvailabilityGroupText = `
Servers|list||
StoppedMailboxServers|list||
WitnessServer|string||
WitnessDirectory|string||
`;

export const databaseText = `
Server|string||
Servers|list||
Mounted|bool|1|
MountAtStartup|bool|1|
CircularLoggingEnabled|bool|0|
SuspendedCopies|list||
ActivationSuspendedCopies|list||
ReplayLagCopies|list||
`;

export const publicFolderDatabaseText = `
Server|string||
Mounted|bool|1|
`;

export const mailboxText = `
${recipient}Database|string||
UserPrincipalName|string||
ProhibitSendReceiveQuota|unlimitedSize|Unlimited|
IssueWarningQuota|unlimitedSize|Unlimited|
ProhibitSendQuota|unlimitedSize|Unlimited|
`;

export const mailContactText = `
${recipient}ExternalEmailAddress|string||
`;

export const mailUserText = `
${recipient}ExternalEmailAddress|string||
`;

export const distributionGroupText = `
${recipient}Members|list||
ExpansionServer|string||
ReportToOriginatorEnabled|bool|1|
ReportToManagerEnabled|bool|0|
ModerationEnabled|bool|0|
ModeratedBy|list||
ManagedBy|list||
`;

export const dynamicDistributionGroupText = `
${recipient}RecipientFilter|string||
ExpansionServer|string||
`;

export const mailPublicFolderText = `
${recipient}PublicFolderDatabases|list||
`;

export const acceptedDomainText = `
DomainName|string||
DomainType|enum|Authoritative|
MatchSubDomains|bool|0|
Default|bool|0|
`;

export const remoteDomainText = `
DomainName|string||
`;

export const adSiteText = `
HubSiteEnabled|bool|0|
InboundMailEnabled|bool|1|
`;

export const adSiteLinkText = `
Sites|list||
ADCost|int|100|
ExchangeCost|int||
MaxMessageSize|unlimitedSize|Unlimited|
`;

export const routingGroupText = `
RoutingMaster|string||
`;

export const routingGroupConnectorText = `
SourceRoutingGroup|string||
TargetRoutingGroup|string||
SourceTransportServers|list||
TargetTransportServers|list||
Cost|int|1|
MaxMessageSize|unlimitedSize|Unlimited|
PublicFolderReferralsEnabled|bool|1|
`;

export const sendConnectorText = `
AddressSpaces|list||
SourceTransportServers|list||
SmartHosts|list||
ProtocolLoggingLevel|enum|None|
ErrorPolicies|enum|Default|
SmartHostAuthMechanism|enum|None|
SourceIPAddress|ip|0.0.0.0|
DomainSecureEnabled|bool|0|
LinkedReceiveConnector|string||
SourceRoutingGroup|string||
`;

export const foreignConnectorText = `
AddressSpaces|list||
SourceTransportServers|list||
`;

export const deliveryAgentConnectorText = `
AddressSpaces|list||
SourceTransportServers|list||
DeliveryProtocol|string||
`;

export const receiveConnectorText = `
Server|string||
TransportRole|enum|HubTransport|
Bindings|list||
RemoteIPRanges|list|::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff;0.0.0.0-255.255.255.255|
AuthMechanism|string|Tls|
PermissionGroups|string|None|
ExtendedRights|list||
Fqdn|string||
MaxInboundConnection|unlimitedInt|5000|
MaxRecipientsPerMessage|int|200|
SizeEnabled|enum|Enabled|
ProtocolLoggingLevel|enum|None|
MessageRateSource|enum|IPAddress|
`;

export const edgeSubscriptionText = `
Site|string||
Server|string||
CreateInternetSendConnector|bool|1|
`;

export const transportRuleText = `
State|enum|Enabled|
Mode|enum|Enforce|
Priority|int|0|
`;

export const journalRuleText = `
Enabled|bool|1|
Recipient|string||
JournalEmailAddress|string||
Scope|enum|Global|
`;

export const transportAgentText = `
Enabled|bool|1|
Priority|int|1|
TransportService|enum|Hub|
TransportAgentFactory|string||
AssemblyPath|string||
Server|string||
`;

export const systemMessageText = `
DsnCode|string||
Internal|bool|1|
Language|string|En|
Text|string||
QuotaMessageType|string||
`;
