import { describe, expect, it } from 'vitest';
import { colourTokens } from '../../src/host/terminal/colour.ts';

/** Each painted part with its colour's number, the rest left out. */
function painted(text: string): [string, string][] {
  return [...colourTokens(text).matchAll(/\x1b\[(\d+)m([^\x1b]+)\x1b\[0m/g)].map((match) => [match[2]!, match[1]!]);
}

describe('colours while typing', () => {
  it('tells commands, parameters, variables, strings and numbers apart', () => {
    expect(painted("Get-Queue -Identity $id -Filter 'a' 5 # end")).toEqual([
      ['Get-Queue', '93'],
      ['-Identity', '90'],
      ['$id', '92'],
      ['-Filter', '90'],
      ["'a'", '36'],
      ['5', '97'],
      ['# end', '32'],
    ]);
  });

  it('finds keywords in statements, and none among arguments', () => {
    expect(painted('if (1) { foo } else { bar if }').map(([text]) => text)).toEqual(['if', '1', 'foo', 'else', 'bar']);
  });

  it('keeps every character', () => {
    for (const text of [
      '',
      'if (',
      '"a $(1 + ',
      '@{ a = [int]1; "b" = 2 }',
      'a#b',
      '<# open',
      "x -y:'z' | % { $_.Name }",
    ]) {
      expect(colourTokens(text).replace(/\x1b\[\d+m/g, '')).toBe(text);
    }
  });
});
