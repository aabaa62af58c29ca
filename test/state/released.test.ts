// A sandbox that an earlier version left opens in this one, with all that was in it: snapshot, and journal after it.

import { cpSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { SandboxFolder } from './sandbox-session.ts';

const fixtures = fileURLToPath(new URL('../fixtures/state/', import.meta.url));
let folder: SandboxFolder | undefined;

afterEach(() => {
  folder?.dispose();
  folder = undefined;
});

it.each(readdirSync(fixtures))('version %s', (version) => {
  folder = new SandboxFolder();
  cpSync(`${fixtures}${version}`, folder.path, { recursive: true });
  const shell = folder.open();
  expect(shell.run("Get-Date -Format 'yyyy-MM-dd HH:mm'")).toBe('2026-03-02 08:15');
  expect(shell.run("(Get-SandboxMailboxItem kenji, alice -Folder Inbox).Subject -join ', '")).toBe('kept, later');
  expect(shell.run('"$((Get-TransportConfig).MaxSendSize)"')).toBe('20 MB (20,971,520 bytes)');
  expect(shell.run('"$((Get-TransportService EX02).MaxOutboundConnections)"')).toBe('77');
  expect(shell.run('(Get-SandboxHost mx1.fabrikam.com).Online')).toBe('False');
  expect(shell.run('(Get-SandboxHistory).Count')).toBe('8');
  // It goes on: what waits for the host that is off is delivered when that comes back.
  shell.run('Set-SandboxHost mx1.fabrikam.com -Online $true; Step-SandboxClock -Minutes 30');
  expect(shell.run('(Get-SandboxMailboxItem x@fabrikam.com).Subject')).toBe('kept');
  shell.close();
});
