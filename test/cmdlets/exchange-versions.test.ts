// Cmdlets and parameters of other versions of Exchange than the target server's: listed, but an error when used.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSession, type TestSession } from '../support/session.ts';

function session(organization: string) {
  let test: TestSession | undefined;
  beforeAll(() => {
    test = openTestSession({ organization });
  });
  afterAll(() => test?.dispose());
  return (script: string): string => test!.run(script).trimEnd();
}

describe('on Exchange 2007 (Northwind2007)', () => {
  const run = session('Northwind2007');

  it('lists the cmdlets of later versions', () => {
    expect(run('(Get-Command Get-TransportService, Get-ServerComponentState, Redirect-Message).Count')).toBe('3');
  });
  it.each([
    'Get-TransportService',
    'Set-TransportService HUB-A1 -PoisonThreshold 3',
    'Get-FrontendTransportService',
    'Get-ServerComponentState HUB-A1',
    'Redirect-Message -Server HUB-A1 -Target HUB-A2.northwindtraders.com -Confirm:$false',
  ])('refuses %s', (script) => {
    const [cmdlet = ''] = script.split(' ');
    expect(run(script)).toContain(
      `The ${cmdlet} cmdlet requires Exchange Server 2013 or later. Server 'HUB-A1' is running Exchange Server 2007.`,
    );
    expect(run(`${script} -ErrorAction SilentlyContinue; $Error[0].CategoryInfo.Category`)).toBe('InvalidOperation');
  });
  it('has the cmdlets of its own version', () => {
    expect(run('(Get-TransportServer HUB-A1).Name')).toBe('HUB-A1');
    expect(run("(Get-RoutingGroupConnector 'A to Legacy').Name")).toBe('A to Legacy');
  });
  it('refuses a parameter of a later version, and changes nothing', () => {
    expect(run('Set-SendConnector Internet -FrontendProxyEnabled $true -Comment x')).toContain(
      "The parameter 'FrontendProxyEnabled' requires Exchange Server 2013 or later.",
    );
    expect(run('(Get-SendConnector Internet).Comment')).toBe('');
  });
  it('takes a parameter that later versions lost', () => {
    expect(run('Set-SendConnector Internet -IsCoexistenceConnector $false')).not.toContain('requires Exchange');
  });
  it('looks at each server that comes down the pipeline', () => {
    expect(
      run('Get-TransportServer HUB-A* | Set-TransportServer -DnsLogEnabled $true').match(/requires/g),
    ).toHaveLength(2);
  });
});

describe('on Exchange 2010 (Fabrikam2010)', () => {
  const run = session('Fabrikam2010');

  it('refuses what came with 2013', () => {
    expect(run('Get-TransportService HUB01')).toContain("Server 'HUB01' is running Exchange Server 2010.");
    expect(run('Get-Queue -Include Internal')).toContain(
      "The parameter 'Include' requires Exchange Server 2013 or later.",
    );
    expect(run('Set-TransportConfig -SafetyNetHoldTime 1.00:00:00')).toContain(
      "The parameter 'SafetyNetHoldTime' requires",
    );
  });
  it('takes what only 2010 has', () => {
    expect(
      run(
        'Set-TransportConfig -LegacyJournalingMigrationEnabled $true; (Get-TransportConfig).LegacyJournalingMigrationEnabled',
      ),
    ).toBe('True');
  });
});

describe('on Exchange 2016 (Contoso)', () => {
  const run = session('Contoso');

  it('refuses what ended with 2010', () => {
    expect(run('Get-RoutingGroupConnector')).toContain(
      "The Get-RoutingGroupConnector cmdlet requires Exchange Server 2010 or earlier. Server 'EX01' is running Exchange Server 2016.",
    );
    expect(run('Set-TransportConfig -LegacyJournalingMigrationEnabled $true')).toContain(
      'requires Exchange Server 2010 or earlier',
    );
  });
  it('refuses what came with 2019', () => {
    expect(run('Set-MailboxTransportService EX01 -MailboxDeliveryConnectorSmtpUtf8Enabled $true')).toContain(
      'requires Exchange Server 2019 or later',
    );
  });
  it('refuses what only 2013 had', () => {
    expect(run('Set-MailboxServer EX01 -SiteMailboxWorkCycle 1.00:00:00')).toContain('requires Exchange Server 2013.');
  });
  it('has the cmdlets of all versions from 2010 on, Get-TransportServer among them', () => {
    expect(run('(Get-TransportServer EX01).Name')).toBe('EX01');
  });
});

describe('limits of arguments', () => {
  const run = session('Contoso');

  it.each([
    ['Set-TransportService EX01 -PoisonThreshold 11', 'PoisonThreshold', 'between 1 and 10'],
    [
      'Set-TransportService EX01 -MessageExpirationTimeout 91.00:00:00',
      'MessageExpirationTimeout',
      'between 00:00:05 and 90.00:00:00',
    ],
    [
      'Set-TransportService EX01 -PickupDirectoryMaxHeaderSize 1KB',
      'PickupDirectoryMaxHeaderSize',
      'between 32768 and 2147483647',
    ],
    ['Set-SendConnector Subsidiary -Port 70000', 'Port', 'between 0 and 65535'],
  ])('%s is refused as the product refuses it', (script, parameter, bounds) => {
    expect(run(script)).toContain(
      `Cannot bind parameter '${parameter}' to the target. Exception setting "${parameter}": "The property value is invalid. The value must be ${bounds}."`,
    );
    expect(run(`try { ${script} } catch { $_.FullyQualifiedErrorId.Split(',')[0] }`)).toBe('ParameterBindingFailed');
  });
  it('Unlimited is within every range that has it', () => {
    expect(
      run(
        'Set-TransportService EX01 -MaxOutboundConnections Unlimited; (Get-TransportService EX01).MaxOutboundConnections.IsUnlimited',
      ),
    ).toBe('True');
  });
  it('a text that is too long is refused', () => {
    expect(run(`Set-RemoteDomain Default -Name ('x' * 300)`)).toMatch(
      /The length of the property is too long|couldn't be found/,
    );
  });
});
