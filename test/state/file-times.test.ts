// Files and folders of the machines' drives show virtual time, whoever wrote them: the simulation, its logs, or a script.

import { afterAll, expect, it } from 'vitest';
import { openTestSession } from '../support/session.ts';

const shell = openTestSession();
afterAll(() => shell.dispose());

const othersThan = (condition: string): string =>
  shell.run(
    `'', '\\\\EX03\\C$' | ForEach-Object { Get-ChildItem "$_\\" -Recurse } | Where-Object { -not (${condition}) } | ForEach-Object FullName`,
  );

it('a new sandbox is as old as its world', () => {
  expect(othersThan("$_.LastWriteTime -eq '2026-03-02 08:00'")).toBe('');
});

it('logs and files that scripts write get the time of the virtual clock, and so do the folders around them', () => {
  shell.run('Step-SandboxClock -Days 2; $null = Send-SandboxMessage kenji yuki; Step-SandboxClock -Minutes 1');
  shell.run("Set-Content C:\\Temp\\note.txt 'x'; Set-Content C:\\Temp\\gone.txt 'x'; Remove-Item C:\\Temp\\gone.txt");
  expect(othersThan("$_.LastWriteTime -ge '2026-03-02 08:00' -and $_.LastWriteTime -le (Get-Date)")).toBe('');
  expect(shell.run('(Get-Item C:\\Temp).LastWriteTime -eq (Get-Date)').trim()).toBe('True');
  const logs = '\\\\EX03\\C$\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\MessageTracking';
  expect(shell.run(`@(Get-ChildItem '${logs}' | Where-Object LastWriteTime -gt '2026-03-04').Count -gt 0`).trim()).toBe(
    'True',
  );
});
