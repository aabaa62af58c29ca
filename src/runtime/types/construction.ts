// Making objects: constructors with PowerShell's argument conversions.

import { convertTo, toInt32 } from '../convert.ts';
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
  const fitting = singles.find((overload) => {
    const parameter = parameterType(overload, 0);
    // Classes of scripts often leave their parameters without a type; those of .NET mean something special by object.
    if (parameter.id === 'System.Object') return type.spec.assembly === 'script';
    return parameter.isAssignableFrom(from) && overload.required === 1;
  });
  return fitting ?? singles.find((overload) => widens(from, parameterType(overload, 0)));
}

const WHOLE = ['Int16', 'Int32', 'Int64', 'Single', 'Double'];
/** Numbers that every value of another type fits (System.Type.DefaultBinder). */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  Byte: [...WHOLE, 'UInt16', 'UInt32', 'UInt64', 'Char'],
  SByte: WHOLE,
  Int16: WHOLE.slice(1),
  UInt16: ['UInt32', 'UInt64', 'Int32', 'Int64', 'Single', 'Double'],
  Char: ['UInt16', 'UInt32', 'UInt64', 'Int32', 'Int64'],
  Int32: WHOLE.slice(2),
  UInt32: ['UInt64', 'Int64', 'Single', 'Double'],
  Int64: ['Single', 'Double'],
  UInt64: ['Single', 'Double'],
  Single: ['Double'],
};

function widens(from: PSType, to: PSType): boolean {
  const narrow = from.isEnum ? (from.spec.underlying ?? 'System.Int32') : from.id;
  const name = narrow.replace(/^System\./, '');
  const wide = to.id.replace(/^System\./, '');
  return (from.isEnum && narrow === to.id) || WIDER[name]?.includes(wide) === true;
}

/** Runs one constructor with arguments that already fit. */
export function constructWith(type: PSType, overload: Overload, args: readonly Value[]): Value {
  const prepared = args.map((argument, index) => {
    const type = parameterType(overload, index);
    return toBody(widens(typeOf(argument) ?? type, type) ? convertTo(argument, type) : argument, type);
  });
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
