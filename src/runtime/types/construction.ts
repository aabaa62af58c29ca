// Making objects: constructors with PowerShell's argument conversions.

import { toInt32 } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import type { Value } from '../values.ts';
import { newArray } from './default-value.ts';
import { fromBody, toBody } from './marshal.ts';
import { type Overload, parameterType } from './member-tables.ts';
import { argumentCountError, chooseOverload, methodInvocationException, prepareArguments } from './overloads.ts';
import { type PSType, typeOf } from './registry.ts';

/** A constructor that takes exactly the type of `value` (or a base of it), as casts use it. */
export function findOneArgumentConstructor(type: PSType, value: Value): Overload | undefined {
  const from = typeOf(value);
  if (!from) return undefined;
  const singles = type.members.constructors.filter(
    (overload) => overload.required <= 1 && overload.parameters.length >= 1 && !overload.hasParams,
  );
  const exact = singles.find((overload) => parameterType(overload, 0) === from);
  if (exact) return exact;
  return singles.find((overload) => {
    const parameter = parameterType(overload, 0);
    return parameter.id !== 'System.Object' && parameter.isAssignableFrom(from) && overload.required === 1;
  });
}

/** Runs one constructor with arguments that already fit. */
export function constructWith(type: PSType, overload: Overload, args: readonly Value[]): Value {
  const prepared = args.map((argument, index) => toBody(argument, parameterType(overload, index)));
  return fromBody(overload.body.call(type, ...prepared), type);
}

/** `[T]::new(…)`. Constructor bodies get the constructed type as `this`. */
export function construct(type: PSType, args: readonly Value[]): Value {
  if (type.elementType) {
    if (args.length !== type.rank) throw argumentCountError('new', args.length);
    return newArray(
      type,
      args.map((length) => toInt32(length)),
    );
  }
  const constructors = type.spec.abstract || type.isInterface ? [] : type.members.constructors;
  if (
    args.length === 0 &&
    type.isValueType &&
    type.spec.zero &&
    !constructors.some((overload) => overload.required === 0)
  )
    return type.spec.zero();
  if (args.length === 0 && type.isEnum) return fromBody(0, type);
  const candidate = constructors.length === 0 ? undefined : chooseOverload(constructors, args, 'new');
  if (!candidate) throw argumentCountError('new', args.length);
  const prepared = prepareArguments(candidate, args, '.ctor');
  try {
    return fromBody(candidate.overload.body.call(type, ...prepared), type);
  } catch (error) {
    if (error instanceof DotNetException) throw methodInvocationException('.ctor', args.length, error);
    throw error;
  }
}
