// The line after a wrong command of a common kind: which commands get one, and when it is shown.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let test: TestSession;
beforeEach(() => {
  test = openTestSession();
});
afterEach(() => test.dispose());

const linesOf = (output: string) => output.split('\n').filter((line) => /^(Suggestion|ヒント): /.test(line));

describe('a wrong command of a common kind', () => {
  it.each([
    ['dir /s', 'dir -Recurse'],
    ['copy /y a.txt b.txt', 'Copy-Item and Move-Item'],
    ['del /q x', 'Remove-Item'],
    ['rd /s /q x', 'rd -Recurse -Force'],
    ['set X=1', "$X = '1'"],
    ['if exist C:\\x.txt echo yes', "Test-Path 'C:\\x.txt'"],
    ['for %i in (1,2) do echo %i', 'foreach ($i in'],
    ['echo %PATH%', '$env:PATH'],
    ['net use X: \\\\EX02\\C$', 'New-PSDrive'],
    ['ipconfig | findstr Address', 'Select-String'],
    ['ls -la', 'Get-ChildItem'],
    ['Get-MessageTrace', 'Get-MessageTrackingLog'],
    ['Connect-ExchangeOnline', 'connected to the organization on premises'],
    ['Get-EXOMailbox alice', 'Get-Mailbox'],
    ['New-OutboundConnector x', 'New-SendConnector'],
    ['Suspend-Message -Server EX01', 'Get-Message -Server <server> | Suspend-Message'],
    ['Get-MessageTrackingLog -StartTime 1', '-Start and -End'],
  ])('%s', (command, wanted) => {
    test.run("$SuggestionPreference = 'Continue'");
    const [line, ...more] = linesOf(test.run(command));
    expect(line).toContain(wanted);
    expect(more).toEqual([]);
  });
});

describe('suggestions', () => {
  it('are not shown to scripts unless asked for', () => {
    expect(linesOf(test.run('dir /s'))).toEqual([]);
    expect(linesOf(test.run("$SuggestionPreference = 'Continue'; dir /s"))).toHaveLength(1);
    expect(linesOf(test.run("$SuggestionPreference = 'SilentlyContinue'; dir /s"))).toEqual([]);
  });

  it('come after the error, which stays as it is', () => {
    const plain = test.run('dir /s');
    test.run("$SuggestionPreference = 'Continue'");
    expect(test.run('dir /s')).toMatch(new RegExp(`^${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}Suggestion: .*\n$`));
  });

  it('say nothing about commands that are right', () => {
    test.run("$SuggestionPreference = 'Continue'");
    for (const command of [
      'dir C:\\ | Out-Null',
      'Get-Item C:\\nothing',
      '$x = 5',
      "Write-Output '50 %'",
      'Get-Queue | Out-Null',
    ])
      expect(linesOf(test.run(command)), command).toEqual([]);
  });

  it('speak Japanese', () => {
    const japanese = openTestSession({ culture: 'ja-JP' });
    try {
      const output = japanese.run("$SuggestionPreference = 'Continue'; Get-MessageTrace");
      expect(linesOf(output)[0]).toContain('ヒント: Get-MessageTrace は Exchange Online のコマンドです。');
    } finally {
      japanese.dispose();
    }
  });
});
