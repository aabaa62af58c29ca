// spec/rerouting U, N: the Unreachable queue, and what is returned instead.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../support/shell.ts';

const unreachable = 'Unreachable Unreachable Domain Ready 1';
const noDatabaseRoute = 'There is currently no route to the mailbox database.';
const noConnector = 'A matching connector cannot be found to route the external recipient';

/** Recipients of the Unreachable queue with their own last errors. */
const recipients = (server = 'HUB-A1'): string =>
  `Get-Message -Queue ${server}\\Unreachable -IncludeRecipientInfo | ForEach-Object { $_.Recipients } | ForEach-Object { [string]$_ } | Sort-Object`;

/** Mail from HUB-A1 for dan in SiteD, to which no link leads any more. */
function unlinked(): Northwind {
  const shell = new Northwind();
  shell.type('Remove-ADReplicationSiteLink C-D -Confirm:$false');
  shell.send('ann dan -Subject unlinked -Server HUB-A1');
  shell.step('-Seconds 5');
  expect(shell.queues('HUB-A1')).toEqual([unreachable]);
  return shell;
}

/** When the message in Unreachable came there. */
const received = '(Get-Message -Queue HUB-A1\\Unreachable).DateReceived.Ticks';

describe('U. Unreachable', () => {
  it('U1 a directory recipient to whose server no path can be calculated', () => {
    const shell = new Northwind();
    shell.type('Remove-ADReplicationSite SiteD -Confirm:$false');
    shell.send('ann dan -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.rules()).toEqual(['U1']);
    expect(shell.ask('(Get-Message -Queue HUB-A1\\Unreachable).LastError')).toEqual([noDatabaseRoute]);
    expect(shell.ask('(Get-Queue HUB-A1\\Unreachable).NextHopCategory')).toEqual(['Internal']);
    expect(shell.returned()).toEqual([]);
  });

  it.each([
    [
      'no address space matches',
      "Set-SendConnector Internet -AddressSpaces 'SMTP:elsewhere.com;1'; Remove-SendConnector 'Backup Internet' -Confirm:$false",
    ],
    [
      'the matching connectors are disabled',
      "Set-SendConnector Internet -Enabled $false; Set-SendConnector 'Backup Internet' -Enabled $false",
    ],
    [
      'the matching connectors have no source server with the role',
      'Set-SendConnector Internet -SourceTransportServers HUB-B1; Set-SandboxServer HUB-B1 -Roles None',
    ],
  ])('U2 an external address: %s', (_what, change) => {
    const shell = new Northwind();
    shell.type(change);
    shell.send('ann x@woodgrovebank.com -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.rules()).toEqual(['U2']);
    expect(shell.ask(recipients())).toEqual([expect.stringContaining(noConnector)]);
  });

  it('U2 on Exchange 2016: the same', () => {
    const shell = new Shell('Contoso', 'EX01', 'alice');
    shell.type("Set-SendConnector 'EdgeSync - Redmond to Internet' -Enabled $false");
    shell.send('alice x@fabrikam.com -Server EX01');
    shell.step('-Seconds 5');
    expect(shell.queues('EX01')).toEqual([unreachable]);
    expect(shell.ask(recipients('EX01'))).toEqual([expect.stringContaining(noConnector)]);
  });

  it('U3 a group whose expansion server lacks the Hub Transport role', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-B1 -Roles None');
    shell.send('ann research -Subject group -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.rules()).toEqual(['U3']);
    shell.type('$null = Set-DistributionGroup research -ExpansionServer HUB-B2');
    shell.ask('Retry-Queue HUB-A1\\Unreachable -Resubmit $true -Confirm:$false');
    shell.step('-Minutes 1');
    expect(shell.inbox('bea')).toEqual(['group']);
  });

  it.each([
    ['disabled', 'Set-SendConnector Internet -Enabled $false'],
    [
      'misconfigured',
      'Set-SendConnector Internet -SourceTransportServers HUB-D1; Set-SandboxServer HUB-D1 -Roles None',
    ],
  ])('U4 mail that came in by a Receive connector linked to a Send connector that is %s', (_what, change) => {
    const shell = new Northwind();
    shell.type("Set-SendConnector Internet -LinkedReceiveConnector 'HUB-A1\\Default HUB-A1'");
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $false');
    shell.send('ann x@woodgrovebank.com -Via Smtp -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('DnsConnectorDelivery')]);
    shell.type(change);
    shell.send('ann x@adventure-works.com -Via Smtp -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toContain(unreachable);
    expect(shell.rules()).toEqual(['U4']);
    // What came in by another way takes another connector.
    shell.send('ann x@adventure-works.com -Subject free -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(shell.inbox('x@adventure-works.com')).toEqual(['free']);
  });

  it('U5 no routing group connector joins the routing groups; New-RoutingGroupConnector is the cure', () => {
    const shell = new Northwind();
    shell.type("Remove-RoutingGroupConnector 'A to Legacy' -Confirm:$false");
    shell.send('ann leo -Subject legacy -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.rules()).toEqual(['U5']);
    expect(shell.ask('(Get-Message -Queue HUB-A1\\Unreachable).LastError')).toEqual([noDatabaseRoute]);
    shell.ask(
      "New-RoutingGroupConnector -Name 'A to Legacy' -SourceTransportServers HUB-A1, HUB-A2 -TargetTransportServers E2K3-1, E2K3-2 -Cost 10",
    );
    shell.step('-Minutes 1');
    expect(shell.inbox('leo')).toEqual(['legacy']);
  });

  it('U6 the target site holds no Hub Transport server; one of them is the cure', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-D1 -Roles None');
    shell.send('ann dan -Subject hub -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.rules()).toEqual(['U6']);
    shell.type('Set-SandboxServer HUB-D1 -Roles HubTransport; Step-SandboxClock -Minutes 5');
    expect(shell.inbox('dan')).toEqual(['hub']);
  });

  it('U7 no site link joins the sites; a new one is the cure', () => {
    const shell = unlinked();
    expect(shell.rules()).toEqual(['U7']);
    expect(shell.ask('(Get-Message -Queue HUB-A1\\Unreachable).LastError')).toEqual([noDatabaseRoute]);
    shell.ask('New-ADReplicationSiteLink B-D -SitesIncluded SiteB, SiteD -Cost 5');
    shell.step('-Minutes 1');
    expect(shell.inbox('dan')).toEqual(['unlinked']);
  });

  it('U7 on Exchange 2016: the same', () => {
    const shell = new Shell('Contoso', 'EX01', 'alice');
    shell.type(
      'Get-ADReplicationSiteLink -Filter * | Where-Object SitesIncluded -match Tokyo | Remove-ADReplicationSiteLink -Confirm:$false',
    );
    shell.send('alice kenji -Subject unlinked -Server EX01');
    shell.step('-Seconds 5');
    expect(shell.queues('EX01')).toEqual([unreachable]);
    shell.ask('New-ADReplicationSiteLink R-T -SitesIncluded Redmond, Tokyo -Cost 5');
    shell.step('-Minutes 1');
    expect(shell.inbox('kenji')).toEqual(['unlinked']);
  });

  it('U8 recipients of one message keep their own reasons in the one queue', () => {
    const shell = new Northwind();
    shell.type('Remove-ADReplicationSiteLink C-D -Confirm:$false');
    shell.type("Set-SendConnector Internet -Enabled $false; Set-SendConnector 'Backup Internet' -Enabled $false");
    shell.send('ann dan, x@woodgrovebank.com, adam -Subject both -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.ask(recipients())).toEqual([
      expect.stringMatching(new RegExp(`^dan@northwindtraders.com.*${noDatabaseRoute}`)),
      expect.stringMatching(new RegExp(`^x@woodgrovebank.com.*${noConnector}`)),
    ]);
    expect(shell.inbox('adam')).toEqual(['both']);
    // The cure of one leaves the other where it is.
    shell.type('Set-SendConnector Internet -Enabled $true; Step-SandboxClock -Minutes 1');
    expect(shell.ask(recipients())).toEqual([expect.stringMatching(/^dan@/)]);
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['both']);
  });

  it.each([
    "Set-SendConnector Partner -Comment 'a remark'",
    'Set-TransportConfig -MaxSendSize 20MB',
    'Set-SandboxServer MBX-C -Online $false',
    'Set-SandboxLink SiteA SiteC -Up $false',
    '$null = Set-Mailbox abe -CustomAttribute1 x',
  ])('U9 a change that leaves the routing table as it was resubmits nothing: %s', (change) => {
    const shell = unlinked();
    shell.type(`$before = ${received}; ${change}; Step-SandboxClock -Minutes 10`);
    expect(shell.ask(`${received} -eq $before`)).toEqual(['True']);
    expect(shell.rules()).toEqual(['U7']);
  });

  it.each([
    "Set-SendConnector Partner -AddressSpaces 'SMTP:partner.com;1', 'SMTP:other.com;1'",
    'Set-SendConnector Partner -Enabled $false',
    'Set-AdSiteLink A-B -ExchangeCost 11',
    'Set-SandboxServer HUB-C1 -Site SiteB',
  ])('U10 a change that alters the routing table resubmits the queue: %s', (change) => {
    const shell = unlinked();
    shell.type(`$before = ${received}; ${change}; Step-SandboxClock -Seconds 5`);
    expect(shell.queues('HUB-A1')).toEqual([unreachable]);
    expect(shell.ask(`${received} -gt $before`)).toEqual(['True']);
    expect(shell.rules()).toEqual(['U7', 'U10', 'U7']);
  });

  it('U10 not while the queue is suspended, but when it is resumed', () => {
    const shell = unlinked();
    shell.ask('Suspend-Queue HUB-A1\\Unreachable -Confirm:$false');
    shell.ask('New-ADReplicationSiteLink C-D2 -SitesIncluded SiteC, SiteD -Cost 5');
    shell.step('-Minutes 10');
    expect(shell.queues('HUB-A1')).toEqual([unreachable.replace('Ready', 'Suspended')]);
    shell.ask(
      'Resume-Queue HUB-A1\\Unreachable -Confirm:$false; Retry-Queue HUB-A1\\Unreachable -Resubmit $true -Confirm:$false',
    );
    shell.step('-Minutes 1');
    expect(shell.inbox('dan')).toEqual(['unlinked']);
  });

  it('U11 Retry-Queue -Resubmit resubmits by hand', () => {
    const shell = unlinked();
    shell.type(
      `$before = ${received}; Retry-Queue -Identity HUB-A1\\Unreachable -Resubmit $true -Confirm:$false; Step-SandboxClock -Seconds 5`,
    );
    expect(shell.ask(`${received} -gt $before`)).toEqual(['True']);
    expect(shell.rules()).toEqual(['U7', 'U11', 'U7']);
  });

  it('U12 an inconsistency found while calculating is written to the Application log', () => {
    const shell = unlinked();
    const events = (id: number, text: string): string =>
      `Get-EventLog -LogName Application -Source MSExchangeTransport -ComputerName HUB-A1 | Where-Object { $_.EventID -eq ${id} -and $_.Message -match '${text}' } | ForEach-Object { $_.Category }`;
    expect(shell.ask(events(5007, 'SiteD'))).toEqual(['Routing']);
    expect(shell.ask(events(5006, 'DB-D'))).toEqual(['Routing']);
    shell.type('Set-SandboxServer HUB-B1 -Roles None; Step-SandboxClock -Minutes 1');
    expect(shell.ask(events(5015, 'Backup Internet'))).toEqual(['Routing']);
    expect(shell.ask(events(5016, 'Backup Internet'))).toEqual(['Routing']);
  });
});

describe('N. Returned instead', () => {
  it('N1 the one least-cost path may not be used by a message of this size: no second-best is sought', () => {
    const shell = new Northwind();
    shell.type('Set-AdSiteLink A-B -MaxMessageSize 64KB');
    shell.send('ann cara -SizeKB 100 -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.rules()).toEqual(['N1']);
    expect(shell.returned()).toEqual(['5.3.4']);
    shell.send('ann cara -Subject small -SizeKB 50 -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(shell.inbox('cara')).toEqual(['small']);
  });

  it('N1 every connector that fits takes only smaller messages', () => {
    const shell = new Northwind();
    shell.type(
      "Set-SendConnector Internet -MaxMessageSize 1MB; Set-SendConnector 'Backup Internet' -MaxMessageSize 1MB",
    );
    shell.send('ann x@woodgrovebank.com -SizeKB 2000 -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.rules()).toEqual(['N1']);
    expect(shell.returned()).toEqual(['5.3.4']);
  });

  it.each([
    ['is removed', 'Remove-ForeignConnector Fax -Confirm:$false'],
    ['is disabled', 'Set-ForeignConnector Fax -Enabled $false'],
    [
      'has no source server with the role',
      'Set-ForeignConnector Fax -SourceTransportServers HUB-D1; Set-SandboxServer HUB-D1 -Roles None',
    ],
  ])('N2 a non-SMTP address whose connector %s', (_what, change) => {
    const shell = new Northwind();
    shell.type(change);
    shell.send('ann FAX:5551234 -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.rules()).toEqual(['N2']);
    expect(shell.returned()).toEqual(['5.4.4']);
  });

  it('N3 a non-SMTP recipient of mail that came in by a Receive connector linked to a Send connector out of use', () => {
    const shell = new Northwind();
    shell.type("Set-SendConnector Internet -LinkedReceiveConnector 'HUB-A1\\Default HUB-A1' -Enabled $false");
    shell.send('ann IMCEAFAX-5551234@northwindtraders.com -Via Smtp -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.rules()).toEqual(['N3']);
    expect(shell.returned()).toEqual(['5.4.4']);
    // By another way the fax goes out.
    shell.send('ann IMCEAFAX-5551234@northwindtraders.com -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.ask('@(Get-ChildItem C:\\Fax\\Drop).Count')).toEqual(['1']);
  });
});
