// Configuration objects: one generic shape for every class. Properties bear the product's names; values are JSON:
// time spans in milliseconds, sizes in bytes, `Unlimited` as that text, lists as arrays, references as names, empty as null.
// Only what differs from the default is an object's own property; the defaults lie on its prototype (see property-catalog.ts),
// so `for … in` sees all properties and JSON.stringify only what was set.

import type { JsonValue } from './json.ts';

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
export interface ConfigProperties {
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
    ReplayDirectoryPath: string | null;
    RootDropDirectoryPath: string | null;
    InternalDNSAdapterEnabled: boolean;
    InternalDNSAdapterGuid: string;
    InternalDNSServers: string[];
    ExternalDNSAdapterEnabled: boolean;
    ExternalDNSAdapterGuid: string;
    ExternalDNSServers: string[];
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
  database: { Server: string | null; Servers: string[]; Mounted: boolean; MountAtStartup: boolean };
  publicFolderDatabase: { Server: string | null; Mounted: boolean };
  mailbox: RecipientProperties & {
    Database: string | null;
    UserPrincipalName: string;
    ProhibitSendReceiveQuota: Unlimited;
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
    Fqdn: string;
    Banner: string | null;
    MaxMessageSize: number;
    MaxHeaderSize: number;
    MaxHopCount: number;
    MaxLocalHopCount: number;
    MaxRecipientsPerMessage: number;
    MaxProtocolErrors: number;
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
    TarpitInterval: number;
    ProtocolLoggingLevel: string;
    MaxAcknowledgementDelay: number;
    RequireEHLODomain: boolean;
    DefaultDomain: string | null;
  };
  edgeSubscription: { Site: string; Server: string; CreateInternetSendConnector: boolean };
  edgeSyncServiceConfig: { Site: string };
  transportRule: {
    State: 'Enabled' | 'Disabled';
    Mode: string;
    Priority: number;
    Conditions: JsonValue;
    Exceptions: JsonValue;
    Actions: JsonValue;
  };
  journalRule: {
    Enabled: boolean;
    Recipient: string | null;
    JournalEmailAddress: string;
    Scope: 'Global' | 'Internal' | 'External';
  };
  transportAgent: { Enabled: boolean; Priority: number; TransportService: string };
  systemMessage: { DsnCode: string; Internal: boolean; Language: string; Text: string };
  /** Name = the mailbox's name. */
  moveRequest: {
    SourceDatabase: string;
    TargetDatabase: string;
    Status: string;
    PercentComplete: number;
    MailboxGuid: string | null;
    SuspendWhenReadyToComplete: boolean;
    /** Instant of the next step, 0 before it is queued. */
    NextStep: number;
  };
}

export interface ConnectorProperties {
  AddressSpaces: string[];
  SourceTransportServers: string[];
  Enabled: boolean;
  IsScopedConnector: boolean;
  MaxMessageSize: Unlimited;
  Comment: string | null;
}

export interface RecipientProperties {
  Alias: string;
  DisplayName: string;
  PrimarySmtpAddress: string;
  EmailAddresses: string[];
  LegacyExchangeDN: string;
  MaxSendSize: Unlimited;
  MaxReceiveSize: Unlimited;
  RecipientLimits: Unlimited;
  ForwardingAddress: string | null;
  DeliverToMailboxAndForward: boolean;
  RequireSenderAuthenticationEnabled: boolean;
  AcceptMessagesOnlyFrom: string[];
  RejectMessagesFrom: string[];
  HiddenFromAddressListsEnabled: boolean;
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
