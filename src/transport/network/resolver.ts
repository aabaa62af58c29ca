// How a machine of the organisation turns names into addresses: hosts file, its cache, its DNS servers in order.

import type { DnsType } from '../../../state/schema/inputs.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';
import { reach } from './connection.ts';
import { type DnsServer, isAddress } from './dns.ts';

/** A DNS server that does not answer is given up after this. */
export const dnsTimeoutMs = 10_000;

export const hostsFile = 'c:\\windows\\system32\\drivers\\etc\\hosts';

export interface Resolution {
  /** `NoError` with an empty list: the name exists, but not with this type. */
  status: 'NoError' | 'NxDomain' | 'ServFail' | 'Refused' | 'Timeout' | 'NoServers';
  values: { value: string; preference: number }[];
  waitMs: number;
}

/** DNS servers of all adapters of a machine, in order. */
export function adapterServers(machine: Machine, adapterGuid?: string): string[] {
  const adapters =
    adapterGuid === undefined
      ? machine.adapters
      : machine.adapters.filter((adapter) => adapter.guid.toLowerCase() === adapterGuid.toLowerCase());
  return [...new Set(adapters.flatMap((adapter) => adapter.dnsServers))];
}

/** One question to one server over the network. */
export function askServer(
  simulation: Simulation,
  machine: Machine,
  address: string,
  name: string,
  type: DnsType,
): {
  status: Resolution['status'];
  records: { name: string; type: DnsType; value: string; preference: number; ttlMs: number }[];
  waitMs: number;
  server: DnsServer | undefined;
} {
  const server = simulation.dns.servers.get(address);
  const standing = simulation.machinesByAddress.get(address);
  const dead =
    server === undefined || (standing !== undefined && reach(simulation, { machine }, address).result !== 'ok');
  if (dead) return { status: 'Timeout', records: [], waitMs: dnsTimeoutMs, server };
  const answer = simulation.dns.ask(server, name, type);
  if (answer.status === 'Timeout') return { status: 'Timeout', records: [], waitMs: dnsTimeoutMs, server };
  return { status: answer.status, records: answer.records, waitMs: server.latencyMs, server };
}

/** Asks the servers in order until one gives an answer that counts: records, or an authoritative no. */
export function resolve(
  simulation: Simulation,
  machine: Machine,
  servers: readonly string[],
  name: string,
  type: DnsType,
): Resolution {
  const cacheKey = `${type}/${name.toLowerCase()}/${servers.join(',')}`;
  const cached = machine.dnsCache.get(cacheKey);
  if (cached !== undefined && cached.expires > simulation.now)
    return { status: cached.status as Resolution['status'], values: cached.values, waitMs: 0 };
  let waitMs = 0;
  let status: Resolution['status'] = servers.length === 0 ? 'NoServers' : 'Timeout';
  for (const address of servers) {
    const answer = askServer(simulation, machine, address, name, type);
    waitMs += answer.waitMs;
    status = answer.status;
    if (status !== 'NoError' && status !== 'NxDomain') continue;
    const wanted = answer.records.filter((record) => record.type === type);
    const values = wanted.map(({ value, preference }) => ({ value, preference }));
    if (status === 'NoError' && wanted.length > 0) {
      const ttlMs = Math.min(...answer.records.map((record) => record.ttlMs));
      machine.dnsCache.set(cacheKey, { expires: simulation.now + ttlMs, status, values });
    }
    return { status, values, waitMs };
  }
  return { status, values: [], waitMs };
}

/** Addresses that the hosts file gives a name; lines like `10.1.1.10  mx1.fabrikam.com  # comment`. */
export function hostsFileAddresses(machine: Machine, name: string): string[] {
  const text = machine.files.get(hostsFile);
  if (text === undefined) return [];
  const key = name.toLowerCase();
  const result: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [address = '', ...names] = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (isAddress(address) && names.some((candidate) => candidate.toLowerCase() === key)) result.push(address);
  }
  return result;
}

/** Host name to addresses. */
export function resolveAddress(
  simulation: Simulation,
  machine: Machine,
  servers: readonly string[],
  name: string,
): Resolution {
  const bare = name.replace(/^\[|\]$/g, '');
  if (isAddress(bare)) return { status: 'NoError', values: [{ value: bare, preference: 0 }], waitMs: 0 };
  const listed = hostsFileAddresses(machine, bare);
  if (listed.length > 0)
    return { status: 'NoError', values: listed.map((value) => ({ value, preference: 0 })), waitMs: 0 };
  const qualified = bare.includes('.') ? bare : `${bare}.${machine.domain}`;
  return resolve(simulation, machine, servers, qualified, 'A');
}

export interface MailHost {
  name: string;
  address: string;
}

export interface MxResolution {
  status: 'ok' | 'fatal' | 'transient';
  /** In order of preference; equal ones take turns. */
  hosts: MailHost[];
  detail: string;
  waitMs: number;
}

/**
 * Hosts that take mail for a domain: MX records by preference, else the domain's own address. Fatal is only an authoritative
 * answer that the domain does not exist (rule A4); everything else may pass (A5).
 */
export function resolveMx(
  simulation: Simulation,
  machine: Machine,
  servers: readonly string[],
  domain: string,
  turn: number,
): MxResolution {
  const mx = resolve(simulation, machine, servers, domain, 'MX');
  let { waitMs } = mx;
  if (mx.status === 'NxDomain') return { status: 'fatal', hosts: [], detail: 'NonExistentDomain', waitMs };
  if (mx.status !== 'NoError') return { status: 'transient', hosts: [], detail: mx.status, waitMs };
  const exchangers = mx.values.length > 0 ? orderByPreference(mx.values, turn) : [domain];
  const hosts: MailHost[] = [];
  let transient = false;
  for (const exchanger of exchangers) {
    const addresses = resolveAddress(simulation, machine, servers, exchanger);
    waitMs += addresses.waitMs;
    if (addresses.status !== 'NoError' && addresses.status !== 'NxDomain') transient = true;
    for (const { value } of addresses.values) hosts.push({ name: exchanger, address: value });
  }
  if (hosts.length > 0) return { status: 'ok', hosts, detail: '', waitMs };
  return transient
    ? { status: 'transient', hosts, detail: 'ServFail', waitMs }
    : { status: 'fatal', hosts, detail: 'NonExistentDomain', waitMs };
}

function orderByPreference(values: readonly { value: string; preference: number }[], turn: number): string[] {
  const groups = new Map<number, string[]>();
  for (const { value, preference } of values) groups.set(preference, [...(groups.get(preference) ?? []), value]);
  return [...groups.keys()]
    .sort((left, right) => left - right)
    .flatMap((preference) => rotated(groups.get(preference)!, turn));
}

/** The list begun at the turn's place. */
export function rotated<T>(list: readonly T[], turn: number): T[] {
  if (list.length < 2) return [...list];
  const start = turn % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
