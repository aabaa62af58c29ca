// spec/sandbox-cmdlets, Outside hosts: what they are, what they do with mail, and their records.

import { describe, expect, it } from 'vitest';
import { Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

/** EDGE01 sends mail for fabrikam.com; what its one queue says after some minutes. */
function lastError(shell: Shell, minutes = 3): string {
  shell.send('alice x@fabrikam.com -Subject out');
  shell.step(`-Minutes ${minutes}`);
  return shell
    .ask(
      'Invoke-Command -ComputerName EDGE01 { Get-Queue | Where-Object MessageCount -gt 0 | ForEach-Object { "$($_.Status) $($_.LastError)" } }',
    )
    .join();
}

const both = 'Get-SandboxHost -Domain fabrikam.com | Set-SandboxHost';

describe('outside hosts', () => {
  it('New makes A, PTR and MX records, Set touches none, Remove takes them along', () => {
    const shell = contoso();
    const records =
      'Get-SandboxDnsRecord | Where-Object { $_.Identity -match \'b.example|c.example|10.9.9\' } | ForEach-Object { "$($_.Identity) $($_.Preference)" }';
    shell.type(
      "$null = New-SandboxHost a.b.example -Domains b.example, c.example, '*' -Addresses 10.9.9.1, 10.9.9.2 -Preference 5",
    );
    const made = shell.ask(records);
    expect([...made].sort()).toEqual([
      '1.9.9.10.in-addr.arpa/PTR/a.b.example',
      '2.9.9.10.in-addr.arpa/PTR/a.b.example',
      'a.b.example/A/10.9.9.1',
      'a.b.example/A/10.9.9.2',
      'b.example/MX/a.b.example 5',
      'c.example/MX/a.b.example 5',
    ]);
    shell.type(
      'Set-SandboxHost a.b.example -Domains d.example -Addresses 10.9.9.3 -Name z.b.example; Set-SandboxHost z.b.example -Addresses 10.9.9.1, 10.9.9.2',
    );
    expect(shell.ask(records)).toEqual(made);
    expect(shell.ask('(Get-SandboxHost a.b.example).Name; (Get-SandboxHost 10.9.9.2).Name')).toEqual([
      'z.b.example',
      'z.b.example',
    ]);
    shell.type('Remove-SandboxHost z.b.example');
    expect(shell.ask(records)).toEqual([]);
  });

  it('SkipDnsRecord and KeepDnsRecord leave the records alone; one free address is the default', () => {
    const shell = contoso();
    shell.type('$h = New-SandboxHost one.example -Domains one.example -SkipDnsRecord');
    expect(shell.ask('@(Get-SandboxDnsRecord -Zone one.example).Count; $h.Addresses.Count')).toEqual(['0', '1']);
    shell.type(
      '$null = New-SandboxHost two.example -Domains two.example; Remove-SandboxHost two.example -KeepDnsRecord',
    );
    expect(shell.ask('(Get-SandboxDnsRecord -Zone two.example).Type')).toEqual(['A', 'MX']);
  });

  it.each([
    ['-Online $false', /Retry .*(Connection timed out|Failed to connect|Unable to connect)/],
    ['-Behavior Refuse', /Retry .*(10061|Unable to connect|refused)/],
    ['-Behavior Timeout', /^(Retry|Connecting) .*(timeout|timed out|10060)/i],
    ['-Behavior Drop', /Retry .*421 4\.4\.2/],
    ["-Behavior TempFail -ReplyText '452 4.3.1 Full'", /Retry .*452 4\.3\.1 Full/],
    ['-Behavior TempFail -FailAt Connect', /Retry .*4\d\d /],
    ['-Behavior TempFail -FailAt Ehlo', /Retry .*4\d\d /],
    ['-Behavior TempFail -FailAt MailFrom', /Retry .*4\d\d /],
    ['-Behavior TempFail -FailAt Data', /Retry .*4\d\d /],
    ['-Behavior TempFail -FailAt EndOfData', /Retry .*4\d\d /],
    ['-RequirePtr $true', /Retry .*450 /],
    ['-Behavior Greylist -GreylistDelay 01:00:00', /Retry .*451 /],
    ['-Tls Required', /^$/],
    ['-Tls None', /^$/],
  ])('%s', (settings, expected) => {
    const shell = contoso();
    shell.type('Get-SandboxDnsRecord -Type PTR | Where-Object Value -like EDGE01* | Remove-SandboxDnsRecord');
    shell.type(`${both} ${settings}`);
    expect(lastError(shell)).toMatch(expected);
  });

  it.each([
    ["-Behavior PermFail -ReplyText '550 5.7.1 Blocked'", '5.7.1'],
    ['-Behavior PermFail -FailAt MailFrom', '5.'],
    ['-Mailboxes somebody@fabrikam.com', '5.1.1'],
    ['-BlockList alice@contoso.com', '5.'],
    ['-BlockList contoso.com', '5.'],
    ['-MaxMessageSizeKB 1', '5.'],
    ['-Behavior PermFail -FailAt Connect', '5.'],
    ['-Behavior PermFail -FailAt Ehlo', '5.'],
  ])('%s returns the mail at once', (settings, status) => {
    const shell = contoso();
    shell.type(`${both} ${settings}`);
    expect(lastError(shell)).toBe('');
    expect(shell.returned()).toEqual([expect.stringContaining(status)]);
    expect(shell.ask('(Get-SandboxHost -Domain fabrikam.com | Measure-Object Refused -Sum).Sum -ge 1')).toEqual([
      'True',
    ]);
  });

  it('block lists know addresses and ranges', () => {
    const shell = contoso();
    shell.type("$edge = (Get-SandboxServer EDGE01).Addresses[0]; $range = $edge -replace '\\d+$', '0/24'");
    shell.type(`${both} -BlockList 1.2.3.4, $range`);
    lastError(shell);
    expect(shell.returned()).toHaveLength(1);
    shell.type(`${both} -BlockList @{ Remove = $range }`);
    lastError(shell);
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out']);
  });

  it('PTR, MX of the sender and SPF are demanded for as long as they lack', () => {
    const shell = contoso();
    shell.type(`${both} -RequirePtr $true -RequireSenderMx $true -RequireSpf $true`);
    expect(lastError(shell)).toBe('');
    shell.type(
      "Get-SandboxDnsRecord contoso.com -Type TXT | Set-SandboxDnsRecord -Value 'v=spf1 ip4:203.0.113.1 -all'",
    );
    expect(lastError(shell)).toMatch(/Retry .*450 /);
    shell.type('Get-SandboxDnsRecord contoso.com -Type TXT | Remove-SandboxDnsRecord; Step-SandboxClock -Minutes 30');
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out', 'out']);
    shell.type('Get-SandboxDnsRecord contoso.com -Type MX, A | Remove-SandboxDnsRecord');
    expect(lastError(shell)).toMatch(/Retry .*450 /);
  });

  it('greylisting lets the same sender, recipient and address through after its time', () => {
    const shell = contoso();
    shell.type(`${both} -Behavior Greylist -GreylistDelay 00:10:00`);
    expect(lastError(shell, 9)).toMatch(/Retry .*451 /);
    shell.step('-Minutes 15');
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out']);
    shell.send('alice x@fabrikam.com -Subject again');
    shell.step('-Minutes 1');
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out', 'again']);
    shell.send('bob x@fabrikam.com -Subject other');
    shell.step('-Minutes 1');
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out', 'again']);
  });

  it('a smart host takes everything, and the outside world relays no further', () => {
    const shell = contoso();
    shell.type("Set-SendConnector 'Partner smart host' -AddressSpaces 'SMTP:*;1'");
    shell.send('alice x@nowhere.example -Subject out');
    shell.step('-Minutes 1');
    expect(shell.ask('(Get-SandboxMailboxItem x@nowhere.example).Server')).toEqual(['smart.adatum.com']);
  });

  it('a slow host has the mail only after all its replies', () => {
    const shell = contoso();
    shell.type(`${both} -ReplyDelay 00:00:30`);
    shell.send('alice x@fabrikam.com -Subject slow');
    shell.step('-Minutes 2');
    const accepted = '(Get-SandboxHost -Domain fabrikam.com | Measure-Object Accepted -Sum).Sum';
    expect(shell.ask(accepted)).toEqual(['0']);
    shell.send('alice x@fabrikam.com -Subject second');
    shell.step('-Minutes 3');
    expect(shell.ask(accepted)).not.toEqual(['0']);
    shell.step('-Minutes 10');
    expect(shell.inbox('x@fabrikam.com')).toEqual(['slow', 'second']);
    shell.type(`${both} -ReplyDelay 00:11:00`);
    expect(lastError(shell, 15)).toMatch(/421 4\.4\.2 Connection dropped due to timeout/);
  });

  it('a change of a host that is on again is tried at the queue’s next attempt', () => {
    const shell = contoso();
    shell.type(`${both} -Online $false`);
    lastError(shell);
    shell.type(`${both} -Online $true; Step-SandboxClock -Minutes 30`);
    expect(shell.inbox('x@fabrikam.com')).toEqual(['out']);
    expect(shell.ask('(Get-SandboxHost mx1.fabrikam.com).Accepted')).toEqual(['1']);
  });

  it('the lower preference is tried first, then the next', () => {
    const shell = contoso();
    shell.type('Set-SandboxHost mx1.fabrikam.com -Online $false');
    shell.send('alice x@fabrikam.com -Subject second');
    shell.step('-Minutes 2');
    expect(shell.ask('(Get-SandboxMailboxItem x@fabrikam.com).Server')).toEqual(['mx2.fabrikam.com']);
    shell.type(
      'Set-SandboxHost mx1.fabrikam.com -Online $true; Set-SandboxDnsRecord fabrikam.com/MX/mx2.fabrikam.com -Preference 5',
    );
    shell.type('Invoke-Command -ComputerName EDGE01 { Clear-DnsClientCache }');
    shell.send('alice x@fabrikam.com -Subject turned');
    shell.step('-Minutes 2');
    expect(shell.ask('(Get-SandboxMailboxItem x@fabrikam.com).Server')).toEqual([
      'mx2.fabrikam.com',
      'mx2.fabrikam.com',
    ]);
  });
});
