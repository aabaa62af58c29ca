// Virtual time: the clock, the events that are due later, the generator and the counters of ids.

import { EventQueue, type ScheduledEvent } from './event-queue.ts';
import { RandomGenerator } from './random.ts';

/** Bound on the events of one instant: more means that something reschedules itself for ever. */
const maxEventsPerInstant = 5_000_000;

export class Kernel {
  /** Milliseconds UTC since 1970-01-01. */
  now: number;
  readonly seed: number;
  readonly events = new EventQueue();
  readonly random: RandomGenerator;
  /** Counters by name: messages, sessions, objects … */
  private readonly counters = new Map<string, number>();

  constructor(now: number, seed: number) {
    this.now = now;
    this.seed = seed;
    this.random = new RandomGenerator(seed);
  }

  /** Next id of a kind, from 1. */
  nextId(counter: string): number {
    const id = (this.counters.get(counter) ?? 0) + 1;
    this.counters.set(counter, id);
    return id;
  }

  /** Schedules for `delayMs` from now, never for the past. */
  after(delayMs: number, kind: string, target: number, detail: number | string = 0): ScheduledEvent {
    return this.at(this.now + delayMs, kind, target, detail);
  }

  at(time: number, kind: string, target: number, detail: number | string = 0): ScheduledEvent {
    return this.events.add(Math.max(Math.ceil(time), this.now), kind, target, detail);
  }

  /** Lets everything happen that is due up to and including the instant, or until `enough` says so. */
  advanceTo(instant: number, handle: (event: ScheduledEvent) => void, enough?: () => boolean): void {
    let count = 0;
    let current = this.now;
    for (;;) {
      const first = this.events.first;
      if (first === undefined || first.time > instant) break;
      if (enough?.()) return;
      this.events.take();
      if (first.time !== current) {
        count = 0;
        current = first.time;
      }
      count += 1;
      if (count > maxEventsPerInstant)
        throw new Error(`Events at ${current} do not come to an end (seed ${this.seed}, ${first.kind}).`);
      this.now = first.time;
      handle(first);
    }
    if (!enough?.()) this.now = Math.max(this.now, instant);
  }

  save(): { seed: number; now: number; random: number[]; counters: Record<string, number>; nextSequence: number } {
    return {
      seed: this.seed,
      now: this.now,
      random: this.random.save(),
      counters: Object.fromEntries(this.counters),
      nextSequence: this.events.sequenceNumber,
    };
  }

  restoreCounters(counters: Record<string, number>): void {
    for (const [name, value] of Object.entries(counters)) this.counters.set(name, value);
  }
}
