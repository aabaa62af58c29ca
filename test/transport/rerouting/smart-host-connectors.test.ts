// spec/rerouting B: mail queued for a smart-host Send connector whose source server is this one.

import { describe, expect, it } from 'vitest';
import { Northwind } from '../support/shell.ts';

const waits = 'SmartHostConnectorDelivery smart.partner.com Retry 1';

/** Mail for partner.com that waits on HUB-A1 for the smart host of the connector Partner. */
function waiting(): Northwind {
  const shell = new Northwind();
  shell.type('Set-SandboxHost smart.partner.com -Online $false');
  shell.send('ann x@partner.com -Subject waiting -Server HUB-A1');
  shell.step('-Minutes 2');
  expect(shell.queues('HUB-A1')).toEqual([waits]);
  return shell;
}

describe('B. Smart-host Send connector', () => {
  it('B1 the connector is removed: resubmitted, and sent by the connector for all domains', () => {
    const shell = waiting();
    shell.type('Remove-SendConnector Partner -Confirm:$false');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('B1');
    expect(shell.way()).toEqual(['HUB-A1 > mail.partner.com']);
  });

  it('B2 this server is taken out of the source servers: resubmitted to the new one', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Partner -SourceTransportServers HUB-A2');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('B2');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.queues('HUB-A2')).toEqual(['SmartHostConnectorDelivery smart.partner.com Connecting 1']);
  });

  it('B3 the connector is changed to DNS: resubmitted, and sent to the MX', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Partner -DNSRoutingEnabled $true');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('B3');
    expect(shell.way()).toEqual(['HUB-A1 > mail.partner.com']);
    expect(
      shell.ask('(Get-Queue -Server HUB-A1 | Where-Object DeliveryType -eq DnsConnectorDelivery).NextHopDomain'),
    ).toEqual(['partner.com']);
  });

  it('B4 the smart hosts change: the queue and its key stay, and the new hosts get the mail', () => {
    const shell = waiting();
    shell.type('$queue = (Get-Queue -Server HUB-A1 | Where-Object MessageCount -gt 0).Identity');
    shell.type('$received = (Get-Message -Server HUB-A1).DateReceived');
    shell.type('Set-SandboxHost mail.partner.com -Behavior TempFail -FailAt MailFrom');
    shell.type("Set-SendConnector Partner -SmartHosts '[10.1.2.10]'");
    shell.atNextAttempt('HUB-A1');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    expect(shell.lastErrors('HUB-A1')).toEqual([expect.stringContaining('451 4.7.1')]);
    expect(shell.ask('(Get-Queue $queue).MessageCount')).toEqual(['1']);
    expect(shell.ask('(Get-Message -Server HUB-A1).DateReceived -eq $received')).toEqual(['True']);
    shell.type('Set-SandboxHost mail.partner.com -Behavior Accept');
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('B4');
    expect(
      shell.ask(
        'Get-MessageTrackingLog -Server HUB-A1 -EventId SEND | ForEach-Object { "$($_.ConnectorId) $($_.ServerIp)" }',
      ),
    ).toEqual(['Partner 10.1.2.10']);
  });

  it.each([
    ['NxDomain', 'a fatal one'],
    ['ServFail', 'a passing one'],
    ['Timeout', 'silence'],
  ])('B5 a DNS failure for the smart host (%s, %s): in Retry until the message expires', (behavior) => {
    const shell = new Northwind();
    shell.type(`Set-SandboxDnsServer 192.168.1.10 -Behavior ${behavior} -Zone partner.com`);
    shell.send('ann x@partner.com -Server HUB-A1');
    shell.step('-Minutes 2');
    expect(shell.lastErrors('HUB-A1')).toEqual(['451 4.4.0 DNS query failed']);
    shell.staysUntilExpiry('HUB-A1', waits);
  });

  it('B6 the connector is disabled: resubmitted', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Partner -Enabled $false');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('B6');
    expect(shell.way()).toEqual(['HUB-A1 > mail.partner.com']);
  });

  it('B7 the smart host is off: in Retry until the message expires', () => {
    waiting().staysUntilExpiry('HUB-A1', waits);
  });

  it('B7 nothing speaks SMTP at the smart host: in Retry, delivered when something does', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxHost smart.partner.com -Behavior Refuse');
    shell.send('ann x@partner.com -Server HUB-A1');
    shell.step('-Hours 30');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.type('Set-SandboxHost smart.partner.com -Behavior Accept');
    shell.atNextAttempt('HUB-A1');
    expect(shell.way()).toEqual(['HUB-A1 > smart.partner.com']);
  });
});
