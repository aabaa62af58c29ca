// Performance counters that follow from the simulation: queues of the transport service, memory, disk and version buckets of the machine.
// Names: Microsoft's *Transport queue counters* and *Understanding back pressure*.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { MachineView, QueueView } from '../../src/transport/views.ts';
import { worldOf } from './local-machine.ts';
import { processesOf } from './processes.ts';

export interface CounterView {
  set: string;
  /** Empty for a set with a single instance. */
  instance: string;
  counter: string;
  value: number;
}

type Values = [counter: string, value: number][];

const sum = (queues: QueueView[]): number => queues.reduce((total, queue) => total + queue.messageCount, 0);
const isWaiting = (queue: QueueView): boolean => queue.status === 'Retry';

/** Queue counters; a queue in Retry counts as such, all others as active. */
function queueCounters(cmdlet: CmdletContext, machine: MachineView): Values {
  const queues = worldOf(cmdlet).queues(machine.name, machine.name);
  const named = (name: string) => queues.filter((queue) => queue.identity.endsWith(`\\${name}`));
  const delivery = queues.filter((queue) => queue.number > 0 && queue.deliveryType !== 'ShadowRedundancy');
  const shadow = queues.filter((queue) => queue.deliveryType === 'ShadowRedundancy');
  const mailbox = delivery.filter(({ deliveryType }) => /^(MapiDelivery|SmtpDeliveryToMailbox)$/.test(deliveryType));
  const nonSmtp = delivery.filter(({ deliveryType }) => /^(NonSmtpGatewayDelivery|DeliveryAgent)$/.test(deliveryType));
  const remote = delivery.filter((queue) => !mailbox.includes(queue) && !nonSmtp.includes(queue));
  const pair = (kind: string, of: QueueView[]): Values => [
    [`Active ${kind} Queue Length`, sum(of.filter((queue) => !isWaiting(queue)))],
    [`Retry ${kind} Queue Length`, sum(of.filter(isWaiting))],
  ];
  return [
    ['Aggregate Delivery Queue Length (All Queues)', sum(delivery)],
    ...pair('Mailbox Delivery', mailbox),
    ...pair('Remote Delivery', remote),
    ...pair('Non-Smtp Delivery', nonSmtp),
    ['Largest Delivery Queue Length', Math.max(0, ...delivery.map((queue) => queue.messageCount))],
    ['Submission Queue Length', sum(named('Submission'))],
    ['Unreachable Queue Length', sum(named('Unreachable'))],
    ['Poison Queue Length', sum(named('Poison'))],
    ['Shadow Queue Length', sum(shadow)],
  ];
}

/** Every counter of a machine; those of a program only while it runs. */
export function countersOf(cmdlet: CmdletContext, machine: MachineView): CounterView[] {
  const views: CounterView[] = [];
  const add = (set: string, instance: string, values: Values): void => {
    for (const [counter, value] of values) views.push({ set, instance, counter, value });
  };
  const { memoryGB, memoryLoadPercent, diskSizeGB, diskFreeGB, versionBuckets } = machine;
  const processes = processesOf(cmdlet, machine);
  if (processes.some((process) => process.name === 'EdgeTransport')) {
    add('MSExchangeTransport Queues', '_total', queueCounters(cmdlet, machine));
    add('MSExchange Database', 'edgetransport', [['Version buckets allocated', versionBuckets]]);
  }
  add('Memory', '', [
    ['Available MBytes', Math.round((memoryGB * 1024 * (100 - memoryLoadPercent)) / 100)],
    ['% Committed Bytes In Use', memoryLoadPercent],
  ]);
  add('LogicalDisk', 'c:', [
    ['% Free Space', (diskFreeGB * 100) / diskSizeGB],
    ['Free Megabytes', Math.round(diskFreeGB * 1024)],
  ]);
  for (const { name, id, privateBytes } of processes)
    add('Process', name.toLowerCase(), [
      ['ID Process', id],
      ['Private Bytes', privateBytes],
    ]);
  return views;
}
