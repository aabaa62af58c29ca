// The program as a user starts it: what it prints, and how it ends.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;

beforeAll(() => {
  ensureBuilt();
  sandbox = new Sandbox();
  const script = (name: string, text: string) => writeFileSync(join(sandbox.folder, name), text);
  script('args.ps1', 'param([int]$Number, [switch]$On, $Text)\n"$Number $On $Text [$args]"\n');
  script('exit.ps1', '"before"\nexit 7\n"after"\n');
  script('throw.ps1', '"before"\nthrow "no"\n');
  script('error.ps1', 'Write-Error x -ErrorAction SilentlyContinue\n');
  script('syntax.ps1', '"never"\nif (1) {\n  foo(\n');
  script('sibling.ps1', 'Get-Content $PSScriptRoot\\data.txt\nSet-Content $PSScriptRoot\\data.txt changed\n');
  script('data.txt', 'from beside the script');
  mkdirSync(join(sandbox.folder, 'mounted'));
});
afterAll(() => sandbox.dispose());

describe('exit codes, as pwsh', () => {
  it.each([
    ['a command that works', '1', 0],
    ['exit names it', 'exit 3', 3],
    ['a terminating error', 'throw 1', 1],
    ['the last command failed', 'Get-Item C:\\nowhere', 1],
    ['an earlier one failed', 'Get-Item C:\\nowhere; 1', 0],
    ['an unknown command', 'No-Such', 1],
    ['an unknown parameter', 'Get-Date -NoSuch', 1],
    ['a syntax error', 'if (', 1],
  ])('-Command: %s', (_what, command, code) => {
    expect(sandbox.run(['-Command', command]).code).toBe(code);
  });

  it.each([
    ['exit.ps1', 7],
    ['throw.ps1', 1],
    ['error.ps1', 0],
    ['syntax.ps1', 1],
  ])('-File: %s', (file, code) => {
    expect(sandbox.run(['-File', file]).code).toBe(code);
  });

  it('a command line that cannot be used ends with 64 and changes nothing', () => {
    const unknown = sandbox.run(['-NoSuch']);
    expect(unknown.code).toBe(64);
    expect(unknown.error).toContain("The argument '-NoSuch' is not recognized as the name of a script file.");
    expect(unknown.out).toContain('Usage: hubshell');
    expect(sandbox.run(['-File', 'nowhere.ps1']).error).toContain("The argument 'nowhere.ps1' is not recognized");
    expect(sandbox.run(['-File', 'nowhere.ps1']).code).toBe(64);
    expect(sandbox.run(['-Mount', 'G=./nowhere', '-Command', '1']).code).toBe(64);
  });

  it('an unknown organisation or server is told, with 1', () => {
    const organization = sandbox.run(['-Organization', 'Nowhere', '-Command', '1']);
    expect(organization.error).toMatch(/^hubshell: .*Nowhere/);
    expect(organization.code).toBe(1);
    const server = sandbox.run(['-Server', 'EX99', '-Command', '1']);
    expect(server.error).toContain("There is no server 'EX99' in the organization Contoso.");
    expect(server.code).toBe(1);
  });
});

describe('scripts', () => {
  it('get their arguments as pwsh gives them', () => {
    expect(sandbox.run(['-File', 'args.ps1', '5', '-On', '-Text', 'a b', 'rest']).out).toBe('5 True a b [rest]\n');
    expect(sandbox.run(['args.ps1', '-Number', '5', '-On:$false', "it's"]).out).toBe("5 False it's []\n");
  });

  it('show a syntax error with its position and run nothing', () => {
    const { out } = sandbox.run(['-File', 'syntax.ps1']);
    expect(out).not.toContain('never\n');
    expect(out).toMatch(/At S:\\syntax\.ps1:3 char:\d+/);
  });

  it('read their own folder and write only where it is mounted', () => {
    const first = sandbox.run(['-File', 'sibling.ps1']);
    expect(first.out).toContain('from beside the script');
    expect(first.out).toContain('denied');
    const mounted = sandbox.run(['-Mount', 'G=.', '-File', 'sibling.ps1']);
    expect(mounted.out).toBe('from beside the script\n');
    expect(sandbox.run(['-Mount', 'G=.', '-Command', 'Get-Content G:\\data.txt']).out).toBe('changed\n');
  });

  it('start where -WorkingDirectory says, at C:\\ otherwise', () => {
    expect(sandbox.run(['-Command', '(Get-Location).Path']).out).toBe('C:\\\n');
    expect(sandbox.run(['-WorkingDirectory', 'C:\\Windows', '-Command', '(Get-Location).Path']).out).toBe(
      'C:\\Windows\n',
    );
    const missing = sandbox.run(['-WorkingDirectory', 'C:\\nowhere', '-Command', '1']);
    expect(missing.out).toContain("Cannot find path 'C:\\nowhere' because it does not exist.");
    expect(missing.code).toBe(0);
  });
});

describe('piped input', () => {
  it('runs statement by statement, blocks over several lines, and goes on after an error', () => {
    const input = '1 + 1\nif ($false) {\n  "a"\n}\nelse {\n  "b"\n}\nthrow "no"\n@"\nhere\n"@\n';
    const { out, code } = sandbox.run([], { input });
    expect(out).toMatch(/^2\nb\nno\n[\s\S]*\nhere\n$/);
    expect(code).toBe(0);
  });

  it('is the same with -Command -, and ends with what exit names', () => {
    expect(sandbox.run(['-Command', '-'], { input: '5\nexit 4\n6\n' })).toMatchObject({ out: '5\n', code: 4 });
  });

  it('tells what is still open at the end', () => {
    const { out, code } = sandbox.run([], { input: 'if (1) {\n' });
    expect(out).toContain("Missing closing '}' in statement block or type definition.");
    expect(code).toBe(1);
  });

  it('answers what is asked', () => {
    expect(sandbox.run([], { input: '$name = Read-Host Name\nbob\n"hello $name"\n' }).out).toContain('hello bob');
  });
});

describe('the sandbox', () => {
  it('is as it was left', () => {
    sandbox.run([
      '-Command',
      'Send-SandboxMessage -From alice@contoso.com -To kenji@contoso.com -Subject kept; Step-SandboxClock -Minutes 2',
    ]);
    expect(sandbox.run(['-Command', '(Get-SandboxMailboxItem kenji -Folder Inbox).Subject']).out).toContain('kept');
  });

  it('lies where HUBSHELL_STATE says', () => {
    const folder = join(sandbox.folder, 'other');
    const environment = { HUBSHELL_STATE: folder };
    const { out } = sandbox.run(
      ['-State', folder, '-Command', 'Set-Content C:\\mark.txt x; Get-Content C:\\mark.txt'],
      { environment },
    );
    expect(out).toBe('x\n');
  });

  it('shows nothing of the host to a script', () => {
    const { out } = sandbox.run(
      ['-Command', '$env:HOME; $env:PATH; $env:SECRET; Test-Path /etc/passwd; Test-Path C:\\..\\..\\etc\\passwd'],
      {
        environment: { SECRET: 'secret' },
      },
    );
    expect(out).not.toContain('secret');
    expect(out).not.toContain('/usr/bin');
    expect(out.trimEnd().split('\n').slice(-2)).toEqual(['False', 'False']);
  });
});

it('-Version and -Help print and end with 0', () => {
  expect(sandbox.run(['-Version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^hubshell \d+\.\d+\.\d+\n$/),
  });
  expect(sandbox.run(['-Help'])).toMatchObject({ code: 0, out: expect.stringContaining('-Mount') });
});
