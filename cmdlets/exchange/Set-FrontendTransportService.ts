// Set-FrontendTransportService.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-FrontendTransportService',
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
    ConnectivityLogMaxAge                 EnhancedTimeSpan
    ConnectivityLogMaxDirectorySize       Unlimited null
    ConnectivityLogMaxFileSize            Unlimited null
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
    MaxConnectionRatePerMinute            Int32
    ReceiveProtocolLogMaxAge              EnhancedTimeSpan
    ReceiveProtocolLogMaxDirectorySize    Unlimited null
    ReceiveProtocolLogMaxFileSize         Unlimited null
    ReceiveProtocolLogPath                LocalLongFullPath null
    RoutingTableLogMaxAge                 EnhancedTimeSpan
    RoutingTableLogMaxDirectorySize       Unlimited null
    RoutingTableLogPath                   LocalLongFullPath null
    SendProtocolLogMaxAge                 EnhancedTimeSpan
    SendProtocolLogMaxDirectorySize       Unlimited null
    SendProtocolLogMaxFileSize            Unlimited null
    SendProtocolLogPath                   LocalLongFullPath null
    TransientFailureRetryCount            Int32
    TransientFailureRetryInterval         EnhancedTimeSpan
  `,
  examples: [{ script: 'Set-FrontendTransportService EX01 -ConnectivityLogEnabled $false -WhatIf' }],
  create: setting('frontendTransportService', { noun: 'Front End Transport service' }),
});
