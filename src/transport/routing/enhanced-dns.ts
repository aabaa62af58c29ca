// Enhanced DNS: resolves a queue's NextHopSolutionKey into target servers at each connection attempt, from the configuration as it
// is now. Here a configuration change is noticed by mail that is queued already (spec/rerouting A–G, I).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import { adapterServers, resolveAddress, resolveMx, rotated } from '../network/resolver.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { groupMembers } from './next-hop.ts';
import { routingTable } from './reload.ts';
import type { RoutedServer, RoutingTable } from './routing-table.ts';

export interface Target {
  name: string;
  address: string;
  port: number;
  /** Inside the organisation: authenticated as an Exchange server. */
  internal: boolean;
}

export type Resolved =
  /** `stop`: the hub site that is relayed to on the way, if there is one. */
  | { kind: 'targets'; targets: Target[]; waitMs: number; stop?: string }
  | { kind: 'resubmit'; rule: string; reason: string }
  | { kind: 'retry'; error: string; waitMs: number; rule: string }
  | { kind: 'ndr'; error: string; rule: string; waitMs: number };

const resubmit = (rule: string, reason: string): Resolved => ({ kind: 'resubmit', rule, reason });

export function resolveKey(simulation: Simulation, service: TransportService, queue: Queue): Resolved {
  const { key } = queue;
  const machine = simulation.machineById(service.machineId);
  const table = routingTable(simulation, service);
  switch (key.type) {
    case 'DnsConnectorDelivery':
      return resolveDnsConnector(simulation, service, machine, queue);
    case 'SmartHostConnectorDelivery':
      return resolveSmartHosts(simulation, service, machine, queue);
    case 'SmtpRelayWithinAdSite':
    case 'SmtpRelayWithinAdSiteToEdge':
    case 'SmtpRelayToConnectorSourceServers':
      return key.connector.startsWith('00000000')
        ? resolveServer(simulation, table, queue, 'D1')
        : resolveSourceServers(simulation, table, queue);
    case 'SmtpRelayToServers':
      return resolveServer(simulation, table, queue, 'D1');
    case 'SmtpRelayToRemoteAdSite':
    case 'SmtpRelayToRemoteActiveDirectorySite':
      return resolveSite(simulation, table, queue);
    case 'SmtpRelayToTiRg':
      return resolveRoutingGroup(simulation, table, queue);
    case 'SmtpRelayToDag':
      return resolveGroup(simulation, table, queue);
    case 'SmtpRelayToMailboxDeliveryGroup':
      return resolveDeliveryGroup(simulation, table, queue);
    default:
      return { kind: 'targets', targets: [], waitMs: 0 };
  }
}

/** DNS servers that a transport service asks: its internal or external settings (facts 9; W2 step 8). */
export function dnsServersFor(simulation: Simulation, machine: Machine, externalSettings: boolean): string[] {
  const settings = simulation.serviceSettings(machine);
  const adapterEnabled = externalSettings ? settings.ExternalDNSAdapterEnabled : settings.InternalDNSAdapterEnabled;
  const guid = externalSettings ? settings.ExternalDNSAdapterGuid : settings.InternalDNSAdapterGuid;
  const listed = externalSettings ? settings.ExternalDNSServers : settings.InternalDNSServers;
  if (!adapterEnabled && listed.length > 0) return [...listed];
  return guid === null || guid.startsWith('00000000-') ? adapterServers(machine) : adapterServers(machine, guid);
}

/** Settings as the running service read them at its start. */
function serviceDns(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  externalSettings: boolean,
): string[] {
  const cached = externalSettings ? service.settings.externalDns : service.settings.internalDns;
  return cached ?? dnsServersFor(simulation, machine, externalSettings);
}

function localConnector(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
): { connector: ConfigObject<'sendConnector'> } | Resolved {
  const letter = queue.key.type === 'DnsConnectorDelivery' ? 'A' : 'B';
  const connector = [...simulation.directory.all('sendConnector')].find(
    (candidate) => candidate.guid === queue.key.connector,
  );
  if (connector === undefined) return resubmit(`${letter}1`, `connector ${queue.key.object} is gone`);
  if (!connector.properties.Enabled) return resubmit(`${letter}6`, `connector ${connector.name} is disabled`);
  if (!holdsServer(connector.properties.SourceTransportServers, machine.name))
    return resubmit(letter === 'A' ? 'A3' : 'B2', `${machine.name} is no source server of ${connector.name} any more`);
  if (letter === 'A' && !connector.properties.DNSRoutingEnabled)
    return resubmit('A2', `connector ${connector.name} now routes through smart hosts`);
  if (letter === 'B' && connector.properties.DNSRoutingEnabled)
    return resubmit('B3', `connector ${connector.name} now routes by DNS`);
  return { connector };
}

const holdsServer = (list: readonly string[], name: string): boolean =>
  list.some((entry) => entry.toLowerCase().split('.')[0] === name.toLowerCase());

function resolveDnsConnector(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
): Resolved {
  const checked = localConnector(simulation, machine, queue);
  if (!('connector' in checked)) return checked;
  const { connector } = checked;
  const servers = serviceDns(simulation, service, machine, connector.properties.UseExternalDNSServersEnabled);
  const mx = resolveMx(simulation, machine, servers, queue.key.domain, queue.turn);
  if (mx.status === 'fatal')
    return {
      kind: 'ndr',
      error: '550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
      rule: 'A4',
      waitMs: mx.waitMs,
    };
  if (mx.status === 'transient')
    return { kind: 'retry', error: dnsError(machine, mx.detail), waitMs: mx.waitMs, rule: 'A5' };
  const targets = mx.hosts.map((host) => ({
    name: host.name,
    address: host.address,
    port: connector.properties.Port,
    internal: false,
  }));
  return { kind: 'targets', targets, waitMs: mx.waitMs };
}

/** Texts of a failed query (facts 1.10). */
function dnsError(machine: Machine, detail: string): string {
  const code =
    detail === 'ServFail'
      ? 'ErrorRetry'
      : detail === 'Timeout'
        ? 'ErrorTimeout'
        : detail === 'NoServers'
          ? 'ErrorNoDns'
          : 'ErrorRetry';
  return (machine.version ?? 2016) >= 2013
    ? `451 4.4.0 DNS query failed. The error was: DNS query failed with error ${code}`
    : '451 4.4.0 DNS query failed';
}

function resolveSmartHosts(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
): Resolved {
  const checked = localConnector(simulation, machine, queue);
  if (!('connector' in checked)) return checked;
  const { connector } = checked;
  if (connector.properties.SmartHosts.includes('--')) return inboundTargets(simulation, machine, queue);
  const servers = serviceDns(simulation, service, machine, connector.properties.UseExternalDNSServersEnabled);
  const targets: Target[] = [];
  let waitMs = 0;
  let failure = '';
  for (const host of rotated(connector.properties.SmartHosts, queue.turn)) {
    const found = resolveAddress(simulation, machine, servers, host);
    waitMs += found.waitMs;
    if (found.values.length === 0) failure = found.status;
    for (const { value } of found.values)
      targets.push({
        name: host.replace(/^\[|\]$/g, ''),
        address: value,
        port: connector.properties.Port,
        internal: false,
      });
  }
  if (targets.length === 0) return { kind: 'retry', error: dnsError(machine, failure), waitMs, rule: 'B5' };
  return { kind: 'targets', targets, waitMs };
}

/** Smart host `--` on an Edge server: the transport servers of the site that it is subscribed to. */
function inboundTargets(simulation: Simulation, machine: Machine, queue: Queue): Resolved {
  const table = routingTable(simulation, machine.transport!);
  const { site } = table.server;
  const hubs = [...table.servers.values()].filter(
    (server) =>
      server.hub &&
      !server.edge &&
      server.name !== table.server.name &&
      site !== null &&
      server.site?.toLowerCase() === site.toLowerCase(),
  );
  return { kind: 'targets', targets: rotated(hubs, queue.turn).map((hub) => targetOf(simulation, hub, 25)), waitMs: 0 };
}

/** Servers from 2013 on take mail of the organisation on the Transport service's own port. */
function relayPort(from: RoutedServer, to: RoutedServer): number {
  return to.edge || to.version < 2013 || from.version < 2013 ? 25 : 2525;
}

function targetOf(simulation: Simulation, server: RoutedServer, port: number): Target {
  return {
    name: server.fqdn,
    address: simulation.findMachine(server.name)?.address ?? '0.0.0.0',
    port,
    internal: true,
  };
}

function relayTargets(
  simulation: Simulation,
  table: RoutingTable,
  servers: readonly RoutedServer[],
  turn: number,
): Target[] {
  const others = servers.filter((server) => server.name !== table.server.name);
  return rotated(others, turn).map((server) => targetOf(simulation, server, relayPort(table.server, server)));
}

function resolveSourceServers(simulation: Simulation, table: RoutingTable, queue: Queue): Resolved {
  const { key } = queue;
  const group = [...simulation.directory.all('routingGroupConnector')].find(
    (candidate) => candidate.guid === key.connector,
  );
  const routed = table.connectors.find(({ object }) => object.guid === key.connector);
  if (group === undefined && (routed === undefined || !routed.object.properties.Enabled))
    return resubmit('C1', `connector ${key.object} is ${routed === undefined ? 'gone' : 'disabled'}`);
  const names = group?.properties.SourceTransportServers ?? routed!.object.properties.SourceTransportServers;
  const sources = names
    .map((name) => table.servers.get(name.toLowerCase().split('.')[0]!))
    .filter((server) => server?.hub === true) as RoutedServer[];
  const near =
    key.type === 'SmtpRelayToConnectorSourceServers'
      ? nearestFirst(
          table,
          sources.filter((server) => !server.edge),
        )
      : sources.filter((server) => server.site?.toLowerCase() === table.server.site?.toLowerCase());
  if (near.length === 0) return resubmit('C3', `no source server of ${key.object} is left here`);
  if (near.some((server) => server.name === table.server.name)) {
    // This server has become a source server; the way over the others still works as long as there are any (H5).
    if (near.length === 1) return resubmit('C3', `only this server is a source server of ${key.object}`);
  }
  return { kind: 'targets', targets: relayTargets(simulation, table, near, queue.turn), waitMs: 0 };
}

function nearestFirst(table: RoutingTable, servers: RoutedServer[]): RoutedServer[] {
  const cost = (server: RoutedServer): number =>
    server.site === null
      ? Number.POSITIVE_INFINITY
      : (table.sites.get(server.site.toLowerCase())?.cost ?? Number.POSITIVE_INFINITY);
  return servers.filter((server) => Number.isFinite(cost(server))).sort((left, right) => cost(left) - cost(right));
}

function resolveServer(simulation: Simulation, table: RoutingTable, queue: Queue, rule: string): Resolved {
  const server = table.servers.get(queue.key.object.toLowerCase());
  if (server === undefined || (!server.hub && server.version > 2003))
    return resubmit(rule, `${queue.key.object} has no Hub Transport role`);
  return { kind: 'targets', targets: relayTargets(simulation, table, [server], queue.turn), waitMs: 0 };
}

/**
 * A remote site: stop at the first hub site on the path (F5), else the site itself; behind it the sites before it on the path, so
 * that mail waits as near to the failure as it can get (queue at point of failure).
 */
function resolveSite(simulation: Simulation, table: RoutingTable, queue: Queue): Resolved {
  const name = queue.key.object;
  const path = table.sites.get(name.toLowerCase());
  if (path === undefined)
    return resubmit(
      table.servers.size > 0 && siteKnown(table, name) ? 'F2' : 'F1',
      `site ${name} can't be reached any more`,
    );
  if (!table.hubs.has(name.toLowerCase())) return resubmit('F4', `site ${name} holds no Hub Transport server any more`);
  if (path.path.length === 0) return resubmit('F1', `site ${name} is this server's own now`);
  const stop = path.path.findIndex((site) => table.hubSites.has(site.toLowerCase()));
  const reached = stop < 0 ? path.path : path.path.slice(0, stop + 1);
  const targets: Target[] = [];
  for (let index = reached.length - 1; index >= 0; index -= 1) {
    const hubs = table.hubs.get(reached[index]!.toLowerCase()) ?? [];
    targets.push(...relayTargets(simulation, table, hubs, queue.turn));
  }
  return {
    kind: 'targets',
    targets,
    waitMs: 0,
    stop: stop < 0 || stop === path.path.length - 1 ? '' : reached.at(-1)!,
  };
}

const siteKnown = (table: RoutingTable, name: string): boolean => table.knownSites.has(name.toLowerCase());

function resolveRoutingGroup(simulation: Simulation, table: RoutingTable, queue: Queue): Resolved {
  const connector = [...simulation.directory.all('routingGroupConnector')].find(
    (candidate) => candidate.guid === queue.key.connector,
  );
  if (connector === undefined) return resubmit('G1', `routing group connector ${queue.key.object} is gone`);
  if (!holdsServer(connector.properties.SourceTransportServers, table.server.name))
    return resubmit('G2', `${table.server.name} is no source server of ${connector.name} any more`);
  const bridgeheads = connector.properties.TargetTransportServers.map((name) =>
    table.servers.get(name.toLowerCase()),
  ).filter((server) => server !== undefined);
  return { kind: 'targets', targets: relayTargets(simulation, table, bridgeheads, queue.turn), waitMs: 0 };
}

function resolveGroup(simulation: Simulation, table: RoutingTable, queue: Queue): Resolved {
  const members = nearestFirst(table, groupMembers(table, queue.key.object));
  if (members.length === 0) return resubmit('F4', `${queue.key.object} has no transport server that can be reached`);
  return { kind: 'targets', targets: relayTargets(simulation, table, members, 0), waitMs: 0 };
}

function resolveDeliveryGroup(simulation: Simulation, table: RoutingTable, queue: Queue): Resolved {
  const [site = '', version = ''] = queue.key.object.split(';');
  const path = table.sites.get(site.toLowerCase());
  if (path === undefined)
    return resubmit(siteKnown(table, site) ? 'F2' : 'F1', `site ${site} can't be reached any more`);
  const major = Number(version);
  const members = (table.hubs.get(site.toLowerCase()) ?? []).filter((hub) =>
    major === 15 ? hub.version >= 2013 : major === 14 ? hub.version === 2010 : hub.version === 2007,
  );
  if (members.length === 0) return resubmit('F4', `site ${site} holds no transport server of that version any more`);
  const stop = path.path.findIndex((step) => step !== path.site && table.hubSites.has(step.toLowerCase()));
  if (stop >= 0)
    return {
      kind: 'targets',
      targets: relayTargets(simulation, table, table.hubs.get(path.path[stop]!.toLowerCase()) ?? [], queue.turn),
      waitMs: 0,
      stop: path.path[stop]!,
    };
  return { kind: 'targets', targets: relayTargets(simulation, table, members, queue.turn), waitMs: 0 };
}
