// Logs on and off, moved, rolled and forgotten by the settings of Set-TransportService, -FrontendTransportService and
// -MailboxTransportService (facts 7; *Configure message tracking*, *Configure protocol logging*, *Configure connectivity logging*).

import { describe, expect, it } from 'vitest';
import { elsewhere, endSessions, logText, settle, textElsewhere, toPartner, typed } from './support/typed.ts';

endSessions();
const set = (parameters: string) => `Set-TransportService EX01 ${parameters}`;
const files = (folder: string, name = '*') =>
  `@(Get-ChildItem 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\${folder}' -Filter '${name}' -ErrorAction SilentlyContinue)`;

describe('message tracking', () => {
  it('is written only with MessageTrackingLogEnabled, and with subjects only with MessageTrackingLogSubjectLoggingEnabled', () => {
    const run = typed();
    run(`${set('-MessageTrackingLogSubjectLoggingEnabled $false')}; ${toPartner('secret')}; ${settle}`);
    const seen = run(`${logText('EX01', 'MessageTracking')} -join "\`n"`);
    expect(seen).toContain('alice@contoso.com');
    expect(seen).not.toContain('secret');
    const lines = (script = '') => Number(run(`${script}; @(Get-MessageTrackingLog -ResultSize Unlimited).Count`));
    const before = lines();
    expect(lines(`${set('-MessageTrackingLogEnabled $false')}; ${toPartner('unseen')}; ${settle}`)).toBe(before);
    expect(lines(`${set('-MessageTrackingLogEnabled $true')}; ${toPartner('seen')}; ${settle}`)).toBeGreaterThan(
      before,
    );
  });

  it('goes to MessageTrackingLogPath', () => {
    const run = typed();
    run(`${set(`-MessageTrackingLogPath ${elsewhere}`)}; ${toPartner('one')}; ${settle}`);
    expect(run(`${textElsewhere('EX01')} -join "\`n"`)).toMatch(/#Log-type: Message Tracking Log[\s\S]*one/i);
    expect(run('@(Get-MessageTrackingLog).Count -gt 0')).toBe('True');
  });

  it('is forgotten by MessageTrackingLogMaxAge', () => {
    const run = typed();
    run(`${set('-MessageTrackingLogMaxAge 2.00:00:00')}
      1..4 | ForEach-Object { ${toPartner('$_').replaceAll("'", '"')}; Step-SandboxClock -Days 1 }`);
    const days = run(
      `${files('MessageTracking', 'MSGTRK2*')}.Name | ForEach-Object { $_.Substring(6, 8) } | Sort-Object -Unique`,
    ).split('\n');
    expect(days).not.toContain('20260302');
    expect(days).toContain('20260305');
  });

  it('rolls at MessageTrackingLogMaxFileSize and stays below MessageTrackingLogMaxDirectorySize', () => {
    const run = typed();
    run(`${set('-MessageTrackingLogMaxFileSize 20KB -MessageTrackingLogMaxDirectorySize 60KB')}
      1..30 | ForEach-Object { ${toPartner('$_').replaceAll("'", '"')}; Step-SandboxClock -Seconds 20 }`);
    expect(Number(run(`${files('MessageTracking', 'MSGTRK2*')}.Count`))).toBeGreaterThan(1);
    const bytes = Number(run(`(${files('MessageTracking', 'MSGTRK2*')} | Measure-Object Length -Sum).Sum`));
    expect(bytes).toBeLessThan(90_000);
  });
});

describe('connectivity logs', () => {
  it('of the Transport service: on and off, and where', () => {
    const run = typed();
    run(`${set('-ConnectivityLogEnabled $false')}; ${toPartner('one')}; ${settle}`);
    expect(run(`${files('Hub\\Connectivity')}.Count`)).toBe('0');
    run(`${set(`-ConnectivityLogEnabled $true -ConnectivityLogPath ${elsewhere}`)}; ${toPartner('two')}; ${settle}`);
    const text = run(`${textElsewhere('EX01')} -join "\`n"`);
    expect(text).toContain('#Log-Type: Transport Connectivity Log');
    expect(text).toMatch(/,SMTP,smart\.adatum\.com,\+,SmartHostConnectorDelivery [\da-f-]{36};QueueLength=1/);
    expect(text).toMatch(/,>,Established connection to /);
    expect(text).toMatch(/,-,Messages: 1 Bytes: \d+ \(Complete\)/);
  });

  it('of the mailbox transport services', () => {
    const run = typed();
    const text = () => run(`${logText('EX01', 'Mailbox\\Connectivity\\Delivery')} -join "\`n"`);
    run(`Send-SandboxMessage carol bob | Out-Null; ${settle}`);
    const before = text();
    expect(before).toMatch(/MapiDelivery,[\da-f-]{36},-,Messages: 1/);
    run(
      `Set-MailboxTransportService EX01 -ConnectivityLogEnabled $false; Send-SandboxMessage carol bob | Out-Null; ${settle}`,
    );
    expect(text()).toBe(before);
    run(
      `Set-MailboxTransportService EX01 -ConnectivityLogEnabled $true -ConnectivityLogPath ${elsewhere}; Send-SandboxMessage carol bob | Out-Null; ${settle}`,
    );
    expect(run(`${textElsewhere('EX01')} -join "\`n"`)).toContain('MapiDelivery');
  });
});

describe('protocol logs', () => {
  it('of sending: the connector’s level, SendProtocolLogPath', () => {
    const run = typed();
    const text = `${textElsewhere('EX01')} -join "\`n"`;
    run(`${set(`-SendProtocolLogPath ${elsewhere}`)}; ${toPartner('one')}; ${settle}`);
    expect(run(text)).not.toContain('smart.adatum.com');
    run(`Set-SendConnector 'Partner smart host' -ProtocolLoggingLevel Verbose; ${toPartner('two')}; ${settle}`);
    expect(run(text)).toMatch(
      /#Log-type: SMTP Send Protocol Log[\s\S]*Partner smart host,[\s\S]*>,EHLO EX01\.contoso\.com/,
    );
  });

  it('between servers of the organisation: IntraOrgConnectorProtocolLoggingLevel', () => {
    const run = typed();
    run(
      `${set('-IntraOrgConnectorProtocolLoggingLevel Verbose')}; Send-SandboxMessage alice kenji -Server EX01 | Out-Null; ${settle}`,
    );
    expect(run(`${logText('EX01', 'Hub\\ProtocolLog\\SmtpSend')} -join "\`n"`)).toContain(
      'Intra-Organization SMTP Send Connector',
    );
  });

  it('of receiving: the connector’s level, ReceiveProtocolLogPath of both services', () => {
    const run = typed();
    const hello = (port: number) => `'ehlo there', 'quit' | telnet EX01 ${port} | Out-Null`;
    run(`${set(`-ReceiveProtocolLogPath ${elsewhere}\\Hub`)}; Set-FrontendTransportService EX01 -ReceiveProtocolLogPath ${elsewhere}\\Front
      Set-ReceiveConnector 'EX01\\Default EX01' -ProtocolLoggingLevel Verbose; Set-ReceiveConnector 'EX01\\Default Frontend EX01' -ProtocolLoggingLevel None
      ${hello(2525)}; ${hello(25)}`);
    expect(run(`${textElsewhere('EX01')} -join "\`n"`)).toMatch(/EX01\\Default EX01,[\s\S]*<,ehlo there/i);
    expect(run(`Test-Path ${elsewhere}\\Front`)).toBe('False');
    run(`Set-ReceiveConnector 'EX01\\Default Frontend EX01' -ProtocolLoggingLevel Verbose; ${hello(25)}`);
    expect(run(`@(Get-ChildItem ${elsewhere}\\Front).Count`)).toBe('1');
  });
});

describe('routing tables', () => {
  it('go to RoutingTableLogPath at each change', () => {
    const run = typed();
    run(
      `${set(`-RoutingTableLogPath ${elsewhere}`)}; Set-SendConnector Subsidiary -Enabled $false; Step-SandboxClock -Minutes 1`,
    );
    expect(run(`@(Get-ChildItem ${elsewhere} -Filter 'RoutingConfig#*.xml').Count`)).toBe('1');
  });
});

describe('pipeline tracing', () => {
  it('copies the mail of PipelineTracingSenderAddress to PipelineTracingPath', () => {
    const run = typed();
    run(`${set(`-PipelineTracingEnabled $true -PipelineTracingSenderAddress alice@contoso.com -PipelineTracingPath ${elsewhere}`)}
      New-TransportRule 'To kenji' -SubjectContainsWords traced -BlindCopyTo kenji | Out-Null
      Send-SandboxMessage carol bob -Subject untraced -Server EX01 | Out-Null; ${toPartner('traced')}; ${settle}`);
    const copies = `Get-ChildItem ${elsewhere}\\MessageSnapshots -Recurse -File`;
    expect(run(`(${copies}).Name | Sort-Object`)).toBe('Original.eml\nRouting0001.eml');
    expect(run(`${copies} | ? Name -eq Routing0001.eml | Get-Content -Raw`)).toContain('X-Receiver: kenji@contoso.com');
  });
});
