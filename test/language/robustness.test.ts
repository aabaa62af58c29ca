// Nothing that is typed makes the parser throw, hang or forget where it is.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { visit } from '../../src/language/visit.ts';

const scripts: string[] = ['language', 'cmdlets'].flatMap((name) =>
  readFileSync(new URL(`../fixtures/goldens/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).script as string),
);

const fragments = fc.constantFrom(
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '`',
    '$',
    '@',
    '|',
    '&&',
    '||',
    ';',
    ',',
    '\n',
    '=',
    '+',
    '--',
    '..',
    '::',
    '.',
    '?',
    '?.',
    ':',
  ],
  ...[
    '#',
    '<#',
    '@"\n',
    '\n"@',
    '$(',
    '@(',
    '@{',
    '${',
    ' ',
    '%',
    '!',
    '2>&1',
    '<',
    '--%',
    'if',
    'foreach',
    'in',
    'class A',
    'param',
    'begin',
  ],
  ...['switch', 'try', 'catch', '1kb', '0x', '-eq', '-foo', '“', '’', '–', '\u0000', '\r', 'using', 'data', 'enum'],
);

function checkAll(source: string): void {
  const { ast, errors } = parse(source);
  for (const error of errors) {
    expect(error.start).toBeGreaterThanOrEqual(0);
    expect(error.end).toBeGreaterThanOrEqual(error.start);
    expect(error.end).toBeLessThanOrEqual(source.length + 1);
  }
  visit(ast, (node) => {
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    return undefined;
  });
  let last = 0;
  for (const token of tokenize(source).tokens) {
    expect(token.start).toBeGreaterThanOrEqual(last);
    expect(token.end).toBeLessThanOrEqual(source.length);
    last = token.start;
  }
}

describe('any input', () => {
  it('made of fragments is parsed', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), (parts) => checkAll(parts.join(''))),
      { numRuns: 1500, seed: 7 },
    );
  }, 60000);
  it('made of any characters is parsed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), checkAll), { numRuns: 500, seed: 7 });
  });
  it('made by damaging a recorded script is parsed', () => {
    const damage = fc.record({
      script: fc.constantFrom(...scripts),
      at: fc.nat(400),
      length: fc.nat(5),
      insert: fragments,
    });
    fc.assert(
      fc.property(damage, ({ script, at, length, insert }) =>
        checkAll(script.slice(0, at) + insert + script.slice(at + length)),
      ),
      { numRuns: 1500, seed: 7 },
    );
  }, 60000);
  it('cut off anywhere is parsed', () => {
    for (const script of scripts.filter((text) => text.length < 200).slice(0, 60)) {
      for (let end = 0; end <= script.length; end++) checkAll(script.slice(0, end));
    }
  }, 60000);
});

describe('large input', () => {
  for (const open of ['(', '{', '@{a=', '@(', '"$(', 'if(1){', '[int]', '-not ', '$a ? 1 : ', '[A(']) {
    it(`10,000 times ${open} is too complex, or merely wrong`, () => {
      const { errors } = parse(open.repeat(10000));
      expect(errors.length).toBeGreaterThan(0);
    });
  }
  it('of 200 KB takes little time', () => {
    const sources = ['foo bar;', '1 2 ', '$a.b[0];', '"$(1)";', ')', '`', '$', '@', '<# ', '# a\n', '@{a=1}\n'];
    for (const source of sources) {
      const before = performance.now();
      parse(source.repeat(Math.ceil(200000 / source.length)));
      // Milliseconds are enough; the limit is one that only work beyond linear passes.
      expect(performance.now() - before).toBeLessThan(10000);
    }
  }, 120000);
});
