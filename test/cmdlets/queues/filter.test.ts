// The filter language of the queue cmdlets: whatever is written down is read back, evaluates as -eq, -gt and the rest say, and what
// can't be read is a FilterSyntaxError, never anything else.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter, type FilterTable } from '../../../cmdlets/exchange/support/filter.ts';
import {
  type FilterNode,
  type FilterOperator,
  FilterSyntaxError,
  parseFilter,
} from '../../../cmdlets/exchange/support/filter-syntax.ts';

interface Item {
  name: string;
  count: number;
  size: number;
}
const table: FilterTable<Item> = new Map([
  ['name', { kind: 'string', get: (item: Item) => item.name }],
  ['count', { kind: 'number', get: (item: Item) => item.count }],
  ['size', { kind: 'size', get: (item: Item) => item.size }],
]);
const noVariables = {
  variable: (): string => {
    throw new Error('the filter has no variables');
  },
};
const evaluate = (text: string, item: Item): boolean => compileFilter(text, table, noVariables)(item);

const operators: FilterOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

// ---------------------------------------------------------------- filters as trees

const text = fc.string({ unit: fc.constantFrom(...'abcXYZ 019.*-\'"\\@$({') }).filter((value) => !value.includes('$'));
const comparison: fc.Arbitrary<FilterNode> = fc
  .record({
    property: fc.constantFrom('Name', 'Count', 'Size'),
    operator: fc.constantFrom(...operators),
    value: text,
    number: fc.nat(1000),
  })
  .map(({ property, operator, value, number }) => ({
    kind: 'comparison',
    property,
    operator,
    value: { text: property === 'Name' ? value : String(number), quoted: property === 'Name' },
  }));
const tree: fc.Arbitrary<FilterNode> = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    comparison,
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('node'), right: tie('node') }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('node') }),
  ),
})).node;

/** Everything in parentheses, so that nothing depends on precedence. */
function written(node: FilterNode): string {
  if (node.kind === 'not') return `-not (${written(node.operand)})`;
  if ('left' in node) return `(${written(node.left)}) -${node.kind} (${written(node.right)})`;
  const { value } = node;
  if (!('text' in value)) throw new Error('only texts are made here');
  return `${node.property} -${node.operator} ${value.quoted ? `'${value.text.replaceAll("'", "''")}'` : value.text}`;
}

function holds(node: FilterNode, item: Item): boolean {
  if (node.kind === 'not') return !holds(node.operand, item);
  if ('left' in node) {
    const [left, right] = [holds(node.left, item), holds(node.right, item)];
    return node.kind === 'and' ? left && right : left || right;
  }
  if (!('text' in node.value)) throw new Error('only texts are made here');
  const left = node.property === 'Name' ? item.name.toLowerCase() : node.property === 'Count' ? item.count : item.size;
  const right = node.property === 'Name' ? node.value.text.toLowerCase() : Number(node.value.text);
  const order = left < right ? -1 : left > right ? 1 : 0;
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[
    node.operator as 'eq'
  ];
}

const item: fc.Arbitrary<Item> = fc.record({ name: text, count: fc.nat(1000), size: fc.nat(1000) });

describe('filters of queues and messages', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(parseFilter(written(node))).toEqual(node);
      }),
    );
  });

  it('mean what their operators mean', () => {
    fc.assert(
      fc.property(tree, item, (node, candidate) => {
        expect(evaluate(written(node), candidate)).toBe(holds(node, candidate));
      }),
    );
  });

  it('mean the same in the braces of a script block', () => {
    fc.assert(
      fc.property(tree, item, (node, candidate) => {
        expect(evaluate(` { ${written(node)} } `, candidate)).toBe(evaluate(written(node), candidate));
      }),
    );
  });

  it('do not look at letter case', () => {
    fc.assert(
      fc.property(tree, item, (node, candidate) => {
        const upper = { ...candidate, name: candidate.name.toUpperCase() };
        expect(evaluate(written(node), upper)).toBe(evaluate(written(node), candidate));
      }),
    );
  });

  it('that cannot be read are syntax errors, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (any) => {
        try {
          compileFilter(any, table, { variable: () => 'x' });
        } catch (error) {
          expect(error).toBeInstanceOf(FilterSyntaxError);
        }
      }),
    );
  });

  it.each([
    "Name -eq 'a' -and",
    '-and Name -eq 1',
    'Name',
    "Name -foo 'a'",
    "(Name -eq 'a'",
    "Name -eq 'a' Name -eq 'b'",
    "Name -eq 'a",
    'Other -eq 1',
    "Count -eq 'many'",
    "Size -gt 'huge'",
  ])('%s is refused', (filter) => {
    expect(() => compileFilter(filter, table, noVariables)).toThrow();
  });

  it.each([
    ["Name -like '*b*'", true],
    ["Name -notlike 'b*'", true],
    ["Name -like 'abc'", true],
    ["Name -like 'ab'", false],
    ['Size -ge 1KB', true],
    ["Size -lt '1.5 KB (1,536 bytes)'", true],
    ['Name -ne $null', true],
    ['Name -eq $null', false],
    ["-not (Name -eq 'abc') -or Count -eq 7", true],
    ["! (Name -eq 'abc')", false],
  ])('%s of abc, 7 and 1 KB is %s', (filter, expected) => {
    expect(evaluate(filter, { name: 'abc', count: 7, size: 1024 })).toBe(expected);
  });

  it('know the variables of the script', () => {
    const test = compileFilter('Name -eq $wanted', table, { variable: (name) => (name === 'wanted' ? 'abc' : '') });
    expect(test({ name: 'ABC', count: 0, size: 0 })).toBe(true);
  });
});
