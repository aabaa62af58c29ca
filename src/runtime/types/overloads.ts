// Choosing the overload of a method for given arguments and calling it, with PowerShell's conversions of the arguments.

import { convertTo, numberTypeFor, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { NUMBER_RANK, numberTypeOf } from '../number/numeric.ts';
import { PSObject, typedArray, type Value } from '../values.ts';
import { isScriptBlock } from './callable.ts';
import { conversionCause } from './conversion-errors.ts';
import { fromBody, toBody } from './marshal.ts';
import { type Overload, parameterType } from './member-tables.ts';
import { PSReference } from './reference.ts';
import { knownType, type PSType, typeOf } from './registry.ts';

/** Cost of passing a value for a parameter; Infinity when it cannot be (a conversion may still be tried when nothing else fits). */
function cost(value: Value, type: PSType): number {
  const id = type.id;
  if (id === 'System.Object')
    return value !== null && typeof value === 'object' && !(value instanceof PSObject) ? 8 : 10;
  if (value === null || value === undefined)
    return type.isValueType && type.spec.name !== 'System.Nullable`1' ? 40 : id === 'System.String' ? 2 : 1;
  const from = typeOf(value)!;
  if (from === type) return 0;
  if (value instanceof PSReference) return cost(value.value, type);
  const toNumber = numberTypeFor(type);
  const fromNumber = numberTypeOf(value);
  if (toNumber !== undefined && fromNumber !== undefined) {
    const distance = NUMBER_RANK[toNumber] - NUMBER_RANK[fromNumber];
    return distance > 0 ? 1 + distance / 10 : 6 - distance / 10;
  }
  if (type.isAssignableFrom(from)) return type.isInterface ? 3 : 2;
  if (typeof value === 'string') return stringCost(value, type, toNumber !== undefined);
  if (id === 'System.String') return 20;
  if (id === 'System.Char' || toNumber !== undefined) return fromNumber !== undefined ? 9 : 24;
  if (type.kind === 'delegate') return isScriptBlock(value) ? 4 : 60;
  if (id === 'System.Boolean') return 22;
  if (type.elementType) return arrayCost(value, type);
  return 30;
}

function stringCost(value: string, type: PSType, numeric: boolean): number {
  if (type.id === 'System.Char') return value.length === 1 ? 5 : 50;
  if (type.id === 'System.Char[]') return 6;
  if (type.isEnum) return 15;
  if (numeric) return /^\s*[-+]?(\d|\.)/.test(value) ? 16 : 35;
  if (type.elementType) return type.elementType.id === 'System.String' ? 7 : 28;
  if (type.id === 'System.Boolean') return 34;
  return 30;
}
function arrayCost(value: Value, type: PSType): number {
  if (!Array.isArray(value)) return 26;
  if (value.length === 0) return 12;
  const element = type.elementType!;
  return Math.min(60, 11 + Math.max(...value.slice(0, 8).map((item) => cost(item, element))) / 2);
}

interface Candidate {
  overload: Overload;
  /** Called with the params array spread over the rest of the arguments. */
  expanded: boolean;
  cost: number;
}

function candidatesFor(overloads: readonly Overload[], args: readonly Value[]): Candidate[] {
  const candidates: Candidate[] = [];
  const count = args.length;
  for (const overload of overloads) {
    const total = overload.parameters.length;
    if (count >= overload.required && count <= total && !(overload.hasParams && count < total)) {
      candidates.push({
        overload,
        expanded: false,
        cost: overload.hasParams ? paramsCost(overload, args) : totalCost(overload, args) + (total - count) * 0.01,
      });
    }
    if (overload.hasParams && count >= overload.required) {
      candidates.push({ overload, expanded: true, cost: expandedCost(overload, args) });
    }
  }
  return candidates;
}
function totalCost(overload: Overload, args: readonly Value[]): number {
  let sum = 0;
  for (let i = 0; i < args.length; i++) {
    const parameter = overload.parameters[i]!;
    if (parameter.byReference !== args[i] instanceof PSReference && parameter.byReference) return 100;
    sum += cost(args[i], parameterType(overload, i));
  }
  return sum;
}
/** The whole array passed for `params T[]`. */
function paramsCost(overload: Overload, args: readonly Value[]): number {
  const last = args.length - 1;
  if (!Array.isArray(args[last]) && args[last] !== null) return 1000;
  return totalCost(overload, args);
}
function expandedCost(overload: Overload, args: readonly Value[]): number {
  const fixed = overload.parameters.length - 1;
  let sum = 0.5;
  for (let i = 0; i < fixed; i++) sum += cost(args[i], parameterType(overload, i));
  const element = parameterType(overload, fixed).elementType!;
  for (let i = fixed; i < args.length; i++) sum += cost(args[i], element);
  return sum;
}

/** The best overload; undefined when none takes that many arguments. */
export function chooseOverload(overloads: readonly Overload[], args: readonly Value[]): Candidate | undefined {
  if (overloads.length === 1) {
    const only = overloads[0]!;
    if (only.simple)
      return only.parameters.length === args.length ? { overload: only, expanded: false, cost: 0 } : undefined;
  }
  let best: Candidate | undefined;
  for (const candidate of candidatesFor(overloads, args)) if (!best || candidate.cost < best.cost) best = candidate;
  return best;
}

export function argumentCountError(name: string, count: number): DotNetException {
  return new DotNetException(
    'System.Management.Automation.MethodException',
    `Cannot find an overload for "${name}" and the argument count: "${count}".`,
    {
      errorId: 'MethodCountCouldNotFindBest',
      category: 'NotSpecified',
    },
  );
}

function convertArgument(value: Value, type: PSType, parameterName: string, methodName: string): Value {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    const cause = conversionCause(error);
    const shown =
      typeof value === 'object' && value !== null && Array.isArray(value) ? (typeOf(value)?.id ?? '') : toText(value);
    throw new DotNetException(
      'System.Management.Automation.MethodException',
      `Cannot convert argument "${parameterName}", with value: "${shown}", for "${methodName}" to type "${type.id}": "${cause.message}"`,
      { errorId: 'MethodArgumentConversionInvalidCastArgument', category: 'NotSpecified', inner: cause },
    );
  }
}

/** Arguments as the body takes them. References are passed as PSReference objects whose value is the body's to set. */
// biome-ignore lint/suspicious/noExplicitAny: bodies take marshalled arguments.
export function prepareArguments(candidate: Candidate, args: readonly Value[], shownName?: string): any[] {
  const { overload, expanded } = candidate;
  const name = shownName ?? overload.name;
  const prepared: unknown[] = [];
  const fixed = expanded ? overload.parameters.length - 1 : args.length;
  for (let i = 0; i < fixed; i++) {
    const parameter = overload.parameters[i]!;
    const type = parameterType(overload, i);
    const argument = args[i];
    if (parameter.byReference) prepared.push(argument instanceof PSReference ? argument : new PSReference(argument));
    else {
      const given = argument instanceof PSReference && type.id !== 'System.Object' ? argument.value : argument;
      prepared.push(toBody(convertArgument(given, type, parameter.name, name), type));
    }
  }
  if (expanded) {
    const type = parameterType(overload, fixed);
    const element = type.elementType!;
    const rest = args
      .slice(fixed)
      .map((argument) => convertArgument(argument, element, overload.parameters[fixed]!.name, name));
    prepared.push(toBody(typedArray(rest, element.id), type));
  }
  return prepared;
}

/** Wraps what a method's body threw: `Exception calling "X" with "n" argument(s): "…"`. */
export function methodInvocationException(name: string, count: number, inner: DotNetException): DotNetException {
  return new DotNetException(
    'System.Management.Automation.MethodInvocationException',
    `Exception calling "${name}" with "${count}" argument(s): "${inner.message}"`,
    { inner, errorId: shortName(inner), category: 'NotSpecified' },
  );
}
function shortName(exception: DotNetException): string {
  return exception.type.slice(exception.type.lastIndexOf('.') + 1);
}

const VOID = { id: 'System.Void' };
const returnTypes = new WeakMap<Overload, PSType | typeof VOID>();
function returnType(overload: Overload): PSType | typeof VOID {
  let type = returnTypes.get(overload);
  if (!type) {
    type =
      overload.returns === 'void' ? VOID : (overload.owner.resolve(overload.returns) ?? knownType('System.Object'));
    returnTypes.set(overload, type);
  }
  return type;
}

/** Calls the fitting overload; `self` is undefined for static members. */
export function callOverloads(
  overloads: readonly Overload[],
  name: string,
  self: Value,
  isStatic: boolean,
  args: readonly Value[],
): Value {
  const candidate = chooseOverload(overloads, args);
  if (!candidate) throw argumentCountError(name, args.length);
  const prepared = prepareArguments(candidate, args);
  const { overload } = candidate;
  let result: unknown;
  try {
    result = isStatic ? overload.body(...prepared) : overload.body(self, ...prepared);
  } catch (error) {
    if (error instanceof DotNetException && !error.options.properties?.['unwrapped'])
      throw methodInvocationException(overload.name, args.length, error);
    throw error;
  }
  const type = returnType(overload);
  if (type === VOID) return undefined;
  return fromBody(result, type as PSType);
}
