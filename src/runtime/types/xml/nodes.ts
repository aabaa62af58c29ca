// XML nodes, and PowerShell's view of them: child elements and attributes as properties.

import { toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';

/** System.Xml.XmlNodeType. */
export const NODE = {
  element: 1,
  attribute: 2,
  text: 3,
  cdata: 4,
  instruction: 7,
  comment: 8,
  document: 9,
  doctype: 10,
  whitespace: 13,
  declaration: 17,
  fragment: 11,
} as const;
const CLASSES: Record<number, string> = {
  1: 'XmlElement',
  2: 'XmlAttribute',
  3: 'XmlText',
  4: 'XmlCDataSection',
  7: 'XmlProcessingInstruction',
  8: 'XmlComment',
  9: 'XmlDocument',
  10: 'XmlDocumentType',
  11: 'XmlDocumentFragment',
  13: 'XmlWhitespace',
  17: 'XmlDeclaration',
};
const FIXED_NAMES: Record<number, string> = {
  3: '#text',
  4: '#cdata-section',
  8: '#comment',
  9: '#document',
  11: '#document-fragment',
  13: '#whitespace',
  17: 'xml',
};

export class XmlNode {
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  readonly attributes: XmlNode[] = [];
  /** Text of text nodes, comments, attributes, instructions. */
  data = '';
  document: XmlNode | null;
  preserveWhitespace = false;
  /** `<a></a>` rather than `<a />`. */
  longForm = false;

  constructor(
    readonly nodeType: number,
    readonly givenName: string,
    document: XmlNode | null,
    public namespaceUri = '',
  ) {
    this.document = document;
  }
  get psType(): PSType {
    return knownType(`System.Xml.${CLASSES[this.nodeType]}`);
  }
  get name(): string {
    return FIXED_NAMES[this.nodeType] ?? this.givenName;
  }
  get prefix(): string {
    const colon = this.name.indexOf(':');
    return colon < 0 ? '' : this.name.slice(0, colon);
  }
  get localName(): string {
    return this.name.slice(this.name.indexOf(':') + 1);
  }
  get value(): string | null {
    return this.nodeType === NODE.element || this.nodeType === NODE.document || this.nodeType === NODE.fragment
      ? null
      : this.data;
  }
  set value(text: string | null) {
    if (this.value === null)
      throw new DotNetException(
        'System.InvalidOperationException',
        `Cannot set a value on node type '${CLASSES[this.nodeType]!.slice(3)}'.`,
      );
    this.data = text ?? '';
  }
  get innerText(): string {
    if (this.nodeType === NODE.comment || this.nodeType === NODE.instruction) return this.data;
    if (this.children.length === 0) return this.data;
    return this.children
      .map((child) =>
        child.nodeType === NODE.comment || child.nodeType === NODE.instruction || child.nodeType === NODE.declaration
          ? ''
          : child.innerText,
      )
      .join('');
  }
  set innerText(text: string) {
    if (this.nodeType !== NODE.element) {
      this.data = text;
      return;
    }
    this.clear();
    if (text !== '') this.append(this.owner.make(NODE.text, '', text));
  }
  /** The document, which is its own. */
  get owner(): XmlNode {
    return this.document ?? this;
  }
  make(type: number, name: string, data = '', namespaceUri = ''): XmlNode {
    const node = new XmlNode(type, name, this, namespaceUri);
    node.data = data;
    return node;
  }
  clear(): void {
    for (const child of this.children) child.parent = null;
    this.children.length = 0;
  }
  append(child: XmlNode): XmlNode {
    return this.insert(child, this.children.length);
  }
  insert(child: XmlNode, index: number): XmlNode {
    if (child.nodeType === NODE.fragment) {
      for (const part of [...child.children]) this.insert(part, index++);
      return child;
    }
    if (this.nodeType === NODE.document && child.nodeType === NODE.element && this.root) {
      throw new DotNetException(
        'System.InvalidOperationException',
        "This document already has a 'DocumentElement' node.",
      );
    }
    if (this.nodeType === NODE.document && (child.nodeType === NODE.text || child.nodeType === NODE.cdata)) {
      throw new DotNetException(
        'System.InvalidOperationException',
        'The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.',
      );
    }
    if (child.owner !== this.owner)
      throw new DotNetException(
        'System.ArgumentException',
        'The node to be inserted is from a different document context.',
      );
    const former = child.parent?.children.indexOf(child) ?? -1;
    if (former >= 0) {
      child.parent!.children.splice(former, 1);
      if (child.parent === this && former < index) index--;
    }
    child.parent = this;
    this.children.splice(index, 0, child);
    return child;
  }
  remove(child: XmlNode): XmlNode {
    const index = this.children.indexOf(child);
    if (index < 0)
      throw new DotNetException('System.ArgumentException', 'The node to be removed is not a child of this node.');
    this.children.splice(index, 1);
    child.parent = null;
    return child;
  }
  get root(): XmlNode | null {
    return this.children.find((child) => child.nodeType === NODE.element) ?? null;
  }
  sibling(step: 1 | -1): XmlNode | null {
    const list = this.parent?.children;
    return list ? (list[list.indexOf(this) + step] ?? null) : null;
  }
  attribute(name: string): XmlNode | undefined {
    return this.attributes.find((attribute) => attribute.name === name);
  }
  setAttribute(name: string, value: string, namespaceUri = ''): XmlNode {
    let attribute = this.attribute(name);
    if (!attribute) {
      attribute = this.owner.make(NODE.attribute, name, '', namespaceUri);
      attribute.parent = this;
      this.attributes.push(attribute);
    }
    attribute.data = value;
    return attribute;
  }
  removeAttribute(name: string): void {
    const index = this.attributes.findIndex((attribute) => attribute.name === name);
    if (index >= 0) this.attributes.splice(index, 1);
  }
  clone(deep: boolean, document: XmlNode = this.owner): XmlNode {
    const copy = new XmlNode(
      this.nodeType,
      this.givenName,
      this.nodeType === NODE.document ? null : document,
      this.namespaceUri,
    );
    const home = this.nodeType === NODE.document ? copy : document;
    copy.data = this.data;
    copy.longForm = this.longForm;
    for (const attribute of this.attributes) {
      const own = attribute.clone(true, home);
      own.parent = copy;
      copy.attributes.push(own);
    }
    if (deep) for (const child of this.children) copy.append(child.clone(true, home));
    return copy;
  }
  *descendants(): IterableIterator<XmlNode> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }
  toString(): string {
    return this.psType.id;
  }

  // PowerShell's adapter

  private matching(lowerName: string): XmlNode[] {
    const found = this.attributes.filter(
      (attribute) => attribute.localName.toLowerCase() === lowerName || attribute.name.toLowerCase() === lowerName,
    );
    for (const child of this.children) {
      if (child.nodeType === NODE.whitespace) continue;
      if (child.localName.toLowerCase() === lowerName || child.name.toLowerCase() === lowerName) found.push(child);
    }
    return found;
  }
  adaptedGet(lowerName: string): { value: Value } | undefined {
    const found = this.matching(lowerName);
    if (found.length === 0) return undefined;
    const values = found.map(adaptedValue);
    return { value: values.length === 1 ? values[0] : values };
  }
  adaptedSet(lowerName: string, value: Value): boolean {
    const found = this.matching(lowerName);
    if (found.length === 0) return false;
    const [only] = found;
    if (found.length > 1)
      throw cannotSet(lowerName, 'Cannot set the value because there is more than one node with that name.');
    if (typeof value !== 'string' && only!.nodeType === NODE.element)
      throw cannotSet(
        only!.localName,
        `Cannot set "${only!.localName}" because only strings can be used as values to set XmlNode properties.`,
      );
    const text = toText(value);
    if (only!.nodeType === NODE.element) {
      if (only!.attributes.length > 0 || only!.children.some((child) => child.nodeType === NODE.element)) return false;
      only!.innerText = text;
    } else only!.data = text;
    return true;
  }
  adaptedNames(): { name: string; typeName: string; settable: boolean }[] {
    const counts = new Map<string, XmlNode[]>();
    for (const node of [...this.attributes, ...this.children]) {
      if (node.nodeType === NODE.whitespace) continue;
      const list = counts.get(node.localName);
      if (list) list.push(node);
      else counts.set(node.localName, [node]);
    }
    return [...counts].map(([name, nodes]) => {
      const single = nodes.length === 1 ? adaptedValue(nodes[0]!) : undefined;
      const typeName =
        nodes.length > 1
          ? 'System.Object[]'
          : typeof single === 'string'
            ? 'System.String'
            : (single as XmlNode).psType.id;
      return { name, typeName, settable: typeof single === 'string' };
    });
  }
}

function cannotSet(name: string, message: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.SetValueInvocationException',
    `Exception setting "${name}": "${message}"`,
    { errorId: 'XmlNodeSetShouldBeAString', category: 'NotSpecified' },
  );
}

/** What a property gives: text for attributes and elements with nothing but text, else the node. */
function adaptedValue(node: XmlNode): Value {
  if (node.nodeType !== NODE.element) return node.nodeType === NODE.declaration ? node : node.data;
  if (node.attributes.some((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')) return node;
  if (node.children.length === 0) return '';
  return node.children.length === 1 && node.children[0]!.nodeType === NODE.text ? node.innerText : node;
}

/** XmlNodeList and XmlAttributeCollection. */
export class XmlNodeList {
  constructor(
    readonly items: XmlNode[],
    readonly typeName = 'System.Xml.XmlChildNodes',
    readonly owner?: XmlNode,
  ) {}
  get psType(): PSType {
    return knownType(this.typeName);
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.items[Symbol.iterator]();
  }
}
