// Help as people ask for it: by name, alias, pattern, topic, and -? on a command.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let session: TestSession;
beforeAll(() => {
  session = openTestSession();
});
afterAll(() => session.dispose());
const run = (text: string): string => session.run(text);

describe('Get-Help', () => {
  it('shows the examples alone', () => {
    const shown = run('Get-Help Get-Queue -Examples');
    expect(shown).toContain('-------------------------- EXAMPLE 2 --------------------------');
    expect(shown).not.toContain('SYNTAX');
  });

  it('shows one parameter, or those of a pattern', () => {
    expect(run('Get-Help Get-Queue -Parameter Filter')).toContain('-Filter <String>');
    expect(run('(Get-Help Get-Queue -Parameter *clude).name -join ","')).toBe('Exclude,Include\n');
    expect(run('Get-Help Get-Queue -Parameter Nothing')).toContain('No parameter matches criteria Nothing.');
  });

  it('shows everything, notes and parameters included', () => {
    const shown = run('Get-Help Suspend-Queue -Full');
    expect(shown).toContain('PARAMETERS');
    expect(shown).toContain('Accept pipeline input?');
  });

  it('follows aliases, and has two names itself', () => {
    expect(run('(Get-Help gci).Name; (help gci).Name; (man gci).Name')).toBe('Get-ChildItem\n'.repeat(3));
  });

  it('lists what fits a pattern, or has the word in its name', () => {
    expect(run('(Get-Help *-Queue).Name -join ","')).toContain('Get-Queue,');
    expect(run('(help sandboxclock).Name -join ","')).toBe('Get-SandboxClock,Set-SandboxClock,Step-SandboxClock\n');
  });

  it('gives the address of the page, of cmdlets that have one', () => {
    expect(run('Get-Help Get-Queue -Online')).toBe(
      'https://learn.microsoft.com/powershell/module/exchange/get-queue\n',
    );
    expect(run('Get-Help Get-SandboxClock -Online')).toContain('InvalidOperation');
  });

  it('explains the own ideas', () => {
    expect(run('(Get-Help about_*).Name -join ","')).toBe(
      'about_Clock,about_CommonParameters,about_Editing,about_Labs,about_ManagementShell,about_Sandbox\n',
    );
    expect(run('Get-Help about_sandbox')).toContain('Undo-Sandbox');
    expect(run('Get-Help *clock* -Category HelpFile')).toContain('Step-SandboxClock -UntilIdle');
  });

  it('reads the comments of functions and scripts', () => {
    run(`Set-Content C:\\Temp\\a.ps1 "<#
.SYNOPSIS
Does it.
#>
param([string]\`$Name)"`);
    expect(run('(Get-Help C:\\Temp\\a.ps1).Synopsis')).toBe('Does it.\n');
    expect(run('(C:\\Temp\\a.ps1 -?).Synopsis')).toBe('Does it.\n');
  });

  it('is what -? asks for', () => {
    expect(run('(Get-Queue -?).Name')).toBe('Get-Queue\n');
    expect(run('(Remove-Message EX01\\1\\2 -?).Name')).toBe('Remove-Message\n');
  });
});

describe('Get-Command', () => {
  it.each([
    ['-Noun Queue -Verb Re*', 'Resume-Queue,Retry-Queue'],
    ['-Module hubshell -Noun *Clock', 'Get-SandboxClock,Set-SandboxClock,Step-SandboxClock'],
    ['-ParameterName BookmarkIndex', 'Get-Message,Get-Queue'],
    ['mkdi* -CommandType Function', 'mkdir'],
  ])('%s', (parameters, expected) => {
    expect(run(`(Get-Command ${parameters}).Name -join ','`)).toBe(`${expected}\n`);
  });

  it('shows the syntax', () => {
    expect(run('Get-Command Suspend-Queue -Syntax')).toContain(
      'Suspend-Queue [-Identity] <QueueIdentity> [-WhatIf] [-Confirm] [<CommonParameters>]',
    );
  });
});
