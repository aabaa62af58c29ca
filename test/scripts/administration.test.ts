// Scripts as administrators write them, each on two organisations: maintenance, reports, exports, clean-up, copies, comparison.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const open: TestSession[] = [];

/** A session with the scripts in C:\Scripts. */
function start(organization: string): TestSession {
  const session = openTestSession({ organization });
  open.push(session);
  const { files } = session.session.engine.host;
  files.makeDirectory('C:\\Scripts');
  for (const name of readdirSync(fixtures)) files.write(`C:\\Scripts\\${name}`, readFileSync(join(fixtures, name)));
  session.run('Set-Location C:\\Scripts');
  return session;
}
afterEach(() => {
  for (const session of open.splice(0)) session.dispose();
});

/** What differs between the organisations that the scripts run on. */
const places = [
  {
    organization: 'contoso',
    servers: ['EX01', 'EX02'],
    target: 'EX02.contoso.com',
    alice: 'alice@contoso.com',
    bob: 'bob@contoso.com',
    outside: 'someone@subsidiary.contoso.com',
    host: 'mail.subsidiary.contoso.com',
    nextHop: 'mail.subsidiary.contoso.com',
  },
  {
    organization: 'fabrikam2010',
    servers: ['HUB01', 'HUB02'],
    target: 'HUB02.fabrikam.com',
    alice: 'amy@fabrikam.com',
    bob: 'ben@fabrikam.com',
    outside: 'someone@contoso.com',
    host: 'mail.contoso.com',
    nextHop: 'contoso.com',
  },
];

describe.each(places)('on $organization', ({ organization, servers, target, alice, bob, outside, host, nextHop }) => {
  const [first = '', second = ''] = servers;

  it('maintenance: in and out again, and no message is lost', () => {
    const { run } = start(organization);
    run(`$ids = @(Send-SandboxMessage ${alice} ${bob} -Subject before -Count 20 -Server ${first})`);
    run(`$ids += @(Send-SandboxMessage ${bob} ${alice} -Subject before -Count 5)`);
    const entered = run(`.\\Enter-TransportMaintenance.ps1 ${first} ${target}`);
    expect(entered).toContain(`${first} is out of mail flow`);
    expect(entered).not.toContain('CategoryInfo');
    run(`$ids += @(Send-SandboxMessage ${alice} ${bob} -Subject during -Count 10)`);
    run('Step-SandboxClock -Minutes 10');
    expect(
      run(`(Get-Queue -Server ${first} | ? Identity -notlike '*Shadow*' | measure MessageCount -Sum).Sum -eq 0`),
    ).toMatch(/True|CategoryInfo/);
    const left = run(`.\\Exit-TransportMaintenance.ps1 ${first} | Format-List`);
    expect(left).toMatch(/Inactive : 0\nServices : 0/);
    run(`$ids += @(Send-SandboxMessage ${alice} ${bob} -Subject after -Count 5 -Server ${first})`);
    // What the submission could not hand over waits in Drafts for its next turn.
    run('Step-SandboxClock -Minutes 5; Step-SandboxClock -UntilIdle');
    run(`$delivered = @((Get-SandboxMailboxItem ${alice}, ${bob} -Folder Inbox).MessageId)`);
    expect(run('$ids.Count; @($ids | ? { $delivered -contains $_ }).Count; $delivered.Count')).toBe('40\n40\n40\n');
  });

  it('queue report: a table by mail, the queue in retry marked', () => {
    const { run } = start(organization);
    run(`Set-SandboxHost ${host} -Online $false`);
    run(`$null = Send-SandboxMessage ${alice} ${outside} -Subject x -Count 3; Step-SandboxClock -Minutes 5`);
    const shown = run(`.\\Send-QueueReport.ps1 -To ${bob} -From ${alice} -SmtpServer ${first} -Threshold 2`);
    expect(shown).toMatch(/\d+ queues, 3 messages, 1 over 2\n$/);
    expect(shown).not.toContain('CategoryInfo');
    run('Step-SandboxClock -Minutes 2');
    const item = run(`Get-SandboxMailboxItem ${bob} -Folder Inbox -Body | Format-List Subject, Priority, Body, Eml`);
    expect(item).toContain('Queues: 3 messages, 1 over the threshold');
    expect(run(`(Get-SandboxMailboxItem ${bob} -Folder Inbox -Body).Eml`)).toMatch(/text\/html/);
    expect(run(`(Get-SandboxMailboxItem ${bob} -Folder Inbox).Priority`)).toBe('High\n');
  });

  it('tracking export: one line a recipient', () => {
    const { run } = start(organization);
    run(
      `$null = Send-SandboxMessage ${alice} ${bob}, ${alice} -Subject 'with, comma' -SizeKB 5; Step-SandboxClock -Minutes 5`,
    );
    const shown = run('.\\Export-TrackingLog.ps1 -EventId DELIVER | Format-List');
    expect(shown).toMatch(/Name {2}: tracking\.csv\nLines : 2/);
    const lines = run(
      'Import-Csv C:\\Temp\\tracking.csv | Sort-Object Recipient | % { "$($_.Event) $($_.Sender) $($_.Recipient) $($_.Subject)" }',
    );
    const expected = [alice, bob].map((recipient) => `STOREDRIVER/DELIVER ${alice} ${recipient} with, comma\n`).sort();
    expect(lines).toBe(expected.join(''));
  });

  it('top senders: counted, summed, the busiest first', () => {
    const { run } = start(organization);
    run(
      `$null = Send-SandboxMessage ${bob} ${alice} -Count 4; $null = Send-SandboxMessage ${alice} ${bob}, ${outside} -Count 2`,
    );
    run('Step-SandboxClock -Minutes 5');
    expect(run('.\\Get-TopSender.ps1 | % { "$($_.Sender) $($_.Messages) $($_.Recipients)" }')).toBe(
      `${bob} 4 4\n${alice} 2 4\n`,
    );
    expect(run('(.\\Get-TopSender.ps1 -First 1).Volume')).toMatch(/^[\d.,]+ KB\n$/);
  });

  it('stuck queue: -WhatIf first, then the messages go', () => {
    const { run } = start(organization);
    run(`Set-SandboxHost ${host} -Online $false`);
    run(`$null = Send-SandboxMessage ${alice} ${outside} -Subject stuck -Count 3; Step-SandboxClock -Hours 2`);
    const waiting =
      "(Get-ExchangeServer | ? IsHubTransportServer | Get-Queue | ? { $_.Status -eq 'Retry' } | measure MessageCount -Sum).Sum";
    expect(run(waiting)).toBe('3\n');
    const rehearsal = run(`.\\Clear-StuckQueue.ps1 -NextHop ${nextHop} -WhatIf`);
    expect(rehearsal.match(/What if: /g)).toHaveLength(3);
    expect(rehearsal).toContain('0 removed');
    expect(run(waiting)).toBe('3\n');
    expect(run(`.\\Clear-StuckQueue.ps1 -NextHop ${nextHop} -WithNDR`)).toBe('3 removed\n');
    run('Step-SandboxClock -Minutes 5');
    expect(run(`[int]${waiting}`)).toBe('0\n');
    expect(run(`@(Get-SandboxMailboxItem ${alice} | ? Kind -eq FailureDsn).Count`)).toBe('3\n');
  });

  it('connector copy: the copy is like the original, twice is warned of', () => {
    const { run } = start(organization);
    const role = organization === 'contoso' ? '-TransportRole FrontendTransport' : '';
    run(
      `$null = New-ReceiveConnector 'Relay' -Server ${first} -Usage Custom ${role} -Bindings 0.0.0.0:25 -RemoteIPRanges 192.168.40.7, 192.168.41.0/24`,
    );
    run(
      `Set-ReceiveConnector '${first}\\Relay' -PermissionGroups AnonymousUsers -MaxMessageSize 20MB -Comment 'printers' -ProtocolLoggingLevel Verbose`,
    );
    const copy = `.\\Copy-ReceiveConnector.ps1 -Source ${first} -Name Relay -Destination ${second}`;
    expect(run(copy)).toBe(`${second}\\Relay: identical\n`);
    expect(run(`(Get-ReceiveConnector '${second}\\Relay').RemoteIPRanges -join ' '`)).toBe(
      '192.168.40.7 192.168.41.0/24\n',
    );
    expect(run(copy)).toContain(`WARNING: ${second} has a connector 'Relay' already.`);
  });

  it('configuration comparison: says what was changed since', () => {
    const { run } = start(organization);
    const service = organization === 'contoso' ? 'Set-TransportService' : 'Set-TransportServer';
    expect(run('.\\Compare-TransportConfiguration.ps1 -Save')).toMatch(/^\d+ objects saved\n$/);
    expect(run('.\\Compare-TransportConfiguration.ps1')).toBe('');
    run(`Set-TransportConfig -MaxSendSize 20MB -WarningAction SilentlyContinue`);
    run(`${service} ${first} -MaxPerDomainOutboundConnections 50 -WarningAction SilentlyContinue`);
    run(
      `$null = New-SendConnector -Name 'To partner' -Custom -AddressSpaces 'SMTP:partner.example;5' -DNSRoutingEnabled $false -SmartHosts '[192.168.7.25]' -SourceTransportServers ${first}`,
    );
    const changes = run('.\\Compare-TransportConfiguration.ps1 | % { "$($_.Object)|$($_.Property)|$($_.Now)" }');
    expect(changes.split('\n').sort().filter(Boolean)).toEqual([
      'SendConnector To partner||new',
      'TransportConfig|MaxSendSize|20 MB (20,971,520 bytes)',
      `TransportService ${first}|MaxPerDomainOutboundConnections|50`,
    ]);
  });
});
