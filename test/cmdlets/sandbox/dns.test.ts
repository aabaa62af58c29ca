// spec/sandbox-cmdlets, DNS: records, servers and their faults, caches.

import { describe, expect, it } from 'vitest';
import { Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');
const edge = (script: string): string => `Invoke-Command -ComputerName EDGE01 { ${script} }`;

describe('DNS records', () => {
  it('several values make several records; Preference is for MX alone and 10, Ttl an hour by default', () => {
    const shell = contoso();
    expect(
      shell.ask(
        'New-SandboxDnsRecord x.example MX a.example, b.example | ForEach-Object { "$($_.Identity) $($_.Preference) $($_.Ttl) $($_.Zone)" }',
      ),
    ).toEqual(['x.example/MX/a.example 10 01:00:00 x.example', 'x.example/MX/b.example 10 01:00:00 x.example']);
    expect(shell.ask('(New-SandboxDnsRecord x.example A 10.0.0.1).Preference -eq $null')).toEqual(['True']);
    expect(shell.ask('(New-SandboxDnsRecord x.example TXT hello -Ttl 00:00:30).Ttl')).not.toEqual([]);
  });

  it('Get knows names with wildcards, types, zones with all below them, and the servers that know a record', () => {
    const shell = contoso();
    shell.type(
      '$null = New-SandboxDnsRecord x.example A 10.0.0.1 -Server DC01; $null = New-SandboxDnsRecord deep.in.x.example A 10.0.0.2',
    );
    expect(shell.ask('(Get-SandboxDnsRecord -Zone x.example).Name')).toEqual(['deep.in.x.example', 'x.example']);
    expect(shell.ask('(Get-SandboxDnsRecord *.x.example -Type A, MX).Name')).toEqual(['deep.in.x.example']);
    expect(shell.ask('(Get-SandboxDnsRecord -Zone x.example -Server DC02).Name')).toEqual(['deep.in.x.example']);
    expect(shell.ask('(Get-SandboxDnsRecord x.example).Server')).toEqual(['192.168.1.10']);
    expect(shell.ask('(Get-SandboxDnsRecord EX01.contoso.com).Value')).toEqual(['192.168.1.21']);
  });

  it('a name without any record does not exist, one without the asked type has an empty answer', () => {
    const shell = contoso();
    shell.type('$null = New-SandboxDnsRecord below.x.example A 10.0.0.1');
    expect(shell.ask('nslookup -type=mx x.example').join(' ')).toContain("can't find x.example: Non-existent domain");
    expect(shell.ask('nslookup -type=mx below.x.example').join(' ')).not.toContain('Non-existent');
    expect(shell.ask('nslookup below.x.example').join(' ')).toContain('10.0.0.1');
  });

  it('a change holds for every server at once, but for what caches hold, as long as its TTL', () => {
    const shell = contoso();
    shell.send('alice x@adatum.com -Subject first');
    shell.step('-Minutes 1');
    shell.type(
      '$null = New-SandboxHost new.adatum.com -Domains adatum.com -SkipDnsRecord -Addresses 10.9.9.9; $null = New-SandboxDnsRecord new.adatum.com A 10.9.9.9',
    );
    shell.type('Set-SandboxDnsRecord adatum.com/MX/mail.adatum.com -Value new.adatum.com');
    expect(shell.ask('nslookup -type=mx adatum.com').join(' ')).toContain('new.adatum.com');
    shell.send('alice x@adatum.com -Subject cached');
    shell.step('-Minutes 57');
    const servers = 'Get-SandboxMailboxItem x@adatum.com | ForEach-Object { $_.Server }';
    expect(shell.ask(servers)).toEqual(['mail.adatum.com', 'mail.adatum.com']);
    shell.step('-Minutes 3');
    shell.send('alice x@adatum.com -Subject expired');
    shell.step('-Minutes 1');
    expect(shell.ask(servers).at(-1)).toBe('new.adatum.com');
  });

  it.each(['Clear-DnsClientCache', 'ipconfig /flushdns'])('%s empties the cache', (line) => {
    const shell = contoso();
    shell.type('$null = Send-SandboxMessage alice x@adatum.com; Step-SandboxClock -Minutes 1');
    shell.type('Set-SandboxDnsRecord adatum.com/MX/mail.adatum.com -Value smart.adatum.com');
    shell.ask(edge(line));
    shell.type('$null = Send-SandboxMessage alice y@adatum.com; Step-SandboxClock -Minutes 1');
    expect(shell.ask('(Get-SandboxMailboxItem y@adatum.com).Server')).toEqual(['smart.adatum.com']);
  });

  it('MX records are tried by preference, names are followed, no MX means the address of the domain', () => {
    const shell = contoso();
    shell.type('Get-SandboxDnsRecord adatum.com -Type MX | Remove-SandboxDnsRecord');
    shell.type(
      '$null = New-SandboxDnsRecord adatum.com MX alias.adatum.com; $null = New-SandboxDnsRecord alias.adatum.com CNAME mail.adatum.com',
    );
    shell.type(
      '$null = New-SandboxHost plain.example -Domains plain.example -SkipDnsRecord -Addresses 10.9.9.8; $null = New-SandboxDnsRecord plain.example A 10.9.9.8',
    );
    shell.type(
      '$null = Send-SandboxMessage alice x@adatum.com, x@plain.example -Subject names; Step-SandboxClock -Minutes 1',
    );
    expect(shell.inbox('x@adatum.com')).toEqual(['names']);
    expect(shell.inbox('x@plain.example')).toEqual(['names']);
  });
});

describe('DNS servers', () => {
  it.each([
    ['NxDomain', 'Non-existent domain'],
    ['ServFail', 'Server failed'],
    ['Refused', 'Query refused'],
    ['Timeout', 'timed out'],
  ])('%s: %s', (behavior, text) => {
    const shell = contoso();
    shell.type(`Set-SandboxDnsServer 192.168.1.10 -Behavior ${behavior}`);
    expect(shell.ask('nslookup -type=mx fabrikam.com').join(' ')).toContain(text);
  });

  it('the longest fitting zone wins, and Answer takes an exception back', () => {
    const shell = contoso();
    shell.type(
      'Set-SandboxDnsServer DC01 -Behavior ServFail -Zone fabrikam.com; Set-SandboxDnsServer DC01 -Behavior NxDomain -Zone mx1.fabrikam.com',
    );
    expect(shell.ask('nslookup mx1.fabrikam.com').join(' ')).toContain('Non-existent domain');
    expect(shell.ask('nslookup mx2.fabrikam.com').join(' ')).toContain('Server failed');
    expect(shell.ask('(Get-SandboxDnsServer DC01).ZoneBehavior')).toEqual(
      expect.arrayContaining(['fabrikam.com=ServFail', 'mx1.fabrikam.com=NxDomain']),
    );
    shell.type('Set-SandboxDnsServer DC01 -Behavior Answer -Zone fabrikam.com, mx1.fabrikam.com');
    expect(shell.ask('nslookup mx1.fabrikam.com').join(' ')).toContain('10.1.1.10');
  });

  it('go by name and address, and say which adapters use them', () => {
    const shell = contoso();
    expect(shell.ask('(Get-SandboxDnsServer dc01).Address; (Get-SandboxDnsServer 192.168.1.10).Identity')).toEqual([
      '192.168.1.10',
      '192.168.1.10',
    ]);
    expect(shell.ask('(Get-SandboxDnsServer 192.168.1.10).UsedBy')).toContain('EX01/Ethernet');
    expect(shell.ask('(Set-SandboxDnsServer DC01 -Latency 00:00:02 -PassThru).Latency.TotalSeconds')).toEqual(['2']);
  });
});
