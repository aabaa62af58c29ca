// spec/rerouting A: mail queued for a DNS-routed Send connector whose source server is this one.

import { describe, expect, it } from 'vitest';
import { Northwind } from '../support/shell.ts';

const waits = 'DnsConnectorDelivery woodgrovebank.com Retry 1';

/** Mail for woodgrovebank.com that waits on HUB-A1 in the queue of the connector Internet. */
function waiting(): Northwind {
  const shell = new Northwind();
  shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $false');
  shell.send('ann x@woodgrovebank.com -Subject waiting -Server HUB-A1');
  shell.step('-Minutes 2');
  expect(shell.queues('HUB-A1')).toEqual([waits]);
  return shell;
}

describe('A. DNS-routed Send connector', () => {
  it('A1 the connector is removed: resubmitted at the next attempt, and routed by the connector that remains', () => {
    const shell = waiting();
    shell.type('Remove-SendConnector Internet -Confirm:$false');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.queues('HUB-B1')).toEqual(['DnsConnectorDelivery woodgrovebank.com Connecting 1']);
    expect(shell.rules()).toContain('A1');
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $true; Step-SandboxClock -Hours 1');
    expect(shell.way()).toEqual(['HUB-A1 > HUB-B1', 'HUB-B1 > mail.woodgrovebank.com']);
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['waiting']);
  });

  it('A2 the connector is changed to a smart host: resubmitted, and sent through it', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Internet -DNSRoutingEnabled $false -SmartHosts smart.partner.com');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.way()).toEqual(['HUB-A1 > smart.partner.com']);
    expect(shell.rules()).toContain('A2');
    expect(shell.ask('(Get-SandboxMailboxItem x@woodgrovebank.com).Server')).toEqual(['smart.partner.com']);
    expect(
      shell.ask('(Get-Queue -Server HUB-A1 | Where-Object DeliveryType -eq SmartHostConnectorDelivery).NextHopDomain'),
    ).toEqual(['smart.partner.com']);
  });

  it('A3 this server is taken out of the source servers: resubmitted to the one that has taken its place', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Internet -SourceTransportServers HUB-A2');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.queues('HUB-A2')).toEqual(['DnsConnectorDelivery woodgrovebank.com Connecting 1']);
    expect(shell.rules()).toContain('A3');
    expect(shell.way()).toEqual(['HUB-A1 > HUB-A2']);
  });

  it('A4 the domain does not exist any more, authoritatively: every message of the queue is returned at once', () => {
    const shell = waiting();
    shell.type('$second = Send-SandboxMessage ann y@woodgrovebank.com -Server HUB-A1; Step-SandboxClock -Seconds 1');
    shell.type('Remove-SandboxHost mail.woodgrovebank.com; Clear-DnsClientCache');
    shell.atNextAttempt('HUB-A1');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.returned()).toEqual(['5.4.4', '5.4.4']);
    expect(shell.rules()).toContain('A4');
    expect(
      shell.ask(
        `Get-MessageTrackingLog -Server HUB-A1 -EventId FAIL | ForEach-Object { "$($_.Recipients): $($_.RecipientStatus)" }`,
      ),
    ).toEqual([
      'x@woodgrovebank.com: 550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
      'y@woodgrovebank.com: 550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
    ]);
  });

  it.each(['ServFail', 'Timeout'])(
    'A5 the DNS server answers with %s: in Retry until the message expires, never resubmitted',
    (behavior) => {
      const shell = new Northwind();
      shell.type(`Set-SandboxDnsServer 192.168.1.10 -Behavior ${behavior} -Zone woodgrovebank.com`);
      shell.send('ann x@woodgrovebank.com -Server HUB-A1');
      shell.step('-Minutes 2');
      expect(shell.queues('HUB-A1')).toEqual([waits]);
      expect(shell.lastErrors('HUB-A1')).toEqual(['451 4.4.0 DNS query failed']);
      shell.staysUntilExpiry('HUB-A1', waits);
    },
  );

  it('A5 a DNS failure that ends: delivered at the retry', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxDnsServer 192.168.1.10 -Behavior ServFail -Zone woodgrovebank.com');
    shell.send('ann x@woodgrovebank.com -Subject later -Server HUB-A1');
    shell.step('-Hours 20');
    shell.type('Set-SandboxDnsServer 192.168.1.10 -Behavior Answer -Zone woodgrovebank.com');
    shell.atNextAttempt('HUB-A1');
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['later']);
  });

  it('A6 the connector is disabled: resubmitted; with no other connector the mail is unreachable', () => {
    const shell = waiting();
    shell.type('Set-SendConnector Internet -Enabled $false; Set-SendConnector "Backup Internet" -Enabled $false');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('A6');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
    shell.type('Set-SendConnector "Backup Internet" -Enabled $true; Step-SandboxClock -Seconds 30');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.way()).toEqual(['HUB-A1 > HUB-B1']);
  });

  it('A7 the remote host is off: in Retry until the message expires, never resubmitted', () => {
    const shell = waiting();
    expect(shell.lastErrors('HUB-A1')[0]).toContain('421 4.2.1 Unable to connect');
    shell.staysUntilExpiry('HUB-A1', waits);
  });

  it('A7 the network to it is down: in Retry, delivered when it is up again', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxLink HUB-A1 mail.woodgrovebank.com -Up $false');
    shell.send('ann x@woodgrovebank.com -Subject late -Server HUB-A1');
    shell.step('-Hours 13');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.type('Set-SandboxLink HUB-A1 mail.woodgrovebank.com -Up $true');
    shell.atNextAttempt('HUB-A1');
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['late']);
  });
});
