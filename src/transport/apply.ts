// One input, applied: the only place from which the outside changes a world. What is wrong with an input is thrown before anything changed.

import type { InputResult, WorldInput } from '../../state/schema/inputs.ts';
import { controlDatabase, newObject, removeObject, setObject } from './directory/changes.ts';
import { dispatch, isMoving } from './dispatch.ts';
import { logServiceState, setComponentState } from './machines/components.ts';
import type { Machine } from './machines/machine.ts';
import { setMachine } from './machines/power.ts';
import { failoverDelayMs, findService, queueDatabase, startService, stopService } from './machines/services.ts';
import { wakeQueue } from './mail/registry.ts';
import { newRecords, setDnsServer, setRecord } from './network/dns-changes.ts';
import { newHost, removeHost, setHost } from './outside/hosts.ts';
import { schedulePickup } from './outside/pickup.ts';
import { administerMessage, administerQueue, redirectMessages } from './queues/administration.ts';
import { rememberCrash } from './queues/poison.ts';
import { requestMissingPart } from './redundancy/automatic-requests.ts';
import { addByAdministrator, enableRequest, removeRequest } from './redundancy/resubmit-requests.ts';
import { lineByHand, openByHand } from './session/hand-session.ts';
import type { Simulation } from './simulation.ts';
import { sendMail } from './store/send.ts';
import { WorldError } from './world-error.ts';

type Of<K extends WorldInput['kind']> = Extract<WorldInput, { kind: K }>;
type Applier<K extends WorldInput['kind']> = (simulation: Simulation, input: Of<K>) => InputResult;

const appliers: { [K in WorldInput['kind']]: Applier<K> } = {
  advance: (simulation, input) => advance(simulation, input.to, false, input.maxEvents),
  advanceUntilIdle: (simulation, input) => advance(simulation, input.limit, true, input.maxEvents),
  clock: setClock,
  submit: (simulation, input) => ({ messageIds: sendMail(simulation, input) }),
  'config.new': newObject,
  'config.set': setObject,
  'config.remove': removeObject,
  service: controlService,
  'service.set': (simulation, input) => {
    const state = findService(simulation.machine(input.server), input.service);
    state.definition = { ...state.definition, start: input.startType };
    return { identity: state.definition.name };
  },
  component: setComponent,
  queue: (simulation, input) => ({ count: administerQueue(simulation, input) }),
  message: (simulation, input) => ({ count: administerMessage(simulation, input) }),
  redirect: (simulation, input) => ({ count: redirectMessages(simulation, input.server, input.target) }),
  'resubmit.add': (simulation, input) => {
    const request = addByAdministrator(simulation, input);
    requestMissingPart(simulation, simulation.machineById(request.machineId), request);
    return { count: request.number };
  },
  'resubmit.set': (simulation, input) => {
    enableRequest(simulation, input);
    return {};
  },
  'resubmit.remove': (simulation, input) => {
    removeRequest(simulation, input);
    return {};
  },
  'host.new': (simulation, input) => ({ identity: newHost(simulation, input) }),
  'host.set': (simulation, input) => ({ identity: setHost(simulation, input) }),
  'host.remove': (simulation, input) => {
    removeHost(simulation, input);
    return {};
  },
  'dnsRecord.new': newRecords,
  'dnsRecord.set': setRecord,
  'dnsRecord.remove': (simulation, input) => {
    simulation.dns.remove(simulation.dns.find(input.identity));
    return {};
  },
  'dnsServer.set': setDnsServer,
  'dnsCache.clear': (simulation, input) => {
    simulation.machine(input.server).dnsCache.clear();
    return {};
  },
  'machine.set': (simulation, input) => {
    const machine = simulation.findMachine(input.identity);
    if (machine === undefined)
      throw new WorldError('MachineNotFound', `There is no machine '${input.identity}'.`, { identity: input.identity });
    const before = simulation.directory.routingVersion;
    setMachine(simulation, machine, input.settings);
    if (simulation.directory.routingVersion !== before) simulation.notifyRouting();
    return { identity: machine.name };
  },
  'link.set': setLink,
  file: changeFile,
  directory: changeDirectory,
  database: controlDatabase,
  'smtp.open': openByHand,
  'smtp.line': (simulation, input) => lineByHand(simulation, input.session, input.line),
  'smtp.close': (simulation, input) => {
    simulation.sessions.delete(input.session);
    return { session: input.session, closed: true };
  },
};

export function applyInput(simulation: Simulation, input: WorldInput): InputResult {
  const applier = appliers[input.kind] as Applier<typeof input.kind> | undefined;
  if (applier === undefined)
    throw new WorldError('InvalidValue', `Unknown input '${(input as { kind: string }).kind}'.`, {});
  return applier(simulation, input as never);
}

function advance(
  simulation: Simulation,
  instant: number,
  untilIdle: boolean,
  maxEvents = Number.POSITIVE_INFINITY,
): InputResult {
  if (!Number.isInteger(instant) || instant < simulation.now)
    throw new WorldError('InvalidValue', 'The clock does not go back.', { value: String(instant) });
  let left = maxEvents;
  simulation.kernel.advanceTo(
    instant,
    (event) => {
      // An event that moves much mail counts for what it writes down.
      const before = simulation.written;
      dispatch(simulation, event);
      left -= 1 + simulation.written - before;
    },
    () => left <= 0 || (untilIdle && isIdle(simulation)),
  );
  return left > 0 ? { now: simulation.now } : { now: simulation.now, unfinished: true };
}

/** What is due at this very instant still happens: a change of the configuration may set mail in motion. */
function isIdle(simulation: Simulation): boolean {
  return (simulation.kernel.events.first?.time ?? Number.POSITIVE_INFINITY) > simulation.now && !isMoving(simulation);
}

function setClock(simulation: Simulation, input: Of<'clock'>): InputResult {
  if (input.rate !== undefined && !(input.rate > 0 && input.rate <= 1_000_000))
    throw new WorldError('InvalidValue', 'The rate must lie above 0 and be at most 1,000,000.', {
      value: String(input.rate),
    });
  if (input.rate !== undefined) simulation.clockRate = input.rate;
  if (input.paused !== undefined) simulation.clockPaused = input.paused;
  return { now: simulation.now };
}

function reachableMachine(simulation: Simulation, server: string): Machine {
  const machine = simulation.machine(server);
  if (!machine.online)
    throw new WorldError('NotPossible', `${machine.name} is switched off.`, { server: machine.name });
  return machine;
}

function controlService(simulation: Simulation, input: Of<'service'>): InputResult {
  const machine = reachableMachine(simulation, input.server);
  if (input.action === 'start') return { completesAt: startService(simulation, machine, input.service) };
  if (input.action === 'kill' && findService(machine, input.service).definition.name === 'MSExchangeTransport')
    rememberCrash(simulation, machine);
  if (input.action === 'kill' && findService(machine, input.service).definition.name === 'MSExchangeIS')
    simulation.kernel.after(failoverDelayMs, 'database.failover', machine.id, simulation.now);
  const completesAt = stopService(simulation, machine, input.service, input.force === true || input.action === 'kill');
  if (input.action === 'kill' && input.worker === true) {
    logWorkerCrash(simulation, machine);
    return { completesAt: startService(simulation, machine, input.service) };
  }
  if (input.action === 'kill') logKilled(simulation, machine, input.service);
  return { completesAt };
}

function logKilled(simulation: Simulation, machine: Machine, service: string): void {
  const { displayName, name } = findService(machine, service).definition;
  simulation.event(machine, {
    logName: 'System',
    source: 'Service Control Manager',
    eventId: 7034,
    category: '(0)',
    level: 'Error',
    message: `The ${displayName} service terminated unexpectedly.`,
    strings: [name],
  });
}

/** The worker of the Transport service died: an error report, and the service's own note (events 4999, 1046). */
function logWorkerCrash(simulation: Simulation, machine: Machine): void {
  const processId = String(findService(machine, 'MSExchangeTransport').processId + 2);
  simulation.event(machine, {
    source: 'MSExchange Common',
    eventId: 4999,
    category: 'General',
    level: 'Error',
    message: `An error report was generated for the crashed process edgetransport.exe (process ID ${processId}).`,
    strings: [processId, 'edgetransport'],
  });
  simulation.event(machine, {
    source: 'MSExchange TransportService',
    eventId: 1046,
    category: 'ProcessManager',
    level: 'Warning',
    message: `Worker process with process ID ${processId} requested the service to terminate with an unhandled exception.`,
    strings: [processId],
  });
}

/** Front End Transport ends and comes back when ServerWideOffline changes (KB 4043629). */
const frontEndRestartMs = 5000;

function setComponent(simulation: Simulation, input: Of<'component'>): InputResult {
  const machine = simulation.machine(input.server);
  const changed = setComponentState(
    machine,
    input.component,
    input.requester,
    input.state,
    input.scope ?? 'both',
    simulation.now,
  );
  const own = machine.isEdge ? 'EdgeTransport' : 'HubTransport';
  if (changed.includes(own) && machine.isRunning('MSExchangeTransport')) {
    logServiceState(simulation, machine);
    for (const queue of machine.transport?.queues.values() ?? [])
      if (queue.number > 0 && queue.items.size > 0 && queue.status === 'Ready') wakeQueue(simulation, queue);
  }
  if (changed.includes('ServerWideOffline') && machine.isRunning('MSExchangeFrontEndTransport'))
    restartFrontEnd(simulation, machine);
  return { identity: `${machine.name}\\${input.component}` };
}

function restartFrontEnd(simulation: Simulation, machine: Machine): void {
  const state = findService(machine, 'MSExchangeFrontEndTransport');
  simulation.event(machine, {
    logName: 'System',
    source: 'Service Control Manager',
    eventId: 7031,
    category: '(0)',
    level: 'Error',
    message: `The ${state.definition.displayName} service terminated unexpectedly. It has done this 1 time(s). The following corrective action will be taken in ${frontEndRestartMs} milliseconds: Restart the service.`,
    strings: [state.definition.displayName, '1', String(frontEndRestartMs), '1', 'Restart the service'],
  });
  state.status = 'StartPending';
  state.completesAt = simulation.now + frontEndRestartMs;
  simulation.kernel.at(state.completesAt, 'service.change', machine.id, 'msexchangefrontendtransport');
}

function setLink(simulation: Simulation, input: Of<'link.set'>): InputResult {
  const { from, to, oneWay, up, latencyMs, lossPercent } = input;
  if ((latencyMs ?? 0) < 0)
    throw new WorldError('InvalidValue', 'A latency must not be negative.', { value: String(latencyMs) });
  const changes = {
    ...(up === undefined ? {} : { up }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(lossPercent === undefined ? {} : { lossPercent }),
  };
  const ends = [linkEnd(simulation, from), linkEnd(simulation, to)] as const;
  simulation.links.set(ends[0], ends[1], changes);
  if (oneWay !== true) simulation.links.set(ends[1], ends[0], changes);
  return { identity: `${ends[0]}/${ends[1]}` };
}

function linkEnd(simulation: Simulation, name: string): string {
  const key = name.toLowerCase();
  if (key === 'perimeter') return 'Perimeter';
  if (key === 'internet') return 'Internet';
  const host = [...simulation.hosts.values()].find((candidate) => candidate.name.toLowerCase() === key);
  const found = simulation.directory.find('adSite', name)?.name ?? simulation.findMachine(name)?.name ?? host?.name;
  if (found === undefined)
    throw new WorldError('InvalidValue', `'${name}' is no site, server, outside host, Perimeter or Internet.`, {
      value: name,
    });
  return found;
}

function changeFile(simulation: Simulation, input: Of<'file'>): InputResult {
  const machine = simulation.machine(input.server);
  const key = input.path.toLowerCase();
  if (input.text === null) machine.files.delete(key);
  else machine.files.set(key, input.text);
  if (key.endsWith('.eml')) machine.fileNames.set(key, input.path);
  if (machine.transport !== undefined && key === queueDatabase(machine).toLowerCase())
    machine.transport.databaseMissing = input.text === null;
  if (key.endsWith('.eml') && input.text !== null) schedulePickup(simulation, machine);
  return {};
}

function changeDirectory(simulation: Simulation, input: Of<'directory'>): InputResult {
  const machine = simulation.machine(input.server);
  const key = input.path.toLowerCase().replace(/\\+$/, '');
  if (input.exists) machine.directories.add(key);
  else
    for (const path of [...machine.directories])
      if (path === key || path.startsWith(`${key}\\`)) machine.directories.delete(path);
  if (machine.transport !== undefined && queueDatabase(machine).toLowerCase().startsWith(`${key}\\`))
    machine.transport.databaseMissing = !input.exists;
  return {};
}
