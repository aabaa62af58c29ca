// Safety Net and the transport dumpster as an administrator meets them: requests by hand, the ones that Exchange makes after a failover,
// the Shadow Safety Net when the primary can't be asked, and a lost queue database (facts 4.3).

import { afterEach, describe, expect, it } from 'vitest';
import fabrikam from '../../state/organizations/fabrikam2010.json' with { type: 'json' };
import type { OrganizationData } from '../../state/schema/organization.ts';
import { openTestSession, type TestSession } from '../support/session.ts';
import { minutes, Scenario } from '../transport/support/scenario.ts';

let open: TestSession | undefined;
afterEach(() => {
  open?.dispose();
  open = undefined;
});

function session(organization?: string): (text: string) => string {
  open = openTestSession(organization === undefined ? {} : { organization });
  return (text) => open!.run(text).trimEnd();
}

const count = 'Get-MessageTrackingLog -ResultSize Unlimited -EventId';

describe('resubmit requests by hand', () => {
  it('give the mail of a database once more; what the mailboxes still have is dropped as a duplicate', () => {
    const run = session();
    run(`Send-SandboxMessage alice bob -Subject one -Server EX01 | Out-Null; Send-SandboxMessage alice kenji -Subject two -Server EX01 | Out-Null
      Step-SandboxClock -UntilIdle; Step-SandboxClock -Hours 2`);
    expect(
      run(`$r = Add-ResubmitRequest -Destination (Get-MailboxDatabase DB01).Guid -StartTime (Get-Date).AddHours(-3) -EndTime (Get-Date)
        $r.State; Step-SandboxClock -Minutes 1; (Get-ResubmitRequest $r.Identity).State
        (Get-ResubmitRequest $r.Identity).DiagnosticInformation`),
    ).toBe('Running\nCompleted\nResubmitted: 1; Failed: 0.');
    expect(run(`${count} RESUBMIT | Format-Table Source, MessageSubject -HideTableHeaders`).trim()).toMatch(
      /^SAFETYNET\s+one$/,
    );
    expect(run(`(${count} DUPLICATEDELIVER).MessageSubject; @(Get-SandboxMailboxItem bob).Count`)).toBe('one\n1');
  });

  it('bring back what a mailbox has lost, to someone else with ResubmitTo, and test without doing', () => {
    const run = session();
    run(
      'Send-SandboxMessage pat@fabrikam.com bob@contoso.com -Subject offer | Out-Null; Step-SandboxClock -UntilIdle; Step-SandboxClock -Hours 1',
    );
    const request = (more: string) =>
      run(`$r = Add-ResubmitRequest -Server EX01 -Sender pat@fabrikam.com -StartTime (Get-Date).AddHours(-5) -EndTime (Get-Date) ${more}
        $s = Add-ResubmitRequest -Server EX02 -Sender pat@fabrikam.com -StartTime (Get-Date).AddHours(-5) -EndTime (Get-Date) ${more}
        Step-SandboxClock -Minutes 1; @(Get-ResubmitRequest -Server EX01) + @(Get-ResubmitRequest -Server EX02) | Select-Object -Last 1 | Out-Null
        @(Get-SandboxMailboxItem carol | Where-Object Subject -eq offer).Count`);
    expect(request('-ResubmitTo carol@contoso.com -TestOnly $true')).toBe('0');
    expect(request('-ResubmitTo carol@contoso.com')).toBe('1');
  });

  it('rest and go on, and leave nothing behind when they are removed', () => {
    const run = session();
    run('Send-SandboxMessage alice bob -Subject one -Server EX01 | Out-Null; Step-SandboxClock -UntilIdle');
    expect(
      run(`Add-ResubmitRequest -Sender alice@contoso.com -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date) | Out-Null
        Get-ResubmitRequest | Set-ResubmitRequest -Enabled $false; Step-SandboxClock -Minutes 5; (Get-ResubmitRequest).State
        @(${count} RESUBMIT).Count
        Set-ResubmitRequest 1 -Enabled $true; Step-SandboxClock -Minutes 1; (Get-ResubmitRequest).State; @(${count} RESUBMIT).Count
        Remove-ResubmitRequest 1 -Confirm:$false; @(Get-ResubmitRequest).Count`),
    ).toBe('Paused\n0\nCompleted\n1\n0');
    expect(run('Remove-ResubmitRequest 7 -Confirm:$false')).toContain("The resubmit request '7' couldn't be found");
    expect(run('Set-ResubmitRequest 1 -Enabled $true')).toContain("couldn't be found");
  });

  it('give nothing that is older than SafetyNetHoldTime, and wait while back pressure holds', () => {
    const run = session();
    run(`Set-TransportConfig -SafetyNetHoldTime 01:00:00
      Send-SandboxMessage alice bob -Subject early -Server EX01 | Out-Null; Step-SandboxClock -Minutes 59
      Send-SandboxMessage alice bob -Subject late -Server EX01 | Out-Null; Step-SandboxClock -Minutes 2
      Set-SandboxServer EX01 -DiskFreeGB 10
      Add-ResubmitRequest -Sender alice@contoso.com -StartTime (Get-Date).AddHours(-2) -EndTime (Get-Date) | Out-Null`);
    expect(
      run(`Step-SandboxClock -Minutes 5; (Get-ResubmitRequest).State; (${count} RESUBMITDEFER).MessageSubject
        Set-SandboxServer EX01 -DiskFreeGB $null; Step-SandboxClock -Minutes 2; (Get-ResubmitRequest).State; (${count} RESUBMIT).MessageSubject`),
    ).toBe('Running\nlate\nCompleted\nlate');
  });
});

describe('after a failover with losses', () => {
  it('Exchange asks every server of the group by itself; a planned move asks nobody', () => {
    const run = session();
    run(`Send-SandboxMessage carol bob -Subject one -Server EX02 | Out-Null; Step-SandboxClock -UntilIdle
      Move-ActiveMailboxDatabase DB01 -ActivateOnServer EX02 -Confirm:$false; Step-SandboxClock -Minutes 2`);
    expect(run('@(Get-ResubmitRequest -Server EX02).Count')).toBe('0');
    run(`Move-ActiveMailboxDatabase DB01 -ActivateOnServer EX01 -Confirm:$false; Step-SandboxClock -Minutes 1
      Send-SandboxMessage carol bob -Subject two -Server EX02 | Out-Null; Step-SandboxClock -UntilIdle
      Set-SandboxServer EX01 -Crash; Step-SandboxClock -Minutes 2`);
    expect(
      run('(Get-ResubmitRequest -Server EX02).State; @(Get-SandboxMailboxItem bob | ? Subject -eq two).Count'),
    ).toBe('Completed\n1');
    expect(run(`(${count} RESUBMIT -Server EX02).MessageSubject | Sort-Object`)).toContain('two');
  });

  it('a Primary Safety Net that stays silent for 12 hours is replaced by the Shadow Safety Net, not a second earlier', () => {
    const run = session();
    run(`Send-SandboxMessage carol bob -Subject one -Server EX01 | Out-Null; Step-SandboxClock -UntilIdle; Step-SandboxClock -Minutes 3
      Set-SandboxServer EX01 -Crash; $crash = Get-Date; Step-SandboxClock -Until $crash.AddSeconds(20).AddHours(12).AddSeconds(-1)`);
    const shadows =
      "@(Get-ResubmitRequest -Server EX02 | Where-Object UnresponsivePrimaryServers -contains 'EX01').Count";
    expect(run(shadows)).toBe('0');
    expect(run(`Step-SandboxClock -Seconds 1; ${shadows}; Step-SandboxClock -Minutes 1`)).toBe('1');
    expect(run(`(${count} RESUBMIT -Server EX02).MessageSubject; @(Get-SandboxMailboxItem bob).Count`)).toBe('one\n1');
  });

  it('a primary that is back in time works by itself', () => {
    const run = session();
    run(`Send-SandboxMessage carol bob -Subject one -Server EX01 | Out-Null; Step-SandboxClock -UntilIdle
      Set-SandboxServer EX01 -Crash; Step-SandboxClock -Hours 1; Set-SandboxServer EX01 -Online $true; Step-SandboxClock -Minutes 5`);
    expect(run(`(Get-ResubmitRequest -Server EX01).State; (${count} RESUBMIT -Server EX01).MessageSubject`)).toBe(
      'Completed\none',
    );
  });
});

describe('the transport dumpster of Exchange 2010', () => {
  const crash = (settings: string) => {
    const scenario = new Scenario(fabrikam as unknown as OrganizationData);
    const [database] = scenario.world
      .objects('database')
      .filter((each) => each.properties.Server === 'MBX01')
      .map((each) => each.name);
    scenario.set('database', database!, { Servers: ['MBX01', 'MBX02'] });
    scenario.set('transportConfig', 'Transport Settings', JSON.parse(settings));
    scenario.send('ben', 'amy', 'kept');
    scenario.untilIdle();
    scenario.apply({ kind: 'machine.set', identity: 'MBX01', settings: { crash: true } });
    scenario.advance(5 * minutes);
    return scenario.tracking({ eventId: 'RESUBMIT' }).map((event) => event.subject);
  };

  it('delivers again what a replicated database may have lost, unless a limit is zero or too small', () => {
    expect(crash('{}')).toEqual(['kept']);
    expect(crash('{"MaxDumpsterTime":0}')).toEqual([]);
    expect(crash('{"MaxDumpsterSizePerDatabase":0}')).toEqual([]);
    expect(crash('{"MaxDumpsterSizePerDatabase":1000}')).toEqual([]);
  });
});

describe('a lost queue database', () => {
  const lose = `$WarningPreference = 'SilentlyContinue'; Stop-Service MSExchangeTransport; Remove-Item "$($exinstall)TransportRoles\\data\\Queue\\mail.que"; Start-Service MSExchangeTransport`;

  it('takes its queues along; the shadow server sees the new database and sends the mail', () => {
    const run = session();
    run(`Set-SandboxServer EDGE01 -Online $false
      1..3 | ForEach-Object { Send-SandboxMessage alice x@fabrikam.com -Subject $_ -Server EX01 } | Out-Null; Step-SandboxClock -Minutes 1`);
    expect(
      run('@(Get-Message).Count; @(Get-Queue -Server EX02 | ? DeliveryType -eq ShadowRedundancy).MessageCount'),
    ).toBe('3\n3');
    expect(
      run(`$exinstall = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\'; ${lose}; @(Get-Message).Count`),
    ).toBe('0');
    run('Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Minutes 10');
    expect(run('(Get-SandboxMailboxItem x@fabrikam.com).Subject | Sort-Object')).toBe('1\n2\n3');
    expect(run(`(${count} RESUBMIT -Server EX02).Source | Select-Object -Unique`)).toBe('REDUNDANCY');
  });

  it('takes its Safety Net along; what lies before it is given by the Shadow Safety Net', () => {
    const run = session();
    run('Send-SandboxMessage carol bob -Subject one -Server EX01 | Out-Null; Step-SandboxClock -Minutes 5');
    run(`$exinstall = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\'; ${lose}`);
    run(`Add-ResubmitRequest -Server EX01 -Destination (Get-MailboxDatabase DB01).Guid -StartTime (Get-Date).AddHours(-1) -EndTime (Get-Date) | Out-Null
      Step-SandboxClock -Minutes 1`);
    expect(run(`@(${count} RESUBMIT -Server EX01).Count; (${count} RESUBMIT -Server EX02).MessageSubject`)).toBe(
      '0\none',
    );
  });

  it('without a shadow server nothing brings the mail back', () => {
    const run = session();
    run(`Set-SandboxServer EDGE01 -Online $false; Set-TransportConfig -ShadowRedundancyEnabled $false
      Restart-Service MSExchangeTransport; Send-SandboxMessage alice x@fabrikam.com -Server EX01 | Out-Null; Step-SandboxClock -Minutes 1`);
    run(`$exinstall = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\'; ${lose}
      Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Days 1`);
    expect(run('@(Get-SandboxMailboxItem x@fabrikam.com).Count')).toBe('0');
  });
});
