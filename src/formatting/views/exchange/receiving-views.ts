// Tables of what filters incoming mail, and of certificates.

import { PSObject, type Value } from '../../../runtime/values.ts';
import type { View } from '../../view-model.ts';
import { column, table } from './columns.ts';

/** Letters of the services as the product's table shows them: IMAP, POP, UM, IIS (W), SMTP, Federation, UM call router. */
const serviceLetters: readonly [service: string, letter: string][] = [
  ['IMAP', 'I'],
  ['POP', 'P'],
  ['UM', 'U'],
  ['IIS', 'W'],
  ['SMTP', 'S'],
  ['Federation', 'F'],
  ['UMCallRouter', 'C'],
];

function servicesColumn(value: Value): Value {
  const services = value instanceof PSObject ? String(value.get('Services') ?? '').split(', ') : [];
  return serviceLetters.map(([service, letter]) => (services.includes(service) ? letter : '.')).join('');
}

export function receivingViews(): View[] {
  return [
    table(
      'ExchangeCertificate',
      ['Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate'],
      'Thumbprint:41',
      column('Services:10', servicesColumn),
      'Subject',
    ),
    table(
      'TransportPipeline',
      ['Microsoft.Exchange.Management.AgentTasks.TransportEvent'],
      'Event:50',
      'TransportAgents',
    ),
    table(
      'IPListEntry',
      ['Microsoft.Exchange.Data.Transport.IPAllowListEntry', 'Microsoft.Exchange.Data.Transport.IPBlockListEntry'],
      'Identity',
      'IPRange',
      'ExpirationTime',
      'HasExpired',
      'IsMachineGenerated',
    ),
    table(
      'ADPermission',
      ['Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject'],
      'Identity',
      'User',
      'Deny',
      'Inherited',
      'ExtendedRights',
    ),
    table(
      'IPListProvider',
      [
        'Microsoft.Exchange.Data.Directory.SystemConfiguration.IPAllowListProvider',
        'Microsoft.Exchange.Data.Directory.SystemConfiguration.IPBlockListProvider',
      ],
      'Name',
      'LookupDomain',
      'Priority',
    ),
    table(
      'IPListProviderTest',
      ['Microsoft.Exchange.Management.SystemConfigurationTasks.IPListProviderTestResult'],
      'Provider',
      'ProviderResult',
      'Matched',
    ),
  ];
}
