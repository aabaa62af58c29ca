// A new world out of an organisation's data.

import type { ConfigClass, ConfigObject, ExchangeVersion, ServerRole } from '../../state/schema/configuration.ts';
import type { JsonObject } from '../../state/schema/json.ts';
import type { MachineData, OrganizationData } from '../../state/schema/organization.ts';
import type { DefaultContext } from '../../state/schema/property-catalog.ts';
import { installDefaultPolicy } from './directory/address-policies.ts';
import { installFilterSettings, installTransportAgents } from './directory/agents.ts';
import { installCertificates } from './directory/certificates.ts';
import { Directory } from './directory/directory.ts';
import { completed } from './directory/provisioning.ts';
import { installReceiveConnectors, installServerObjects } from './directory/setup.ts';
import { guidOf } from './kernel/identifiers.ts';
import { configFile, shippedConfig } from './machines/application-config.ts';
import { installComponents, setComponentState } from './machines/components.ts';
import { Machine } from './machines/machine.ts';
import { ensureTransport } from './machines/power.ts';
import { readSettings, writeDatabaseFile } from './machines/services.ts';
import { defaultTtlMs, isAddress, reverseName } from './network/dns.ts';
import { hostsFile } from './network/resolver.ts';
import { defaultDomain } from './notifications/dsn.ts';
import { addHostRecords, makeHost } from './outside/hosts.ts';
import { type Effects, Simulation } from './simulation.ts';

const emptyHostsFile =
  '# Copyright (c) 1993-2009 Microsoft Corp.\r\n#\r\n# This is a sample HOSTS file used by Microsoft TCP/IP for Windows.\r\n#\r\n#\t127.0.0.1       localhost\r\n#\t::1             localhost\r\n';

export function newSimulation(data: OrganizationData, effects: Effects, start: number, seed: number): Simulation {
  const simulation = new Simulation(data, effects, start, seed);
  simulation.directory = new Directory(data.forest, (configClass, name, properties) =>
    defaultsContext(simulation, configClass, name, properties),
  );
  return simulation;
}

/** Version and role that an object's defaults follow: its server's, else the newest of the organisation. */
export function defaultsContext(
  simulation: Simulation,
  configClass: ConfigClass,
  name: string,
  properties: JsonObject,
): DefaultContext {
  const sources = properties.SourceTransportServers;
  const server =
    typeof properties.Server === 'string' && configClass === 'receiveConnector'
      ? properties.Server
      : Array.isArray(sources) && typeof sources[0] === 'string'
        ? sources[0]
        : name;
  const machine = [
    'server',
    'transportService',
    'frontendTransportService',
    'mailboxTransportService',
    'mailboxServer',
    'receiveConnector',
    'sendConnector',
    'foreignConnector',
    'deliveryAgentConnector',
  ].includes(configClass)
    ? simulation.findMachine(server)
    : undefined;
  let newest = 2003;
  for (const candidate of simulation.machinesById.values()) newest = Math.max(newest, candidate.version ?? 2003);
  return {
    version: machine?.version ?? (newest as ExchangeVersion),
    edge: machine?.isEdge === true && configClass !== 'sendConnector',
  };
}

export function createSimulation(data: OrganizationData, effects: Effects, seed: number): Simulation {
  const simulation = newSimulation(data, effects, Date.parse(data.start), seed);
  for (const server of data.dnsServers) {
    simulation.dns.servers.set(server.address, {
      name: server.name,
      address: server.address,
      behavior: server.behavior ?? 'Answer',
      zones: new Map(
        Object.entries(server.zoneBehavior ?? {}).map(([zone, behavior]) => [zone.toLowerCase(), behavior]),
      ),
      latencyMs: 10,
    });
  }
  const groups = data.objects.filter((object) => object.class === 'databaseAvailabilityGroup');
  for (const machine of data.machines)
    addMachine(
      simulation,
      machine,
      groups.some((group) => (group.properties.Servers as string[]).includes(machine.name)),
    );
  createObjects(simulation, data);
  for (const record of data.dnsRecords) {
    if (!simulation.dns.has(record.name, record.type, record.value))
      simulation.dns.add({
        name: record.name,
        type: record.type,
        value: record.value,
        preference: record.preference ?? 10,
        ttlMs: record.ttlMs ?? defaultTtlMs,
        servers: [],
      });
  }
  for (const { name, preference, skipDnsRecord, ...settings } of data.hosts) {
    const host = makeHost(simulation, name, settings);
    if (skipDnsRecord !== true) addHostRecords(simulation, host, preference ?? 10);
  }
  for (const { server, path } of data.directories ?? []) simulation.machine(server).directories.add(path.toLowerCase());
  for (const entry of data.components ?? [])
    setComponentState(
      simulation.machine(entry.server),
      entry.component,
      entry.requester,
      entry.state,
      'both',
      simulation.now,
    );
  for (const machine of simulation.machinesById.values()) {
    if (machine.transport === undefined) continue;
    readSettings(simulation, machine);
    writeDatabaseFile(simulation, machine);
    if (machine.version !== 2003) effects.disk.write(machine.name, configFile(machine), shippedConfig());
    simulation.kernel.after(0, 'routing.notify', machine.id);
    simulation.kernel.after(43_200_000, 'routing.reload', machine.id);
  }
  return simulation;
}

function addMachine(simulation: Simulation, data: MachineData, inGroup: boolean): void {
  const adapters = data.adapters.map((adapter) => ({
    ...adapter,
    guid: adapter.guid ?? guidOf(`${data.name}/${adapter.name}/${adapter.address}`),
  }));
  const machine = new Machine(simulation.kernel.nextId('machine'), data.name, data.domain, adapters);
  machine.version = data.version as ExchangeVersion | undefined;
  machine.build = data.build ?? '';
  machine.roles = (data.roles ?? []) as ServerRole[];
  machine.site = data.site ?? null;
  machine.memoryGB = data.memoryGB ?? 64;
  machine.diskSizeGB = data.diskSizeGB ?? 500;
  machine.inGroup = inGroup;
  machine.files.set(hostsFile, emptyHostsFile);
  machine.installServices(true);
  installComponents(machine, simulation.now);
  simulation.addMachine(machine);
  for (const { address } of adapters) addMachineRecords(simulation, machine, address);
}

function addMachineRecords(simulation: Simulation, machine: Machine, address: string): void {
  const { dns } = simulation;
  if (!isAddress(address)) return;
  const name = machine.fqdn.toLowerCase();
  dns.add({ name, type: 'A', value: address, preference: 0, ttlMs: defaultTtlMs, servers: [] });
  dns.add({ name: reverseName(address), type: 'PTR', value: name, preference: 0, ttlMs: defaultTtlMs, servers: [] });
}

function createObjects(simulation: Simulation, data: OrganizationData): void {
  const { directory, now } = simulation;
  const topology = new Set<ConfigClass>([
    'adSite',
    'adSiteLink',
    'databaseAvailabilityGroup',
    'routingGroup',
    'acceptedDomain',
    'transportConfig',
  ]);
  directory.create('organization', data.title, { Forest: data.forest }, now);
  const make = (object: OrganizationData['objects'][number]): void => {
    const present = directory.find(object.class, object.name);
    if (present !== undefined && object.class === 'transportService')
      directory.set(present as ConfigObject, object.properties, now);
    else
      directory.create(
        object.class,
        object.name,
        completed(simulation, object.class, object.name, object.properties),
        now,
      );
  };
  for (const object of data.objects) if (topology.has(object.class)) make(object);
  for (const machineData of data.machines) {
    const machine = simulation.machine(machineData.name);
    if (machine.version === undefined) continue;
    const group = directory
      .sorted('databaseAvailabilityGroup')
      .find(({ properties }) => properties.Servers.includes(machine.name));
    installServerObjects(simulation, machine, group?.name ?? null, machineData.routingGroup ?? null);
    installReceiveConnectors(simulation, machine);
    directory.withoutCounting(() => {
      installTransportAgents(simulation, machine);
      installFilterSettings(simulation, machine);
      installCertificates(simulation, machine);
    });
    ensureTransport(simulation, machine);
  }
  for (const object of data.objects) if (!topology.has(object.class)) make(object);
  installDefaultPolicy(simulation, defaultDomain(simulation));
}
