// Reaching an address over the network: who answers there, on which port, after what time.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import type { OutsideHost } from '../outside/outside-host.ts';
import type { Simulation } from '../simulation.ts';
import { internet, type LinkEnd, perimeter } from './links.ts';

/** A connection to an address that nobody answers fails after this (design: Transport). */
export const connectTimeoutMs = 21_000;

/** Who a connection comes from. */
export type Origin = { machine: Machine } | { host: OutsideHost } | { address: string };

export interface ConnectResult {
  result: 'ok' | 'refused' | 'timeout';
  waitMs: number;
  latencyMs: number;
  machine?: Machine;
  host?: OutsideHost;
}

export function endOf(machine: Machine): LinkEnd {
  return { name: machine.name, place: machine.isEdge || machine.site === null ? perimeter : machine.site };
}

function originEnd(simulation: Simulation, origin: Origin): LinkEnd {
  if ('machine' in origin) return endOf(origin.machine);
  if ('host' in origin) return { name: origin.host.name, place: internet };
  const machine = simulation.machinesByAddress.get(origin.address);
  if (machine !== undefined) return endOf(machine);
  const host = simulation.hostsByAddress.get(origin.address);
  return { name: host?.name ?? origin.address, place: internet };
}

/** Whether packets get through to an address; nothing about ports. */
export function reach(simulation: Simulation, origin: Origin, address: string): ConnectResult {
  const machine = simulation.machinesByAddress.get(address);
  const host = simulation.hostsByAddress.get(address);
  const online = machine?.online ?? host?.settings.Online ?? false;
  const target: LinkEnd = machine !== undefined ? endOf(machine) : { name: host?.name ?? address, place: internet };
  const link = simulation.links.between(originEnd(simulation, origin), target);
  if (!online || !link.up || link.lossPercent >= 100)
    return { result: 'timeout', waitMs: connectTimeoutMs, latencyMs: link.latencyMs };
  // Of lost packets the first retransmissions cost three seconds each; three losses in a row end the attempt.
  let waitMs = link.latencyMs;
  if (link.lossPercent > 0) {
    for (let lost = 0; lost < 3; lost += 1) {
      if (!simulation.kernel.random.chance(Math.round(link.lossPercent * 10), 1000))
        return { result: 'ok', waitMs, latencyMs: link.latencyMs, machine, host };
      waitMs += 3000 << lost;
    }
    return { result: 'timeout', waitMs: connectTimeoutMs, latencyMs: link.latencyMs };
  }
  return { result: 'ok', waitMs, latencyMs: link.latencyMs, machine, host };
}

/** Opens a TCP connection. */
export function connect(simulation: Simulation, origin: Origin, address: string, port: number): ConnectResult {
  const way = reach(simulation, origin, address);
  if (way.result !== 'ok') return way;
  const listening =
    way.machine !== undefined
      ? machineListens(simulation, way.machine, port, address)
      : port === 25 && way.host!.settings.Behavior !== 'Refuse';
  return listening ? way : { ...way, result: 'refused' };
}

/** Port of the Mailbox Transport Delivery service (2013+), which no Receive connector stands for. */
export const deliveryPort = 475;

/** Some service listens on a binding that fits; who may talk to it is seen when the session begins. */
function machineListens(simulation: Simulation, machine: Machine, port: number, local: string): boolean {
  if (machine.version === 2003) return port === 25 && machine.isRunning('SMTPSVC');
  if (port === deliveryPort) return machine.isRunning('MSExchangeDelivery');
  return connectorChain(simulation, machine, port, anyRemote, local).some((connector) =>
    machine.isRunning(serviceOfConnector(connector)),
  );
}

/** Service that stands behind a connector. */
export function serviceOfConnector(connector: ConfigObject<'receiveConnector'>): string {
  return connector.properties.TransportRole === 'FrontendTransport'
    ? 'MSExchangeFrontEndTransport'
    : 'MSExchangeTransport';
}

type ReceiveConnector = ConfigObject<'receiveConnector'>;

/** Connectors by server, port and remote address, the most specific first; kept until the directory changes. */
const connectorCache = new WeakMap<Simulation, { version: number; chains: Map<string, ReceiveConnector[]> }>();

/** In place of a remote address: connectors for anybody. */
const anyRemote = '*';

function connectorChain(
  simulation: Simulation,
  machine: Machine,
  port: number,
  remote: string,
  local: string,
): readonly ReceiveConnector[] {
  let cache = connectorCache.get(simulation);
  if (cache === undefined || cache.version !== simulation.directory.version) {
    cache = { version: simulation.directory.version, chains: new Map() };
    connectorCache.set(simulation, cache);
  }
  const key = `${machine.id}/${port}/${remote}/${local}`;
  let chain = cache.chains.get(key);
  if (chain === undefined) {
    chain = sortedConnectors(simulation, machine, port, remote, local);
    if (cache.chains.size > 5000) cache.chains.clear();
    cache.chains.set(key, chain);
  }
  return chain;
}

function sortedConnectors(
  simulation: Simulation,
  machine: Machine,
  port: number,
  remote: string,
  local: string,
): ReceiveConnector[] {
  const server = machine.name.toLowerCase();
  const fitting: { connector: ReceiveConnector; exact: boolean; width: number }[] = [];
  for (const connector of simulation.directory.all('receiveConnector')) {
    const { Server, Enabled, Bindings, RemoteIPRanges } = connector.properties;
    if (Server.toLowerCase() !== server || !Enabled) continue;
    const hosts = Bindings.map(bindingOf)
      .filter((binding) => binding.port === port)
      .map(({ host }) => host);
    const exact = hosts.includes(local);
    if (!exact && !hosts.some((host) => host === '0.0.0.0' || host === '*')) continue;
    const width = remote === anyRemote ? 0 : rangeWidth(RemoteIPRanges, remote);
    if (Number.isFinite(width)) fitting.push({ connector, exact, width });
  }
  return fitting
    .sort((left, right) => Number(right.exact) - Number(left.exact) || left.width - right.width)
    .map(({ connector }) => connector);
}

/** `192.168.1.5:25`, `0.0.0.0:25`, `[::]:25`. */
export function bindingOf(binding: string): { host: string; port: number } {
  const colon = binding.lastIndexOf(':');
  return { host: binding.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(binding.slice(colon + 1)) };
}

/** The connector that answers: local address and port first, then the most specific range of remote addresses (facts 8.3). */
export function receiveConnectorFor(
  simulation: Simulation,
  machine: Machine,
  port: number,
  remote: string,
  local = machine.address,
): ReceiveConnector | undefined {
  for (const connector of connectorChain(simulation, machine, port, remote, local)) {
    if (machine.isRunning(serviceOfConnector(connector))) return connector;
  }
  return undefined;
}

/** Number of addresses in the narrowest of the ranges that holds the address; infinite when none does. */
export function rangeWidth(ranges: readonly string[], address: string): number {
  let best = Number.POSITIVE_INFINITY;
  const value = addressNumber(address);
  if (value === undefined) return best;
  for (const range of ranges) {
    const bounds = rangeBounds(range);
    if (bounds !== undefined && value >= bounds[0] && value <= bounds[1]) best = Math.min(best, bounds[1] - bounds[0]);
  }
  return best;
}

export function addressNumber(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    const byte = Number(part);
    if (!/^\d{1,3}$/.test(part) || byte > 255) return undefined;
    value = value * 256 + byte;
  }
  return value;
}

/** `10.0.0.0/8`, `10.0.0.1-10.0.0.9`, `10.0.0.1`. */
export function rangeBounds(range: string): [number, number] | undefined {
  const [first = '', last] = range.split('-');
  if (last !== undefined) {
    const low = addressNumber(first);
    const high = addressNumber(last);
    return low === undefined || high === undefined ? undefined : [low, high];
  }
  const [base = '', bits] = range.split('/');
  const value = addressNumber(base);
  if (value === undefined) return undefined;
  if (bits === undefined) return [value, value];
  const size = 2 ** (32 - Number(bits));
  const low = Math.floor(value / size) * size;
  return [low, low + size - 1];
}
