// Loops, switch, jumps and the values of statements.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('loops and jumps', () => {
  testCases([
    [
      'continue and break work in for',
      'for ($i=0; $i -lt 5; $i++) { if ($i -eq 2) { continue }; if ($i -eq 4) { break }; $i }',
      '0 | 1 | 3',
    ],
    [
      'a label names the loop that goes on',
      ':outer foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue outer }; if ($i -eq 3) { break outer }; "$i$j" } }',
      '11 | 21',
    ],
    [
      'break in a block that ForEach-Object runs leaves the loop around the pipeline',
      'foreach ($n in 1..2) { 1..3 | ForEach-Object { if ($_ -eq 2) { break }; "$n$_" } }; "end"',
      '11 | end',
    ],
    ['do until tests after the body', '$n = 0; do { $n++ } until ($n -ge 3); $n', '3'],
    [
      'foreach over null runs no time, over a scalar once',
      'foreach ($x in $null) { "never" }; foreach ($c in "abc") { $c }',
      'abc',
    ],
    [
      '$foreach moves the loop on',
      'foreach ($x in 1..5) { if ($foreach.MoveNext()) { "$x $($foreach.Current)" } }',
      '1 2 | 3 4',
    ],
    [
      'a loop as a value gives what it puts out',
      '$r = foreach ($i in 1..3) { if ($i -eq 2) { continue }; $i * 10 }; $r -join ","',
      '10,30',
    ],
    [
      'return in a script block of ForEach-Object goes on with the next object',
      '1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }',
      '1 | 3',
    ],
  ]);
});

describe('switch', () => {
  testCases([
    ['every clause that matches runs', 'switch ("x") { "x" { "first" } "x" { "second" } }', 'first | second'],
    [
      'wildcards, continue and default',
      'switch -Wildcard ("apple","banana") { "a*" { "A $_" } "*an*" { "AN $_"; continue } default { "D $_" } }',
      'A apple | AN banana',
    ],
    [
      'a regular expression sets $Matches',
      "switch -Regex ('abc123') { '(\\d+)' { $Matches[1] } '^a' { 'starts' ; break } 'c' { 'never' } }",
      '123 | starts',
    ],
    [
      'a script block tests $_',
      'switch (1,2,3) { {$_ -gt 1} { "big $_" } 2 { "two"; break } default { "def $_" } }',
      'def 1 | big 2 | two',
    ],
    ['null matches a null clause', 'switch ($null) { $null { "null" } default { "other" } }', 'null'],
  ]);
});

describe('values of statements', () => {
  testCases([
    [
      'assignments and increments put out nothing, in parentheses their value',
      '$i = 5; $i++; ($i++); $i; ($j = 3)',
      '6 | 7 | 3',
    ],
    [
      'one object is itself, several are an array, none is null',
      '$a = & { 1 }; $b = & { 1; 2 }; $c = & { }; $a.GetType().Name; $b.Count; $null -eq $c; @($c).Count',
      'Int32 | 2 | True | 0',
    ],
    ['pipeline chains go by $?', '1 && 2; Get-Item C:\\nope -ErrorAction Ignore || "else"', '1 | 2 | else'],
    [
      'a statement that fails does not keep the next from running',
      '1/0; "next"; $?',
      'error: RuntimeException | next | True',
    ],
  ]);
});
