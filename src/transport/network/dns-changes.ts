// Changes of DNS records and servers: what is impossible is refused before anything has changed (spec/sandbox-cmdlets, DNS).

import type { DnsType, InputResult, WorldInput } from '../../../state/schema/inputs.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import { type DnsServer, defaultTtlMs, isAddress } from './dns.ts';

type Of<K extends WorldInput['kind']> = Extract<WorldInput, { kind: K }>;

/** Eight groups of hexadecimal digits, or fewer around one `::`. */
function isLongAddress(text: string): boolean {
  const parts = text.split('::');
  if (parts.length > 2 || !/^[0-9A-Fa-f:]+$/.test(text)) return false;
  const groups = parts.flatMap((part) => (part === '' ? [] : part.split(':')));
  const fits = groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
  return fits && (parts.length === 2 ? groups.length < 8 : groups.length === 8);
}

const isName = (text: string): boolean => /^[A-Za-z0-9_*-]+(\.[A-Za-z0-9_-]+)*\.?$/.test(text);

function checkValue(type: DnsType, value: string): void {
  const fits =
    type === 'A' ? isAddress(value) : type === 'AAAA' ? isLongAddress(value) : type === 'TXT' || isName(value);
  if (fits) return;
  const kind = type === 'A' || type === 'AAAA' ? 'IP address' : 'host name';
  throw new WorldError('InvalidValue', `'${value}' is no ${kind}.`, { value });
}

function checkNumbers(input: { preference?: number; ttlMs?: number }): void {
  const { preference = 0, ttlMs = 0 } = input;
  if (ttlMs < 0)
    throw new WorldError('InvalidValue', 'The time to live must not be negative.', { value: String(ttlMs) });
  if (preference < 0 || preference > 65_535)
    throw new WorldError('InvalidValue', `A preference lies between 0 and 65535, not at ${preference}.`, {
      value: String(preference),
    });
}

function refuseSecond(simulation: Simulation, name: string, type: DnsType, value: string): void {
  const identity = `${name}/${type}/${value}`;
  if (simulation.dns.has(name, type, value))
    throw new WorldError('ObjectExists', `There is already a record ${identity}.`, { identity });
}

export function newRecords(simulation: Simulation, input: Of<'dnsRecord.new'>): InputResult {
  const { name, type, values } = input;
  if (!isName(name)) throw new WorldError('InvalidValue', `'${name}' is no name of a record.`, { value: name });
  checkNumbers(input);
  for (const value of values) {
    checkValue(type, value);
    refuseSecond(simulation, name, type, value);
  }
  const servers = serverAddresses(simulation, input.servers ?? []);
  for (const value of new Set(values)) {
    simulation.dns.add({
      name,
      type,
      value,
      preference: type === 'MX' ? (input.preference ?? 10) : 0,
      ttlMs: input.ttlMs ?? defaultTtlMs,
      servers,
    });
  }
  return { identity: `${name}/${type}/${values[0] ?? ''}`, count: values.length };
}

export function setRecord(simulation: Simulation, input: Of<'dnsRecord.set'>): InputResult {
  const record = simulation.dns.find(input.identity);
  checkNumbers(input);
  const { value, preference, ttlMs } = input;
  if (value !== undefined && value.toLowerCase() !== record.value.toLowerCase()) {
    checkValue(record.type, value);
    refuseSecond(simulation, record.name, record.type, value);
  }
  const servers = input.servers === undefined ? record.servers : serverAddresses(simulation, input.servers);
  Object.assign(record, {
    value: value ?? record.value,
    preference: record.type === 'MX' ? (preference ?? record.preference) : 0,
    ttlMs: ttlMs ?? record.ttlMs,
    servers,
  });
  return { identity: simulation.dns.identityOf(record) };
}

function serverOf(simulation: Simulation, identity: string): DnsServer {
  const server = simulation.dns.findServer(identity);
  if (server === undefined)
    throw new WorldError('DnsServerNotFound', `There is no DNS server '${identity}'.`, { identity });
  return server;
}

const serverAddresses = (simulation: Simulation, names: readonly string[]): string[] =>
  names.map((name) => serverOf(simulation, name).address);

export function setDnsServer(simulation: Simulation, input: Of<'dnsServer.set'>): InputResult {
  const server = serverOf(simulation, input.identity);
  const { latencyMs, behavior, zones } = input;
  if (latencyMs !== undefined && latencyMs < 0)
    throw new WorldError('InvalidValue', 'A latency must not be negative.', { value: String(latencyMs) });
  if (latencyMs !== undefined) server.latencyMs = latencyMs;
  if (behavior !== undefined && zones === undefined) server.behavior = behavior;
  for (const zone of zones ?? []) {
    if (behavior === undefined) continue;
    if (behavior === 'Answer') server.zones.delete(zone.toLowerCase());
    else server.zones.set(zone.toLowerCase(), behavior);
  }
  return { identity: server.address };
}
