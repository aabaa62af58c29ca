// Streams, redirection, common parameters, and what the terminal gets.

import { describe, expect, test } from 'vitest';
import { testCases } from './cases.ts';
import { run } from './session.ts';

describe('redirection', () => {
  testCases([
    [
      'errors and warnings join the output in order',
      "& { 'o'; Write-Warning 'w'; Write-Error 'e' } 3>&1 2>&1 | ForEach-Object { $_.GetType().Name }",
      'String | WarningRecord | ErrorRecord',
    ],
    [
      'output goes to a file and is appended',
      "'x' > C:\\o.txt; 'y' >> C:\\o.txt; (Get-Content C:\\o.txt) -join ','",
      'x,y',
    ],
    ['$null swallows a stream', "Get-Item C:\\nope 2> $null; 'after'", 'after'],
  ]);
});

describe('common parameters', () => {
  testCases([
    [
      '-OutVariable keeps a copy, + goes on',
      'Write-Output a b -OutVariable x | Out-Null; "$x"; \'c\' | Write-Output -OutVariable +x | Out-Null; "$x"',
      'a b | a b c',
    ],
    [
      '-PipelineVariable is seen downstream',
      "1..2 | ForEach-Object { $_ } -PipelineVariable a | ForEach-Object { 'x','y' } | ForEach-Object { \"$a$_\" }",
      '1x | 1y | 2x | 2y',
    ],
    [
      '-Verbose of a function is the preference inside',
      'function f { [CmdletBinding()] param() $VerbosePreference }; f; f -Verbose',
      'SilentlyContinue | Continue',
    ],
    [
      'Select-Object -First stops the commands before it',
      '1..1000000 | ForEach-Object { $script:n++; $_ } | Select-Object -First 2 | Out-Null; $n',
      '2',
    ],
  ]);

  test('what only the terminal sees does not enter the output', () => {
    const ran = run("Write-Host 'hello'; Write-Warning 'careful'; 'out'");
    expect(ran.lines).toEqual(['out']);
    expect(ran.screen).toBe('hello\nWARNING: careful\n');
  });

  test('-WhatIf says what would happen and does not do it', () => {
    const ran = run(
      "function f { [CmdletBinding(SupportsShouldProcess)] param($n) if ($PSCmdlet.ShouldProcess($n)) { 'did' } else { 'skipped' } }; f a; f b -WhatIf",
    );
    expect(ran.lines).toEqual(['did', 'skipped']);
    expect(ran.screen).toBe('What if: Performing the operation "f" on target "b".\n');
  });
});

describe('Ctrl+C', () => {
  test('stops a loop without end and runs finally', () => {
    const ran = run("try { while ($true) { } } finally { Write-Host 'cleaned' }");
    expect(ran.screen).toBe('cleaned\n');
  }, 20_000);
});
