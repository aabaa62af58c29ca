// Arguments of a command as the binder gets them: parameters and values in the order in which they were written.

import type { Extent } from '../../language/ast.ts';
import type { Value } from '../values.ts';

export interface Argument {
  /** Name after the dash, when this is a parameter. */
  parameter: string | undefined;
  /** As written: `-Name`, `-Name:`. */
  parameterText: string;
  hasValue: boolean;
  value: Value;
  /** Position of the parameter, else of the value. */
  extent: Extent | undefined;
  valueExtent: Extent | undefined;
  /** Text of a number that was written as an argument. */
  literal?: string;
  /** From `@hashtable`: explicit parameters win over it. */
  splatted: boolean;
}

export function positional(value: Value, extent?: Extent): Argument {
  return {
    parameter: undefined,
    parameterText: '',
    hasValue: true,
    value,
    extent,
    valueExtent: extent,
    splatted: false,
  };
}

export function named(parameter: string, value: Value, hasValue = true): Argument {
  return {
    parameter,
    parameterText: `-${parameter}`,
    hasValue,
    value,
    extent: undefined,
    valueExtent: undefined,
    splatted: false,
  };
}

const parameterIndexes = new WeakMap<readonly Value[], Set<number>>();

/** Arguments that no parameter took, as `$args` holds them. Which of its texts were parameters is remembered for `@args`. */
export function toArgs(args: readonly Argument[]): Value[] {
  const values: Value[] = [];
  const parameters = new Set<number>();
  for (const argument of args) {
    if (argument.parameter !== undefined) {
      parameters.add(values.length);
      values.push(argument.parameterText);
      if (argument.hasValue) values.push(argument.value);
    } else values.push(argument.value);
  }
  if (parameters.size > 0) parameterIndexes.set(values, parameters);
  return values;
}

export function isParameterAt(list: readonly Value[], index: number): boolean {
  return parameterIndexes.get(list)?.has(index) ?? false;
}
