// Windows services: start, stop, what depends on what, and what the start and end of each mean for mail.

import { installPath } from '../../../state/schema/property-catalog.ts';
import { loadedAgents } from '../directory/agents.ts';
import { scheduleTimers, startAttempt, wakeCategorizer } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { setPoisonAside } from '../queues/poison.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { checkInternalCertificate } from '../receive/certificates.ts';
import { beginNewDatabase } from '../redundancy/automatic-requests.ts';
import { resumeRequests } from '../redundancy/resubmit-requests.ts';
import { scheduleHeartbeat } from '../redundancy/shadow.ts';
import { dnsServersFor } from '../routing/enhanced-dns.ts';
import { reloadRouting } from '../routing/reload.ts';
import { dropSessions } from '../session/hand-session.ts';
import type { Simulation } from '../simulation.ts';
import { scheduleSubmission } from '../store/submission.ts';
import type { ServiceView } from '../views.ts';
import { WorldError } from '../world-error.ts';
import { type ApplicationConfig, configFile, readConfig } from './application-config.ts';
import { measurePressure } from './back-pressure.ts';
import { logServiceState } from './components.ts';
import { type Machine, processIdOf, type ServiceState } from './machine.ts';

const stopTimeMs: Record<string, number> = {
  msexchangetransport: 4000,
  msexchangeis: 5000,
  msexchangefrontendtransport: 3000,
};
const startTimeMs: Record<string, number> = {
  msexchangetransport: 6000,
  msexchangeis: 8000,
  msexchangefrontendtransport: 4000,
};
const usualTimeMs = 1500;

export function findService(machine: Machine, name: string): ServiceState {
  const key = name.toLowerCase();
  const found =
    machine.services.get(key) ??
    [...machine.services.values()].find((state) => state.definition.displayName.toLowerCase() === key);
  if (found === undefined)
    throw new WorldError('ServiceNotFound', `There is no service '${name}' on ${machine.name}.`, {
      service: name,
      server: machine.name,
    });
  return found;
}

/** Stops a service, what depends on it first; gives the instant at which all are down. */
export function stopService(simulation: Simulation, machine: Machine, name: string, force: boolean): number {
  const state = findService(machine, name);
  if (state.status === 'Stopped')
    throw new WorldError('ServiceNotRunning', `Service ${state.definition.displayName} is not started.`, {
      service: state.definition.name,
    });
  if (state.status === 'StopPending') return state.completesAt;
  const dependents = runningDependents(machine, state.definition.name);
  if (dependents.length > 0 && !force)
    throw new WorldError('ServiceHasDependents', `Service ${state.definition.displayName} has dependent services.`, {
      service: state.definition.name,
      dependents: dependents.map((entry) => entry.definition.name).join(','),
    });
  let due = simulation.now;
  for (const dependent of [...dependents.reverse(), state]) due = beginStop(simulation, machine, dependent, due);
  return due;
}

/** All that run and depend on a service, directly or not, nearest first. */
export function runningDependents(machine: Machine, name: string): ServiceState[] {
  const result: ServiceState[] = [];
  const waiting = [name];
  while (waiting.length > 0) {
    for (const dependent of machine.dependentsOf(waiting.shift()!)) {
      if (dependent.status !== 'Running' && dependent.status !== 'StartPending') continue;
      if (result.includes(dependent)) continue;
      result.push(dependent);
      waiting.push(dependent.definition.name);
    }
  }
  return result;
}

function beginStop(simulation: Simulation, machine: Machine, state: ServiceState, from: number): number {
  const key = state.definition.name.toLowerCase();
  const wasRunning = state.status === 'Running';
  state.status = 'StopPending';
  state.completesAt = from + (stopTimeMs[key] ?? usualTimeMs);
  simulation.kernel.at(state.completesAt, 'service.change', machine.id, key);
  if (wasRunning) afterStop(simulation, machine, key);
  return state.completesAt;
}

/** Starts a service, what it depends on first; gives the instant at which it runs. */
export function startService(simulation: Simulation, machine: Machine, name: string): number {
  const state = findService(machine, name);
  if (state.status === 'Running')
    throw new WorldError('ServiceAlreadyRunning', `Service ${state.definition.displayName} has already been started.`, {
      service: state.definition.name,
    });
  if (state.definition.start === 'Disabled')
    throw new WorldError('ServiceDependencyFailed', `Service ${state.definition.displayName} is disabled.`, {
      service: state.definition.name,
    });
  return beginStart(simulation, machine, state, simulation.now);
}

function beginStart(simulation: Simulation, machine: Machine, state: ServiceState, from: number): number {
  if (state.status === 'Running') return from;
  if (state.status === 'StartPending') return state.completesAt;
  const key = state.definition.name.toLowerCase();
  let due = Math.max(from, state.status === 'StopPending' ? state.completesAt : from);
  for (const dependency of state.definition.dependsOn) {
    const other = machine.services.get(dependency.toLowerCase());
    if (other !== undefined) due = Math.max(due, beginStart(simulation, machine, other, from));
  }
  state.status = 'StartPending';
  state.completesAt = due + (startTimeMs[key] ?? usualTimeMs);
  simulation.kernel.at(state.completesAt, 'service.change', machine.id, key);
  return state.completesAt;
}

/** Event `service.change`: a pending start or stop is done. */
export function finishServiceChange(simulation: Simulation, machineId: number, key: string): void {
  const machine = simulation.machineById(machineId);
  const state = machine.services.get(key);
  if (state === undefined || state.completesAt !== simulation.now || !machine.online) return;
  if (state.status === 'StopPending') {
    state.status = 'Stopped';
    state.processId = 0;
    logChange(simulation, machine, state, 'stopped');
  } else if (state.status === 'StartPending') {
    state.status = 'Running';
    state.processId = processIdOf(machine.id, key, simulation.kernel.nextId('process'));
    logChange(simulation, machine, state, 'running');
    afterStart(simulation, machine, key);
  }
}

function logChange(simulation: Simulation, machine: Machine, state: ServiceState, word: string): void {
  simulation.event(machine, {
    logName: 'System',
    source: 'Service Control Manager',
    eventId: 7036,
    category: '(0)',
    level: 'Information',
    message: `The ${state.definition.displayName} service entered the ${word} state.`,
    strings: [state.definition.displayName, word],
  });
}

function afterStop(simulation: Simulation, machine: Machine, key: string): void {
  if (key === 'msexchangetransport' || key === 'smtpsvc') transportStopped(simulation, machine);
  if (key === 'msexchangefrontendtransport' || key === 'msexchangetransport') dropSessions(simulation, machine.address);
  if (key === 'msexchangeis') simulation.kernel.after(failoverDelayMs, 'database.failover', machine.id);
}

/** Active Manager moves databases off a server that is gone after this. */
export const failoverDelayMs = 20_000;

function afterStart(simulation: Simulation, machine: Machine, key: string): void {
  if (key === 'msexchangetransport' || key === 'smtpsvc') transportStarted(simulation, machine);
  if (key === 'msexchangeis') mountAtStartup(simulation, machine);
  if (key === 'msexchangesubmission' || key === 'msexchangemailsubmission' || key === 'msexchangeis') {
    for (const draft of simulation.store.drafts.values())
      draft.nextAttempt = Math.min(draft.nextAttempt, simulation.now + 1000);
    if (simulation.store.drafts.size > 0) scheduleSubmission(simulation, 1000);
  }
}

/**
 * The information store has started: databases with MountAtStartup $false stay as they are on the disk. One that an administrator
 * dismounted comes back with the service up to Exchange 2007; later Active Manager remembers who dismounted it.
 */
function mountAtStartup(simulation: Simulation, machine: Machine): void {
  for (const database of simulation.directory.sorted('database')) {
    const { Server, MountAtStartup, Mounted } = database.properties;
    if (Server?.toLowerCase() !== machine.name.toLowerCase()) continue;
    const mounts = MountAtStartup && (Mounted || (machine.version ?? 0) <= 2007);
    if (mounts !== Mounted) simulation.directory.set(database, { Mounted: mounts }, simulation.now);
  }
}

export function transportStopped(_simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  if (service === undefined) return;
  for (const queue of service.queues.values()) {
    queue.attempt = 0;
    queue.timer = 0;
    queue.connections = 0;
    if (queue.status === 'Connecting' || queue.status === 'Active') queue.status = 'Ready';
  }
  service.redirecting = false;
}

/** The service reads its settings, loads its queue database and goes to work. */
export function transportStarted(simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  if (service === undefined) return;
  service.starts += 1;
  if (service.databaseMissing) {
    beginNewDatabase(simulation, machine);
    writeDatabaseFile(simulation, machine);
  }
  readSettings(simulation, machine);
  complainOfDns(simulation, machine, service);
  service.routing = undefined;
  machine.dnsCache.clear();
  if ((machine.version ?? 0) >= 2007) checkInternalCertificate(simulation, machine);
  if ((machine.version ?? 0) >= 2013) logServiceState(simulation, machine);
  reloadRouting(simulation, service);
  if ((machine.version ?? 0) >= 2010) {
    for (let message = service.oldest; message !== undefined; message = message.newer) {
      track(simulation, machine, message, {
        source: 'BOOTLOADER',
        eventId: 'LOAD',
        serverHostname: machine.name,
        recipients: message.recipients
          .filter((recipient) => recipient.state !== 'done')
          .map((recipient) => recipient.address),
      });
    }
  }
  setPoisonAside(simulation, machine, service);
  for (const queue of service.queues.values()) {
    if (queue.number === 0 || queue.key.type === 'ShadowRedundancy') continue;
    queue.retryCount = 0;
    queue.firstRetryTime = 0;
    if (queue.status === 'Suspended') continue;
    queue.status = 'Ready';
    queue.nextRetryTime = 0;
    if (queue.items.size > 0) startAttempt(simulation, queue, 100);
  }
  if (service.submission.items.size > 0) wakeCategorizer(simulation, service);
  if (service.unreachable.items.size > 0) simulation.kernel.after(0, 'routing.changed', machine.id);
  service.timerAt = 0;
  scheduleTimers(simulation, service);
  if (service.shadows.size > 0) scheduleHeartbeat(simulation, service);
  resumeRequests(simulation, machine);
  service.pressure = {};
  service.pressureSince = {};
  service.pollAt = 0;
  measurePressure(simulation, service);
}

/** The file of the queue database (facts 1.9). */
export function queueDatabase(machine: Machine): string {
  return `${installPath(machine.version ?? 2016)}TransportRoles\\data\\Queue\\mail.que`;
}

/** The file, or a folder that it lies in; `path` in lower case. */
export function isQueueDatabase(machine: Machine, path: string): boolean {
  return `${queueDatabase(machine).toLowerCase()}\\`.startsWith(`${path}\\`);
}

/** Stands for the database on the server's drive: who takes it away while the service is stopped starts with an empty one. */
export function writeDatabaseFile(simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  if (service === undefined || machine.version === 2003) return;
  service.databaseMissing = false;
  simulation.effects.disk.write(machine.name, queueDatabase(machine), `Queue database ${service.databaseId}\r\n`);
}

/** Event 16025: the adapter that the settings name has no DNS servers, or there is no such adapter. */
function complainOfDns(simulation: Simulation, machine: Machine, service: TransportService): void {
  const { internalDns, externalDns } = service.settings;
  if (internalDns?.length !== 0 && externalDns?.length !== 0) return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 16_025,
    category: 'Configuration',
    level: 'Error',
    message:
      'No DNS servers could be retrieved from the network adapter. Check the DNS settings of the transport server.',
    strings: [machine.name],
  });
}

/** EdgeTransport.exe.config when somebody has changed it. */
function changedConfig(machine: Machine): ApplicationConfig | undefined {
  const text = machine.files.get(configFile(machine).toLowerCase());
  return text === undefined ? undefined : readConfig(text);
}

/** Settings that hold until the next start. */
export function readSettings(simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  if (service === undefined) return;
  const config = simulation.transportConfig;
  const version = machine.version ?? 2016;
  service.settings = {
    shadowRedundancyEnabled: version >= 2010 && config.ShadowRedundancyEnabled,
    internalDns: version === 2003 ? undefined : dnsServersFor(simulation, machine, false),
    externalDns: version === 2003 ? undefined : dnsServersFor(simulation, machine, true),
    agents: loadedAgents(simulation, machine),
    application: changedConfig(machine),
  };
  service.keepsShadows = version === 2010 && config.ShadowRedundancyEnabled;
}

export function serviceViews(machine: Machine): ServiceView[] {
  return [...machine.services.values()].map((state) => ({
    server: machine.name,
    name: state.definition.name,
    displayName: state.definition.displayName,
    status: machine.online ? state.status : 'Stopped',
    startType: state.definition.start,
    account: state.definition.account,
    dependsOn: [...state.definition.dependsOn],
    dependents: machine.dependentsOf(state.definition.name).map((dependent) => dependent.definition.name),
    completesAt: state.status === 'StartPending' || state.status === 'StopPending' ? state.completesAt : undefined,
    processId: state.status === 'Running' ? state.processId : 0,
  }));
}
