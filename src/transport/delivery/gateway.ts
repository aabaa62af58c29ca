// The foreign gateway connection handler: writes mail for non-SMTP systems into the connector's drop directory (rules J1–J4).

import type { Machine } from '../machines/machine.ts';
import { notifySuccess } from '../mail/message.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { reportSuccess } from '../notifications/failures.ts';
import { mime } from '../notifications/render.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { next } from './attempt-end.ts';
import { replyError } from './errors.ts';
import { enterRetry, markSuccess, resubmitQueue } from './retry.ts';
import { readyItems } from './send.ts';

const batchSize = 100;

export function deliverToGateway(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
): void {
  const connector = [...simulation.directory.all('foreignConnector')].find(
    (candidate) => candidate.guid === queue.key.connector,
  );
  if (connector === undefined)
    return void resubmitQueue(simulation, queue, `foreign connector ${queue.key.object} is gone`, 'J1');
  const { SourceTransportServers, Enabled, DropDirectory } = connector.properties;
  if (!SourceTransportServers.some((name) => name.toLowerCase() === machine.name.toLowerCase())) {
    return void resubmitQueue(
      simulation,
      queue,
      `${machine.name} is no source server of ${connector.name} any more`,
      'J2',
    );
  }
  if (!Enabled) return void resubmitQueue(simulation, queue, `foreign connector ${connector.name} is disabled`, 'J3');
  const directory = dropDirectory(simulation, machine, connector.name, DropDirectory);
  if (!machine.directories.has(directory.toLowerCase())) {
    const [first] = queue.items.values();
    if (first !== undefined)
      simulation.trace.record(
        simulation.now,
        machine,
        'ForeignGateway',
        first.message.content,
        first.recipients.map((recipient) => recipient.address),
        'Retry',
        `drop directory ${directory} can't be found`,
        { rule: 'J4' },
      );
    enterRetry(
      simulation,
      queue,
      replyError(simulation, machine, `451 4.4.0 The drop directory ${directory} cannot be found`, undefined),
    );
    return;
  }
  markSuccess(simulation, queue);
  for (const queued of readyItems(simulation, queue, batchSize)) {
    const { message } = queued;
    const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
    const number = simulation.kernel.nextId('dropFile');
    const header = `X-Sender: ${message.returnPath}\r\n${open.map((recipient) => `X-Receiver: ${recipient.address}\r\n`).join('')}`;
    simulation.effects.disk.write(
      machine.name,
      `${directory}\\${message.content.networkMessageId}-${number}.eml`,
      header + mime(message.content, message.hops),
    );
    for (const recipient of open) recipient.state = 'done';
    track(simulation, machine, message, {
      source: 'GATEWAY',
      eventId: 'SEND',
      connectorId: connector.name,
      recipients: open.map((recipient) => recipient.address),
      sourceContext: directory,
    });
    simulation.trace.record(
      simulation.now,
      machine,
      'ForeignGateway',
      message.content,
      open.map((recipient) => recipient.address),
      'Written to the drop directory',
      directory,
    );
    if (connector.properties.RelayDsnRequired || open.some((recipient) => recipient.notify === notifySuccess))
      reportSuccess(simulation, service, message, open, 'relayed');
    takeOut(simulation, queue, queued);
    finishIfDone(simulation, service, message);
  }
  next(simulation, queue, 0);
}

/** Absolute as given, else under RootDropDirectoryPath or the product's folder; without a name that of the connector. */
export function dropDirectory(
  simulation: Simulation,
  machine: Machine,
  connectorName: string,
  directory: string | null,
): string {
  const name = directory === null || directory === '' ? connectorName : directory;
  if (/^[A-Za-z]:\\|^\\\\/.test(name)) return name.replace(/\\+$/, '');
  const root =
    simulation.serviceSettings(machine).RootDropDirectoryPath ??
    'C:\\Program Files\\Microsoft\\Exchange Server\\TransportRoles';
  return `${root.replace(/\\+$/, '')}\\${name}`;
}
