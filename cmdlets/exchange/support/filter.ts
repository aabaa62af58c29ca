// From a parsed filter to a test of one object: properties are looked up in a table, values are read as the property's kind.

import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import {
  type FilterNode,
  type FilterOperator,
  FilterSyntaxError,
  type FilterValue,
  parseFilter,
} from './filter-syntax.ts';
import { parseByteQuantifiedSize } from './sizes.ts';
import { parseInstant, parseTimeSpanMs } from './times.ts';

export type FilterKind = 'string' | 'number' | 'size' | 'instant' | 'timespan' | 'boolean' | 'list';
type Comparable = string | number | boolean | readonly string[] | undefined;

export interface FilterProperty<T> {
  kind: FilterKind;
  get: (item: T) => Comparable;
}
/** Filterable properties by lower-cased name. */
export type FilterTable<T> = ReadonlyMap<string, FilterProperty<T>>;

export interface FilterSurroundings {
  /** What a variable of the script stands for, as text. */
  variable(name: string): string;
}

/** A predicate for the filter text. Throws FilterSyntaxError for a bad one, an unknown property included. */
export function compileFilter<T>(
  text: string,
  table: FilterTable<T>,
  around: FilterSurroundings,
): (item: T) => boolean {
  return compileNode(parseFilter(text), table, around);
}

function compileNode<T>(node: FilterNode, table: FilterTable<T>, around: FilterSurroundings): (item: T) => boolean {
  if (node.kind === 'not') {
    const operand = compileNode(node.operand, table, around);
    return (item) => !operand(item);
  }
  if (node.kind !== 'comparison') {
    const left = compileNode(node.left, table, around);
    const right = compileNode(node.right, table, around);
    return node.kind === 'and' ? (item) => left(item) && right(item) : (item) => left(item) || right(item);
  }
  const property = table.get(node.property.toLowerCase());
  if (!property) throw new FilterSyntaxError(`"${node.property}" isn't a recognized filterable property.`, 1);
  return compileComparison(property, node.operator, node.value, around);
}

function compileComparison<T>(
  property: FilterProperty<T>,
  operator: FilterOperator,
  value: FilterValue,
  around: FilterSurroundings,
): (item: T) => boolean {
  const { get, kind } = property;
  if ('constant' in value && value.constant === null) {
    const empty = (item: T) => isEmpty(get(item));
    return operator === 'ne' || operator === 'notlike' ? (item) => !empty(item) : empty;
  }
  const text = textOf(value, around);
  if (operator === 'like' || operator === 'notlike') {
    const wanted = operator === 'like';
    return (item) => textsOf(get(item)).some((each) => matchesWildcard(each, text, true)) === wanted;
  }
  if (kind === 'list') {
    const lower = text.toLowerCase();
    const contains = (item: T) => textsOf(get(item)).some((each) => each.toLowerCase() === lower);
    return operator === 'ne' ? (item) => !contains(item) : contains;
  }
  const constant = readConstant(kind, text);
  return (item) => holds(operator, get(item), constant);
}

function textOf(value: FilterValue, around: FilterSurroundings): string {
  if ('text' in value) return value.text;
  if ('variable' in value) return around.variable(value.variable);
  return String(value.constant);
}
function isEmpty(value: Comparable): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
function textsOf(value: Comparable): string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? [...value] : [String(value)];
}

function readConstant(kind: FilterKind, text: string): string | number | boolean {
  const read = {
    string: () => text.toLowerCase(),
    list: () => text.toLowerCase(),
    number: () => (/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined),
    size: () => parseByteQuantifiedSize(text),
    instant: () => parseInstant(text),
    timespan: () => parseTimeSpanMs(text),
    boolean: () => (/^\$?(true|false)$/i.test(text) ? /true/i.test(text) : undefined),
  }[kind]();
  if (read === undefined) throw new FilterSyntaxError(`The value "${text}" couldn't be converted.`, 1);
  return read;
}

function holds(operator: FilterOperator, actual: Comparable, constant: string | number | boolean): boolean {
  if (actual === undefined) return operator === 'ne';
  const left = typeof actual === 'string' ? actual.toLowerCase() : (actual as number | boolean);
  switch (operator) {
    case 'eq':
      return left === constant;
    case 'ne':
      return left !== constant;
    case 'gt':
      return left > constant;
    case 'ge':
      return left >= constant;
    case 'lt':
      return left < constant;
    default:
      return left <= constant;
  }
}
