// Properties of what cmdlets put out, by type name, where a view shows only some of them and no class of configuration objects
// stands behind. A test compares them with the objects themselves.

const viewer = 'Microsoft.Exchange.Data.QueueViewer';
const tasks = 'Microsoft.Exchange.Management';

const TABLE = `
${viewer}.ExtensibleQueueInfo: DeliveryType NextHopDomain TlsDomain NextHopConnector Status MessageCount LastError RetryCount
  LastRetryTime NextRetryTime FirstRetryTime DeferredMessageCount LockedMessageCount MessageCountsPerPriority
  DeferredMessageCountsPerPriority RiskLevel OutboundIPPool NextHopCategory IncomingRate OutgoingRate Velocity
  OverrideSource QueueIdentity PriorityDescriptions Identity IsValid ObjectState
${viewer}.ExtensibleMessageInfo: Subject InternetMessageId FromAddress Status Size MessageSourceName SourceIP SCL
  DateReceived ExpirationTime LastError RetryCount Queue Recipients ComponentLatency MessageLatency DeferReason
  LockReason Priority ExternalDirectoryOrganizationId Directionality AccountForest OriginalFromAddress TrafficType
  TrafficSubType MessageIdentity Identity IsValid ObjectState
${tasks}.TransportLogSearchTasks.MessageTrackingEvent: Timestamp ClientIp ClientHostname ServerIp ServerHostname
  SourceContext ConnectorId Source EventId InternalMessageId MessageId NetworkMessageId Recipients RecipientStatus
  TotalBytes RecipientCount RelatedRecipientAddress Reference MessageSubject Sender ReturnPath Directionality TenantId
  OriginalClientIp MessageInfo MessageLatency MessageLatencyType EventData TransportTrafficType SchemaVersion
${tasks}.SystemConfigurationTasks.ServerComponentStatePresentationObject: ServerFqdn Component State
  ServerWideOfflineIsOffline RemoteStates LocalStates Identity IsValid ObjectState
${tasks}.TestServiceHealth.ServiceHealthResult: Role RequiredServicesRunning ServicesNotRunning ServicesRunning Identity
  IsValid ObjectState
Hubshell.Sandbox.MailboxItem: Mailbox Folder Subject From To Cc Received Kind Size Priority MessageId Server Identity
Hubshell.Sandbox.Host: Name Identity Online Domains Addresses Behavior FailAt ReplyText GreylistDelay BlockList RequirePtr
  RequireSenderMx RequireSpf MaxHeaderKB Mailboxes MaxMessageSizeKB ReplyDelay Tls Accepted Refused Waiting
Hubshell.Sandbox.Server: Name Identity Fqdn Version Roles Site Online Addresses Adapters MemoryGB MemoryLoadPercent
  DiskSizeGB DiskFreeGB VersionBuckets LastStart LastCrash
Hubshell.Sandbox.Link: From To Up Latency LossPercent Identity
Hubshell.Sandbox.DnsRecord: Name Type Value Preference Ttl Server Zone Identity
Hubshell.Sandbox.DnsServer: Name Identity Address Behavior ZoneBehavior Latency UsedBy
Hubshell.Sandbox.Clock: Now Rate Paused NextEvent Pending Identity
Hubshell.Sandbox.HistoryEntry: Sequence Time RealTime Kind Text Identity
Hubshell.Sandbox.Decision: Timestamp Server Component Recipient Decision Reason Rule Alternatives Inputs MessageId Identity
Hubshell.Sandbox.Difference: Path Kind Reference Difference
Hubshell.Sandbox.Checkpoint: Name Time RealTime Sequence Description Identity
`;

let table: Map<string, readonly string[]> | undefined;

function build(): Map<string, readonly string[]> {
  const entries = TABLE.trim().split(/\n(?=\S)/);
  return new Map(
    entries.map((entry) => {
      const colon = entry.indexOf(':');
      return [
        entry.slice(0, colon),
        entry
          .slice(colon + 1)
          .trim()
          .split(/\s+/),
      ];
    }),
  );
}

export function outputProperties(typeName: string): readonly string[] | undefined {
  table ??= build();
  return table.get(typeName);
}
