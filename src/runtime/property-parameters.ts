// What -Property takes beside names: script blocks and hashtables with the keys of the command (calculated properties). Texts and
// ids of the errors are the reference's.

import type { CmdletContext } from './cmdlet.ts';
import { toBool } from './convert.ts';
import { PropertyExpression } from './property-expression.ts';
import { ScriptBlock } from './script-block.ts';
import { isDictionary } from './types/collections/hashtable.ts';
import { EnumValue } from './types/enum-value.ts';
import { typeNameOf, typeOf } from './types/registry.ts';
import { PSObject, type Value } from './values.ts';

export type Alignment = 'left' | 'center' | 'right';

/** One entry of -Property. */
export interface PropertyParameter {
  expression: PropertyExpression;
  label?: string;
  width?: number;
  alignment?: Alignment;
  formatString?: string;
  depth?: number;
  ascending?: boolean;
  descending?: boolean;
  /** The entry as the user gave it. */
  source: Value;
}

export type ParameterKey =
  | 'expression'
  | 'label'
  | 'name'
  | 'width'
  | 'alignment'
  | 'formatString'
  | 'depth'
  | 'ascending'
  | 'descending';

export const KEYS = {
  table: ['expression', 'label', 'name', 'width', 'alignment', 'formatString'],
  list: ['expression', 'label', 'name', 'formatString'],
  wide: ['expression', 'formatString'],
  custom: ['expression', 'depth'],
  select: ['name', 'label', 'expression'],
  group: ['expression'],
  groupBy: ['expression', 'label', 'name', 'formatString'],
  sort: ['expression', 'ascending', 'descending'],
  expression: ['expression'],
} satisfies Record<string, ParameterKey[]>;

const EXPECTED = 'System.String, System.Management.Automation.ScriptBlock';

/** Parses the entries; a bad one ends the command with its error. */
export function parseProperties(
  cmdlet: CmdletContext,
  values: readonly Value[],
  keys: readonly ParameterKey[],
): PropertyParameter[] {
  const parsed: PropertyParameter[] = [];
  for (const value of values)
    if (value !== null && value !== undefined) parsed.push(parseProperty(cmdlet, value, keys));
  return parsed;
}

function fail(cmdlet: CmdletContext, id: string, message: string): never {
  return cmdlet.fail(cmdlet.makeError(message, id, 'InvalidArgument', null, 'System.NotSupportedException'));
}

export function parseProperty(cmdlet: CmdletContext, given: Value, keys: readonly ParameterKey[]): PropertyParameter {
  const value = given instanceof PSObject && given.base !== undefined ? given.base : given;
  if (value instanceof ScriptBlock) return { expression: new PropertyExpression(value), source: given };
  if (typeof value === 'string') {
    if (value === '') fail(cmdlet, 'ExpressionEmptyString2', 'An empty string value is not allowed.');
    return { expression: new PropertyExpression(value), source: given };
  }
  if (isDictionary(value)) return parseDictionary(cmdlet, value, keys, given);
  return fail(
    cmdlet,
    'DictionaryKeyUnknownType',
    `Cannot convert ${typeNameOf(value)} to one of the following types {${EXPECTED}}.`,
  );
}

type Entries = { entries(): IterableIterator<[Value, Value]> };

function parseDictionary(
  cmdlet: CmdletContext,
  table: Entries,
  keys: readonly ParameterKey[],
  source: Value,
): PropertyParameter {
  const parameter: Partial<PropertyParameter> = { source };
  const used = new Map<string, string>();
  for (const [key, value] of table.entries()) {
    if (typeof key !== 'string')
      fail(
        cmdlet,
        'DictionaryKeyNonString',
        `The ${typeOf(key)?.name ?? 'null'} key type is not valid. The key must be a string.`,
      );
    const found = keys.filter((candidate) => candidate.toLowerCase().startsWith((key as string).toLowerCase()));
    const exact = keys.find((candidate) => candidate.toLowerCase() === (key as string).toLowerCase());
    if (found.length === 0) fail(cmdlet, 'DictionaryKeyIllegal', `The ${key} key is not valid.`);
    if (found.length > 1 && !exact) {
      fail(
        cmdlet,
        'DictionaryKeyAmbiguous',
        `The ${key} key is ambiguous; possible completions are {${found.join(', ')}}.`,
      );
    }
    const name = exact ?? found[0]!;
    const previous = used.get(entryName(name));
    if (previous !== undefined)
      fail(cmdlet, 'DictionaryKeyDuplicate', `The duplicated key "${key}" conflicts with "${previous}".`);
    used.set(entryName(name), name);
    if (value === null || value === undefined)
      fail(cmdlet, 'DictionaryKeyMissingValue', `The ${key} key has no value.`);
    setEntry(cmdlet, parameter, name, key as string, value);
  }
  if (!parameter.expression)
    fail(cmdlet, 'DictionaryKeyMandatoryEntry', 'A mandatory entry for expression is missing.');
  return parameter as PropertyParameter;
}
function entryName(key: ParameterKey): string {
  return key === 'name' ? 'label' : key;
}

function setEntry(
  cmdlet: CmdletContext,
  parameter: Partial<PropertyParameter>,
  name: ParameterKey,
  key: string,
  given: Value,
): void {
  const value = given instanceof PSObject && given.base !== undefined ? given.base : given;
  switch (name) {
    case 'expression':
      parameter.expression = expressionEntry(cmdlet, key, value);
      return;
    case 'label':
    case 'name':
      parameter.label = typed(cmdlet, key, value, 'string') as string;
      return;
    case 'width':
      parameter.width = widthEntry(cmdlet, key, value);
      return;
    case 'depth':
      parameter.depth = typed(cmdlet, key, value, 'number') as number;
      return;
    case 'alignment':
      parameter.alignment = alignmentEntry(cmdlet, typed(cmdlet, key, value, 'string') as string);
      return;
    case 'formatString':
      parameter.formatString = typed(cmdlet, key, value, 'string') as string;
      if (parameter.formatString === '')
        fail(cmdlet, 'FormatStringEmpty', 'Cannot have an empty formatting string for key "formatString".');
      return;
    default:
      parameter[name] = toBool(value);
  }
}

const TYPE_TEXT = { string: 'System.String', number: 'System.Int32' };

function typed(cmdlet: CmdletContext, key: string, value: Value, type: keyof typeof TYPE_TEXT): Value {
  const right = typeof value === type && (type !== 'number' || Number.isInteger(value));
  if (right) return value;
  const given = value instanceof EnumValue ? value.psType.id : typeNameOf(value);
  return fail(
    cmdlet,
    'DictionaryKeyIllegalValue2',
    `The "${key}" key has a type, ${given}, that is not valid; expected type is ${TYPE_TEXT[type]}.`,
  );
}

function expressionEntry(cmdlet: CmdletContext, key: string, value: Value): PropertyExpression {
  if (value instanceof ScriptBlock) return new PropertyExpression(value);
  if (typeof value !== 'string') {
    fail(
      cmdlet,
      'DictionaryKeyIllegalValue1',
      `The "${key}" key has a type, ${typeNameOf(value)}, that is not valid; expected types are {${EXPECTED}}.`,
    );
  }
  if (value === '') fail(cmdlet, 'ExpressionEmptyString1', 'The "expression" key cannot have an empty string value.');
  return new PropertyExpression(value as string);
}

function widthEntry(cmdlet: CmdletContext, key: string, value: Value): number {
  const width = typed(cmdlet, key, value, 'number') as number;
  if (width <= 0) fail(cmdlet, 'WidthOutOfRange', `The value "${width}" for key "width" should be greater than 0.`);
  return width;
}

function alignmentEntry(cmdlet: CmdletContext, text: string): Alignment {
  const lower = text.toLowerCase();
  const found = (['left', 'center', 'right'] as const).filter((name) => lower !== '' && name.startsWith(lower));
  if (found.length === 1) return found[0]!;
  return fail(
    cmdlet,
    'AlignmentIllegalValue',
    `The value "${text}" for key "alignment" is not valid; valid values are {left, center, right}.`,
  );
}
