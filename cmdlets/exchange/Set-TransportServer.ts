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
    ActiveUserStatisticsLogMaxAge                 EnhancedTimeSpan
    ActiveUserStatisticsLogMaxDirectorySize       ByteQuantifiedSize
    ActiveUserStatisticsLogMaxFileSize            ByteQuantifiedSize
    ActiveUserStatisticsLogPath                   LocalLongFullPath null
    AgentLogEnabled                               Boolean
    AgentLogMaxAge                                EnhancedTimeSpan
    AgentLogMaxDirectorySize                      Unlimited null
    AgentLogMaxFileSize                           Unlimited null
    AgentLogPath                                  LocalLongFullPath null
    AntispamAgentsEnabled                         Boolean
    ConnectivityLogEnabled                        Boolean
    ConnectivityLogMaxAge                         EnhancedTimeSpan
    ConnectivityLogMaxDirectorySize               Unlimited null
    ConnectivityLogMaxFileSize                    Unlimited null
    ConnectivityLogPath                           LocalLongFullPath null
    ContentConversionTracingEnabled               Boolean
    DelayNotificationTimeout                      EnhancedTimeSpan
    DnsLogEnabled                                 Boolean
    DnsLogMaxAge                                  EnhancedTimeSpan
    DnsLogMaxDirectorySize                        Unlimited null
    DnsLogMaxFileSize                             Unlimited null
    DnsLogPath                                    LocalLongFullPath null
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
    IrmLogMaxAge                                  EnhancedTimeSpan
    IrmLogMaxDirectorySize                        Unlimited null
    IrmLogMaxFileSize                             ByteQuantifiedSize
    IrmLogPath                                    LocalLongFullPath null
    MaxConcurrentMailboxDeliveries                Int32
    MaxConcurrentMailboxSubmissions               Int32
    MaxConnectionRatePerMinute                    Int32
    MaxOutboundConnections                        Unlimited null
    MaxPerDomainOutboundConnections               Unlimited null
    MessageExpirationTimeout                      EnhancedTimeSpan
    MessageRetryInterval                          EnhancedTimeSpan
    MessageTrackingLogEnabled                     Boolean
    MessageTrackingLogMaxAge                      EnhancedTimeSpan
    MessageTrackingLogMaxDirectorySize            Unlimited null
    MessageTrackingLogMaxFileSize                 ByteQuantifiedSize
    MessageTrackingLogPath                        LocalLongFullPath null
    MessageTrackingLogSubjectLoggingEnabled       Boolean
    OutboundConnectionFailureRetryInterval        EnhancedTimeSpan
    PickupDirectoryMaxHeaderSize                  ByteQuantifiedSize
    PickupDirectoryMaxMessagesPerMinute           Int32
    PickupDirectoryMaxRecipientsPerMessage        Int32
    PickupDirectoryPath                           LocalLongFullPath null
    PipelineTracingEnabled                        Boolean
    PipelineTracingPath                           LocalLongFullPath null
    PipelineTracingSenderAddress                  SmtpAddress null
    PoisonMessageDetectionEnabled                 Boolean
    PoisonThreshold                               Int32
    QueueMaxIdleTime                              EnhancedTimeSpan
    QueueLogMaxAge                                EnhancedTimeSpan
    QueueLogMaxDirectorySize                      Unlimited null
    QueueLogMaxFileSize                           Unlimited null
    QueueLogPath                                  LocalLongFullPath null
    ReceiveProtocolLogMaxAge                      EnhancedTimeSpan
    ReceiveProtocolLogMaxDirectorySize            Unlimited null
    ReceiveProtocolLogMaxFileSize                 Unlimited null
    ReceiveProtocolLogPath                        LocalLongFullPath null
    RecipientValidationCacheEnabled               Boolean
    ReplayDirectoryPath                           LocalLongFullPath null
    RootDropDirectoryPath                         String null
    RoutingTableLogMaxAge                         EnhancedTimeSpan
    RoutingTableLogMaxDirectorySize               Unlimited null
    RoutingTableLogPath                           LocalLongFullPath null
    SendProtocolLogMaxAge                         EnhancedTimeSpan
    SendProtocolLogMaxDirectorySize               Unlimited null
    SendProtocolLogMaxFileSize                    Unlimited null
    SendProtocolLogPath                           LocalLongFullPath null
    ServerStatisticsLogMaxAge                     EnhancedTimeSpan
    ServerStatisticsLogMaxDirectorySize           ByteQuantifiedSize
    ServerStatisticsLogMaxFileSize                ByteQuantifiedSize
    ServerStatisticsLogPath                       LocalLongFullPath null
    TransientFailureRetryCount                    Int32
    TransientFailureRetryInterval                 EnhancedTimeSpan
    UseDowngradedExchangeServerAuth               Boolean
    WlmLogMaxAge                                  EnhancedTimeSpan
    WlmLogMaxDirectorySize                        Unlimited null
    WlmLogMaxFileSize                             Unlimited null
    WlmLogPath                                    LocalLongFullPath null
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
