// Binds one object of the pipeline: by value and by property name, without conversion before with it.

import { DotNetException, type ErrorRecord, TerminatingError } from '../errors.ts';
import { positional } from '../interpreter/argument.ts';
import { findMember, MISSING } from '../members.ts';
import { describeRecord } from '../pipeline/describe-record.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { getProperty } from '../types/properties.ts';
import { PSMethod } from '../types/ps-method.ts';
import { typeOf } from '../types/registry.ts';
import { PSObject, type Value } from '../values.ts';
import { bindingError, bindingRecord, faults } from './binding-errors.ts';
import { needsNoCoercion } from './coerce.ts';
import { ALL_SETS, type ParameterMetadata } from './metadata.ts';
import type { ParameterBinder } from './parameter-binder.ts';
import { missingIn, setsOfMask } from './parameter-sets.ts';

export class PipelineBinder {
  private readonly candidates: ParameterMetadata[];
  private readonly commandLineKeys: ReadonlySet<string>;
  private readonly commandLineMask: number;
  /** Keys bound by the former object. */
  private readonly fromPipeline: ParameterMetadata[] = [];
  private readonly onlyNumber: ParameterMetadata | undefined;
  private readonly onlyText: ParameterMetadata | undefined;
  private readonly onlyByValueObject: ParameterMetadata | undefined;

  constructor(private readonly binder: ParameterBinder) {
    this.commandLineKeys = new Set(binder.boundKeys);
    this.commandLineMask = binder.setMask;
    this.candidates = binder.metadata.fromPipeline.filter(
      (parameter) =>
        !this.commandLineKeys.has(parameter.key) &&
        binder.isValid(parameter) &&
        this.takes(parameter, 'byValue', 'byName'),
    );
    const only = this.candidates.length === 1 ? this.candidates[0]! : undefined;
    const plain =
      only !== undefined &&
      binder.delayed.size === 0 &&
      only.setMask === -1 &&
      only.validations.length === 0 &&
      !this.takes(only, 'byName');
    if (plain && binder.metadata.setNames.length === 0 && missingIn(binder, ALL_SETS, true).length === 0) {
      if (only.type.id === 'System.Int32') this.onlyNumber = only;
      if (only.type.id === 'System.String') this.onlyText = only;
    }
    this.onlyByValueObject =
      plain &&
      (only.type.id === 'System.Object' || only.type.id === 'System.Management.Automation.PSObject') &&
      !only.sets.get(ALL_SETS)?.mandatory
        ? only
        : undefined;
  }

  /** The one parameter that takes input, and a value that needs no conversion. */
  private bindQuickly(parameter: ParameterMetadata, input: Value): undefined {
    const { binder } = this;
    binder.bound.set(parameter.name, input);
    binder.boundKeys.add(parameter.key);
    if (this.fromPipeline.length === 0) this.fromPipeline.push(parameter);
    return undefined;
  }

  private takes(parameter: ParameterMetadata, ...kinds: ('byValue' | 'byName')[]): boolean {
    for (const [set, data] of parameter.sets)
      if (this.binder.isValidSet(set) && kinds.some((kind) => data[kind])) return true;
    return false;
  }

  /** Binds the object; an error record when it cannot be bound. */
  bind(input: Value): ErrorRecord | undefined {
    const { binder } = this;
    if (this.onlyByValueObject !== undefined) {
      // The usual case of cmdlets that take any object.
      binder.bound.set(this.onlyByValueObject.name, input);
      binder.boundKeys.add(this.onlyByValueObject.key);
      return undefined;
    }
    if (this.onlyNumber !== undefined && typeof input === 'number' && (input | 0) === input)
      return this.bindQuickly(this.onlyNumber, input);
    if (this.onlyText !== undefined && typeof input === 'string' && input !== '')
      return this.bindQuickly(this.onlyText, input);
    this.reset();
    try {
      const delayed = this.bindDelayed(input);
      let any = delayed;
      for (const pass of PASSES) any = this.runPass(pass.kind, pass.coerce, input) || any;
      if (!any) return bindingRecord(binder.site, faults.inputNotBound(input));
      return this.settle(input);
    } catch (thrown) {
      if (thrown instanceof TerminatingError) return withTarget(thrown.record, input);
      throw thrown;
    }
  }

  /** Forgets what the former object brought. */
  private reset(): void {
    const { binder } = this;
    for (const parameter of this.fromPipeline) {
      binder.bound.delete(parameter.name);
      binder.boundKeys.delete(parameter.key);
    }
    this.fromPipeline.length = 0;
    binder.setMask = this.commandLineMask;
  }

  private bindDelayed(input: Value): boolean {
    const { binder } = this;
    for (const [parameter, block] of binder.delayed) {
      const results = block.call({ underscore: input, scope: 'current' });
      const value = results.length === 1 ? results[0]! : results.length === 0 ? null : results;
      binder.store(parameter, binder.coerce(parameter, positional(value)));
    }
    return binder.delayed.size > 0;
  }

  /** One pass: parameters of the default set first, while it is possible; those of other sets when none of them took the object. */
  private runPass(kind: 'byValue' | 'byName', coerce: boolean, input: Value): boolean {
    const { defaultMask } = this.binder.metadata;
    const preferred = defaultMask & this.binder.setMask;
    if (preferred !== 0 && this.bindAmong(kind, coerce, input, preferred)) return true;
    return this.bindAmong(kind, coerce, input, -1);
  }

  private bindAmong(kind: 'byValue' | 'byName', coerce: boolean, input: Value, setMask: number): boolean {
    const { binder } = this;
    let any = false;
    for (const parameter of this.candidates) {
      if ((parameter.setMask & setMask) === 0) continue;
      if (binder.boundKeys.has(parameter.key) || !binder.isValid(parameter) || !this.takes(parameter, kind)) continue;
      const value = kind === 'byValue' ? input : propertyFor(parameter, input);
      if (value === MISSING) continue;
      if (this.tryBind(parameter, value as Value, coerce, kind)) any = true;
    }
    return any;
  }

  private tryBind(parameter: ParameterMetadata, value: Value, coerce: boolean, kind: 'byValue' | 'byName'): boolean {
    const { binder } = this;
    if (!coerce && !needsNoCoercion(parameter, value)) return false;
    let converted: Value;
    try {
      converted = binder.coerce(parameter, positional(value));
    } catch (thrown) {
      if (!(thrown instanceof TerminatingError || thrown instanceof DotNetException)) throw thrown;
      // A value of the right type that fails a check is the object's fault; one that cannot be converted is just no match.
      const failedConversion =
        thrown instanceof TerminatingError && /Transformation|CannotConvert/.test(thrown.record.errorId);
      if (failedConversion && kind === 'byValue') return false;
      throw thrown;
    }
    binder.store(parameter, converted);
    this.fromPipeline.push(parameter);
    if (parameter.setMask !== -1) binder.setMask &= parameter.setMask;
    return true;
  }

  /** Chooses the set for this object and looks for missing mandatory parameters. */
  private settle(input: Value): ErrorRecord | undefined {
    const { binder } = this;
    const { metadata } = binder;
    const sets = metadata.setNames.length === 0 ? [ALL_SETS] : setsOfMask(metadata, binder.setMask);
    const satisfied = sets.filter((set) => missingIn(binder, set, false).length === 0);
    if (satisfied.length === 0) {
      const standard =
        sets.find((set) => set.toLowerCase() === metadata.defaultSet.toLowerCase()) ?? sets[0] ?? ALL_SETS;
      const names = missingIn(binder, standard, false).map((parameter) => parameter.name);
      return bindingRecord(binder.site, faults.inputMissingMandatory(input, names));
    }
    if (satisfied.length > 1 && (metadata.defaultMask & binder.setMask) === 0)
      throw bindingError(binder.site, faults.ambiguousSet());
    if (satisfied.length >= 1 && satisfied[0] !== ALL_SETS) {
      const inDefault = satisfied.find((set) => set.toLowerCase() === metadata.defaultSet.toLowerCase());
      binder.setMask = metadata.maskOf(inDefault ?? satisfied[0]!);
    }
    return undefined;
  }
}

/** An error about an object of the pipeline names that object. */
function withTarget(record: ErrorRecord, input: Value): ErrorRecord {
  if (record.target === null) {
    record.target = input;
    describeRecord(record);
  }
  return record;
}

const PASSES = [
  { kind: 'byValue', coerce: false },
  { kind: 'byName', coerce: false },
  { kind: 'byValue', coerce: true },
  { kind: 'byName', coerce: true },
] as const;

/** The object's property that the parameter's name or an alias names. */
function hasOwnCount(input: Value, name: string): boolean {
  if (input instanceof PSObject) return input.members.has(name);
  return typeOf(input)?.instanceMember(name) !== undefined;
}

function propertyFor(parameter: ParameterMetadata, input: Value): Value | typeof MISSING {
  // The keys of a table are no properties.
  const real = isDictionary(input) ? typeOf(input) : undefined;
  for (const name of [parameter.key, ...parameter.aliases.map((alias) => alias.toLowerCase())]) {
    // Count and Length that every object has do not count as properties here.
    if ((name === 'count' || name === 'length') && !hasOwnCount(input, name)) continue;
    if (real !== undefined) {
      const member = real.instanceMember(name);
      if (member?.kind === 'property') return getProperty(input, member);
      continue;
    }
    const value = findMember(input, name);
    if (value !== MISSING && !(value instanceof PSMethod)) return value;
  }
  return MISSING;
}
