// The sandbox's time as scripts see it. In scripts it moves only when told to; in a typed session it follows real time at the
// sandbox's rate, and the world is moved when something is due or when a command is about to look.

import { PipelineStopped } from '../runtime/errors.ts';
import type { Clock, Interrupt } from '../runtime/host.ts';
import type { World } from '../transport/world.ts';

const ticksAtUnixEpoch = 621_355_968_000_000_000n;
/** After so many events of a long sleep Ctrl+C is looked for. */
const maxEvents = 4000;
/** While real time is waited for, Ctrl+C is looked for so often. */
const sliceMs = 50;

export interface ClockParts {
  world(): World;
  /** Undefined while nobody has needed the world yet. */
  worldIfOpen(): World | undefined;
  interrupt: Interrupt;
  monotonicMs(): number;
  followsRealTime: boolean;
  wait?(milliseconds: number): void;
}

export class VirtualClock implements Clock {
  readonly #parts: ClockParts;
  readonly #offsets = new Map<string, Intl.DateTimeFormat>();
  /** Real instant up to which virtual time has followed. */
  #followedUntil: number;

  constructor(parts: ClockParts) {
    this.#parts = parts;
    this.#followedUntil = parts.monotonicMs();
  }

  get timeZone(): string {
    return this.#parts.world().timeZone;
  }

  /** Virtual time now, milliseconds since 1970 UTC. */
  nowMs(): number {
    return this.#parts.world().now + Math.floor(this.#pendingMs());
  }

  nowTicks(): bigint {
    const now = ticksAtUnixEpoch + BigInt(Math.floor(this.nowMs())) * 10_000n;
    return now + BigInt(this.#offsetAtUtc(now)) * 600_000_000n;
  }

  utcOffsetMinutes(localTicks: bigint): number {
    // The offset depends on UTC, which depends on the offset; two rounds find it except in the hour that does not exist.
    let offset = this.#offsetAtUtc(localTicks);
    offset = this.#offsetAtUtc(localTicks - BigInt(offset) * 600_000_000n);
    return offset;
  }

  #offsetAtUtc(utcTicks: bigint): number {
    const zone = this.timeZone;
    if (zone === 'UTC') return 0;
    let format = this.#offsets.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
      this.#offsets.set(zone, format);
    }
    const milliseconds = Number((utcTicks - ticksAtUnixEpoch) / 10_000n);
    const name = format.formatToParts(milliseconds).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const match = /([+-])(\d\d):(\d\d)/.exec(name);
    if (!match) return 0;
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  }

  /** Virtual time that real time has earned and the world has not yet been moved by. */
  #pendingMs(): number {
    const world = this.#parts.followsRealTime ? this.#parts.worldIfOpen() : undefined;
    if (!world) return 0;
    const { rate, paused } = world.clock;
    return paused ? 0 : Math.max(0, this.#parts.monotonicMs() - this.#followedUntil) * rate;
  }

  /** Moves the world to the present. Nothing happens where time stands still or nobody needs the world. */
  settle(): void {
    const world = this.#parts.worldIfOpen();
    if (!world || !this.#parts.followsRealTime) return;
    const pending = Math.floor(this.#pendingMs());
    const { rate, paused } = world.clock;
    if (paused) {
      this.#followedUntil = this.#parts.monotonicMs();
      return;
    }
    if (pending < 1) return;
    this.#followedUntil += pending / rate;
    world.apply({ kind: 'advance', to: world.now + pending });
  }

  catchUp(): void {
    this.settle();
  }

  /** Moves the world when something is due; called now and then while a typed session waits for input. */
  settleIfDue(): void {
    const world = this.#parts.worldIfOpen();
    const due = world?.clock.nextEvent;
    if (world && due !== undefined && due !== null && due <= world.now + this.#pendingMs()) this.settle();
  }

  /** After the rate or the pause changed: what was earned before counts at the old rate, so it is settled before the change. */
  restart(): void {
    this.#followedUntil = this.#parts.monotonicMs();
  }

  sleep(milliseconds: number): void {
    if (!(milliseconds > 0)) return;
    const world = this.#parts.world();
    if (this.#parts.followsRealTime && this.#parts.wait && !world.clock.paused) this.#sleepReally(milliseconds);
    else this.#jump(milliseconds);
  }

  #jump(milliseconds: number): void {
    const world = this.#parts.world();
    const to = Math.ceil(world.now + milliseconds);
    while (world.apply({ kind: 'advance', to, maxEvents }).unfinished) this.#checkInterrupt();
    this.#checkInterrupt();
  }

  #sleepReally(milliseconds: number): void {
    this.settle();
    const world = this.#parts.world();
    const end = world.now + milliseconds;
    while (world.now < end) {
      const leftMs = (end - world.now - this.#pendingMs()) / world.clock.rate;
      if (leftMs > 0) this.#parts.wait!(Math.min(leftMs, sliceMs));
      this.#checkInterrupt();
      if (world.now + this.#pendingMs() >= end) this.settle();
      else this.settleIfDue();
    }
  }

  #checkInterrupt(): void {
    if (this.#parts.interrupt.requested) throw new PipelineStopped();
  }

  monotonicMs(): number {
    return this.#parts.monotonicMs();
  }
}
