// The recorded scripts: those that ran parse without errors, those the reference refused to parse give its first error.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';

interface Golden {
  id: string;
  script: string;
  output: string;
}

const goldens: Golden[] = ['language', 'cmdlets'].flatMap((name) =>
  readFileSync(new URL(`../fixtures/goldens/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);

/** A script that could not be parsed printed nothing but its errors, the first of them at its very beginning. */
const refused = /^At <dir>\/s\.ps1:\d+ char:\d+\n[\s\S]*\+ CategoryInfo +: ParserError: \(:\) \[\], ParseException/;

describe('recorded scripts', () => {
  it('parse without errors if they ran', () => {
    const failed = goldens.filter(({ output, script }) => !refused.test(output) && parse(script).errors.length > 0);
    expect(failed.map(({ id }) => id)).toEqual([]);
  });

  for (const { id, script, output } of goldens.filter((golden) => refused.test(golden.output))) {
    it(`${id} gives the error that was printed`, () => {
      const { errors, ast } = parse(script);
      const [, line, column] = /^At <dir>\/s\.ps1:(\d+) char:(\d+)/.exec(output)!;
      expect(ast.source.position(errors[0]!.start)).toEqual({ line: Number(line), column: Number(column) });
      expect(output).toContain(errors[0]!.message);
      expect(output).toContain(`FullyQualifiedErrorId : ${errors[0]!.id}`);
    });
  }
});
