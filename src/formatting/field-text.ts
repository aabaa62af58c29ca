// The text of one value in a table cell, a list or a custom view.

import { cultureText } from '../runtime/culture-text.ts';
import { enumerate, isEnumerable } from '../runtime/enumerate.ts';
import { LiteralNumber } from '../runtime/literal-number.ts';
import { getMember } from '../runtime/members.ts';
import { formatOperator } from '../runtime/operators/strings.ts';
import { nameProperty } from '../runtime/property-expression.ts';
import { GenericDictionary } from '../runtime/types/collections/dictionaries.ts';
import { type Dictionary, DictionaryEntry, isDictionary } from '../runtime/types/collections/hashtable.ts';
import { keyValuePairs } from '../runtime/types/families/dictionary-types.ts';
import { type PSType, typeOf } from '../runtime/types/registry.ts';
import { XmlNode } from '../runtime/types/xml/nodes.ts';
import { NumberBox, PSDecimal, PSObject, type Value } from '../runtime/values.ts';

export interface TextContext {
  /** $FormatEnumerationLimit; below 0: no limit. */
  enumerationLimit: number;
}

export interface FieldDirective {
  formatString?: string;
  /** In tables, fractions get the culture's number of decimal places. */
  table?: boolean;
}

/** Number of decimal places that cultures based on ICU show by default. */
const NUMBER_DECIMAL_DIGITS = 3;

export function fieldText(value: Value, directive: FieldDirective, context: TextContext): string {
  if (value instanceof LiteralNumber && directive.formatString === undefined) return value.text;
  const bare = value instanceof PSObject && value.base !== undefined && !hasOwnText(value) ? value.base : value;
  if (bare === null || bare === undefined) return '';
  if (directive.formatString !== undefined) return formattedText(bare, directive.formatString, context);
  if (typeof bare === 'string') return bare;
  if (directive.table && isFraction(bare)) return formatOperator(`{0:F${NUMBER_DECIMAL_DIGITS}}`, [bare]);
  if (bare instanceof XmlNode) return bare.name;
  const elements = elementsOf(bare);
  return elements ? enumerationText(elements, context) : cultureText(bare);
}

function hasOwnText(value: PSObject): boolean {
  return value.members.get('tostring')?.kind === 'ScriptMethod';
}

function isFraction(value: Value): boolean {
  if (typeof value === 'number') return (value | 0) !== value;
  if (value instanceof PSDecimal) return true;
  return value instanceof NumberBox && (value.type === 'Double' || value.type === 'Single');
}

function formattedText(value: Value, format: string, context: TextContext): string {
  try {
    if (Array.isArray(value)) return value.map((element) => formattedText(element, format, context)).join(' ');
    if (typeof value === 'string') return format.includes('{0') ? formatOperator(format, [value]) : value;
    return formatOperator(format.includes('{0') ? format : `{0:${format}}`, [value]);
  } catch (error) {
    if (error instanceof Error) throw error;
    return fieldText(value, {}, context);
  }
}

/** What a value shows its elements for: collections and dictionaries. */
export function elementsOf(value: Value): Iterable<Value> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof PSObject && value.base !== undefined) return elementsOf(value.base);
  if (isEnumerable(value)) return enumerate(value);
  return isDictionary(value) ? dictionaryEntries(value) : undefined;
}

/** Generic dictionaries give KeyValuePairs, the others DictionaryEntries. */
function* dictionaryEntries(table: Dictionary & object): IterableIterator<Value> {
  if (table instanceof GenericDictionary && table.psType.typeArguments.length === 2) {
    yield* keyValuePairs(table);
    return;
  }
  for (const [key, value] of table.entries()) yield new DictionaryEntry(key, value);
}

const MATCHES = new Set([
  'System.Text.RegularExpressions.Match',
  'System.Text.RegularExpressions.Group',
  'System.Text.RegularExpressions.Capture',
]);

/** Elements without a text of their own are shown by the property that names them. */
function elementName(element: Value): string {
  if (typeof element !== 'object' || element === null || element instanceof PSObject) return cultureText(element);
  if (element instanceof XmlNode) return element.name;
  if (Array.isArray(element)) return element.map((item) => cultureText(item)).join(' ');
  const type = typeOf(element);
  if (!type || !(MATCHES.has(type.id) || isNamelessClass(type))) return cultureText(element);
  const main = nameProperty(element);
  return main === undefined ? cultureText(element) : cultureText(getMember(element, main));
}
/** A class of a script without ToString(). */
function isNamelessClass(type: PSType): boolean {
  const method = type.spec.assembly === 'script' ? type.instanceMember('tostring') : undefined;
  return method?.owner.id === 'System.Object';
}

function enumerationText(elements: Iterable<Value>, context: TextContext): string {
  const texts: string[] = [];
  let more = false;
  for (const element of elements) {
    if (context.enumerationLimit >= 0 && texts.length === context.enumerationLimit) {
      more = true;
      break;
    }
    texts.push(element === null || element === undefined ? '$null' : elementName(element));
  }
  return `{${texts.join(', ')}${more ? '…' : ''}}`;
}
