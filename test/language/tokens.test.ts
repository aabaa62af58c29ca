// Tokens for colouring: what each piece of a line is to the reader, for wrong and unfinished lines too.

import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/tokens.ts';

function pieces(source: string): string {
  return tokenize(source)
    .tokens.filter((token) => token.class !== 'text')
    .map((token) => `${token.class}${token.nested ? '*' : ''} ${source.slice(token.start, token.end)}`)
    .join(', ');
}

const rows: readonly (readonly [source: string, pieces: string])[] = [
  ['Get-Queue -Identity EX01 # all', 'command Get-Queue, parameter -Identity, comment # all'],
  ['$q.Count -gt 5kb', 'variable $q, member Count, operator -gt, number 5kb'],
  ['if ($a) { foo | bar }', 'keyword if, variable $a, command foo, operator |, command bar'],
  ['"a $b $(foo)"', 'string "a $b $(foo)", variable* $b, command* foo'],
  ['[List[int]]$x', 'type List, type int, variable $x'],
  ['function Get-It { }', 'keyword function, command Get-It'],
  ['@{ a = 1 }', 'member a, operator =, number 1'],
  ['foo if', 'command foo'],
  ['"abc $(foo', 'string "abc $(foo, command* foo'],
  ['foo | ', 'command foo, operator |'],
  ["'open", "string 'open"],
  ['<# open', 'comment <# open'],
];

describe('tokens are classified', () => {
  for (const [source, expected] of rows) it(JSON.stringify(source), () => expect(pieces(source)).toBe(expected));
});
