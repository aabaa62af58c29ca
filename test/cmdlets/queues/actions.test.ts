// What administrators do to queues and messages, by identity and by filter, on this server and on others (facts/transport 1.6, 1.8).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
const lines = (script: string): string[] => run(script).split('\n').filter(Boolean);
const waiting = "-Filter {DeliveryType -like 'SmtpRelay*'}";

beforeEach(() => {
  test = openTestSession();
  run('Set-SandboxServer EDGE01 -Online $false');
  run('Send-SandboxMessage alice bob@fabrikam.com -Subject one -Server EX01');
  run('Send-SandboxMessage alice bob@fabrikam.com -Subject two -Server EX01');
  run('Send-SandboxMessage carol bob@fabrikam.com -Subject three -Server EX02');
  run('Step-SandboxClock -Minutes 2');
});
afterEach(() => test.dispose());

const arrived = (): string[] => {
  run('Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Minutes 45');
  return lines('Get-SandboxMailboxItem bob@fabrikam.com | ForEach-Object Subject').sort();
};

describe('queues', () => {
  it('Suspend-Queue -Filter holds the queues of one server; Resume-Queue lets them go', () => {
    run(`Suspend-Queue -Server EX02 ${waiting} -Confirm:$false`);
    expect(run(`(Get-Queue -Server EX02 ${waiting}).Status`)).toBe('Suspended');
    expect(run(`(Get-Queue -Server EX01 ${waiting}).Status`)).toBe('Retry');
    expect(arrived()).toEqual(['one', 'two']);
    run("Resume-Queue -Server EX02 -Filter {Status -eq 'Suspended'}; Step-SandboxClock -Minutes 5");
    expect(arrived()).toEqual(['one', 'three', 'two']);
  });
  it('Retry-Queue connects at once, and only queues in Retry', () => {
    run('Step-SandboxClock -Minutes 5; Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Seconds 90');
    expect(run(`(Get-Queue ${waiting}).Status`)).toBe('Retry');
    run("Retry-Queue -Filter {Status -eq 'Retry'}; Step-SandboxClock -Seconds 10");
    expect(lines('Get-SandboxMailboxItem bob@fabrikam.com | ForEach-Object Subject').sort()).toEqual(['one', 'two']);
  });
  it('Retry-Queue -Resubmit sends mail through the categorizer again', () => {
    run("New-SendConnector -Name Direct -AddressSpaces 'fabrikam.com' -SourceTransportServers EX01 | Out-Null");
    run(`Get-Queue ${waiting} | Retry-Queue -Resubmit $true; Step-SandboxClock -Minutes 1`);
    expect(lines('Get-SandboxMailboxItem bob@fabrikam.com | ForEach-Object Subject').sort()).toEqual(['one', 'two']);
  });
  it('queues come down the pipeline', () => {
    run(`Get-Queue ${waiting} | Suspend-Queue -Confirm:$false`);
    expect(run(`(Get-Queue ${waiting}).Status`)).toBe('Suspended');
  });
  it('-WhatIf names the queue, or filter and server, and changes nothing', () => {
    const identity = run(`(Get-Queue ${waiting}).Identity`);
    expect(run(`Suspend-Queue '${identity}' -WhatIf`)).toBe(`What if: Suspending queue "${identity}".`);
    expect(run('Suspend-Queue -Server EX02 -Filter {MessageCount -gt 0} -WhatIf')).toBe(
      'What if: Suspending all queues that match filter "MessageCount -gt 0" on server "EX02".',
    );
    expect(run(`(Get-Queue ${waiting}).Status`)).toBe('Retry');
  });
});

describe('messages', () => {
  it('Suspend-Message and Resume-Message hold and free one of a queue', () => {
    run("Suspend-Message -Filter {Subject -eq 'one'} -Confirm:$false");
    expect(run("(Get-Message -Filter {Subject -eq 'one'}).Status")).toBe('Suspended');
    expect(arrived()).toEqual(['three', 'two']);
    run("Get-Message -Filter {Status -eq 'Suspended'} | Resume-Message; Step-SandboxClock -Minutes 5");
    expect(arrived()).toEqual(['one', 'three', 'two']);
  });
  it('Remove-Message takes mail away, with a report or without', () => {
    run("Remove-Message -Filter {Subject -eq 'one'} -WithNDR $true -Confirm:$false");
    run("Remove-Message -Filter {Subject -eq 'two'} -WithNDR $false -Confirm:$false");
    run('Step-SandboxClock -Minutes 1');
    expect(lines('Get-SandboxMailboxItem alice -Folder Inbox | ForEach-Object Subject')).toEqual([
      'Undeliverable: one',
    ]);
    expect(arrived()).toEqual(['three']);
  });
  it('on another server by -Server, or by identity', () => {
    run("Remove-Message -Server EX02 -Filter {Subject -eq 'three'} -WithNDR $false -Confirm:$false");
    expect(run("@(Get-Message -Server EX02 -Filter {Subject -eq 'three'}).Count")).toBe('0');
    expect(arrived()).toEqual(['one', 'two']);
  });
  it('an identity that several messages fit is refused', () => {
    expect(run("Suspend-Message 'EX01\\*\\*' -Confirm:$false")).toContain('matches more than one message');
  });
});

describe('Redirect-Message', () => {
  it('drains one server to another', () => {
    run('Redirect-Message -Server EX01 -Target EX02.contoso.com -Confirm:$false; Step-SandboxClock -Minutes 1');
    expect(
      run("@(Get-Message -Server EX01 -Filter {Subject -eq 'one'} | Where-Object Queue -notlike '*Shadow*').Count"),
    ).toBe('0');
    expect(
      lines("Get-Message -Server EX02 | Where-Object Queue -notlike '*Shadow*' | ForEach-Object Subject").sort(),
    ).toEqual(['one', 'three', 'two']);
    expect(arrived()).toEqual(['one', 'three', 'two']);
  });
});
