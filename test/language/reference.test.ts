// What the reference's own parser gave for some 1,000 small scripts: trees with extents, or errors with id, extent,
// text and whether more input could help. The few places where we differ are named with their reason.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { lines } from './tree.ts';

interface Recorded {
  script: string;
  tree?: string;
  errors?: [id: string, start: number, end: number, incomplete: boolean, message: string][];
}

const fixtures = new URL('../fixtures/language/', import.meta.url);
const recorded: Recorded[] = readFileSync(new URL('reference.jsonl', fixtures), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

/** Errors the reference finds with knowledge of types, modules or commands that a parser alone does not have. */
const beyondParsing =
  /TypeNotFound|CustomAttributeTypeNotFound|ModuleNotFound|ErrorLoadingAssembly|RequiresModule|InvalidUnderlyingType|InDataSection|ForDataSection/;

/** Scripts whose later errors, after the first, come out otherwise: only recovery differs. */
function onlyRecoveryDiffers(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one[0] === other[0];
}

/** Names in lower case; numbers as JavaScript writes them; an empty block's place, which the reference leaves at 0, left out. */
function normal(tree: string): string[] {
  return tree
    .toLowerCase()
    .split('\n')
    .map((line) => line.replace(/^( *(?:statementblock|namedblock)) (\d+)-\2/, '$1 empty'))
    .map((line) =>
      line.replace(
        /^( *number \S+ double) (.*)$/,
        (_, head, value) => `${head} ${Number(value.replace('∞', 'Infinity'))}`,
      ),
    );
}

function describeErrors(script: string): string[] {
  return parse(script).errors.map((error) =>
    [error.id, error.start, error.end, error.incomplete, error.message].join(' | '),
  );
}

/** Differences that are known, by script. */
const deviations: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('deviations.json', fixtures), 'utf8'),
);

describe('the parser gives what the reference gives', () => {
  const same: string[] = [];
  const different: string[] = [];
  for (const entry of recorded) {
    const expected = entry.errors?.map((error) => error.join(' | ')) ?? [];
    if (beyondParsing.test(expected.join(' '))) continue;
    const actual = describeErrors(entry.script);
    const equal =
      expected.length > 0 || actual.length > 0
        ? expected.join('\n') === actual.join('\n')
        : normal(entry.tree!).join('\n') === normal(lines(entry.script)).join('\n');
    (equal ? same : different).push(entry.script);
  }
  it('differs only where a reason is given', () => {
    expect(different.filter((script) => deviations[script] === undefined)).toEqual([]);
  });
  it('has no reason for what does not differ', () => {
    expect(same.filter((script) => deviations[script] !== undefined)).toEqual([]);
  });
  it('reports the same first error nearly everywhere', () => {
    const wrong = recorded.filter((entry) => {
      const expected = entry.errors?.map((error) => error.join(' | ')) ?? [];
      if (beyondParsing.test(expected.join(' '))) return false;
      const actual = describeErrors(entry.script);
      return (expected.length > 0 || actual.length > 0) && !onlyRecoveryDiffers(expected, actual);
    });
    expect(wrong.length).toBeLessThan(35);
  });
});

describe('numbers', () => {
  it('have the reference type and value', () => {
    const wrong: string[] = [];
    for (const line of readFileSync(new URL('numbers.tsv', fixtures), 'utf8').split('\n').filter(Boolean)) {
      const [source, expected] = line.split('\t') as [string, string];
      const { errors } = parse(source);
      const found = /number \S+ (.*)/.exec(normal(lines(source)).join('\n'));
      const actual = errors.length > 0 ? errors[0]!.id.toLowerCase() : (found?.[1] ?? 'word');
      const wanted = normal(` number 0-0 ${expected}`)[0]!.replace(/^ number 0-0 /, '');
      if (actual !== wanted && !(wanted.startsWith('decimal 0.0') && actual === 'decimal 0'))
        wrong.push(`${source}: ${actual} for ${wanted}`);
    }
    expect(wrong).toEqual([]);
  });
});
