// What must hold between any two events, whatever happened. Tests run it after every step; a fault is named by a sentence.

import { readyItems } from '../delivery/send.ts';
import type { Machine } from '../machines/machine.ts';
import type { Message } from '../mail/message.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { checkShadows } from './shadows.ts';

/** All faults found; empty when the world is sound. */
export function findFaults(simulation: Simulation): string[] {
  const faults: string[] = [];
  const next = simulation.kernel.events.first;
  if (next !== undefined && next.time < simulation.now) faults.push(`Event ${next.kind} is due before now.`);
  for (const machine of simulation.machinesById.values()) {
    const service = machine.transport;
    if (service === undefined) continue;
    checkService(simulation, machine, service, faults);
  }
  for (const draft of simulation.store.drafts.values()) {
    if (draft.nextAttempt > simulation.now && simulation.submissionAt === 0)
      faults.push(`Draft ${draft.id} waits for a submission that nobody scheduled.`);
  }
  return faults;
}

function checkService(simulation: Simulation, machine: Machine, service: TransportService, faults: string[]): void {
  let count = 0;
  for (let message = service.oldest; message !== undefined; message = message.newer) {
    count += 1;
    checkMessage(simulation, service, message, faults);
  }
  if (count !== service.messageCount)
    faults.push(`${machine.name} counts ${service.messageCount} messages and has ${count}.`);
  for (const queue of service.queues.values()) {
    const name = `${machine.name}\\${queue.label}`;
    if (simulation.queues.get(queue.id) !== queue) faults.push(`Queue ${name} is not known.`);
    for (const queued of queue.items.values())
      if (!queued.message.places.includes(queued))
        faults.push(`${name} holds message ${queued.message.id}, which does not know it.`);
  }
  checkShadows(simulation, machine, service, faults);
  if (simulation.transportRuns(machine)) checkMotion(simulation, machine, service, faults);
}

/** Every recipient that is not done lies in exactly one queue. */
function checkMessage(_simulation: Simulation, service: TransportService, message: Message, faults: string[]): void {
  if (message.gone) faults.push(`Message ${message.id} is gone and still listed.`);
  for (const recipient of message.recipients) {
    if (recipient.state === 'done') continue;
    const places = message.places.filter((place) => place.recipients.includes(recipient)).length;
    if (places !== 1) faults.push(`Recipient ${recipient.address} of message ${message.id} lies in ${places} places.`);
  }
  for (const place of message.places) {
    if (service.queues.get(place.queueId)?.items.get(message.id) !== place)
      faults.push(`Message ${message.id} believes to lie in queue ${place.queueId}.`);
    if (place.recipients.every((recipient) => recipient.state === 'done'))
      faults.push(`Message ${message.id} lies in queue ${place.queueId} for nobody.`);
  }
}

/** Mail that could go is on its way: nothing is forgotten. */
function checkMotion(simulation: Simulation, machine: Machine, service: TransportService, faults: string[]): void {
  for (const queue of service.queues.values()) {
    if (queue.number === 0 || queue.key.type === 'ShadowRedundancy' || queue.status === 'Suspended') continue;
    const name = `${machine.name}\\${queue.label}`;
    if (queue.status === 'Retry' && queue.timer === 0 && queue.attempt === 0)
      faults.push(`${name} is in Retry without a timer.`);
    if (queue.status !== 'Retry' && queue.attempt === 0 && readyItems(simulation, queue, 1).length > 0)
      faults.push(`${name} has mail and does not connect.`);
  }
  const waiting = [...service.submission.items.values()].some(
    (queued) => queued.status === 'Ready' && queued.notBefore <= simulation.now,
  );
  if (waiting && service.submission.status !== 'Suspended' && service.categorizeAt === 0)
    faults.push(`${machine.name} has uncategorized mail and does not work on it.`);
  if (service.oldest !== undefined && service.timerAt === 0)
    faults.push(`${machine.name} does not look after delay and expiry.`);
}
