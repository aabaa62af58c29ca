// How scripts get at Exchange's cmdlets, in each version's way, and the product's own scripts on a server's drive.

import { describe, expect, it } from 'vitest';
import { openTestSession } from '../support/session.ts';

function run(text: string, organization?: string): string {
  const session = openTestSession({ organization });
  try {
    return session.run(text);
  } finally {
    session.dispose();
  }
}

describe('the management shell from a script', () => {
  it.each([
    ['the snap-in of 2013', 'Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn', undefined],
    ['the snap-in of 2010', 'Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010', 'fabrikam2010'],
    ['the snap-in of 2007', 'Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin', 'northwind2007'],
    ['a look whether it is there', "if (-not (Get-PSSnapin Microsoft.Exchange*)) { 'none' }", undefined],
    ['the module of the directory', 'Import-Module ActiveDirectory', undefined],
  ])('%s: quiet, and the cmdlets are there', (_what, text, organization) => {
    expect(run(`${text}; (Get-Command Get-Queue).CommandType`, organization)).toBe('Cmdlet\n');
  });

  it('is made by RemoteExchange.ps1 and connected by Connect-ExchangeServer', () => {
    const text =
      ". 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\bin\\RemoteExchange.ps1'\nConnect-ExchangeServer -auto\n$FormatEnumerationLimit";
    expect(run(text)).toBe('VERBOSE: Connecting to EX01.contoso.com.\nVERBOSE: Connected to EX01.contoso.com.\n16\n');
  });

  it.each([
    [undefined, 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\'],
    ['fabrikam2010', 'C:\\Program Files\\Microsoft\\Exchange Server\\V14\\'],
    ['northwind2007', 'C:\\Program Files\\Microsoft\\Exchange Server\\'],
  ])('names the folders of %s', (organization, folder) => {
    const shown = run('$env:ExchangeInstallPath; $exinstall; $exbin; $exscripts; Test-Path $exscripts', organization);
    expect(shown.trim().split('\n')).toEqual([folder, folder, `${folder}bin\\`, `${folder}scripts\\`, 'True']);
  });

  it('comes by a session to a server, too', () => {
    const text = `$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex02.contoso.com/PowerShell/ -Authentication Kerberos
      Import-PSSession $session -DisableNameChecking -AllowClobber | Out-Null
      $session.ConfigurationName; (Get-Queue EX01\\Submission).Identity; Remove-PSSession $session; @(Get-PSSession).Count`;
    expect(run(text)).toBe('Microsoft.Exchange\nEX01\\Submission\n0\n');
  });

  it('says which server cannot be reached', () => {
    const shown = run('Connect-ExchangeServer -ServerFqdn nowhere.contoso.com');
    expect(shown).toContain('Connecting to remote server nowhere.contoso.com failed');
    expect(shown).toContain('OpenError');
  });

  it('tells Exchange cmdlets from PowerShell ones', () => {
    const text =
      '(Get-ExCommand Get-Q*).Name -join ","; @(Get-ExCommand Get-Dat?).Count; (Get-PSCommand Get-Date).Name';
    expect(run(text)).toMatch(/^Get-Queue[\w,-]*\n0\nGet-Date\n$/);
  });

  it('has a tip for every number', () => {
    expect(run('Get-Tip 1')).toContain('Tip of the day #1:');
    expect(run('(Get-AllTheTips).Count -gt 5')).toBe('True\n');
  });
});

describe("the product's scripts", () => {
  it('take a DAG member out of service and back', () => {
    const session = openTestSession();
    try {
      const find = `$dag = @(Get-DatabaseAvailabilityGroup)[0]; $server = $dag.Servers[0]
        $databases = @(Get-MailboxDatabaseCopyStatus -Server $server | ? ActiveCopy | % DatabaseName)`;
      session.run(find);
      session.run(`& ($exscripts + 'StartDagServerMaintenance.ps1') -ServerName $server -PauseClusterNode`);
      expect(
        session.run('(Get-ClusterNode $server).State; (Get-MailboxServer $server).DatabaseCopyAutoActivationPolicy'),
      ).toBe('Paused\nBlocked\n');
      expect(session.run('@(Get-MailboxDatabaseCopyStatus -Server $server | ? ActiveCopy).Count')).toBe('0\n');
      session.run("& ($exscripts + 'StopDagServerMaintenance.ps1') $server");
      expect(
        session.run('(Get-ClusterNode $server).State; (Get-MailboxServer $server).DatabaseCopyAutoActivationPolicy'),
      ).toBe('Up\nUnrestricted\n');
      session.run(
        "& ($exscripts + 'RedistributeActiveDatabases.ps1') -DagName $dag.Name -BalanceDbsByActivationPreference -Confirm:$false | Out-Null",
      );
      expect(
        session.run(
          '$now = @(Get-MailboxDatabaseCopyStatus -Server $server | ? ActiveCopy | % DatabaseName); @(Compare-Object $now $databases).Count',
        ),
      ).toBe('0\n');
    } finally {
      session.dispose();
    }
  });

  it('do nothing to a server outside of a group', () => {
    expect(run("& ($exscripts + 'StartDagServerMaintenance.ps1') EX03")).toContain(
      'is not a member of a database availability group',
    );
  });

  it('install the anti-spam agents', () => {
    const shown = run(
      'cd $exscripts; .\\Install-AntispamAgents.ps1; (Get-TransportService EX01).AntispamAgentsEnabled',
    );
    expect(shown).toContain('Content Filter Agent');
    expect(shown).toContain('The agents listed above have been installed.');
    expect(shown.trimEnd().endsWith('True')).toBe(true);
  });
});
