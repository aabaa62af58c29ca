// The routing table of one server: what it knows of sites, servers, databases, connectors and routing groups, calculated from the
// configuration. Power and network are not configuration: a machine that is off stands in it all the same (spec/rerouting).

import type { ConfigObject, ExchangeVersion } from '../../../state/schema/configuration.ts';
import type { RoutingTableDump } from '../../../state/schema/log-records.ts';
import { hasTransport } from '../../../state/schema/property-catalog.ts';
import type { Directory } from '../directory/directory.ts';
import { exchangeRoutingGroup } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { type RoutingGroupPath, routingGroupPaths } from './routing-groups.ts';
import { otherPaths, type SitePath, sitePaths } from './site-paths.ts';

export interface RoutedServer {
  name: string;
  fqdn: string;
  version: ExchangeVersion;
  edge: boolean;
  hub: boolean;
  /** AD site; of a subscribed Edge server the site of its subscription. */
  site: string | null;
  group: string | null;
  routingGroup: string | null;
}

export type AnyConnector =
  | ConfigObject<'sendConnector'>
  | ConfigObject<'foreignConnector'>
  | ConfigObject<'deliveryAgentConnector'>;

export interface RoutedConnector {
  object: AnyConnector;
  /** Source servers that exist, have the transport role and can be reached. */
  sources: RoutedServer[];
  /** Least site cost to a source server. */
  cost: number;
  /** 0 this server, 1 this site, then hops. */
  proximity: number;
  site: string | null;
  maxMessageSize: number;
  /** Why it is out of consideration; empty when it is in. */
  ignored: string;
}

export interface RoutingTable {
  server: RoutedServer;
  servers: Map<string, RoutedServer>;
  sites: Map<string, SitePath>;
  hubSites: Set<string>;
  /** Sites that exist, reachable or not, in lower case. */
  knownSites: Set<string>;
  /** Hub Transport servers of a site, in order of name. */
  hubs: Map<string, RoutedServer[]>;
  connectors: RoutedConnector[];
  routingGroups: Map<string, RoutingGroupPath>;
  /** The ways to a site that were not chosen, and what they cost; worked out when somebody is told. */
  otherPaths(path: SitePath): readonly string[];
  /** Faults found while calculating: written to the Application log (U12). */
  faults: RoutingFault[];
  /** Text of all that routing decides by; two tables are the same when it is. */
  signature: string;
}

export interface RoutingFault {
  eventId: number;
  subject: string;
  message: string;
}

export function calculateRoutingTable(directory: Directory, machine: Machine): RoutingTable {
  const servers = routedServers(directory);
  const server = servers.get(machine.name.toLowerCase())!;
  const start = server.site ?? '';
  const siteNames = [...directory.sorted('adSite')].map((site) => site.name);
  const sites = server.edge ? new Map<string, SitePath>() : sitePaths(start, siteNames, directory.sorted('adSiteLink'));
  const hubs = hubsBySite(servers);
  const hubSites = new Set(
    directory
      .sorted('adSite')
      .filter((site) => site.properties.HubSiteEnabled && hubs.has(site.name.toLowerCase()))
      .map((site) => site.name.toLowerCase()),
  );
  const faults: RoutingFault[] = [];
  const table: RoutingTable = {
    server,
    servers,
    sites,
    hubSites,
    knownSites: new Set(siteNames.map((name) => name.toLowerCase())),
    hubs,
    connectors: [],
    routingGroups: server.edge ? new Map() : routingGroupPaths(directory, server, servers, sites),
    otherPaths: explainPaths(start, siteNames, directory),
    faults,
    signature: '',
  };
  table.connectors = routedConnectors(directory, table);
  if (!server.edge && server.version > 2003) findSiteFaults(directory, table);
  table.signature = signatureOf(directory, table);
  return table;
}

function explainPaths(start: string, sites: readonly string[], directory: Directory): RoutingTable['otherPaths'] {
  const known = new Map<SitePath, readonly string[]>();
  const links = [...directory.sorted('adSiteLink')];
  return (path) => {
    const texts = known.get(path) ?? otherPaths(path, start, sites, links);
    known.set(path, texts);
    return texts;
  };
}

function routedServers(directory: Directory): Map<string, RoutedServer> {
  const servers = new Map<string, RoutedServer>();
  for (const object of directory.sorted('server')) {
    const { ServerRole, Version, Fqdn, Site, RoutingGroup, DatabaseAvailabilityGroup } = object.properties;
    const edge = ServerRole.includes('EdgeTransport');
    const subscription = edge
      ? directory
          .sorted('edgeSubscription')
          .find((entry) => entry.properties.Server.toLowerCase() === object.name.toLowerCase())
      : undefined;
    servers.set(object.name.toLowerCase(), {
      name: object.name,
      fqdn: Fqdn,
      version: Version,
      edge,
      hub: hasTransport(ServerRole, Version),
      site: edge ? (subscription?.properties.Site ?? null) : Site,
      group: DatabaseAvailabilityGroup,
      routingGroup: RoutingGroup,
    });
  }
  return servers;
}

function hubsBySite(servers: Map<string, RoutedServer>): Map<string, RoutedServer[]> {
  const hubs = new Map<string, RoutedServer[]>();
  for (const server of servers.values()) {
    if (!server.hub || server.edge || server.site === null) continue;
    const key = server.site.toLowerCase();
    hubs.set(key, [...(hubs.get(key) ?? []), server]);
  }
  return hubs;
}

/** Path to a site that mail can take: known, linked, and (but for the own site) with a Hub Transport server. */
export function pathTo(table: RoutingTable, site: string | null): SitePath | undefined {
  if (site === null) return undefined;
  const path = table.sites.get(site.toLowerCase());
  return path !== undefined && table.hubs.has(site.toLowerCase()) ? path : undefined;
}

function routedConnectors(directory: Directory, table: RoutingTable): RoutedConnector[] {
  const result: RoutedConnector[] = [];
  for (const configClass of ['sendConnector', 'foreignConnector', 'deliveryAgentConnector'] as const) {
    for (const object of directory.sorted(configClass)) result.push(routedConnector(table, object as AnyConnector));
  }
  return result;
}

function routedConnector(table: RoutingTable, object: AnyConnector): RoutedConnector {
  const { properties } = object;
  const connector: RoutedConnector = {
    object,
    sources: [],
    cost: Number.POSITIVE_INFINITY,
    proximity: Number.POSITIVE_INFINITY,
    site: null,
    maxMessageSize: 0,
    ignored: '',
  };
  const limit =
    properties.MaxMessageSize === 'Unlimited' || properties.MaxMessageSize === 0
      ? Number.POSITIVE_INFINITY
      : properties.MaxMessageSize;
  for (const name of properties.SourceTransportServers) {
    const source = table.servers.get(name.toLowerCase().split('.')[0]!);
    if (source === undefined || (!source.hub && source.version > 2003)) {
      if (!table.server.edge)
        table.faults.push({
          eventId: 5015,
          subject: `${object.name}/${name}`,
          message: `Microsoft Exchange cannot find a route to the source transport server ${name} for connector ${object.name}. The server is ignored.`,
        });
      continue;
    }
    const place = distance(table, source);
    if (place === undefined) continue;
    connector.sources.push(source);
    if (place.cost < connector.cost || (place.cost === connector.cost && place.proximity < connector.proximity)) {
      connector.cost = place.cost;
      connector.proximity = place.proximity;
      connector.site = source.site;
      connector.maxMessageSize = Math.min(limit, place.maxMessageSize);
    }
  }
  connector.ignored = whyIgnored(table, connector);
  return connector;
}

function distance(
  table: RoutingTable,
  source: RoutedServer,
): { cost: number; proximity: number; maxMessageSize: number } | undefined {
  if (source.name === table.server.name) return { cost: 0, proximity: 0, maxMessageSize: Number.POSITIVE_INFINITY };
  if (table.server.edge) return undefined;
  if (source.version <= 2003 || table.server.version <= 2003) return legacyDistance(table, source);
  const path = pathTo(table, source.site);
  return path === undefined
    ? undefined
    : { cost: path.cost, proximity: path.path.length + 1, maxMessageSize: path.maxMessageSize };
}

/** Between routing groups the connectors' costs count; within one all servers are neighbours. */
function legacyDistance(
  table: RoutingTable,
  source: RoutedServer,
): { cost: number; proximity: number; maxMessageSize: number } | undefined {
  const own = (table.server.routingGroup ?? '').toLowerCase();
  const group = (source.version <= 2003 ? (source.routingGroup ?? '') : exchangeRoutingGroup).toLowerCase();
  if (own !== '' && own === group) return { cost: 0, proximity: 1, maxMessageSize: Number.POSITIVE_INFINITY };
  const way = table.routingGroups.get(group);
  return way === undefined ? undefined : { cost: way.cost, proximity: 1000, maxMessageSize: Number.POSITIVE_INFINITY };
}

function whyIgnored(table: RoutingTable, connector: RoutedConnector): string {
  const { object, sources } = connector;
  if (!object.properties.Enabled) return 'disabled';
  if (sources.length === 0) {
    if (!table.server.edge && table.server.version > 2003)
      table.faults.push({
        eventId: 5016,
        subject: object.name,
        message: `The Active Directory topology service could not discover any route to connector ${object.distinguishedName} in the routing tables. The connector will not be used.`,
      });
    return 'no source server can be reached';
  }
  if (
    object.class === 'sendConnector' &&
    !object.properties.DNSRoutingEnabled &&
    object.properties.SmartHosts.length === 0
  )
    return 'no smart host is named';
  if (
    object.properties.IsScopedConnector &&
    !sources.some((source) => source.site !== null && source.site.toLowerCase() === table.server.site?.toLowerCase())
  )
    return 'scoped to another site';
  return '';
}

/** Inconsistencies that routing reports: databases and sites without a route. */
function findSiteFaults(directory: Directory, table: RoutingTable): void {
  for (const site of directory.sorted('adSite')) {
    const key = site.name.toLowerCase();
    const holdsServers = [...table.servers.values()].some(
      (server) => !server.edge && server.site?.toLowerCase() === key,
    );
    if (holdsServers && pathTo(table, site.name) === undefined) {
      table.faults.push({
        eventId: 5007,
        subject: site.name,
        message: `Microsoft Exchange cannot find a route to Active Directory site ${site.distinguishedName}. No site link joins it, a link is not configured correctly, or it holds no Hub Transport server.`,
      });
    }
  }
  for (const database of directory.sorted('database')) {
    const server = table.servers.get((database.properties.Server ?? '').toLowerCase());
    const reachable =
      server !== undefined &&
      (server.version <= 2003
        ? table.routingGroups.has((server.routingGroup ?? '').toLowerCase())
        : pathTo(table, server.site) !== undefined);
    if (reachable) continue;
    const eventId = server !== undefined && server.version <= 2003 ? 5020 : 5006;
    table.faults.push({
      eventId,
      subject: database.name,
      message: `Microsoft Exchange cannot find a route to Mailbox server ${server?.fqdn ?? '(none)'} for database ${database.name}. Recipients of it will not be routable.`,
    });
  }
}

function signatureOf(directory: Directory, table: RoutingTable): string {
  const databases = [...directory.sorted('database'), ...directory.sorted('publicFolderDatabase')].map((database) => [
    database.name,
    database.properties.Server,
  ]);
  const links = directory
    .sorted('adSiteLink')
    .map(({ name, properties }) => [name, properties.Sites, properties.MaxMessageSize]);
  const connectors = table.connectors.map((connector) => [
    connector.object.guid,
    connector.object.properties.AddressSpaces,
    connector.sources.map((source) => source.name),
    connector.cost,
    connector.proximity,
    connector.ignored,
    connector.object.properties.MaxMessageSize,
    connector.object.class === 'sendConnector'
      ? [
          connector.object.properties.DNSRoutingEnabled,
          connector.object.properties.SmartHosts,
          connector.object.properties.LinkedReceiveConnector,
        ]
      : '',
  ]);
  const domains = directory
    .sorted('acceptedDomain')
    .map(({ properties }) => [properties.DomainName, properties.DomainType]);
  const groups = directory
    .sorted('databaseAvailabilityGroup')
    .map(({ name, properties }) => [name, properties.Servers]);
  return JSON.stringify([
    [...table.servers.values()],
    [...table.sites.values()],
    [...table.hubSites],
    databases,
    links,
    connectors,
    domains,
    groups,
    [...table.routingGroups.values()],
  ]);
}

export function dumpRoutingTable(directory: Directory, table: RoutingTable): RoutingTableDump {
  return {
    localSite: table.server.site ?? '',
    sites: [...table.sites.values()].map((path) => ({
      name: path.site,
      hub: table.hubSites.has(path.site.toLowerCase()),
      cost: path.cost,
      path: path.path,
      servers: (table.hubs.get(path.site.toLowerCase()) ?? []).map((hub) => hub.name),
    })),
    siteLinks: directory.sorted('adSiteLink').map(({ name, properties }) => ({
      name,
      cost: properties.ExchangeCost ?? properties.ADCost,
      sites: properties.Sites,
      maxMessageSize: String(properties.MaxMessageSize),
    })),
    servers: [...table.servers.values()].map((server) => ({
      name: server.name,
      fqdn: server.fqdn,
      version: server.version,
      site: server.site ?? '',
      roles: [server.edge ? 'EdgeTransport' : server.hub ? 'HubTransport' : 'Mailbox'],
    })),
    databases: directory.sorted('database').map(({ name, properties }) => ({
      name,
      server: properties.Server ?? '',
      deliveryGroup: table.servers.get((properties.Server ?? '').toLowerCase())?.group ?? '',
    })),
    connectors: table.connectors.map(({ object, sources, cost, ignored }) => ({
      name: object.name,
      guid: object.guid,
      addressSpaces: object.properties.AddressSpaces,
      sourceServers: sources.map((source) => source.name),
      cost: Number.isFinite(cost) ? cost : -1,
      enabled: ignored === '',
    })),
    routingGroups: [...table.routingGroups.values()].map((group) => ({
      name: group.routingGroup,
      connector: group.connector.name,
      cost: group.cost,
    })),
  };
}
