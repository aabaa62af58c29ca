// From an event that is due to the module that handles it. Kinds are names, so that a saved world knows what to do.

import { expireApproval } from './categorizer/approval-decisions.ts';
import { runCategorizer } from './categorizer/categorize.ts';
import { runAttempt } from './delivery/attempt.ts';
import { expireQueue, resubmitQueue, runIdleResubmit, runRetryTimer } from './delivery/retry.ts';
import { wakeMessages } from './delivery/send.ts';
import { runTimers } from './delivery/timers.ts';
import type { ScheduledEvent } from './kernel/event-queue.ts';
import { runPoll } from './machines/back-pressure.ts';
import { failOver } from './machines/power.ts';
import { finishServiceChange } from './machines/services.ts';
import { wakeQueue } from './mail/registry.ts';
import { runOutgoing } from './outside/outgoing.ts';
import { runPickup } from './outside/pickup.ts';
import { runPatience } from './redundancy/automatic-requests.ts';
import { runHeartbeat } from './redundancy/heartbeat.ts';
import { runRequest } from './redundancy/resubmit-requests.ts';
import { reloadRouting, routingTable } from './routing/reload.ts';
import type { Simulation } from './simulation.ts';
import { runMove } from './store/moves.ts';
import { draftsMove, runSubmission } from './store/submission.ts';

type Handler = (simulation: Simulation, target: number, detail: number | string) => void;

const routingReloadIntervalMs = 43_200_000;

const handlers: Record<string, Handler> = {
  categorize: runCategorizer,
  submission: runSubmission,
  'queue.connect': (simulation, target, detail) => runAttempt(simulation, target, detail as number),
  'queue.retry': (simulation, target, detail) => runRetryTimer(simulation, target, detail as number),
  'queue.idle': runIdleResubmit,
  'queue.expire': expireQueue,
  'queue.wake': (simulation, target) => {
    const queue = wakeMessages(simulation, target);
    if (queue !== undefined && queue.items.size > 0) wakeQueue(simulation, queue);
  },
  'service.timers': runTimers,
  'service.change': (simulation, target, detail) => finishServiceChange(simulation, target, detail as string),
  'shadow.heartbeat': runHeartbeat,
  'safetynet.resubmit': runRequest,
  'safetynet.patience': runPatience,
  'approval.expire': expireApproval,
  'pressure.poll': runPoll,
  'outside.send': runOutgoing,
  'pickup.poll': runPickup,
  'database.failover': failOver,
  'mailbox.move': runMove,
  'routing.notify': (simulation, target) => {
    const service = simulation.machineById(target).transport;
    if (service !== undefined && simulation.transportRuns(simulation.machineById(target)))
      routingTable(simulation, service);
  },
  'routing.reload': (simulation, target) => {
    const machine = simulation.machineById(target);
    if (machine.transport !== undefined && simulation.transportRuns(machine))
      reloadRouting(simulation, machine.transport);
    simulation.kernel.after(routingReloadIntervalMs, 'routing.reload', target);
  },
  'routing.changed': resubmitUnreachable,
};

/** The table differs from the one before: the Unreachable queue is categorized again (U10), unless it is suspended. */
function resubmitUnreachable(simulation: Simulation, target: number): void {
  const machine = simulation.machineById(target);
  const service = machine.transport;
  if (service === undefined || !simulation.transportRuns(machine) || service.unreachable.status === 'Suspended') return;
  resubmitQueue(simulation, service.unreachable, 'the routing table has changed', 'U10');
}

export function dispatch(simulation: Simulation, event: ScheduledEvent): void {
  const handler = handlers[event.kind];
  if (handler === undefined) throw new Error(`No handler for event ${event.kind}.`);
  handler(simulation, event.target, event.detail);
}

/** A message is moving: it is neither delivered nor returned nor suspended nor waiting for a timer, an administrator or a machine. */
export function isMoving(simulation: Simulation): boolean {
  if (draftsMove(simulation)) return true;
  for (const mail of simulation.outgoing.values()) if (mail.attempts === 0) return true;
  for (const machine of simulation.machinesById.values()) {
    const service = machine.transport;
    if (service === undefined || !simulation.transportRuns(machine)) continue;
    if (service.submission.status !== 'Suspended') {
      for (const queued of service.submission.items.values())
        if (queued.status === 'Ready' && queued.notBefore <= simulation.now) return true;
    }
    for (const queue of service.queues.values()) if (queue.attempt !== 0 && queue.items.size > 0) return true;
  }
  return false;
}
