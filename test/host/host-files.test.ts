import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HostFiles } from '../../src/host/files/host-files.ts';
import { FileError } from '../../src/runtime/host.ts';

let root: string;
let files: HostFiles;
const NOW = 639_080_352_000_000_000n;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hubshell-files-'));
  for (const name of ['c', 'mounted', 'readable', 'outside']) mkdirSync(join(root, name));
  writeFileSync(join(root, 'outside', 'secret.txt'), 'secret');
  const drive = (name: string, folder: string, mounted: boolean, writable: boolean) => ({
    name,
    folder: join(root, folder),
    description: '',
    mounted,
    writable,
  });
  files = new HostFiles({
    drives: [drive('C', 'c', false, true), drive('G', 'mounted', true, true), drive('S', 'readable', true, false)],
    share: (server, share) => (server === 'EX02' && share === 'C$' ? join(root, 'ex02') : undefined),
    nowTicks: () => NOW,
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (path: string) => new TextDecoder().decode(files.read(path));

function fault(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof FileError) return error.fault;
    throw error;
  }
  return 'none';
}

describe('files behind drives', () => {
  it('finds names in any letter case and keeps the first spelling', () => {
    files.makeDirectory('C:\\Logs');
    files.write('C:\\LOGS\\Report.TXT', bytes('one'));
    files.append('c:\\logs\\report.txt', bytes(' two'));
    expect(text('C:\\logs\\REPORT.txt')).toBe('one two');
    expect(files.list('C:\\logs').map(({ name }) => name)).toEqual(['Report.TXT']);
  });

  it("gives files of the sandbox virtual time, the host's never", () => {
    files.write('C:\\a.txt', bytes('x'));
    expect(files.stat('C:\\a.txt')).toMatchObject({ writtenTicks: NOW, createdTicks: NOW, size: 1, directory: false });
  });

  it('leads nowhere outside, neither by dots nor by links', () => {
    symlinkSync(join(root, 'outside'), join(root, 'mounted', 'link'));
    symlinkSync(join(root, 'outside', 'secret.txt'), join(root, 'mounted', 'file'));
    expect(fault(() => files.read('G:\\link\\secret.txt'))).toBe('denied');
    expect(fault(() => files.read('G:\\file'))).toBe('denied');
    expect(fault(() => files.read('G:\\..\\outside\\secret.txt'))).toBe('invalid-name');
    expect(fault(() => files.read('G:\\../outside/secret.txt'))).toBe('invalid-name');
    expect(fault(() => files.write('G:\\link\\new.txt', bytes('x')))).toBe('denied');
  });

  it("refuses to write into a script's folder that is not mounted", () => {
    expect(fault(() => files.write('S:\\x.txt', bytes('x')))).toBe('denied');
    expect(fault(() => files.makeDirectory('S:\\x'))).toBe('denied');
    expect(fault(() => files.move('C:\\x', 'S:\\x'))).toBe('denied');
  });

  it('reaches the administrative shares of other machines', () => {
    files.write('\\\\EX02\\C$\\a.txt', bytes('there'));
    expect(text('\\\\EX02\\C$\\A.TXT')).toBe('there');
    expect(fault(() => files.read('\\\\EX09\\C$\\a.txt'))).toBe('not-found');
  });

  it('names what is wrong', () => {
    files.makeDirectory('C:\\d');
    files.write('C:\\d\\f', bytes('x'));
    expect(fault(() => files.read('C:\\none'))).toBe('not-found');
    expect(fault(() => files.read('C:\\d'))).toBe('is-directory');
    expect(fault(() => files.list('C:\\d\\f'))).toBe('not-directory');
    expect(fault(() => files.makeDirectory('C:\\d'))).toBe('exists');
    expect(fault(() => files.remove('C:\\d'))).toBe('not-empty');
    expect(fault(() => files.write('C:\\a?b', bytes('x')))).toBe('invalid-name');
    expect(fault(() => files.move('C:\\d\\f', 'C:\\d'))).toBe('exists');
    expect(fault(() => files.write('X:\\a', bytes('x')))).toBe('not-found');
    files.setAttributes('C:\\d\\f', { readOnly: true });
    expect(fault(() => files.write('C:\\d\\f', bytes('y')))).toBe('denied');
    expect(files.stat('C:\\none')).toBeUndefined();
  });

  it('renames where only letter case differs', () => {
    files.write('C:\\report.txt', bytes('x'));
    files.move('C:\\report.txt', 'C:\\Report.txt');
    expect(files.list('C:\\').map(({ name }) => name)).toEqual(['Report.txt']);
  });
});
