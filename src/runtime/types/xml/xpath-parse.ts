// Parser of XPath 1.0 expressions.

import { DotNetException } from '../../errors.ts';

export interface XPathStep {
  axis: string;
  /** A name, `*`, `p:*`, or a node test such as `text()`. */
  test: string;
  predicates: XPathExpression[];
}
export type XPathExpression =
  | { kind: 'literal'; value: string | number }
  | { kind: 'path'; absolute: boolean; start?: XPathExpression; predicates: XPathExpression[]; steps: XPathStep[] }
  | { kind: 'negate'; operand: XPathExpression }
  | { kind: 'call'; name: string; args: XPathExpression[] }
  | { kind: 'binary'; operator: string; left: XPathExpression; right: XPathExpression };

const cache = new Map<string, XPathExpression>();

export function parseXPath(text: string): XPathExpression {
  let parsed = cache.get(text);
  if (!parsed) {
    const reader = new Reader(text);
    parsed = expression(reader, 0);
    if (reader.peek() !== undefined) throw reader.fail();
    if (cache.size > 200) cache.clear();
    cache.set(text, parsed);
  }
  return parsed;
}

const TOKEN =
  /\s*(?:("[^"]*"|'[^']*')|(\d+(?:\.\d*)?|\.\d+)|(\/\/|::|\.\.|!=|<=|>=|[/()[\]@,|+\-=<>*.$])|([\p{L}_][\p{L}\p{N}_.-]*(?::(?:\*|[\p{L}_][\p{L}\p{N}_.-]*))?))/uy;

class Reader {
  private readonly tokens: string[] = [];
  private at = 0;
  constructor(readonly text: string) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const from = TOKEN.lastIndex;
      const match = TOKEN.exec(text);
      if (!match) throw this.fail(from);
      this.tokens.push(match[0].trim());
    }
    if (this.tokens.length === 0) throw this.fail();
  }
  peek(offset = 0): string | undefined {
    return this.tokens[this.at + offset];
  }
  next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw this.fail();
    return token;
  }
  accept(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }
  expect(token: string): void {
    if (!this.accept(token)) throw this.fail();
  }
  fail(_at = 0): DotNetException {
    return new DotNetException('System.Xml.XPath.XPathException', `'${this.text}' has an invalid token.`);
  }
}

const LEVELS: string[][] = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div', 'mod']];

function expression(reader: Reader, level: number): XPathExpression {
  if (level === LEVELS.length) return unary(reader);
  let left = expression(reader, level + 1);
  for (let token = reader.peek(); token !== undefined && LEVELS[level]!.includes(token); token = reader.peek()) {
    const operator = reader.next();
    left = { kind: 'binary', operator, left, right: expression(reader, level + 1) };
  }
  return left;
}
function unary(reader: Reader): XPathExpression {
  if (reader.accept('-')) return { kind: 'negate', operand: unary(reader) };
  let left = path(reader);
  while (reader.accept('|')) left = { kind: 'binary', operator: '|', left, right: path(reader) };
  return left;
}

const NODE_TESTS = new Set(['text', 'node', 'comment', 'processing-instruction']);
const STEP_STARTS = /^(?:[.@*]|\.\.|[\p{L}_])/u;

function path(reader: Reader): XPathExpression {
  const token = reader.peek();
  if (token === undefined) throw reader.fail();
  const result: Extract<XPathExpression, { kind: 'path' }> = {
    kind: 'path',
    absolute: false,
    predicates: [],
    steps: [],
  };
  const start = primary(reader);
  if (start) {
    result.start = start;
    result.predicates = predicates(reader);
    if (reader.peek() !== '/' && reader.peek() !== '//') return result.predicates.length === 0 ? start : result;
  } else if (reader.accept('/')) {
    result.absolute = true;
    if (!STEP_STARTS.test(reader.peek() ?? '')) return result;
    result.steps.push(step(reader));
  } else if (reader.accept('//')) {
    result.absolute = true;
    result.steps.push(anywhere(), step(reader));
  } else result.steps.push(step(reader));
  for (;;) {
    if (reader.accept('/')) result.steps.push(step(reader));
    else if (reader.accept('//')) result.steps.push(anywhere(), step(reader));
    else return result;
  }
}
function anywhere(): XPathStep {
  return { axis: 'descendant-or-self', test: 'node()', predicates: [] };
}

/** Literals, parentheses and function calls; undefined when a location path begins. */
function primary(reader: Reader): XPathExpression | undefined {
  const token = reader.peek()!;
  if (token[0] === '"' || token[0] === "'") return { kind: 'literal', value: reader.next().slice(1, -1) };
  if (/^\.?\d/.test(token)) return { kind: 'literal', value: Number(reader.next()) };
  if (reader.accept('(')) {
    const inner = expression(reader, 0);
    reader.expect(')');
    return inner;
  }
  if (reader.peek(1) !== '(' || NODE_TESTS.has(token) || !/^[\p{L}_]/u.test(token)) return undefined;
  const name = reader.next();
  reader.expect('(');
  const args: XPathExpression[] = [];
  if (!reader.accept(')')) {
    do args.push(expression(reader, 0));
    while (reader.accept(','));
    reader.expect(')');
  }
  return { kind: 'call', name, args };
}

function step(reader: Reader): XPathStep {
  if (reader.accept('.')) return { axis: 'self', test: 'node()', predicates: predicates(reader) };
  if (reader.accept('..')) return { axis: 'parent', test: 'node()', predicates: predicates(reader) };
  let axis = 'child';
  if (reader.accept('@')) axis = 'attribute';
  else if (reader.peek(1) === '::') {
    axis = reader.next();
    reader.expect('::');
  }
  let test = reader.next();
  if (!/^(?:\*|[\p{L}_])/u.test(test)) throw reader.fail();
  if (NODE_TESTS.has(test) && reader.accept('(')) {
    if (!reader.accept(')')) {
      reader.next();
      reader.expect(')');
    }
    test += '()';
  }
  return { axis, test, predicates: predicates(reader) };
}
function predicates(reader: Reader): XPathExpression[] {
  const list: XPathExpression[] = [];
  while (reader.accept('[')) {
    list.push(expression(reader, 0));
    reader.expect(']');
  }
  return list;
}
