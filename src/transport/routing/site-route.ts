// Ways to AD sites, to servers of one version in a site, and into Exchange 2003 routing groups (facts 1.3 and 9).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { exchangeRoutingGroup } from '../directory/names.ts';
import { zeroGuid } from '../kernel/identifiers.ts';
import { remoteSiteType } from '../queues/delivery-type.ts';
import { found, noDatabaseRouteError, none, type RoutingOutcome, routeSizeError, unreachable } from './outcome.ts';
import { pathTo, type RoutedServer, type RoutingTable } from './routing-table.ts';
import type { SitePath } from './site-paths.ts';

export function sameSite(left: RoutedServer, right: RoutedServer): boolean {
  return left.site !== null && left.site.toLowerCase() === right.site?.toLowerCase();
}

const majorVersion = (version: number): number => (version >= 2013 ? 15 : version >= 2010 ? 14 : 8);

/** Servers of one version in one site; also servers from 2013 on that are in no availability group. */
export function routeToLegacyGroup(table: RoutingTable, server: RoutedServer, size: number): RoutingOutcome {
  if (server.site === null) return inNoSite(server.name, noDatabaseRouteError, none);
  const path = pathTo(table, server.site);
  const members = (table.hubs.get(server.site?.toLowerCase() ?? '') ?? []).filter(
    (hub) => majorVersion(hub.version) === majorVersion(server.version),
  );
  if (members.length === 0)
    return unreachable(noDatabaseRouteError, 'U6', `site ${server.site} holds no transport server of its version`);
  if (path === undefined) return unreachable(noDatabaseRouteError, 'U7', `no site link leads to ${server.site}`);
  if (size > path.maxMessageSize) return tooLargeForPath(table, path);
  const domain = `Site:${path.site};Version:${majorVersion(server.version)}`;
  return found(
    {
      type: 'SmtpRelayToMailboxDeliveryGroup',
      domain: domain.toLowerCase(),
      connector: zeroGuid,
      object: `${path.site};${majorVersion(server.version)}`,
    },
    `the mailbox is in site ${path.site}, cost ${path.cost} by ${path.path.join(' - ') || 'this site'}`,
    table.otherPaths(path),
  );
}

function inNoSite(server: string, error: string, alternatives: readonly string[]): RoutingOutcome {
  return unreachable(error, 'U1', `${server} is in no AD site`, alternatives);
}

export function tooLargeForPath(table: RoutingTable, path: SitePath): RoutingOutcome {
  return {
    kind: 'ndr',
    error: routeSizeError,
    rule: 'N1',
    reason: `a site link on the least-cost path ${path.path.join(' - ')} takes messages of at most ${path.maxMessageSize} bytes`,
    alternatives: table.otherPaths(path),
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
  if (site === null) return inNoSite('its server', error, alternatives);
  const path = table.sites.get(site.toLowerCase());
  if (path === undefined) return unreachable(error, 'U7', `no site link leads to ${site}`, alternatives);
  if (!table.hubs.has(site.toLowerCase()))
    return unreachable(error, 'U6', `site ${path.site} holds no Hub Transport server`, alternatives);
  if (size > path.maxMessageSize) return tooLargeForPath(table, path);
  return found(
    {
      type: remoteSiteType(table.server.version),
      domain: path.site.toLowerCase(),
      connector: zeroGuid,
      object: path.site,
    },
    `${why}, cost ${path.cost} by ${path.path.join(' - ')}`,
    [...alternatives, ...table.otherPaths(path)],
  );
}

export function routeToLegacyServer(table: RoutingTable, server: RoutedServer, error: string): RoutingOutcome {
  if (server.version <= 2003 && server.routingGroup?.toLowerCase() === table.server.routingGroup?.toLowerCase()) {
    return found(
      { type: 'SmtpRelayWithinAdSite', domain: server.fqdn.toLowerCase(), connector: zeroGuid, object: server.name },
      `${server.name} is in this routing group`,
    );
  }
  return routeToRoutingGroup(table, server, error);
}

/** Routing group that a server belongs to. */
export const groupOf = (server: RoutedServer): string =>
  (server.version <= 2003 ? (server.routingGroup ?? '') : exchangeRoutingGroup).toLowerCase();

export function routeToRoutingGroup(table: RoutingTable, server: RoutedServer, error: string): RoutingOutcome {
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
