// Parallel connections of a queue: how many there may be, how many messages each carries, and what they bring together
// (facts 2: SmtpMaxMessagesPerConnection, MaxPerDomainOutboundConnections, MaxOutboundConnections).

import type { Machine } from '../machines/machine.ts';
import type { Queue } from '../queues/queue.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';
import { type Connection, openConnection, sendConnectorOf } from './connection.ts';
import { logConnectivity } from './connectivity.ts';
import { type BatchOutcome, readyItems, sendMessages } from './send.ts';

/** Of a connection without a limit. */
const unlimitedBatch = 400;
/** A connection that takes at least so long is still open when other queues want one. */
export const noticeableMs = 1000;

/** Messages that one connection carries before it is closed; 0 means no limit. */
function messagesPerConnection(simulation: Simulation, machine: Machine, queue: Queue, target: Target): number {
  const connector = sendConnectorOf(simulation, queue, target);
  const limit =
    connector?.properties.SmtpMaxMessagesPerConnection ??
    simulation.serviceSettings(machine).IntraOrgConnectorSmtpMaxMessagesPerConnection;
  return limit > 0 ? limit : unlimitedBatch;
}

/** Connections that the server may still open: MaxOutboundConnections less those of all queues. */
export function freeConnections(simulation: Simulation, machine: Machine): number {
  const { MaxOutboundConnections } = simulation.serviceSettings(machine);
  if (MaxOutboundConnections === 'Unlimited') return Number.POSITIVE_INFINITY;
  let used = 0;
  for (const queue of machine.transport!.queues.values()) used += queue.connections;
  return MaxOutboundConnections - used;
}

/** One more connection for every batch that waits, as far as the limits allow. */
function connectionCount(simulation: Simulation, machine: Machine, queue: Queue, perConnection: number): number {
  const { MaxPerDomainOutboundConnections: limit } = simulation.serviceSettings(machine);
  const wanted = Math.ceil(queue.items.size / perConnection);
  const allowed = limit === 'Unlimited' ? Number.POSITIVE_INFINITY : limit;
  return Math.max(1, Math.min(wanted, allowed, freeConnections(simulation, machine)));
}

/** One turn: all connections at once, the first of which is open already. */
export function sendOverConnections(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  target: Target,
  opened: Connection,
): BatchOutcome {
  const perConnection = messagesPerConnection(simulation, machine, queue, target);
  const count = connectionCount(simulation, machine, queue, perConnection);
  const items = readyItems(simulation, queue, count * perConnection);
  const whole: BatchOutcome = { sent: 0, failed: 0, bytes: 0, refusal: undefined, serverRefused: false, waitMs: 0 };
  let taken = 0;
  let used = 0;
  while (used < count && taken < items.length && !whole.serverRefused) {
    const connection = used === 0 ? opened : openConnection(simulation, machine, queue, target);
    if (connection.policy === undefined) break;
    used += 1;
    const own = sendMessages(simulation, machine, queue, target, connection.policy, items, taken, perConnection);
    taken = own.next;
    if (!own.serverRefused) connection.policy.quit?.();
    const ending = own.refusal === undefined ? '(Complete)' : `(Retry : ${own.refusal.lines[0]})`;
    const text = `Messages: ${own.sent} Bytes: ${own.bytes} ${ending}`;
    logConnectivity(simulation, machine, queue, connection.session, '-', text);
    whole.sent += own.sent;
    whole.failed += own.failed;
    whole.bytes += own.bytes;
    whole.refusal = own.refusal ?? whole.refusal;
    whole.serverRefused = own.serverRefused;
    whole.waitMs = Math.max(whole.waitMs, own.waitMs);
  }
  queue.connections = whole.waitMs >= noticeableMs ? used : 0;
  return whole;
}
