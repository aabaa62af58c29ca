// CLIXML to objects. What was no simple value comes back as an object with the same properties and `Deserialized.` type names.

import { convertTo, tryConvertTo } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DotNetException } from '../errors.ts';
import { byte } from '../number/numeric.ts';
import { Hashtable } from '../types/collections/hashtable.ts';
import { ArrayList } from '../types/collections/list.ts';
import { ensureAddedMembers, PSChar, PSObject, typedArray, type Value } from '../values.ts';
import { decodeDate, decodeDuration, decodeString } from './encoding.ts';
import { type Markup, readMarkup } from './markup.ts';

const NUMBER_TYPES: Record<string, string> = {
  I32: 'System.Int32',
  I64: 'System.Int64',
  Db: 'System.Double',
  Sg: 'System.Single',
  D: 'System.Decimal',
  By: 'System.Byte',
  SB: 'System.SByte',
  I16: 'System.Int16',
  U16: 'System.UInt16',
  U32: 'System.UInt32',
  U64: 'System.UInt64',
  G: 'System.Guid',
  Version: 'System.Version',
  URI: 'System.Uri',
};

export function readClixml(text: string, engine?: Engine): Value[] {
  return new ClixmlReader(engine).document(readMarkup(text));
}

class ClixmlReader {
  private readonly objects = new Map<string, Value>();
  private readonly types = new Map<string, string[]>();

  constructor(private readonly engine: Engine | undefined) {}

  document(root: Markup): Value[] {
    if (root.name !== 'Objs') {
      throw new DotNetException(
        'System.Xml.XmlException',
        `Element 'Objs' with namespace name 'http://schemas.microsoft.com/powershell/2004/04' was not found.`,
      );
    }
    return root.children.map((child) => this.value(child));
  }

  private value(node: Markup): Value {
    switch (node.name) {
      case 'Nil':
        return null;
      case 'S':
        return decodeString(node.text);
      case 'B':
        return node.text.trim() === 'true';
      case 'C':
        return new PSChar(Number(node.text));
      case 'DT':
        return decodeDate(node.text.trim());
      case 'TS':
        return decodeDuration(node.text);
      case 'BA':
        return bytes(node.text);
      case 'SBK':
        return this.engine ? this.engine.createScriptBlock(decodeString(node.text)) : decodeString(node.text);
      case 'XD':
        return tryConvertTo(decodeString(node.text), 'System.Xml.XmlDocument')?.value ?? decodeString(node.text);
      case 'SS':
        return decodeString(node.text);
      case 'Ref':
        return this.objects.get(node.attributes.get('RefId') ?? '') ?? null;
      case 'Obj':
        return this.object(node);
    }
    const type = NUMBER_TYPES[node.name];
    return type === undefined ? decodeString(node.text) : convertTo(node.text.trim(), type);
  }

  private object(node: Markup): Value {
    const names = this.typeNames(node);
    const object = this.container(node, names);
    const id = node.attributes.get('RefId');
    if (id !== undefined) this.objects.set(id, object);
    this.fill(object, node);
    return object;
  }

  private typeNames(node: Markup): string[] {
    const reference = node.children.find((child) => child.name === 'TNRef');
    if (reference) return this.types.get(reference.attributes.get('RefId') ?? '') ?? [];
    const list = node.children.find((child) => child.name === 'TN');
    const names =
      list?.children.map((child) =>
        child.text.startsWith('Deserialized.') ? child.text : `Deserialized.${child.text}`,
      ) ?? [];
    if (list) this.types.set(list.attributes.get('RefId') ?? '', names);
    return names;
  }

  /** The empty object of the right kind. */
  private container(node: Markup, names: string[]): Value {
    for (const child of node.children) {
      if (child.name === 'DCT') return named(new Hashtable(), names);
      if (child.name === 'LST' || child.name === 'IE' || child.name === 'QUE' || child.name === 'STK')
        return named(new ArrayList(), names);
    }
    const simple = node.children.find((child) => !STRUCTURE.has(child.name));
    const object = new PSObject(names.length > 0 ? names : undefined, simple ? this.value(simple) : undefined);
    const text = node.children.find((child) => child.name === 'ToString');
    if (text) {
      const shown = decodeString(text.text);
      object.members.set('tostring', {
        kind: 'ScriptMethod',
        name: 'ToString',
        value: (() => shown) as unknown as Value,
        hidden: true,
      });
    }
    return object;
  }

  private fill(object: Value, node: Markup): void {
    for (const child of node.children) {
      if (child.name === 'DCT' && object instanceof Hashtable) {
        for (const entry of child.children) {
          const [key, value] = entry.children.map((part) => this.value(part));
          object.set(key ?? '', value ?? null);
        }
      } else if (
        object instanceof ArrayList &&
        (child.name === 'LST' || child.name === 'IE' || child.name === 'QUE' || child.name === 'STK')
      ) {
        for (const item of child.children) object.items.push(this.value(item));
      } else if ((child.name === 'Props' || child.name === 'MS') && object instanceof PSObject) {
        for (const member of child.children)
          object.set(decodeString(member.attributes.get('N') ?? ''), this.value(member));
      }
    }
  }
}

const STRUCTURE = new Set(['TN', 'TNRef', 'ToString', 'Props', 'MS', 'LST', 'IE', 'QUE', 'STK', 'DCT']);

function named(object: object, names: string[]): object {
  if (names.length > 0) ensureAddedMembers(object).typeNames = names;
  return object;
}

function bytes(text: string): Value {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const found: Value[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    const index = alphabet.indexOf(character);
    if (index < 0) continue;
    buffer = ((buffer << 6) | index) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    found.push(byte((buffer >> bits) & 255));
  }
  return typedArray(found, 'System.Byte');
}
