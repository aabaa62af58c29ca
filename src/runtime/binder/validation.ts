// Validation attributes: each gives the reference's text for a fault, or undefined when the value is fine.

import { toBool, toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import { binaryOperator } from '../operators/binary.ts';
import { compare } from '../operators/comparison.ts';
import type { ScriptBlock } from '../script-block.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { knownType, typeOf } from '../types/registry.ts';
import type { Value } from '../values.ts';

export type ValidationAttribute =
  | { kind: 'set'; values: string[]; ignoreCase: boolean; errorMessage: string }
  | { kind: 'range'; min?: Value; max?: Value; preset?: string }
  | { kind: 'pattern'; pattern: string; ignoreCase: boolean; errorMessage: string }
  | { kind: 'length'; min: number; max: number }
  | { kind: 'count'; min: number; max: number }
  | { kind: 'script'; block: ScriptBlock; errorMessage: string }
  | { kind: 'notNull' }
  | { kind: 'notNullOrEmpty' }
  | { kind: 'notNullOrWhiteSpace' };

/** The text of the fault, undefined when the value is valid. */
export function validateAttribute(attribute: ValidationAttribute, value: Value, engine: Engine): string | undefined {
  switch (attribute.kind) {
    case 'notNull':
      return notNull(value);
    case 'notNullOrEmpty':
      return notNullOrEmpty(value);
    case 'notNullOrWhiteSpace':
      return notNullOrWhiteSpace(value);
    case 'count':
      return countFault(value, attribute.min, attribute.max);
    default:
      return eachElement(value, (element) => elementFault(attribute, element, engine));
  }
}

function eachElement(value: Value, check: (element: Value) => string | undefined): string | undefined {
  if (value === null || value === undefined)
    return 'The argument is null. Provide a valid value for the argument, and then try running the command again.';
  if (!isEnumerable(value)) return check(value);
  for (const element of enumerate(value)) {
    const fault = check(element);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function elementFault(attribute: ValidationAttribute, value: Value, engine: Engine): string | undefined {
  switch (attribute.kind) {
    case 'set':
      return setFault(attribute, value);
    case 'range':
      return attribute.preset !== undefined
        ? presetFault(attribute.preset, value)
        : rangeFault(attribute.min, attribute.max, value);
    case 'pattern':
      return patternFault(attribute, value);
    case 'length':
      return lengthFault(value, attribute.min, attribute.max);
    case 'script':
      return scriptFault(attribute, value, engine);
    default:
      return undefined;
  }
}

function custom(errorMessage: string, ...args: string[]): string {
  return errorMessage.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
}

function setFault(
  attribute: { values: string[]; ignoreCase: boolean; errorMessage: string },
  value: Value,
): string | undefined {
  const text = toText(value);
  const found = attribute.values.some((candidate) =>
    attribute.ignoreCase ? candidate.toLowerCase() === text.toLowerCase() : candidate === text,
  );
  if (found) return undefined;
  const set = attribute.values.join(',');
  if (attribute.errorMessage !== '') return custom(attribute.errorMessage, text, set);
  return `The argument "${text}" does not belong to the set "${set}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`;
}

function patternFault(
  attribute: { pattern: string; ignoreCase: boolean; errorMessage: string },
  value: Value,
): string | undefined {
  const text = toText(value);
  const matched = binaryOperator(attribute.ignoreCase ? 'imatch' : 'cmatch')(text, attribute.pattern, {
    setMatches() {},
    invoke: () => [],
  });
  if (toBool(matched)) return undefined;
  if (attribute.errorMessage !== '') return custom(attribute.errorMessage, text, attribute.pattern);
  return `The argument "${text}" does not match the "${attribute.pattern}" pattern. Supply an argument that matches "${attribute.pattern}" and try the command again.`;
}

function lengthFault(value: Value, min: number, max: number): string | undefined {
  if (typeof value !== 'string') {
    return 'The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.';
  }
  const { length } = value;
  if (length < min) {
    return `The character length (${length}) of the argument is too short. Specify an argument with a length that is greater than or equal to "${min}", and then try the command again.`;
  }
  if (length > max) {
    return `The character length of the ${length} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "${max}" characters, and then try the command again.`;
  }
  return undefined;
}

function countFault(value: Value, min: number, max: number): string | undefined {
  if (value !== null && value !== undefined && !isEnumerable(value) && !isDictionary(value)) {
    return 'The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.';
  }
  const count =
    value === null || value === undefined ? 0 : isDictionary(value) ? value.count : [...enumerate(value)].length;
  if (count >= min && count <= max) return undefined;
  if (min === max) return `The parameter requires exactly ${max} value(s) - ${count} value(s) were provided.`;
  return `The parameter requires at least ${min} value(s) and no more than ${max} value(s) - ${count} value(s) were provided.`;
}

function rangeFault(min: Value, max: Value, value: Value): string | undefined {
  const text = toText(value);
  if (!isComparable(value, min ?? max)) {
    return `The argument cannot be validated because its type "${typeOf(value)?.name ?? ''}" is not the same type (${typeOf(min ?? max)?.name ?? ''}) as the maximum and minimum limits of the parameter. Make sure the argument is of type ${typeOf(min ?? max)?.name ?? ''} and then try the command again.`;
  }
  if (min !== undefined && min !== null && compare(value, min) < 0) {
    return `The ${text} argument is less than the minimum allowed range of ${toText(min)}. Supply an argument that is greater than or equal to ${toText(min)} and then try the command again.`;
  }
  if (max !== undefined && max !== null && compare(value, max) > 0) {
    return `The ${text} argument is greater than the maximum allowed range of ${toText(max)}. Supply an argument that is less than or equal to ${toText(max)} and then try the command again.`;
  }
  return undefined;
}

function isComparable(value: Value, limit: Value): boolean {
  const numeric = (candidate: Value): boolean =>
    typeof candidate === 'number' ||
    typeof candidate === 'bigint' ||
    knownType('System.ValueType').isAssignableFrom(typeOf(candidate) ?? knownType('System.Object'));
  return numeric(value) === numeric(limit) || (typeof value === 'string' && typeof limit === 'string');
}

const PRESETS: Record<string, { valid: (sign: number) => boolean; text: string }> = {
  positive: { valid: (sign) => sign > 0, text: 'is not greater than zero' },
  nonnegative: { valid: (sign) => sign >= 0, text: 'is not greater than or equal to zero' },
  negative: { valid: (sign) => sign < 0, text: 'is not less than zero' },
  nonpositive: { valid: (sign) => sign <= 0, text: 'is not less than or equal to zero' },
};

function presetFault(preset: string, value: Value): string | undefined {
  const rule = PRESETS[preset.toLowerCase()]!;
  if (rule.valid(compare(value, 0))) return undefined;
  return `The argument "${toText(value)}" cannot be validated because its value ${rule.text}.`;
}

function scriptFault(
  attribute: { block: ScriptBlock; errorMessage: string },
  value: Value,
  engine: Engine,
): string | undefined {
  const former = engine.propagateErrors;
  engine.propagateErrors = true;
  try {
    const results = attribute.block.call({ underscore: value, args: [value] });
    const result = results.length === 1 ? results[0] : results.length === 0 ? null : results;
    if (toBool(result)) return undefined;
  } catch (thrown) {
    if (thrown instanceof TerminatingError)
      return attribute.errorMessage !== ''
        ? custom(attribute.errorMessage, toText(value), attribute.block.toString())
        : thrown.record.exception.message;
    if (thrown instanceof DotNetException) return thrown.message;
    throw thrown;
  } finally {
    engine.propagateErrors = former;
  }
  if (attribute.errorMessage !== '') return custom(attribute.errorMessage, toText(value), attribute.block.toString());
  return `The "${attribute.block.toString()}" validation script for the argument with value "${toText(value)}" did not return a result of True. Determine why the validation script failed, and then try the command again.`;
}

function notNull(value: Value): string | undefined {
  if (value === null || value === undefined)
    return 'The argument is null. Provide a valid value for the argument, and then try running the command again.';
  if (isEnumerable(value)) {
    for (const element of enumerate(value)) {
      if (element === null || element === undefined)
        return 'The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.';
    }
  }
  return undefined;
}

const COLLECTION_HAS_NULL =
  'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.';

function notNullOrEmpty(value: Value): string | undefined {
  const fault =
    'The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.';
  return emptiness(value, fault, (text) => text === '');
}
function notNullOrWhiteSpace(value: Value): string | undefined {
  const fault =
    'The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.';
  return emptiness(value, fault, (text) => text.trim() === '');
}

function emptiness(value: Value, fault: string, isEmpty: (text: string) => boolean): string | undefined {
  if (value === null || value === undefined) return fault;
  if (typeof value === 'string') return isEmpty(value) ? fault : undefined;
  if (isDictionary(value)) return value.count === 0 ? fault : undefined;
  if (!isEnumerable(value)) return undefined;
  let count = 0;
  for (const element of enumerate(value)) {
    count++;
    if (element === null || element === undefined || (typeof element === 'string' && isEmpty(element)))
      return COLLECTION_HAS_NULL;
  }
  return count === 0 ? COLLECTION_HAS_NULL : undefined;
}
