// The little of XML that CLIXML needs: a tree of elements read from text, and escaping.

import { DotNetException } from '../errors.ts';

export interface Markup {
  name: string;
  attributes: Map<string, string>;
  children: Markup[];
  text: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
}

function malformed(text: string, position: number): DotNetException {
  const line = text.slice(0, position).split('\n').length;
  return new DotNetException('System.Xml.XmlException', `Data at the root level is invalid. Line ${line}, position 1.`);
}

/** Reads a document; throws an XmlException when tags do not fit. */
export function readMarkup(text: string): Markup {
  const root: Markup = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Markup[] = [root];
  const pattern =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
  let last = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const current = open[open.length - 1]!;
    const between = text.slice(last, match.index);
    if (between.includes('<')) throw malformed(text, match.index);
    current.text += decodeEntities(between);
    last = pattern.lastIndex;
    const [, cdata, closing, opening, attributes, empty] = match;
    if (cdata !== undefined) current.text += cdata;
    else if (closing !== undefined) {
      if (current.name !== closing) throw malformed(text, match.index);
      open.pop();
    } else if (opening !== undefined) {
      const element: Markup = { name: opening, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      current.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [document] = root.children;
  if (open.length !== 1 || document === undefined) throw malformed(text, text.length);
  return document;
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(name!, decodeEntities(double ?? single ?? ''));
  }
  return found;
}
