// Collections that change, indexes, arguments that remain, members that throw. Compared with PowerShell 7.6.5.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('collections', () => {
  testCases([
    [
      'a table that changes stops its enumeration',
      'try { $h = @{ a = 1 }; foreach ($k in $h.Keys) { $h[$k] = 0 } } catch { $_.FullyQualifiedErrorId; "$_" }',
      'System.InvalidOperationException | Collection was modified; enumeration operation may not execute.',
    ],
    [
      'a list that grows stops its enumeration',
      'try { $l = [System.Collections.ArrayList](1, 2); foreach ($i in $l) { $l.Add(3) | Out-Null } } catch { "$_" }',
      'Collection was modified; enumeration operation may not execute.',
    ],
    ['a copy of the keys may be run over', '$h = @{ a = 1 }; foreach ($k in @($h.Keys)) { $h[$k] = 7 }; $h.a', '7'],
    [
      'the head and the step of a for statement give no output',
      'for (($i = 0), ($j = 5); $i -lt 2; ($i++), ($j--)) { "$i,$j" }',
      '0,5 | 1,4',
    ],
    [
      'text that is no number indexes nothing',
      `$a = 1, 2, 3; "[$($a['x'])]"; $a['1']; "[$('abc'['x'])]"`,
      '[] | 2 | []',
    ],
    [
      'a getter that throws gives null',
      `$o = [pscustomobject]@{}; $o | Add-Member ScriptProperty P { throw 'bad' }; "[$($o.P)]"; "[$(([uri]'relative').Host)]"`,
      '[] | []',
    ],
    [
      'the keys of a table are no properties to bind by',
      `function f { param([Parameter(ValueFromPipelineByPropertyName)]$Name) process { "n=$Name" } }; try { @{ Name = 'h' } | f -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; [pscustomobject]@{ Name = 'o' } | f`,
      'InputObjectNotBound,f | n=o',
    ],
    [
      'remaining arguments are a list of objects',
      'function f { param([Parameter(ValueFromRemainingArguments)]$r) $r.GetType().Name; $r.Count }; f 1 2 3',
      'List`1 | 3',
    ],
    [
      'remaining arguments convert one by one',
      `function g { param($a, [Parameter(ValueFromRemainingArguments)][string[]]$r) "$a/$($r -join '+')" }; g 1 2 3`,
      '1/2+3',
    ],
    [
      'a dictionary gives what it removes',
      "$d = [System.Collections.Generic.Dictionary[string,int]]::new(); $d['a'] = 5; $v = 0; $d.Remove('a', [ref]$v); $v; $d.Count",
      'True | 5 | 0',
    ],
    [
      'a long range is run through without being built',
      '1..100000000 | Select-Object -First 2; foreach ($i in 1..100000000) { if ($i -gt 2) { break }; $i }',
      '1 | 2 | 1 | 2',
    ],
  ]);
});
