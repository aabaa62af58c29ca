// The routing step of the categorizer: from a resolved recipient to its NextHopSolutionKey, to Unreachable, or to an NDR
// (spec/rerouting: U1–U7, N1–N3; facts 1.3 and 9).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { exchangeRoutingGroup } from '../directory/names.ts';
import { zeroGuid } from '../kernel/identifiers.ts';
import { remoteSiteType } from '../queues/delivery-type.ts';
import type { NextHopKey } from '../queues/queue.ts';
import { selectConnector } from './connector-selection.ts';
import { pathTo, type RoutedConnector, type RoutedServer, type RoutingTable } from './routing-table.ts';

export type RoutingOutcome =
  | { kind: 'key'; key: NextHopKey; reason: string; alternatives: readonly string[] }
  /** Expand here: this server is the expansion server. */
  | { kind: 'here'; reason: string; alternatives: readonly string[] }
  | { kind: 'unreachable'; error: string; rule: string; reason: string; alternatives: readonly string[] }
  | { kind: 'ndr'; error: string; rule: string; reason: string; alternatives: readonly string[] };

const none: readonly string[] = [];

// Last errors of the Unreachable queue (facts 9.1).
export const noConnectorError = 'A matching connector cannot be found to route the external recipient';
export const noDatabaseRouteError = 'There is currently no route to the mailbox database.';
export const noDatabaseError = 'The mailbox recipient does not have a mailbox database.';
export const noExpansionServerError = 'There is currently no route to the expansion server.';
const routeSizeError = '550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route';
const noConnectorForTypeError = '550 5.4.4 ROUTING.NoConnectorForAddressType; unable to route for address type';

const unreachable = (error: string, rule: string, reason: string, alternatives = none): RoutingOutcome => ({
  kind: 'unreachable',
  error,
  rule,
  reason,
  alternatives,
});
const found = (key: NextHopKey, reason: string, alternatives = none): RoutingOutcome => ({
  kind: 'key',
  key,
  reason,
  alternatives,
});

/** A mailbox, by the database it lies in. */
export function routeToMailbox(
  directory: Directory,
  table: RoutingTable,
  databaseName: string | null,
  size: number,
): RoutingOutcome {
  const database =
    databaseName === null
      ? undefined
      : (directory.find('database', databaseName) ?? directory.find('publicFolderDatabase', databaseName));
  if (database === undefined) return unreachable(noDatabaseError, 'U1', 'the recipient has no mailbox database');
  const server = table.servers.get((database.properties.Server ?? '').toLowerCase());
  if (server === undefined) return unreachable(noDatabaseRouteError, 'U1', `no server holds database ${database.name}`);
  const { server: local } = table;
  if (local.version <= 2003) return routeFromLegacy(table, server, database);
  if (server.version <= 2003) return routeToRoutingGroup(table, server, noDatabaseRouteError);
  if (local.version >= 2013 && server.version >= 2013)
    return routeToDeliveryGroup(directory, table, database, server, size);
  if (sameSite(local, server)) {
    if (local.version < 2013 && server.version < 2013) {
      return found(
        { type: 'MapiDelivery', domain: server.fqdn.toLowerCase(), connector: database.guid, object: database.name },
        `the mailbox's database ${database.name} lies on ${server.name} in the local site`,
      );
    }
    return routeToLegacyGroup(table, server, size);
  }
  return local.version >= 2013
    ? routeToLegacyGroup(table, server, size)
    : routeToSite(
        table,
        server.site,
        size,
        noDatabaseRouteError,
        `database ${database.name} lies in site ${server.site}`,
      );
}

function sameSite(left: RoutedServer, right: RoutedServer): boolean {
  return left.site !== null && left.site.toLowerCase() === right.site?.toLowerCase();
}

/** Members of a group in the order in which they are near: local site first, then by path. */
export function groupMembers(table: RoutingTable, group: string): RoutedServer[] {
  return [...table.servers.values()].filter(
    (server) => server.group?.toLowerCase() === group.toLowerCase() && server.hub,
  );
}

function routeToDeliveryGroup(
  directory: Directory,
  table: RoutingTable,
  database: ConfigObject<'database'> | ConfigObject<'publicFolderDatabase'>,
  server: RoutedServer,
  size: number,
): RoutingOutcome {
  const { server: local } = table;
  const sameGroup =
    server.group !== null
      ? server.group.toLowerCase() === local.group?.toLowerCase()
      : local.group === null && sameSite(local, server);
  if (sameGroup || server.name === local.name) {
    return found(
      {
        type: 'SmtpDeliveryToMailbox',
        domain: database.name.toLowerCase(),
        connector: database.guid,
        object: database.name,
      },
      `database ${database.name} is in this server's delivery group`,
    );
  }
  if (server.group === null) return routeToLegacyGroup(table, server, size);
  const group = directory.find('databaseAvailabilityGroup', server.group);
  const members = groupMembers(table, server.group);
  const paths = members.map((member) => pathTo(table, member.site)).filter((path) => path !== undefined);
  if (group === undefined || paths.length === 0)
    return unreachable(noDatabaseRouteError, 'U7', `no path leads to a site of ${server.group}`);
  const nearest = paths.reduce((left, right) => (right.cost < left.cost ? right : left));
  if (size > nearest.maxMessageSize) return tooLargeForPath(nearest.site);
  return found(
    { type: 'SmtpRelayToDag', domain: group.name.toLowerCase(), connector: group.guid, object: group.name },
    `database ${database.name} is in ${group.name}, nearest site ${nearest.site}`,
  );
}

const majorVersion = (version: number): number => (version >= 2013 ? 15 : version >= 2010 ? 14 : 8);

/** Servers of one version in one site; also servers from 2013 on that are in no availability group. */
function routeToLegacyGroup(table: RoutingTable, server: RoutedServer, size: number): RoutingOutcome {
  const path = pathTo(table, server.site);
  const members = (table.hubs.get(server.site?.toLowerCase() ?? '') ?? []).filter(
    (hub) => majorVersion(hub.version) === majorVersion(server.version),
  );
  if (members.length === 0)
    return unreachable(noDatabaseRouteError, 'U6', `site ${server.site} holds no transport server of its version`);
  if (path === undefined) return unreachable(noDatabaseRouteError, 'U7', `no site link leads to ${server.site}`);
  if (size > path.maxMessageSize) return tooLargeForPath(path.site);
  const domain = `Site:${path.site};Version:${majorVersion(server.version)}`;
  return found(
    {
      type: 'SmtpRelayToMailboxDeliveryGroup',
      domain: domain.toLowerCase(),
      connector: zeroGuid,
      object: `${path.site};${majorVersion(server.version)}`,
    },
    `the mailbox is in site ${path.site}, cost ${path.cost} by ${path.path.join(' - ') || 'this site'}`,
  );
}

function tooLargeForPath(site: string): RoutingOutcome {
  return {
    kind: 'ndr',
    error: routeSizeError,
    rule: 'N1',
    reason: `a site link on the least-cost path to ${site} is limited to smaller messages`,
    alternatives: none,
  };
}

export function routeToSite(
  table: RoutingTable,
  site: string | null,
  size: number,
  error: string,
  why: string,
  alternatives = none,
): RoutingOutcome {
  const path = site === null ? undefined : table.sites.get(site.toLowerCase());
  if (site === null || path === undefined)
    return unreachable(error, 'U7', `no site link leads to ${site ?? 'a server in no site'}`, alternatives);
  if (!table.hubs.has(site.toLowerCase()))
    return unreachable(error, 'U6', `site ${path.site} holds no Hub Transport server`, alternatives);
  if (size > path.maxMessageSize) return tooLargeForPath(path.site);
  return found(
    {
      type: remoteSiteType(table.server.version),
      domain: path.site.toLowerCase(),
      connector: zeroGuid,
      object: path.site,
    },
    `${why}, cost ${path.cost} by ${path.path.join(' - ')}`,
    alternatives,
  );
}

/** An Exchange 2003 server: its own mailboxes, servers of its routing group, else the routing group connector that leads there. */
function routeFromLegacy(
  table: RoutingTable,
  server: RoutedServer,
  database: ConfigObject<'database'> | ConfigObject<'publicFolderDatabase'>,
): RoutingOutcome {
  const { server: local } = table;
  if (server.name === local.name) {
    return found(
      { type: 'MapiDelivery', domain: server.fqdn.toLowerCase(), connector: database.guid, object: database.name },
      'the mailbox is on this server',
    );
  }
  return routeToLegacyServer(table, server, noDatabaseRouteError);
}

function routeToLegacyServer(table: RoutingTable, server: RoutedServer, error: string): RoutingOutcome {
  if (server.version <= 2003 && server.routingGroup?.toLowerCase() === table.server.routingGroup?.toLowerCase()) {
    return found(
      { type: 'SmtpRelayWithinAdSite', domain: server.fqdn.toLowerCase(), connector: zeroGuid, object: server.name },
      `${server.name} is in this routing group`,
    );
  }
  return routeToRoutingGroup(table, server, error);
}

/** Routing group that a server belongs to. */
const groupOf = (server: RoutedServer): string =>
  (server.version <= 2003 ? (server.routingGroup ?? '') : exchangeRoutingGroup).toLowerCase();

function routeToRoutingGroup(table: RoutingTable, server: RoutedServer, error: string): RoutingOutcome {
  const way = table.routingGroups.get(groupOf(server));
  if (way === undefined)
    return unreachable(
      error,
      'U5',
      `no routing group connector leads to ${server.routingGroup ?? 'its routing group'}`,
    );
  return routeByGroupConnector(table, way);
}

function routeByGroupConnector(
  table: RoutingTable,
  way: {
    connector: ConfigObject<'routingGroupConnector'>;
    sources: RoutedServer[];
    site: string;
    routingGroup: string;
  },
): RoutingOutcome {
  const { connector } = way;
  if (way.sources.some((source) => source.name === table.server.name)) {
    return found(
      {
        type: 'SmtpRelayToTiRg',
        domain: connector.name.toLowerCase(),
        connector: connector.guid,
        object: connector.name,
      },
      `routing group connector ${connector.name} starts here`,
    );
  }
  if (table.server.version <= 2003 || way.site.toLowerCase() === table.server.site?.toLowerCase()) {
    return found(
      {
        type: 'SmtpRelayWithinAdSite',
        domain: connector.name.toLowerCase(),
        connector: connector.guid,
        object: connector.name,
      },
      `routing group connector ${connector.name} starts on other servers of this site`,
    );
  }
  return routeToSite(
    table,
    way.site,
    0,
    noDatabaseRouteError,
    `routing group connector ${connector.name} starts there`,
  );
}

/** A group that another server expands. */
export function routeToExpansionServer(table: RoutingTable, name: string, size: number): RoutingOutcome {
  const server = table.servers.get(name.toLowerCase().split('.')[0]!);
  if (server === undefined) return unreachable(noExpansionServerError, 'U3', `there is no server ${name}`);
  if (server.name === table.server.name)
    return { kind: 'here', reason: 'this is the expansion server', alternatives: none };
  if (server.version <= 2003 || table.server.version <= 2003)
    return routeToLegacyServer(table, server, noExpansionServerError);
  if (!server.hub) return unreachable(noExpansionServerError, 'U3', `${server.name} lacks the Hub Transport role`);
  if (table.server.version >= 2013 && server.version >= 2013) {
    if (pathTo(table, server.site) === undefined)
      return unreachable(noExpansionServerError, 'U7', `no path leads to ${server.name}`);
    return found(
      { type: 'SmtpRelayToServers', domain: server.fqdn.toLowerCase(), connector: zeroGuid, object: server.name },
      `${server.name} expands the group`,
    );
  }
  if (sameSite(table.server, server)) {
    return found(
      { type: 'SmtpRelayWithinAdSite', domain: server.fqdn.toLowerCase(), connector: zeroGuid, object: server.name },
      `${server.name} in this site expands the group`,
    );
  }
  return routeToSite(table, server.site, size, noExpansionServerError, `${server.name} expands the group`);
}

/** An address outside: by the connectors' address spaces, or by the one connector that a linked Receive connector names. */
export function routeToExternal(
  directory: Directory,
  table: RoutingTable,
  type: string,
  target: string,
  size: number,
  receiveConnector: string,
): RoutingOutcome {
  if (receiveConnector !== '') {
    const linked = table.connectors.find(
      ({ object }) =>
        object.class === 'sendConnector' &&
        object.properties.LinkedReceiveConnector?.toLowerCase() === receiveConnector.toLowerCase(),
    );
    if (linked !== undefined) return routeToLinked(table, linked, type, target, size, receiveConnector);
  }
  const selection = selectConnector(directory, table, type, target, size);
  if (selection.connector === undefined) {
    if (selection.tooLarge)
      return {
        kind: 'ndr',
        error: routeSizeError,
        rule: 'N1',
        reason: 'every connector that fits takes only smaller messages',
        alternatives: selection.alternatives,
      };
    if (type !== 'SMTP')
      return {
        kind: 'ndr',
        error: noConnectorForTypeError,
        rule: 'N2',
        reason: `no connector takes ${type} addresses`,
        alternatives: selection.alternatives,
      };
    return unreachable(
      noConnectorError,
      'U2',
      `no usable connector has an address space for ${target}`,
      selection.alternatives,
    );
  }
  return keyForConnector(table, selection.connector, target, size, selection.space!.space, selection.alternatives);
}

function routeToLinked(
  table: RoutingTable,
  linked: RoutedConnector,
  type: string,
  target: string,
  size: number,
  receiveConnector: string,
): RoutingOutcome {
  if (linked.ignored !== '') {
    const reason = `Receive connector ${receiveConnector} is linked to ${linked.object.name}, which is out of use: ${linked.ignored}`;
    if (type !== 'SMTP') return { kind: 'ndr', error: noConnectorForTypeError, rule: 'N3', reason, alternatives: none };
    return unreachable(noConnectorError, 'U4', reason);
  }
  return keyForConnector(table, linked, target, size, target, [
    `Receive connector ${receiveConnector} allows only ${linked.object.name}`,
  ]);
}

function keyForConnector(
  table: RoutingTable,
  connector: RoutedConnector,
  target: string,
  size: number,
  space: string,
  alternatives: readonly string[],
): RoutingOutcome {
  const { object } = connector;
  const why = `connector ${object.name} (address space ${space}, cost ${connector.cost}) won`;
  if (connector.sources.some((source) => source.name === table.server.name)) {
    if (object.class === 'foreignConnector')
      return found(
        { type: 'NonSmtpGatewayDelivery', domain: space, connector: object.guid, object: object.name },
        why,
        alternatives,
      );
    if (object.class === 'deliveryAgentConnector')
      return found(
        { type: 'DeliveryAgent', domain: space, connector: object.guid, object: object.name },
        why,
        alternatives,
      );
    if (object.properties.DNSRoutingEnabled)
      return found(
        { type: 'DnsConnectorDelivery', domain: target, connector: object.guid, object: object.name },
        why,
        alternatives,
      );
    return found(
      {
        type: 'SmartHostConnectorDelivery',
        domain: object.properties.SmartHosts.join(','),
        connector: object.guid,
        object: object.name,
      },
      why,
      alternatives,
    );
  }
  const [source] = connector.sources;
  if (source !== undefined && (source.version <= 2003 || table.server.version <= 2003))
    return routeToLegacyServer(table, source, noConnectorError);
  const nearby = connector.sources.filter((source) => source.site?.toLowerCase() === table.server.site?.toLowerCase());
  const key = { domain: object.name.toLowerCase(), connector: object.guid, object: object.name };
  if (nearby.length > 0 && nearby.every((source) => source.edge))
    return found(
      { type: 'SmtpRelayWithinAdSiteToEdge', ...key },
      `${why}; its Edge servers are subscribed to this site`,
      alternatives,
    );
  if (nearby.length > 0 && table.server.version < 2013)
    return found(
      { type: 'SmtpRelayWithinAdSite', ...key },
      `${why}; its source servers are in this site`,
      alternatives,
    );
  if (table.server.version >= 2013 && connector.sources.some((source) => !source.edge)) {
    return found(
      { type: 'SmtpRelayToConnectorSourceServers', ...key },
      `${why}; its source servers are others`,
      alternatives,
    );
  }
  return routeToSite(table, connector.site, size, noConnectorError, why, alternatives);
}

/** A public folder: the nearest replica. */
export function routeToPublicFolder(
  directory: Directory,
  table: RoutingTable,
  databases: readonly string[],
  size: number,
): RoutingOutcome {
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const name of databases) {
    const server = table.servers.get(
      (directory.find('publicFolderDatabase', name)?.properties.Server ?? '').toLowerCase(),
    );
    if (server === undefined) continue;
    const cost =
      server.version <= 2003
        ? (table.routingGroups.get((server.routingGroup ?? '').toLowerCase())?.cost ?? Number.POSITIVE_INFINITY)
        : (pathTo(table, server.site)?.cost ?? Number.POSITIVE_INFINITY);
    if (cost < bestCost || best === null) {
      best = name;
      bestCost = cost;
    }
  }
  return routeToMailbox(directory, table, best, size);
}
