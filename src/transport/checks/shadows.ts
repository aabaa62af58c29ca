// What must hold of shadow copies: only where the version makes them, never on the server that they protect, and counted right
// (facts 4: 2010 keeps the sender's copy, 2013 and later one on another server of the availability group or site).

import type { Machine } from '../machines/machine.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';

export function checkShadows(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  faults: string[],
): void {
  const counts = new Map<number, number>();
  for (const copy of service.shadows.values()) {
    counts.set(copy.queueId, (counts.get(copy.queueId) ?? 0) + 1);
    const queue = simulation.queues.get(copy.queueId);
    if (queue === undefined || queue.key.type !== 'ShadowRedundancy')
      faults.push(`Shadow copy ${copy.id} on ${machine.name} lies in no shadow queue.`);
  }
  for (const queue of service.queues.values()) {
    if (queue.key.type !== 'ShadowRedundancy') continue;
    const name = `${machine.name}\\${queue.label}`;
    if (queue.shadowCount !== (counts.get(queue.id) ?? 0))
      faults.push(`${name} counts ${queue.shadowCount} copies and has ${counts.get(queue.id) ?? 0}.`);
    if (queue.key.object.toLowerCase() === machine.name.toLowerCase())
      faults.push(`${name} protects the server that it lies on.`);
    if (queue.items.size > 0) faults.push(`${name} holds messages that are no copies.`);
    if ((machine.version ?? 0) < 2010 && queue.shadowCount > 0)
      faults.push(`${name} holds copies, though Exchange ${machine.version} makes none.`);
  }
}
