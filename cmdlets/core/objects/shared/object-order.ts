// Ordering and equality of objects by key, as Sort-Object, Group-Object and Compare-Object see them.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { toBool, toText } from '../../../../src/runtime/convert.ts';
import { DotNetException, TerminatingError } from '../../../../src/runtime/errors.ts';
import { MISSING } from '../../../../src/runtime/members.ts';
import { compare } from '../../../../src/runtime/operators/comparison.ts';
import type { PropertyParameter } from '../../../../src/runtime/property-parameters.ts';
import { compareText } from '../../../../src/runtime/text.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export type Key = Value | typeof MISSING;

/** One property to order by. */
export interface OrderKey {
  parameter: PropertyParameter | undefined;
  descending: boolean;
}

export function orderKeys(parameters: readonly PropertyParameter[], descending: boolean): OrderKey[] {
  if (parameters.length === 0) return [{ parameter: undefined, descending }];
  return parameters.map((parameter) => ({ parameter, descending: keyDescending(parameter, descending) }));
}
function keyDescending(parameter: PropertyParameter, otherwise: boolean): boolean {
  if (parameter.descending !== undefined) return toBool(parameter.descending);
  if (parameter.ascending !== undefined) return !toBool(parameter.ascending);
  return otherwise;
}

/** Value of a key; an expression that fails is reported and counts as a missing property. */
export function keyOf(value: Value, parameter: PropertyParameter | undefined, cmdlet?: CmdletContext): Key {
  if (!parameter) return value;
  try {
    return parameter.expression.firstValue(value);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    if (cmdlet !== undefined) report(cmdlet, value, thrown);
    return MISSING;
  }
}

function report(cmdlet: CmdletContext, value: Value, thrown: unknown): void {
  const cause = thrown instanceof TerminatingError ? thrown.record.exception : thrown;
  if (!(cause instanceof DotNetException)) return;
  const record = cmdlet.makeError(cause.message, 'ExpressionEvaluation', 'InvalidResult', value, cause.type);
  record.targetType = 'PSObject';
  cmdlet.error(record);
}

/** Order of two keys. Null comes first; what cannot be compared is compared as text. */
export function compareKeys(left: Key, right: Key, ignoreCase: boolean): number {
  if (left === right) return 0;
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, ignoreCase);
  const leftNull = left === null || left === undefined;
  const rightNull = right === null || right === undefined;
  if (leftNull || rightNull) return leftNull ? (rightNull ? 0 : -1) : 1;
  try {
    return compare(left as Value, right as Value, ignoreCase);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    return compareText(toText(left as Value), toText(right as Value), ignoreCase);
  }
}

export interface Keyed {
  value: Value;
  keys: Key[];
}

/** Compares by all keys; objects without the property come last, whichever the direction. */
export function comparer(keys: readonly OrderKey[], ignoreCase: boolean): (left: Keyed, right: Keyed) => number {
  return (left, right) => {
    for (let i = 0; i < keys.length; i++) {
      const a = left.keys[i]!;
      const b = right.keys[i]!;
      if (a === MISSING || b === MISSING) {
        if (a !== b) return a === MISSING ? 1 : -1;
        continue;
      }
      const order = compareKeys(a, b, ignoreCase);
      if (order !== 0) return keys[i]!.descending ? -order : order;
    }
    return 0;
  };
}

export function keyed(value: Value, keys: readonly OrderKey[], cmdlet?: CmdletContext): Keyed {
  return { value, keys: keys.map((key) => keyOf(value, key.parameter, cmdlet)) };
}
