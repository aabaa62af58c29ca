// Tables of the sandbox's own objects (contract of the Sandbox cmdlets).

import type { View } from '../../view-model.ts';
import { table } from './columns.ts';

const own = 'Hubshell.Sandbox';

export function sandboxViews(): View[] {
  return [
    table('MailboxItem', [`${own}.MailboxItem`], 'Received:21', 'From:24', 'Subject', 'Folder:9', 'Kind:10'),
    table('Host', [`${own}.Host`], 'Name', 'Online', 'Behavior', 'Domains', 'Addresses'),
    table('DnsRecord', [`${own}.DnsRecord`], 'Name', 'Type', 'Value', 'Preference', 'Ttl'),
    table('DnsServer', [`${own}.DnsServer`], 'Name', 'Address', 'Behavior', 'ZoneBehavior', 'UsedBy'),
    table('Server', [`${own}.Server`], 'Name', 'Version', 'Roles', 'Site', 'Online'),
    table('Adapter', [`${own}.Adapter`], 'Name', 'Address', 'DnsServers', 'Guid'),
    table('Link', [`${own}.Link`], 'From', 'To', 'Up', 'Latency', 'LossPercent'),
    table('Decision', [`${own}.Decision`], 'Timestamp:20', 'Server:8', 'Component:12', 'Rule:4', 'Decision'),
  ];
}
