// Servers, queues and messages down the pipeline: each reaches the parameter of its kind.

import { afterAll, expect, it } from 'vitest';
import { openTestSession } from '../../support/session.ts';

const shell = openTestSession();
afterAll(() => shell.dispose());
const lines = (command: string) => shell.run(command).trim().split('\n');

it.each([
  ['Get-TransportService EX0? | Get-Queue', ['EX01\\Submission', 'EX02\\Submission', 'EX03\\Submission']],
  ['Get-ExchangeServer EX02 | Get-Queue', ['EX02\\Submission']],
  ["'EX03' | Get-Queue -Server { $_ }", ['EX03\\Submission']],
  ['Get-Queue EX02\\Submission | Get-Queue', ['EX02\\Submission']],
])('%s', (command, identities) => {
  expect(lines(`@((${command}).Identity) -notlike '*Shadow*'`)).toEqual(identities);
});

it('queues give their messages, servers theirs', () => {
  shell.run(
    'Suspend-Queue EX01\\Submission -Confirm:$false; $null = Send-SandboxMessage alice bob -Count 2 -Server EX01',
  );
  shell.run('Step-SandboxClock -Seconds 30');
  expect(lines('(Get-Queue EX01\\Submission | Get-Message | Measure-Object).Count')).toEqual(['2']);
  expect(lines('(Get-TransportService EX01 | Get-Message | Measure-Object).Count')).toEqual(['2']);
  expect(lines('(Get-TransportService EX03 | Get-Message | Measure-Object).Count')).toEqual(['0']);
});
