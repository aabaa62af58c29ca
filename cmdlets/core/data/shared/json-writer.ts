// Values to JSON text as ConvertTo-Json writes it.

import { toText } from '../../../../src/runtime/convert.ts';
import { enumerate, isEnumerable } from '../../../../src/runtime/enumerate.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { listMembers } from '../../../../src/runtime/members.ts';
import { numberText } from '../../../../src/runtime/number/format-number.ts';
import { isNumber, numberTypeOf } from '../../../../src/runtime/number/numeric.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import { EnumValue } from '../../../../src/runtime/types/enum-value.ts';
import { dotNetText } from '../../../../src/runtime/types/object-text.ts';
import { typeOf } from '../../../../src/runtime/types/registry.ts';
import { addedMembers, PSChar, type PSMember, PSObject, type Value } from '../../../../src/runtime/values.ts';
import { isoText } from './json-dates.ts';

export type EscapeHandling = 'Default' | 'EscapeNonAscii' | 'EscapeHtml';

export interface JsonOptions {
  depth: number;
  compress: boolean;
  enumsAsStrings: boolean;
  escape: EscapeHandling;
  /** Called once, when something lies deeper than `depth`. */
  truncated(): void;
  checkInterrupt(): void;
}

const SIMPLE: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A JSON string with the escapes that the handling asks for. */
export function quoteJson(text: string, handling: EscapeHandling): string {
  const pattern =
    handling === 'EscapeNonAscii'
      ? /["\\\u0000-\u001f\u0080-\uffff]/g
      : handling === 'EscapeHtml'
        ? /["\\\u0000-\u001f\u0085\u2028\u2029<>&']/g
        : /["\\\u0000-\u001f\u0085\u2028\u2029]/g;
  const html = handling === 'EscapeHtml';
  return `"${text.replace(pattern, (c) => (html && c === '"' ? escapeCode(c) : (SIMPLE[c] ?? escapeCode(c))))}"`;
}

export class JsonWriter {
  private warned = false;
  constructor(private readonly options: JsonOptions) {}

  write(value: Value): string {
    return this.value(value, 0, '');
  }

  private value(value: Value, depth: number, indent: string): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return quoteJson(value, this.options.escape);
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    const simple = this.simple(value);
    if (simple !== undefined) return simple;
    const added = value instanceof PSObject && value.base !== undefined ? value.members : undefined;
    const base = value instanceof PSObject && value.base !== undefined ? value.base : value;
    if (added) {
      const plain = this.value(base, depth, indent);
      // Members added to texts and dates are left out, those of other simple values make an object of them.
      if (typeof base === 'string' || this.simple(base) === undefined || added.size === 0) return plain;
      return this.object([['value', base], ...noteEntries(added.values())], depth, indent);
    }
    if (depth > this.options.depth) return this.tooDeep(value);
    this.options.checkInterrupt();
    if (isDictionary(value)) return this.object(this.dictionaryEntries(value), depth, indent);
    if (isEnumerable(value)) return this.array([...enumerate(value)], depth, indent);
    return this.object(objectEntries(value), depth, indent);
  }

  private simple(value: Value): string | undefined {
    if (isNumber(value)) return jsonNumber(value);
    if (value instanceof PSChar) return quoteJson(String.fromCharCode(value.code), this.options.escape);
    if (value instanceof EnumValue) {
      if (this.options.enumsAsStrings) return quoteJson(value.toString(), this.options.escape);
      // 64-bit enumerations are written as their names by the reference.
      return /64$/.test(value.psType.spec.underlying ?? '')
        ? quoteJson(value.toString(), this.options.escape)
        : String(value.value);
    }
    if (typeof value !== 'object' || value === null) return undefined;
    switch (typeOf(value)?.id) {
      case 'System.DBNull':
      case 'System.Management.Automation.Language.NullString':
        return 'null';
      case 'System.DateTime':
      case 'System.DateTimeOffset':
        return quoteJson(isoText(value), this.options.escape);
      case 'System.Guid':
      case 'System.Uri':
        return quoteJson(toText(value), this.options.escape);
      default:
        return undefined;
    }
  }

  private tooDeep(value: Value): string {
    if (!this.warned) this.options.truncated();
    this.warned = true;
    return quoteJson(toText(value), this.options.escape);
  }

  private dictionaryEntries(value: object & { entries(): IterableIterator<[Value, Value]> }): [string, Value][] {
    const entries: [string, Value][] = [];
    for (const [key, item] of value.entries()) {
      if (typeof key !== 'string' && !(key instanceof PSObject && typeof key.base === 'string'))
        throw keyNotText(value);
      entries.push([dotNetText(key), item]);
    }
    const added = addedMembers(value)?.members;
    return added ? [...entries, ...noteEntries(added.values())] : entries;
  }

  private array(items: Value[], depth: number, indent: string): string {
    if (items.length === 0) return '[]';
    const inner = `${indent}  `;
    const parts = items.map((item) => this.value(item, depth + 1, inner));
    return this.options.compress ? `[${parts.join(',')}]` : `[\n${inner}${parts.join(`,\n${inner}`)}\n${indent}]`;
  }

  private object(entries: [string, Value][], depth: number, indent: string): string {
    if (entries.length === 0) return '{}';
    const inner = `${indent}  `;
    const colon = this.options.compress ? ':' : ': ';
    const parts = entries.map(
      ([key, item]) => quoteJson(key, this.options.escape) + colon + this.value(item, depth + 1, inner),
    );
    return this.options.compress ? `{${parts.join(',')}}` : `{\n${inner}${parts.join(`,\n${inner}`)}\n${indent}}`;
  }
}

function keyNotText(value: object): DotNetException {
  const name = typeOf(value)?.id ?? 'System.Collections.Hashtable';
  const message = `The type '${name}' is not supported for serialization or deserialization of a dictionary. Keys must be strings.`;
  return new DotNetException('System.InvalidOperationException', message, {
    errorId: 'NonStringKeyInDictionary',
    category: 'InvalidOperation',
    target: value,
  });
}

/** Doubles, singles and decimals always show that they are no integers; what JSON has no number for is text. */
function jsonNumber(value: Value): string {
  const text = numberText(value);
  const type = numberTypeOf(value);
  if (type !== 'Double' && type !== 'Single' && type !== 'Decimal') return text;
  if (!/\d/.test(text)) return `"${/^-/.test(text) ? '-Infinity' : text === 'NaN' ? 'NaN' : 'Infinity'}"`;
  if (/^-?∞$/.test(text)) return `"${text.startsWith('-') ? '-' : ''}Infinity"`;
  return /[.eE]/.test(text) ? text : `${text}.0`;
}

function noteEntries(members: Iterable<PSMember>): [string, Value][] {
  const entries: [string, Value][] = [];
  for (const member of members) if (member.kind === 'NoteProperty') entries.push([member.name, member.value]);
  return entries;
}

/** Properties of an object; one that cannot be read is null. */
function objectEntries(value: Value): [string, Value][] {
  if (value instanceof PSObject && allNotes(value)) return noteEntries(value.members.values());
  const entries: [string, Value][] = [];
  for (const member of listMembers(value, { propertiesOnly: true })) entries.push([member.name, readMember(member)]);
  return entries;
}
function allNotes(object: PSObject): boolean {
  for (const member of object.members.values()) if (member.kind !== 'NoteProperty') return false;
  return true;
}
function readMember(member: { get(): Value }): Value {
  try {
    return member.get();
  } catch (error) {
    if (error instanceof DotNetException) return null;
    throw error;
  }
}
