// System.Xml: XmlDocument and its nodes, XmlNamespaceManager, XmlWriter in the little that scripts use.

import { toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { castFailure } from '../conversion-errors.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { NODE, XmlNode, XmlNodeList } from '../xml/nodes.ts';
import { parseXml } from '../xml/parse.ts';
import { innerXml, outerXml, savedXml } from '../xml/write.ts';
import { selectNodes } from '../xml/xpath.ts';
import { decodeFile, withFile } from './file-types.ts';
import type { TextWriter } from './text-types.ts';

export class XmlNamespaceManager {
  readonly map = new Map<string, string>();
  get psType(): PSType {
    return knownType('System.Xml.XmlNamespaceManager');
  }
}

export function newDocument(): XmlNode {
  return new XmlNode(NODE.document, '', null);
}
/** [xml]text */
export function documentFrom(text: string): XmlNode {
  const document = newDocument();
  if (text !== '') parseXml(text, document);
  return document;
}

const list = (node: XmlNode): XmlNodeList => new XmlNodeList(node.children, 'System.Xml.XmlChildNodes');
const found = (nodes: XmlNode[]): XmlNodeList => new XmlNodeList(nodes, 'System.Xml.XPathNodeList');
const M = 'System.Xml.XmlNamespaceManager';

function setInnerXml(node: XmlNode, xml: string): void {
  const holder = documentFrom(`<x>${xml}</x>`);
  node.clear();
  for (const child of [...holder.root!.children]) node.append(child.clone(true, node.owner));
}

function nodeProperties(): NonNullable<TypeSpec['properties']> {
  return {
    'string Name': (n: XmlNode) => n.name,
    'string LocalName': (n: XmlNode) => n.localName,
    'string NamespaceURI': (n: XmlNode) => n.namespaceUri,
    'string Prefix': (n: XmlNode) => n.prefix,
    'System.Xml.XmlNodeType NodeType': (n: XmlNode) => n.nodeType,
    'System.Xml.XmlNode ParentNode': (n: XmlNode) => (n.nodeType === NODE.attribute ? null : n.parent),
    'System.Xml.XmlDocument OwnerDocument': (n: XmlNode) => n.document,
    'bool IsEmpty': {
      get: (n: XmlNode) => n.children.length === 0 && !n.longForm,
      set: (n: XmlNode, value: boolean) => void (n.longForm = !value),
    },
    'System.Xml.XmlAttributeCollection Attributes': (n: XmlNode) =>
      n.nodeType === NODE.element ? new XmlNodeList(n.attributes, 'System.Xml.XmlAttributeCollection', n) : null,
    'bool HasAttributes': (n: XmlNode) => n.attributes.length > 0,
    'System.Object SchemaInfo': () => null,
    'string InnerXml': { get: innerXml, set: setInnerXml },
    'string InnerText': {
      get: (n: XmlNode) => n.innerText,
      set: (n: XmlNode, text: string) => void (n.innerText = text),
    },
    'System.Xml.XmlNode NextSibling': (n: XmlNode) => n.sibling(1),
    'System.Xml.XmlNode PreviousSibling': (n: XmlNode) => n.sibling(-1),
    'string Value': { get: (n: XmlNode) => n.value, set: (n: XmlNode, text: string) => void (n.value = text) },
    'System.Xml.XmlNodeList ChildNodes': list,
    'System.Xml.XmlNode FirstChild': (n: XmlNode) => n.children[0] ?? null,
    'System.Xml.XmlNode LastChild': (n: XmlNode) => n.children.at(-1) ?? null,
    'bool HasChildNodes': (n: XmlNode) => n.children.length > 0,
    'bool IsReadOnly': () => false,
    'string OuterXml': outerXml,
    'string BaseURI': () => '',
    'System.Xml.XmlNode PreviousText': () => null,
  };
}
function nodeMethods(): NonNullable<TypeSpec['methods']> {
  const N = 'System.Xml.XmlNode';
  const uris = (manager: XmlNamespaceManager | null): Map<string, string> => manager?.map ?? new Map();
  const beside = (n: XmlNode, child: XmlNode, reference: XmlNode | null, after: number): XmlNode =>
    n.insert(child, reference ? n.children.indexOf(reference) + after : after ? 0 : n.children.length);
  return {
    [`${N} AppendChild(${N} newChild)`]: (n: XmlNode, child: XmlNode) => n.append(child),
    [`${N} PrependChild(${N} newChild)`]: (n: XmlNode, child: XmlNode) => n.insert(child, 0),
    [`${N} InsertBefore(${N} newChild, ${N} refChild)`]: (n: XmlNode, child: XmlNode, reference: XmlNode | null) =>
      beside(n, child, reference, 0),
    [`${N} InsertAfter(${N} newChild, ${N} refChild)`]: (n: XmlNode, child: XmlNode, reference: XmlNode | null) =>
      beside(n, child, reference, 1),
    [`${N} RemoveChild(${N} oldChild)`]: (n: XmlNode, child: XmlNode) => n.remove(child),
    [`${N} ReplaceChild(${N} newChild, ${N} oldChild)`]: (n: XmlNode, child: XmlNode, old: XmlNode) => {
      n.insert(child, n.children.indexOf(old));
      return n.remove(old);
    },
    'void RemoveAll()': (n: XmlNode) => {
      n.clear();
      n.attributes.length = 0;
    },
    [`${N} CloneNode(bool deep)`]: (n: XmlNode, deep: boolean) => n.clone(deep),
    [`${N} Clone()`]: (n: XmlNode) => n.clone(true),
    'System.Collections.IEnumerator GetEnumerator()': (n: XmlNode) => new Enumerator(n.children),
    'void Normalize()': () => undefined,
    'System.Xml.XmlNodeList SelectNodes(string xpath)': (n: XmlNode, path: string) => found(selectNodes(n, path)),
    [`System.Xml.XmlNodeList SelectNodes(string xpath, ${M} nsmgr)`]: (
      n: XmlNode,
      path: string,
      m: XmlNamespaceManager,
    ) => found(selectNodes(n, path, uris(m))),
    [`${N} SelectSingleNode(string xpath)`]: (n: XmlNode, path: string) => selectNodes(n, path)[0] ?? null,
    [`${N} SelectSingleNode(string xpath, ${M} nsmgr)`]: (n: XmlNode, path: string, m: XmlNamespaceManager) =>
      selectNodes(n, path, uris(m))[0] ?? null,
    'string GetNamespaceOfPrefix(string prefix)': (n: XmlNode, prefix: string) => {
      for (let up: XmlNode | null = n; up; up = up.parent) {
        const declared = up.attribute(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
        if (declared) return declared.data;
      }
      return '';
    },
  };
}

function byTag(n: XmlNode, tag: string): XmlNodeList {
  return new XmlNodeList(
    [...n.descendants()].filter((node) => node.nodeType === NODE.element && (tag === '*' || node.name === tag)),
    'System.Xml.XmlElementList',
  );
}
function elementMethods(): NonNullable<TypeSpec['methods']> {
  return {
    'string GetAttribute(string name)': (n: XmlNode, name: string) => n.attribute(name)?.data ?? '',
    'string GetAttribute(string localName, string namespaceURI)': (n: XmlNode, name: string, uri: string) =>
      n.attributes.find((a) => a.localName === name && a.namespaceUri === uri)?.data ?? '',
    'System.Xml.XmlAttribute GetAttributeNode(string name)': (n: XmlNode, name: string) => n.attribute(name) ?? null,
    'void SetAttribute(string name, string value)': (n: XmlNode, name: string, value: string) =>
      void n.setAttribute(name, value),
    'string SetAttribute(string localName, string namespaceURI, string value)': (
      n: XmlNode,
      name: string,
      uri: string,
      value: string,
    ) => n.setAttribute(name, value, uri).data,
    'bool HasAttribute(string name)': (n: XmlNode, name: string) => n.attribute(name) !== undefined,
    'void RemoveAttribute(string name)': (n: XmlNode, name: string) => n.removeAttribute(name),
    'System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)': (n: XmlNode, attribute: XmlNode) =>
      n.setAttribute(attribute.name, attribute.data),
    'void RemoveAllAttributes()': (n: XmlNode) => void (n.attributes.length = 0),
    'System.Xml.XmlNodeList GetElementsByTagName(string name)': byTag,
  };
}

function documentMethods(): NonNullable<TypeSpec['methods']> {
  const load = (n: XmlNode, path: string): void =>
    parseXml(
      withFile(path, (full) => decodeFile(host().files.read(full))),
      n,
    );
  return {
    'void LoadXml(string xml)': (n: XmlNode, xml: string) => parseXml(xml, n),
    'void Load(string filename)': load,
    'void Load(System.IO.TextReader txtReader)': (n: XmlNode, reader: { readToEnd(): string }) =>
      parseXml(reader.readToEnd(), n),
    'void Save(string filename)': (n: XmlNode, path: string) =>
      withFile(path, (full) => host().files.write(full, new TextEncoder().encode(savedXml(n, undefined)))),
    'void Save(System.IO.TextWriter writer)': (n: XmlNode, writer: TextWriter) =>
      writer.write(savedXml(n, writer.typeName === 'System.IO.StringWriter' ? 'utf-16' : 'utf-8')),
    'System.Xml.XmlElement CreateElement(string name)': (n: XmlNode, name: string) => n.make(NODE.element, name),
    'System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)': (
      n: XmlNode,
      name: string,
      uri: string,
    ) => n.make(NODE.element, name, '', uri),
    'System.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)': (
      n: XmlNode,
      prefix: string,
      name: string,
      uri: string,
    ) => n.make(NODE.element, prefix === '' ? name : `${prefix}:${name}`, '', uri),
    'System.Xml.XmlAttribute CreateAttribute(string name)': (n: XmlNode, name: string) => n.make(NODE.attribute, name),
    'System.Xml.XmlText CreateTextNode(string text)': (n: XmlNode, text: string) => n.make(NODE.text, '', text),
    'System.Xml.XmlComment CreateComment(string data)': (n: XmlNode, text: string) => n.make(NODE.comment, '', text),
    'System.Xml.XmlCDataSection CreateCDataSection(string data)': (n: XmlNode, text: string) =>
      n.make(NODE.cdata, '', text),
    'System.Xml.XmlDocumentFragment CreateDocumentFragment()': (n: XmlNode) => n.make(NODE.fragment, ''),
    'System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)': (
      n: XmlNode,
      version: string,
      encoding: string,
      standalone: string,
    ) =>
      n.make(
        NODE.declaration,
        'xml',
        `version="${version}"${encoding ? ` encoding="${encoding}"` : ''}${standalone ? ` standalone="${standalone}"` : ''}`,
      ),
    'System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)': (n: XmlNode, node: XmlNode, deep: boolean) =>
      node.clone(deep, n),
    'System.Xml.XmlNodeList GetElementsByTagName(string name)': byTag,
    'System.Xml.XmlElement GetElementById(string elementId)': (n: XmlNode, id: string) =>
      [...n.descendants()].find((node) => node.attribute('id')?.data === id) ?? null,
  };
}

function listType(name: string): TypeSpec {
  const at = (l: XmlNodeList, index: number): Value => l.items[index] ?? null;
  const named = (l: XmlNodeList, key: string): Value => l.items.find((node) => node.name === key) ?? null;
  const collection = name === 'System.Xml.XmlAttributeCollection';
  return {
    name,
    base: collection ? 'System.Object' : name === 'System.Xml.XmlNodeList' ? 'System.Object' : 'System.Xml.XmlNodeList',
    interfaces: ['System.Collections.IEnumerable'],
    properties: { 'int Count': (l: XmlNodeList) => l.items.length },
    methods: {
      'System.Xml.XmlNode Item(int index)': at,
      'System.Xml.XmlNode get_ItemOf(int index)': at,
      'System.Collections.IEnumerator GetEnumerator()': (l: XmlNodeList) => new Enumerator(l.items),
      ...(collection
        ? {
            'System.Xml.XmlNode Item(string name)': named,
            'System.Xml.XmlNode GetNamedItem(string name)': named,
            'System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)': (l: XmlNodeList, node: XmlNode) => {
              node.parent = l.owner ?? null;
              l.items.push(node);
              return node;
            },
            'System.Xml.XmlNode RemoveNamedItem(string name)': (l: XmlNodeList, key: string) => {
              const index = l.items.findIndex((node) => node.name === key);
              if (index < 0) return null;
              return l.items.splice(index, 1)[0];
            },
          }
        : {}),
    },
  };
}

export function xmlTypes(): TypeSpec[] {
  const X = 'System.Xml';
  const assembly = 'System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51';
  const convert = (value: Value, type: PSType): Value => {
    if (value instanceof XmlNode) return value.nodeType === NODE.document ? value : undefined;
    const text = Array.isArray(value)
      ? value.map((line) => toText(line)).join('\n')
      : typeof value === 'string'
        ? value
        : undefined;
    if (text === undefined) return undefined;
    try {
      return documentFrom(text);
    } catch (error) {
      if (error instanceof DotNetException) throw castFailure(text, type, error, 'InvalidCastToXmlDocument');
      throw error;
    }
  };
  const leaf = (name: string, base = `${X}.XmlNode`): TypeSpec => ({ name: `${X}.${name}`, base, assembly });
  return [
    {
      name: `${X}.XmlNode`,
      abstract: true,
      assembly,
      interfaces: ['System.ICloneable', 'System.Collections.IEnumerable', 'System.Xml.XPath.IXPathNavigable'],
      properties: nodeProperties(),
      methods: nodeMethods(),
    },
    { name: `${X}.XmlLinkedNode`, base: `${X}.XmlNode`, abstract: true, assembly },
    { ...leaf('XmlElement', `${X}.XmlLinkedNode`), properties: nodeProperties(), methods: elementMethods() },
    leaf('XmlAttribute'),
    leaf('XmlCharacterData', `${X}.XmlLinkedNode`),
    leaf('XmlText', `${X}.XmlCharacterData`),
    leaf('XmlCDataSection', `${X}.XmlCharacterData`),
    leaf('XmlComment', `${X}.XmlCharacterData`),
    leaf('XmlWhitespace', `${X}.XmlCharacterData`),
    leaf('XmlProcessingInstruction', `${X}.XmlLinkedNode`),
    leaf('XmlDeclaration', `${X}.XmlLinkedNode`),
    leaf('XmlDocumentType', `${X}.XmlLinkedNode`),
    leaf('XmlDocumentFragment'),
    {
      ...leaf('XmlDocument'),
      convert,
      constructors: { '()': newDocument },
      properties: {
        'System.Xml.XmlElement DocumentElement': (n: XmlNode) => n.root,
        'bool PreserveWhitespace': {
          get: (n: XmlNode) => n.preserveWhitespace,
          set: (n: XmlNode, value: boolean) => void (n.preserveWhitespace = value),
        },
        'System.Object NameTable': () => null,
      },
      methods: documentMethods(),
    },
    listType(`${X}.XmlNodeList`),
    listType(`${X}.XmlChildNodes`),
    listType(`${X}.XPathNodeList`),
    listType(`${X}.XmlElementList`),
    listType(`${X}.XmlAttributeCollection`),
    {
      name: M,
      assembly,
      constructors: { '(System.Object nameTable)': () => new XmlNamespaceManager() },
      methods: {
        'void AddNamespace(string prefix, string uri)': (m: XmlNamespaceManager, prefix: string, uri: string) =>
          void m.map.set(prefix, uri),
        'string LookupNamespace(string prefix)': (m: XmlNamespaceManager, prefix: string) => m.map.get(prefix) ?? null,
        'bool HasNamespace(string prefix)': (m: XmlNamespaceManager, prefix: string) => m.map.has(prefix),
      },
    },
  ];
}
