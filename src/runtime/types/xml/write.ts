// XML nodes as text.

import { NODE, type XmlNode } from './nodes.ts';

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;')
    .replace(/\t/g, '&#x9;');
}

export function outerXml(node: XmlNode): string {
  switch (node.nodeType) {
    case NODE.text:
    case NODE.whitespace:
      return escapeText(node.data);
    case NODE.cdata:
      return `<![CDATA[${node.data}]]>`;
    case NODE.comment:
      return `<!--${node.data}-->`;
    case NODE.declaration:
      return `<?xml ${node.data}?>`;
    case NODE.instruction:
      return `<?${node.name} ${node.data}?>`;
    case NODE.doctype:
      return `<!DOCTYPE ${node.name}>`;
    case NODE.attribute:
      return `${node.name}="${escapeAttribute(node.data)}"`;
    case NODE.element:
      return `${startTag(node)}${isEmpty(node) ? ' />' : `>${innerXml(node)}</${node.name}>`}`;
    default:
      return innerXml(node);
  }
}
export function innerXml(node: XmlNode): string {
  if (node.nodeType === NODE.attribute) return escapeAttribute(node.data);
  return node.children.map(outerXml).join('');
}
function isEmpty(node: XmlNode): boolean {
  return node.children.length === 0 && !node.longForm;
}
function startTag(node: XmlNode): string {
  return `<${node.name}${node.attributes.map((attribute) => ` ${outerXml(attribute)}`).join('')}`;
}

/** Indented as XmlDocument.Save does it: elements that hold text stay on one line. */
export function indentedXml(node: XmlNode, indent = '  ', depth = 0): string {
  if (node.nodeType === NODE.document) return node.children.map((child) => indentedXml(child, indent)).join('\n');
  if (node.nodeType !== NODE.element || node.children.length === 0) return outerXml(node);
  if (
    node.children.some(
      (child) => child.nodeType === NODE.text || child.nodeType === NODE.cdata || child.nodeType === NODE.whitespace,
    )
  )
    return outerXml(node);
  const inner = indent.repeat(depth + 1);
  const lines = node.children.map((child) => inner + indentedXml(child, indent, depth + 1));
  return `${startTag(node)}>\n${lines.join('\n')}\n${indent.repeat(depth)}</${node.name}>`;
}

/** Text that Save writes; the declaration names the writer's encoding. */
export function savedXml(document: XmlNode, encoding: string | undefined): string {
  const declaration = document.children.find((child) => child.nodeType === NODE.declaration);
  const rest = document.children.filter((child) => child !== declaration);
  const body = document.preserveWhitespace
    ? rest.map(outerXml).join('')
    : rest.map((child) => indentedXml(child)).join('\n');
  if (declaration) {
    const data =
      encoding === undefined
        ? declaration.data
        : declaration.data.replace(/encoding="[^"]*"/, `encoding="${encoding}"`);
    return `<?xml ${data}?>\n${body}`;
  }
  return encoding === undefined ? body : `<?xml version="1.0" encoding="${encoding}"?>\n${body}`;
}
