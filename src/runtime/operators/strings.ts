// -join, -split, -like, -match, -replace.

import { elementText, toBool, toInt32, toText } from '../convert.ts';
import { cultureText } from '../culture-text.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { REGEX_IGNORE_CASE, REGEX_OPTION_NAMES } from '../regex/options.ts';
import { type CompiledRegex, compileRegex, type RegexMatch } from '../regex/regex.ts';
import { callScriptBlock, isScriptBlock } from '../types/callable.ts';
import { Hashtable } from '../types/collections/hashtable.ts';
import { EnumValue } from '../types/enum-value.ts';
import { matchObject, RegexObject } from '../types/regex-object.ts';
import { PSObject, type Value } from '../values.ts';
import type { OperatorContext } from './context.ts';
import { strictWildcardTest } from './wildcard.ts';

export { formatOperator } from './format.ts';
export { hasWildcards, matchesWildcard } from './wildcard.ts';

export function joinOperator(left: Value, right: Value, _context?: OperatorContext): string {
  // An enumerator ($input) is one object to -join.
  const items =
    isEnumerable(left) && !(typeof left === 'object' && left !== null && 'moveNext' in left) ? toArray(left) : [left];
  if (items.length === 1) return items[0] === left ? toText(left) : joinText(items[0]);
  const separator = toText(right);
  let text = '';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += separator;
    const item = items[i];
    text += typeof item === 'string' ? item : joinText(item);
  }
  return text;
}
/** Inside a list, custom objects show their own ToString(), which is empty. */
function joinText(item: Value): string {
  return item instanceof PSObject && item.base === undefined ? elementText(item) : cultureText(item);
}
export function unaryJoin(value: Value, context?: OperatorContext): string {
  return joinOperator(value, '', context);
}

// ---------------------------------------------------------------- like, match

/** -like and -notlike on a value or a collection. */
export function likeOperator(left: Value, right: Value, ignoreCase: boolean, negated: boolean): Value {
  const test = strictWildcardTest(toText(right), ignoreCase);
  if (typeof left === 'object' && left !== null && isEnumerable(left)) {
    return toArray(left).filter((element) => test(toText(element)) !== negated);
  }
  return test(toText(left)) !== negated;
}

function regexFor(pattern: Value, ignoreCase: boolean): CompiledRegex {
  if (pattern instanceof RegexObject) return pattern.regex;
  return compileRegex(toText(pattern), ignoreCase ? REGEX_IGNORE_CASE : 0);
}

/** -match: one text sets $Matches, a collection gives the elements that match. */
export function matchOperator(
  left: Value,
  right: Value,
  ignoreCase: boolean,
  negated: boolean,
  context?: OperatorContext,
): Value {
  const regex = regexFor(right, ignoreCase);
  if (typeof left === 'object' && left !== null && isEnumerable(left)) {
    return toArray(left).filter((element) => regex.isMatch(toText(element)) !== negated);
  }
  const text = toText(left);
  const match = regex.match(text, 0);
  if (match && context) context.setMatches(matchesTable(regex, match));
  return (match !== undefined) !== negated;
}

/** $Matches: groups that took part, by number or name. */
export function matchesTable(regex: CompiledRegex, match: RegexMatch): Hashtable {
  const table = new Hashtable();
  for (const group of regex.groups) {
    const value = match.value(group.number);
    if (value !== undefined) table.set(group.name === String(group.number) ? group.number : group.name, value);
  }
  return table;
}

// ---------------------------------------------------------------- replace

export function replaceOperator(left: Value, right: Value, ignoreCase: boolean, context?: OperatorContext): Value {
  const parts = isEnumerable(right) ? toArray(right) : [right];
  if (parts.length > 2) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `The -${ignoreCase ? 'i' : 'c'}replace operator allows only two elements to follow it, not ${parts.length}.`,
      {
        errorId: 'BadReplaceArgument',
        category: 'InvalidOperation',
        target: right,
      },
    );
  }
  const regex = replaceRegex(parts[0], ignoreCase);
  const replacement = parts[1];
  const one = replacer(regex, replacement, context);
  if (typeof left === 'object' && left !== null && isEnumerable(left))
    return toArray(left).map((element) => one(toText(element)));
  return one(toText(left));
}
function replaceRegex(pattern: Value, ignoreCase: boolean): CompiledRegex {
  try {
    return regexFor(pattern, ignoreCase);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `The regular expression pattern ${toText(pattern)} is not valid.`,
      {
        inner: error,
        errorId: 'InvalidRegularExpression',
        category: 'InvalidOperation',
        target: pattern,
      },
    );
  }
}
function replacer(
  regex: CompiledRegex,
  replacement: Value,
  context: OperatorContext | undefined,
): (text: string) => string {
  if (isScriptBlock(replacement)) {
    const run = (text: string, match: RegexMatch): string => {
      const value = matchObject(regex, match, text);
      const output = context
        ? context.invoke(replacement, value)
        : callScriptBlock(replacement, { underscore: value, args: [] });
      return toText(output.length === 1 ? output[0] : output);
    };
    return (text) => regex.replaceWith(text, (match) => run(text, match));
  }
  const template = toText(replacement);
  return (text) => regex.replace(text, template);
}

// ---------------------------------------------------------------- split

/** `-split`: separator, or separator, limit and options. */
export function splitOperator(left: Value, right: Value, ignoreCase: boolean, context?: OperatorContext): Value[] {
  const args = isEnumerable(right) ? toArray(right) : [right];
  const texts = isEnumerable(left) ? toArray(left).map((item) => toText(item)) : [toText(left)];
  const limit = args.length > 1 ? splitLimit(args[1]) : 0;
  const result: Value[] = [];
  if (isScriptBlock(args[0])) {
    for (const text of texts) splitByBlock(text, args[0], limit, result, context);
    return result;
  }
  const options = splitOptions(args[2], ignoreCase);
  const regex = splitRegex(toText(args[0]), options);
  for (const text of texts) splitText(text, regex, limit, result);
  return result;
}

function splitLimit(value: Value): number {
  try {
    return toInt32(value);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw new DotNetException(error.type, error.message, {
      inner: error.options.inner,
      errorId: 'RuntimeException',
      category: 'NotSpecified',
    });
  }
}

interface SplitOptions {
  simple: boolean;
  flags: number;
}
function splitOptions(value: Value, ignoreCase: boolean): SplitOptions {
  const options: SplitOptions = { simple: false, flags: ignoreCase ? REGEX_IGNORE_CASE : 0 };
  if (value === undefined || value === null) return options;
  const text = value instanceof EnumValue ? value.toString() : toText(value);
  for (const part of text.split(',')) {
    const name = part.trim().toLowerCase();
    if (name === 'simplematch') options.simple = true;
    else if (name !== 'regexmatch' && name !== '') {
      const flag = REGEX_OPTION_NAMES[name];
      if (flag !== undefined) options.flags |= flag;
    }
  }
  return options;
}
function splitRegex(separator: string, options: SplitOptions): CompiledRegex {
  return compileRegex(
    options.simple ? separator.replace(/[\\*+?|{}[\]()^$.# \t\n]/g, '\\$&') : separator,
    options.flags,
  );
}

function splitText(text: string, regex: CompiledRegex, limit: number, result: Value[]): void {
  if (limit === 1 || limit === -1) {
    result.push(text);
    return;
  }
  if (limit === 0) {
    const plain = regex.plainSeparator;
    if (plain !== undefined) {
      for (const part of text.split(plain)) result.push(part);
      return;
    }
  }
  const matches = [...regex.matches(text, 0)];
  const wanted = limit === 0 ? matches : limit > 0 ? matches.slice(0, limit - 1) : matches.slice(limit + 1);
  let last = 0;
  for (const match of wanted) {
    result.push(text.slice(last, match.index));
    for (const group of regex.groups) {
      const value = group.number === 0 ? undefined : match.value(group.number);
      if (value !== undefined) result.push(value);
    }
    last = match.index + match.length;
  }
  result.push(text.slice(last));
}

function splitByBlock(text: string, block: Value, limit: number, result: Value[], context?: OperatorContext): void {
  let part = '';
  let count = 1;
  for (const c of text.split('')) {
    const separates =
      (limit <= 0 || count < limit) &&
      toBool(single(context ? context.invoke(block, c) : callScriptBlock(block, { underscore: c, args: [] })));
    if (separates) {
      result.push(part);
      part = '';
      count++;
    } else part += c;
  }
  result.push(part);
}
function single(output: Value[]): Value {
  return output.length === 1 ? output[0] : output;
}

/** `-split`: at runs of white space. */
export function unarySplit(value: Value): Value[] {
  const result: Value[] = [];
  for (const item of isEnumerable(value) ? toArray(value) : [value]) {
    for (const part of toText(item).split(/\s+/)) if (part !== '') result.push(part);
  }
  return result;
}
