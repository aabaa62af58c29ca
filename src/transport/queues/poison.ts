// Poison messages: what was being processed each time the transport process died is set aside (facts 2: PoisonThreshold; events 10001, 10003).

import type { Machine } from '../machines/machine.ts';
import type { Message } from '../mail/message.ts';
import { place, takeOut } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';
import type { TransportService } from './transport-service.ts';

/** The message in process: the first that the categorizer would take, else the first of a queue that is sending. */
function inProcess(service: TransportService): Message | undefined {
  if (service.submission.status !== 'Suspended') {
    for (const queued of service.submission.items.values()) if (queued.status === 'Ready') return queued.message;
  }
  for (const queue of service.queues.values()) {
    if (queue.attempt === 0 || queue.number === 0) continue;
    for (const queued of queue.items.values()) if (queued.status !== 'Suspended') return queued.message;
  }
  return undefined;
}

/** The process dies: the message in process is remembered with it. */
export function rememberCrash(simulation: Simulation, machine: Machine): void {
  const service = machine.transport;
  const message = service === undefined ? undefined : inProcess(service);
  if (message === undefined) return;
  message.mark({ crashes: message.special.crashes + 1 });
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 10003,
    category: 'PoisonMessage',
    level: 'Error',
    message: 'The transport process failed during message processing with the following call stack: (not recorded).',
    strings: [message.content.messageId],
  });
}

/** The service starts: messages that have reached PoisonThreshold go to the Poison queue. */
export function setPoisonAside(simulation: Simulation, machine: Machine, service: TransportService): void {
  const settings = simulation.serviceSettings(machine);
  if (settings.PoisonMessageDetectionEnabled === false) return;
  let count = 0;
  for (let message = service.oldest; message !== undefined; message = message.newer) {
    if (
      message.special.crashes < settings.PoisonThreshold ||
      message.places.some((queued) => queued.queueId === service.poison.id)
    )
      continue;
    moveToPoison(simulation, machine, service, message);
    count += 1;
  }
  if (count === 0) return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 10001,
    category: 'PoisonMessage',
    level: 'Warning',
    message: `${count} messages have reached or exceeded the configured poison threshold of ${settings.PoisonThreshold}. After the Microsoft Exchange Transport service restarted, these messages were moved to the poison message queue.`,
    strings: [String(count), String(settings.PoisonThreshold)],
  });
}

function moveToPoison(simulation: Simulation, machine: Machine, service: TransportService, message: Message): void {
  for (const queued of [...message.places]) takeOut(simulation, service.queues.get(queued.queueId)!, queued);
  const open = message.recipients.filter((recipient) => recipient.state !== 'done');
  const queued = place(simulation, service.poison, message, open);
  queued.status = 'Suspended';
  track(simulation, machine, message, {
    source: 'POISONMESSAGE',
    eventId: 'POISONMESSAGE',
    recipients: open.map((recipient) => recipient.address),
    sourceContext: 'moved to the poison queue',
  });
}
