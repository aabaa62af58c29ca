// Back pressure as an administrator brings it about and sees it: levels, who is still let in, histories over the polls, events, by version
// (facts 6; *Understanding back pressure*).

import { afterEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let open: TestSession | undefined;
afterEach(() => {
  open?.dispose();
  open = undefined;
});
function session(organization?: string): (text: string) => string {
  open = openTestSession(organization === undefined ? {} : { organization });
  return (text) => open!.run(text).trimEnd();
}

/** Answer of a server to MAIL FROM of a stranger. */
const mailFrom = (server: string, port = 25) =>
  `('ehlo there', 'mail from:<pat@fabrikam.com>', 'quit' | telnet ${server} ${port} | Where-Object { $_ -match '^[245]\\d\\d \\d\\.\\d' } | Select-Object -First 1)`;
const refused = '452 4.3.1 Insufficient system resources';
const events = (server: string, id: number) =>
  `@(Get-WinEvent -ComputerName ${server} -LogName Application | Where-Object Id -eq ${id}).Count`;
const inbox = (who: string) => `@(Get-SandboxMailboxItem ${who} -Folder Inbox).Count`;

describe('disk space', () => {
  it('at medium turns strangers and Pickup away, at high everybody; what was refused comes later', () => {
    const run = session();
    run('Set-SandboxServer EX03 -DiskFreeGB 10');
    expect(run(mailFrom('EX03'))).toBe(refused);
    run('Send-SandboxMessage alice kenji -Subject inside | Out-Null; Step-SandboxClock -Minutes 1');
    expect(run(inbox('kenji'))).toBe('1');
    run(
      'Set-SandboxServer EX03 -DiskFreeGB 2; Send-SandboxMessage alice kenji -Subject late | Out-Null; Step-SandboxClock -Minutes 1',
    );
    expect(
      run(`${inbox('kenji')}; (Get-Queue -Server EX01 | ? NextHopDomain -like 'site*' | % LastError) -join ''`),
    ).toMatch(/^1\n[\s\S]*452 4\.3\.1 Insufficient system resources/);
    expect(run(`Set-SandboxServer EX03 -DiskFreeGB $null; Step-SandboxClock -Minutes 30; ${inbox('kenji')}`)).toBe('2');
    expect(run(`${events('EX03', 15004)} -ge 2; ${events('EX03', 15005)} -ge 1; ${events('EX03', 15006)} -ge 1`)).toBe(
      'True\nTrue\nTrue',
    );
  });

  it('at medium takes no shadow copies and leaves Pickup files where they are', () => {
    const run = session();
    const folder = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Pickup';
    run(
      `Set-SandboxServer EX02 -DiskFreeGB 10; Send-SandboxMessage alice kenji -Server EX01 | Out-Null; Step-SandboxClock -Minutes 1`,
    );
    expect(run('(Get-MessageTrackingLog -EventId HAREDIRECTFAIL).SourceContext')).toContain(
      `EX02.contoso.com=${refused}`,
    );
    run(`Set-SandboxServer EX01 -DiskFreeGB 10
      Set-Content '${folder}\\a.eml' "From: alice@contoso.com\`r\`nTo: bob@contoso.com\`r\`nSubject: picked\`r\`n\`r\`ntext"; Step-SandboxClock -Minutes 1`);
    expect(run(`${inbox('bob')}; Test-Path '${folder}\\a.eml'`)).toBe('0\nTrue');
    expect(
      run(
        `Set-SandboxServer EX01 -DiskFreeGB $null; Step-SandboxClock -Minutes 1; ${inbox('bob')}; Test-Path '${folder}\\a.eml'`,
      ),
    ).toBe('1\nFalse');
  });
});

describe('version buckets', () => {
  it('at medium hold senders back, longer with each poll, and after 10 polls refuse strangers', () => {
    const run = session();
    const wait = `$from = Get-Date; $answer = ${mailFrom('EX03', 2525)}; $answer; [int]((Get-Date) - $from).TotalSeconds`;
    run('Set-SandboxServer EX03 -VersionBuckets 1200');
    expect(run(wait)).toMatch(/^250 2\.1\.0 Sender OK\n1\d$/);
    expect(run(`Step-SandboxClock -Seconds 30; ${wait}`)).toMatch(new RegExp(`^${refused}`));
    expect(run(`Set-SandboxServer EX03 -VersionBuckets $null; ${wait}`)).toMatch(/^250 2\.1\.0 Sender OK\n\d$/);
  });

  it('at high stop what goes out, too', () => {
    const run = session();
    run(`Suspend-Queue EX01\\Submission -Confirm:$false; Send-SandboxMessage alice bob -Server EX01 | Out-Null; Step-SandboxClock -Seconds 30
      Set-SandboxServer EX01 -VersionBuckets 1600; Resume-Queue EX01\\Submission -Confirm:$false; Step-SandboxClock -Minutes 2`);
    expect(run(inbox('bob'))).toBe('0');
    expect(run(`Set-SandboxServer EX01 -VersionBuckets $null; Step-SandboxClock -Minutes 1; ${inbox('bob')}`)).toBe(
      '1',
    );
  });
});

describe('the Submission queue and memory', () => {
  it('a long Submission queue refuses everybody until it is short again', () => {
    const run = session();
    run(
      `Suspend-Queue EX03\\Submission -Confirm:$false; Send-SandboxMessage kenji alice -Count 15001 -Server EX03 | Out-Null; Step-SandboxClock -Minutes 5`,
    );
    expect(run(mailFrom('EX03'))).toBe(refused);
    expect(
      run(`Resume-Queue EX03\\Submission -Confirm:$false; Step-SandboxClock -Minutes 5; ${mailFrom('EX03')}`),
    ).toBe('250 2.1.0 Sender OK');
  });

  it('memory of the machine does not refuse mail on 2016', () => {
    const run = session();
    run('Set-SandboxServer EX03 -MemoryLoadPercent 99');
    expect(run(mailFrom('EX03'))).toBe('250 2.1.0 Sender OK');
    expect(
      run(
        `${events('EX03', 15004)}; Get-WinEvent -ComputerName EX03 -LogName Application | ? Id -eq 15004 | % Message`,
      ),
    ).toMatch(/^1\nResource pressure increased from Low to High\.\n[\s\S]*SystemMemory = 99 % \[High\]/);
  });
});

describe('Exchange 2010', () => {
  it('has its own thresholds and calls the lowest level Normal', () => {
    const run = session('Fabrikam2010');
    run('Set-SandboxServer HUB01 -VersionBuckets 130');
    expect(
      run(
        'Get-WinEvent -ComputerName HUB01 -LogName Application | ? Id -eq 15004 | % { $_.LevelDisplayName; ($_.Message -split "`n")[0] }',
      ),
    ).toBe('Warning\nResource pressure increased from Normal to Medium.');
    run('Set-SandboxServer HUB01 -VersionBuckets 250');
    expect(
      run('(Get-WinEvent -ComputerName HUB01 -LogName Application | ? Id -eq 15004 | select -First 1).Message'),
    ).toContain('Loading of e-mail from the queuing database (if available)');
  });
});
