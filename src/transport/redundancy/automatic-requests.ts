// What asks Safety Net without an administrator: Active Manager after a database came up with losses, the broadcast when a Primary
// Safety Net can't be reached or lacks a part of the time (facts 4.3), and a queue database that begins anew.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';
import { addRequest, type ResubmitRequest } from './resubmit-requests.ts';
import { forgetSafetyNet } from './safety-net.ts';
import { boundaryOf } from './shadow.ts';

/** A Primary Safety Net that does not answer for so long is given up (*Safety Net in Exchange Server*). */
export const primaryPatienceMs = 43_200_000;
/** The request begins that long before the loss: logs of the last minutes may not have reached the copy (our choice, undocumented). */
const safetyMarginMs = 300_000;

/** The database was mounted on another copy and may have lost its last changes, since the given instant. */
export function requestAfterFailover(simulation: Simulation, database: ConfigObject<'database'>, lostAt: number): void {
  const around = new Set(
    database.properties.Servers.flatMap((name) => {
      const copy = simulation.findMachine(name);
      return copy === undefined ? [] : serversAround(simulation, copy);
    }),
  );
  for (const machine of around) {
    const request = addRequest(simulation, machine, {
      start: lostAt - safetyMarginMs,
      end: simulation.now,
      database: database.name,
      unresponsive: [],
      automatic: true,
    });
    if ((machine.version ?? 0) < 2013) continue;
    simulation.kernel.after(primaryPatienceMs, 'safetynet.patience', request.id);
    requestMissingPart(simulation, machine, request);
  }
}

/** Transport servers that may have delivered to a database on this server: those of its group, before 2013 the hubs of its site. */
function serversAround(simulation: Simulation, holder: Machine): Machine[] {
  const boundary = boundaryOf(holder, simulation);
  return simulation.directory.sorted('server').flatMap((server) => {
    const machine = simulation.findMachine(server.name);
    const fits =
      machine !== undefined &&
      !machine.isEdge &&
      machine.hasTransportRole &&
      (holder.version ?? 0) >= 2013 === (machine.version ?? 0) >= 2013 &&
      (boundaryOf(machine, simulation) === boundary || ((holder.version ?? 0) < 2013 && machine.site === holder.site));
    return fits ? [machine] : [];
  });
}

/** A queue database that is younger than the time asked for: the others of the boundary are asked for what lies before. */
export function requestMissingPart(simulation: Simulation, machine: Machine, request: ResubmitRequest): void {
  const born = machine.transport?.databaseCreated ?? 0;
  if (born <= request.start || request.database === '' || request.unresponsive.length > 0) return;
  broadcast(simulation, machine, request, Math.min(born, request.end));
}

/** All others of the boundary look into their Shadow Safety Nets for what this server was responsible for. */
function broadcast(simulation: Simulation, primary: Machine, request: ResubmitRequest, end: number): void {
  for (const machine of serversAround(simulation, primary)) {
    if (machine === primary || simulation.runningTransport(machine) === undefined) continue;
    addRequest(simulation, machine, {
      start: request.start,
      end,
      database: request.database,
      unresponsive: [primary.name],
      automatic: true,
      correlationId: request.correlationId,
    });
  }
}

/** Event `safetynet.patience`: a primary that has not answered for 12 hours is given up. */
export function runPatience(simulation: Simulation, id: number): void {
  const request = simulation.resubmitRequests.get(id);
  if (request === undefined || request.state !== 'Running') return;
  const machine = simulation.machineById(request.machineId);
  if (simulation.transportRuns(machine)) return;
  request.state = 'Completed';
  request.diagnostic = 'The primary server did not answer; the request was broadcast to the Shadow Safety Nets.';
  broadcast(simulation, machine, request, request.end);
}

/** The service finds no queue database and makes a new one: messages, shadow copies and Safety Net of the old one are gone. */
export function beginNewDatabase(simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  if (service === undefined) return;
  for (let message = service.oldest; message !== undefined; ) {
    const following = message.newer;
    message.gone = true;
    message.places = [];
    service.unlink(message);
    message = following;
  }
  for (const queue of [...service.queues.values()]) {
    queue.items.clear();
    queue.shadowCount = 0;
    queue.priorityCounts.fill(0);
    if (queue.number === 0) continue;
    service.removeQueue(queue);
    simulation.queues.delete(queue.id);
  }
  service.shadows.clear();
  service.discards.clear();
  service.discardMarks.clear();
  service.nextQueueNumber = 1;
  service.databaseId = simulation.kernel.nextId('queueDatabase') + 1;
  service.databaseCreated = simulation.now;
  forgetSafetyNet(simulation, machine);
  for (const request of [...simulation.resubmitRequests.values()])
    if (request.machineId === machine.id) simulation.resubmitRequests.delete(request.id);
}
