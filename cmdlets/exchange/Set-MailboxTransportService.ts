// Set-MailboxTransportService.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-MailboxTransportService',
  synopsis: 'Changes a Mailbox Transport service.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                     MailboxTransportServerIdParameter ! 0 both
    ConnectivityLogEnabled                       Boolean
    ConnectivityLogMaxAge                        EnhancedTimeSpan
    ConnectivityLogMaxDirectorySize              Unlimited null
    ConnectivityLogMaxFileSize                   Unlimited null
    ConnectivityLogPath                          LocalLongFullPath null
    ContentConversionTracingEnabled              Boolean
    DomainController                             Fqdn null
    MailboxDeliveryAgentLogEnabled               Boolean
    MailboxDeliveryAgentLogMaxAge                EnhancedTimeSpan
    MailboxDeliveryAgentLogMaxDirectorySize      Unlimited null
    MailboxDeliveryAgentLogMaxFileSize           Unlimited null
    MailboxDeliveryAgentLogPath                  LocalLongFullPath null
    MailboxDeliveryConnectorMaxInboundConnection Unlimited null
    MailboxDeliveryConnectorProtocolLoggingLevel =ProtocolLoggingLevel(None,Verbose)
    MailboxDeliveryConnectorSmtpUtf8Enabled      Boolean
    MailboxDeliveryThrottlingLogEnabled          Boolean
    MailboxDeliveryThrottlingLogMaxAge           EnhancedTimeSpan
    MailboxDeliveryThrottlingLogMaxDirectorySize Unlimited null
    MailboxDeliveryThrottlingLogMaxFileSize      Unlimited null
    MailboxDeliveryThrottlingLogPath             LocalLongFullPath null
    MailboxSubmissionAgentLogEnabled             Boolean
    MailboxSubmissionAgentLogMaxAge              EnhancedTimeSpan
    MailboxSubmissionAgentLogMaxDirectorySize    Unlimited null
    MailboxSubmissionAgentLogMaxFileSize         Unlimited null
    MailboxSubmissionAgentLogPath                LocalLongFullPath null
    MaxConcurrentMailboxDeliveries               Int32
    MaxConcurrentMailboxSubmissions              Int32
    PipelineTracingEnabled                       Boolean
    PipelineTracingPath                          LocalLongFullPath null
    PipelineTracingSenderAddress                 SmtpAddress null
    ReceiveProtocolLogMaxAge                     EnhancedTimeSpan
    ReceiveProtocolLogMaxDirectorySize           Unlimited null
    ReceiveProtocolLogMaxFileSize                Unlimited null
    ReceiveProtocolLogPath                       LocalLongFullPath null
    RoutingTableLogMaxAge                        EnhancedTimeSpan
    RoutingTableLogMaxDirectorySize              Unlimited null
    RoutingTableLogPath                          LocalLongFullPath null
    SendProtocolLogMaxAge                        EnhancedTimeSpan
    SendProtocolLogMaxDirectorySize              Unlimited null
    SendProtocolLogMaxFileSize                   Unlimited null
    SendProtocolLogPath                          LocalLongFullPath null
  `,
  examples: [{ script: 'Set-MailboxTransportService EX01 -ConnectivityLogEnabled $false -WhatIf' }],
  create: setting('mailboxTransportService', { noun: 'Mailbox Transport service' }),
});
