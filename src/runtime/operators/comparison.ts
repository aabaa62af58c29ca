// -eq, -lt and the like on two single values, and their filtering forms on collections.

import type { Value } from '../values.ts';

/** Equality of single values: the right operand is converted to the left one's type. */
export function equals(_left: Value, _right: Value, _ignoreCase?: boolean): boolean {
  throw new Error('being written');
}
/** Order of single values (Sort-Object, -lt …): negative, 0, positive. Throws when they cannot be compared. */
export function compare(_left: Value, _right: Value, _ignoreCase?: boolean): number {
  throw new Error('being written');
}
export function compareEqual(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
export function compareNotEqual(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
export function lessThan(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
export function lessOrEqual(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
export function greaterThan(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
export function greaterOrEqual(_left: Value, _right: Value, _ignoreCase?: boolean): Value {
  throw new Error('being written');
}
