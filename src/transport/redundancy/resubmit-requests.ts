// Resubmit requests: what Safety Net holds of a stretch of time is delivered once more (facts 4.3; *Add-ResubmitRequest*). A request
// belongs to one server's queue database and works through that server's Safety Net in turns.

import type { WorldInput } from '../../../state/schema/inputs.ts';
import { guidOfNumbers } from '../kernel/identifiers.ts';
import { refusesMail } from '../machines/back-pressure.ts';
import type { Machine } from '../machines/machine.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track, trackContent } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import type { ResubmitRequestView } from '../views.ts';
import { WorldError } from '../world-error.ts';
import { isHeld, placeAfter, type SafetyNetEntry } from './safety-net.ts';

export interface ResubmitRequest {
  /** Unique in the world. */
  id: number;
  /** Number on its server, as shown. */
  number: number;
  machineId: number;
  start: number;
  end: number;
  /** Name of the database; empty for a request by conditions. */
  database: string;
  sender: string;
  recipient: string;
  messageId: string;
  resubmitTo: string;
  correlationId: string;
  testOnly: boolean;
  /** Primary servers whose messages this server's Shadow Safety Net gives; empty: the server's own Primary Safety Net. */
  unresponsive: string[];
  /** Made by Active Manager; hidden where the version has no such cmdlets. */
  automatic: boolean;
  created: number;
  state: 'Running' | 'Paused' | 'Completed';
  /** Last Safety Net entry looked at. */
  cursor: number;
  resubmitted: number;
  failed: number;
  diagnostic: string;
}

/** Messages of one turn, and the pause between turns. */
const batchSize = 500;
const turnMs = 1000;
/** Back pressure puts the work off for so long. */
const deferMs = 60_000;
const keptMs = 604_800_000;

export type NewRequest = Pick<ResubmitRequest, 'start' | 'end' | 'database' | 'unresponsive' | 'automatic'> &
  Partial<ResubmitRequest>;

export function addRequest(simulation: Simulation, machine: Machine, fields: NewRequest): ResubmitRequest {
  const id = simulation.kernel.nextId('resubmitRequest');
  const number = simulation.kernel.nextId(`resubmitRequest/${machine.id}`);
  const request: ResubmitRequest = {
    sender: '',
    recipient: '',
    messageId: '',
    resubmitTo: '',
    correlationId: guidOfNumbers(4, id),
    testOnly: false,
    ...fields,
    id,
    number,
    machineId: machine.id,
    created: simulation.now,
    state: 'Running',
    cursor: 0,
    resubmitted: 0,
    failed: 0,
    diagnostic: '',
  };
  forgetOld(simulation);
  simulation.resubmitRequests.set(id, request);
  simulation.kernel.after(turnMs, 'safetynet.resubmit', id);
  return request;
}

/** Requests that Exchange made itself and that are done stay to be looked at for a week. */
function forgetOld(simulation: Simulation): void {
  for (const request of simulation.resubmitRequests.values())
    if (request.automatic && request.state === 'Completed' && simulation.now - request.created > keptMs)
      simulation.resubmitRequests.delete(request.id);
}

/** The transport service starts: what its database holds of requests goes on. */
export function resumeRequests(simulation: Simulation, machine: Machine): void {
  for (const request of simulation.resubmitRequests.values())
    if (request.machineId === machine.id && request.state === 'Running')
      simulation.kernel.after(turnMs, 'safetynet.resubmit', request.id);
}

/** Event `safetynet.resubmit`: one turn of a request. */
export function runRequest(simulation: Simulation, id: number): void {
  const request = simulation.resubmitRequests.get(id);
  if (request === undefined || request.state !== 'Running') return;
  const machine = simulation.machineById(request.machineId);
  const service = machine.transport;
  if (service === undefined || !simulation.transportRuns(machine)) return;
  const { safetyNet } = simulation;
  const held = refusesMail(simulation, service, 'outside').refuse;
  let count = 0;
  for (let index = placeAfter(safetyNet, request.cursor); index < safetyNet.length; index += 1) {
    const entry = safetyNet[index]!;
    if (entry.time > request.end) break;
    if (fits(simulation, request, entry)) {
      // From medium back pressure on, resubmission rests (facts 6.3, 2016+).
      if (held) return putOff(simulation, machine, request, entry);
      if (count >= batchSize) {
        simulation.kernel.after(turnMs, 'safetynet.resubmit', id);
        return;
      }
      count += 1;
      if (request.testOnly) request.resubmitted += 1;
      else resubmitEntry(simulation, service, machine, request, entry);
    }
    request.cursor = entry.id;
  }
  request.state = 'Completed';
}

function fits(simulation: Simulation, request: ResubmitRequest, entry: SafetyNetEntry): boolean {
  if (entry.machineId !== request.machineId || entry.time < request.start || !isHeld(simulation, entry)) return false;
  if (request.unresponsive.length > 0) {
    const primary = simulation.machinesById.get(entry.primaryId);
    if (primary === undefined || !request.unresponsive.some((name) => simulation.findMachine(name) === primary))
      return false;
  } else if (entry.primaryId !== 0) return false;
  const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
  if (request.database !== '') return entry.primaryId !== 0 || same(entry.database, request.database);
  return (
    (request.sender === '' || same(entry.returnPath, request.sender)) &&
    (request.recipient === '' || entry.recipients.some((address) => same(address, request.recipient))) &&
    (request.messageId === '' || same(entry.content.messageId, request.messageId))
  );
}

function putOff(simulation: Simulation, machine: Machine, request: ResubmitRequest, entry: SafetyNetEntry): void {
  if (request.diagnostic === '')
    trackContent(simulation, machine, entry.content, {
      source: 'SAFETYNET',
      eventId: 'RESUBMITDEFER',
      serverHostname: machine.name,
      recipients: [...entry.recipients],
      returnPath: entry.returnPath === '' ? '<>' : entry.returnPath,
      sourceContext: 'Resubmission is paused by back pressure',
    });
  request.diagnostic = 'Resubmission is paused by back pressure.';
  simulation.kernel.after(deferMs, 'safetynet.resubmit', request.id);
}

function recipientsOf(request: ResubmitRequest, entry: SafetyNetEntry): readonly string[] {
  if (request.resubmitTo !== '') return [request.resubmitTo];
  return request.recipient === '' ? entry.recipients : [request.recipient];
}

function resubmitEntry(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  request: ResubmitRequest,
  entry: SafetyNetEntry,
): void {
  const recipients = recipientsOf(request, entry);
  request.diagnostic = '';
  const context = `Resubmit request ${request.number}${request.database === '' ? '' : ` for ${request.database}`}`;
  if (request.database !== '' && simulation.directory.find('database', request.database) === undefined) {
    request.failed += 1;
    trackContent(simulation, machine, entry.content, {
      source: 'SAFETYNET',
      eventId: 'RESUBMITFAIL',
      serverHostname: machine.name,
      recipients,
      returnPath: entry.returnPath === '' ? '<>' : entry.returnPath,
      sourceContext: `${context}: the mailbox database is gone`,
    });
    return;
  }
  const message = makeMessage(simulation, service, {
    content: entry.content,
    machine,
    returnPath: entry.returnPath,
    sourceName: 'SafetyNet',
    sourceIp: machine.address,
    authenticated: entry.authenticated,
    hops: entry.hops,
    entered: entry.time,
  });
  message.mark({ suppressDsn: true, duplicate: true, onlyDatabase: request.database });
  // A shadow knows only the envelope: it is categorized like new mail (facts 4.3).
  message.rulesDone = entry.primaryId === 0;
  message.recipients = recipients.map((address) => new Recipient(address, address, ''));
  track(simulation, machine, message, {
    source: 'SAFETYNET',
    eventId: 'RESUBMIT',
    serverHostname: machine.name,
    recipients,
    sourceContext: context,
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'SafetyNet',
    entry.content,
    recipients,
    'Resubmitted',
    entry.primaryId === 0 ? `${context}, from the Primary Safety Net` : `${context}, from the Shadow Safety Net`,
  );
  submit(simulation, service, message);
  request.resubmitted += 1;
}

// ---------------------------------------------------------------- what administrators do

type Input<K> = Extract<WorldInput, { kind: K }>;

function serverOf(simulation: Simulation, name: string): Machine {
  const machine = simulation.machine(name);
  // Edge servers have no Safety Net, and answer no calls of others.
  if (machine.isEdge || simulation.runningTransport(machine) === undefined)
    throw new WorldError('TransportUnavailable', `The transport service on ${machine.name} can't be reached.`, {
      server: machine.name,
    });
  return machine;
}

export function addByAdministrator(simulation: Simulation, input: Input<'resubmit.add'>): ResubmitRequest {
  const machine = serverOf(simulation, input.server);
  if (input.end < input.start)
    throw new WorldError('InvalidValue', 'The end time must not lie before the start time.', {});
  const database =
    input.destination === undefined ? undefined : simulation.directory.find('database', input.destination);
  if (input.destination !== undefined && database === undefined)
    throw new WorldError('DatabaseNotFound', `There is no database '${input.destination}'.`, {
      identity: input.destination,
    });
  for (const name of input.unresponsive ?? []) simulation.machine(name);
  return addRequest(simulation, machine, {
    start: input.start,
    end: input.end,
    database: database?.name ?? '',
    sender: input.sender ?? '',
    recipient: input.recipient ?? '',
    messageId: input.messageId ?? '',
    resubmitTo: input.resubmitTo ?? '',
    unresponsive: input.unresponsive ?? [],
    testOnly: input.testOnly ?? false,
    automatic: false,
    ...(input.correlationId === undefined ? {} : { correlationId: input.correlationId }),
  });
}

function find(simulation: Simulation, server: string, number: number): ResubmitRequest {
  const machine = serverOf(simulation, server);
  for (const request of simulation.resubmitRequests.values())
    if (request.machineId === machine.id && request.number === number) return request;
  throw new WorldError('ObjectNotFound', `There is no resubmit request ${number} on ${machine.name}.`, {
    identity: String(number),
  });
}

/** Set-ResubmitRequest -Enabled: a request that is not done rests or goes on. */
export function enableRequest(simulation: Simulation, input: Input<'resubmit.set'>): void {
  const request = find(simulation, input.server, input.number);
  if (request.state === 'Completed') return;
  request.state = input.enabled ? 'Running' : 'Paused';
  if (input.enabled) simulation.kernel.after(turnMs, 'safetynet.resubmit', request.id);
}

export function removeRequest(simulation: Simulation, input: Input<'resubmit.remove'>): void {
  simulation.resubmitRequests.delete(find(simulation, input.server, input.number).id);
}

export function requestViews(simulation: Simulation, server: string): ResubmitRequestView[] {
  const machine = serverOf(simulation, server);
  return [...simulation.resubmitRequests.values()]
    .filter((request) => request.machineId === machine.id && (machine.version ?? 0) >= 2013)
    .map((request) => ({
      number: request.number,
      server: machine.fqdn,
      startTime: request.start,
      endTime: request.end,
      destination: simulation.directory.find('database', request.database)?.guid ?? '',
      correlationId: request.correlationId,
      creationTime: request.created,
      state: request.state,
      automatic: request.automatic,
      unresponsivePrimaryServers: [...request.unresponsive],
      diagnostics:
        `Resubmitted: ${request.resubmitted}; Failed: ${request.failed}${request.testOnly ? '; TestOnly' : ''}. ${request.diagnostic}`.trim(),
    }));
}
