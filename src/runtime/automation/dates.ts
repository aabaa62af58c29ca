// DateTime values from ticks, without tying the engine to the date family.

import { construct } from '../members.ts';
import { knownType } from '../types/registry.ts';
import type { Value } from '../values.ts';

export function dateFromTicks(ticks: bigint): Value {
  return construct(knownType('System.DateTime'), [ticks]);
}
