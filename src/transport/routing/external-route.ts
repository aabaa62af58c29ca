// Ways out of the organisation: by the connectors' address spaces, or by the one connector that a linked Receive connector names
// (spec/rerouting: U2, U4, N1–N3; facts 9: connector choice).

import type { Directory } from '../directory/directory.ts';
import { type AddressSpace, selectConnector, totalCost } from './connector-selection.ts';
import {
  found,
  noConnectorError,
  noConnectorForTypeError,
  none,
  type RoutingOutcome,
  routeSizeError,
  unreachable,
} from './outcome.ts';
import type { RoutedConnector, RoutingTable } from './routing-table.ts';
import { routeToLegacyServer, routeToSite } from './site-route.ts';

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
  return keyForConnector(table, selection.connector, target, size, selection.space!, selection.alternatives);
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
  return keyForConnector(table, linked, target, size, { type, space: target, cost: 0 }, [
    `Receive connector ${receiveConnector} allows only ${linked.object.name}`,
  ]);
}

function keyForConnector(
  table: RoutingTable,
  connector: RoutedConnector,
  target: string,
  size: number,
  space: AddressSpace,
  alternatives: readonly string[],
): RoutingOutcome {
  const { object } = connector;
  const why = `connector ${object.name} (address space ${space.space}, cost ${totalCost(connector, space)}) won`;
  if (connector.sources.some((source) => source.name === table.server.name)) {
    if (object.class === 'foreignConnector')
      return found(
        { type: 'NonSmtpGatewayDelivery', domain: space.space, connector: object.guid, object: object.name },
        why,
        alternatives,
      );
    if (object.class === 'deliveryAgentConnector')
      return found(
        { type: 'DeliveryAgent', domain: space.space, connector: object.guid, object: object.name },
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
