// Each setting of Set-TransportService that mail feels, typed and felt: retries, ages, limits, poison, folders (facts 2, 7.5).

import { describe, expect, it } from 'vitest';
import { atPartner, endSessions, partnerHost, partnerQueue, settle, toPartner, typed } from './support/typed.ts';

endSessions();
const set = (parameters: string) => `Set-TransportService EX01 ${parameters}`;
const interval = `$q = ${partnerQueue}; [int]($q.NextRetryTime - $q.LastRetryTime).TotalMinutes`;
const kinds = "((Get-SandboxMailboxItem alice -Folder Inbox).Kind -join ' ')";
const pickup = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Pickup';
const mailFile = (path: string, to = 'bob@contoso.com') =>
  `Set-Content '${path}' "From: alice@contoso.com\`r\`nTo: ${to}\`r\`nSubject: picked\`r\`n\`r\`ntext"`;

describe('retry intervals', () => {
  it('TransientFailureRetryCount, TransientFailureRetryInterval, OutboundConnectionFailureRetryInterval follow the glitch retries', () => {
    const run = typed();
    run(`${set('-TransientFailureRetryCount 1 -TransientFailureRetryInterval 00:02:00 -OutboundConnectionFailureRetryInterval 00:07:00')}
      Set-SandboxHost ${partnerHost} -Behavior Refuse; ${toPartner('one')}; Step-SandboxClock -Seconds 10`);
    expect(run(interval)).toBe('1');
    expect(run(`Step-SandboxClock -Minutes 4; ${interval}`)).toBe('2');
    expect(run(`Step-SandboxClock -Minutes 2; ${interval}`)).toBe('7');
    expect(run(`Step-SandboxClock -Minutes 8; ${interval}`)).toBe('7');
  });

  it('MessageRetryInterval holds a message that was refused by itself', () => {
    const run = typed();
    run(`${set('-MessageRetryInterval 00:20:00')}; Set-SandboxHost ${partnerHost} -Behavior Greylist -GreylistDelay 00:00:30
      ${toPartner('known')}; Step-SandboxClock -Minutes 3; Suspend-Queue EX01\\Submission -Confirm:$false
      ${toPartner('again')}; Send-SandboxMessage alice y@partner.adatum.com -Subject new -Server EX01 | Out-Null
      Step-SandboxClock -Seconds 10; Resume-Queue EX01\\Submission -Confirm:$false; Step-SandboxClock -Minutes 19`);
    expect(run(`${atPartner}; @(Get-SandboxMailboxItem y@partner.adatum.com).Count`)).toBe('known again\n0');
    expect(run('Step-SandboxClock -Minutes 2; @(Get-SandboxMailboxItem y@partner.adatum.com).Count')).toBe('1');
  });
});

describe('ages', () => {
  const down = `Set-SandboxHost ${partnerHost} -Online $false; ${toPartner('late')}`;

  it('DelayNotificationTimeout brings the delay notice', () => {
    const run = typed();
    run(`${set('-DelayNotificationTimeout 01:00:00')}; ${down}; Step-SandboxClock -Minutes 59`);
    expect(run(kinds)).toBe('');
    expect(run(`Step-SandboxClock -Minutes 20; ${kinds}`)).toBe('DelayDsn');
  });

  it('MessageExpirationTimeout ends the attempts', () => {
    const run = typed();
    run(`${set('-MessageExpirationTimeout 02:00:00')}; ${down}; Step-SandboxClock -Minutes 119`);
    expect(run(kinds)).toBe('');
    expect(
      run(`Step-SandboxClock -Minutes 2; ${kinds}; (Get-SandboxMailboxItem alice -Folder Inbox -Body).Body`),
    ).toMatch(/^FailureDsn\n[\s\S]*550 4\.4\.7 QUEUE\.Expired; message expired/);
  });

  it('QueueMaxIdleTime lets an empty queue live', () => {
    const run = typed();
    run(`${set('-QueueMaxIdleTime 00:10:00')}; ${toPartner('quick')}; ${settle}; Step-SandboxClock -Minutes 9`);
    expect(run(`@(${partnerQueue}).Count`)).toBe('1');
    expect(run(`Step-SandboxClock -Minutes 2; @(${partnerQueue}).Count`)).toBe('0');
  });
});

describe('poison messages', () => {
  const crash =
    'Stop-Process -Name EdgeTransport -Force; Step-SandboxClock -Seconds 10; Start-Service MSExchangeTransport';
  const poison = '@(Get-Message -Queue EX01\\Poison).Count';
  const hold = `$WarningPreference = 'SilentlyContinue'; Set-SandboxHost ${partnerHost} -Online $false; ${toPartner('bad')}; Step-SandboxClock -Seconds 5`;

  it('PoisonThreshold counts the crashes; without detection nothing is set aside', () => {
    const run = typed();
    run(`${set('-PoisonThreshold 1')}; ${hold}; ${crash}`);
    expect(run(poison)).toBe('1');
    const other = typed();
    other(`${set('-PoisonThreshold 1 -PoisonMessageDetectionEnabled $false')}; ${hold}; ${crash}`);
    expect(other(poison)).toBe('0');
  });
});

describe('the Pickup and Replay directories', () => {
  it('PickupDirectoryPath moves the folder, $null closes it', () => {
    const run = typed();
    run(`New-Item -ItemType Directory C:\\Letters | Out-Null; ${set('-PickupDirectoryPath C:\\Letters')}
      ${mailFile('C:\\Letters\\a.eml')}; ${mailFile(`${pickup}\\b.eml`)}; Step-SandboxClock -Minutes 1`);
    expect(run(`@(Get-SandboxMailboxItem bob).Count; Test-Path C:\\Letters\\a.eml; Test-Path '${pickup}\\b.eml'`)).toBe(
      '1\nFalse\nTrue',
    );
    run(`${set('-PickupDirectoryPath $null')}; ${mailFile('C:\\Letters\\c.eml')}; Step-SandboxClock -Minutes 1`);
    expect(run('Test-Path C:\\Letters\\c.eml')).toBe('True');
  });

  it('PickupDirectoryMaxMessagesPerMinute is the pace', () => {
    const run = typed();
    run(`${set('-PickupDirectoryMaxMessagesPerMinute 12')}
      1..20 | ForEach-Object { Set-Content "${pickup}\\$_.eml" "From: alice@contoso.com\`r\`nTo: bob@contoso.com\`r\`n\`r\`ntext" }; Step-SandboxClock -Seconds 63`);
    expect(run('@(Get-SandboxMailboxItem bob).Count')).toBe('12');
    expect(run('Step-SandboxClock -Minutes 1; @(Get-SandboxMailboxItem bob).Count')).toBe('20');
  });

  it('PickupDirectoryMaxRecipientsPerMessage and PickupDirectoryMaxHeaderSize return what exceeds them', () => {
    const run = typed();
    run(`${set('-PickupDirectoryMaxRecipientsPerMessage 1 -PickupDirectoryMaxHeaderSize 32KB')}
      ${mailFile(`${pickup}\\a.eml`, 'bob@contoso.com, carol@contoso.com')}
      Set-Content '${pickup}\\b.eml' "From: alice@contoso.com\`r\`nTo: bob@contoso.com\`r\`nX-Long: $('x' * 40000)\`r\`n\`r\`ntext"; Step-SandboxClock -Minutes 1`);
    expect(run(`${kinds}; @(Get-SandboxMailboxItem bob).Count`)).toBe('FailureDsn FailureDsn\n0');
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox -Body).Body -join " "')).toMatch(
      /5\.5\.3[\s\S]*552 5\.3\.4 Header size|552 5\.3\.4 Header size[\s\S]*5\.5\.3/,
    );
  });

  it('a file that is no mail becomes .bad', () => {
    const run = typed();
    run(`Set-Content '${pickup}\\no.eml' 'nothing'; Step-SandboxClock -Minutes 1`);
    expect(run(`Test-Path '${pickup}\\no.bad'; (Get-MessageTrackingLog -EventId BADMAIL).Source`)).toBe('True\nPICKUP');
  });
});

describe('DNS settings', () => {
  it('hold from the next start of the service', () => {
    const run = typed();
    run(`$WarningPreference = 'SilentlyContinue'; ${set('-InternalDNSAdapterEnabled $false -InternalDNSServers 192.168.77.7')}
      ${toPartner('before')}; Step-SandboxClock -Minutes 1`);
    expect(run(atPartner)).toBe('before');
    run(`Restart-Service MSExchangeTransport; ${toPartner('after')}; Step-SandboxClock -Minutes 5`);
    expect(run(`${atPartner}; ${partnerQueue}.LastError`)).toMatch(/^before\n.*451 4\.4\.0 DNS query failed/);
    run(
      `${set('-InternalDNSAdapterEnabled $true')}; Restart-Service MSExchangeTransport; Step-SandboxClock -Minutes 5`,
    );
    expect(run(atPartner)).toBe('before after');
  });

  it('with an adapter that has none leave event 16025', () => {
    const run = typed();
    run(
      `$WarningPreference = 'SilentlyContinue'; ${set('-InternalDNSAdapterGuid 11111111-2222-3333-4444-555555555555')}; Restart-Service MSExchangeTransport`,
    );
    expect(run('@(Get-WinEvent -LogName Application | ? Id -eq 16025).Count')).toBe('1');
  });
});

describe('ExternalIPAddress', () => {
  it('stands in the Received lines', () => {
    const run = typed();
    run(`${set('-ExternalIPAddress 131.107.3.4')}; ${toPartner('one')}; Step-SandboxClock -Minutes 1`);
    expect(run('(Get-SandboxMailboxItem x@partner.adatum.com -Body).Eml')).toContain('(131.107.3.4)');
  });
});

describe('drop directories', () => {
  it('lie below RootDropDirectoryPath', () => {
    const run = typed();
    run(`New-Item -ItemType Directory C:\\Drops\\Fax -Force | Out-Null; ${set('-RootDropDirectoryPath C:\\Drops')}
      New-ForeignConnector Fax -AddressSpaces 'FAX:*;1' -SourceTransportServers EX01 | Out-Null; Set-ForeignConnector Fax -DropDirectory Fax
      Send-SandboxMessage alice FAX:5551234 -Server EX01 | Out-Null; Step-SandboxClock -Minutes 1`);
    expect(run('@(Get-ChildItem C:\\Drops\\Fax).Count')).toBe('1');
  });
});
