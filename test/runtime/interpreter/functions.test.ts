// Functions, script blocks, scopes and parameter binding.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('functions', () => {
  testCases([
    [
      'begin, process and end run over the pipeline',
      'function f { begin { "b" } process { "p$_" } end { "e" } }; 1,2 | f',
      'b | p1 | p2 | e',
    ],
    ['a filter is a process block', 'filter dbl { $_ * 2 }; 1..3 | dbl', '2 | 4 | 6'],
    [
      'variables are found in the scope of the caller',
      "$v = 'global'; function a { $v = 'a'; b }; function b { $v }; a; b",
      'a | global',
    ],
    [
      'private variables are not seen by called functions',
      'function f { $private:x = 1; g; $x }; function g { "[$x]" }; f',
      '[] | 1',
    ],
    [
      'a function that is defined inside of another is gone after it',
      'function o { function i { "in" }; i }; o; i',
      'in | error: CommandNotFoundException',
    ],
    ['deep recursion works', 'function d($n) { if ($n -eq 0) { "bottom" } else { d ($n - 1) } }; d 200', 'bottom'],
    [
      '@args hands parameters on as parameters',
      'function g { param($Name, [switch]$Sw) "$Name $Sw" }; function f { g @args }; f -Name x -Sw',
      'x True',
    ],
  ]);
});

describe('binding', () => {
  testCases([
    [
      'named arguments first, positions for the rest',
      'function f { param([Parameter(Position=0)]$a, [Parameter(Position=1)]$b) "$a-$b" }; f -b 1 2',
      '2-1',
    ],
    [
      'an unknown parameter of a simple function lands in $args with its value',
      'function f($a) { "$a|$args" }; f -x b c',
      'c|-x b',
    ],
    [
      'the default set is taken when nothing decides',
      "function f { [CmdletBinding(DefaultParameterSetName='A')] param([Parameter(ParameterSetName='A')]$x,[Parameter(ParameterSetName='B',Mandatory)]$y) $PSCmdlet.ParameterSetName }; f; f -y 1; f -x 1 -y 2",
      'A | B | error: AmbiguousParameterSet,f',
    ],
    [
      'a missing mandatory parameter is an error without a user to ask',
      'function f { param([Parameter(Mandatory)]$a) $a }; f',
      'error: MissingMandatoryParameter,f',
    ],
    [
      'input is bound by value before by property name, unconverted before converted',
      'function f { param([Parameter(ValueFromPipeline)][int]$N, [Parameter(ValueFromPipeline)][string]$S) process { "N=$N S=$S" } }; 5 | f; "abc" | f',
      'N=5 S=5 | N=0 S=abc',
    ],
    [
      'an object that fits no parameter is reported, the next one runs',
      "function f { param([Parameter(ValueFromPipeline)][int]$n) process { $n } }; 1, 'x', '3' | f",
      '1 | error: InputObjectNotBound,f | 3',
    ],
    [
      'splatted values give way to written ones',
      '$p = @{ a = 1; b = 2 }; function f { param($a, $b) "$a $b" }; f @p -b 9',
      '1 9',
    ],
    [
      'number arguments keep their text for strings',
      'function f { param([string]$s) $s }; f 007; f 1.10; f 0x10; f (1.10)',
      '007 | 1.10 | 0x10 | 1.1',
    ],
    [
      'an object of the pipeline goes to the default set first, then to the others',
      "function f { [CmdletBinding(DefaultParameterSetName='S')] param([Parameter(ValueFromPipeline,ValueFromPipelineByPropertyName,ParameterSetName='I')][version]$Identity, [Parameter(ValueFromPipeline,ParameterSetName='S')][version]$Server) process { $PSBoundParameters.Keys } }; '1.2' | f; [pscustomobject]@{ Identity = '1.2' } | f",
      'Server | Identity',
    ],
    [
      '$PSDefaultParameterValues fills what is not given',
      "$PSDefaultParameterValues['f:n'] = 'd'; function f { [CmdletBinding()] param($n) $n }; f; f x",
      'd | x',
    ],
    [
      'dynamic parameters depend on what is bound',
      "function f { [CmdletBinding()] param($a) dynamicparam { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); if ($a -eq 'x') { $p = [System.Management.Automation.RuntimeDefinedParameter]::new('Extra',[int],[System.Collections.ObjectModel.Collection[System.Attribute]]@([Parameter]@{})); $d.Add('Extra',$p) }; $d } process { $PSBoundParameters.Extra } }; f x -Extra 5",
      '5',
    ],
  ]);
});

describe('script blocks', () => {
  testCases([
    [
      'a closure keeps the variables it was made with',
      '$x = 5; $c = { $x }.GetNewClosure(); $x = 6; & $c; & { $x }',
      '5 | 6',
    ],
    ['dot-sourcing runs in the current scope', '$x = 1; & { $x = 2 }; $x; . { $x = 3 }; $x', '1 | 3'],
    ['InvokeWithContext defines variables', "{ $_ * 2 }.InvokeWithContext($null, [psvariable]::new('_', 7))", '14'],
    [
      'a block with several clauses cannot be invoked by a cmdlet',
      '1 | ForEach-Object { begin { } process { } }',
      'error: InvalidOperation,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ],
  ]);
});
