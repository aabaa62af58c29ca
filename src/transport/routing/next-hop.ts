// The routing step for recipients inside: mailboxes, public folders and groups that another server expands
// (spec/rerouting: U1, U3, U5–U7; facts 1.3 and 9).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { zeroGuid } from '../kernel/identifiers.ts';
import {
  found,
  noDatabaseError,
  noDatabaseRouteError,
  noExpansionServerError,
  none,
  type RoutingOutcome,
  unreachable,
} from './outcome.ts';
import { pathTo, type RoutedServer, type RoutingTable } from './routing-table.ts';
import {
  routeToLegacyGroup,
  routeToLegacyServer,
  routeToRoutingGroup,
  routeToSite,
  sameSite,
  tooLargeForPath,
} from './site-route.ts';

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
  if (size > nearest.maxMessageSize) return tooLargeForPath(table, nearest);
  return found(
    { type: 'SmtpRelayToDag', domain: group.name.toLowerCase(), connector: group.guid, object: group.name },
    `database ${database.name} is in ${group.name}, nearest site ${nearest.site}, cost ${nearest.cost}`,
    table.otherPaths(nearest),
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
