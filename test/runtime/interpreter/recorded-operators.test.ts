// Operators and conversions at their edges. Compared with PowerShell 7.6.5.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('operators', () => {
  testCases([
    [
      'an invalid wildcard pattern is refused',
      `try { 'a' -like '[a' } catch { "$_"; $_.FullyQualifiedErrorId }; try { 'a' -like '[z-a]' } catch { 'range' }`,
      'The specified wildcard character pattern is not valid: [a | RuntimeException | range',
    ],
    ['an enumeration compares with numbers it does not have', '[DayOfWeek]::Monday -lt 9', 'True'],
    [
      'an enumeration refuses names it does not have',
      "try { [DayOfWeek]::Monday -gt 'Foo' } catch { $_.FullyQualifiedErrorId }",
      'SubstringDisambiguationEnumParseThrewAnException',
    ],
    [
      'arrays have no bits',
      'try { @(1) -band 1 } catch { "$_" }; try { 1 -bor @{} } catch { $_.FullyQualifiedErrorId }',
      "Method invocation failed because [System.Object[]] does not contain a method named 'op_BitwiseAnd'. | MethodNotFound",
    ],
    ['blanks are zero', "[int]'  '; [double]' '; [long]\"`t\"", '0 | 0 | 0'],
    [
      'a number is no capacity',
      "try { [hashtable]5 } catch { 'no table' }; try { [System.Collections.ArrayList]1 } catch { 'no list' }",
      'no table | no list',
    ],
    ['an empty table makes a structure', '([datetime]@{}).Ticks; ([timespan]@{}).Ticks', '0 | 0'],
    ['$OFS joins in casts', `$OFS = '-'; [string](1..3); "$(1..3)"`, '1-2-3 | 1-2-3'],
    [
      'a class converts by the constructor that a number widens to',
      `class A { $v; A([double]$x) { $this.v = "d$x" } }; ([A]5).v; ([A][long]5).v; try { [A]'5' } catch { 'no text' }`,
      'd5 | d5 | no text',
    ],
    [
      'a class converts text by its Parse',
      `class H { $v; static [H] Parse([string]$s) { return [H]@{ v = "p$s" } } }; ([H]'a').v; ([H]5).v`,
      'pa | p5',
    ],
    [
      'delegates give what their type says',
      "$null -eq ([Action]{ 'lost' }).Invoke(); ([Func[int]]{ '7' }).Invoke() + 1",
      'True | 8',
    ],
    [
      'methods without parentheses know their overloads',
      "'abc'.Substring.OverloadDefinitions",
      'string Substring(int startIndex) | string Substring(int startIndex, int length)',
    ],
  ]);
});
