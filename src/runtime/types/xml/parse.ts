// A parser for XML documents, with XmlReader's error texts.

import { DotNetException } from '../../errors.ts';
import { NODE, type XmlNode } from './nodes.ts';

interface Reader {
  text: string;
  at: number;
  document: XmlNode;
  keepSpace: boolean;
}

function position(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `Line ${line}, position ${at - before.lastIndexOf('\n')}.`;
}
function fail(reader: Reader, message: string, at = reader.at): DotNetException {
  const before = reader.text.slice(0, at).split('\n');
  return new DotNetException('System.Xml.XmlException', `${message} ${position(reader.text, at)}`, {
    properties: { LineNumber: before.length, LinePosition: before.at(-1)!.length + 1 },
  });
}

const NAME = /[\p{L}_:][\p{L}\p{N}_:.\-·]*/uy;
function name(reader: Reader): string {
  NAME.lastIndex = reader.at;
  const match = NAME.exec(reader.text);
  if (!match) {
    const c = reader.text[reader.at];
    if (c === undefined) throw fail(reader, 'Data at the root level is invalid.', 0);
    throw fail(
      reader,
      `Name cannot begin with the '${c}' character, hexadecimal value 0x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}.`,
    );
  }
  reader.at += match[0].length;
  return match[0];
}
function space(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decode(reader: Reader, raw: string, start: number): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(/&([^;\s<&]*)(;?)/g, (_all, entity: string, end: string, offset: number) => {
      if (end === '') throw fail(reader, 'An error occurred while parsing EntityName.', start + offset + 1);
      if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
      if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
      const known = ENTITIES[entity];
      if (known === undefined) throw fail(reader, `Reference to undeclared entity '${entity}'.`, start + offset + 1);
      return known;
    });
}

/** Fills `document` from text; what it held before is gone. */
export function parseXml(text: string, document: XmlNode): void {
  document.clear();
  const reader: Reader = { text: text.replace(/^\ufeff/, ''), at: 0, document, keepSpace: document.preserveWhitespace };
  content(reader, document, new Map(), undefined);
  if (!document.root) throw new DotNetException('System.Xml.XmlException', 'Root element is missing.');
}

function until(reader: Reader, end: string, from: number): string {
  const stop = reader.text.indexOf(end, from);
  if (stop < 0) throw fail(reader, 'Unexpected end of file has occurred.', reader.text.length);
  reader.at = stop + end.length;
  return reader.text.slice(from, stop);
}

function content(
  reader: Reader,
  parent: XmlNode,
  namespaces: Map<string, string>,
  open: { name: string; at: number } | undefined,
): void {
  for (;;) {
    if (reader.at >= reader.text.length) {
      if (!open) return;
      throw fail(reader, 'Data at the root level is invalid.', 0);
    }
    if (reader.text[reader.at] !== '<') characters(reader, parent);
    else if (reader.text.startsWith('</', reader.at)) {
      closeTag(reader, open);
      return;
    } else markup(reader, parent, namespaces);
  }
}

function closeTag(reader: Reader, open: { name: string; at: number } | undefined): void {
  reader.at += 2;
  const start = reader.at;
  const closing = name(reader);
  if (!open) throw fail(reader, `Unexpected end tag.`, start);
  if (closing !== open.name)
    throw fail(
      reader,
      `The '${open.name}' start tag on line ${reader.text.slice(0, open.at).split('\n').length} position ${position(reader.text, open.at).replace(/.*position (\d+)\./, '$1')} does not match the end tag of '${closing}'.`,
      start,
    );
  space(reader);
  if (reader.text[reader.at] !== '>')
    throw fail(reader, `'${reader.text[reader.at] ?? ''}' is an unexpected token. The expected token is '>'.`);
  reader.at++;
}

function characters(reader: Reader, parent: XmlNode): void {
  const start = reader.at;
  const stop = reader.text.indexOf('<', start);
  reader.at = stop < 0 ? reader.text.length : stop;
  const text = decode(reader, reader.text.slice(start, reader.at), start);
  if (text.trim() === '') {
    if (reader.keepSpace && parent.nodeType !== NODE.document)
      parent.append(reader.document.make(NODE.whitespace, '', text));
    return;
  }
  parent.append(reader.document.make(NODE.text, '', text));
}

function markup(reader: Reader, parent: XmlNode, namespaces: Map<string, string>): void {
  const { text, document } = reader;
  if (text.startsWith('<!--', reader.at))
    parent.append(document.make(NODE.comment, '', until(reader, '-->', reader.at + 4)));
  else if (text.startsWith('<![CDATA[', reader.at))
    parent.append(document.make(NODE.cdata, '', until(reader, ']]>', reader.at + 9)));
  else if (text.startsWith('<?', reader.at)) {
    const [, target, data] = /^(\S+)\s*([\s\S]*)$/.exec(until(reader, '?>', reader.at + 2))!;
    const shown = target === 'xml' ? (data ?? '').trim().replace(/'/g, '"') : data!;
    parent.append(document.make(target === 'xml' ? NODE.declaration : NODE.instruction, target!, shown));
  } else if (text.startsWith('<!DOCTYPE', reader.at))
    parent.append(document.make(NODE.doctype, until(reader, '>', reader.at + 9).trim()));
  else element(reader, parent, namespaces);
}

function element(reader: Reader, parent: XmlNode, outer: Map<string, string>): void {
  reader.at++;
  const start = reader.at;
  const tag = name(reader);
  const attributes = readAttributes(reader);
  let namespaces = outer;
  for (const { name: attribute, value } of attributes) {
    if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) continue;
    if (namespaces === outer) namespaces = new Map(outer);
    namespaces.set(attribute === 'xmlns' ? '' : attribute.slice(6), value);
  }
  const uriOf = (qualified: string, isAttribute: boolean): string => {
    const colon = qualified.indexOf(':');
    if (qualified === 'xmlns' || qualified.startsWith('xmlns:')) return 'http://www.w3.org/2000/xmlns/';
    if (colon < 0) return isAttribute ? '' : (namespaces.get('') ?? '');
    const prefix = qualified.slice(0, colon);
    const uri = prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : namespaces.get(prefix);
    if (uri === undefined) throw fail(reader, `'${prefix}' is an undeclared prefix.`, start);
    return uri;
  };
  const node = reader.document.make(NODE.element, tag, '', uriOf(tag, false));
  for (const { name: attribute, value } of attributes) node.setAttribute(attribute, value, uriOf(attribute, true));
  parent.append(node);
  if (reader.text.startsWith('/>', reader.at)) {
    reader.at += 2;
    return;
  }
  if (reader.text[reader.at] !== '>')
    throw reader.at >= reader.text.length
      ? fail(reader, 'Data at the root level is invalid.', 0)
      : fail(reader, `'${reader.text[reader.at]}' is an unexpected token. The expected token is '>'.`);
  reader.at++;
  content(reader, node, namespaces, { name: tag, at: start });
  node.longForm = node.children.length === 0;
}

function readAttributes(reader: Reader): { name: string; value: string }[] {
  const list: { name: string; value: string }[] = [];
  for (;;) {
    space(reader);
    const c = reader.text[reader.at];
    if (c === undefined || c === '>' || reader.text.startsWith('/>', reader.at)) return list;
    const start = reader.at;
    const attribute = name(reader);
    if (list.some((other) => other.name === attribute))
      throw fail(reader, `'${attribute}' is a duplicate attribute name.`, start);
    space(reader);
    if (reader.text[reader.at] !== '=')
      throw fail(reader, `'${reader.text[reader.at] ?? ''}' is an unexpected token. The expected token is '='.`);
    reader.at++;
    space(reader);
    const quote = reader.text[reader.at];
    if (quote !== '"' && quote !== "'")
      throw fail(reader, `'${quote ?? ''}' is an unexpected token. The expected token is '"' or '''.`);
    const from = reader.at + 1;
    const raw = until(reader, quote, from);
    list.push({ name: attribute, value: decode(reader, raw, from).replace(/[\n\t]/g, ' ') });
  }
}
