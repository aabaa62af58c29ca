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
 * Paths from the routing group that all servers from 2007 on are in to the others. Least cost through AD sites to the
 * source servers first, then over routing group connectors.
 */
export function routingGroupPaths(
  directory: Directory,
  server: RoutedServer,
  servers: Map<string, RoutedServer>,
  sites: Map<string, SitePath>,
): Map<string, RoutingGroupPath> {
  const result = new Map<string, RoutingGroupPath>();
  const connectors = directory.sorted('routingGroupConnector');
  const waiting: RoutingGroupPath[] = [];
  for (const connector of connectors) {
    if (connector.properties.SourceRoutingGroup.toLowerCase() !== exchangeRoutingGroup.toLowerCase()) continue;
    const first = firstHop(connector, server, servers, sites);
    if (first !== undefined) waiting.push(first);
  }
  while (waiting.length > 0) {
    waiting.sort((left, right) => left.cost - right.cost || (left.connector.name < right.connector.name ? -1 : 1));
    const path = waiting.shift()!;
    const key = path.routingGroup.toLowerCase();
    if (result.has(key) || key === exchangeRoutingGroup.toLowerCase()) continue;
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

function firstHop(
  connector: ConfigObject<'routingGroupConnector'>,
  server: RoutedServer,
  servers: Map<string, RoutedServer>,
  sites: Map<string, SitePath>,
): RoutingGroupPath | undefined {
  let best: RoutingGroupPath | undefined;
  for (const name of connector.properties.SourceTransportServers) {
    const source = servers.get(name.toLowerCase());
    if (source === undefined || !source.hub || source.site === null) continue;
    const local = source.name === server.name;
    const way = sites.get(source.site.toLowerCase());
    if (way === undefined) continue;
    const cost = way.cost + connector.properties.Cost - (local ? 0.5 : 0);
    if (best === undefined || cost < best.cost)
      best = {
        routingGroup: connector.properties.TargetRoutingGroup,
        connector,
        cost,
        sources: [source],
        site: source.site,
      };
    else if (source.site.toLowerCase() === best.site.toLowerCase()) best.sources.push(source);
  }
  if (best !== undefined) best.cost = Math.ceil(best.cost);
  return best;
}
