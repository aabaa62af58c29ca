// spec/rerouting I, J: mail queued for a mailbox server, and for a foreign connector.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../support/shell.ts';

describe('I. Mailbox delivery', () => {
  it('I1 the mailbox moves before delivery: resubmitted by the store driver', () => {
    const shell = new Northwind();
    shell.ask('Dismount-Database DB-A2 -Confirm:$false');
    shell.send('ann abe -Subject follows -Server HUB-A1');
    shell.step('-Minutes 2');
    expect(shell.queues('HUB-A1')).toEqual(['MapiDelivery mbx-a2.northwindtraders.com Retry 1']);
    shell.ask('Get-Queue -Server HUB-A1 -Filter {DeliveryType -eq "MapiDelivery"} | Suspend-Queue -Confirm:$false');
    shell.ask(
      'Mount-Database DB-A2; Move-Mailbox abe -TargetDatabase DB-B -Confirm:$false; Step-SandboxClock -Hours 1',
    );
    expect(shell.ask('(Get-Mailbox abe).Database')).toEqual(['DB-B']);
    expect(shell.queues('HUB-A1')).toEqual(['MapiDelivery mbx-a2.northwindtraders.com Suspended 1']);
    expect(shell.rules()).toEqual([]);
    shell.ask('Get-Queue -Server HUB-A1 -Filter {DeliveryType -eq "MapiDelivery"} | Resume-Queue -Confirm:$false');
    shell.step('-Seconds 5');
    expect(shell.rules()).toEqual(['I1']);
    expect(shell.way()).toEqual([expect.stringMatching(/^HUB-A1 > HUB-B/), expect.stringMatching(/^HUB-B. > MBX-B$/)]);
    expect(shell.inbox('abe')).toEqual(['follows']);
  });

  it('I1 on Exchange 2016: the same', () => {
    const shell = new Shell('Contoso', 'EX01', 'alice');
    shell.ask('Dismount-Database DB01 -Confirm:$false');
    shell.send('carol bob -Subject follows -Server EX01');
    shell.step('-Minutes 2');
    expect(shell.queues('EX01')).toEqual(['SmtpDeliveryToMailbox db01 Retry 1']);
    shell.ask('Get-Queue EX01\\db01 | Suspend-Queue -Confirm:$false; Mount-Database DB01');
    shell.ask('New-MoveRequest bob -TargetDatabase DB03; Step-SandboxClock -Hours 1');
    expect(shell.ask('(Get-Mailbox bob).Database')).toEqual(['DB03']);
    shell.ask('Get-Queue EX01\\db01 | Resume-Queue -Confirm:$false');
    shell.step('-Seconds 10');
    expect(shell.rules()).toEqual(['I1']);
    expect(shell.inbox('bob')).toEqual(['follows']);
  });

  it('I2 the mailbox server goes offline: in Retry, resubmitted after 12 hours idle', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer MBX-A2 -Online $false');
    shell.send('ann abe -Subject waiting -Server HUB-A1');
    shell.step('-Minutes 2');
    const queue = 'MapiDelivery mbx-a2.northwindtraders.com Retry 1';
    expect(shell.queues('HUB-A1')).toEqual([queue]);
    expect(shell.lastErrors('HUB-A1')).toEqual([expect.stringContaining('STOREDRV')]);
    shell.resubmitsWhenIdle('HUB-A1', queue, 'I2');
    shell.type('Set-SandboxServer MBX-A2 -Online $true; Step-SandboxClock -Minutes 10');
    expect(shell.inbox('abe')).toEqual(['waiting']);
  });

  it('I2 on Exchange 2010: the same', () => {
    const shell = new Shell('Fabrikam2010', 'HUB01', 'amy');
    shell.type('Set-SandboxServer MBX02 -Online $false');
    shell.send('amy ben -Subject waiting -Server HUB01');
    shell.step('-Minutes 2');
    const queue = 'MapiDelivery mbx02.fabrikam.com Retry 1';
    expect(shell.queues('HUB03')).toEqual([queue]);
    shell.resubmitsWhenIdle('HUB03', queue, 'I2');
  });
});

const faxWaits = 'NonSmtpGatewayDelivery * Retry 1';

/** A fax that waits on HUB-A1 because the drop directory is gone. */
function waitingFax(): Northwind {
  const shell = new Northwind();
  shell.type('Remove-Item C:\\Fax\\Drop -Recurse');
  shell.send('ann FAX:5551234 -Subject fax -Server HUB-A1');
  shell.step('-Seconds 30');
  expect(shell.queues('HUB-A1')).toEqual([faxWaits]);
  return shell;
}

describe('J. Foreign connector', () => {
  it('J1 the connector is removed: resubmitted, and returned as none is left for faxes', () => {
    const shell = waitingFax();
    shell.type('Remove-ForeignConnector Fax -Confirm:$false');
    expect(shell.queues('HUB-A1')).toEqual([faxWaits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toEqual(expect.arrayContaining(['J1', 'N2']));
    expect(shell.returned()).toEqual(['5.4.4']);
  });

  it('J2 this server is taken out of the source servers: resubmitted to the new one', () => {
    const shell = waitingFax();
    shell.type('Set-ForeignConnector Fax -SourceTransportServers HUB-A2');
    expect(shell.queues('HUB-A1')).toEqual([faxWaits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('J2');
    expect(shell.queues('HUB-A2')).toEqual([faxWaits]);
  });

  it('J3 the connector is disabled: resubmitted, and returned', () => {
    const shell = waitingFax();
    shell.type('Set-ForeignConnector Fax -Enabled $false');
    expect(shell.queues('HUB-A1')).toEqual([faxWaits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('J3');
    expect(shell.returned()).toEqual(['5.4.4']);
  });

  it('J4 the drop directory can’t be found: in Retry until the message expires, never resubmitted', () => {
    waitingFax().staysUntilExpiry('HUB-A1', faxWaits);
  });

  it('J4 the drop directory is made again: delivered at the retry', () => {
    const shell = waitingFax();
    shell.step('-Hours 20');
    expect(shell.queues('HUB-A1')).toEqual([faxWaits]);
    shell.type('$null = New-Item C:\\Fax\\Drop -ItemType Directory');
    shell.atNextAttempt('HUB-A1');
    expect(shell.ask('@(Get-ChildItem C:\\Fax\\Drop).Count')).toEqual(['1']);
    expect(shell.ask('Get-Content (Get-ChildItem C:\\Fax\\Drop).FullName | Select-String Subject:')).toContain(
      'Subject: fax',
    );
  });
});
