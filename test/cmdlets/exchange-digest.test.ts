// Get-QueueDigest, delivery reports and health over several servers.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
const lines = (script: string): string[] => run(script).split('\n').filter(Boolean);

beforeAll(() => {
  test = openTestSession();
  test.run('Set-SandboxServer EDGE01 -Online $false');
  test.run('Send-SandboxMessage alice bob@fabrikam.com -Subject many -Server EX01 -Count 12');
  test.run('Send-SandboxMessage carol bob@fabrikam.com -Subject few -Server EX02 -Count 3');
  test.run('Step-SandboxClock -Minutes 2');
});
afterAll(() => test.dispose());

describe('Get-QueueDigest', () => {
  it('looks at delivery queues with ten messages or more', () => {
    expect(run('(Get-QueueDigest -Forest | Measure-Object MessageCount -Sum).Sum')).toBe('12');
    expect(run('(Get-QueueDigest -Forest).Details')).toContain('EX01\\');
  });
  it.each([
    ['-Server EX01,EX02', '12'],
    ['-Dag DAG1', '12'],
    ['-Site Redmond', '12'],
    ['-Site Tokyo', ''],
    ['-Forest', '12'],
  ])('%s gives %s', (set, count) => {
    expect(run(`(Get-QueueDigest ${set}).MessageCount`)).toBe(count);
  });
  it.each([
    ['DeliveryType', 'SmtpRelayWithinAdSiteToEdge'],
    ['Status', 'Retry'],
    ['ServerName', 'EX01'],
    ['NextHopCategory', 'Internal'],
    ['RiskLevel', 'Normal'],
  ])('-GroupBy %s groups by it', (groupBy, value) => {
    expect(run(`(Get-QueueDigest -Forest -GroupBy ${groupBy}).GroupByValue`)).toBe(value);
  });
  it('a suspended queue counts from the first message', () => {
    run(
      "Suspend-Queue (Get-Queue -Server EX02 -Filter {MessageCount -eq 3 -and DeliveryType -like 'SmtpRelay*'}).Identity -Confirm:$false",
    );
    expect(lines('(Get-QueueDigest -Forest -GroupBy ServerName).GroupByValue')).toEqual(['EX01', 'EX02']);
    run("Resume-Queue (Get-Queue -Server EX02 -Filter {Status -eq 'Suspended'}).Identity");
  });
  it('-DetailsLevel None leaves the queues out, Verbose adds counts by priority', () => {
    expect(run('(Get-QueueDigest -Forest -DetailsLevel None).Details.Count')).toBe('0');
    expect(run('(Get-QueueDigest -Forest -DetailsLevel Verbose).MessageCountsPerPriority.Count')).toBe('4');
  });
  it('-Filter narrows by the properties of queues', () => {
    expect(run('Get-QueueDigest -Forest -Filter {MessageCount -gt 100}')).toBe('');
  });
  it('the parameter sets exclude each other', () => {
    expect(run('Get-QueueDigest -Forest -Server EX01')).toContain('Parameter set cannot be resolved');
  });
});

describe('delivery reports', () => {
  it('tell what became of each recipient', () => {
    run('Send-SandboxMessage alice bob,kenji,nobody@contoso.com -Subject report; Step-SandboxClock -Minutes 2');
    const report = 'Search-MessageTrackingReport alice -Subject report | Get-MessageTrackingReport';
    expect(
      run(`${report} | ForEach-Object { $_.DeliveredCount, $_.UnsuccessfulCount, $_.PendingCount -join ' ' }`),
    ).toBe('2 1 0');
    expect(lines(`(${report} -Status Unsuccessful).RecipientTrackingEvents.RecipientAddress`)).toEqual([
      'nobody@contoso.com',
    ]);
    expect(
      lines(
        `(${report} -ReportTemplate RecipientPath -RecipientPathFilter kenji@contoso.com).RecipientTrackingEvents.EventDescription`,
      ).at(-1),
    ).toBe('Delivered');
  });
  it('mail that waits is pending', () => {
    expect(
      run(
        '(Search-MessageTrackingReport carol -Subject few)[0] | Get-MessageTrackingReport | ForEach-Object PendingCount',
      ),
    ).toBe('1');
  });
  it('are found from the side of the recipient, too', () => {
    expect(run('(Search-MessageTrackingReport bob -Sender alice@contoso.com -Subject report).Subject')).toBe('report');
    expect(run('(Search-MessageTrackingReport alice -Recipients kenji@contoso.com).Subject')).toBe('report');
  });
  it('a server whose log cannot be searched is named', () => {
    run('Invoke-Command -ComputerName EX03 { Stop-Service MSExchangeTransportLogSearch }');
    expect(run('Search-MessageTrackingReport alice -Subject report')).toContain(
      '"EX03.contoso.com" couldn\'t be searched',
    );
  });
});

describe('health', () => {
  it('a stopped service is unhealthy in the health set of its server alone', () => {
    run('Invoke-Command -ComputerName EX02 { Stop-Service MSExchangeDelivery }');
    expect(
      lines('Get-ServerHealth EX02 | Where-Object AlertValue -eq Unhealthy | ForEach-Object HealthSetName'),
    ).toEqual(['MailboxTransport']);
    expect(run('(Get-HealthReport EX01 -HealthSet MailboxTransport).AlertValue')).toBe('Healthy');
  });
  it('-RollupGroup sums groups of servers', () => {
    const roll = "'EX01','EX02','EX03' | Get-HealthReport -RollupGroup -HealthSet MailboxTransport";
    expect(run(`(${roll} -GroupSize 2).AlertValue -join ','`)).toBe('Unhealthy,Healthy');
    expect(run(`(${roll}).Server`)).toBe('EX01,EX02,EX03');
  });
});
