// Configuration objects: one generic shape for every class. Properties bear the product's names; values are JSON:
// time spans in milliseconds, sizes in bytes, `Unlimited` as that text, lists as arrays, references as names, empty as null.
// Only what differs from the default is an object's own property; the defaults lie on its prototype (see property-catalog.ts),
// so `for … in` sees all properties and JSON.stringify only what was set.

import type { JsonValue } from './json.ts';
import type { RecipientProperties, RecipientSurroundings } from './recipient-properties.ts';

/** Exchange version of a server, and what an organisation's newest is. 2003 is coexistence only. */
export type ExchangeVersion = 2003 | 2007 | 2010 | 2013 | 2016 | 2019;

export type ServerRole =
  | 'Mailbox'
  | 'ClientAccess'
  | 'HubTransport'
  | 'UnifiedMessaging'
  | 'EdgeTransport'
  | 'Bridgehead';

export type Unlimited = number | 'Unlimited';

/** Properties that the engine reads, by class. Everything else the product has is there too, untyped. */
export interface ConfigProperties extends RecipientSurroundings {
  organization: { Forest: string; MicrosoftExchangeRecipientReplyRecipient: string | null };
  transportConfig: {
    ShadowRedundancyEnabled: boolean;
    RejectMessageOnShadowFailure: boolean;
    ShadowHeartbeatFrequency: number;
    ShadowResubmitTimeSpan: number;
    ShadowHeartbeatTimeoutInterval: number;
    ShadowHeartbeatRetryCount: number;
    ShadowMessageAutoDiscardInterval: number;
    ShadowMessagePreferenceSetting: string;
    MaxRetriesForRemoteSiteShadow: number;
    MaxRetriesForLocalSiteShadow: number;
    SafetyNetHoldTime: number;
    MaxDumpsterSizePerDatabase: Unlimited;
    MaxDumpsterTime: number;
    MaxSendSize: Unlimited;
    MaxReceiveSize: Unlimited;
    MaxRecipientEnvelopeLimit: Unlimited;
    InternalDelayDsnEnabled: boolean;
    ExternalDelayDsnEnabled: boolean;
    InternalDsnSendHtml: boolean;
    ExternalDsnSendHtml: boolean;
    InternalDsnReportingAuthority: string | null;
    ExternalDsnReportingAuthority: string | null;
    ExternalPostmasterAddress: string | null;
    InternalDsnMaxMessageAttachSize: number;
    ExternalDsnMaxMessageAttachSize: number;
    GenerateCopyOfDSNFor: string[];
    JournalingReportNdrTo: string | null;
  };
  /** A machine with Exchange. Name = the server's name. */
  server: {
    Fqdn: string;
    Version: ExchangeVersion;
    AdminDisplayVersion: string;
    ServerRole: ServerRole[];
    Site: string | null;
    RoutingGroup: string | null;
    DatabaseAvailabilityGroup: string | null;
    Domain: string;
  };
  /** Settings of Get-TransportService / Get-TransportServer; Name = the server's name. */
  transportService: {
    DelayNotificationTimeout: number;
    MessageExpirationTimeout: number;
    MessageRetryInterval: number;
    OutboundConnectionFailureRetryInterval: number;
    TransientFailureRetryCount: number;
    TransientFailureRetryInterval: number;
    QueueMaxIdleTime: number;
    MaxOutboundConnections: Unlimited;
    MaxPerDomainOutboundConnections: Unlimited;
    IntraOrgConnectorSmtpMaxMessagesPerConnection: number;
    MaxConcurrentMailboxDeliveries: number;
    PoisonThreshold: number;
    PoisonMessageDetectionEnabled: boolean;
    PickupDirectoryPath: string | null;
    PickupDirectoryMaxMessagesPerMinute: number;
    PickupDirectoryMaxRecipientsPerMessage: number;
    PickupDirectoryMaxHeaderSize: number;
    ReplayDirectoryPath: string | null;
    RootDropDirectoryPath: string | null;
    InternalDNSAdapterEnabled: boolean;
    InternalDNSAdapterGuid: string;
    InternalDNSServers: string[];
    ExternalDNSAdapterEnabled: boolean;
    ExternalDNSAdapterGuid: string;
    ExternalDNSServers: string[];
    ExternalIPAddress: string | null;
    MessageTrackingLogEnabled: boolean;
    MessageTrackingLogPath: string | null;
    MessageTrackingLogSubjectLoggingEnabled: boolean;
    ConnectivityLogEnabled: boolean;
    ConnectivityLogPath: string | null;
    ReceiveProtocolLogPath: string | null;
    SendProtocolLogPath: string | null;
    RoutingTableLogPath: string | null;
    IntraOrgConnectorProtocolLoggingLevel: string;
  };
  frontendTransportService: {
    ConnectivityLogEnabled: boolean;
    ConnectivityLogPath: string | null;
    ReceiveProtocolLogPath: string | null;
    SendProtocolLogPath: string | null;
  };
  mailboxTransportService: {
    ConnectivityLogEnabled: boolean;
    ConnectivityLogPath: string | null;
    ReceiveProtocolLogPath: string | null;
    SendProtocolLogPath: string | null;
  };
  mailboxServer: { DatabaseCopyAutoActivationPolicy: string; DatabaseCopyActivationDisabledAndMoveNow: boolean };
  databaseAvailabilityGroup: { Servers: string[]; StoppedMailboxServers: string[] };
  /** `Server` mounts it now; `Servers` hold a copy, in order of activation preference. */
  database: {
    Server: string | null;
    Servers: string[];
    Mounted: boolean;
    MountAtStartup: boolean;
    ProhibitSendReceiveQuota: Unlimited;
    JournalRecipient: string | null;
  };
  publicFolderDatabase: { Server: string | null; Mounted: boolean };
  mailbox: RecipientProperties & {
    Database: string | null;
    UserPrincipalName: string;
    ProhibitSendReceiveQuota: Unlimited;
    UseDatabaseQuotaDefaults: boolean;
    ForwardingSmtpAddress: string | null;
  };
  mailContact: RecipientProperties & { ExternalEmailAddress: string };
  mailUser: RecipientProperties & { ExternalEmailAddress: string };
  distributionGroup: RecipientProperties & {
    Members: string[];
    ExpansionServer: string | null;
    ReportToOriginatorEnabled: boolean;
    ReportToManagerEnabled: boolean;
    ModerationEnabled: boolean;
    ModeratedBy: string[];
    ManagedBy: string[];
  };
  dynamicDistributionGroup: RecipientProperties & { RecipientFilter: string; ExpansionServer: string | null };
  mailPublicFolder: RecipientProperties & { PublicFolderDatabases: string[] };
  acceptedDomain: {
    DomainName: string;
    DomainType: 'Authoritative' | 'InternalRelay' | 'ExternalRelay';
    MatchSubDomains: boolean;
    Default: boolean;
  };
  remoteDomain: {
    DomainName: string;
    NDREnabled: boolean;
    DeliveryReportEnabled: boolean;
    NDRDiagnosticInfoEnabled: boolean;
    AutoReplyEnabled: boolean;
    AutoForwardEnabled: boolean;
  };
  adSite: { HubSiteEnabled: boolean; InboundMailEnabled: boolean };
  adSiteLink: { Sites: string[]; ADCost: number; ExchangeCost: number | null; MaxMessageSize: Unlimited };
  routingGroup: { RoutingMaster: string | null };
  routingGroupConnector: {
    SourceRoutingGroup: string;
    TargetRoutingGroup: string;
    SourceTransportServers: string[];
    TargetTransportServers: string[];
    Cost: number;
    MaxMessageSize: Unlimited;
  };
  sendConnector: ConnectorProperties & {
    DNSRoutingEnabled: boolean;
    SmartHosts: string[];
    Port: number;
    UseExternalDNSServersEnabled: boolean;
    ForceHELO: boolean;
    RequireTLS: boolean;
    IgnoreSTARTTLS: boolean;
    Fqdn: string | null;
    SmtpMaxMessagesPerConnection: number;
    ConnectionInactivityTimeOut: number;
    ProtocolLoggingLevel: string;
    LinkedReceiveConnector: string | null;
    FrontendProxyEnabled: boolean;
    ErrorPolicies: string;
    SourceRoutingGroup: string | null;
  };
  foreignConnector: ConnectorProperties & { DropDirectory: string | null; RelayDsnRequired: boolean };
  deliveryAgentConnector: ConnectorProperties & { DeliveryProtocol: string };
  receiveConnector: {
    Server: string;
    TransportRole: 'HubTransport' | 'FrontendTransport';
    Enabled: boolean;
    Bindings: string[];
    RemoteIPRanges: string[];
    AuthMechanism: string;
    PermissionGroups: string;
    /** Rights given beside the groups: `account|ms-Exch-…`. */
    ExtendedRights: string[];
    Fqdn: string;
    Banner: string | null;
    MaxMessageSize: number;
    MaxHeaderSize: number;
    MaxHopCount: number;
    MaxLocalHopCount: number;
    MaxRecipientsPerMessage: number;
    MaxProtocolErrors: Unlimited;
    MaxLogonFailures: number;
    SizeEnabled: string;
    PipeliningEnabled: boolean;
    DeliveryStatusNotificationEnabled: boolean;
    EnhancedStatusCodesEnabled: boolean;
    EightBitMimeEnabled: boolean;
    BinaryMimeEnabled: boolean;
    ChunkingEnabled: boolean;
    SuppressXAnonymousTls: boolean;
    EnableAuthGSSAPI: boolean;
    RequireTLS: boolean;
    ConnectionTimeout: number;
    ConnectionInactivityTimeout: number;
    MessageRateLimit: Unlimited;
    MessageRateSource: string;
    MaxInboundConnection: Unlimited;
    MaxInboundConnectionPerSource: Unlimited;
    MaxInboundConnectionPercentagePerSource: number;
    TarpitInterval: number;
    AuthTarpitInterval: number | undefined;
    ProtocolLoggingLevel: string;
    MaxAcknowledgementDelay: number;
    RequireEHLODomain: boolean;
    DefaultDomain: string | null;
    DomainSecureEnabled: boolean;
    LongAddressesEnabled: boolean;
    TlsCertificateName: string | null | undefined;
    RejectSingleLabelRecipientDomains: boolean | undefined;
    RejectReservedTopLevelRecipientDomains: boolean | undefined;
    RejectReservedSecondLevelRecipientDomains: boolean | undefined;
    BareLinefeedRejectionEnabled: boolean;
  };
  edgeSubscription: { Site: string; Server: string; CreateInternetSendConnector: boolean };
  edgeSyncServiceConfig: { Site: string };
  /** An agent of one server; Name = the agent's name. */
  transportAgent: {
    Enabled: boolean;
    Priority: number;
    TransportService: string;
    Server: string | null;
    TransportAgentFactory: string | null;
    AssemblyPath: string | null;
  };
  /** Filters of incoming mail: `Server` names the Edge server whose own settings these are, null: the organisation's. */
  contentFilterConfig: FilterProperties & {
    RejectionResponse: string;
    BypassedRecipients: string[];
    BypassedSenders: string[];
    BypassedSenderDomains: string[];
    QuarantineMailbox: string | null;
    SCLRejectEnabled: boolean;
    SCLRejectThreshold: number;
    SCLDeleteEnabled: boolean;
    SCLDeleteThreshold: number;
    SCLQuarantineEnabled: boolean;
    SCLQuarantineThreshold: number;
  };
  ipBlockListConfig: FilterProperties & { MachineEntryRejectionResponse: string; StaticEntryRejectionResponse: string };
  recipientFilterConfig: FilterProperties & {
    BlockedRecipients: string[];
    BlockListEnabled: boolean;
    RecipientValidationEnabled: boolean;
  };
  senderFilterConfig: FilterProperties & {
    BlockedSenders: string[];
    BlockedDomains: string[];
    BlockedDomainsAndSubdomains: string[];
    BlankSenderBlockingEnabled: boolean;
    Action: 'StampStatus' | 'Reject';
    RecipientBlockedSenderAction: 'Delete' | 'Reject';
  };
  senderIdConfig: FilterProperties & {
    SpoofedDomainAction: SenderIdAction;
    TempErrorAction: SenderIdAction;
    BypassedRecipients: string[];
    BypassedSenderDomains: string[];
  };
  /** Entries of one server; Name = the entry's number. */
  ipBlockListEntry: AddressListEntry;
  ipAllowListEntry: AddressListEntry;
  ipBlockListProvider: AddressListProvider & { RejectionResponse: string | null };
  ipAllowListProvider: AddressListProvider;
  /** A certificate in one server's store; Name = the thumbprint. */
  exchangeCertificate: {
    Server: string;
    Subject: string;
    Issuer: string;
    CertificateDomains: string[];
    Services: string[];
    NotBefore: number | null;
    NotAfter: number | null;
    IsSelfSigned: boolean;
    HasPrivateKey: boolean;
    RequestPending: boolean;
    SerialNumber: string;
  };
  systemMessage: { DsnCode: string; Internal: boolean; Language: string; Text: string };
}

/** What all filters of incoming mail have. */
interface FilterProperties {
  Enabled: boolean;
  ExternalMailEnabled: boolean;
  InternalMailEnabled: boolean;
  Server: string | null;
}

type SenderIdAction = 'StampStatus' | 'Reject' | 'Delete';

interface AddressListEntry {
  Server: string;
  /** `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1-10.0.0.9`. */
  IPRange: string;
  ExpirationTime: number | null;
  IsMachineGenerated: boolean;
  Comment: string | null;
}

interface AddressListProvider {
  Server: string | null;
  LookupDomain: string;
  Enabled: boolean;
  AnyMatch: boolean;
  BitmaskMatch: string | null;
  IPAddressesMatch: string[];
  Priority: number;
}

export interface ConnectorProperties {
  AddressSpaces: string[];
  SourceTransportServers: string[];
  Enabled: boolean;
  IsScopedConnector: boolean;
  MaxMessageSize: Unlimited;
  Comment: string | null;
}

export type ConfigClass = keyof ConfigProperties;

/** Classes that are mail recipients, looked up by address, alias, name. */
export const recipientClasses = [
  'mailbox',
  'mailContact',
  'mailUser',
  'distributionGroup',
  'dynamicDistributionGroup',
  'mailPublicFolder',
] as const;
export type RecipientClass = (typeof recipientClasses)[number];

export interface ConfigObject<C extends ConfigClass = ConfigClass> {
  class: C;
  /** Unique over all classes, rising in order of creation. */
  id: number;
  name: string;
  /** Like the product's Identity text: the name, `EX01\Default EX01` for what belongs to a server. */
  identity: string;
  guid: string;
  distinguishedName: string;
  /** Milliseconds, see kernel/clock. */
  whenCreated: number;
  whenChanged: number;
  properties: ConfigProperties[C] & { [name: string]: JsonValue };
}
