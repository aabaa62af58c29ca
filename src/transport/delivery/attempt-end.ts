// After a turn of a delivery queue: more mail, or rest.

import { startAttempt } from '../mail/registry.ts';
import type { Queue } from '../queues/queue.ts';
import type { Simulation } from '../simulation.ts';
import { settle } from './retry.ts';
import { readyItems } from './send.ts';

export function next(simulation: Simulation, queue: Queue, waitMs: number): void {
  queue.attempt = 0;
  queue.targetIndex = 0;
  queue.turn += 1;
  if (readyItems(simulation, queue, 1).length === 0) settle(simulation, queue);
  else startAttempt(simulation, queue, Math.max(1, waitMs));
}
