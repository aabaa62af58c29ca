// Set-TransportServer.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-TransportServer',
  synopsis: 'Changes the settings of the Transport service of a server.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                      ServerIdParameter ! 0 both
    ActiveUserStatisticsLogMaxAge                 EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ActiveUserStatisticsLogMaxDirectorySize       ByteQuantifiedSize range:1..9223372036854775807
    ActiveUserStatisticsLogMaxFileSize            ByteQuantifiedSize range:1..9223372036854775807
    ActiveUserStatisticsLogPath                   LocalLongFullPath null
    AgentLogEnabled                               Boolean versions:2013+
    AgentLogMaxAge                                EnhancedTimeSpan versions:2013+
    AgentLogMaxDirectorySize                      Unlimited null versions:2013+
    AgentLogMaxFileSize                           Unlimited null versions:2013+
    AgentLogPath                                  LocalLongFullPath null versions:2013+
    AntispamAgentsEnabled                         Boolean
    ConnectivityLogEnabled                        Boolean
    ConnectivityLogMaxAge                         EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ConnectivityLogMaxDirectorySize               Unlimited null range:1..9223372036854775807
    ConnectivityLogMaxFileSize                    Unlimited null range:1..9223372036854775807
    ConnectivityLogPath                           LocalLongFullPath null
    ContentConversionTracingEnabled               Boolean
    DelayNotificationTimeout                      EnhancedTimeSpan range:00:00:01..30.00:00:00
    DnsLogEnabled                                 Boolean versions:2013+
    DnsLogMaxAge                                  EnhancedTimeSpan versions:2013+
    DnsLogMaxDirectorySize                        Unlimited null versions:2013+
    DnsLogMaxFileSize                             Unlimited null versions:2013+
    DnsLogPath                                    LocalLongFullPath null versions:2013+
    DomainController                              Fqdn null
    ExternalDNSAdapterEnabled                     Boolean
    ExternalDNSAdapterGuid                        Guid null
    ExternalDNSProtocolOption                     =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    ExternalDNSServers                            MultiValuedProperty null
    ExternalIPAddress                             IPAddress null
    InternalDNSAdapterEnabled                     Boolean
    InternalDNSAdapterGuid                        Guid null
    InternalDNSProtocolOption                     =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    InternalDNSServers                            MultiValuedProperty null
    IntraOrgConnectorProtocolLoggingLevel         =ProtocolLoggingLevel(None,Verbose)
    IntraOrgConnectorSmtpMaxMessagesPerConnection Int32
    IrmLogEnabled                                 Boolean
    IrmLogMaxAge                                  EnhancedTimeSpan range:00:00:00..24855.03:14:07
    IrmLogMaxDirectorySize                        Unlimited null range:1..9223372036854775807
    IrmLogMaxFileSize                             ByteQuantifiedSize range:1..9223372036854775807
    IrmLogPath                                    LocalLongFullPath null
    MaxConcurrentMailboxDeliveries                Int32 range:1..256
    MaxConcurrentMailboxSubmissions               Int32 range:1..256
    MaxConnectionRatePerMinute                    Int32 range:1..2147483647
    MaxOutboundConnections                        Unlimited null range:1..2147483647
    MaxPerDomainOutboundConnections               Unlimited null range:1..2147483647
    MessageExpirationTimeout                      EnhancedTimeSpan range:00:00:05..90.00:00:00
    MessageRetryInterval                          EnhancedTimeSpan range:00:00:01..1.00:00:00
    MessageTrackingLogEnabled                     Boolean
    MessageTrackingLogMaxAge                      EnhancedTimeSpan range:00:00:00..24855.03:14:07
    MessageTrackingLogMaxDirectorySize            Unlimited null range:1..9223372036854775807
    MessageTrackingLogMaxFileSize                 ByteQuantifiedSize range:1..4294967296
    MessageTrackingLogPath                        LocalLongFullPath null
    MessageTrackingLogSubjectLoggingEnabled       Boolean
    OutboundConnectionFailureRetryInterval        EnhancedTimeSpan range:00:00:01..20.00:00:00
    PickupDirectoryMaxHeaderSize                  ByteQuantifiedSize range:32768..2147483647
    PickupDirectoryMaxMessagesPerMinute           Int32 range:1..20000
    PickupDirectoryMaxRecipientsPerMessage        Int32 range:1..10000
    PickupDirectoryPath                           LocalLongFullPath null
    PipelineTracingEnabled                        Boolean
    PipelineTracingPath                           LocalLongFullPath null
    PipelineTracingSenderAddress                  SmtpAddress null
    PoisonMessageDetectionEnabled                 Boolean
    PoisonThreshold                               Int32 range:1..10
    QueueMaxIdleTime                              EnhancedTimeSpan range:00:00:05..01:00:00
    QueueLogMaxAge                                EnhancedTimeSpan range:00:00:00..24855.03:14:07 versions:2013+
    QueueLogMaxDirectorySize                      Unlimited null range:1..9223372036854775807 versions:2013+
    QueueLogMaxFileSize                           Unlimited null range:1..9223372036854775807 versions:2013+
    QueueLogPath                                  LocalLongFullPath null versions:2013+
    ReceiveProtocolLogMaxAge                      EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ReceiveProtocolLogMaxDirectorySize            Unlimited null range:1..9223372036854775807
    ReceiveProtocolLogMaxFileSize                 Unlimited null range:1..9223372036854775807
    ReceiveProtocolLogPath                        LocalLongFullPath null
    RecipientValidationCacheEnabled               Boolean
    ReplayDirectoryPath                           LocalLongFullPath null
    RootDropDirectoryPath                         String null
    RoutingTableLogMaxAge                         EnhancedTimeSpan range:00:00:00..24855.03:14:07
    RoutingTableLogMaxDirectorySize               Unlimited null range:1..9223372036854775807
    RoutingTableLogPath                           LocalLongFullPath null
    SendProtocolLogMaxAge                         EnhancedTimeSpan range:00:00:00..24855.03:14:07
    SendProtocolLogMaxDirectorySize               Unlimited null range:1..9223372036854775807
    SendProtocolLogMaxFileSize                    Unlimited null range:1..9223372036854775807
    SendProtocolLogPath                           LocalLongFullPath null
    ServerStatisticsLogMaxAge                     EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ServerStatisticsLogMaxDirectorySize           ByteQuantifiedSize range:1..9223372036854775807
    ServerStatisticsLogMaxFileSize                ByteQuantifiedSize range:1..9223372036854775807
    ServerStatisticsLogPath                       LocalLongFullPath null
    TransientFailureRetryCount                    Int32 range:0..15
    TransientFailureRetryInterval                 EnhancedTimeSpan range:00:00:01..12:00:00
    UseDowngradedExchangeServerAuth               Boolean
    WlmLogMaxAge                                  EnhancedTimeSpan versions:2013+
    WlmLogMaxDirectorySize                        Unlimited null versions:2013+
    WlmLogMaxFileSize                             Unlimited null versions:2013+
    WlmLogPath                                    LocalLongFullPath null versions:2013+
  `,
  examples: [
    {
      script:
        'Set-TransportServer EX01 -DelayNotificationTimeout 02:00:00\n(Get-TransportServer EX01).DelayNotificationTimeout.ToString()',
      output: '02:00:00',
    },
  ],
  create: setting('transportService', { noun: 'Transport service' }),
});
