// Routing group connectors as they are made and changed: both ends' routing groups follow from the servers that are named
// (New-RoutingGroupConnector: the source servers are in one routing group, the target servers in another).

import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { exchangeRoutingGroup } from '../directory/names.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';

/** The properties with SourceRoutingGroup and TargetRoutingGroup as the servers in them demand. */
export function withRoutingGroups(
  simulation: Simulation,
  properties: JsonObject,
  present: JsonObject = {},
): JsonObject {
  const from = commonGroup(simulation, properties.SourceTransportServers) ?? present.SourceRoutingGroup;
  const to = commonGroup(simulation, properties.TargetTransportServers) ?? present.TargetRoutingGroup;
  if (typeof from !== 'string' || typeof to !== 'string')
    throw new WorldError('InvalidValue', 'A routing group connector needs source and target servers.', {});
  if (from.toLowerCase() === to.toLowerCase())
    throw new WorldError('InvalidValue', `The source and target servers are in the same routing group '${from}'.`, {
      value: from,
    });
  return { ...properties, SourceRoutingGroup: from, TargetRoutingGroup: to };
}

/** Routing group that all of the servers are in; undefined without servers. */
function commonGroup(simulation: Simulation, servers: JsonValue | undefined): string | undefined {
  const groups = new Map<string, string>();
  const names = (servers ?? []) as string[];
  for (const name of names) {
    const { Version, RoutingGroup } = simulation.directory.get('server', name.split('.')[0]!).properties;
    const group = Version <= 2003 ? (RoutingGroup ?? '') : exchangeRoutingGroup;
    groups.set(group.toLowerCase(), group);
  }
  if (groups.size > 1)
    throw new WorldError('InvalidValue', `The servers ${names.join(', ')} are in different routing groups.`, {
      value: names.join(', '),
    });
  return [...groups.values()][0];
}

/** The connector of the way back. */
export function wayBack(properties: JsonObject): JsonObject {
  return {
    ...properties,
    SourceTransportServers: properties.TargetTransportServers!,
    TargetTransportServers: properties.SourceTransportServers!,
    SourceRoutingGroup: properties.TargetRoutingGroup!,
    TargetRoutingGroup: properties.SourceRoutingGroup!,
  };
}
