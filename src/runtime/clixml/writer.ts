// Objects to CLIXML, the serialization of PowerShell ([MS-PSRP] 2.2.5).

import { enumerate, isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { getMember, listMembers, type MemberInfo, typeNames } from '../members.ts';
import { numberText } from '../number/format-number.ts';
import { numberTypeOf } from '../number/numeric.ts';
import { ScriptBlock } from '../script-block.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { DateTime } from '../types/date/date-time.ts';
import { TimeSpan } from '../types/date/time-span.ts';
import { EnumValue } from '../types/enum-value.ts';
import { dotNetText } from '../types/object-text.ts';
import { typeOf } from '../types/registry.ts';
import { NumberBox, type PSArray, PSChar, PSObject, type Value } from '../values.ts';
import { encodeDate, encodeDuration, encodeString } from './encoding.ts';
import { escapeMarkup } from './markup.ts';

const NUMBER_TAGS: Record<string, string> = {
  Int32: 'I32',
  Int64: 'I64',
  Double: 'Db',
  Single: 'Sg',
  Decimal: 'D',
  Byte: 'By',
  SByte: 'SB',
  Int16: 'I16',
  UInt16: 'U16',
  UInt32: 'U32',
  UInt64: 'U64',
};
/** Types whose text is all there is to them. */
const TEXT_TAGS: Record<string, string> = {
  'System.Guid': 'G',
  'System.Version': 'Version',
  'System.Uri': 'URI',
  'System.Management.Automation.SemanticVersion': 'Version',
};

export function writeClixml(objects: readonly Value[], depth: number): string {
  return new ClixmlWriter(depth).document(objects);
}

class ClixmlWriter {
  private readonly lines: string[] = [];
  private readonly objectIds = new Map<object, number>();
  private readonly typeIds = new Map<string, number>();

  constructor(private readonly maxDepth: number) {}

  document(objects: readonly Value[]): string {
    this.lines.push('<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">');
    for (const object of objects) this.value(object, undefined, this.maxDepth, 1);
    this.lines.push('</Objs>');
    return this.lines.join('\n');
  }

  private put(level: number, text: string): void {
    this.lines.push('  '.repeat(level) + text);
  }
  private element(tag: string, name: string | undefined, text: string, level: number): void {
    const attribute = name === undefined ? '' : ` N="${escapeMarkup(encodeString(name)).replace(/"/g, '&quot;')}"`;
    this.put(
      level,
      text === '' && tag !== 'S' ? `<${tag}${attribute} />` : `<${tag}${attribute}>${escapeMarkup(text)}</${tag}>`,
    );
  }

  private value(value: Value, name: string | undefined, depth: number, level: number): void {
    if (value === null || value === undefined) return this.element('Nil', name, '', level);
    const primitive = primitiveOf(value);
    if (primitive) return this.element(primitive[0], name, primitive[1], level);
    const object = value as object;
    const known = this.objectIds.get(object);
    const attribute = name === undefined ? '' : ` N="${escapeMarkup(encodeString(name)).replace(/"/g, '&quot;')}"`;
    if (known !== undefined) return this.put(level, `<Ref${attribute} RefId="${known}" />`);
    if (depth < 0) return this.element('S', name, encodeString(dotNetText(value)), level);
    const id = this.objectIds.size;
    this.objectIds.set(object, id);
    this.put(level, `<Obj${attribute} RefId="${id}">`);
    this.typeNames(object, level + 1);
    this.body(object, depth, level + 1);
    this.put(level, '</Obj>');
  }

  private typeNames(object: object, level: number): void {
    const names = typeNames(object);
    const key = names.join('|');
    const known = this.typeIds.get(key);
    if (known !== undefined) return this.put(level, `<TNRef RefId="${known}" />`);
    const id = this.typeIds.size;
    this.typeIds.set(key, id);
    this.put(level, `<TN RefId="${id}">`);
    for (const name of names) this.element('T', undefined, name, level + 1);
    this.put(level, '</TN>');
  }

  private body(object: object, depth: number, level: number): void {
    if (object instanceof PSObject) {
      if (object.base !== undefined) {
        const primitive = primitiveOf(object.base);
        if (primitive) this.element(primitive[0], undefined, primitive[1], level);
        else this.body(object.base as object, depth, level);
      }
      return this.members(
        'MS',
        listMembers(object, { propertiesOnly: true }).filter((member) => member.kind !== 'Property'),
        depth,
        level,
      );
    }
    if (object instanceof EnumValue) {
      this.element('ToString', undefined, object.toString(), level);
      return this.element('I32', undefined, String(object.value), level);
    }
    if (isDictionary(object)) return this.dictionary(object, depth, level);
    if (isEnumerable(object)) {
      const tag = /\.(Queue|Stack)\b/.exec(typeOf(object)?.id ?? '')?.[1];
      return this.list(tag === 'Queue' ? 'QUE' : tag === 'Stack' ? 'STK' : 'LST', object, depth, level);
    }
    this.element('ToString', undefined, encodeString(dotNetText(object)), level);
    const members = listMembers(object, { propertiesOnly: true });
    this.members(
      'Props',
      members.filter((member) => member.kind === 'Property'),
      depth,
      level,
    );
    this.members(
      'MS',
      members.filter((member) => member.kind !== 'Property'),
      depth,
      level,
    );
  }

  private members(tag: string, members: MemberInfo[], depth: number, level: number): void {
    const readable: [string, Value][] = [];
    for (const member of members) {
      try {
        readable.push([member.name, member.get()]);
      } catch (error) {
        // A property that cannot be read is left out.
        if (!(error instanceof DotNetException)) throw error;
      }
    }
    if (readable.length === 0) return;
    this.put(level, `<${tag}>`);
    for (const [name, value] of readable) this.value(value, name, depth - 1, level + 1);
    this.put(level, `</${tag}>`);
  }

  private dictionary(object: { entries(): Iterable<[Value, Value]> }, depth: number, level: number): void {
    this.put(level, '<DCT>');
    for (const [key, value] of object.entries()) {
      this.put(level + 1, '<En>');
      this.value(key, 'Key', depth - 1, level + 2);
      this.value(value, 'Value', depth - 1, level + 2);
      this.put(level + 1, '</En>');
    }
    this.put(level, '</DCT>');
  }

  private list(tag: string, object: object, depth: number, level: number): void {
    const items = [...enumerate(object)];
    if (items.length === 0) return this.put(level, `<${tag} />`);
    this.put(level, `<${tag}>`);
    for (const item of items) this.value(item, undefined, depth - 1, level + 1);
    this.put(level, `</${tag}>`);
  }
}

/** Tag and text of what needs no object element. */
function primitiveOf(value: Value): [tag: string, text: string] | undefined {
  if (typeof value === 'string') return ['S', encodeString(value)];
  if (typeof value === 'boolean') return ['B', value ? 'true' : 'false'];
  if (value instanceof PSChar) return ['C', String(value.code)];
  const number = numberTypeOf(value);
  if (number !== undefined)
    return NUMBER_TAGS[number] === undefined ? undefined : [NUMBER_TAGS[number]!, numberText(value)];
  if (value instanceof DateTime) return ['DT', encodeDate(value)];
  if (value instanceof TimeSpan) return ['TS', encodeDuration(value)];
  if (value instanceof ScriptBlock) return ['SBK', encodeString(value.toString())];
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return (value as PSArray).elementType === 'System.Byte' ? ['BA', base64(value)] : undefined;
  const type = typeOf(value)?.id ?? '';
  if (type === 'System.Xml.XmlDocument') return ['XD', encodeString(dotNetText(getMember(value, 'OuterXml')))];
  if (type === 'System.Security.SecureString') return ['SS', dotNetText((value as { plain?: string }).plain ?? '')];
  return TEXT_TAGS[type] === undefined ? undefined : [TEXT_TAGS[type]!, dotNetText(value)];
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function base64(values: readonly Value[]): string {
  const bytes = values.map((value) => Number(value instanceof NumberBox ? value.value : value));
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    text += BASE64[a >> 2]! + BASE64[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text +=
      b === undefined ? '==' : BASE64[((b & 15) << 2) | ((c ?? 0) >> 6)]! + (c === undefined ? '=' : BASE64[c & 63]!);
  }
  return text;
}
