// Queues and messages by identity, server and filter: wildcards, persistent queues, and the errors of what is not there.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
const lines = (script: string): string[] => run(script).split('\n').filter(Boolean);

beforeAll(() => {
  test = openTestSession();
  test.run('Set-SandboxServer EDGE01 -Online $false');
  test.run('Send-SandboxMessage alice bob@fabrikam.com -Subject first -Server EX01 -Count 2');
  test.run('Send-SandboxMessage carol bob@fabrikam.com -Subject second -Server EX02');
  test.run('Step-SandboxClock -Minutes 2');
});
afterAll(() => test.dispose());

describe('identities of queues', () => {
  it('EX01\\* is every queue of the server', () => {
    expect(lines("(Get-Queue 'EX01\\*').Identity")).toEqual(lines('(Get-Queue -Server EX01).Identity'));
    expect(lines("(Get-Queue 'ex01.contoso.com\\*').Identity")).toEqual(lines('(Get-Queue -Server EX01).Identity'));
  });
  it('*\\<next hop> is that of every server', () => {
    expect(lines("Get-Queue '*\\edgesync*' | ForEach-Object { $_.Identity.Split('\\')[0] }")).toEqual(['EX01', 'EX02']);
    expect(lines("(Get-Queue '*\\Submission').Identity")).toEqual([
      'EX01\\Submission',
      'EX02\\Submission',
      'EX03\\Submission',
    ]);
  });
  it('a next hop by its name is a queue', () => {
    expect(run("(Get-Queue 'EX01\\EdgeSync - Redmond to Internet').MessageCount")).toBe('2');
  });
  it('without a server it is one of this server', () => {
    expect(run('(Get-Queue Submission).Identity')).toBe('EX01\\Submission');
  });
  it.each(['Get-Queue', 'Resume-Queue', 'Retry-Queue'])('%s names a server that does not exist', (cmdlet) => {
    expect(run(`${cmdlet} 'EX09\\1'`)).toContain(
      'Failed to connect to the Microsoft Exchange Transport service on computer "EX09". Verify that a valid computer name was used and the Microsoft Exchange Transport service is started on the target computer.',
    );
  });
  it('a number that no queue has is not found', () => {
    expect(run("Get-Queue 'EX01\\999'")).toContain('The requested object cannot be found.');
  });
  it('an unknown server of -Server is an object that is not found', () => {
    expect(run('Get-Queue -Server EX09')).toContain(
      "The operation couldn't be performed because object 'EX09' couldn't be found on 'DC01.contoso.com'.",
    );
  });
  it('an Edge server answers no remote call', () => {
    expect(run('Get-Queue -Server EDGE01')).toContain('on computer "EDGE01"');
    expect(run('Get-Message -Server EDGE01')).toContain('on computer "EDGE01"');
  });
});

describe('filters of queues', () => {
  it.each([
    ["Get-Queue -Filter {Status -eq 'Retry' -and MessageCount -gt 1}", 1],
    ['Get-Queue -Filter "Status -eq \'Retry\'"', 1],
    ["$wanted = 'Retry'; Get-Queue -Filter {Status -eq $wanted}", 1],
    ["Get-Queue -Filter {Identity -like 'EX01*' -and DeliveryType -like 'SmtpRelay*'}", 1],
    ['Get-Queue -Filter {MessageCount -ge 3}', 0],
    ["Get-Queue -Filter {NextRetryTime -gt '3/2/2026 8:00:00 AM'}", 1],
    ['Get-Queue -Include Empty', 1],
    ['Get-Queue -Exclude Empty,ShadowRedundancy', 1],
    ['Get-Queue -Include SmtpRelayWithinAdSiteToEdge', 1],
    ['Get-Queue -Include External', 0],
    ["Get-Queue 'EX01\\*' -Include Internal -Exclude Empty,ShadowRedundancy", 1],
  ])('%s', (script, count) => {
    expect(run(`@(${script.includes('; ') ? `$(${script})` : script}).Count`)).toBe(String(count));
  });
  it.each([
    ['Foo -eq 1', '"Foo" isn\'t a recognized filterable property.'],
    ['MessageCount -eq', 'A value was expected.'],
    ["MessageCount -eq 'x'", 'The value "x" couldn\'t be converted.'],
  ])('{%s} is an error of the filter', (filter, reason) => {
    const output = run(`Get-Queue -Filter {${filter}}`);
    expect(output).toContain(
      'Invalid filter syntax. For a description of the filter parameter syntax see the command help.',
    );
    expect(output).toContain(reason);
  });
});

describe('messages', () => {
  it('are found by filter, by queue and by identity', () => {
    expect(run("(Get-Message -Filter {Subject -eq 'first'}).Count")).toBe('2');
    expect(run("(Get-Message -Server EX02 -Filter {Subject -eq 'second'}).FromAddress")).toBe('carol@contoso.com');
    expect(run("(Get-Queue '*\\edgesync*' | Get-Message).Subject -join ','")).toBe('first,first,second');
    expect(
      run("$message = (Get-Message -Filter {Subject -eq 'first'})[0]; (Get-Message $message.Identity).Subject"),
    ).toBe('first');
  });
  it('with -IncludeRecipientInfo have their recipients', () => {
    expect(run("(Get-Message -Filter {Subject -eq 'second'} -Server EX02 -IncludeRecipientInfo).Recipients")).toContain(
      'bob@fabrikam.com',
    );
  });
  it('with -IncludeComponentLatencyInfo say how long they have been where they are', () => {
    const latency =
      "(Get-Message -Filter {Subject -eq 'second'} -Server EX02 -IncludeComponentLatencyInfo).ComponentLatency[-1]";
    expect(run(`${latency}.ComponentId`)).toBe('DeliveryQueue');
    expect(run(`${latency}.ComponentLatency.TotalSeconds -gt 60`)).toBe('True');
    expect(run('$null -eq (Get-Message -Server EX02)[0].ComponentLatency')).toBe('True');
  });
  it('with an unknown identity are not found', () => {
    expect(run("Get-Message 'EX01\\2\\999'")).toContain('The requested object cannot be found.');
    expect(run("Remove-Message 'EX09\\2\\1' -Confirm:$false")).toContain('on computer "EX09"');
  });
});

describe('a stopped Transport service', () => {
  it('answers none of the queue cmdlets', () => {
    run('Invoke-Command -ComputerName EX02 { Stop-Service MSExchangeTransport -Force }');
    for (const script of [
      'Get-Queue -Server EX02',
      "Get-Queue 'EX02\\*'",
      "Suspend-Queue 'EX02\\Submission' -Confirm:$false",
      'Get-Message -Server EX02',
    ])
      expect(run(script)).toContain(
        'Failed to connect to the Microsoft Exchange Transport service on computer "EX02".',
      );
  });
});

describe('the table of queues', () => {
  it.each([
    ['Northwind2007', 'Identity DeliveryType Status MessageCount NextHopDomain'],
    ['Fabrikam2010', 'Identity DeliveryType Status MessageCount NextHopDomain'],
    ['Contoso', 'Identity DeliveryType Status MessageCount Velocity RiskLevel OutboundIPPool NextHopDomain'],
  ])('of %s has the columns of its version', (organization, columns) => {
    const other = openTestSession({ organization, ui: { columns: 160 } });
    try {
      expect(other.run('Get-Queue').trim().split('\n')[0]!.split(/\s+/).join(' ').trim()).toBe(columns);
    } finally {
      other.dispose();
    }
  });
});
