// Machines going off and coming back, changing roles and sites; databases moving to another copy.

import type { ConfigObject, ServerRole } from '../../../state/schema/configuration.ts';
import type { MachineSettings } from '../../../state/schema/inputs.ts';
import { installFilterSettings, installTransportAgents } from '../directory/agents.ts';
import { installReceiveConnectors } from '../directory/setup.ts';
import { TransportService } from '../queues/transport-service.ts';
import { requestAfterFailover } from '../redundancy/automatic-requests.ts';
import { dropSessions } from '../session/hand-session.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import { measurePressure } from './back-pressure.ts';
import { componentState } from './components.ts';
import type { Machine, ServiceState } from './machine.ts';
import { failoverDelayMs, readSettings, transportStarted, transportStopped } from './services.ts';

const bootTimeMs = 20_000;
const startStepMs = 3000;

const rolesByVersion: Record<number, readonly string[]> = {
  2003: ['Mailbox', 'Bridgehead'],
  2007: ['Mailbox', 'ClientAccess', 'HubTransport', 'UnifiedMessaging', 'EdgeTransport'],
  2010: ['Mailbox', 'ClientAccess', 'HubTransport', 'UnifiedMessaging', 'EdgeTransport'],
  2013: ['Mailbox', 'ClientAccess', 'EdgeTransport'],
  2016: ['Mailbox', 'EdgeTransport'],
  2019: ['Mailbox', 'EdgeTransport'],
};

export function setMachine(simulation: Simulation, machine: Machine, settings: MachineSettings): void {
  validate(simulation, machine, settings);
  if (settings.memoryGB !== undefined) machine.memoryGB = settings.memoryGB;
  if (settings.diskSizeGB !== undefined) machine.diskSizeGB = settings.diskSizeGB;
  if (settings.memoryLoadPercent !== undefined) machine.memoryLoadPercent = settings.memoryLoadPercent;
  if (settings.diskFreeGB !== undefined) machine.diskFreeGB = settings.diskFreeGB;
  if (settings.versionBuckets !== undefined) machine.versionBuckets = settings.versionBuckets;
  if (settings.site !== undefined) setSite(simulation, machine, settings.site);
  if (settings.roles !== undefined) setRoles(simulation, machine, settings.roles);
  if (settings.crash === true) powerOff(simulation, machine, true);
  if (settings.online === false) powerOff(simulation, machine, false);
  if (settings.online === true) powerOn(simulation, machine);
  if (machine.transport !== undefined && simulation.transportRuns(machine))
    measurePressure(simulation, machine.transport);
}

function validate(simulation: Simulation, machine: Machine, settings: MachineSettings): void {
  if (settings.site !== undefined && simulation.directory.find('adSite', settings.site) === undefined)
    throw new WorldError('InvalidValue', `There is no site '${settings.site}'.`, { site: settings.site });
  validateMeasures(machine, settings);
  if (settings.roles === undefined) return;
  const allowed = rolesByVersion[machine.version ?? 0] ?? [];
  for (const role of settings.roles) {
    if (role.toLowerCase() !== 'none' && !allowed.some((name) => name.toLowerCase() === role.toLowerCase()))
      throw new WorldError('InvalidValue', `${machine.name} can't have the role '${role}'.`, { role });
  }
}

/** A machine has some memory and disk, no more than all of it can be in use or free, and nothing is less than nothing. */
function validateMeasures(machine: Machine, settings: MachineSettings): void {
  const { memoryGB = machine.memoryGB, diskSizeGB = machine.diskSizeGB } = settings;
  const { memoryLoadPercent, diskFreeGB, versionBuckets } = settings;
  const check = (what: string, value: number | null | undefined, fits: (value: number) => boolean): void => {
    if (value !== null && value !== undefined && !fits(value))
      throw new WorldError('InvalidValue', `${machine.name} can't have ${what}.`, { value: String(value) });
  };
  check(`${memoryGB} GB of memory`, memoryGB, (value) => value > 0);
  check(`a disk of ${diskSizeGB} GB`, diskSizeGB, (value) => value > 0);
  check(`a memory load of ${memoryLoadPercent} %`, memoryLoadPercent, (value) => value >= 0 && value <= 100);
  check(
    `${diskFreeGB} GB free on a disk of ${diskSizeGB} GB`,
    diskFreeGB,
    (value) => value >= 0 && value <= diskSizeGB,
  );
  check(`${versionBuckets} version buckets in use`, versionBuckets, (value) => value >= 0);
}

function setSite(simulation: Simulation, machine: Machine, site: string): void {
  const name = simulation.directory.get('adSite', site).name;
  machine.site = name;
  const server = simulation.directory.find('server', machine.name);
  if (server !== undefined) simulation.directory.set(server, { Site: name }, simulation.now);
}

function setRoles(simulation: Simulation, machine: Machine, roles: readonly string[]): void {
  const allowed = rolesByVersion[machine.version ?? 0] ?? [];
  const wanted = roles.flatMap((role) =>
    allowed.filter((name) => name.toLowerCase() === role.toLowerCase()),
  ) as ServerRole[];
  const ran = simulation.transportRuns(machine);
  machine.roles = wanted;
  const server = simulation.directory.find('server', machine.name);
  if (server !== undefined) simulation.directory.set(server, { ServerRole: wanted }, simulation.now);
  machine.installServices(machine.online);
  installReceiveConnectors(simulation, machine);
  installTransportAgents(simulation, machine);
  installFilterSettings(simulation, machine);
  ensureTransport(simulation, machine);
  const runs = simulation.transportRuns(machine);
  if (ran && !runs) transportStopped(simulation, machine);
  if (!ran && runs) transportStarted(simulation, machine);
}

/** The queue database of a machine with a transport role; it stays when the role goes. */
export function ensureTransport(simulation: Simulation, machine: Machine): void {
  const needs = machine.version === 2003 || machine.hasTransportRole;
  if (!needs || machine.transport !== undefined) return;
  machine.transport = new TransportService(machine.id);
  machine.transport.initialize(() => simulation.kernel.nextId('queue'), simulation.now);
  for (const queue of machine.transport.queues.values()) simulation.queues.set(queue.id, queue);
}

function powerOff(simulation: Simulation, machine: Machine, crash: boolean): void {
  if (!machine.online) return;
  machine.online = false;
  if (crash) machine.lastCrash = simulation.now;
  transportStopped(simulation, machine);
  dropSessions(simulation, machine.address);
  machine.dnsCache.clear();
  simulation.kernel.after(failoverDelayMs, 'database.failover', machine.id, simulation.now);
}

function powerOn(simulation: Simulation, machine: Machine): void {
  if (machine.online) return;
  machine.online = true;
  machine.lastStart = simulation.now;
  const depths = new Map<string, number>();
  const depth = (state: ServiceState): number => {
    const key = state.definition.name.toLowerCase();
    const known = depths.get(key);
    if (known !== undefined) return known;
    depths.set(key, 0);
    const own = state.definition.dependsOn.reduce((most, name) => {
      const other = machine.services.get(name.toLowerCase());
      return other === undefined ? most : Math.max(most, depth(other) + 1);
    }, 0);
    depths.set(key, own);
    return own;
  };
  for (const [key, state] of machine.services) {
    state.status = 'Stopped';
    if (state.definition.start !== 'Automatic') continue;
    state.status = 'StartPending';
    state.completesAt = simulation.now + bootTimeMs + depth(state) * startStepMs;
    simulation.kernel.at(state.completesAt, 'service.change', machine.id, key);
  }
  readSettings(simulation, machine);
}

/**
 * Event `database.failover`: Active Manager mounts the databases of a lost server on another copy (facts: DAG). When it was lost without
 * a clean end (`lostAt` is not 0), the copy may lack the last changes, and Safety Net is asked for them.
 */
export function failOver(simulation: Simulation, machineId: number, lostAt: number | string): void {
  const machine = simulation.machineById(machineId);
  if (machine.isRunning('MSExchangeIS')) return;
  for (const database of simulation.directory.sorted('database')) {
    if (database.properties.Server?.toLowerCase() !== machine.name.toLowerCase() || !database.properties.Mounted)
      continue;
    const target = activationTarget(simulation, activatableCopies(database), machine);
    if (target === undefined) continue;
    simulation.directory.set(database, { Server: target.name }, simulation.now);
    simulation.notifyRouting();
    if (Number(lostAt) > 0) requestAfterFailover(simulation, database, Number(lostAt));
  }
}

/** Servers whose copy nobody suspended (Suspend-MailboxDatabaseCopy); entries may carry a comment. */
export function activatableCopies({ properties }: ConfigObject<'database'>): string[] {
  const suspended = [properties.SuspendedCopies, properties.ActivationSuspendedCopies]
    .flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
    .map((entry) => entry.split('=')[0]!.toLowerCase());
  return properties.Servers.filter((server) => !suspended.includes(server.toLowerCase()));
}

export function activationTarget(simulation: Simulation, copies: readonly string[], not: Machine): Machine | undefined {
  for (const name of copies) {
    const candidate = simulation.findMachine(name);
    if (
      candidate === undefined ||
      candidate === not ||
      !candidate.isRunning('MSExchangeIS') ||
      componentState(candidate, 'HighAvailability') !== 'Active'
    )
      continue;
    if (
      simulation.directory.find('mailboxServer', candidate.name)?.properties.DatabaseCopyAutoActivationPolicy ===
      'Blocked'
    )
      continue;
    return candidate;
  }
  return undefined;
}
