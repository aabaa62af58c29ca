// Keeping a server's routing table up to date: recalculated when the configuration has changed, at service start and every
// RoutingConfigReloadInterval. Only a table that really differs moves the mail of the Unreachable queue (U9, U10).

import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { calculateRoutingTable, dumpRoutingTable, type RoutingTable } from './routing-table.ts';

/** The table as the configuration is now. */
export function routingTable(simulation: Simulation, service: TransportService): RoutingTable {
  if (service.routing === undefined || service.routingVersion !== simulation.directory.routingVersion)
    reloadRouting(simulation, service);
  return service.routing!;
}

/** Recalculates; true when the new table differs from the old one. */
export function reloadRouting(simulation: Simulation, service: TransportService): boolean {
  const machine = simulation.machineById(service.machineId);
  const before = service.routing;
  const table = calculateRoutingTable(simulation.directory, machine);
  service.routing = table;
  service.routingVersion = simulation.directory.routingVersion;
  const changed = before?.signature !== table.signature;
  if (!changed) return false;
  service.routingNumber += 1;
  service.routingSince = simulation.now;
  simulation.log(machine, {
    log: 'routing',
    time: simulation.now,
    number: service.routingNumber,
    table: dumpRoutingTable(simulation.directory, table),
  });
  const known = new Set(before?.faults.map((fault) => `${fault.eventId}/${fault.subject}`));
  for (const fault of table.faults) {
    if (known.has(`${fault.eventId}/${fault.subject}`)) continue;
    const level = fault.eventId === 5006 || fault.eventId === 5020 ? 'Warning' : 'Error';
    simulation.event(machine, {
      source: 'MSExchangeTransport',
      eventId: fault.eventId,
      category: 'Routing',
      level,
      message: fault.message,
      strings: [fault.subject],
    });
  }
  if (before !== undefined) simulation.kernel.after(0, 'routing.changed', machine.id);
  return true;
}
