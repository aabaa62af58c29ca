// Expressions and what the reference gives for them, a line each: `expression => [Type] value`, or exception, error id, category and
// message. Lines that depend on the clock or on the machine are left out of the comparison.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cmdlets } from '../../../cmdlets/index.ts';
import { Engine } from '../../../src/runtime/engine.ts';
import { createTestHost } from '../../support/test-host.ts';

const SHOW = `function t($s) {
  try { $r = & $s; if ($null -eq $r) { "$s => null" } else { "$s => [" + $r.GetType().Name + '] ' + ($r -join '|') } }
  catch { $e = $_.Exception; "$s => " + $e.GetType().Name + ' / ' + $_.FullyQualifiedErrorId + ' / ' + CATEGORY + ' / ' + $e.Message }
}
$d = [datetime]'2024-03-05T14:07:09.1234567'; $s = [timespan]'1.02:03:04.0506'`;

/** What differs, and why. */
const DEVIATIONS: Record<string, string> = {
  '[math]::Max(1,[byte]2)': 'the reference prefers the narrower overload here',
  "(1234.5).ToString('N1','de-DE')": 'no overload fits; here the closest one reports its argument',
  "[timespan]::TryParse('x',[ref]$s)": '$s is a variable of the recording script',
  "[System.IO.FileInfo]'C:\\x.txt'": 'paths are those of Windows',
};

function recorded(name: string): [expression: string, expected: string][] {
  const text = readFileSync(new URL(`../../fixtures/values/${name}.txt`, import.meta.url), 'utf8');
  const pairs: [string, string][] = [];
  for (const line of text.split('\n')) {
    const match = /^(.+?) => (.*)$/.exec(line);
    if (match) pairs.push([match[1]!, match[2]!]);
    else if (pairs.length > 0 && line !== '') pairs.at(-1)![1] += `\n${line}`;
  }
  return pairs.filter(([expression]) => !/get-date|New-TimeSpan/i.test(expression) && !DEVIATIONS[expression]);
}

function results(expressions: string[], category: string): string {
  const host = createTestHost();
  const script = `${SHOW.replace('CATEGORY', category)}\n${expressions.map((expression) => `t {${expression}}`).join('\n')}`;
  new Engine(host, cmdlets).execute(script);
  return host.output;
}

describe('recorded expressions', () => {
  for (const name of ['operators', 'comparison', 'conversions', 'numbers', 'dates', 'overloads']) {
    it(`${name} give what the reference gives`, () => {
      const pairs = recorded(name);
      const category = name === 'overloads' ? '$_.CategoryInfo.Category' : '$_.CategoryInfo.ToString()';
      const expected = pairs.map(([expression, value]) => `${expression} => ${value}`).join('\n');
      const actual = results(
        pairs.map(([expression]) => expression),
        category,
      );
      expect(actual.trimEnd().split('\n')).toEqual(expected.trimEnd().split('\n'));
    });
  }
});
