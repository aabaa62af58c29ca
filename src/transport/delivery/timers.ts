// Delay notices and expiry of the messages of one server (facts 2: DelayNotificationTimeout, MessageExpirationTimeout).

import { effectivePriority, type PriorityConfig } from '../machines/application-config.ts';
import type { Message } from '../mail/message.ts';
import { delayScanMs, finishIfDone, scheduleTimers, takeOut } from '../mail/registry.ts';
import { failRecipients, queueErrorOf, sendDelayNotice } from '../notifications/failures.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';

/** Event `service.timers`. */
export function runTimers(simulation: Simulation, machineId: number): void {
  const machine = simulation.machineById(machineId);
  const service = machine.transport;
  if (service === undefined || service.timerAt !== simulation.now) return;
  service.timerAt = 0;
  if (!simulation.transportRuns(machine)) return;
  const priorities = service.settings.application?.priorities;
  if (priorities !== undefined) lookAfterPriorities(simulation, service, priorities);
  else {
    lookAfterDelays(simulation, service, delayScanMs);
    expireMessages(simulation, service);
  }
  scheduleTimers(simulation, service);
}

/** A failed attempt after the timeout brings the delay notice at once. */
export function noteFailure(simulation: Simulation, queue: Queue): void {
  const service = simulation.machineById(queue.machineId).transport;
  if (service === undefined) return;
  const settings = simulation.serviceSettings(simulation.machineById(queue.machineId));
  const priorities = service.settings.application?.priorities;
  for (const queued of queue.items.values()) {
    const { message } = queued;
    if (priorities !== undefined) {
      const timeout = priorities.delayNotificationMs[effectivePriority(message.content, priorities)];
      if (simulation.now < message.received + timeout) continue;
    } else if (simulation.now < message.received + settings.DelayNotificationTimeout) break;
    if (!message.delayHandled) handleDelay(simulation, service, message);
  }
}

/** With priority queuing each priority has ages of its own, and the order of arrival says nothing. */
function lookAfterPriorities(simulation: Simulation, service: TransportService, priorities: PriorityConfig): void {
  let message = service.oldest;
  while (message !== undefined) {
    const following: Message | undefined = message.newer;
    const age = simulation.now - message.received;
    const priority = effectivePriority(message.content, priorities);
    if (age >= priorities.expirationMs[priority]) {
      if (!message.places.some((place) => place.queueId === service.poison.id)) expire(simulation, service, message);
    } else if (age >= priorities.delayNotificationMs[priority] + delayScanMs && !message.delayHandled)
      handleDelay(simulation, service, message);
    message = following;
  }
}

function lookAfterDelays(simulation: Simulation, service: TransportService, margin: number): void {
  const settings = simulation.serviceSettings(simulation.machineById(service.machineId));
  const limit = simulation.now - settings.DelayNotificationTimeout - margin;
  while (service.delayCursor !== undefined && service.delayCursor.received <= limit) {
    const message: Message = service.delayCursor;
    service.delayCursor = message.newer;
    if (!message.delayHandled) handleDelay(simulation, service, message);
  }
}

function handleDelay(simulation: Simulation, service: TransportService, message: Message): void {
  message.delayHandled = true;
  const suspended = message.places.every(
    (place) => place.status === 'Suspended' || place.queueId === service.poison.id,
  );
  if (suspended && message.places.length > 0) return;
  sendDelayNotice(simulation, service, message);
}

function expireMessages(simulation: Simulation, service: TransportService): void {
  const settings = simulation.serviceSettings(simulation.machineById(service.machineId));
  const limit = simulation.now - settings.MessageExpirationTimeout;
  let message = service.oldest;
  while (message !== undefined && message.received <= limit) {
    const next: Message | undefined = message.newer;
    if (!message.places.some((place) => place.queueId === service.poison.id)) expire(simulation, service, message);
    message = next;
  }
}

/** Text by version: later builds of 2019 name the last error (facts 3.4, outputs 1.3). */
function expire(simulation: Simulation, service: TransportService, message: Message): void {
  const machine = simulation.machineById(service.machineId);
  const open = message.recipients.filter((recipient) => recipient.state !== 'done');
  for (const recipient of open)
    if (recipient.lastError === '') recipient.noteError(queueErrorOf(simulation, message, recipient), simulation.now);
  for (const queued of [...message.places]) takeOut(simulation, service.queues.get(queued.queueId)!, queued);
  const lastError = open[0]?.lastError ?? '';
  const error =
    (machine.version ?? 2016) >= 2019
      ? `550 5.4.300 Message expired -> ${lastError}`
      : '550 4.4.7 QUEUE.Expired; message expired';
  failRecipients(simulation, service, message, open, error, 'QUEUE');
  finishIfDone(simulation, service, message);
}
