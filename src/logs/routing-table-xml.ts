// The routing table log: one XML file for each table that a server calculates (facts: transport.md 7; Configure routing table logging).

import type { RoutingTableDump, RoutingTableRecord } from '../../state/schema/log-records.ts';
import { isoTime } from './csv.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character]!);

interface Element {
  name: string;
  attributes: Record<string, string | number | boolean>;
  children: readonly Element[];
}

function element(name: string, attributes: Element['attributes'], children: readonly Element[] = []): Element {
  return { name, attributes, children };
}

function render({ name, attributes, children }: Element, indent: string): string {
  const text = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `${indent}<${name}${text} />\r\n`;
  return `${indent}<${name}${text}>\r\n${children.map((child) => render(child, `${indent}  `)).join('')}${indent}</${name}>\r\n`;
}

function tableElements(table: RoutingTableDump): Element[] {
  const named = (name: string, texts: readonly string[]) => texts.map((text) => element(name, { Name: text }));
  return [
    element(
      'ADSites',
      {},
      table.sites.map((site) =>
        element('ADSite', { Name: site.name, HubSiteEnabled: site.hub, Cost: site.cost }, [
          element('ADTopologyPath', {}, named('Hop', site.path)),
          element('Servers', {}, named('Server', site.servers)),
        ]),
      ),
    ),
    element(
      'ADSiteLinks',
      {},
      table.siteLinks.map((link) =>
        element(
          'ADSiteLink',
          { Name: link.name, Cost: link.cost, MaxMessageSize: link.maxMessageSize },
          named('ADSite', link.sites),
        ),
      ),
    ),
    element(
      'ExchangeServers',
      {},
      table.servers.map((server) =>
        element('ExchangeServer', {
          Name: server.name,
          Fqdn: server.fqdn,
          Version: server.version,
          ADSite: server.site,
          Roles: server.roles.join(', '),
        }),
      ),
    ),
    element(
      'Databases',
      {},
      table.databases.map((database) =>
        element('Database', { Name: database.name, Server: database.server, DeliveryGroup: database.deliveryGroup }),
      ),
    ),
    element(
      'Connectors',
      {},
      table.connectors.map((connector) =>
        element(
          'Connector',
          { Name: connector.name, Guid: connector.guid, Cost: connector.cost, Enabled: connector.enabled },
          [...named('AddressSpace', connector.addressSpaces), ...named('SourceServer', connector.sourceServers)],
        ),
      ),
    ),
    element(
      'RoutingGroups',
      {},
      table.routingGroups.map((group) =>
        element('RoutingGroup', { Name: group.name, Connector: group.connector, Cost: group.cost }),
      ),
    ),
  ];
}

export function routingTableXml(record: RoutingTableRecord): string {
  const root = element(
    'RoutingTables',
    { Timestamp: isoTime(record.time), LocalADSite: record.table.localSite },
    tableElements(record.table),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\r\n${render(root, '')}`;
}

/** `RoutingConfig#3@03_02_2026 08_00_00.xml`. */
export function routingTableFile({ number, time }: RoutingTableRecord): string {
  const [year, month, day, hour, minute, second] = isoTime(time).match(/\d+/g)!;
  return `RoutingConfig#${number}@${month}_${day}_${year} ${hour}_${minute}_${second}.xml`;
}
