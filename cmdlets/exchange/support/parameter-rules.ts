// What an Exchange parameter demands beyond its type: bounds of the value, length of a text, number of values, and the versions of
// Exchange that have it. Read from the attributes `range:`, `length:`, `entries:` and `versions:` of parameter-table.ts; the numbers
// are those of Microsoft's cmdlet reference (test/fixtures/exchange-cmdlets.json).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { isEnumerable } from '../../../src/runtime/enumerate.ts';
import { unwrap, type Value } from '../../../src/runtime/values.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { byteQuantifiedSizeText, parseByteQuantifiedSize } from './sizes.ts';
import { parseTimeSpanMs } from './times.ts';

export interface Range {
  /** As written in the table: a number, a size, or a time span; empty for an open end. */
  low: string;
  high: string;
}

/** Exchange versions from … to …; the reference begins with 2010, which stands for 2007 as well. */
export type VersionRange = readonly [from: number, to: number];

export interface ParameterRules {
  range?: Range;
  minLength?: number;
  maxLength?: number;
  maxEntries?: number;
  versions?: VersionRange;
}

export const oldestVersion = 2007;
export const newestVersion = 2019;

/** `2013+`, `2010-2013`, `2013`. */
function parseVersions(text: string): VersionRange {
  const [first = '', last] = text.endsWith('+') ? [text.slice(0, -1), String(newestVersion)] : text.split('-');
  const from = Number(first) <= 2010 ? oldestVersion : Number(first);
  return [from, Number(last ?? first)];
}

/** Reads one attribute; false for one that is no rule. */
export function readRule(rules: ParameterRules, attribute: string): boolean {
  const colon = attribute.indexOf(':');
  const value = attribute.slice(colon + 1);
  switch (attribute.slice(0, colon)) {
    case 'range': {
      const [low = '', high = ''] = value.split('..');
      rules.range = { low, high };
      return true;
    }
    case 'length': {
      const [min, max] = value.includes('..') ? value.split('..') : ['', value];
      if (min) rules.minLength = Number(min);
      if (max) rules.maxLength = Number(max);
      return true;
    }
    case 'entries':
      rules.maxEntries = Number(value);
      return true;
    case 'versions':
      rules.versions = parseVersions(value);
      return true;
    default:
      return false;
  }
}

const isSpan = (text: string): boolean => /^-?(\d+\.)?\d+:\d\d:\d\d/.test(text);

/** A number, the bytes of a size or the milliseconds of a time span. */
function measure(text: string): number | undefined {
  if (/^\s*-?\d+\s*$/.test(text)) return Number(text);
  return isSpan(text) ? parseTimeSpanMs(text) : parseByteQuantifiedSize(text);
}

function rangeFault({ low, high }: Range, argument: Value): string | undefined {
  const text = textOf(argument);
  if (/^\s*unlimited\s*$/i.test(text)) return undefined;
  const value = measure(text);
  if (value === undefined) return undefined;
  const from = low === '' ? undefined : measure(low);
  const to = high === '' ? undefined : measure(high);
  if ((from === undefined || value >= from) && (to === undefined || value <= to)) return undefined;
  const shown = (end: string): string => (/^\d+[KMGT]?B$/i.test(end) ? byteQuantifiedSizeText(measure(end)!) : end);
  if (low === '') return `The property value is invalid. The value must be less than or equal to ${shown(high)}.`;
  if (high === '') return `The property value is invalid. The value must be greater than or equal to ${shown(low)}.`;
  return `The property value is invalid. The value must be between ${shown(low)} and ${shown(high)}.`;
}

/** Number of values that the argument gives; undefined for a change of a list (`@{Add=…}`). */
function entriesOf(argument: Value): Value[] | undefined {
  const raw = unwrap(rawOf(argument));
  if (typeof raw === 'object' && raw !== null && isEnumerable(raw)) return [...(raw as unknown as Iterable<Value>)];
  return raw === null || raw === undefined || typeof raw === 'object' ? undefined : [raw];
}

function lengthFault({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: ParameterRules, argument: Value) {
  for (const entry of entriesOf(argument) ?? []) {
    const { length } = textOf(entry);
    if (length > maxLength)
      return `The length of the property is too long. The maximum length is ${maxLength} and the length of the value provided is ${length}.`;
    if (length < minLength)
      return `The length of the property is too short. The minimum length is ${minLength} and the length of the value provided is ${length}.`;
  }
  return undefined;
}

function entriesFault(maxEntries: number, argument: Value): string | undefined {
  const count = entriesOf(argument)?.length ?? 0;
  return count > maxEntries
    ? `The property has too many values. It can have at most ${maxEntries}; ${count} were given.`
    : undefined;
}

/** The fault of an argument, undefined when it keeps the rules. Null clears a property and is always allowed. */
export function faultOf(rules: ParameterRules, argument: Value): string | undefined {
  if (unwrap(rawOf(argument)) === null || argument === undefined) return undefined;
  if (rules.range) {
    const fault = rangeFault(rules.range, argument);
    if (fault !== undefined) return fault;
  }
  if (rules.maxLength !== undefined || rules.minLength !== undefined) {
    const fault = lengthFault(rules, argument);
    if (fault !== undefined) return fault;
  }
  return rules.maxEntries === undefined ? undefined : entriesFault(rules.maxEntries, argument);
}

/** Stops the cmdlet at the first bound argument that breaks a rule, as the product does when it sets the parameter. */
export function enforceRules(cmdlet: CmdletContext, rules: ReadonlyMap<string, ParameterRules>): void {
  for (const [name, rule] of rules) {
    if (!cmdlet.has(name)) continue;
    const fault = faultOf(rule, cmdlet.args[name]);
    if (fault === undefined) continue;
    const message = `Cannot bind parameter '${name}' to the target. Exception setting "${name}": "${fault}"`;
    const type = 'System.Management.Automation.ParameterBindingException';
    cmdlet.fail(cmdlet.makeError(message, 'ParameterBindingFailed', 'WriteError', null, type));
  }
}
