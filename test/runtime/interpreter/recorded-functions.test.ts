// Classes, functions and the errors they report. Compared with PowerShell 7.6.5.

import { describe } from 'vitest';
import { testCases } from './cases.ts';

describe('functions', () => {
  testCases([
    [
      'what does not fit the type of a method fails at its return',
      "class R { [int] A() { return 'abc' } }; try { [R]::new().A() } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.OffsetInLine }",
      'InvalidCastFromStringToInteger | 30',
    ],
    [
      'a constructor without a base constructor that fits',
      `class A { A([int]$x) { } }; class B : A { B() : base('a', 'b') { } }; try { [B]::new() } catch { "$_" }`,
      'Cannot find an overload for "new" and the argument count: "2".',
    ],
    [
      'a class without a constructor of no arguments',
      'class E { E([int]$x) { } }; try { New-Object E -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }',
      'CannotFindAppropriateCtor,Microsoft.PowerShell.Commands.NewObjectCommand',
    ],
    [
      'types of a class are looked up before anything runs',
      'try { Invoke-Expression "\'ran\'; class C : nosuchbase { [nosuchtype]`$x }" } catch { $_.FullyQualifiedErrorId -replace ",.*" }',
      'TypeNotFound',
    ],
    [
      'sealed classes have no heirs',
      "try { [scriptblock]::Create('class S : string { }').Invoke() } catch { 'sealed' }",
      'sealed',
    ],
    ['value__ has the underlying type', 'enum E : byte { A = 250 }; [E]::A.value__.GetType().Name', 'Byte'],
    [
      'an error that is handed on belongs to the function',
      'function f { [CmdletBinding()] param() try { 1/0 } catch { $PSCmdlet.ThrowTerminatingError($_) } }; try { f } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.MyCommand.Name }',
      'RuntimeException,f | f',
    ],
    [
      'functions have aliases by attribute',
      `function Get-Foo { [Alias('gfoo', 'gf2')] param($x) "foo $x" }; gfoo 1; gf2 2; (Get-Alias gfoo).Definition`,
      'foo 1 | foo 2 | Get-Foo',
    ],
    [
      'parameters behind the name are part of the text',
      "function f([string]$a) { 'x' }; $function:f.ToString().StartsWith('param([string]$a)')",
      'True',
    ],
    [
      'a default that does not fit is a fault of the call',
      "function f { param([int]$x = 'abc') $x }; try { f } catch { $_.FullyQualifiedErrorId }",
      'ParameterArgumentTransformationError,f',
    ],
    [
      'strict mode refuses calls like methods',
      'Set-StrictMode -Version 2; function f($a, $b) { "$a $b" }; try { f(1, 2) } catch { $_.FullyQualifiedErrorId }; f (1) 2',
      'StrictModeFunctionCallWithParens | 1 2',
    ],
    [
      'the first value decides about the attributes of a variable',
      'try { [ValidateRange(1, 5)]$v = 9 } catch { "$_" }',
      'The attribute cannot be added because variable v with value 9 would no longer be valid.',
    ],
    ['a variable of no drive is null', '"[$nodrive:x]"; $null -eq $nodrive:y', '[] | True'],
    [
      'keys that fail are reported',
      '1..2 | Sort-Object { 1/0 } -ErrorAction SilentlyContinue -ErrorVariable e; $e.Count; $e[0].FullyQualifiedErrorId',
      '1 | 2 | 2 | ExpressionEvaluation,Microsoft.PowerShell.Commands.SortObjectCommand',
    ],
    [
      'a steppable pipeline is fed object by object',
      '$sp = { Where-Object { $_ -gt 1 } | ForEach-Object { $_ * 10 } }.GetSteppablePipeline(); $sp.Begin($true); foreach ($i in 1..3) { $sp.Process($i) }; $sp.End()',
      '20 | 30',
    ],
    [
      'a proxy function wraps a command',
      'function Out-Wrap { [CmdletBinding()] param([Parameter(ValueFromPipeline)][object]$InputObject, [switch]$Unique) begin { $sp = { & (Get-Command Sort-Object) @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin); $sp.Begin($PSCmdlet) } process { $sp.Process($_) } end { $sp.End() } }; 3, 1, 3 | Out-Wrap -Unique',
      '1 | 3',
    ],
    [
      'what & cannot call',
      `try { & '' } catch { $_.FullyQualifiedErrorId }; try { . $null } catch { "$_".Substring(0, 24) }`,
      "BadExpression | The expression after '.'",
    ],
  ]);
});
