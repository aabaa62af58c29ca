// Times of files as DateTime objects and back. Files keep UTC ticks; scripts see the sandbox's local time.

import type { Value } from '../values.ts';
import { host } from './ambient.ts';
import { construct } from './construction.ts';
import { EnumValue } from './enum-value.ts';
import { knownType } from './registry.ts';

const TICKS_PER_MINUTE = 600_000_000n;

/** DateTimeKind. */
const UTC = 1;
const LOCAL = 2;

function dateOf(ticks: bigint, kind: number): Value {
  return construct(knownType('System.DateTime'), [ticks, new EnumValue(knownType('System.DateTimeKind'), kind)]);
}

export function utcDate(ticks: bigint): Value {
  return dateOf(ticks, UTC);
}
export function localFromUtc(ticks: bigint): Value {
  return dateOf(ticks + BigInt(host().clock.utcOffsetMinutes(ticks)) * TICKS_PER_MINUTE, LOCAL);
}

/** UTC ticks of a DateTime; one without a kind is local time. */
export function utcFromDate(date: object): bigint {
  const { ticks, kind } = date as { ticks: bigint; kind?: number };
  return kind === UTC ? ticks : ticks - BigInt(host().clock.utcOffsetMinutes(ticks)) * TICKS_PER_MINUTE;
}
