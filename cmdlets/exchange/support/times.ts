// Instants and time spans between the simulation's milliseconds and what scripts write.

import { convertTo } from '../../../src/runtime/convert.ts';
import { construct } from '../../../src/runtime/members.ts';
import { knownType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';

const epochTicks = 621_355_968_000_000_000n;
const ticksPerMillisecond = 10_000n;

interface Ticks {
  readonly ticks: bigint;
}

/** Milliseconds since 1970 of a date as text, read as the shell reads `[datetime]`; undefined when it is none. */
export function parseInstant(text: string): number | undefined {
  try {
    const date = convertTo(text, 'System.DateTime') as unknown as Ticks;
    return Number((date.ticks - epochTicks) / ticksPerMillisecond);
  } catch {
    return undefined;
  }
}

/** Milliseconds of a time span as text; undefined when it is none. */
export function parseTimeSpanMs(text: string): number | undefined {
  try {
    const span = convertTo(text, 'System.TimeSpan') as unknown as Ticks;
    return Number(span.ticks / ticksPerMillisecond);
  } catch {
    return undefined;
  }
}

/** A DateTime of local kind for an instant of the simulation, null for none. */
export function dateTimeOf(instantMs: number | undefined): Value {
  if (instantMs === undefined) return null;
  return construct(knownType('System.DateTime'), [BigInt(Math.round(instantMs)) * ticksPerMillisecond + epochTicks]);
}

export function timeSpanOf(milliseconds: number | undefined): Value {
  if (milliseconds === undefined) return null;
  return construct(knownType('System.TimeSpan'), [BigInt(Math.round(milliseconds * 10_000))]);
}

/** Milliseconds of a bound DateTime or TimeSpan argument. */
export function instantOf(date: Value): number {
  return Number(((date as unknown as Ticks).ticks - epochTicks) / ticksPerMillisecond);
}
export function millisecondsOf(span: Value): number {
  return Number((span as unknown as Ticks).ticks / ticksPerMillisecond);
}
