// A session keeps its sandbox: what was done is there in the next one, in the same order, with the same logs.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sandboxDrives } from '../../src/host/files/sandbox-drives.ts';
import { NodeFolder } from '../../src/host/storage/node-folder.ts';
import { decodeSnapshot, encodeSnapshot } from '../../state/store/snapshot.ts';
import { StorageError } from '../../state/store/storage-folder.ts';
import { SandboxFolder } from './sandbox-session.ts';

let sandbox: SandboxFolder;
beforeEach(() => {
  sandbox = new SandboxFolder();
});
afterEach(() => sandbox.dispose());

const mail = (subject: string) =>
  `Send-SandboxMessage -From alice@contoso.com -To kenji@contoso.com -Subject ${subject} | Out-Null`;
const inbox = '(Get-SandboxMailboxItem kenji -Folder Inbox).Subject -join ","';

/** All files below a folder with their contents, but for journals and what shows real time. */
function contents(folder: string, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(folder, prefix)).sort()) {
    const path = join(prefix, name);
    if (statSync(join(folder, path)).isDirectory()) Object.assign(found, contents(folder, path));
    else found[path] = readFileSync(join(folder, path), 'latin1');
  }
  return found;
}

describe('a sandbox', () => {
  test('is not touched by what needs none', () => {
    const one = sandbox.open();
    expect(one.run('1 + 1; "a".Length')).toBe('2\n1');
    one.close();
    expect(readdirSync(sandbox.path)).toEqual([]);
  });

  test('has in the next session what was done in the one before', () => {
    const one = sandbox.open();
    one.run(`${mail('hello')}\nStep-SandboxClock -Minutes 5`);
    expect(one.run(inbox)).toBe('hello');
    const now = one.run('(Get-SandboxClock).Now.Ticks');
    one.close();
    const two = sandbox.open();
    expect(two.run(inbox)).toBe('hello');
    expect(two.run('(Get-SandboxClock).Now.Ticks')).toBe(now);
    two.close();
    expect(readdirSync(sandbox.path)).toContain('state.json');
    expect(existsSync(join(sandbox.path, 'lock'))).toBe(false);
  });

  test('is the same after a kill as after a clean end, logs byte for byte', () => {
    const steps = [
      mail('one'),
      'Step-SandboxClock -Minutes 3',
      mail('two'),
      'Step-SandboxClock -Hours 1',
      mail('three'),
      'Step-SandboxClock -UntilIdle',
    ];
    const whole = sandbox.open();
    for (const step of steps) whole.run(step);
    whole.close();
    const expected = contents(join(sandbox.path, 'drives'));
    expect(Object.keys(expected).some((path) => path.includes('MSGTRK'))).toBe(true);

    const other = new SandboxFolder();
    try {
      for (const step of steps) {
        const one = other.open();
        one.run(step);
        // The folder as a killed process leaves it: no snapshot, logs longer than the last snapshot knew.
        cpSync(other.path, `${other.path}-killed`, { recursive: true });
        one.close();
        rmSync(other.path, { recursive: true });
        cpSync(`${other.path}-killed`, other.path, { recursive: true });
        rmSync(`${other.path}-killed`, { recursive: true });
        rmSync(join(other.path, 'lock'));
      }
      const last = other.open();
      expect(last.run(inbox)).toBe('one,two,three');
      last.close();
      expect(contents(join(other.path, 'drives'))).toEqual(expected);
    } finally {
      other.dispose();
    }
  });

  test('gives the same bytes for the same script', () => {
    const script = `${mail('a')}\nStep-SandboxClock -Hours 2\nSet-TransportConfig -ShadowRedundancyEnabled $false\n${mail('b')}\nStep-SandboxClock -UntilIdle`;
    const run = () => {
      const folder = new SandboxFolder();
      const one = folder.open();
      one.run(script);
      one.close();
      const all = contents(folder.path);
      folder.dispose();
      return all;
    };
    expect(run()).toEqual(run());
  });

  test('refuses another organization than it started from, and an unknown one', () => {
    sandbox.open({ organization: 'contoso' }).close();
    expect(() => sandbox.open({ organization: 'Contoso' }).close()).not.toThrow();
    expect(() => sandbox.open({ organization: 'Fabrikam2010' })).toThrow(
      /was started from the organization Contoso, not Fabrikam2010/,
    );
    const other = new SandboxFolder();
    expect(() => other.open({ organization: 'Nowhere' })).toThrow(/no organization 'Nowhere'.*Contoso/);
    other.dispose();
  });

  test('lets the shell sit on the named server only if there is one', () => {
    const one = sandbox.open({ server: 'ex03' });
    expect(one.run('$env:COMPUTERNAME')).toBe('EX03');
    one.close();
    expect(() => sandbox.open({ server: 'EX99' })).toThrow(/no server 'EX99'/);
    expect(existsSync(join(sandbox.path, 'lock'))).toBe(false);
  });

  test('that another shell holds is a clear error, and nothing else stops', () => {
    const one = sandbox.open();
    one.run('Get-SandboxClock');
    const two = sandbox.open();
    expect(two.run('"free"')).toBe('free');
    expect(two.run('Get-SandboxClock')).toMatch(/is in use by another\s+shell/);
    one.close();
    expect(two.run('(Get-SandboxClock).Rate')).toBe('1');
    two.close();
  });
});

describe('a damaged file', () => {
  beforeEach(() => {
    const one = sandbox.open();
    one.run(`${mail('hello')}\nStep-SandboxClock -Minutes 5`);
    one.close();
  });

  test('state.json is set aside, told, and made again from the journal', () => {
    writeFileSync(join(sandbox.path, 'state.json'), '{ "format": ');
    const one = sandbox.open();
    const output = one.run(inbox);
    expect(output).toContain("WARNING: The file 'state.json'");
    expect(output).toContain("set aside as 'state.json.damaged-1'");
    expect(output.endsWith('hello')).toBe(true);
    one.close();
    expect(readFileSync(join(sandbox.path, 'state.json.damaged-1'), 'utf8')).toBe('{ "format": ');
    const two = sandbox.open();
    expect(two.run(inbox)).toBe('hello');
    two.close();
  });

  test('a segment is found by its checksum', () => {
    const first = sandbox.open();
    first.run(`Send-SandboxMessage -From alice@contoso.com -To kenji@contoso.com -Count 1000 | Out-Null`);
    first.close();
    const segments = readdirSync(join(sandbox.path, 'segments'));
    writeFileSync(join(sandbox.path, 'segments', segments[0]!), 'x\n');
    const one = sandbox.open();
    const output = one.run(inbox);
    expect(output).toContain(`segments/${segments[0]}`);
    expect(output.endsWith('hello')).toBe(true);
    one.close();
  });

  test('a world that cannot be restored is found as well', () => {
    const path = join(sandbox.path, 'state.json');
    const document = decodeSnapshot(readFileSync(path), 'state.json');
    writeFileSync(path, encodeSnapshot({ ...document, world: {} }));
    const one = sandbox.open();
    const output = one.run(inbox);
    expect(output).toMatch(/The snapshot 'state\.json' of the sandbox .* cannot be used: content\.world: /);
    expect(output.endsWith('hello')).toBe(true);
    one.close();
    expect(existsSync(path)).toBe(true);
  });
});

describe('time travel', () => {
  test('undo takes back world, clock, logs and files; redo brings them again', () => {
    const one = sandbox.open();
    one.run(mail('first'));
    one.run('Step-SandboxClock -Minutes 5');
    const before = contents(join(sandbox.path, 'drives'));
    one.run(mail('second'));
    one.run('Step-SandboxClock -Hours 3');
    one.run('"text" | Set-Content C:\\Temp\\a.txt');
    const after = contents(join(sandbox.path, 'drives'));
    one.run('Undo-Sandbox -Steps 3');
    expect(one.run(inbox)).toBe('first');
    expect(contents(join(sandbox.path, 'drives'))).toEqual(before);
    one.run('Redo-Sandbox -Steps 3');
    expect(one.run(inbox)).toBe('first,second');
    expect(contents(join(sandbox.path, 'drives'))).toEqual(after);
    expect(one.run('(Get-SandboxHistory).Kind -join ","')).toBe('Message,Clock,Message,Clock,Cmdlet');
    one.close();
  });

  test('checkpoints are named, listed, restored, and restoring can be undone', () => {
    const one = sandbox.open();
    one.run(mail('first'));
    one.run('Step-SandboxClock -Minutes 5');
    expect(one.run('(Checkpoint-Sandbox).Name')).toBe('Checkpoint 1');
    expect(one.run('Checkpoint-Sandbox "checkpoint 1"')).toContain('exists already');
    one.run(`${mail('second')}\nStep-SandboxClock -Minutes 5`);
    one.run('Restore-Sandbox "Checkpoint 1"');
    expect(one.run(inbox)).toBe('first');
    one.run('Undo-Sandbox');
    expect(one.run(inbox)).toBe('first,second');
    expect(one.run('Restore-Sandbox nowhere')).toContain("There is no checkpoint 'nowhere'");
    one.close();
  });

  test('reset starts afresh, export and import carry a world over', () => {
    const one = sandbox.open();
    one.run(`${mail('first')}\nStep-SandboxClock -Minutes 5\nExport-Sandbox C:\\Temp\\box.json`);
    one.run('Reset-Sandbox');
    expect(one.run(`@(Get-SandboxMailboxItem kenji -Folder Inbox).Count`)).toBe('0');
    one.run('Undo-Sandbox');
    expect(one.run(inbox)).toBe('first');
    one.run(`${mail('second')}\nStep-SandboxClock -Minutes 5\nImport-Sandbox C:\\Temp\\box.json`);
    expect(one.run(inbox)).toBe('first');
    one.run(
      `(Get-Content C:\\Temp\\box.json -Raw).Replace('first', 'fake!') | Set-Content C:\\Temp\\false.json -NoNewline`,
    );
    expect(one.run('Import-Sandbox C:\\Temp\\false.json')).toMatch(/false\.json' cannot be imported: checksum/);
    one.close();
    const two = sandbox.open();
    expect(two.run(inbox)).toBe('first');
    two.close();
  });

  test('undoing more than there is is refused', () => {
    const one = sandbox.open();
    expect(one.run('Undo-Sandbox')).toContain('There is nothing to undo.');
    expect(one.run('Undo-Sandbox -To 99')).toContain("no history entry '99'");
    expect(one.run('Redo-Sandbox')).toContain('nothing to redo');
    one.close();
  });
});

test('a full disk is an error of the command, and what was done before it stays', () => {
  let isFull = false;
  const folder = new NodeFolder(sandbox.path);
  const openAppend = folder.openAppend.bind(folder);
  folder.openAppend = (path) => {
    const file = openAppend(path);
    const append = file.append.bind(file);
    file.append = (data) => {
      if (isFull) throw new StorageError('no-space', path, 'write');
      append(data);
    };
    return file;
  };
  const one = sandbox.open({ folder });
  one.run('New-SandboxHost a.example.com | Out-Null');
  isFull = true;
  const output = one.run('New-SandboxHost b.example.com; "never"');
  expect(output).toContain('there is not enough space on the disk');
  expect(output).toContain('SandboxStorageFault');
  expect(output).not.toMatch(/^never$/m);
  isFull = false;
  expect(one.run('(Get-SandboxHost *.example.com).Name')).toBe('a.example.com');
  one.run('New-SandboxHost c.example.com | Out-Null');
  one.close();
  const two = sandbox.open();
  expect(two.run('(Get-SandboxHost *.example.com).Name -join ","')).toBe('a.example.com,c.example.com');
  two.close();
});

test('a script of a mounted folder that asks for nothing of the sandbox does not open it', () => {
  writeFileSync(join(sandbox.path, 'script.ps1'), '$env:TEMP.Length; (Get-Content Z:\\script.ps1).Length -gt 0');
  const mount = { name: 'Z', folder: sandbox.path, description: '', mounted: true, writable: false };
  const one = sandbox.open({ files: (context) => sandboxDrives(sandbox.path, [mount], context) });
  expect(one.run(". 'Z:\\script.ps1'")).toBe('41\nTrue');
  one.close();
  expect(readdirSync(sandbox.path)).toEqual(['script.ps1']);
});

test('another organization has its own machine under the shell', () => {
  const one = sandbox.open();
  expect(one.run('$env:COMPUTERNAME')).toBe('EX01');
  one.run('Reset-Sandbox -Organization Fabrikam2010');
  expect(one.run('$env:COMPUTERNAME')).toBe('HUB01');
  one.run('Undo-Sandbox');
  expect(one.run('$env:COMPUTERNAME; $env:USERDNSDOMAIN')).toBe('EX01\nCONTOSO.COM');
  one.close();
});
