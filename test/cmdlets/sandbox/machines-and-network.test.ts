// spec/sandbox-cmdlets, Machines and network of the organisation.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

describe('machines', () => {
  it('are all there: of every version and role, and domain controllers', () => {
    const shell = new Northwind();
    expect(
      shell.ask(
        '(Get-SandboxServer E2K3-1).Version; (Get-SandboxServer EDGE-A).Site -eq ""; (Get-SandboxServer DC-A).Version -eq $null',
      ),
    ).toEqual(['2003', 'True', 'True']);
    expect(shell.ask('(Get-SandboxServer -Site siteb).Name')).toEqual(['HUB-B1', 'HUB-B2', 'MBX-B']);
    expect(shell.ask('(Get-SandboxServer HUB-A1.northwindtraders.com).Roles')).toEqual(['HubTransport']);
    expect(shell.ask('(Get-SandboxServer HUB-A1).psobject.Properties.Name -join " "')).toEqual([
      'Name Identity Fqdn Version Roles Site Online Addresses Adapters MemoryGB MemoryLoadPercent DiskSizeGB DiskFreeGB VersionBuckets LastStart LastCrash',
    ]);
  });

  it('that are off keep their queues; what became due meanwhile is done when they are on, expiry counts the time', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxHost mail.woodgrovebank.com -Online $false');
    shell.type('$null = Send-SandboxMessage ann x@woodgrovebank.com -Server HUB-A2; Step-SandboxClock -Minutes 2');
    expect(shell.queues('HUB-A1')).toHaveLength(1);
    shell.type(
      'Set-SandboxServer HUB-A1 -Online $false; Step-SandboxClock -Days 1.5; Set-SandboxServer HUB-A1 -Online $true; Step-SandboxClock -Minutes 5',
    );
    expect(shell.queues('HUB-A1')).toEqual([expect.stringContaining('DnsConnectorDelivery woodgrovebank.com')]);
    shell.type(
      'Set-SandboxServer HUB-A1 -Online $false; Step-SandboxClock -Days 1; Set-SandboxServer HUB-A1 -Online $true; Step-SandboxClock -Minutes 5',
    );
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.returned()).toEqual(['4.4.7']);
  });

  it('services come up in their order', () => {
    const shell = contoso();
    shell.type(
      'Set-SandboxServer EX02 -Online $false; Step-SandboxClock -Minutes 1; Set-SandboxServer EX02 -Online $true',
    );
    expect(shell.ask('(Get-Service MSExchangeTransport -ComputerName EX02).Status')).not.toEqual(['Running']);
    shell.step('-Minutes 3');
    expect(shell.ask('(Get-Service MSExchangeTransport -ComputerName EX02).Status')).toEqual(['Running']);
    expect(shell.ask('(Get-SandboxServer EX02).LastStart.ToString("HH:mm:ss")')).toEqual(['08:01:00']);
  });

  it('a crash loses no mail that was accepted', () => {
    const shell = new Northwind();
    shell.type(
      'Set-SandboxServer HUB-B1, HUB-B2 -Online $false; $null = Send-SandboxMessage ann bea -Count 3 -Subject kept -Server HUB-A1; Step-SandboxClock -Minutes 2',
    );
    shell.type('$messages = (Get-Message -Server HUB-A1).InternetMessageId');
    shell.type('Set-SandboxServer HUB-A1 -Crash');
    expect(shell.ask('$s = Get-SandboxServer HUB-A1; $s.Online; $s.LastCrash -eq (Get-Date)')).toEqual([
      'False',
      'True',
    ]);
    shell.type('Set-SandboxServer HUB-A1 -Online $true; Step-SandboxClock -Minutes 5');
    expect(shell.ask('"$((Get-Message -Server HUB-A1).InternetMessageId)" -eq "$messages"')).toEqual(['True']);
    shell.type('Set-SandboxServer HUB-B1 -Online $true; Step-SandboxClock -Minutes 20');
    expect(shell.inbox('bea')).toEqual(['kept', 'kept', 'kept']);
  });

  it('a crash loses what only memory held: the DNS cache', () => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice x@adatum.com; Step-SandboxClock -Minutes 1');
    shell.type('Set-SandboxDnsRecord adatum.com/MX/mail.adatum.com -Value smart.adatum.com');
    shell.type('Set-SandboxServer EDGE01 -Crash; Set-SandboxServer EDGE01 -Online $true; Step-SandboxClock -Minutes 5');
    shell.type('$null = Send-SandboxMessage alice y@adatum.com; Step-SandboxClock -Minutes 5');
    expect(shell.ask('(Get-SandboxMailboxItem y@adatum.com).Server')).toEqual(['smart.adatum.com']);
  });

  it('roles bring and take services and default connectors, refuse for nothing, and keep the queue database', () => {
    const shell = new Northwind();
    shell.type(
      'Set-SandboxHost mail.woodgrovebank.com -Online $false; $null = Send-SandboxMessage ann x@woodgrovebank.com -Subject stays -Server HUB-A1; Step-SandboxClock -Minutes 2',
    );
    shell.type('Set-SandboxServer HUB-A1 -Roles None');
    expect(
      shell.ask(
        '@(Get-ReceiveConnector -Server HUB-A1).Count; @(Get-Service MSExchangeTransport -ErrorAction SilentlyContinue).Count',
      ),
    ).toEqual(['0', '0']);
    expect(
      shell.ask(
        '(Get-SendConnector Internet).SourceTransportServers -join " "; (Get-RoutingGroupConnector "A to Legacy").SourceTransportServers -join " "',
      ),
    ).toEqual(['HUB-A1', 'HUB-A1 HUB-A2']);
    shell.type(
      'Set-SandboxServer HUB-A1 -Roles HubTransport; Set-SandboxHost mail.woodgrovebank.com -Online $true; Step-SandboxClock -Minutes 30',
    );
    expect(shell.ask('@(Get-ReceiveConnector -Server HUB-A1).Count')).toEqual(['2']);
    expect(shell.inbox('x@woodgrovebank.com')).toEqual(['stays']);
  });

  it('roles can be changed while the machine is off', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-D1 -Online $false; Set-SandboxServer HUB-D1 -Roles None');
    shell.send('ann dan -Server HUB-A1');
    shell.step('-Minutes 1');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
  });

  it('stand in the site they are moved to, and Exchange notices at once', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer MBX-B -Site SiteA');
    shell.send('ann bea -Server HUB-A1');
    shell.step('-Seconds 5');
    expect(shell.way()).toEqual(['HUB-A1 > MBX-B']);
  });

  it('what other things use is measured by back pressure, and $null gives it back', () => {
    const shell = contoso();
    shell.type('Set-SandboxServer EX01 -DiskFreeGB 1; Step-SandboxClock -Minutes 1');
    shell.ask("$r = 'ehlo x', 'mail from:<a@fabrikam.com>', 'quit' | telnet EX01 2525");
    expect(shell.ask("$null = 0; ($r -join ' ') -match '452 4.3.1 Insufficient system resources'")).toEqual(['True']);
    shell.type('Set-SandboxServer EX01 -DiskFreeGB $null; Step-SandboxClock -Minutes 5');
    shell.send('alice bob -Subject fine');
    shell.step('-Minutes 1');
    expect(shell.inbox('bob')).toEqual(['fine']);
  });
});

describe('links', () => {
  it('Get lists site pairs and every setting made; both directions unless -OneWay', () => {
    const shell = contoso();
    expect(shell.ask('(Get-SandboxLink).Identity')).toEqual(['Dublin/Redmond', 'Dublin/Tokyo', 'Redmond/Tokyo']);
    shell.type(
      'Set-SandboxLink Redmond Tokyo -Up $false -OneWay; Set-SandboxLink EX01 mx1.fabrikam.com -LossPercent 5',
    );
    expect(
      shell.ask('Get-SandboxLink | Where-Object { -not $_.Up -or $_.LossPercent } | ForEach-Object { $_.Identity }'),
    ).toEqual(['EX01/mx1.fabrikam.com', 'mx1.fabrikam.com/EX01', 'Redmond/Tokyo']);
  });

  it('down means that connections time out, and no routing table changes', () => {
    const shell = contoso();
    shell.type(
      "$tables = @(Get-ChildItem 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\Hub\\Routing' -ErrorAction SilentlyContinue).Count",
    );
    shell.type('Set-SandboxLink Redmond Tokyo -Up $false');
    shell.send('alice kenji -Subject waits -Server EX01');
    shell.step('-Minutes 3');
    expect(shell.held('EX01')).toEqual([expect.stringMatching(/^SmtpRelayToMailboxDeliveryGroup .* Retry 1$/)]);
    shell.type('Set-SandboxLink Redmond Tokyo -Up $true; Step-SandboxClock -Minutes 15');
    expect(shell.inbox('kenji')).toEqual(['waits']);
  });

  it('one way down: the other way still works', () => {
    const shell = contoso();
    shell.type('Set-SandboxLink Redmond Tokyo -Up $false -OneWay');
    shell.type(
      '$null = Send-SandboxMessage kenji alice -Subject back; $null = Send-SandboxMessage alice kenji -Subject there; Step-SandboxClock -Minutes 3',
    );
    expect(shell.inbox('alice')).toEqual(['back']);
    expect(shell.inbox('kenji')).toEqual([]);
  });

  it('the setting with the most specific ends counts', () => {
    const shell = contoso();
    shell.type('Set-SandboxLink Perimeter Internet -Up $false; Set-SandboxLink EDGE01 mail.adatum.com -Up $true');
    shell.type(
      '$null = Send-SandboxMessage alice x@adatum.com, x@fabrikam.com -Subject out; Step-SandboxClock -Minutes 5',
    );
    expect(shell.inbox('x@adatum.com')).toEqual(['out']);
    expect(shell.inbox('x@fabrikam.com')).toEqual([]);
  });

  it('latency costs time; losses cost time, and many of them the connection', () => {
    const shell = contoso();
    shell.type('Set-SandboxLink EX01 EX03 -LossPercent 100');
    shell.send('alice kenji -Server EX01 -Subject lost');
    shell.step('-Minutes 3');
    expect(shell.held('EX01')).toHaveLength(1);
    shell.type('Set-SandboxLink EX01 EX03 -LossPercent 0 -Latency 00:00:02; Step-SandboxClock -Minutes 15');
    expect(shell.inbox('kenji')).toEqual(['lost']);
    expect(shell.ask('ping -n 1 EX03').join(' ')).toMatch(/time=\d{4}ms|timed out/);
  });
});
