// The XML of types.ps1xml and format.ps1xml files: elements and text. Attributes have no meaning there and are left out, which a
// library's document would keep.

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
  const tokens =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/g;
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
