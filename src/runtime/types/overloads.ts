// Choosing the overload of a method for given arguments and calling it, with PowerShell's conversions of the arguments.

import { convertTo } from '../convert.ts';
import { cultureText } from '../culture-text.ts';
import { DotNetException } from '../errors.ts';
import { typedArray, type Value } from '../values.ts';
import { conversionCause } from './conversion-errors.ts';
import { conversionRank, NUMBER_ORDER, Rank } from './conversion-rank.ts';
import { fromBody, toBody } from './marshal.ts';
import { type Overload, parameterType } from './member-tables.ts';
import { PSReference } from './reference.ts';
import { knownType, type PSType, typeOf } from './registry.ts';

interface Candidate {
  overload: Overload;
  /** Called with the params array spread over the rest of the arguments. */
  expanded: boolean;
  ranks: number[];
  /** The parameter's type an argument goes to. */
  types: PSType[];
}

function typeFor(overload: Overload, index: number, expanded: boolean): PSType {
  const last = overload.parameters.length - 1;
  if (!expanded || index < last) return parameterType(overload, index);
  return parameterType(overload, last).elementType!;
}

function candidateOf(overload: Overload, args: readonly Value[], expanded: boolean): Candidate | undefined {
  const ranks: number[] = [];
  const types: PSType[] = [];
  for (let i = 0; i < args.length; i++) {
    const type = typeFor(overload, i, expanded);
    const argument = args[i];
    const byReference = overload.parameters[Math.min(i, overload.parameters.length - 1)]!.byReference;
    if (byReference !== argument instanceof PSReference && byReference) return undefined;
    types.push(type);
    ranks.push(
      byReference ? Rank.Identity : conversionRank(argument instanceof PSReference ? argument.value : argument, type),
    );
  }
  return { overload, expanded, ranks, types };
}

function candidatesFor(overloads: readonly Overload[], args: readonly Value[]): Candidate[] {
  const candidates: Candidate[] = [];
  const count = args.length;
  const put = (candidate: Candidate | undefined): void => {
    if (candidate) candidates.push(candidate);
  };
  for (const overload of overloads) {
    const total = overload.parameters.length;
    if (count >= overload.required && count <= total && !(overload.hasParams && count < total))
      put(candidateOf(overload, args, false));
    if (overload.hasParams && count >= total - 1) put(candidateOf(overload, args, true));
  }
  return candidates;
}

/** Positive when `a` is better: earlier arguments weigh more than later ones. */
function compareCandidates(a: Candidate, b: Candidate): number {
  let better = 0;
  let weight = a.ranks.length;
  for (let i = 0; i < a.ranks.length; i++, weight--) {
    if (a.ranks[i]! > b.ranks[i]!) better += weight;
    else if (a.ranks[i]! < b.ranks[i]!) better -= weight;
  }
  if (better !== 0) return better;
  weight = a.ranks.length;
  for (let i = 0; i < a.ranks.length; i++, weight--) better += weight * compareTypes(a, b, i);
  if (better !== 0) return better;
  if (a.expanded !== b.expanded) return a.expanded ? -1 : 1;
  return b.overload.parameters.length - a.overload.parameters.length;
}

/** Which of two parameter types that convert alike is preferred: the narrower one, of lossy number conversions the wider one. */
function compareTypes(a: Candidate, b: Candidate, index: number): number {
  const rank = a.ranks[index]!;
  if (rank < Rank.NullToValue) return 0;
  const first = NUMBER_ORDER[a.types[index]!.id];
  const second = NUMBER_ORDER[b.types[index]!.id];
  if (first !== undefined && second !== undefined) {
    return rank >= Rank.NumericImplicit ? Math.sign(second - first) : Math.sign(first - second);
  }
  const left = a.types[index]!;
  const right = b.types[index]!;
  if (left === right) return 0;
  if (right.isAssignableFrom(left)) return 1;
  return left.isAssignableFrom(right) ? -1 : 0;
}

export function ambiguousOverloads(name: string, count: number): DotNetException {
  return new DotNetException(
    'System.Management.Automation.MethodException',
    `Multiple ambiguous overloads found for "${name}" and the argument count: "${count}".`,
    {
      errorId: 'MethodCountCouldNotFindBest',
      category: 'NotSpecified',
    },
  );
}

/** The best overload; undefined when none takes that many arguments. Two that nothing tells apart are an error. */
export function chooseOverload(
  overloads: readonly Overload[],
  args: readonly Value[],
  name: string,
): Candidate | undefined {
  if (overloads.length === 1) {
    const only = overloads[0]!;
    if (only.simple)
      return only.parameters.length === args.length
        ? { overload: only, expanded: false, ranks: [], types: [] }
        : undefined;
  }
  const key = primitiveKey(args);
  if (key === undefined) return rankOverloads(overloads, args, name);
  let known = chosen.get(overloads);
  if (!known) chosen.set(overloads, (known = new Map()));
  let best = known.get(key);
  if (!best) {
    best = rankOverloads(overloads, args, name);
    if (best) known.set(key, best);
  }
  return best;
}

/** Choices made before, by the kinds of the arguments when all are primitives. */
const chosen = new WeakMap<readonly Overload[], Map<string, Candidate>>();
function primitiveKey(args: readonly Value[]): string | undefined {
  let key = '.';
  for (const argument of args) {
    switch (typeof argument) {
      case 'number':
        key += (argument | 0) === argument ? 'i' : 'd';
        break;
      case 'string':
        key += 's';
        break;
      case 'boolean':
        key += 'b';
        break;
      case 'bigint':
        key += 'l';
        break;
      default:
        return undefined;
    }
  }
  return key;
}

function rankOverloads(overloads: readonly Overload[], args: readonly Value[], name: string): Candidate | undefined {
  const candidates = candidatesFor(overloads, args);
  if (candidates.length <= 1) return candidates[0];
  const possible = candidates.filter((candidate) => candidate.ranks.every((rank) => rank !== Rank.None));
  const pool = possible.length > 0 ? possible : candidates;
  let best = pool[0]!;
  let tied = false;
  for (let i = 1; i < pool.length; i++) {
    const order = compareCandidates(pool[i]!, best);
    if (order > 0) {
      best = pool[i]!;
      tied = false;
    } else if (order === 0) tied = true;
  }
  if (tied && best.ranks.some((rank) => rank > Rank.None && rank < Rank.NullToValue) && possible.length > 1) {
    throw ambiguousOverloads(name, args.length);
  }
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
      typeof value === 'object' && value !== null && Array.isArray(value)
        ? (typeOf(value)?.id ?? '')
        : cultureText(value);
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

/** Indexed properties (Item, Chars) fail as properties do. */
function invocationFailure(name: string, count: number, error: DotNetException): DotNetException {
  if (name !== 'Item' && name !== 'Chars') return methodInvocationException(name, count, error);
  return new DotNetException(
    'System.Management.Automation.GetValueInvocationException',
    `Exception getting "${name}": "${error.message}"`,
    {
      inner: error,
      errorId: 'ExceptionWhenGetting',
      category: 'NotSpecified',
    },
  );
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
  const only = overloads.length === 1 && !isStatic ? overloads[0]! : undefined;
  if (only?.simple && args.length <= 1 && only.parameters.length === args.length && !(args[0] instanceof PSReference)) {
    return callPlain(only, self, args);
  }
  const candidate = chooseOverload(overloads, args, name);
  if (!candidate) throw argumentCountError(name, args.length);
  const prepared = prepareArguments(candidate, args);
  const { overload } = candidate;
  let result: unknown;
  try {
    result = isStatic ? overload.body(...prepared) : overload.body(self, ...prepared);
  } catch (error) {
    if (error instanceof DotNetException) throw invocationFailure(overload.name, args.length, error);
    throw error;
  }
  const type = returnType(overload);
  if (type === VOID) return undefined;
  return fromBody(result, type as PSType);
}

/** An instance method with one overload and at most one argument: no choice to make, no lists to build. */
function callPlain(overload: Overload, self: Value, args: readonly Value[]): Value {
  let result: unknown;
  if (args.length === 0) {
    try {
      result = overload.body(self);
    } catch (error) {
      if (error instanceof DotNetException) throw invocationFailure(overload.name, 0, error);
      throw error;
    }
  } else {
    const type = parameterType(overload, 0);
    const argument = args[0];
    const given =
      type.id === 'System.Object'
        ? (argument ?? null)
        : toBody(convertArgument(argument, type, overload.parameters[0]!.name, overload.name), type);
    try {
      result = overload.body(self, given);
    } catch (error) {
      if (error instanceof DotNetException) throw invocationFailure(overload.name, 1, error);
      throw error;
    }
  }
  const type = returnType(overload);
  return type === VOID ? undefined : fromBody(result, type as PSType);
}
