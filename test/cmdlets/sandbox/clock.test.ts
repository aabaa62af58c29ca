// spec/sandbox-cmdlets, Clock: what a step does and does not, until idle, and Ctrl+C.

import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestSession } from '../../support/session.ts';
import { Northwind, Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

describe('Step-SandboxClock', () => {
  it('parts add up, fractions count, and Get-Date gives the target', () => {
    const shell = contoso();
    shell.type('$start = Get-Date; Step-SandboxClock -Days 1 -Hours 2 -Minutes 1.5 -Seconds 0.25');
    expect(shell.ask('((Get-Date) - $start).ToString(); (Get-SandboxClock).Now -eq (Get-Date)')).toEqual([
      '1.02:01:30.2500000',
      'True',
    ]);
    shell.type("Step-SandboxClock -Until '2026-03-05 12:00'; Step-SandboxClock -Until (Get-Date)");
    expect(shell.ask('Get-Date -Format s; (Step-SandboxClock -Minutes 1 -PassThru).Now.Minute')).toEqual([
      '2026-03-05T12:00:00',
      '1',
    ]);
  });

  it('what is due at the target has happened, what is due later has not', () => {
    const shell = new Northwind();
    shell.type(
      'Set-SandboxHost mail.woodgrovebank.com -Behavior Refuse; $null = Send-SandboxMessage ann x@woodgrovebank.com -Subject due -Server HUB-A1; Step-SandboxClock -Seconds 5',
    );
    shell.type(
      'Set-SandboxHost mail.woodgrovebank.com -Behavior Accept; $next = (Get-Queue -Server HUB-A1 | Where-Object Status -eq Retry).NextRetryTime',
    );
    shell.type('Step-SandboxClock -Until $next.AddTicks(-10000)');
    expect(shell.inbox('x@woodgrovebank.com')).toEqual([]);
    shell.type('Step-SandboxClock -Until $next');
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['due']);
  });

  it.each([
    ['delivered mail', '$null = Send-SandboxMessage alice bob', 60],
    [
      'mail that waits for a retry',
      'Set-SandboxHost mail.adatum.com -Online $false; $null = Send-SandboxMessage alice x@adatum.com',
      120,
    ],
    [
      'mail in Unreachable',
      "Set-SendConnector 'EdgeSync - Redmond to Internet' -Enabled $false; $null = Send-SandboxMessage alice x@adatum.com",
      60,
    ],
    [
      'suspended mail',
      '$null = Suspend-Queue EX01\\Submission -Confirm:$false; $null = Send-SandboxMessage alice bob -Server EX01',
      60,
    ],
    ['nothing', '', 0.001],
  ])('UntilIdle ends soon with %s', (_what, line, most) => {
    const shell = contoso();
    shell.type(`${line}; $start = Get-Date; Step-SandboxClock -UntilIdle`);
    expect(Number(shell.ask('((Get-Date) - $start).TotalSeconds')[0])).toBeLessThan(most);
  });

  it('UntilIdle waits for mail in Drafts that waits only for its turn', () => {
    const shell = contoso();
    shell.ask('Invoke-Command -ComputerName EX03 { Stop-Service MSExchangeTransport }');
    shell.type('$null = Send-SandboxMessage kenji yuki -Subject turn; Step-SandboxClock -Minutes 2');
    shell.ask('Invoke-Command -ComputerName EX03 { Start-Service MSExchangeTransport }');
    shell.step('-UntilIdle');
    expect(shell.inbox('yuki')).toEqual(['turn']);
  });

  it('UntilIdle goes on at most for -Maximum', () => {
    const shell = contoso();
    shell.ask('Invoke-Command -ComputerName EX03 { Stop-Service MSExchangeTransport }');
    shell.type(
      '$null = Send-SandboxMessage kenji yuki; $start = Get-Date; Step-SandboxClock -UntilIdle -Maximum 00:00:30',
    );
    expect(Number(shell.ask('((Get-Date) - $start).TotalSeconds')[0])).toBeLessThanOrEqual(30);
  });

  it('Start-Sleep lets the same time pass', () => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice bob -Subject slept; Start-Sleep -Seconds 30');
    expect(shell.inbox('bob')).toEqual(['slept']);
  });

  it('the clock says what is next and how much is pending', () => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice bob');
    expect(
      shell.ask('$c = Get-SandboxClock; $c.NextEvent -ge $c.Now; $c.Pending -gt 0; $c.Identity; $c.Rate; $c.Paused'),
    ).toEqual(['True', 'True', 'Clock', '1', 'False']);
    expect(
      shell.ask('(Set-SandboxClock -Rate 60 -Paused $true -PassThru) | ForEach-Object { $_.Rate; $_.Paused }'),
    ).toEqual(['60', 'True']);
  });
});

it('a long step stops soon at Ctrl+C, at the instant reached, and shows progress', () => {
  let requested = false;
  const shown: number[] = [];
  const session = openTestSession({
    organization: 'Contoso',
    ui: {
      progress: (record) => {
        if (record === undefined) return;
        shown.push(record.percent ?? -1);
        requested = shown.length === 2;
      },
    },
    interrupt: {
      get requested() {
        return requested;
      },
      clear: () => {
        requested = false;
      },
    },
  });
  onTestFinished(() => session.dispose());
  session.run(
    '$null = Send-SandboxMessage alice x@proseware.com, x@lucernepublishing.com -Count 500; $start = Get-Date',
  );
  const began = performance.now();
  session.run('Step-SandboxClock -Days 1000');
  expect(performance.now() - began).toBeLessThan(20_000);
  requested = false;
  const days = Number(session.run('((Get-Date) - $start).TotalDays').trim());
  expect(days).toBeGreaterThan(0);
  expect(days).toBeLessThan(1000);
  expect(shown).toHaveLength(2);
  // The world is sound and goes on.
  expect(session.run('Step-SandboxClock -Minutes 1; ((Get-Date) - $start).TotalDays -lt 1000').trim()).toBe('True');
});
