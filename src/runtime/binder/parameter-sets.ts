// Which parameter set a command line means, and which mandatory parameters it lacks.

import { bindingError, faults } from './binding-errors.ts';
import { ALL_SETS, type CommandMetadata, type ParameterMetadata, setData } from './metadata.ts';
import type { ParameterBinder } from './parameter-binder.ts';

export function setsOfMask(metadata: CommandMetadata, mask: number): string[] {
  return metadata.setNames.filter((_, index) => (mask & (1 << index)) !== 0);
}

export function isValidInMask(parameter: ParameterMetadata, mask: number): boolean {
  return parameter.setMask === -1 || (parameter.setMask & mask) !== 0;
}

function takesPipeline(parameter: ParameterMetadata, set: string): boolean {
  const data = setData(parameter, set);
  return data !== undefined && (data.byValue || data.byName);
}

/** Mandatory parameters of a set that have no value; with `pipeline`, those that objects may still bring are left out. */
export function missingIn(binder: ParameterBinder, set: string, pipeline: boolean): ParameterMetadata[] {
  const missing: ParameterMetadata[] = [];
  for (const parameter of binder.metadata.mandatory) {
    if (binder.boundKeys.has(parameter.key) || !setData(parameter, set)?.mandatory) continue;
    if (pipeline && takesPipeline(parameter, set)) continue;
    missing.push(parameter);
  }
  return missing;
}

/**
 * Settles the parameter set before processing. With pipeline input several sets may stay possible, until an object decides.
 * Throws AmbiguousParameterSet or MissingMandatoryParameter.
 */
export function resolveSets(binder: ParameterBinder): void {
  const { metadata } = binder;
  const candidates = metadata.setNames.length === 0 ? [ALL_SETS] : setsOfMask(metadata, binder.setMask);
  const pipeline = binder.expectingInput;
  if (candidates.length === 1) {
    requireMandatory(binder, candidates[0]!, pipeline);
    return;
  }
  const satisfied = candidates.filter((set) => missingIn(binder, set, pipeline).length === 0);
  if ((metadata.defaultMask & binder.setMask) !== 0) {
    const standard = setsOfMask(metadata, metadata.defaultMask)[0]!;
    if (pipeline) {
      // Every set whose mandatory parameters are there, or may come with an object, stays open.
      if (satisfied.length === 0) requireMandatory(binder, standard, pipeline);
      narrow(binder, satisfied);
      return;
    }
    if (satisfied.length === 1 && satisfied[0] !== standard && missingIn(binder, standard, false).length > 0) {
      narrow(binder, satisfied);
      return;
    }
    narrow(binder, [standard]);
    requireMandatory(binder, standard, false);
    return;
  }
  if (pipeline) {
    if (satisfied.length === 0) throw bindingError(binder.site, faults.ambiguousSet());
    narrow(binder, satisfied);
    return;
  }
  if (satisfied.length !== 1) throw bindingError(binder.site, faults.ambiguousSet());
  narrow(binder, satisfied);
}

function narrow(binder: ParameterBinder, sets: string[]): void {
  if (sets.length === 0 || sets[0] === ALL_SETS) return;
  let mask = 0;
  for (const set of sets) mask |= binder.metadata.maskOf(set);
  binder.setMask = mask;
}

function requireMandatory(binder: ParameterBinder, set: string, pipeline: boolean): void {
  const missing = missingIn(binder, set, pipeline);
  if (missing.length > 0)
    throw bindingError(binder.site, faults.missingMandatory(missing.map((parameter) => parameter.name)));
}
