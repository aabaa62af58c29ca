// The sandbox through the program itself: processes that are killed, folders that are held, files that are damaged, disks that are full.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';

const program = fileURLToPath(new URL('../../dist/hubshell.js', import.meta.url));
let sandbox: Sandbox;
beforeAll(ensureBuilt);
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.dispose());

const command = (text: string) => sandbox.run(['-NonInteractive', '-Command', text]);
/** Waits for a condition that another process brings about. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 1000) throw new Error('it did not happen within 20 seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A shell that runs on; what it has put out so far. */
function background(text: string) {
  const child = spawn(process.execPath, [program, '-NoLogo', '-State', sandbox.state, '-Command', text], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, output: () => output, ended };
}

test('every change that a killed shell had reported is there afterwards', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 3; round++) {
    const shell = background(
      'for ($i = 0; ; $i++) { New-SandboxHost "h$i-$PID.example.com" -SkipDnsRecord | Out-Null; "h$i" ; Step-SandboxClock -Seconds 1 }',
    );
    await until(() => shell.output().includes('\n'));
    await new Promise((resolve) => setTimeout(resolve, round * 90));
    shell.child.kill('SIGKILL');
    await shell.ended;
    const reported = shell.output().slice(0, shell.output().lastIndexOf('\n')).split('\n').length;
    const { out } = command(
      '$hosts = @(Get-SandboxHost *.example.com); $hosts.Count; $hosts | Remove-SandboxHost; @(Get-SandboxHost *.example.com).Count',
    );
    const [kept = '', left] = out.trim().split('\n');
    expect(Number(kept)).toBeGreaterThanOrEqual(reported);
    expect(left).toBe('0');
  }
});

test('a second shell on the sandbox gets a clear error and exit code 1; the first goes on', async () => {
  const shell = background(
    'Get-SandboxClock | Out-Null; "ready"; $watch = [Diagnostics.Stopwatch]::StartNew(); while ($watch.Elapsed.TotalSeconds -lt 60) { }',
  );
  await until(() => shell.output().includes('ready'));
  const second = command('Get-SandboxClock; "never"');
  shell.child.kill('SIGKILL');
  await shell.ended;
  expect(second.code).toBe(1);
  expect(second.out + second.error).toMatch(/is in use by another\s+shell/);
  expect(second.out + second.error).toContain('SandboxInUse');
  expect(second.out).not.toMatch(/^never$/m);
  expect(command('(Get-SandboxClock).Rate').out.trim()).toBe('1');
});

test('malformed state is set aside and told, and the work is there', () => {
  command('Set-TransportConfig -ShadowRedundancyEnabled $false');
  writeFileSync(join(sandbox.state, 'state.json'), '{ "sequence": ');
  const { out, code } = command('(Get-TransportConfig).ShadowRedundancyEnabled');
  expect(code).toBe(0);
  expect(out).toMatch(/^WARNING: The file 'state\.json' of the sandbox/);
  expect(out.trim().split('\n').at(-1)).toBe('False');
  expect(readFileSync(join(sandbox.state, 'state.json.damaged-1'), 'utf8')).toBe('{ "sequence": ');
  expect(command('(Get-TransportConfig).ShadowRedundancyEnabled').out.trim()).toBe('False');
});

test('a damaged journal line is named, with what was recovered and lost', () => {
  command('1..4 | ForEach-Object { New-SandboxHost "h$_.example.com" | Out-Null }');
  const path = join(sandbox.state, 'journal.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('h3.example.com', 'x3.example.com'));
  writeFileSync(join(sandbox.state, 'state.json'), '');
  const { out } = command('(Get-SandboxHost *.example.com).Name -join ","');
  expect(out).toContain("'journal.jsonl' of the sandbox");
  expect(out).toMatch(/damaged at line 4: the checksum/);
  expect(out.trim().split('\n').at(-1)).toBe('h1.example.com,h2.example.com');
  expect(readdirSync(sandbox.state)).toEqual(
    expect.arrayContaining(['journal.jsonl.damaged-1', 'state.json.damaged-1']),
  );
});

test('-State makes its folder, -Organization the world in it', () => {
  expect(sandbox.run(['-Command', '1']).out).toBe('1\n');
  expect(readdirSync(sandbox.state)).toEqual([]);
  expect(sandbox.run(['-Organization', 'contoso', '-Command', '1']).code).toBe(0);
  expect(existsSync(join(sandbox.state, 'state.json'))).toBe(true);
  const other = sandbox.run(['-Organization', 'Nowhere', '-Command', '1']);
  expect(other.code).toBe(1);
  expect(other.error).toContain('was started from the organization Contoso, not Nowhere');
});

test('a folder that cannot be had is told', () => {
  writeFileSync(sandbox.state, 'a file stands in its place');
  const { error, code } = command('Get-SandboxClock');
  expect(code).toBe(1);
  expect(error).toMatch(/^hubshell: Cannot create '.*': the file already exists\.\n$/);
});
