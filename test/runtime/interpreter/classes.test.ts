// Classes and enumerations of scripts.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('classes', () => {
  testCases([
    [
      'constructors, methods, static members',
      'class P { [string]$Name; P([string]$n) { $this.Name = $n } [string] Hi() { return "hi $($this.Name)" } static [int] Two() { return 2 } }; [P]::new(\'bob\').Hi(); [P]::Two()',
      'hi bob | 2',
    ],
    [
      'methods of a derived class override, and base calls reach the base',
      "class A { [string] Who() { return 'A' } [string] Say() { return 'I am ' + $this.Who() } }; class B : A { [string] Who() { return 'B/' + ([A]$this).Who() } }; [B]::new().Say()",
      'I am B/A',
    ],
    [
      'base constructors get their arguments',
      'class A { [int]$x; A([int]$x) { $this.x = $x } }; class B : A { [int]$y; B([int]$x,[int]$y) : base($x) { $this.y = $y } }; $b = [B]::new(1,2); "$($b.x) $($b.y)"',
      '1 2',
    ],
    [
      'overloads are chosen by type and count',
      'class O { [int] Add([int]$a) { return $a } [int] Add([int]$a,[int]$b) { return $a + $b } [string] Add([string]$s) { return "s$s" } }; $o=[O]::new(); $o.Add(1); $o.Add(1,2); $o.Add("x")',
      '1 | 3 | sx',
    ],
    [
      'only return gives a value',
      'class R { [int] N() { 5; return 7 } [void] V() { 9 } }; [R]::new().N(); [R]::new().V()',
      '7',
    ],
    [
      'a class that derives from Exception can be thrown and caught',
      "class MyEx : System.Exception { [int]$Code; MyEx([string]$m,[int]$c) : base($m) { $this.Code = $c } }; try { throw [MyEx]::new('bad', 7) } catch [MyEx] { $_.Exception.Code; $_.Exception.Message }",
      '7 | bad',
    ],
    [
      'Equals of the class decides -eq',
      'class Eq { [int]$v; Eq($v) { $this.v = $v } [bool] Equals([object]$o) { return $this.v -eq $o.v } }; [Eq]::new(1) -eq [Eq]::new(1)',
      'True',
    ],
    ['ToString of the class is its text', 'class T { [string] ToString() { return \'me\' } }; "$([T]::new())"', 'me'],
    ['classes are known before the first statement runs', '[Late]::new().v; class Late { [int]$v = 4 }', '4'],
    [
      'an error in a method leaves it at once',
      "class T { [int] Div() { 1/0; return 5 } }; try { [T]::new().Div() } catch { 'caught' }",
      'caught',
    ],
  ]);
});

describe('enumerations', () => {
  testCases([
    [
      'values count on from the last one',
      'enum E { A = 1; B; C = 10; D }; [E]::D.value__; [E]2; [int][E]::C',
      '11 | B | 10',
    ],
    [
      'flags show their names',
      '[Flags()] enum P { None = 0; R = 1; W = 2; X = 4 }; [P]3; ([P]7).HasFlag([P]::W)',
      'R, W | True',
    ],
    ['text compares with the name', 'enum C { Red; Green }; [C]::Red -eq "Red"; [C]"green"', 'True | Green'],
  ]);
});
