// try, catch, finally, trap, throw, preferences, and where errors go.

import { describe, expect, test } from 'vitest';
import { testCases } from './cases.ts';
import { run } from './session.ts';

describe('try, catch, finally', () => {
  testCases([
    [
      'a bare throw in catch throws the same error again',
      'try { try { throw "a" } catch { throw } finally { "fin" } } catch { "$_" }',
      'fin | a',
    ],
    [
      'finally runs on break and return',
      'foreach ($i in 1..3) { try { if ($i -eq 2) { break }; $i } finally { "f$i" } }; function f { try { return 1 } finally { "fin" } }; f',
      '1 | f1 | f2 | 1 | fin',
    ],
    [
      'a typed catch takes the inner exception and sees it',
      "try { [int]::Parse('x') } catch [System.FormatException] { $_.Exception.GetType().Name }",
      'FormatException',
    ],
    [
      'a catch of a base class takes derived exceptions',
      "try { throw [System.IO.FileNotFoundException]::new('f') } catch [System.IO.IOException] { 'io' }",
      'io',
    ],
    [
      'an error inside of a called function leaves it for the try around the call',
      'function f { 1/0; "not" }; try { f } catch { "caught $_" }',
      'caught Attempted to divide by zero.',
    ],
    [
      'trap with continue goes on after the statement',
      'trap { "T: $($_.Exception.Message)"; continue }; throw "one"; "two"; 1/0; "three"',
      'T: one | two | T: Attempted to divide by zero. | three',
    ],
  ]);
});

describe('preferences', () => {
  testCases([
    [
      'Stop makes a non-terminating error terminating',
      '$ErrorActionPreference = "Stop"; try { Get-Item C:\\nope; "not" } catch { $_.FullyQualifiedErrorId }',
      'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
    ],
    [
      'SilentlyContinue keeps the record in $Error, Ignore does not',
      'Get-Item C:\\a -ErrorAction Ignore; $Error.Count; Get-Item C:\\b -ErrorAction SilentlyContinue; $Error.Count',
      '0 | 1',
    ],
    [
      '-ErrorVariable of a function collects what commands inside report',
      'function f { [CmdletBinding()] param($n) Write-Error "err $n" }; f 1 -EV acc -EA 0; f 2 -EV +acc -EA 0; $acc.Count',
      '2',
    ],
  ]);
});

describe('records', () => {
  test('an error knows where it happened and who called', () => {
    const script =
      'function f { throw "x" }\ntry { f } catch { $_.ScriptStackTrace; $_.InvocationInfo.ScriptLineNumber; $_.InvocationInfo.OffsetInLine }';
    expect(run(script).lines).toEqual(['at f, <No file>: line 1\nat <ScriptBlock>, <No file>: line 2', '1', '14']);
  });

  test('an unknown command is named, and the exit code is 1 when it comes last', () => {
    const ran = run('"before"; No-Such-Thing');
    expect(ran.lines).toEqual(['before', 'error: CommandNotFoundException']);
    expect(ran.exitCode).toBe(1);
  });

  test('throw of anything carries it as target', () => {
    expect(run('try { throw @{ a = 1 } } catch { $_.TargetObject.a; $_.CategoryInfo.Category }').lines).toEqual([
      '1',
      'OperationStopped',
    ]);
  });

  test('exit ends the script with its code', () => {
    const ran = run('"a"; exit 5; "b"');
    expect(ran.lines).toEqual(['a']);
    expect(ran.exitCode).toBe(5);
  });
});
