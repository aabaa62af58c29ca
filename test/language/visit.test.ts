// Walking the tree.

import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { children, nodesAt, parentsOf, visit } from '../../src/language/visit.ts';

const source = 'function f($p = 1) { foreach ($i in 1..3) { "a$i" | foo -x:$p 2>$null } }';

describe('visit', () => {
  it('meets parents before children, in the order of the text', () => {
    const kinds: string[] = [];
    visit(parse('foo (1 + $a) -b').ast, (node) => {
      kinds.push(node.kind);
      return undefined;
    });
    expect(kinds.join(' ')).toBe(
      'ScriptBlock NamedBlock Pipeline Command StringConstant Paren Pipeline CommandExpression Binary NumberConstant Variable CommandParameter',
    );
  });
  it('leaves out what the visitor refuses', () => {
    let count = 0;
    visit(parse(source).ast, (node) => {
      count++;
      return node.kind !== 'NamedBlock';
    });
    expect(count).toBe(2);
  });
  it('gives every node but the root a parent that holds it', () => {
    const { ast } = parse(source);
    const parents = parentsOf(ast);
    visit(ast, (node) => {
      if (node !== ast) expect(children(parents.get(node)!)).toContain(node);
      return undefined;
    });
  });
  it('walks a chain of 20,000 operators', () => {
    let count = 0;
    visit(parse(`1${'+1'.repeat(20000)}`).ast, () => {
      count++;
      return undefined;
    });
    expect(count).toBe(40005);
  });
  it('finds the nodes at an offset', () => {
    const path = nodesAt(parse(source).ast, source.indexOf('$i"') + 1);
    expect(path.map((node) => node.kind).slice(-3)).toEqual(['CommandExpression', 'ExpandableString', 'Variable']);
  });
});
