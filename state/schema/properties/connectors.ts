// Properties of connectors: name|kind|default|versions, one a line. Kinds and the reading of defaults: ../property-catalog.ts.
// Source: the parameter pages of the Set- and New- cmdlets (names, types, documented defaults).

export const receiveConnectorText = `
AdvertiseClientSettings|bool|0|
AuthMechanism|enum||
AuthTarpitInterval|timespan|5000|2016-SE
Banner|string||
BareLinefeedRejectionEnabled|bool|0|
BinaryMimeEnabled|bool|1|
Bindings|list||
ChunkingEnabled|bool|1|
Comment|string||
ConnectionInactivityTimeout|timespan|300000|
ConnectionTimeout|timespan|600000|
DefaultDomain|string||
DeliveryStatusNotificationEnabled|bool|1|
DomainSecureEnabled|bool|0|
EightBitMimeEnabled|bool|1|
EnableAuthGSSAPI|bool|0|
Enabled|bool|1|
EnhancedStatusCodesEnabled|bool|1|
ExtendedProtectionPolicy|enum|None|
Fqdn|string||
LongAddressesEnabled|bool|0|
MaxAcknowledgementDelay|timespan|30000|
MaxHeaderSize|size|262144|
MaxHopCount|int|30|
MaxInboundConnection|unlimitedInt|5000|
MaxInboundConnectionPercentagePerSource|int|2|
MaxInboundConnectionPerSource|unlimitedInt|20|
MaxLocalHopCount|int|8|
MaxLogonFailures|int|3|
MaxMessageSize|size|37748736|
MaxProtocolErrors|unlimitedInt|5|
MaxRecipientsPerMessage|int|200|
MessageRateLimit|unlimitedInt|Unlimited|
MessageRateSource|enum||
OrarEnabled|bool|0|
PermissionGroups|enum||
PipeliningEnabled|bool|1|
ProtocolLoggingLevel|enum|None|
RejectReservedSecondLevelRecipientDomains|bool|0|2016-SE
RejectReservedTopLevelRecipientDomains|bool|0|2016-SE
RejectSingleLabelRecipientDomains|bool|0|2016-SE
RemoteIPRanges|list||
RequireEHLODomain|bool|0|
RequireTLS|bool|0|
ServiceDiscoveryFqdn|string||2013-SE
SizeEnabled|enum|Enabled|
SmtpUtf8Enabled|bool|0|2019-SE
SuppressXAnonymousTls|bool|0|
TarpitInterval|timespan|5000|
TlsCertificateName|string||2013-SE
TlsDomainCapabilities|list||
TransportRole|enum||2013-SE
Server|string||
`;

export const sendConnectorText = `
AuthenticationCredential|string||
AddressSpaces|list||
CloudServicesMailEnabled|bool|0|2013-SE
Comment|string||
ConnectorType|enum|Default|2016-SE
ConnectionInactivityTimeOut|timespan|600000|
DNSRoutingEnabled|bool|1|
DomainSecureEnabled|bool|0|
Enabled|bool|1|
ErrorPolicies|enum||
ForceHELO|bool|0|
Fqdn|string||
FrontendProxyEnabled|bool|0|2013-SE
IgnoreSTARTTLS|bool|0|
IsCoexistenceConnector|bool|0|2010-2010
IsScopedConnector|bool|0|
LinkedReceiveConnector|string||2010-2010
MaxMessageSize|unlimitedSize|36700160|
Port|int|25|
ProtocolLoggingLevel|string||
RequireOorg|bool|0|
RequireTLS|bool|0|
SmartHostAuthMechanism|string||
SmartHosts|list||
SmtpMaxMessagesPerConnection|int|20|
SourceIPAddress|ip||
SourceTransportServers|list||
TlsAuthLevel|enum||
TlsCertificateName|string||2013-SE
TlsDomain|string||
UseExternalDNSServersEnabled|bool|0|
`;

export const foreignConnectorText = `
AddressSpaces|list||
Comment|string||
DropDirectory|string||
DropDirectoryQuota|unlimitedSize|Unlimited|
Enabled|bool|1|
IsScopedConnector|bool|0|
MaxMessageSize|unlimitedSize|Unlimited|
RelayDsnRequired|bool|0|
SourceTransportServers|list||
`;

export const deliveryAgentConnectorText = `
AddressSpaces|list||
Comment|string||
DeliveryProtocol|string||
Enabled|bool|1|
IsScopedConnector|bool|0|
MaxConcurrentConnections|int|5|
MaxMessageSize|unlimitedSize|Unlimited|
MaxMessagesPerConnection|int|20|
SourceTransportServers|list||
`;

export const routingGroupConnectorText = `
Cost|int||2010-2010
MaxMessageSize|unlimitedSize|Unlimited|2010-2010
PublicFolderReferralsEnabled|bool|1|2010-2010
SourceTransportServers|list||2010-2010
TargetTransportServers|list||2010-2010
`;
