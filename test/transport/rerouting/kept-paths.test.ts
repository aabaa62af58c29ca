// spec/rerouting H, S: the old path still works, so mail that is queued keeps it, and mail submitted later takes the new one.

import { describe, expect, it } from 'vitest';
import { Northwind } from '../support/shell.ts';

/** The message that waited was never categorized again. */
function expectNotResubmitted(shell: Northwind): void {
  expect(shell.ask("Trace-SandboxMessage $old | Where-Object Decision -eq 'Resubmitted'")).toEqual([]);
}

/** And by the rule it was sent on by a path that routing would not choose any more. */
function expectKept(shell: Northwind, rule: string): void {
  expectNotResubmitted(shell);
  expect(shell.ask(`Trace-SandboxMessage $old -Rule ${rule} | ForEach-Object { $_.Decision }`)).toEqual([
    'Kept on the path chosen before',
  ]);
}

/** Mail that waits, its Message-ID in $old. */
function waiting(to: string, queue: string, trouble: string, more = ''): Northwind {
  const shell = new Northwind();
  shell.type(trouble);
  shell.type(`$old = Send-SandboxMessage ann ${to} -Subject old -Server HUB-A1 ${more}; Step-SandboxClock -Minutes 2`);
  expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining(queue)]);
  return shell;
}

describe('H. The old path still works', () => {
  it('H1 a cheaper connector appears', () => {
    const shell = waiting(
      'x@woodgrovebank.com',
      'DnsConnectorDelivery woodgrovebank.com',
      'Set-SandboxHost mail.woodgrovebank.com -Online $false',
    );
    shell.ask("New-SendConnector -Name Cheap -AddressSpaces 'SMTP:*;1' -SourceTransportServers HUB-A2");
    shell.type('$null = Send-SandboxMessage ann x@adventure-works.com -Subject new -Server HUB-A1');
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $true; Step-SandboxClock -Minutes 10');
    expectKept(shell, 'H1');
    expect(shell.way('old')).toEqual(['HUB-A1 > mail.woodgrovebank.com']);
    expect(shell.way('new')).toEqual(['HUB-A1 > HUB-A2', 'HUB-A2 > mail.adventure-works.com']);
  });

  it('H1 a cheaper path to the site appears', () => {
    const shell = waiting(
      'dan',
      'SmtpRelayToRemoteAdSite sited',
      'Set-SandboxServer HUB-B1, HUB-B2, HUB-C1, HUB-D1 -Online $false',
    );
    shell.ask('New-ADReplicationSiteLink A-D -SitesIncluded SiteA, SiteD -Cost 5');
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('sited')]);
    shell.type('Set-SandboxServer HUB-D1 -Online $true; Step-SandboxClock -Minutes 10');
    expectNotResubmitted(shell);
    expect(shell.inbox('dan')).toEqual(['old']);
  });

  it('H2 a size limit takes the connector out of consideration for larger messages', () => {
    const shell = waiting(
      'x@woodgrovebank.com',
      'DnsConnectorDelivery',
      'Set-SandboxHost mail.woodgrovebank.com -Online $false',
      '-SizeKB 2000',
    );
    shell.type('Set-SendConnector Internet -MaxMessageSize 1MB');
    shell.type('$null = Send-SandboxMessage ann x@adventure-works.com -Subject new -SizeKB 2000 -Server HUB-A1');
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $true; Step-SandboxClock -Minutes 10');
    expectKept(shell, 'H2');
    expect(shell.way('old')).toEqual(['HUB-A1 > mail.woodgrovebank.com']);
    expect(shell.way('new')).toEqual(['HUB-A1 > HUB-B1', 'HUB-B1 > mail.adventure-works.com']);
  });

  it.each([
    ['is enabled', 'Set-SendConnector Partner -Enabled $false', 'Set-SendConnector Partner -Enabled $true', ''],
    [
      'comes back into scope',
      'Set-SendConnector Partner -SourceTransportServers HUB-B1 -IsScopedConnector $true',
      'Set-SendConnector Partner -IsScopedConnector $false',
      '',
    ],
    [
      'loses its size limit',
      'Set-SendConnector Partner -MaxMessageSize 1MB',
      'Set-SendConnector Partner -MaxMessageSize 10MB',
      '-SizeKB 2000',
    ],
  ])('H3 a more specific connector %s', (_what, before, change, size) => {
    const shell = waiting(
      'x@partner.com',
      'DnsConnectorDelivery partner.com',
      `${before}; Set-SandboxHost mail.partner.com -Online $false`,
      size,
    );
    shell.type(change);
    shell.type(`$null = Send-SandboxMessage ann x@partner.com -Subject new -Server HUB-A1 ${size}`);
    shell.step('-Minutes 5');
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('DnsConnectorDelivery partner.com')]);
    expect(shell.inbox('x@partner.com')).toEqual(['new']);
    shell.type('Set-SandboxHost mail.partner.com -Online $true; Step-SandboxClock -Minutes 10');
    expectKept(shell, 'H3');
    expect(shell.way('old')).toEqual(['HUB-A1 > mail.partner.com']);
  });

  it('H4 the connector’s address space changes', () => {
    const shell = waiting(
      'x@partner.com',
      'SmartHostConnectorDelivery smart.partner.com',
      'Set-SandboxHost smart.partner.com -Online $false',
    );
    shell.type(
      "Set-SendConnector Partner -AddressSpaces 'SMTP:other.com;1'; Set-SandboxHost smart.partner.com -Online $true",
    );
    shell.type(
      '$null = Send-SandboxMessage ann x@partner.com -Subject new -Server HUB-A1; Step-SandboxClock -Minutes 10',
    );
    expectKept(shell, 'H4');
    expect(shell.way('old')).toEqual(['HUB-A1 > smart.partner.com']);
    expect(shell.way('new')).toEqual(['HUB-A1 > mail.partner.com']);
  });

  it('H5 a local Hub server is added to the source servers', () => {
    const shell = waiting('x@relay.com', 'SmtpRelayWithinAdSite site relay', 'Set-SandboxServer HUB-A2 -Online $false');
    shell.type("Set-SendConnector 'Site relay' -SourceTransportServers @{Add='HUB-A1'}");
    shell.type('$null = Send-SandboxMessage ann x@relay.com -Subject new -Server HUB-A1; Step-SandboxClock -Minutes 5');
    expect(shell.inbox('x@relay.com')).toEqual(['new']);
    expect(shell.way('new')).toEqual(['HUB-A1 > mail.relay.com']);
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('SmtpRelayWithinAdSite site relay')]);
    shell.type('Set-SandboxServer HUB-A2 -Online $true; Step-SandboxClock -Minutes 10');
    expectKept(shell, 'H5');
    expect(shell.way('old')).toEqual(['HUB-A1 > HUB-A2', 'HUB-A2 > mail.relay.com']);
  });

  it('H6 the database’s server has moved to the sender’s site: the mail still goes to the remote site first', () => {
    const shell = waiting('bea', 'SmtpRelayToRemoteAdSite siteb', 'Set-SandboxServer HUB-B1, HUB-B2 -Online $false');
    shell.type('Set-SandboxServer MBX-B -Site SiteA');
    shell.type('$null = Send-SandboxMessage ann bea -Subject new -Server HUB-A1; Step-SandboxClock -Minutes 3');
    expect(shell.inbox('bea')).toEqual(['new']);
    expect(shell.way('new')).toEqual(['HUB-A1 > MBX-B']);
    shell.type('Set-SandboxServer HUB-B1 -Online $true; Step-SandboxClock -Minutes 15');
    expectKept(shell, 'H6');
    expect(shell.way('old')[0]).toBe('HUB-A1 > HUB-B1');
    expect(shell.way('old')[1]).toMatch(/^HUB-B1 > HUB-A/);
    expect(shell.inbox('bea')).toEqual(['new', 'old']);
  });

  it.each([
    ['$null = Set-DistributionGroup engineering -ExpansionServer HUB-A1', 'this server'],
    ['$null = Set-DistributionGroup engineering -ExpansionServer HUB-B1', 'another site’s'],
  ])('H7 the group’s expansion server has changed (%s, %s): the mail still goes to the former one', (change) => {
    const shell = waiting(
      'engineering',
      'SmtpRelayWithinAdSite hub-a2.northwindtraders.com',
      'Set-SandboxServer HUB-A2 -Online $false',
    );
    shell.type(`${change}; Set-SandboxServer HUB-A2 -Online $true; Step-SandboxClock -Minutes 15`);
    expectKept(shell, 'H7');
    expect(shell.way('old')[0]).toBe('HUB-A1 > HUB-A2');
    expect(shell.inbox('abe')).toEqual(['old']);
  });
});

describe('S. Connectors out of sight', () => {
  it.each([
    ['Site relay', 'x@relay.com', 'SmtpRelayWithinAdSite site relay', 'Set-SandboxServer HUB-A2 -Online $false'],
    [
      'Internet',
      'x@woodgrovebank.com',
      'DnsConnectorDelivery',
      'Set-SandboxHost mail.woodgrovebank.com -Online $false',
    ],
  ])(
    'S1 the connector %s of the local site becomes scoped: queued mail is left alone',
    (connector, to, queue, trouble) => {
      const shell = waiting(to, queue, trouble);
      shell.type('$received = (Get-Message -Server HUB-A1).DateReceived');
      shell.type(`Set-SendConnector '${connector}' -IsScopedConnector $true; Step-SandboxClock -Minutes 30`);
      expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining(queue)]);
      expect(shell.ask('(Get-Message -Server HUB-A1).DateReceived -eq $received')).toEqual(['True']);
      expectNotResubmitted(shell);
      shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $true; Set-SandboxServer HUB-A2 -Online $true');
      shell.step('-Minutes 15');
      expect(shell.inbox(to)).toEqual(['old']);
    },
  );

  it('S2 mail for a connector of a remote site waits for the site: its change of scope is not noticed here', () => {
    const shell = waiting(
      'x@woodgrovebank.com',
      'SmtpRelayToRemoteAdSite siteb',
      'Set-SendConnector Internet -Enabled $false; Set-SandboxServer HUB-B1, HUB-B2 -Online $false',
    );
    shell.type("Set-SendConnector 'Backup Internet' -IsScopedConnector $true; Step-SandboxClock -Minutes 30");
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('SmtpRelayToRemoteAdSite siteb')]);
    shell.type(
      '$null = Send-SandboxMessage ann y@woodgrovebank.com -Subject new -Server HUB-A1; Step-SandboxClock -Seconds 5',
    );
    expect(shell.queues('HUB-A1')).toContain('Unreachable Unreachable Domain Ready 1');
    shell.type('Set-SandboxServer HUB-B1 -Online $true; Step-SandboxClock -Minutes 15');
    expectKept(shell, 'S2');
    expect(shell.way('old')).toEqual(['HUB-A1 > HUB-B1', 'HUB-B1 > mail.woodgrovebank.com']);
  });
});
