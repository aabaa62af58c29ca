// spec/rerouting G: mail queued for an Exchange 2003 routing group.

import { describe, expect, it } from 'vitest';
import { Northwind } from '../support/shell.ts';

const waits = 'SmtpRelayToTiRg a to legacy Retry 1';

/** Mail on HUB-A1 for Exchange 2003, whose bridgeheads are off. */
function waiting(to = 'leo'): Northwind {
  const shell = new Northwind();
  shell.type('Set-SandboxServer E2K3-1, E2K3-2 -Online $false');
  shell.send(`ann ${to} -Subject waiting -Server HUB-A1`);
  shell.step('-Minutes 3');
  expect(shell.queues('HUB-A1')).toEqual([waits]);
  return shell;
}

describe('G. Exchange 2003 routing group', () => {
  it.each([
    ['a mailbox', 'leo', 'There is currently no route to the mailbox database.'],
    ['a group expanded', 'veterans', ''],
    ['an SMTP connector', 'x@oldpartner.com', ''],
  ])('G1 the routing group connector to %s there is removed: resubmitted', (_what, recipient, error) => {
    const shell = waiting(recipient);
    shell.type("Remove-RoutingGroupConnector 'A to Legacy' -Confirm:$false");
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('G1');
    if (recipient === 'x@oldpartner.com') {
      // Without a way to the connector of Exchange 2003 the one for all domains takes it.
      shell.step('-Minutes 1');
      expect(shell.way()).toEqual(['HUB-A1 > mail.oldpartner.com']);
      return;
    }
    expect(shell.rules()).toContain('U5');
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
    if (error !== '') expect(shell.ask('(Get-Message -Server HUB-A1).LastError')).toEqual([error]);
  });

  it('G2 this server is taken out of its source servers: resubmitted to the other one', () => {
    const shell = waiting();
    shell.type("Set-RoutingGroupConnector 'A to Legacy' -SourceTransportServers HUB-A2");
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('G2');
    expect(shell.queues('HUB-A1')).toEqual([]);
    expect(shell.queues('HUB-A2')).toEqual([expect.stringMatching(/^SmtpRelayToTiRg a to legacy /)]);
  });

  it('G3 a bridgehead is taken out of the target servers: the queue stays and uses those that remain', () => {
    const shell = waiting();
    shell.type("Set-RoutingGroupConnector 'A to Legacy' -TargetTransportServers E2K3-2");
    shell.type('Set-SandboxServer E2K3-1 -Online $true');
    shell.step('-Minutes 10');
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.type("Set-RoutingGroupConnector 'A to Legacy' -TargetTransportServers E2K3-2, E2K3-1");
    shell.step('-Minutes 10');
    expect(shell.ask("Trace-SandboxMessage $id | Where-Object Decision -eq 'Resubmitted'")).toEqual([]);
    expect(shell.way()[0]).toBe('HUB-A1 > E2K3-1');
    expect(shell.inbox('leo')).toEqual(['waiting']);
  });

  it('G4 all bridgeheads go offline: in Retry until the message expires, never resubmitted', () => {
    waiting().staysUntilExpiry('HUB-A1', waits);
  });
});
