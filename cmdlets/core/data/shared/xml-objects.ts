// Objects to the plain XML of ConvertTo-Xml.

import { escapeMarkup } from '../../../../src/runtime/clixml/markup.ts';
import { enumerate, isEnumerable } from '../../../../src/runtime/enumerate.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { listMembers } from '../../../../src/runtime/members.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import { dotNetText } from '../../../../src/runtime/types/object-text.ts';
import { typeOf } from '../../../../src/runtime/types/registry.ts';
import { PSObject, type Value } from '../../../../src/runtime/values.ts';

const TEXT_TYPES = new Set([
  'System.DateTime',
  'System.TimeSpan',
  'System.Guid',
  'System.Uri',
  'System.Version',
  'System.DateTimeOffset',
]);

function typeName(value: Value): string {
  return value === null || value === undefined ? 'System.Object' : (typeOf(value)?.id ?? 'System.Object');
}
function isSimple(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const type = typeOf(value);
  return (
    type === undefined ||
    type.isEnum ||
    TEXT_TYPES.has(type.id) ||
    /^System\.(Byte|SByte|U?Int\d+|Single|Double|Decimal|Char|Boolean|String)$/.test(type.id)
  );
}

export class XmlObjectWriter {
  readonly lines: string[] = [];
  constructor(
    private readonly maxDepth: number,
    private readonly withTypes: boolean,
  ) {}

  write(value: Value, indent: number): void {
    this.element('Object', undefined, value, 0, indent);
  }

  private element(tag: string, name: string | undefined, value: Value, depth: number, indent: number): void {
    const pad = '  '.repeat(indent);
    const nameText = name === undefined ? '' : ` Name="${escapeMarkup(name).replace(/"/g, '&quot;')}"`;
    const nothing = value === null || value === undefined;
    const type = this.withTypes && !(nothing && name === undefined) ? ` Type="${escapeMarkup(typeName(value))}"` : '';
    const head = `${pad}<${tag}${nameText}${type}`;
    if (nothing) return void this.lines.push(`${head} />`);
    if (isSimple(value) || depth > this.maxDepth) {
      const text = escapeMarkup(dotNetText(value));
      return void this.lines.push(text === '' ? `${head}></${tag}>` : `${head}>${text}</${tag}>`);
    }
    this.lines.push(`${head}>`);
    this.body(value, depth, indent + 1);
    this.lines.push(`${pad}</${tag}>`);
  }

  private body(value: Value, depth: number, indent: number): void {
    if (isDictionary(value)) {
      for (const [key, item] of value.entries()) {
        this.element('Property', 'Key', key, depth + 1, indent);
        this.element('Property', 'Value', item, depth + 1, indent);
      }
      return;
    }
    if (isEnumerable(value) && !(value instanceof PSObject && value.base === undefined)) {
      for (const item of enumerate(value)) this.element('Property', undefined, item, depth + 1, indent);
      return;
    }
    for (const member of listMembers(value, { propertiesOnly: true })) {
      let item: Value = null;
      try {
        item = member.get();
      } catch (error) {
        if (!(error instanceof DotNetException)) throw error;
      }
      this.element('Property', member.name, item, depth + 1, indent);
    }
  }
}
