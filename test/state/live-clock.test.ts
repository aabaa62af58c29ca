// In a typed session virtual time follows real time at the sandbox's rate; what becomes due happens while nobody types.

import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';
import { SandboxFolder } from './sandbox-session.ts';

let sandbox: Sandbox;
beforeAll(ensureBuilt);
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.dispose());

test('time follows the rate, stands still when paused, and sleeping takes its time', () => {
  const folder = new SandboxFolder();
  let realMs = 1000;
  const live = folder.open({
    followsRealTime: true,
    monotonicMs: () => realMs,
    wait: (milliseconds) => {
      realMs += milliseconds;
    },
  });
  const seconds = () => Number(live.run('((Get-Date) - [datetime]"2026-03-02 08:00").TotalSeconds'));
  expect(seconds()).toBe(0);
  realMs += 5000;
  expect(seconds()).toBe(5);
  live.run('Set-SandboxClock -Rate 60');
  realMs += 2000;
  expect(seconds()).toBe(125);
  live.run('Set-SandboxClock -Paused $true');
  realMs += 60_000;
  expect(seconds()).toBe(125);
  live.run('Set-SandboxClock -Paused $false -Rate 1');
  const before = realMs;
  live.run('Start-Sleep -Seconds 3');
  expect(realMs - before).toBeGreaterThanOrEqual(3000);
  expect(realMs - before).toBeLessThan(3100);
  expect(seconds()).toBeGreaterThanOrEqual(128);
  live.close();
  folder.dispose();
});

test('mail is delivered while nobody types', () => {
  const folder = new SandboxFolder();
  let realMs = 0;
  const live = folder.open({ followsRealTime: true, monotonicMs: () => realMs });
  live.run('Send-SandboxMessage alice@contoso.com kenji@contoso.com -Subject hello | Out-Null');
  for (let tick = 0; tick < 600; tick++) {
    realMs += 100;
    live.session.catchUp();
  }
  expect(live.run('(Get-SandboxMailboxItem kenji -Folder Inbox).Subject')).toBe('hello');
  live.close();
  folder.dispose();
});

test('a typed session keeps its clock running', async () => {
  const terminal = sandbox.terminal(['-NoLogo']);
  try {
    await terminal.waitFor('[PS] C:\\>');
    terminal.enter('Set-SandboxClock -Rate 3600');
    await terminal.waitFor('[PS] C:\\>');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    terminal.enter('"later: $((Get-Date).Hour -gt 8)"');
    await terminal.waitFor('later: True');
    terminal.enter('exit');
    await terminal.waitForExit();
  } finally {
    terminal.close();
  }
});
