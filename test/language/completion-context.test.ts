// What is completed where: `^` marks the cursor. Each row: line → kind, text written so far, and what it belongs to.

import { describe, expect, it } from 'vitest';
import { completionContext } from '../../src/language/completion-context.ts';

function at(line: string): string {
  const cursor = line.indexOf('^');
  const source = line.slice(0, cursor) + line.slice(cursor + 1);
  const context = completionContext(source, cursor);
  const name = context.command?.elements[0];
  const parts = [
    context.kind,
    `<${context.quote ?? ''}${context.text}>`,
    name?.kind === 'StringConstant' && `of ${name.value}`,
    context.parameter && `-${context.parameter.name}`,
    context.elementIndex !== undefined && `#${context.elementIndex}`,
    context.target && `on ${source.slice(context.target.start, context.target.end)}`,
    context.static && 'static',
    `${context.start}-${context.end}`,
  ];
  return parts.filter(Boolean).join(' ');
}

const rows: readonly (readonly [line: string, expected: string])[] = [
  ['^', 'command <> 0-0'],
  ['Get-Q^', 'command <Get-Q> 0-5'],
  ['Get-^Queue', 'command <Get-> 0-9'],
  ['foo | Get-Q^', 'command <Get-Q> 6-11'],
  ['foo | ^', 'command <> 6-6'],
  ['foo |^', 'command <> 5-5'],
  ['foo; ^', 'command <> 5-5'],
  ['$a = Get-Q^', 'command <Get-Q> 5-10'],
  ['$a = ^', 'command <> 5-5'],
  ['if ($a) { Get-Q^', 'command <Get-Q> 10-15'],
  ['if (Get-Q^', 'command <Get-Q> 4-9'],
  ['foo (Get-Q^', 'command <Get-Q> 5-10'],
  ['"x $(Get-Q^', 'command <Get-Q> 5-10'],
  ['& ^', 'command <> 2-2'],
  ['.\\scr^', 'command <.\\scr> 0-5'],
  ['foo -Id^', 'parameter <Id> of foo 4-7'],
  ['foo -^', 'parameter <> of foo 4-5'],
  ['foo a -b c -d^', 'parameter <d> of foo 11-13'],
  ['bar { foo -Id^', 'parameter <Id> of foo 10-13'],
  ['foo ^', 'argument <> of foo #1 4-4'],
  ['foo ba^', 'argument <ba> of foo #1 4-6'],
  ['foo -Id ^', 'argument <> of foo -Id #2 8-8'],
  ['foo -Id ba^', 'argument <ba> of foo -Id #2 8-10'],
  ['foo -Id:^', 'argument <> of foo -Id #1 8-8'],
  ['foo -Id:ba^', 'argument <ba> of foo -Id #1 8-10'],
  ['foo a, ^', 'argument <> of foo #1 7-7'],
  ['foo -Id a,b^', 'argument <b> of foo -Id #2 10-11'],
  ['foo C:\\Pro^', 'argument <C:\\Pro> of foo #1 4-10'],
  ["foo 'a b^", "argument <'a b> of foo #1 4-8"],
  ['foo "a b^', 'argument <"a b> of foo #1 4-8'],
  ['foo { 1 } ^', 'argument <> of foo #2 10-10'],
  ['foo > a^', 'path <a> 6-7'],
  ['foo > ^', 'path <> 6-6'],
  ['$a[^', 'index <> on $a 3-3'],
  ["$a['b^", "index <'b> on $a 3-5"],
  ['foo $a.b[^', 'index <> on $a.b 9-9'],
  ['$a.^', 'member <> on $a 3-3'],
  ['$a.Le^', 'member <Le> on $a 3-5'],
  ['$a.Le^ngth', 'member <Le> on $a 3-9'],
  ['foo $a.^', 'member <> on $a 7-7'],
  ['foo $a.b^', 'member <b> on $a 7-8'],
  ['(foo).b^', 'member <b> on (foo) 6-7'],
  ["'abc'.^", "member <> on 'abc' 6-6"],
  ['[int]::^', 'member <> on [int] static 7-7'],
  ['[int]::Ma^', 'member <Ma> on [int] static 7-9'],
  ['foo | ? { $_.St^', 'member <St> on $_ 13-15'],
  ['$a.b().c^', 'member <c> on $a.b() 7-8'],
  ['$^', 'variable <> 0-1'],
  ['$ab^', 'variable <ab> 0-3'],
  ['foo $ab^', 'variable <ab> 4-7'],
  ['$env:PA^', 'variable <env:PA> 0-7'],
  ['"x $ab^', 'variable <ab> 3-6'],
  ['foo @ab^', 'variable <ab> 4-7'],
  ['${a b^', 'variable <a b> 0-5'],
  ['[^', 'type <> 1-1'],
  ['[Sys^', 'type <Sys> 1-4'],
  ['[System.Te^', 'type <System.Te> 1-10'],
  ['[List[in^', 'type <in> 6-8'],
  ['[Dictionary[string,in^', 'type <in> 19-21'],
  ['param([str^', 'type <str> 7-10'],
  ['$a -^', 'operator <> 3-4'],
  ['$a -eq^', 'operator <eq> 3-6'],
  ['$a -li^', 'operator <li> 3-6'],
  ['@{ Na^', 'key <Na> 3-5'],
  ['foo @{ N^', 'key <N> of foo 7-8'],
  ['@{ a = 1; ^', 'key <> 10-10'],
  ['foo # ba^', 'none <> 8-8'],
];

describe('completion finds what stands at the cursor', () => {
  for (const [line, expected] of rows) it(JSON.stringify(line), () => expect(at(line)).toBe(expected));
});
