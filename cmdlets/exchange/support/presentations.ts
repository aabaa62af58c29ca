// How classes of configuration objects are shown: type name, order of Format-List, derived properties (facts/outputs 2 and 3).

import { typedArray, type Value } from '../../../src/runtime/values.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Presentation } from './config-objects.ts';

const words = (text: string): string[] => text.trim().split(/[\s,]+/);
const management = 'Microsoft.Exchange.Data.Directory';
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export const transportConfig: Presentation = {
  typeName: `${management}.SystemConfiguration.TransportConfigContainer`,
  exchangeVersion: '0.1 (8.0.535.0)',
  objectClass: ['top', 'container', 'msExchTransportSettings'],
  order: words(`AddressBookPolicyRoutingEnabled AnonymousSenderToRecipientRatePerHour ClearCategories
    ConvertDisclaimerWrapperToEml DSNConversionMode JournalArchivingEnabled ExternalDelayDsnEnabled
    ExternalDsnDefaultLanguage ExternalDsnLanguageDetectionEnabled ExternalDsnMaxMessageAttachSize
    ExternalDsnReportingAuthority ExternalDsnSendHtml ExternalPostmasterAddress GenerateCopyOfDSNFor HygieneSuite
    InternalDelayDsnEnabled InternalDsnDefaultLanguage InternalDsnLanguageDetectionEnabled
    InternalDsnMaxMessageAttachSize InternalDsnReportingAuthority InternalDsnSendHtml InternalSMTPServers
    JournalingReportNdrTo LegacyJournalingMigrationEnabled LegacyArchiveJournalingEnabled MaxDumpsterSizePerDatabase
    MaxDumpsterTime MaxReceiveSize MaxRecipientEnvelopeLimit MaxRetriesForLocalSiteShadow
    MaxRetriesForRemoteSiteShadow MaxSendSize MigrationEnabled OpenDomainRoutingEnabled RejectMessageOnShadowFailure
    Rfc2231EncodingEnabled SafetyNetHoldTime ShadowHeartbeatFrequency ShadowMessageAutoDiscardInterval
    ShadowMessagePreferenceSetting ShadowRedundancyEnabled ShadowResubmitTimeSpan SupervisionTags
    TLSReceiveDomainSecureList TLSSendDomainSecureList VerifySecureSubmitEnabled VoicemailJournalingEnabled
    HeaderPromotionModeSetting Xexch50Enabled`),
};

export const transportService: Presentation = {
  typeName: `${management}.Management.TransportServer`,
  objectClass: ['top', 'server', 'msExchExchangeServer'],
};

export const sendConnector: Presentation = {
  typeName: `${management}.SystemConfiguration.SmtpSendConnectorConfig`,
  objectClass: ['top', 'msExchConnector', 'mailGateway', 'msExchRoutingSMTPConnector'],
  order: words(`DNSRoutingEnabled TlsDomain TlsAuthLevel ErrorPolicies SmartHosts Port ConnectionInactivityTimeOut
    ForceHELO FrontendProxyEnabled IgnoreSTARTTLS CloudServicesMailEnabled Fqdn TlsCertificateName RequireTLS
    RequireOorg Enabled ProtocolLoggingLevel SmartHostAuthMechanism AuthenticationCredential
    UseExternalDNSServersEnabled DomainSecureEnabled SourceIPAddress SmtpMaxMessagesPerConnection ConnectorType
    SmartHostsString CertificateSubject Region AddressSpaces ConnectedDomains IsScopedConnector IsSmtpConnector
    Comment SourceRoutingGroup SourceTransportServers HomeMTA HomeMtaServerId MaxMessageSize`),
  derived: {
    SmartHostsString: ({ properties }): Value => listOf(properties.SmartHosts).join(','),
    CertificateSubject: () => '',
    Region: () => 'NotSpecified',
    ConnectedDomains: () => typedArray([], 'System.String'),
    IsSmtpConnector: () => true,
    SourceRoutingGroup: () => 'Exchange Routing Group (DWBGZMFD01QNBJR)',
    HomeMTA: () => 'Microsoft MTA',
    HomeMtaServerId: ({ properties }): Value => listOf(properties.SourceTransportServers)[0] ?? '',
  },
};

export const receiveConnector: Presentation = {
  listed: 'created',
  typeName: `${management}.SystemConfiguration.ReceiveConnector`,
  objectClass: ['top', 'msExchSmtpReceiveConnector'],
  hidden: ['ExtendedRights'],
  order: words(`AuthMechanism Banner BinaryMimeEnabled Bindings ChunkingEnabled DefaultDomain
    DeliveryStatusNotificationEnabled EightBitMimeEnabled SmtpUtf8Enabled BareLinefeedRejectionEnabled
    DomainSecureEnabled EnhancedStatusCodesEnabled LongAddressesEnabled OrarEnabled SuppressXAnonymousTls ProxyEnabled
    AdvertiseClientSettings Fqdn ServiceDiscoveryFqdn TlsCertificateName Comment Enabled ConnectionTimeout
    ConnectionInactivityTimeout MessageRateLimit MessageRateSource MaxInboundConnection
    MaxInboundConnectionPerSource MaxInboundConnectionPercentagePerSource MaxHeaderSize MaxHopCount MaxLocalHopCount
    MaxLogonFailures MaxMessageSize MaxProtocolErrors MaxRecipientsPerMessage PermissionGroups PipeliningEnabled
    ProtocolLoggingLevel RemoteIPRanges RequireEHLODomain RequireTLS EnableAuthGSSAPI ExtendedProtectionPolicy
    LiveCredentialEnabled TlsDomainCapabilities Server TransportRole RejectReservedTopLevelRecipientDomains
    RejectReservedSecondLevelRecipientDomains RejectSingleLabelRecipientDomains AcceptConsumerMail SizeEnabled
    TarpitInterval AuthTarpitInterval MaxAcknowledgementDelay`),
};

const roleOf = (object: ConfigObject, role: string): boolean => listOf(object.properties.ServerRole).includes(role);
const versionOf = (object: ConfigObject): number => Number(object.properties.Version);

export const exchangeServer: Presentation = {
  typeName: `${management}.Management.ExchangeServer`,
  objectClass: ['top', 'server', 'msExchExchangeServer'],
  hidden: ['Version', 'RoutingGroup', 'DatabaseAvailabilityGroup', 'EventLogLevels', 'ProductKey'],
  order: words(`DataPath Domain Edition ExchangeLegacyDN ExchangeLegacyServerRole Fqdn CustomerFeedbackEnabled
    InternetWebProxy InternetWebProxyBypassList IsHubTransportServer IsClientAccessServer IsExchange2007OrLater
    IsEdgeServer IsMailboxServer IsE14OrLater IsE15OrLater IsProvisionedServer IsUnifiedMessagingServer
    IsFrontendTransportServer NetworkAddress OrganizationalUnit AdminDisplayVersion Site ServerRole
    ErrorReportingEnabled MitigationsEnabled StaticDomainControllers StaticGlobalCatalogs StaticConfigDomainController
    StaticExcludedDomainControllers MonitoringGroup CurrentDomainControllers CurrentGlobalCatalogs
    CurrentConfigDomainController ProductID IsExchangeTrialEdition IsExpiredExchangeTrialEdition`),
  derived: {
    Edition: () => 'Enterprise',
    // Filled by -Status alone.
    CurrentDomainControllers: () => typedArray([], 'System.String'),
    CurrentGlobalCatalogs: () => typedArray([], 'System.String'),
    CurrentConfigDomainController: () => '',
    ExchangeLegacyDN: ({ distinguishedName }): Value => distinguishedName.split(',').reverse().slice(0, 1).join('/'),
    ExchangeLegacyServerRole: () => 0,
    IsHubTransportServer: (object): Value =>
      roleOf(object, 'HubTransport') || (versionOf(object) >= 2013 && roleOf(object, 'Mailbox')),
    IsClientAccessServer: (object): Value =>
      roleOf(object, 'ClientAccess') || (versionOf(object) >= 2016 && roleOf(object, 'Mailbox')),
    IsExchange2007OrLater: (object): Value => versionOf(object) >= 2007,
    IsEdgeServer: (object): Value => roleOf(object, 'EdgeTransport'),
    IsMailboxServer: (object): Value => roleOf(object, 'Mailbox'),
    IsE14OrLater: (object): Value => versionOf(object) >= 2010,
    IsE15OrLater: (object): Value => versionOf(object) >= 2013,
    IsProvisionedServer: () => false,
    IsUnifiedMessagingServer: (object): Value => roleOf(object, 'UnifiedMessaging'),
    IsFrontendTransportServer: (object): Value => versionOf(object) >= 2013 && !roleOf(object, 'EdgeTransport'),
    NetworkAddress: ({ name, properties }): Value =>
      typedArray(
        [
          `ncacn_vns_spp:${name}`,
          `netbios:${name}`,
          `ncacn_np:${name}`,
          `ncacn_spx:${name}`,
          `ncacn_ip_tcp:${String(properties.Fqdn).toLowerCase()}`,
          `ncalrpc:${name}`,
        ],
        'System.String',
      ),
    ServerRole: ({ properties }): Value => listOf(properties.ServerRole).join(', ').replace('EdgeTransport', 'Edge'),
    Site: ({ properties }): Value =>
      typeof properties.Site === 'string' && properties.Site !== ''
        ? `${String(properties.Domain)}/Configuration/Sites/${properties.Site}`
        : '',
    OrganizationalUnit: ({ name, properties }): Value => `${String(properties.Domain)}/${name}`,
  },
};
