// spec/sandbox-cmdlets, Common rules: identities, pipelines, what is put out, -WhatIf, lists, errors.

import { expect, it } from 'vitest';
import { Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

/** Id and category of the error that a line ends with. */
function errorOf(shell: Shell, line: string): string {
  shell.ask(`$Error.Clear(); ${line}`);
  return shell.ask('"$($Error[0].FullyQualifiedErrorId.Split(",")[0]) $($Error[0].CategoryInfo.Category)"').join();
}

it.each([
  ['Set-SandboxHost nosuch -Online $true', 'SandboxObjectNotFound ObjectNotFound'],
  ['Get-SandboxHost nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Set-SandboxHost mx* -Online $true', 'SandboxObjectNotFound ObjectNotFound'],
  ['Remove-SandboxHost nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Get-SandboxServer nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Set-SandboxServer nosuch -Online $true', 'SandboxObjectNotFound ObjectNotFound'],
  ['Get-SandboxDnsServer nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Set-SandboxDnsServer nosuch -Latency 00:00:01', 'SandboxObjectNotFound ObjectNotFound'],
  ['Set-SandboxDnsRecord a/b/c -Value d', 'SandboxObjectNotFound ObjectNotFound'],
  ['Get-SandboxMailboxItem nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Send-SandboxMessage nosuch bob', 'SandboxObjectNotFound ObjectNotFound'],
  ['Send-SandboxMessage alice bob -Server nosuch', 'SandboxObjectNotFound ObjectNotFound'],
  ['Send-SandboxMessage alice notanaddress', 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxHost mx1.fabrikam.com', 'SandboxObjectExists ResourceExists'],
  ['New-SandboxDnsRecord fabrikam.com MX mx1.fabrikam.com', 'SandboxObjectExists ResourceExists'],
  ['Set-SandboxHost mx1.fabrikam.com -Name mx2.fabrikam.com', 'SandboxObjectExists ResourceExists'],
  [
    'Set-SandboxDnsRecord fabrikam.com/MX/mx1.fabrikam.com -Value mx2.fabrikam.com',
    'SandboxObjectExists ResourceExists',
  ],
  ['New-SandboxHost a.b.com -Addresses 999.1.1.1', 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxHost a.b.com -Addresses 10.1.1.10', 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxHost "a b"', 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxHost a.b.com -MaxHeaderKB -1', 'SandboxInvalidValue InvalidArgument'],
  ["New-SandboxHost a.b.com -GreylistDelay '-00:00:01'", 'SandboxInvalidValue InvalidArgument'],
  ["Set-SandboxHost mx1.fabrikam.com -Behavior PermFail -ReplyText '451 later'", 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxDnsRecord x.com A notanaddress', 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxDnsRecord x.com AAAA notanaddress', 'SandboxInvalidValue InvalidArgument'],
  ["New-SandboxDnsRecord x.com MX y.com -Ttl '-00:00:01'", 'SandboxInvalidValue InvalidArgument'],
  ['New-SandboxDnsRecord x.com MX y.com -Preference 70000', 'SandboxInvalidValue InvalidArgument'],
  ['Set-SandboxServer EX01 -Site Nowhere', 'SandboxInvalidValue InvalidArgument'],
  ['Set-SandboxServer EX01 -Roles HubTransport', 'SandboxInvalidValue InvalidArgument'],
  ['Set-SandboxServer EX01 -MemoryGB 0', 'SandboxInvalidValue InvalidArgument'],
  ['Set-SandboxLink Nowhere Tokyo -Up $false', 'SandboxInvalidValue InvalidArgument'],
  ["Set-SandboxLink Redmond Tokyo -Latency '-00:00:01'", 'SandboxInvalidValue InvalidArgument'],
  ['Set-SandboxClock -Rate 0', 'SandboxInvalidValue InvalidArgument'],
  ['Step-SandboxClock -Until (Get-Date).AddSeconds(-1)', 'SandboxInvalidValue InvalidArgument'],
  ['Step-SandboxClock -Minutes -1', 'SandboxInvalidValue InvalidArgument'],
  ['Undo-Sandbox -Steps 100', 'SandboxNotPossible InvalidOperation'],
  ['Set-SandboxHost mx1.fabrikam.com -FailAt Never', 'CannotConvertArgumentNoMessage InvalidArgument'],
  ['Send-SandboxMessage alice bob -Priority Urgent', 'CannotConvertArgumentNoMessage InvalidArgument'],
  ['Send-SandboxMessage alice bob -SizeKB 2000001', 'ParameterArgumentValidationError InvalidData'],
  ['Set-SandboxHost', 'MissingMandatoryParameter InvalidArgument'],
])('%s: %s', (line, expected) => {
  const shell = contoso();
  shell.type('$before = Get-SandboxHost | Out-String; $clock = Get-Date');
  expect(errorOf(shell, line)).toBe(expected);
  // Nothing has changed.
  expect(shell.ask('$before -eq (Get-SandboxHost | Out-String); $clock -eq (Get-Date)')).toEqual(['True', 'True']);
});

it('an address that fits several objects is ambiguous in Set- and Remove-', () => {
  const shell = contoso();
  shell.type('$null = New-SandboxDnsRecord both.fabrikam.com A 10.1.1.10, 10.1.1.20');
  expect(errorOf(shell, 'Set-SandboxHost both.fabrikam.com -Online $false')).toBe(
    'SandboxAmbiguousIdentity InvalidArgument',
  );
  expect(shell.ask('(Get-SandboxHost both.fabrikam.com).Name')).toEqual(['mx1.fabrikam.com', 'mx2.fabrikam.com']);
});

it('errors of one object do not end a pipeline of several', () => {
  const shell = contoso();
  shell.ask("'nosuch', 'mx2.fabrikam.com' | Set-SandboxHost -Online $false");
  expect(shell.ask('(Get-SandboxHost mx2.fabrikam.com).Online')).toEqual(['False']);
});

it('letter case never counts', () => {
  const shell = contoso();
  shell.type('set-sandboxhost MX1.Fabrikam.COM -behavior TEMPFAIL -failat rcptto');
  expect(shell.ask('(Get-SandboxHost mx1.fabrikam.com).Behavior')).toEqual(['TempFail']);
  shell.type('Set-SandboxLink REDMOND tokyo -Up $false; Set-SandboxServer ex03 -Site DUBLIN');
  expect(shell.ask('(Get-SandboxLink redmond TOKYO).Up; (Get-SandboxServer EX03).Site')).toEqual(['False', 'Dublin']);
});

it.each([
  ['the object', 'Get-SandboxHost mx1.fabrikam.com | Set-SandboxHost -Online $false'],
  ['its text', "'mx1.fabrikam.com' | Set-SandboxHost -Online $false"],
  ['a property of the name', "[pscustomobject]@{ Identity = 'mx1.fabrikam.com' } | Set-SandboxHost -Online $false"],
  ['position 0', 'Set-SandboxHost mx1.fabrikam.com -Online $false'],
])('an identity binds from %s', (_what, line) => {
  const shell = contoso();
  shell.type(line);
  expect(shell.ask('(Get-SandboxHost mx1.fabrikam.com).Online')).toEqual(['False']);
});

it.each([
  ['Get-SandboxHost', 'Set-SandboxHost -MaxHeaderKB 9 -PassThru'],
  ['Get-SandboxServer', 'Set-SandboxServer -Online $true -PassThru'],
  ['Get-SandboxDnsServer', 'Set-SandboxDnsServer -Latency 00:00:00.01 -PassThru'],
  ['Get-SandboxDnsRecord -Zone fabrikam.com', 'Set-SandboxDnsRecord -Ttl 02:00:00 -PassThru'],
  ['Get-SandboxLink', 'Set-SandboxLink -LossPercent 1 -OneWay -PassThru'],
])('%s: every object is accepted by %s', (get, set) => {
  const shell = contoso();
  expect(shell.ask(`@(${get} | ${set}).Count -eq @(${get}).Count`)).toEqual(['True']);
});

it('Set- puts out nothing without -PassThru, New- the new object, Get- everything in order of names', () => {
  const shell = contoso();
  shell.type('Set-SandboxHost mx1.fabrikam.com -Online $false; Set-SandboxServer EX02 -MemoryGB 32');
  shell.type('Set-SandboxLink Redmond Tokyo -LossPercent 0; Set-SandboxDnsServer 192.168.1.10 -Latency 00:00:00.02');
  expect(shell.ask('(Set-SandboxHost mx1.fabrikam.com -Online $true -PassThru).Online')).toEqual(['True']);
  expect(shell.ask('(New-SandboxHost a.example.com).Identity')).toEqual(['a.example.com']);
  shell.type('Remove-SandboxHost a.example.com');
  for (const noun of ['Host', 'Server', 'DnsServer', 'Link', 'DnsRecord'])
    expect(
      shell.ask(`$all = (Get-Sandbox${noun}).Identity; "$all" -eq "$($all | Sort-Object)" -or '${noun}' -like 'Dns*'`),
    ).toEqual(['True']);
});

it.each([
  'New-SandboxHost a.example.com',
  'Remove-SandboxHost mx1.fabrikam.com',
  'Set-SandboxServer EX01 -Online $false',
  'New-SandboxDnsRecord x.com A 10.0.0.1',
  'Remove-SandboxDnsRecord fabrikam.com/MX/mx1.fabrikam.com',
  'Set-SandboxLink Redmond Tokyo -Up $false',
  'Set-SandboxDnsServer 192.168.1.10 -Behavior Timeout',
  'Step-SandboxClock -Hours 1',
  'Set-SandboxClock -Rate 5',
  'Send-SandboxMessage alice bob',
])('%s -WhatIf says what it would do, and does nothing', (line) => {
  const shell = contoso();
  const look =
    'Get-SandboxHost; Get-SandboxServer; Get-SandboxDnsRecord; Get-SandboxLink; Get-SandboxDnsServer; Get-SandboxClock';
  const before = shell.ask(look);
  expect(shell.ask(`${line} -WhatIf`)).toEqual([expect.stringMatching(/^What if: Performing the operation /)]);
  expect(shell.ask(look)).toEqual(before);
});

it('lists replace, @{Add; Remove} changes them, a lone text is a list of one', () => {
  const shell = contoso();
  const domains = '(Get-SandboxHost mail.adatum.com).Domains -join " "';
  shell.type("Set-SandboxHost mail.adatum.com -Domains @{ Add = 'x.com', 'y.com'; Remove = 'ADATUM.com' }");
  expect(shell.ask(domains)).toEqual(['partner.adatum.com x.com y.com']);
  shell.type("Set-SandboxHost mail.adatum.com -Domains 'adatum.com'");
  expect(shell.ask(domains)).toEqual(['adatum.com']);
  shell.type(
    'Set-SandboxHost mail.adatum.com -BlockList a@b.com, 10.0.0.0/8; Set-SandboxHost mail.adatum.com -BlockList $null',
  );
  expect(shell.ask('(Get-SandboxHost mail.adatum.com).BlockList.Count')).toEqual(['0']);
});

it('roles are a list, too', () => {
  const shell = new Shell('Northwind2007', 'HUB-A1', 'ann');
  shell.type("Set-SandboxServer MBX-A1 -Roles @{ Add = 'HubTransport'; Remove = 'ClientAccess' }");
  expect(shell.ask('(Get-SandboxServer MBX-A1).Roles -join " "')).toEqual(['Mailbox HubTransport']);
});

it('a change holds at once and takes no time', () => {
  const shell = contoso();
  shell.type('$now = Get-Date; Set-SandboxServer EX03 -Online $false; Set-SandboxHost mx1.fabrikam.com -Online $false');
  expect(shell.ask('(Get-Date) -eq $now; (Get-SandboxServer EX03).Online')).toEqual(['True', 'False']);
});

it('these cmdlets reach machines that are off', () => {
  const shell = contoso();
  shell.type('Set-SandboxServer EX01, EX02, EX03, DC01, DC02 -Online $false');
  shell.type('Set-SandboxServer EX01 -Site Tokyo -MemoryGB 8; Set-SandboxHost mx1.fabrikam.com -Online $false');
  expect(shell.ask('(Get-SandboxServer EX01).Site')).toEqual(['Tokyo']);
  expect(shell.ask('@(Get-SandboxMailboxItem alice).Count')).toEqual(['0']);
});
