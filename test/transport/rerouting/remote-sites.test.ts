// spec/rerouting F: mail queued for a remote AD site.

import { describe, expect, it } from 'vitest';
import { Northwind } from '../support/shell.ts';

const waits = 'SmtpRelayToRemoteAdSite siteb Retry 1';
const resubmitted = "Trace-SandboxMessage $id | Where-Object Decision -eq 'Resubmitted'";

/** Mail on HUB-A1 for SiteB, whose Hub servers are off. */
function waiting(to = 'bea'): Northwind {
  const shell = new Northwind();
  shell.type('Set-SandboxServer HUB-B1, HUB-B2 -Online $false');
  shell.send(`ann ${to} -Subject waiting -Server HUB-A1`);
  shell.step('-Minutes 3');
  expect(shell.held('HUB-A1')).toEqual([waits]);
  return shell;
}

describe('F. Remote AD site', () => {
  it('F1 the site is deleted: resubmitted, to Unreachable', () => {
    const shell = waiting();
    shell.type('Remove-ADReplicationSite SiteB -Confirm:$false');
    expect(shell.held('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('F1');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
    expect(shell.ask('Get-SandboxServer MBX-B | ForEach-Object { "[$($_.Site)]" }')).toEqual(['[]']);
  });

  it.each([
    ['a group expanded there', 'research'],
    ['a public folder there', 'announcements'],
  ])('F1 the site of %s is deleted: the same', (_what, recipient) => {
    const shell = waiting(recipient);
    shell.type('Remove-ADReplicationSite SiteB -Confirm:$false');
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('F1');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
  });

  it('F2 its last site links are deleted: resubmitted, to Unreachable, and out of it by a new link', () => {
    const shell = waiting();
    shell.type('Remove-ADReplicationSiteLink A-B -Confirm:$false; Remove-ADReplicationSiteLink B-C -Confirm:$false');
    expect(shell.held('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('F2');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
    expect(shell.ask('(Get-Message -Server HUB-A1).LastError')).toEqual([
      'There is currently no route to the mailbox database.',
    ]);
    shell.type('Set-SandboxServer HUB-B1 -Online $true');
    shell.ask('New-ADReplicationSiteLink A-B2 -SitesIncluded SiteA, SiteB -Cost 5');
    shell.step('-Minutes 2');
    expect(shell.inbox('bea')).toEqual(['waiting']);
  });

  it('F3 a Hub server comes into the site: the queue stays and uses it', () => {
    const shell = waiting();
    shell.type('Set-SandboxServer HUB-A2 -Site SiteB');
    shell.step('-Minutes 3');
    expect(shell.ask(resubmitted)).toEqual([]);
    expect(shell.way()).toEqual(['HUB-A1 > HUB-A2', 'HUB-A2 > MBX-B']);
  });

  it('F3 a Hub server of the site loses its role: the queue stays and uses those that remain', () => {
    const shell = waiting();
    shell.type('Set-SandboxServer HUB-B1 -Roles None; Set-SandboxServer HUB-B2 -Online $true');
    shell.step('-Minutes 5');
    expect(shell.ask(resubmitted)).toEqual([]);
    expect(shell.way()).toEqual(['HUB-A1 > HUB-B2', 'HUB-B2 > MBX-B']);
  });

  it('F4 all Hub servers of the site lose the role: resubmitted, to Unreachable', () => {
    const shell = waiting();
    shell.type('Set-SandboxServer HUB-B1, HUB-B2 -Roles None');
    expect(shell.held('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toEqual(['F4', 'F4', 'U6']);
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
  });

  it('F5 a hub site is added on the path: the queue keeps its name, and the mail is relayed to the hub site', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-B1, HUB-B2, HUB-C1 -Online $false');
    shell.send('ann cara -Subject through -Server HUB-A1');
    shell.step('-Minutes 3');
    const queue = 'SmtpRelayToRemoteAdSite sitec Retry 1';
    expect(shell.held('HUB-A1')).toEqual([queue]);
    shell.type('Set-AdSite SiteB -HubSiteEnabled $true; Set-SandboxServer HUB-C1 -Online $true');
    shell.atNextAttempt('HUB-A1');
    shell.step('-Minutes 2');
    expect(shell.held('HUB-A1')).toEqual([queue]);
    shell.type('Set-SandboxServer HUB-B1 -Online $true');
    shell.step('-Minutes 10');
    expect(shell.ask(resubmitted)).toEqual([]);
    expect(shell.way()).toEqual(['HUB-A1 > HUB-B1', 'HUB-B1 > HUB-C1', 'HUB-C1 > MBX-C']);
  });

  it('F6 all Hub servers of the site go offline: resubmitted after 12 hours idle', () => {
    const shell = waiting();
    shell.resubmitsWhenIdle('HUB-A1', waits, 'F6');
    shell.type('Set-SandboxServer HUB-B2 -Online $true; Step-SandboxClock -Minutes 15');
    expect(shell.inbox('bea')).toEqual(['waiting']);
  });

  it('F6 a configuration change is a cure: at the next resubmission mail for a moved mailbox goes to its new site', () => {
    const shell = waiting();
    shell.ask('Move-Mailbox bea -TargetDatabase DB-C -Confirm:$false; Step-SandboxClock -Hours 1');
    expect(shell.held('HUB-A1')).toEqual([waits]);
    expect(shell.ask('(Get-Mailbox bea).Database')).toEqual(['DB-C']);
    shell.type('Step-SandboxClock -Hours 11');
    expect(shell.rules()).toEqual(['F6']);
    shell.step('-Minutes 1');
    expect(shell.inbox('bea')).toEqual(['waiting']);
  });

  it('F7 the delayed fan-out point’s Hub servers go offline: the one copy is resubmitted after 12 hours idle', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-B1, HUB-B2 -Online $false');
    shell.send('ann bea, cara -Subject fork -Server HUB-A1');
    shell.step('-Minutes 3');
    expect(shell.held('HUB-A1')).toEqual([waits]);
    expect(shell.ask('(Get-Message -Server HUB-A1 -IncludeRecipientInfo).Recipients.Count')).toEqual(['2']);
    shell.resubmitsWhenIdle('HUB-A1', waits, 'F7');
    shell.type('Set-SandboxServer HUB-B2 -Online $true; Step-SandboxClock -Minutes 15');
    expect(shell.way().slice(0, 2)).toEqual(['HUB-A1 > HUB-B2', expect.stringMatching(/HUB-B2 > /)]);
    expect(shell.inbox('bea')).toEqual(['fork']);
    expect(shell.inbox('cara')).toEqual(['fork']);
  });
});
