// A typed session on a pseudo-terminal: prompt, editing, questions, Ctrl+C, history, and the way out.

import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';
import type { Terminal } from '../support/terminal.ts';

const PROMPT = '[PS] C:\\>';
/** What the machine, busy with other tests, may add to the 100 ms that stopping takes at most. */
const BUSY_MACHINE_MS = 400;

const open: { sandbox: Sandbox; terminal: Terminal }[] = [];

async function start(sandbox = new Sandbox()): Promise<Terminal> {
  const terminal = sandbox.terminal();
  open.push({ sandbox, terminal });
  await terminal.waitFor(PROMPT);
  return terminal;
}

/** Types a line and gives what is shown up to the next prompt, the typed line left out. */
async function enter(terminal: Terminal, line: string): Promise<string> {
  terminal.enter(line);
  await terminal.waitFor('\n');
  const shown = await terminal.waitFor(PROMPT);
  return shown.slice(0, -PROMPT.length);
}

beforeAll(ensureBuilt);
afterEach(async () => {
  for (const { terminal } of open) terminal.close();
  for (const { sandbox } of open.splice(0)) await sandbox.dispose();
});

describe('a typed session', () => {
  it('greets, runs what is typed, and ends with the code that exit names', async () => {
    const terminal = await start();
    expect(terminal.text).toContain('Welcome to the Exchange Management Shell!');
    expect(terminal.text).toContain('VERBOSE: Connected to EX01.contoso.com.');
    expect(await enter(terminal, '1 + 1')).toBe('2\n');
    expect(await enter(terminal, 'No-Such')).toContain("The term 'No-Such' is not recognized");
    terminal.enter('exit 5');
    expect(await terminal.waitForExit()).toBe(5);
  });

  it('goes on in a further line while the input is incomplete', async () => {
    const terminal = await start();
    terminal.enter('foreach ($i in 1..2) {');
    await terminal.waitFor('>> ');
    terminal.enter('"<$i>" }');
    await terminal.waitFor('<1>\n<2>\n');
  });

  it('leaves by Ctrl+D', async () => {
    const terminal = await start();
    terminal.type('\x04');
    expect(await terminal.waitForExit()).toBe(0);
  });

  it('watches queues on a screen of its own until a key is pressed', async () => {
    const terminal = await start();
    terminal.enter('Watch-SandboxQueue EX01 -Interval 0:0:0.2');
    await terminal.waitFor('any key ends');
    await terminal.waitFor('EX01\\Submission');
    terminal.type('q');
    await terminal.waitFor(PROMPT);
    terminal.enter('"back"');
    await terminal.waitFor('\nback\n');
  });

  it('offers names of the organisation as a menu', async () => {
    const terminal = await start();
    terminal.type('Get-Queue -Server EX0\x00');
    await terminal.waitFor('EX03');
    terminal.type('\x1b[C\r | ForEach-Object Identity\r');
    await terminal.waitFor('EX02\\Submission');
  });

  it('shows the prompt that a function of the user makes', async () => {
    const terminal = await start();
    terminal.enter("function prompt { 'mine: ' }");
    await terminal.waitFor('mine: ');
    terminal.enter('7');
    await terminal.waitFor('\n7\n');
  });

  it('keeps its history for the next session', async () => {
    const sandbox = new Sandbox();
    const first = await start(sandbox);
    await enter(first, '"remembered"');
    first.enter('exit');
    await first.waitForExit();
    const second = await start(sandbox);
    second.type('\x1b[A\x1b[A');
    await second.waitFor('"remembered"');
    second.type('\r');
    await second.waitFor('\nremembered\n');
  });

  it('completes commands, parameters and values by Tab', async () => {
    const terminal = await start();
    terminal.type('Get-ServerComponentSt\t');
    await terminal.waitFor('Get-ServerComponentState');
    terminal.type(' -Ident\t');
    await terminal.waitFor('-Identity');
    terminal.type('\x03');
    await terminal.waitFor(PROMPT);
  });
});

describe('questions', () => {
  it('Read-Host takes a line', async () => {
    const terminal = await start();
    terminal.enter('$name = Read-Host Name');
    await terminal.waitFor('\nName: ');
    terminal.enter('bob');
    await terminal.waitFor(PROMPT);
    expect(await enter(terminal, '"hello $name"')).toBe('hello bob\n');
  });

  it("-Confirm asks in PowerShell's words, and No leaves things as they are", async () => {
    const terminal = await start();
    await enter(terminal, 'Set-Content C:\\kept.txt x');
    terminal.enter('Remove-Item C:\\kept.txt -Confirm');
    const asked = await terminal.waitFor('[?] Help (default is "Y"): ');
    expect(asked).toContain(
      'Confirm\nAre you sure you want to perform this action?\nPerforming the operation "Remove File" on target "C:\\kept.txt".\n[Y] Yes  [A] Yes to All  [N] No  [L] No to All',
    );
    terminal.enter('n');
    await terminal.waitFor(PROMPT);
    expect(await enter(terminal, 'Test-Path C:\\kept.txt')).toBe('True\n');
  });

  it('Ctrl+C at a question stops the pipeline', async () => {
    const terminal = await start();
    terminal.enter('Read-Host Name; "after"');
    await terminal.waitFor('\nName: ');
    terminal.type('\x03');
    const shown = await terminal.waitFor(PROMPT);
    expect(shown).not.toContain('after');
    expect(await enter(terminal, '3')).toBe('3\n');
  });
});

describe('Ctrl+C', () => {
  it.each([
    ['an endless loop', 'while ($true) {}'],
    ['a long pipeline', '1..10000000 | ForEach-Object { $_ } | Out-Null'],
    ['a sleep', 'Start-Sleep 3600'],
    ['a recursion of functions', 'function f { f2 }; function f2 { $x = 1; $x }; for (;;) { f | Out-Null }'],
  ])('stops %s at once and leaves the session whole', async (_what, command) => {
    const terminal = await start();
    terminal.enter(`"be${'"'} + "gun"; ${command}; "never"`);
    await terminal.waitFor('begun\n');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const pressed = performance.now();
    terminal.type('\x03');
    const shown = await terminal.waitFor(PROMPT);
    expect(performance.now() - pressed).toBeLessThan(100 + BUSY_MACHINE_MS);
    expect(shown).not.toContain('never');
    expect(await enter(terminal, '"whole"')).toBe('whole\n');
  });

  it('gives up what is being typed', async () => {
    const terminal = await start();
    terminal.type('throw 1\x03');
    await terminal.waitFor(PROMPT);
    expect(await enter(terminal, '4')).toBe('4\n');
  });
});
