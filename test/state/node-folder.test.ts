// The store on a real file system: the lock, and processes killed at random instants.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NodeFolder } from '../../src/host/storage/node-folder.ts';
import { SandboxHeldError } from '../../state/store/storage-folder.ts';
import { openList } from './fake-model.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'hubshell-store-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('the lock', () => {
  test('a second taker is told who holds it', () => {
    const lock = new NodeFolder(path).lock();
    expect(() => new NodeFolder(path).lock()).toThrow(SandboxHeldError);
    expect(() => new NodeFolder(path).lock()).toThrow(`process ${process.pid}`);
    lock.release();
    new NodeFolder(path).lock().release();
    expect(readdirSync(path)).toEqual([]);
  });

  test('the lock of a dead process is taken over', () => {
    writeFileSync(
      join(path, 'lock'),
      JSON.stringify({ pid: 4194304, computer: hostname(), processStart: '1', program: 'hubshell' }),
    );
    new NodeFolder(path).lock().release();
  });

  test('a process id that now belongs to another process does not hold it', () => {
    writeFileSync(
      join(path, 'lock'),
      JSON.stringify({ pid: process.pid, computer: hostname(), processStart: '1', program: 'hubshell' }),
    );
    if (process.platform === 'linux') new NodeFolder(path).lock().release();
  });

  test('a lock of another computer is respected', () => {
    writeFileSync(
      join(path, 'lock'),
      JSON.stringify({ pid: 1, computer: 'elsewhere', processStart: '', program: 'hubshell' }),
    );
    expect(() => new NodeFolder(path).lock()).toThrow(/on computer elsewhere/);
  });

  test('a lock file cut by a power failure is nobody’s', () => {
    writeFileSync(join(path, 'lock'), '');
    new NodeFolder(path).lock().release();
  });
});

/** Starts the child that adds numbers and says each after it is committed. */
function startWriter(): { child: ChildProcess; acknowledged: () => number; ended: Promise<void> } {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout!.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const acknowledged = () => Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1) || 0);
  return { child, acknowledged, ended };
}

test('kill -9 at random instants loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 6; round++) {
    const writer = startWriter();
    const started = writer.acknowledged;
    while (started() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, (round * 37) % 100));
    writer.child.kill('SIGKILL');
    await writer.ended;
    const { model, store, warnings } = openList(new NodeFolder(path));
    expect(warnings).toEqual([]);
    expect(model.items.length).toBeGreaterThanOrEqual(writer.acknowledged());
    expect(model.items).toEqual(model.items.map((_, index) => index + 1));
    store.abandon();
  }
  expect(readFileSync(join(path, 'journal.jsonl'), 'utf8')).toContain('"format":"hubshell journal"');
});
