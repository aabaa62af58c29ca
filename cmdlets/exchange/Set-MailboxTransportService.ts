// Set-MailboxTransportService.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-MailboxTransportService',
  versions: [2013, 2019],
  synopsis: 'Changes a Mailbox Transport service.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                                     MailboxTransportServerIdParameter ! 0 both
    ConnectivityLogEnabled                       Boolean
    ConnectivityLogMaxAge                        EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ConnectivityLogMaxDirectorySize              Unlimited null range:1..9223372036854775807
    ConnectivityLogMaxFileSize                   Unlimited null range:1..9223372036854775807
    ConnectivityLogPath                          LocalLongFullPath null
    ContentConversionTracingEnabled              Boolean
    DomainController                             Fqdn null
    MailboxDeliveryAgentLogEnabled               Boolean
    MailboxDeliveryAgentLogMaxAge                EnhancedTimeSpan
    MailboxDeliveryAgentLogMaxDirectorySize      Unlimited null
    MailboxDeliveryAgentLogMaxFileSize           Unlimited null
    MailboxDeliveryAgentLogPath                  LocalLongFullPath null
    MailboxDeliveryConnectorMaxInboundConnection Unlimited null versions:2016+
    MailboxDeliveryConnectorProtocolLoggingLevel =ProtocolLoggingLevel(None,Verbose)
    MailboxDeliveryConnectorSmtpUtf8Enabled      Boolean versions:2019+
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
    MaxConcurrentMailboxDeliveries               Int32 range:1..256
    MaxConcurrentMailboxSubmissions              Int32 range:1..256
    PipelineTracingEnabled                       Boolean
    PipelineTracingPath                          LocalLongFullPath null
    PipelineTracingSenderAddress                 SmtpAddress null
    ReceiveProtocolLogMaxAge                     EnhancedTimeSpan range:00:00:00..24855.03:14:07
    ReceiveProtocolLogMaxDirectorySize           Unlimited null range:..999999999999999
    ReceiveProtocolLogMaxFileSize                Unlimited null range:..999999999999999
    ReceiveProtocolLogPath                       LocalLongFullPath null
    RoutingTableLogMaxAge                        EnhancedTimeSpan range:00:00:00..24855.03:14:07 versions:2016+
    RoutingTableLogMaxDirectorySize              Unlimited null range:1..9223372036854775807 versions:2016+
    RoutingTableLogPath                          LocalLongFullPath null versions:2016+
    SendProtocolLogMaxAge                        EnhancedTimeSpan range:00:00:00..24855.03:14:07
    SendProtocolLogMaxDirectorySize              Unlimited null range:..999999999999999
    SendProtocolLogMaxFileSize                   Unlimited null range:..999999999999999
    SendProtocolLogPath                          LocalLongFullPath null
  `,
  examples: [{ script: 'Set-MailboxTransportService EX01 -ConnectivityLogEnabled $false -WhatIf' }],
  create: setting('mailboxTransportService', { noun: 'Mailbox Transport service' }),
});
