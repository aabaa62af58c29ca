// Set-TransportService.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-TransportService',
  versions: [2013, 2019],
  synopsis: 'Changes the settings of the Transport service of a server.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                           ServerIdParameter ! 0 both
    ActiveUserStatisticsLogMaxAge                      EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ActiveUserStatisticsLogMaxDirectorySize            ByteQuantifiedSize range:1..9223372036854775807
    ActiveUserStatisticsLogMaxFileSize                 ByteQuantifiedSize range:1..9223372036854775807
    ActiveUserStatisticsLogPath                        LocalLongFullPath null
    AgentLogEnabled                                    Boolean
    AgentLogMaxAge                                     EnhancedTimeSpan
    AgentLogMaxDirectorySize                           Unlimited null
    AgentLogMaxFileSize                                Unlimited null
    AgentLogPath                                       LocalLongFullPath null
    AntispamAgentsEnabled                              Boolean
    ConnectivityLogEnabled                             Boolean
    ConnectivityLogMaxAge                              EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ConnectivityLogMaxDirectorySize                    Unlimited null range:1..9223372036854775807
    ConnectivityLogMaxFileSize                         Unlimited null range:1..9223372036854775807
    ConnectivityLogPath                                LocalLongFullPath null
    ContentConversionTracingEnabled                    Boolean
    DelayNotificationTimeout                           EnhancedTimeSpan range:00:00:01..30.00:00:00
    DnsLogEnabled                                      Boolean
    DnsLogMaxAge                                       EnhancedTimeSpan
    DnsLogMaxDirectorySize                             Unlimited null
    DnsLogMaxFileSize                                  Unlimited null
    DnsLogPath                                         LocalLongFullPath null
    DomainController                                   Fqdn null
    ExternalDNSAdapterEnabled                          Boolean
    ExternalDNSAdapterGuid                             Guid null
    ExternalDNSProtocolOption                          =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    ExternalDNSServers                                 MultiValuedProperty null
    ExternalIPAddress                                  IPAddress null
    InternalDNSAdapterEnabled                          Boolean
    InternalDNSAdapterGuid                             Guid null
    InternalDNSProtocolOption                          =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    InternalDNSServers                                 MultiValuedProperty null
    IntraOrgConnectorProtocolLoggingLevel              =ProtocolLoggingLevel(None,Verbose)
    IntraOrgConnectorSmtpMaxMessagesPerConnection      Int32 range:0..2147483647
    IrmLogEnabled                                      Boolean
    IrmLogMaxAge                                       EnhancedTimeSpan range:00:00:00..24855.03:14:07
    IrmLogMaxDirectorySize                             Unlimited null range:1..9223372036854775807
    IrmLogMaxFileSize                                  ByteQuantifiedSize range:1..9223372036854775807
    IrmLogPath                                         LocalLongFullPath null
    MaxConcurrentMailboxDeliveries                     Int32 range:1..256
    MaxConcurrentMailboxSubmissions                    Int32 range:1..256
    MaxConnectionRatePerMinute                         Int32 range:1..2147483647
    MaxOutboundConnections                             Unlimited null range:1..2147483647
    MaxPerDomainOutboundConnections                    Unlimited null range:1..2147483647
    MessageExpirationTimeout                           EnhancedTimeSpan range:00:00:05..90.00:00:00
    MessageRetryInterval                               EnhancedTimeSpan range:00:00:01..1.00:00:00
    MessageTrackingLogEnabled                          Boolean
    MessageTrackingLogMaxAge                           EnhancedTimeSpan range:00:00:00..24855.03:14:07
    MessageTrackingLogMaxDirectorySize                 Unlimited null range:1..9223372036854775807
    MessageTrackingLogMaxFileSize                      ByteQuantifiedSize range:1..4294967296
    MessageTrackingLogPath                             LocalLongFullPath null
    MessageTrackingLogSubjectLoggingEnabled            Boolean
    OutboundConnectionFailureRetryInterval             EnhancedTimeSpan range:00:00:01..20.00:00:00
    PickupDirectoryMaxHeaderSize                       ByteQuantifiedSize range:32768..2147483647
    PickupDirectoryMaxMessagesPerMinute                Int32 range:1..20000
    PickupDirectoryMaxRecipientsPerMessage             Int32 range:1..10000
    PickupDirectoryPath                                LocalLongFullPath null
    PipelineTracingEnabled                             Boolean
    PipelineTracingPath                                LocalLongFullPath null
    PipelineTracingSenderAddress                       SmtpAddress null
    PoisonMessageDetectionEnabled                      Boolean
    PoisonThreshold                                    Int32 range:1..10
    QueueLogMaxAge                                     EnhancedTimeSpan range:00:00:00..24855.03:14:07
    QueueLogMaxDirectorySize                           Unlimited null range:1..9223372036854775807
    QueueLogMaxFileSize                                Unlimited null range:1..9223372036854775807
    QueueLogPath                                       LocalLongFullPath null
    QueueMaxIdleTime                                   EnhancedTimeSpan range:00:00:05..01:00:00
    ReceiveProtocolLogMaxAge                           EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ReceiveProtocolLogMaxDirectorySize                 Unlimited null range:..999999999999999
    ReceiveProtocolLogMaxFileSize                      Unlimited null range:..999999999999999
    ReceiveProtocolLogPath                             LocalLongFullPath null
    RecipientValidationCacheEnabled                    Boolean
    ReplayDirectoryPath                                LocalLongFullPath null
    RequestBrokerLogEnabled                            Boolean versions:2016+
    RequestBrokerLogMaxAge                             EnhancedTimeSpan versions:2016+
    RequestBrokerLogMaxDirectorySize                   Unlimited null versions:2016+
    RequestBrokerLogMaxFileSize                        Unlimited null versions:2016+
    RequestBrokerLogPath                               LocalLongFullPath null versions:2016+
    ResourceLogEnabled                                 Boolean
    ResourceLogMaxAge                                  EnhancedTimeSpan
    ResourceLogMaxDirectorySize                        Unlimited null
    ResourceLogMaxFileSize                             Unlimited null
    ResourceLogPath                                    LocalLongFullPath null
    RootDropDirectoryPath                              String null
    RoutingTableLogMaxAge                              EnhancedTimeSpan range:00:00:00..24855.03:14:07
    RoutingTableLogMaxDirectorySize                    Unlimited null range:1..9223372036854775807
    RoutingTableLogPath                                LocalLongFullPath null
    SendProtocolLogMaxAge                              EnhancedTimeSpan range:00:00:00..24855.03:14:07
    SendProtocolLogMaxDirectorySize                    Unlimited null range:..999999999999999
    SendProtocolLogMaxFileSize                         Unlimited null range:..999999999999999
    SendProtocolLogPath                                LocalLongFullPath null
    ServerStatisticsLogMaxAge                          EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ServerStatisticsLogMaxDirectorySize                ByteQuantifiedSize range:1..9223372036854775807
    ServerStatisticsLogMaxFileSize                     ByteQuantifiedSize range:1..9223372036854775807
    ServerStatisticsLogPath                            LocalLongFullPath null
    TransientFailureRetryCount                         Int32 range:0..15
    TransientFailureRetryInterval                      EnhancedTimeSpan range:00:00:01..12:00:00
    TransportHttpLogEnabled                            Boolean versions:2016+
    TransportHttpLogMaxAge                             EnhancedTimeSpan versions:2016+
    TransportHttpLogMaxDirectorySize                   Unlimited null versions:2016+
    TransportHttpLogMaxFileSize                        Unlimited null versions:2016+
    TransportHttpLogPath                               LocalLongFullPath null versions:2016+
    TransportMaintenanceLogEnabled                     Boolean
    TransportMaintenanceLogMaxAge                      EnhancedTimeSpan
    TransportMaintenanceLogMaxDirectorySize            Unlimited null
    TransportMaintenanceLogMaxFileSize                 Unlimited null
    TransportMaintenanceLogPath                        LocalLongFullPath null
    TransportSyncAccountsPoisonAccountThreshold        Int32
    TransportSyncAccountsPoisonDetectionEnabled        Boolean
    TransportSyncAccountsPoisonItemThreshold           Int32
    TransportSyncAccountsSuccessivePoisonItemThreshold Int32
    TransportSyncEnabled                               Boolean
    TransportSyncExchangeEnabled                       Boolean
    TransportSyncHubHealthLogEnabled                   Boolean
    TransportSyncHubHealthLogFilePath                  LocalLongFullPath null
    TransportSyncHubHealthLogMaxAge                    EnhancedTimeSpan
    TransportSyncHubHealthLogMaxDirectorySize          ByteQuantifiedSize
    TransportSyncHubHealthLogMaxFileSize               ByteQuantifiedSize
    TransportSyncImapEnabled                           Boolean
    TransportSyncLogEnabled                            Boolean
    TransportSyncLogFilePath                           LocalLongFullPath null
    TransportSyncLogLoggingLevel                       SyncLogLoggingLevel
    TransportSyncLogMaxAge                             EnhancedTimeSpan
    TransportSyncLogMaxDirectorySize                   ByteQuantifiedSize
    TransportSyncLogMaxFileSize                        ByteQuantifiedSize
    TransportSyncMaxDownloadItemsPerConnection         Int32
    TransportSyncMaxDownloadSizePerConnection          ByteQuantifiedSize
    TransportSyncMaxDownloadSizePerItem                ByteQuantifiedSize
    TransportSyncPopEnabled                            Boolean
    TransportSyncRemoteConnectionTimeout               EnhancedTimeSpan
    UseDowngradedExchangeServerAuth                    Boolean
    WindowsLiveHotmailTransportSyncEnabled             Boolean
    WlmLogMaxAge                                       EnhancedTimeSpan
    WlmLogMaxDirectorySize                             Unlimited null
    WlmLogMaxFileSize                                  Unlimited null
    WlmLogPath                                         LocalLongFullPath null
  `,
  examples: [
    {
      script:
        'Set-TransportService EX01 -DelayNotificationTimeout 02:00:00\n(Get-TransportService EX01).DelayNotificationTimeout.ToString()',
      output: '02:00:00',
    },
  ],
  create: setting('transportService', { noun: 'Transport service' }),
});
