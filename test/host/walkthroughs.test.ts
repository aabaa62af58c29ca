// The walkthroughs as people do them: typed at the prompt with conversations by hand, and as script files.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, Sandbox } from '../support/sandbox.ts';
import type { Terminal } from '../support/terminal.ts';

const PROMPT = '[PS] C:\\>';
const open: { sandbox: Sandbox; terminal?: Terminal }[] = [];

async function start(): Promise<Terminal> {
  const sandbox = new Sandbox();
  const terminal = sandbox.terminal();
  open.push({ sandbox, terminal });
  await terminal.waitFor(PROMPT);
  return terminal;
}

async function enter(terminal: Terminal, line: string): Promise<string> {
  terminal.enter(line);
  await terminal.waitFor('\n');
  return terminal.waitFor(PROMPT);
}

/** Converses with a program: each line, and what must be answered before the next one. */
async function converse(terminal: Terminal, turns: [line: string, answer: string | RegExp][]): Promise<void> {
  for (const [line, answer] of turns) {
    terminal.enter(line);
    await terminal.waitFor(answer);
  }
  await terminal.waitFor(PROMPT);
}

function runScript(lines: string[]): { code: number | null; output: string } {
  const sandbox = new Sandbox();
  open.push({ sandbox });
  writeFileSync(join(sandbox.folder, 'walkthrough.ps1'), `${lines.join('\n')}\n`);
  const { code, out } = sandbox.run(['-File', 'walkthrough.ps1']);
  return { code, output: out };
}

beforeAll(ensureBuilt);
afterEach(async () => {
  for (const { sandbox, terminal } of open.splice(0)) {
    terminal?.close();
    await sandbox.dispose();
  }
});

describe('W1, mail that stays in Drafts', () => {
  it('is found and cured at the prompt', async () => {
    const terminal = await start();
    for (const requester of ['Maintenance', 'Functional'])
      await enter(
        terminal,
        `Set-ServerComponentState EX03 -Component HubTransport -Requester ${requester} -State Inactive`,
      );
    await enter(terminal, '$null = Send-SandboxMessage kenji yuki -Subject lunch; Step-SandboxClock -Minutes 3');
    expect(await enter(terminal, '(Get-SandboxMailboxItem kenji -Folder Drafts).Subject')).toContain('lunch');
    await converse(terminal, [
      ['telnet EX03 2525', '220 EX03.contoso.com Microsoft ESMTP MAIL Service ready'],
      ['ehlo', '250 XSHADOWREQUEST'],
      ['mail from: user@contoso.com', '412 4.3.2 Service not active'],
      ['quit', '221 2.0.0'],
    ]);
    for (const requester of ['Functional', 'Maintenance'])
      await enter(
        terminal,
        `Set-ServerComponentState EX03 -Component HubTransport -Requester ${requester} -State Active`,
      );
    await enter(terminal, 'Step-SandboxClock -Minutes 5');
    expect(await enter(terminal, '(Get-SandboxMailboxItem yuki).Subject')).toContain('lunch');
  });

  it('runs as a script file', () => {
    const { code, output } = runScript([
      "'Maintenance', 'Functional' | ForEach-Object { Set-ServerComponentState EX03 -Component HubTransport -Requester $_ -State Inactive }",
      '$null = Send-SandboxMessage kenji yuki -Subject lunch',
      'Step-SandboxClock -Minutes 3',
      '"drafts: $((Get-SandboxMailboxItem kenji -Folder Drafts).Subject)"',
      'Set-ServerComponentState EX03 -Requester Functional -State Active -Component HubTransport',
      '(Get-ServerComponentState EX03 -Component HubTransport).State',
      'Set-ServerComponentState EX03 -Requester Maintenance -State Active -Component HubTransport',
      '(Get-ServerComponentState EX03 -Component HubTransport).State',
      'Step-SandboxClock -Minutes 5',
      '"inbox: $((Get-SandboxMailboxItem yuki).Subject)"',
    ]);
    expect(output).toBe('drafts: lunch\nInactive\nActive\ninbox: lunch\n');
    expect(code).toBe(0);
  });
});

describe('W2, a delayed message', () => {
  it('is looked into at the prompt, on the Edge server and by nslookup', async () => {
    const terminal = await start();
    await enter(
      terminal,
      '$null = Send-SandboxMessage alice x@lucernepublishing.com -Subject late; Step-SandboxClock -Minutes 5',
    );
    await converse(terminal, [
      ['nslookup', /Default Server: {2}dc01\.contoso\.com\nAddress: .*\n\n> /],
      ['set type=MX', /set type=MX\n> /],
      ['lucernepublishing.com', /\*\*\* dc01\.contoso\.com can't find lucernepublishing\.com: Server failed\n\s*> /],
      ['exit', '\n'],
    ]);
    terminal.enter('Enter-PSSession EDGE01');
    await terminal.waitFor('[EDGE01]: [PS] C:\\>');
    terminal.enter("(Get-Queue -Filter {Status -eq 'Retry'}).NextHopDomain");
    await terminal.waitFor('\nlucernepublishing.com');
    terminal.enter('exit');
    await terminal.waitFor(/exit\n\[PS\] C:\\>/);
    await enter(terminal, 'Step-SandboxClock -Hours 4');
    expect(await enter(terminal, '(Get-SandboxMailboxItem alice -Folder Inbox).Subject')).toContain(
      'Delivery delayed:late',
    );
  });

  it('runs as a script file', () => {
    const { output } = runScript([
      '$null = Send-SandboxMessage alice x@lucernepublishing.com -Subject late',
      'Step-SandboxClock -Hours 5',
      '$item = Get-SandboxMailboxItem alice -Folder Inbox -Body',
      "$item.Body -match 'for the next (.*)\\. You' | Out-Null",
      '$Matches[1]',
      'Set-TransportConfig -ShadowRedundancyEnabled $False',
      'net stop MSExchangeTransport && net start MSExchangeTransport',
      '(Get-TransportConfig).ShadowRedundancyEnabled',
    ]);
    expect(output).toContain('1 days, 19 hours and 57 minutes\n');
    expect(output).toContain('The Microsoft Exchange Transport service was stopped successfully.');
    expect(output.trimEnd().endsWith('False')).toBe(true);
  });
});
