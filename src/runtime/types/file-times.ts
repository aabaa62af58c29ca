// Times of files as DateTime objects and back. Files keep UTC ticks; scripts see the sandbox's local time.

import type { Value } from '../values.ts';
import { DateTime, LOCAL, UTC } from './date/date-time.ts';

export function utcDate(ticks: bigint): Value {
  return new DateTime(ticks, UTC);
}
export function localFromUtc(ticks: bigint): Value {
  return new DateTime(ticks, UTC).toLocal();
}

/** UTC ticks of a DateTime; one without a kind is local time. */
export function utcFromDate(date: object): bigint {
  const given = date as DateTime;
  return given.kind === UTC ? given.ticks : new DateTime(given.ticks, LOCAL).toUniversal().ticks;
}
