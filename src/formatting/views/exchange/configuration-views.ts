// Tables of configuration objects and recipients (facts/outputs 2.6, 3).

import type { View } from '../../view-model.ts';
import { table } from './columns.ts';

const directory = 'Microsoft.Exchange.Data.Directory';
const system = `${directory}.SystemConfiguration`;
const management = `${directory}.Management`;

export function configurationViews(): View[] {
  return [
    table(
      'TransportServer',
      [`${management}.TransportServer`],
      'Name',
      'MessageTrackingLogEnabled',
      'MessageTrackingLogMaxAge',
      'MessageTrackingLogMaxDirectorySize',
      'MessageTrackingLogPath',
    ),
    table('SendConnector', [`${system}.SmtpSendConnectorConfig`], 'Identity', 'AddressSpaces', 'Enabled'),
    table('ReceiveConnector', [`${system}.ReceiveConnector`], 'Identity', 'Bindings', 'Enabled'),
    table('ForeignConnector', [`${system}.ForeignConnector`], 'Identity', 'AddressSpaces', 'Enabled'),
    table('DeliveryAgentConnector', [`${system}.DeliveryAgentConnector`], 'Identity', 'AddressSpaces', 'Enabled'),
    table(
      'RoutingGroupConnector',
      [`${system}.RoutingGroupConnector`],
      'Name',
      'SourceTransportServers',
      'TargetTransportServers',
      'Cost',
    ),
    table('AcceptedDomain', [`${system}.AcceptedDomain`], 'Name', 'DomainName', 'DomainType', 'Default'),
    table('RemoteDomain', [`${system}.DomainContentConfig`], 'Name', 'DomainName', 'AllowedOOFType'),
    table(
      'TransportAgent',
      ['Microsoft.Exchange.Management.AgentTasks.TransportAgent'],
      'Identity:50',
      'Enabled:15',
      'Priority',
    ),
    table(
      'TransportRule',
      ['Microsoft.Exchange.MessagingPolicies.Rules.Tasks.Rule'],
      'Name',
      'State',
      'Mode',
      'Priority',
      'Comments',
    ),
    table(
      'JournalRule',
      ['Microsoft.Exchange.MessagingPolicies.Journaling.JournalRuleObject'],
      'Name',
      'Recipient',
      'JournalEmailAddress',
      'Scope',
      'Enabled',
    ),
    table('ADSite', [`${management}.ADSite`], 'Name', 'HubSiteEnabled'),
    table('ADSiteLink', [`${management}.ADSiteLink`], 'Name', 'ADCost', 'ExchangeCost'),
    table('DatabaseAvailabilityGroup', [`${management}.DatabaseAvailabilityGroup`], 'Name', 'Servers', 'WitnessServer'),
    table('MailboxServer', [`${management}.MailboxServer`], 'Name', 'DatabaseCopyAutoActivationPolicy'),
    table('Mailbox', [`${management}.Mailbox`], 'Name:25', 'Alias:20', 'ServerName:16', 'ProhibitSendQuota'),
    table('Recipient', [`${management}.ReducedRecipient`, `${management}.User`], 'Name', 'RecipientType'),
    table('EmailAddressPolicy', [`${system}.EmailAddressPolicy`], 'Name', 'Priority', 'RecipientFilter'),
    table(
      'X400AuthoritativeDomain',
      [`${system}.X400AuthoritativeDomain`],
      'Name',
      'X400DomainName',
      'X400ExternalRelay',
    ),
    table(
      'TransportRulePart',
      ['TransportRuleAction', 'TransportRulePredicate'].map(
        (name) => `Microsoft.Exchange.MessagingPolicies.Rules.Tasks.${name}`,
      ),
      'Name:40',
      'LinkedDisplayText',
    ),
    table('MoveRequest', [`${management}.MoveRequest`], 'DisplayName', 'Status', 'TargetDatabase'),
    table(
      'MoveRequestStatistics',
      ['Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics'],
      'DisplayName',
      'StatusDetail',
      'TotalMailboxSize',
      'TotalArchiveSize',
      'PercentComplete',
    ),
    table(
      'MailContact',
      [`${management}.MailContact`, `${management}.MailUser`],
      'Name:25',
      'Alias:20',
      'ExternalEmailAddress',
    ),
    table(
      'DistributionGroup',
      [`${management}.DistributionGroup`],
      'Name:20',
      'DisplayName:20',
      'GroupType:20',
      'PrimarySmtpAddress',
    ),
    table(
      'EdgeSubscription',
      ['Microsoft.Exchange.Management.SystemConfigurationTasks.EdgeSubscription'],
      'Name',
      'Site',
      'Domain',
    ),
  ];
}
