// Set-FrontendTransportService.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-FrontendTransportService',
  versions: [2013, 2019],
  synopsis: 'Changes a Front End Transport service.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                              FrontendTransportServerIdParameter ! 0 both
    AgentLogEnabled                       Boolean
    AgentLogMaxAge                        EnhancedTimeSpan
    AgentLogMaxDirectorySize              Unlimited null
    AgentLogMaxFileSize                   Unlimited null
    AgentLogPath                          LocalLongFullPath null
    AntispamAgentsEnabled                 Boolean
    ConnectivityLogEnabled                Boolean
    ConnectivityLogMaxAge                 EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ConnectivityLogMaxDirectorySize       Unlimited null range:1..9223372036854775807
    ConnectivityLogMaxFileSize            Unlimited null range:1..9223372036854775807
    ConnectivityLogPath                   LocalLongFullPath null
    DnsLogEnabled                         Boolean
    DnsLogMaxAge                          EnhancedTimeSpan
    DnsLogMaxDirectorySize                Unlimited null
    DnsLogMaxFileSize                     Unlimited null
    DnsLogPath                            LocalLongFullPath null
    DomainController                      Fqdn null
    ExternalDNSAdapterEnabled             Boolean
    ExternalDNSAdapterGuid                Guid null
    ExternalDNSProtocolOption             =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    ExternalDNSServers                    MultiValuedProperty null
    ExternalIPAddress                     IPAddress null
    InternalDNSAdapterEnabled             Boolean
    InternalDNSAdapterGuid                Guid null
    InternalDNSProtocolOption             =ProtocolOption(Any,UseTcpOnly,UseUdpOnly)
    InternalDNSServers                    MultiValuedProperty null
    IntraOrgConnectorProtocolLoggingLevel =ProtocolLoggingLevel(None,Verbose)
    MaxConnectionRatePerMinute            Int32 range:1..2147483647
    ReceiveProtocolLogMaxAge              EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ReceiveProtocolLogMaxDirectorySize    Unlimited null range:..999999999999999
    ReceiveProtocolLogMaxFileSize         Unlimited null range:..999999999999999
    ReceiveProtocolLogPath                LocalLongFullPath null
    RoutingTableLogMaxAge                 EnhancedTimeSpan range:00:00:00..24855.03:14:07 versions:2016+
    RoutingTableLogMaxDirectorySize       Unlimited null range:1..9223372036854775807 versions:2016+
    RoutingTableLogPath                   LocalLongFullPath null versions:2016+
    SendProtocolLogMaxAge                 EnhancedTimeSpan range:00:00:00..24855.03:14:07
    SendProtocolLogMaxDirectorySize       Unlimited null range:..999999999999999
    SendProtocolLogMaxFileSize            Unlimited null range:..999999999999999
    SendProtocolLogPath                   LocalLongFullPath null
    TransientFailureRetryCount            Int32 range:0..15
    TransientFailureRetryInterval         EnhancedTimeSpan range:00:00:01..12:00:00
  `,
  examples: [{ script: 'Set-FrontendTransportService EX01 -ConnectivityLogEnabled $false -WhatIf' }],
  create: setting('frontendTransportService', { noun: 'Front End Transport service' }),
});
