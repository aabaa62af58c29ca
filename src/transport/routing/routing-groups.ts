// Ways into Exchange 2003 routing groups: the routing group connector whose source servers are nearest (facts 9: 2003 coexistence).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { exchangeRoutingGroup } from '../directory/names.ts';
import type { RoutedServer } from './routing-table.ts';
import type { SitePath } from './site-paths.ts';

export interface RoutingGroupPath {
  routingGroup: string;
  /** First connector on the way. */
  connector: ConfigObject<'routingGroupConnector'>;
  cost: number;
  /** Source servers of the connector that can be reached, the nearest site's ones. */
  sources: RoutedServer[];
  site: string;
}

/**
 * Paths from the server's routing group to the others; all servers from 2007 on are in one. Least cost through AD sites to the
 * source servers first, then over routing group connectors.
 */
export function routingGroupPaths(
  directory: Directory,
  server: RoutedServer,
  servers: Map<string, RoutedServer>,
  sites: Map<string, SitePath>,
): Map<string, RoutingGroupPath> {
  const own = (server.version <= 2003 ? (server.routingGroup ?? '') : exchangeRoutingGroup).toLowerCase();
  const result = new Map<string, RoutingGroupPath>();
  const connectors = directory.sorted('routingGroupConnector');
  const waiting: RoutingGroupPath[] = [];
  for (const connector of connectors) {
    if (connector.properties.SourceRoutingGroup.toLowerCase() !== own) continue;
    const first = firstHop(connector, server, servers, sites);
    if (first !== undefined) waiting.push(first);
  }
  while (waiting.length > 0) {
    waiting.sort((left, right) => left.cost - right.cost || (left.connector.name < right.connector.name ? -1 : 1));
    const path = waiting.shift()!;
    const key = path.routingGroup.toLowerCase();
    if (result.has(key) || key === own) continue;
    result.set(key, path);
    for (const connector of connectors) {
      if (connector.properties.SourceRoutingGroup.toLowerCase() !== key) continue;
      waiting.push({
        ...path,
        routingGroup: connector.properties.TargetRoutingGroup,
        cost: path.cost + connector.properties.Cost,
      });
    }
  }
  return result;
}

/** Cost to a source server of a connector; undefined when it can't be one or can't be reached. */
function costTo(server: RoutedServer, source: RoutedServer, sites: Map<string, SitePath>): number | undefined {
  if (server.version <= 2003) return source.version <= 2003 ? 0 : undefined;
  if (!source.hub || source.site === null) return undefined;
  return sites.get(source.site.toLowerCase())?.cost;
}

function firstHop(
  connector: ConfigObject<'routingGroupConnector'>,
  server: RoutedServer,
  servers: Map<string, RoutedServer>,
  sites: Map<string, SitePath>,
): RoutingGroupPath | undefined {
  let best: RoutingGroupPath | undefined;
  for (const name of connector.properties.SourceTransportServers) {
    const source = servers.get(name.toLowerCase());
    const way = source === undefined ? undefined : costTo(server, source, sites);
    if (source === undefined || way === undefined) continue;
    const cost = way + connector.properties.Cost;
    const site = source.site ?? '';
    if (best !== undefined && site.toLowerCase() === best.site.toLowerCase()) best.sources.push(source);
    else if (best === undefined || cost < best.cost) {
      best = { routingGroup: connector.properties.TargetRoutingGroup, connector, cost, sources: [source], site };
    }
  }
  return best;
}
