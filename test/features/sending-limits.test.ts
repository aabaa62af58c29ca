// Limits of outgoing connections and mailbox deliveries, and delivery agents, as an administrator sets and sees them (facts 2, 1.3).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let open: TestSession;
beforeEach(() => {
  open = openTestSession();
});
afterEach(() => open.dispose());
const run = (text: string) => open.run(text).trimEnd();

const logs = (server: string, folder: string) =>
  `Get-ChildItem '\\\\${server}\\C$\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\${folder}' | Get-Content`;
const slow = 'Set-SandboxHost mx1.fabrikam.com -ReplyDelay 00:00:01';
const arrived = '@(Get-SandboxMailboxItem x@fabrikam.com).Count';

describe('connections of a queue', () => {
  it('carry SmtpMaxMessagesPerConnection messages each', () => {
    run(`Set-SendConnector 'EdgeSync - Redmond to Internet' -SmtpMaxMessagesPerConnection 10
      Send-SandboxMessage alice x@fabrikam.com -Count 25 | Out-Null; Step-SandboxClock -UntilIdle`);
    const carried = run(
      `${logs('EDGE01', 'Edge\\Connectivity')} | Where-Object { $_ -match 'fabrikam.com,-' } | ForEach-Object { if ($_ -match 'Messages: (\\d+)') { $Matches[1] } }`,
    )
      .split('\n')
      .map(Number);
    expect(Math.max(...carried)).toBe(10);
    expect(carried.reduce((sum, count) => sum + count, 0)).toBe(25);
    expect(carried.length).toBeGreaterThanOrEqual(3);
  });

  it('are as many at once as MaxPerDomainOutboundConnections allows', () => {
    const arrivedWith = (limit: string) =>
      run(`Restore-Sandbox start; Set-TransportService EDGE01 -MaxPerDomainOutboundConnections ${limit}
        Send-SandboxMessage alice x@fabrikam.com -Count 200 | Out-Null; Step-SandboxClock -Minutes 2; ${arrived}`);
    run(`${slow}; Checkpoint-Sandbox start | Out-Null`);
    const [one, five] = [Number(arrivedWith('1')), Number(arrivedWith('5'))];
    expect(one).toBeGreaterThan(10);
    expect(five).toBeGreaterThan(one * 3);
  });

  it('of all queues together are bounded by MaxOutboundConnections', () => {
    run(`${slow}; Set-SandboxHost mail.adatum.com -ReplyDelay 00:00:01
      Set-TransportService EDGE01 -MaxOutboundConnections 1 -MaxPerDomainOutboundConnections 1
      Send-SandboxMessage alice x@fabrikam.com -Count 10 | Out-Null; Send-SandboxMessage alice x@adatum.com -Count 10 | Out-Null; Step-SandboxClock -Minutes 1`);
    const both = Number(run(`${arrived} + @(Get-SandboxMailboxItem x@adatum.com).Count`));
    expect(both).toBeGreaterThan(5);
    expect(both).toBeLessThan(18);
    expect(run(`Step-SandboxClock -Minutes 5; ${arrived} + @(Get-SandboxMailboxItem x@adatum.com).Count`)).toBe('20');
  });

  it('to a host that answers too slowly end after ConnectionInactivityTimeOut', () => {
    run(`Set-SendConnector 'EdgeSync - Redmond to Internet' -ConnectionInactivityTimeOut 00:00:30
      'mx1', 'mx2' | ForEach-Object { Set-SandboxHost "$_.fabrikam.com" -ReplyDelay 00:01:00 }
      Send-SandboxMessage alice x@fabrikam.com | Out-Null; Step-SandboxClock -Minutes 2`);
    expect(run(logs('EDGE01', 'Edge\\Connectivity'))).toContain(
      'Messages: 0 Bytes: 0 (Retry : Connection dropped due to timeout)',
    );
  });
});

describe('mailbox deliveries', () => {
  it('go on in MaxConcurrentMailboxDeliveries sessions', () => {
    const delivered = (limit: number) =>
      Number(
        run(`Restore-Sandbox start; Set-MailboxTransportService EX01 -MaxConcurrentMailboxDeliveries ${limit}
        Send-SandboxMessage carol bob -Count 2000 -Server EX01 | Out-Null; Step-SandboxClock -Seconds 3; @(Get-SandboxMailboxItem bob).Count`),
      );
    run('Checkpoint-Sandbox start | Out-Null');
    const [one, ten] = [delivered(1), delivered(10)];
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(700);
    expect(ten).toBeGreaterThan(one);
  });
});

describe('a delivery agent connector', () => {
  const connector = `New-DeliveryAgentConnector Texts -DeliveryProtocol MOBILE -AddressSpaces 'MOBILE:*;1' -SourceTransportServers EX01 | Out-Null`;

  it('gives mail to its agent, over the queue DeliveryAgent', () => {
    run(`${connector}; Suspend-Queue EX01\\Submission -Confirm:$false
      Send-SandboxMessage alice 'MOBILE:5551234' -Subject text -Server EX01 | Out-Null; Step-SandboxClock -Seconds 10
      Resume-Queue EX01\\Submission -Confirm:$false; Step-SandboxClock -Minutes 1`);
    expect(run("(Get-SandboxMailboxItem 'MOBILE:5551234').Subject")).toBe('text');
    expect(run('(Get-Queue | ? DeliveryType -eq DeliveryAgent).NextHopCategory')).toBe('External');
    expect(run('Get-MessageTrackingLog -EventId SEND | ? ConnectorId -eq Texts | % SourceContext')).toBe(
      'Text Messaging Delivery Agent',
    );
  });

  it('without its agent keeps the mail in retry; a disabled connector lets it be routed anew', () => {
    run(`${connector}; Disable-TransportAgent 'Text Messaging Delivery Agent' -Confirm:$false -WarningAction SilentlyContinue
      Send-SandboxMessage alice 'MOBILE:5551234' -Server EX01 | Out-Null; Step-SandboxClock -Minutes 1`);
    expect(run('$q = Get-Queue | ? DeliveryType -eq DeliveryAgent; $q.Status; $q.LastError')).toMatch(
      /^Retry\n.*No delivery agent for the protocol MOBILE/,
    );
    run(`Set-DeliveryAgentConnector Texts -Enabled $false; Step-SandboxClock -Minutes 5`);
    expect(run('(Get-SandboxMailboxItem alice -Folder Inbox).Kind')).toBe('FailureDsn');
  });
});
