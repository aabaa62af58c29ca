// XPath 1.0 over XmlNode, as far as scripts use it: location paths with all the usual axes, predicates, operators, core functions.

import { DotNetException } from '../../errors.ts';
import { NODE, type XmlNode } from './nodes.ts';
import { parseXPath, type XPathExpression } from './xpath-parse.ts';

export type XPathValue = XmlNode[] | string | number | boolean;
interface Context {
  node: XmlNode;
  position: number;
  size: number;
  namespaces: Map<string, string>;
}

export function selectNodes(node: XmlNode, path: string, namespaces = new Map<string, string>()): XmlNode[] {
  const result = evaluate(parseXPath(path), { node, position: 1, size: 1, namespaces });
  if (!Array.isArray(result))
    throw new DotNetException('System.Xml.XPath.XPathException', `Expression must evaluate to a node-set.`);
  return result;
}

export function stringOf(value: XPathValue): string {
  if (Array.isArray(value)) return value[0]?.innerText ?? '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'number' ? (Number.isNaN(value) ? 'NaN' : String(value)) : value;
}
function numberOf(value: XPathValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = stringOf(value).trim();
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}
function booleanOf(value: XPathValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'number'
    ? value !== 0 && !Number.isNaN(value)
    : typeof value === 'string'
      ? value !== ''
      : value;
}

function evaluate(expression: XPathExpression, context: Context): XPathValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'path':
      return evaluatePath(expression, context);
    case 'negate':
      return -numberOf(evaluate(expression.operand, context));
    case 'call':
      return call(expression.name, expression.args, context);
    default:
      return binary(expression.operator, expression.left, expression.right, context);
  }
}

function binary(
  operator: string,
  leftExpression: XPathExpression,
  rightExpression: XPathExpression,
  context: Context,
): XPathValue {
  if (operator === 'or')
    return booleanOf(evaluate(leftExpression, context)) || booleanOf(evaluate(rightExpression, context));
  if (operator === 'and')
    return booleanOf(evaluate(leftExpression, context)) && booleanOf(evaluate(rightExpression, context));
  const left = evaluate(leftExpression, context);
  const right = evaluate(rightExpression, context);
  switch (operator) {
    case '|':
      return inDocumentOrder([...new Set([...(left as XmlNode[]), ...(right as XmlNode[])])]);
    case '+':
      return numberOf(left) + numberOf(right);
    case '-':
      return numberOf(left) - numberOf(right);
    case '*':
      return numberOf(left) * numberOf(right);
    case 'div':
      return numberOf(left) / numberOf(right);
    case 'mod':
      return numberOf(left) % numberOf(right);
    default:
      return comparePairs(operator, left, right);
  }
}
function comparePairs(operator: string, left: XPathValue, right: XPathValue): boolean {
  if (Array.isArray(left))
    return left.some((node) => comparePairs(operator, typeof right === 'boolean' ? true : node.innerText, right));
  if (Array.isArray(right)) return right.some((node) => comparePairs(operator, left, node.innerText));
  if (operator === '=' || operator === '!=') {
    const same =
      typeof left === 'boolean' || typeof right === 'boolean'
        ? booleanOf(left) === booleanOf(right)
        : typeof left === 'number' || typeof right === 'number'
          ? numberOf(left) === numberOf(right)
          : left === right;
    return same === (operator === '=');
  }
  const a = numberOf(left);
  const b = numberOf(right);
  return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
}

function evaluatePath(path: Extract<XPathExpression, { kind: 'path' }>, context: Context): XPathValue {
  let nodes: XmlNode[];
  if (path.start) {
    const start = evaluate(path.start, context);
    if (path.steps.length === 0 && path.predicates.length === 0) return start;
    nodes = filter(start as XmlNode[], path.predicates, context);
  } else nodes = [path.absolute ? context.node.owner : context.node];
  for (const step of path.steps) {
    const next = new Set<XmlNode>();
    for (const node of nodes) {
      const reached = [...axis(node, step.axis)].filter((candidate) => fits(candidate, step.test, step.axis, context));
      for (const found of filter(reached, step.predicates, context)) next.add(found);
    }
    nodes = nodes.length > 1 ? inDocumentOrder([...next]) : [...next];
  }
  return nodes;
}
function filter(nodes: XmlNode[], predicates: XPathExpression[], context: Context): XmlNode[] {
  let list = nodes;
  for (const predicate of predicates) {
    const size = list.length;
    list = list.filter((node, index) => {
      const value = evaluate(predicate, { node, position: index + 1, size, namespaces: context.namespaces });
      return typeof value === 'number' ? value === index + 1 : booleanOf(value);
    });
  }
  return list;
}

function* axis(node: XmlNode, name: string): IterableIterator<XmlNode> {
  switch (name) {
    case 'child':
      yield* node.children;
      return;
    case 'attribute':
      yield* node.attributes.filter((attribute) => attribute.name !== 'xmlns' && attribute.prefix !== 'xmlns');
      return;
    case 'self':
      yield node;
      return;
    case 'parent':
      if (node.parent) yield node.parent;
      return;
    case 'descendant':
      yield* node.descendants();
      return;
    case 'descendant-or-self':
      yield node;
      yield* node.descendants();
      return;
    case 'ancestor':
    case 'ancestor-or-self':
      if (name === 'ancestor-or-self') yield node;
      for (let up = node.parent; up; up = up.parent) yield up;
      return;
    case 'following-sibling':
      for (let next = node.sibling(1); next; next = next.sibling(1)) yield next;
      return;
    case 'preceding-sibling':
      for (let next = node.sibling(-1); next; next = next.sibling(-1)) yield next;
      return;
    case 'following':
    case 'preceding': {
      const all = [...node.owner.descendants()];
      const at = all.indexOf(node);
      const inside = new Set(node.descendants());
      if (name === 'following') yield* all.slice(at + 1).filter((other) => !inside.has(other));
      else
        yield* all
          .slice(0, at)
          .filter((other) => ![...other.descendants()].includes(node))
          .reverse();
      return;
    }
    default:
      throw new DotNetException('System.Xml.XPath.XPathException', `'${name}' has an invalid token.`);
  }
}

function fits(node: XmlNode, test: string, axisName: string, context: Context): boolean {
  if (test === 'node()') return true;
  if (test === 'text()')
    return node.nodeType === NODE.text || node.nodeType === NODE.cdata || node.nodeType === NODE.whitespace;
  if (test === 'comment()') return node.nodeType === NODE.comment;
  if (test.startsWith('processing-instruction(')) return node.nodeType === NODE.instruction;
  if (node.nodeType !== (axisName === 'attribute' ? NODE.attribute : NODE.element)) return false;
  if (test === '*') return true;
  const colon = test.indexOf(':');
  if (colon < 0) return node.localName === test && node.namespaceUri === '';
  const uri = context.namespaces.get(test.slice(0, colon));
  if (uri === undefined)
    throw new DotNetException(
      'System.Xml.XPath.XPathException',
      'Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.',
    );
  return node.namespaceUri === uri && (test.endsWith(':*') || node.localName === test.slice(colon + 1));
}

function inDocumentOrder(nodes: XmlNode[]): XmlNode[] {
  if (nodes.length < 2) return nodes;
  const order = new Map<XmlNode, number>();
  const visit = (node: XmlNode): void => {
    order.set(node, order.size);
    for (const attribute of node.attributes) order.set(attribute, order.size);
    node.children.forEach(visit);
  };
  visit(nodes[0]!.owner);
  return nodes.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function call(name: string, args: XPathExpression[], context: Context): XPathValue {
  const value = (index: number): XPathValue => (args[index] ? evaluate(args[index]!, context) : [context.node]);
  const text = (index: number): string => stringOf(value(index));
  const node = (): XmlNode | undefined => (value(0) as XmlNode[])[0];
  switch (name) {
    case 'position':
      return context.position;
    case 'last':
      return context.size;
    case 'count':
      return (value(0) as XmlNode[]).length;
    case 'name':
      return node()?.name ?? '';
    case 'local-name':
      return node()?.localName ?? '';
    case 'namespace-uri':
      return node()?.namespaceUri ?? '';
    case 'string':
      return text(0);
    case 'number':
      return numberOf(value(0));
    case 'boolean':
      return booleanOf(value(0));
    case 'not':
      return !booleanOf(value(0));
    case 'true':
      return true;
    case 'false':
      return false;
    case 'contains':
      return text(0).includes(text(1));
    case 'starts-with':
      return text(0).startsWith(text(1));
    case 'substring-before':
      return text(0).includes(text(1)) ? text(0).slice(0, text(0).indexOf(text(1))) : '';
    case 'substring-after':
      return text(0).includes(text(1)) ? text(0).slice(text(0).indexOf(text(1)) + text(1).length) : '';
    case 'substring': {
      const start = Math.round(numberOf(value(1)));
      const end = args[2] ? start + Math.round(numberOf(value(2))) : Number.POSITIVE_INFINITY;
      return [...text(0)].filter((_c, i) => i + 1 >= start && i + 1 < end).join('');
    }
    case 'string-length':
      return text(0).length;
    case 'normalize-space':
      return text(0).trim().replace(/\s+/g, ' ');
    case 'translate':
      return [...text(0)].map((c) => (text(1).includes(c) ? (text(2)[text(1).indexOf(c)] ?? '') : c)).join('');
    case 'concat':
      return args.map((_a, i) => text(i)).join('');
    case 'sum':
      return (value(0) as XmlNode[]).reduce((sum, item) => sum + numberOf(item.innerText), 0);
    case 'floor':
      return Math.floor(numberOf(value(0)));
    case 'ceiling':
      return Math.ceil(numberOf(value(0)));
    case 'round':
      return Math.round(numberOf(value(0)));
    default:
      throw new DotNetException(
        'System.Xml.XPath.XPathException',
        'Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.',
      );
  }
}
