// Mailbox moves as typed: states, time, faults, and mail that finds the mailbox in its new place.

import { afterEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const start = (organization = 'Contoso'): void => void (test = openTestSession({ organization }));
const line = (text: string): string => test.run(text).trim();
afterEach(() => test.dispose());

describe('New-MoveRequest', () => {
  it('is queued, goes on with the clock and ends with the mailbox in its new database', () => {
    start();
    expect(line('(New-MoveRequest alice -TargetDatabase DB02).Status')).toBe('Queued');
    expect(line('(Get-Mailbox alice).Database')).toBe('DB01');
    test.run('Step-SandboxClock -Seconds 30');
    expect(line('(Get-MoveRequest alice).Status')).toBe('InProgress');
    test.run('Step-SandboxClock -Minutes 5');
    expect(line('"$((Get-MoveRequest alice).Status) $((Get-Mailbox alice).Database)"')).toBe('Completed DB02');
    expect(test.run('Get-MoveRequest')).toContain('DisplayName');
  });

  it('takes longer for a large mailbox', () => {
    start();
    test.run('1..6 | % { Send-SandboxMessage bob alice -SizeKB 9000 }; Step-SandboxClock -Minutes 5');
    test.run('New-MoveRequest alice -TargetDatabase DB02 | Out-Null; Step-SandboxClock -Seconds 130');
    expect(line('(Get-Mailbox alice).Database')).toBe('DB01');
    test.run('Step-SandboxClock -Minutes 2');
    expect(line('(Get-Mailbox alice).Database')).toBe('DB02');
    expect(line('(Get-SandboxMailboxItem alice -Folder Inbox)[0].Server')).toBe('EX02');
  });

  it('waits while a database is dismounted', () => {
    start();
    test.run('Dismount-Database DB02 -Confirm:$false; New-MoveRequest alice -TargetDatabase DB02 | Out-Null');
    test.run('Step-SandboxClock -Minutes 30');
    expect(line('(Get-MoveRequest alice).Status')).toBe('Queued');
    test.run('Mount-Database DB02; Step-SandboxClock -Minutes 10');
    expect(line('(Get-MoveRequest alice).Status')).toBe('Completed');
  });

  it('refuses a second request, the same database and unknown names', () => {
    start();
    expect(test.run('New-MoveRequest alice -TargetDatabase DB01')).toContain('already in the target database');
    test.run('New-MoveRequest alice -TargetDatabase DB02 | Out-Null');
    expect(test.run('New-MoveRequest alice -TargetDatabase DB03')).toContain('is already being moved');
    expect(test.run('New-MoveRequest nobody -TargetDatabase DB03')).toContain("couldn't be found");
    expect(test.run('New-MoveRequest bob -TargetDatabase DB99')).toContain("couldn't be found");
    test.run('Step-SandboxClock -Minutes 10');
    expect(test.run('New-MoveRequest alice -TargetDatabase DB03')).toContain('Remove-MoveRequest');
  });

  it('stops before the end with -SuspendWhenReadyToComplete and goes on with Resume-MoveRequest', () => {
    start();
    test.run('New-MoveRequest alice -TargetDatabase DB02 -SuspendWhenReadyToComplete | Out-Null');
    test.run('Step-SandboxClock -Minutes 10');
    expect(line('"$((Get-MoveRequest alice).Status) $((Get-MoveRequestStatistics alice).PercentComplete)"')).toBe(
      'AutoSuspended 95',
    );
    test.run('Resume-MoveRequest alice; Step-SandboxClock -Minutes 10');
    expect(line('(Get-MoveRequest alice).Status')).toBe('Completed');
  });

  it('lets queued mail find the mailbox that moved to another server (rule I1)', () => {
    start();
    test.run('Dismount-Database DB03 -Confirm:$false; Send-SandboxMessage bob kenji -Subject late | Out-Null');
    test.run('Step-SandboxClock -Minutes 1; Mount-Database DB03');
    test.run('Get-Queue -Server EX03 | Suspend-Queue -Confirm:$false');
    test.run('New-MoveRequest kenji -TargetDatabase DB01 | Out-Null; Step-SandboxClock -Minutes 10');
    expect(line('@(Get-SandboxMailboxItem kenji -Folder Inbox).Count')).toBe('0');
    test.run('Get-Queue -Server EX03 | Resume-Queue; Step-SandboxClock -Minutes 30');
    expect(line('(Get-SandboxMailboxItem kenji -Folder Inbox).Subject')).toBe('late');
    expect(line('(Get-SandboxMailboxItem kenji -Folder Inbox).Server')).toBe('EX01');
  });
});

describe('Move-Mailbox', () => {
  it('moves as New-MoveRequest does, again and again', () => {
    start('Northwind2007');
    test.run('Move-Mailbox ann -TargetDatabase DB-B -Confirm:$false; Step-SandboxClock -Minutes 10');
    expect(line('(Get-Mailbox ann).Database')).toBe('DB-B');
    test.run('Move-Mailbox ann -TargetDatabase "MBX-A1\\First Storage Group\\DB-A1"; Step-SandboxClock -Minutes 10');
    expect(line('(Get-Mailbox ann).Database')).toBe('DB-A1');
    expect(line('(Get-MoveRequest).Status')).toBe('Completed');
  });
});
