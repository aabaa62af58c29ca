// $Error: the newest record first, at most $MaximumErrorCount of them.

import type { Engine } from '../engine.ts';
import type { ErrorRecord } from '../errors.ts';
import { ArrayList } from '../types/collections/list.ts';

const MAXIMUM_ERROR_COUNT = 256;

/** The list behind $Error. */
export function errorList(engine: Engine): ArrayList {
  const value = engine.globalScope.own('error')?.value;
  if (value instanceof ArrayList) return value;
  throw new Error('$Error is gone');
}

/** Puts a record into $Error, unless it is there as the newest one already. */
export function recordError(engine: Engine, record: ErrorRecord): void {
  const list = errorList(engine).items;
  if (list.includes(record)) return;
  list.unshift(record);
  if (list.length > MAXIMUM_ERROR_COUNT) list.length = MAXIMUM_ERROR_COUNT;
}
