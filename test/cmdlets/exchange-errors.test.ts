// Errors that the shared support makes, for any Exchange cmdlet: texts of facts/outputs 0.3, 3.3 and 6.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

let test: TestSession;
const run = (script: string): string => test.run(script).trim();
beforeAll(() => {
  test = openTestSession();
});
afterAll(() => test.dispose());

const notFound = (identity: string, controller = 'DC01.contoso.com'): string =>
  `The operation couldn't be performed because object '${identity}' couldn't be found on '${controller}'.`;

describe('an object that is not there', () => {
  it.each([
    'Get-SendConnector nope',
    'Set-SendConnector nope -Comment x',
    'Remove-SendConnector nope -Confirm:$false',
    'Get-ReceiveConnector nope',
    'Get-AcceptedDomain nope',
    'Set-RemoteDomain nope -NDREnabled $false',
    'Get-TransportService nope',
    'Set-TransportService nope -PoisonThreshold 3',
    'Get-ExchangeServer nope',
    'Get-ServerComponentState nope',
    'Get-MailboxDatabase nope',
    'Get-EdgeSubscription nope',
    'Remove-EdgeSubscription nope -Confirm:$false',
    'Get-SystemMessage nope',
    'Test-SmtpConnectivity nope',
    'Test-Mailflow nope',
    'Get-NetworkConnectionInfo nope',
    'Get-ServerHealth nope',
    'Get-HealthReport nope',
    'Get-QueueDigest -Server nope',
    'Get-QueueDigest -Site nope',
    'Get-MessageTrackingLog -Server nope',
    'Test-ServiceHealth nope',
    'Get-EventLogLevel -Server nope',
    'Search-MessageTrackingReport nope',
  ])('is named by %s', (script) => {
    expect(run(script)).toContain(notFound('nope'));
    expect(run(`$Error.Clear(); ${script} -ErrorAction SilentlyContinue; $Error[0].Exception.GetType().Name`)).toBe(
      'ManagementObjectNotFoundException',
    );
  });
  it('is one of the domain controller that was asked', () => {
    expect(run('Get-SendConnector nope -DomainController DC02.contoso.com')).toContain(
      notFound('nope', 'DC02.contoso.com'),
    );
    run('Set-ADServerSettings -PreferredServer DC02.contoso.com');
    expect(run('Get-SendConnector nope')).toContain(notFound('nope', 'DC02.contoso.com'));
    run('Set-ADServerSettings -SetPreferredDomainControllers @()');
    run('Set-ExchangeServer EX01 -StaticConfigDomainController DC02.contoso.com');
    expect(run('Get-SendConnector nope')).toContain(notFound('nope', 'DC02.contoso.com'));
    run('Set-ExchangeServer EX01 -StaticConfigDomainController $null');
    expect(run('Get-SendConnector nope')).toContain(notFound('nope'));
  });
  it('stops a script that wants so, and can be caught', () => {
    expect(run("try { Get-SendConnector nope -ErrorAction Stop } catch { 'caught ' + $_.CategoryInfo.Category }")).toBe(
      'caught NotSpecified',
    );
  });
});

describe('a domain controller', () => {
  it('that is none, or does not answer, is an error of every cmdlet', () => {
    const unavailable = (name: string): string =>
      `Active Directory server ${name} is not available. Error message: Active directory response: The LDAP server is unavailable.`;
    expect(run('Get-AcceptedDomain -DomainController DC09.contoso.com')).toContain(unavailable('DC09.contoso.com'));
    expect(run('Get-TransportConfig -DomainController EX01.contoso.com')).toContain(unavailable('EX01.contoso.com'));
    run('Set-SandboxServer DC02 -Online $false');
    expect(run('Get-SendConnector -DomainController DC02')).toContain(unavailable('DC02'));
    run('Set-SandboxServer DC02 -Online $true');
  });
});

describe('a name in use', () => {
  it.each([
    ['New-SendConnector -Name Subsidiary -AddressSpaces x.com', 'CN=Subsidiary,'],
    ["New-AcceptedDomain 'contoso.com' -DomainName other.com", 'CN=contoso.com,'],
    ['New-RemoteDomain Default -DomainName other.com', 'CN=Default,'],
  ])('is refused by %s', (script, name) => {
    const output = run(script).replace(/\s+/g, ' ');
    expect(output).toContain(`Active Directory operation failed on DC01.contoso.com. The object '${name}`);
    expect(output).toContain('already exists.');
    expect(output).toContain('NotSpecified: (:)');
    expect(output).toContain('ADObjectAlreadyExistsException');
  });
});

describe('connectors', () => {
  it.each([
    "New-SendConnector -Name x -AddressSpaces 'a b.com'",
    "New-SendConnector -Name x -AddressSpaces 'x.com;101'",
    "Set-SendConnector Subsidiary -AddressSpaces 'SMTP:x.com;0'",
  ])('refuse an invalid address space: %s', (script) => {
    expect(run(script)).toMatch(/The address space ".*" isn't valid\./);
  });
  it('need an address space and a source server', () => {
    expect(run('Set-SendConnector Subsidiary -AddressSpaces @()')).toContain('must have at least one address space');
    expect(run("Set-SendConnector Subsidiary -SourceTransportServers @{Remove='EX01'}")).toContain(
      'must have at least one source server',
    );
    expect(run('(Get-SendConnector Subsidiary).SourceTransportServers')).toBe('EX01');
  });
});

describe('services', () => {
  it('that are stopped are named by the cmdlets that need them', () => {
    run('Stop-Service MSExchangeTransportLogSearch');
    expect(run('Get-MessageTrackingLog')).toContain(
      'Failed to communicate with the Microsoft Exchange Transport Log Search service on computer EX01.contoso.com.',
    );
    run('Start-Service MSExchangeTransportLogSearch; Stop-Service MSExchangeHM');
    expect(run('Get-ServerHealth EX01')).toContain(
      'The Microsoft Exchange Health Manager service on server "EX01.contoso.com"',
    );
    run('Start-Service MSExchangeHM');
  });
  it('of a server that is off cannot be called', () => {
    run('Set-SandboxServer EX03 -Online $false');
    expect(run('Get-Queue -Server EX03')).toContain(
      'Failed to connect to the Microsoft Exchange Transport service on computer "EX03".',
    );
    expect(run('Get-NetworkConnectionInfo EX03')).toContain('The RPC server is unavailable.');
    run('Set-SandboxServer EX03 -Online $true');
  });
});

describe('settings', () => {
  it('that change nothing are warned of', () => {
    expect(run('Set-SendConnector Subsidiary -Enabled $true')).toBe(
      "WARNING: The command completed successfully but no settings of 'Subsidiary' have been modified.",
    );
  });
  it('default domains stay', () => {
    expect(run('Remove-AcceptedDomain contoso.com -Confirm:$false')).toContain('is the default domain');
    expect(run('Remove-RemoteDomain Default -Confirm:$false')).toContain("can't be removed");
  });
});
