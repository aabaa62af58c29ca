// spec/sandbox-cmdlets, Real cmdlets with a sandbox remark: AD sites and links, mailbox moves, drives, Send-MailMessage.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../../transport/support/shell.ts';

const contoso = (): Shell => new Shell('Contoso', 'EX01', 'alice');

describe('AD replication sites and links', () => {
  it('are made, got by name and filter, changed and removed', () => {
    const shell = new Northwind();
    shell.ask(
      'New-ADReplicationSite -Name SiteE; New-ADReplicationSiteLink -Name D-E -SitesIncluded SiteD, SiteE -Cost 15',
    );
    expect(
      shell.ask('(Get-ADReplicationSite SiteE).Name; (Get-ADReplicationSite -Filter "Name -like \'Site*\'").Count'),
    ).toEqual(['SiteE', '5']);
    expect(
      shell.ask('(Get-ADReplicationSiteLink -Identity D-E).Cost; @(Get-ADReplicationSiteLink -Filter *).Count'),
    ).toEqual(['15', '5']);
    shell.type('Set-ADReplicationSiteLink D-E -Cost 25');
    expect(shell.ask('(Get-ADReplicationSiteLink D-E).Cost; (Get-AdSiteLink D-E).ADCost')).toEqual(['25', '25']);
    shell.type("Set-ADReplicationSiteLink D-E -SitesIncluded @{ Add = 'SiteA' }");
    expect(shell.ask('(Get-ADReplicationSiteLink D-E).SitesIncluded.Count')).toEqual(['3']);
    shell.type('Remove-ADReplicationSiteLink D-E -Confirm:$false; Remove-ADReplicationSite SiteE -Confirm:$false');
    expect(shell.ask('@(Get-ADReplicationSite -Filter *).Count')).toEqual(['4']);
  });

  it('a site in which servers stand can be removed, and they are then in no site; so can the last link of a site', () => {
    const shell = new Northwind();
    shell.type('Remove-ADReplicationSiteLink C-D -Confirm:$false; Remove-ADReplicationSite SiteD -Confirm:$false');
    expect(shell.ask('Get-SandboxServer HUB-D1, MBX-D | ForEach-Object { "$($_.Name) [$($_.Site)]" }')).toEqual([
      'HUB-D1 []',
      'MBX-D []',
    ]);
    shell.ask('New-ADReplicationSite SiteD; New-ADReplicationSiteLink C-D -SitesIncluded SiteC, SiteD -Cost 10');
    shell.type(
      'Set-SandboxServer HUB-D1, MBX-D -Site SiteD; $null = Send-SandboxMessage ann dan -Subject back; Step-SandboxClock -Minutes 1',
    );
    expect(shell.inbox('dan')).toEqual(['back']);
  });
});

describe('mailbox moves', () => {
  it.each([
    ['Contoso', 'EX01', 'alice', 'New-MoveRequest bob -TargetDatabase DB03', 'bob', 'DB03'],
    ['Contoso', 'EX01', 'alice', 'Move-Mailbox -Identity bob -TargetDatabase DB03 -Confirm:$false', 'bob', 'DB03'],
    ['Northwind2007', 'HUB-A1', 'ann', 'Move-Mailbox abe -TargetDatabase DB-B -Confirm:$false', 'abe', 'DB-B'],
    ['Northwind2007', 'HUB-A1', 'ann', 'New-MoveRequest -Identity abe -TargetDatabase DB-B', 'abe', 'DB-B'],
  ])(
    'in %s: takes some minutes, and the mail follows (%s %s %s)',
    (organization, server, sender, line, mailbox, database) => {
      const shell = new Shell(organization, server, sender);
      shell.type(`$null = Send-SandboxMessage ${sender} ${mailbox} -Subject before; Step-SandboxClock -Minutes 1`);
      shell.type(`$start = Get-Date`);
      shell.ask(line);
      // Move-Mailbox waits for its end as the product does; New-MoveRequest goes on by itself.
      if (line.startsWith('New-')) {
        expect(shell.ask(`(Get-Mailbox ${mailbox}).Database -ne '${database}'`)).toEqual(['True']);
        shell.step('-Minutes 30');
        expect(shell.ask(`(Get-MoveRequest ${mailbox}).Status`)).toEqual(['Completed']);
      } else shell.step('-Minutes 30');
      expect(shell.ask(`(Get-Mailbox ${mailbox}).Database`)).toEqual([database]);
      shell.type(`$null = Send-SandboxMessage ${sender} ${mailbox} -Subject after; Step-SandboxClock -Minutes 2`);
      expect(shell.inbox(mailbox)).toEqual(['before', 'after']);
    },
  );

  it('needs both servers and databases up', () => {
    const shell = contoso();
    shell.type('Set-SandboxServer EX03 -Online $false');
    shell.ask('New-MoveRequest bob -TargetDatabase DB03; Step-SandboxClock -Hours 1');
    expect(shell.ask('(Get-Mailbox bob).Database')).toEqual(['DB01']);
    shell.type('Set-SandboxServer EX03 -Online $true; Step-SandboxClock -Hours 1');
    expect(shell.ask('(Get-Mailbox bob).Database')).toEqual(['DB03']);
  });
});

describe('drives', () => {
  it('each machine has its own; C: is that of the machine the session sits on, \\\\SERVER\\C$ another’s', () => {
    const shell = contoso();
    shell.type("Set-Content C:\\Temp\\here.txt 'EX01'; Set-Content \\\\EX02\\C$\\Temp\\there.txt 'EX02'");
    expect(shell.ask('Test-Path C:\\Temp\\there.txt; Test-Path \\\\EX02\\C$\\Temp\\there.txt')).toEqual([
      'False',
      'True',
    ]);
    expect(
      shell.ask('Invoke-Command -ComputerName EX02 { Get-Content C:\\Temp\\there.txt; Test-Path C:\\Temp\\here.txt }'),
    ).toEqual(['EX02', 'False']);
    expect(shell.ask('Get-Content \\\\ex01\\c$\\Temp\\here.txt')).toEqual(['EX01']);
  });

  it('a directory made for a foreign connector before it is pointed there is known', () => {
    const shell = new Northwind();
    shell.type(
      '$null = New-Item C:\\Other\\Place -ItemType Directory; Set-ForeignConnector Fax -DropDirectory C:\\Other\\Place',
    );
    shell.type('$null = Send-SandboxMessage ann FAX:1 -Server HUB-A1; Step-SandboxClock -Seconds 5');
    expect(shell.ask('@(Get-ChildItem C:\\Other\\Place).Count')).toEqual(['1']);
    shell.type(
      'Rename-Item C:\\Other Elsewhere; $null = Send-SandboxMessage ann FAX:2 -Server HUB-A1; Step-SandboxClock -Seconds 30',
    );
    expect(shell.queues('HUB-A1')).toEqual(['NonSmtpGatewayDelivery * Retry 1']);
    shell.type('Rename-Item C:\\Elsewhere Other; Step-SandboxClock -Minutes 2');
    expect(shell.ask('@(Get-ChildItem C:\\Other\\Place).Count')).toEqual(['2']);
  });
});

it('Send-MailMessage connects from the machine that the session sits on', () => {
  const shell = contoso();
  shell.ask(
    'Invoke-Command -ComputerName EX02 { Send-MailMessage -SmtpServer EX01 -Port 25 -From alice@contoso.com -To bob@contoso.com -Subject typed -WarningAction SilentlyContinue }; Step-SandboxClock -Minutes 1',
  );
  expect(shell.inbox('bob')).toEqual(['typed']);
  expect(
    shell.ask(
      '(Get-MessageTrackingLog -Server EX01 -EventId RECEIVE -MessageSubject typed | Select-Object -First 1).ClientIp',
    ),
  ).not.toEqual([]);
  expect(shell.ask('(Get-SandboxMailboxItem bob -Body).Eml -match "192.168.1.22"')).toEqual(['True']);
});
