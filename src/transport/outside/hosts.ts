// Making, changing and removing outside hosts with their DNS records (spec/sandbox-cmdlets, Outside hosts).

import type { HostSettings, WorldInput } from '../../../state/schema/inputs.ts';
import { defaultTtlMs, isAddress, reverseName } from '../network/dns.ts';
import type { Simulation } from '../simulation.ts';
import type { HostView } from '../views.ts';
import { WorldError } from '../world-error.ts';
import { OutsideHost } from './outside-host.ts';

export function findHosts(simulation: Simulation, identity: string): OutsideHost[] {
  const key = identity.toLowerCase();
  return [...simulation.hosts.values()].filter(
    (host) =>
      host.name.toLowerCase() === key ||
      host.settings.Addresses.includes(key) ||
      simulation.dns.lookup(key, 'A').some(({ value }) => host.settings.Addresses.includes(value)) ||
      simulation.dns.lookup(key, 'CNAME').some(({ value }) => value.toLowerCase() === host.name.toLowerCase()),
  );
}

function oneHost(simulation: Simulation, identity: string): OutsideHost {
  const found = findHosts(simulation, identity);
  if (found.length === 0) throw new WorldError('HostNotFound', `There is no outside host '${identity}'.`, { identity });
  if (found.length > 1)
    throw new WorldError('AmbiguousIdentity', `Several outside hosts fit '${identity}'.`, { identity });
  return found[0]!;
}

function check(simulation: Simulation, settings: Partial<HostSettings>, own?: OutsideHost): void {
  for (const address of settings.Addresses ?? []) {
    if (!isAddress(address)) throw new WorldError('InvalidValue', `'${address}' is no IP address.`, { value: address });
    const holder = simulation.hostsByAddress.get(address);
    if ((holder !== undefined && holder !== own) || simulation.machinesByAddress.has(address))
      throw new WorldError('InvalidValue', `Address ${address} is in use.`, { value: address });
  }
  for (const name of ['GreylistDelayMs', 'ReplyDelayMs', 'MaxHeaderKB', 'MaxMessageSizeKB'] as const)
    if ((settings[name] ?? 0) < 0)
      throw new WorldError('InvalidValue', `${name.replace('Ms', '')} must not be negative.`, {
        value: String(settings[name]),
      });
  const behavior = settings.Behavior ?? own?.settings.Behavior;
  const code = settings.ReplyText === undefined || settings.ReplyText === null ? '' : settings.ReplyText.slice(0, 1);
  if (
    code !== '' &&
    ((behavior === 'TempFail' && code !== '4') ||
      (behavior === 'PermFail' && code !== '5') ||
      !/^[2-5]\d\d /.test(settings.ReplyText!))
  ) {
    throw new WorldError('InvalidValue', `Reply '${settings.ReplyText}' does not fit the behaviour ${behavior}.`, {
      value: settings.ReplyText!,
    });
  }
}

function checkName(name: string): void {
  if (!/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(name))
    throw new WorldError('InvalidValue', `'${name}' is no host name.`, { value: name });
}

function checkRename(simulation: Simulation, host: OutsideHost, name: string): void {
  checkName(name);
  for (const other of simulation.hosts.values())
    if (other !== host && other.name.toLowerCase() === name.toLowerCase())
      throw new WorldError('ObjectExists', `There is already a host '${name}'.`, { identity: name });
}

function freeAddress(simulation: Simulation): string {
  for (let number = 1; ; number += 1) {
    const address = `10.200.${Math.floor(number / 250)}.${(number % 250) + 1}`;
    if (!simulation.hostsByAddress.has(address) && !simulation.machinesByAddress.has(address)) return address;
  }
}

export function makeHost(simulation: Simulation, name: string, settings: Partial<HostSettings>): OutsideHost {
  const addresses =
    settings.Addresses === undefined || settings.Addresses.length === 0
      ? [freeAddress(simulation)]
      : settings.Addresses;
  const host = new OutsideHost(simulation.kernel.nextId('host'), name, { ...settings, Addresses: addresses });
  simulation.addHost(host);
  return host;
}

export function addHostRecords(simulation: Simulation, host: OutsideHost, preference: number): void {
  const { dns } = simulation;
  const add = (name: string, type: 'A' | 'PTR' | 'MX', value: string): void => {
    if (!dns.has(name, type, value))
      dns.add({ name, type, value, preference: type === 'MX' ? preference : 0, ttlMs: defaultTtlMs, servers: [] });
  };
  for (const address of host.settings.Addresses) {
    add(host.name, 'A', address);
    add(reverseName(address), 'PTR', host.name);
  }
  for (const domain of host.settings.Domains) if (domain !== '*') add(domain, 'MX', host.name);
}

export function newHost(simulation: Simulation, input: Extract<WorldInput, { kind: 'host.new' }>): string {
  if (
    simulation.hosts.size > 0 &&
    [...simulation.hosts.values()].some((host) => host.name.toLowerCase() === input.name.toLowerCase())
  )
    throw new WorldError('ObjectExists', `There is already a host '${input.name}'.`, { identity: input.name });
  checkName(input.name);
  check(simulation, input.settings);
  const host = makeHost(simulation, input.name, input.settings);
  if (input.skipDnsRecord !== true) addHostRecords(simulation, host, input.preference ?? 10);
  return host.name;
}

export function setHost(simulation: Simulation, input: Extract<WorldInput, { kind: 'host.set' }>): string {
  const host = oneHost(simulation, input.identity);
  check(simulation, input.settings, host);
  if (input.name !== undefined) checkRename(simulation, host, input.name);
  for (const address of host.settings.Addresses) simulation.hostsByAddress.delete(address);
  host.settings = { ...host.settings, ...input.settings };
  if (input.name !== undefined) host.name = input.name;
  simulation.addHost(host);
  if (host.settings.Online)
    for (const mail of host.waiting.values())
      if (mail.attempts === 0) simulation.kernel.after(100, 'outside.send', mail.id);
  return host.name;
}

export function removeHost(simulation: Simulation, input: Extract<WorldInput, { kind: 'host.remove' }>): void {
  const host = oneHost(simulation, input.identity);
  simulation.hosts.delete(host.id);
  for (const address of host.settings.Addresses) simulation.hostsByAddress.delete(address);
  for (const id of host.waiting.keys()) simulation.outgoing.delete(id);
  if (input.keepDnsRecord === true) return;
  // Its addresses tell its records also when it has been renamed.
  const names = new Set([host.name.toLowerCase()]);
  for (const record of simulation.dns.all())
    if (record.type === 'A' && host.settings.Addresses.includes(record.value)) names.add(record.name.toLowerCase());
  const reverse = new Set(host.settings.Addresses.map(reverseName));
  simulation.dns.removeWhere(
    ({ type, name, value }) =>
      (type === 'A' && (names.has(name.toLowerCase()) || host.settings.Addresses.includes(value))) ||
      (type === 'PTR' && (reverse.has(name.toLowerCase()) || names.has(value.toLowerCase()))) ||
      (type === 'MX' && names.has(value.toLowerCase())),
  );
}

export function hostView(host: OutsideHost): HostView {
  return {
    ...host.settings,
    Name: host.name,
    Accepted: host.accepted,
    Refused: host.refused,
    Waiting: host.waiting.size,
  };
}
