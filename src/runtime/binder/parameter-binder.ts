// Binds the command line of one command: named, then positional parameters, then what must be there, as the reference's
// CmdletParameterBinderController does (about_Parameters, about_Parameter_Sets).

import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import type { Argument } from '../interpreter/argument.ts';
import { ScriptBlock } from '../script-block.ts';
import { GenericList } from '../types/collections/list.ts';
import { knownType, type PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { type BindingSite, bindingError, faults } from './binding-errors.ts';
import { coerceArgument, needsNoCoercion } from './coerce.ts';
import { ALL_SETS, type CommandMetadata, type ParameterMetadata, setData } from './metadata.ts';
import { isValidInMask, setsOfMask } from './parameter-sets.ts';

export class ParameterBinder {
  /** Values by defined name, in the order of binding. */
  readonly bound = new Map<string, Value>();
  readonly boundKeys = new Set<string>();
  /** Script blocks given for pipeline parameters: run for each object. */
  readonly delayed = new Map<ParameterMetadata, ScriptBlock>();
  /** What no parameter took. */
  remaining: Argument[] = [];
  setMask: number;
  expectingInput = false;

  constructor(
    readonly engine: Engine,
    readonly metadata: CommandMetadata,
    readonly site: BindingSite,
  ) {
    this.setMask = metadata.allMask;
  }

  /** Binds named and positional arguments. What is left over stays in `remaining`. */
  bindArguments(args: readonly Argument[]): void {
    const rest = this.bindNamed(this.pair(args));
    this.remaining = this.bindPositional(rest);
    this.bindRemaining();
  }

  // -------------------------------------------------------------- named

  /** Gives each `-Name` its value: switches take none, others the next argument. */
  private pair(args: readonly Argument[]): Argument[] {
    const result: Argument[] = [];
    for (let i = 0; i < args.length; i++) {
      const argument = args[i]!;
      if (argument.parameter === undefined || argument.hasValue) {
        result.push(argument);
        continue;
      }
      const parameter = this.match(argument);
      const next = args[i + 1];
      if (parameter?.isSwitch) result.push({ ...argument, hasValue: true, value: true });
      else if (next !== undefined && next.parameter === undefined) {
        result.push({
          ...argument,
          hasValue: true,
          value: next.value,
          valueExtent: next.valueExtent,
          literal: next.literal,
        });
        i++;
      } else if (parameter !== undefined)
        throw bindingError(this.site, faults.missingArgument(parameter, argument.extent));
      else result.push(argument);
    }
    return result;
  }

  /** The parameter a name means: exact name, alias, or the only one that starts with it. */
  match(argument: Argument): ParameterMetadata | undefined {
    const key = argument.parameter!.toLowerCase();
    const exact = this.metadata.exact(key);
    if (exact !== undefined) return exact;
    const matches = key === '' ? [] : this.metadata.startingWith(key);
    if (matches.length <= 1) return matches[0];
    const own = matches.filter((candidate) => !candidate.common);
    if (own.length === 1) return own[0];
    throw bindingError(this.site, faults.ambiguousParameter(argument.parameter!, matches, argument.extent));
  }

  private bindNamed(args: Argument[]): Argument[] {
    const rest: Argument[] = [];
    const explicit = new Set(args.filter((a) => a.parameter !== undefined && !a.splatted).map((a) => this.match(a)));
    for (const argument of args) {
      const parameter = argument.parameter === undefined ? undefined : this.match(argument);
      if (parameter === undefined) {
        rest.push(argument);
        continue;
      }
      if (argument.splatted && explicit.has(parameter)) continue;
      if (this.boundKeys.has(parameter.key))
        throw bindingError(this.site, faults.alreadyBound(parameter, argument.extent));
      this.bind(parameter, argument);
    }
    return rest;
  }

  /** Stores the value of one argument. */
  private bind(parameter: ParameterMetadata, argument: Argument): void {
    if (this.isDelayed(parameter, argument.value)) {
      this.delayed.set(parameter, argument.value as ScriptBlock);
      this.boundKeys.add(parameter.key);
    } else this.store(parameter, this.coerce(parameter, argument));
    if (parameter.setMask !== -1) {
      this.setMask &= parameter.setMask;
      if (this.setMask === 0) throw bindingError(this.site, faults.ambiguousSet());
    }
  }

  store(parameter: ParameterMetadata, value: Value): void {
    this.bound.set(parameter.name, value);
    this.boundKeys.add(parameter.key);
  }
  coerce(parameter: ParameterMetadata, argument: Argument): Value {
    return coerceArgument(parameter, argument.value, {
      engine: this.engine,
      site: this.site,
      extent: argument.valueExtent,
      advanced: this.metadata.advanced,
      literal: argument.literal,
    });
  }

  /** A script block for a parameter that takes pipeline input and no script blocks is evaluated for every object. */
  private isDelayed(parameter: ParameterMetadata, value: Value): boolean {
    if (!(value instanceof ScriptBlock) || !this.expectingInput) return false;
    if (/ScriptBlock|System\.Object$/.test(parameter.type.elementType?.id ?? parameter.type.id)) return false;
    for (const data of parameter.sets.values()) if (data.byValue || data.byName) return true;
    return false;
  }

  // -------------------------------------------------------------- positional

  private bindPositional(args: Argument[]): Argument[] {
    const rest: Argument[] = [];
    let after = -1;
    for (const argument of args) {
      if (argument.parameter !== undefined) {
        rest.push(argument);
        continue;
      }
      const position = this.nextPosition(after);
      if (position === undefined || !this.bindAt(position, argument)) rest.push(argument);
      else after = position;
    }
    return rest;
  }

  /** The smallest position beyond `after` that an unbound parameter of a valid set has. */
  private nextPosition(after: number): number | undefined {
    let best: number | undefined;
    for (const parameter of this.metadata.positional) {
      if (this.boundKeys.has(parameter.key)) continue;
      for (const [set, data] of parameter.sets) {
        const { position } = data;
        if (position === undefined || data.remaining || (position <= after && after >= 0 && position !== after))
          continue;
        if (!this.isValidSet(set)) continue;
        if (best === undefined || position < best) best = position;
      }
    }
    return best;
  }

  isValidSet(set: string): boolean {
    return set === ALL_SETS || (this.metadata.maskOf(set) & this.setMask) !== 0;
  }

  /** Tries the parameters at a position: the default set before others, without conversion before with. */
  private bindAt(position: number, argument: Argument): boolean {
    const candidates: { parameter: ParameterMetadata; inDefault: boolean }[] = [];
    for (const parameter of this.metadata.positional) {
      if (this.boundKeys.has(parameter.key)) continue;
      const sets = [...parameter.sets].filter(
        ([set, data]) => data.position === position && !data.remaining && this.isValidSet(set),
      );
      if (sets.length === 0) continue;
      const inDefault = sets.some(
        ([set]) => set === ALL_SETS || set.toLowerCase() === this.metadata.defaultSet.toLowerCase(),
      );
      candidates.push({ parameter, inDefault });
    }
    const hasDefault = (this.metadata.defaultMask & this.setMask) !== 0;
    const preferred = hasDefault ? candidates.filter((candidate) => candidate.inDefault) : [];
    const order = [...preferred, ...candidates.filter((candidate) => !preferred.includes(candidate))].map(
      (c) => c.parameter,
    );
    const exact = order.filter((parameter) => needsNoCoercion(parameter, argument.value));
    // A value that a parameter of the right type refuses may be meant for another one at this position.
    return this.bindWithCoercion([...exact, ...order.filter((parameter) => !exact.includes(parameter))], argument);
  }

  private bindHere(parameter: ParameterMetadata, argument: Argument): boolean {
    this.bind(parameter, argument);
    return true;
  }

  private bindWithCoercion(candidates: ParameterMetadata[], argument: Argument): boolean {
    let first: unknown;
    for (const parameter of candidates) {
      try {
        return this.bindHere(parameter, argument);
      } catch (thrown) {
        if (!(thrown instanceof TerminatingError || thrown instanceof DotNetException)) throw thrown;
        first ??= thrown;
      }
    }
    if (first !== undefined) throw first;
    return false;
  }

  // -------------------------------------------------------------- the rest

  /** ValueFromRemainingArguments. */
  private bindRemaining(): void {
    if (this.remaining.length === 0) return;
    const parameter = this.metadata.remaining.find((candidate) => {
      if (this.boundKeys.has(candidate.key)) return false;
      for (const [set, data] of candidate.sets) if (data.remaining && this.isValidSet(set)) return true;
      return false;
    });
    if (parameter === undefined) return;
    const values = this.remaining.flatMap((argument) => textAndValue(argument));
    const list = values.length === 1 && Array.isArray(values[0]) ? values[0] : new GenericList(listOfObjects(), values);
    const first = this.remaining[0]!;
    const argument: Argument = { ...first, parameter: undefined, literal: undefined, value: list, hasValue: true };
    this.bind(parameter, argument);
    this.remaining = [];
  }

  /** Anything left over is an error for cmdlets and advanced functions. */
  rejectRemaining(): void {
    const first = this.remaining[0];
    if (first === undefined) return;
    if (first.parameter !== undefined)
      throw bindingError(this.site, faults.parameterNotFound(first.parameter, first.extent));
    throw bindingError(this.site, faults.positionalNotFound(toText(first.value)));
  }

  /** Name of the set in use: the first valid one, the default where it is valid. */
  get setName(): string {
    const { metadata } = this;
    if (metadata.setNames.length === 0) return ALL_SETS;
    if ((metadata.defaultMask & this.setMask) !== 0) return setsOfMask(metadata, metadata.defaultMask)[0]!;
    return setsOfMask(metadata, this.setMask)[0] ?? ALL_SETS;
  }

  isMandatoryIn(parameter: ParameterMetadata, set: string): boolean {
    return setData(parameter, set)?.mandatory ?? false;
  }
  isValid(parameter: ParameterMetadata): boolean {
    return isValidInMask(parameter, this.setMask);
  }
}

function listOfObjects(): PSType {
  return knownType('System.Collections.Generic.List`1[System.Object]');
}

/** `-Name value` that no parameter took, as two arguments. */
export function textAndValue(argument: Argument): Value[] {
  if (argument.parameter === undefined) return [argument.value];
  const text = argument.parameterText;
  return argument.hasValue ? [text, argument.value] : [text];
}
