// Instants and time spans between the simulation's milliseconds and what scripts write.

import { convertTo } from '../../../src/runtime/convert.ts';

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
