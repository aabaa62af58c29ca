// Reading .ps1xml files: the path, the text, and the elements of the XML document.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { decodeText } from '../../../../src/runtime/providers/text-encoding.ts';

/** An element with its children; `text` is what stands between its tags. */
export interface XmlElementNode {
  name: string;
  text: string;
  children: XmlElementNode[];
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return ENTITIES[entity] ?? all;
  });
}

/** The root element of a document. Attributes are of no meaning in these files. */
export function parseXml(text: string): XmlElementNode | undefined {
  const root: XmlElementNode = { name: '', text: '', children: [] };
  const open: XmlElementNode[] = [root];
  const tokens = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/g;
  for (const [, data, closing, opening, , selfClosing, content] of text.matchAll(tokens)) {
    const top = open[open.length - 1]!;
    if (data !== undefined) top.text += data;
    else if (closing !== undefined) {
      if (top.name !== closing || open.length === 1) return undefined;
      open.pop();
    } else if (opening !== undefined) {
      const element: XmlElementNode = { name: opening, text: '', children: [] };
      top.children.push(element);
      if (selfClosing !== '/') open.push(element);
    } else if (content !== undefined) top.text += decodeEntities(content);
  }
  return open.length === 1 ? root.children[0] : undefined;
}

export function child(element: XmlElementNode | undefined, name: string): XmlElementNode | undefined {
  return element?.children.find((node) => node.name === name);
}
export function childrenNamed(element: XmlElementNode | undefined, name: string): XmlElementNode[] {
  return element?.children.filter((node) => node.name === name) ?? [];
}
export function childText(element: XmlElementNode | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim();
}

/** The document of a file, or undefined after an error was written. */
export function readPs1Xml(cmdlet: CmdletContext, path: string, errorId: string): XmlElementNode | undefined {
  const full = cmdlet.engine.providers?.resolveFilePath(path) ?? path;
  const fail = (message: string, type: string): undefined => {
    cmdlet.error(cmdlet.makeError(message, errorId, 'InvalidOperation', path, type));
    return undefined;
  };
  if (!cmdlet.host.files.stat(full) || cmdlet.host.files.stat(full)!.directory) {
    return fail(`Cannot find path '${full}' because it does not exist.`, 'System.Management.Automation.ItemNotFoundException');
  }
  if (!/\.ps1xml$/i.test(full)) {
    return fail(`Cannot read the file "${full}" because it does not have the file name extension "ps1xml".`, 'System.Management.Automation.PSInvalidOperationException');
  }
  const document = parseXml(decodeText(cmdlet.host.files.read(full)));
  if (!document) return fail(`There were errors in loading the file: ${full} : The file is not well-formed XML.`, 'System.Management.Automation.RuntimeException');
  return document;
}
