// spec/rerouting C, D, E: mail queued for other servers of the local site.

import { describe, expect, it } from 'vitest';
import { Northwind, Shell } from '../support/shell.ts';

const waits = 'SmtpRelayWithinAdSite site relay Retry 1';

/** Mail for relay.com on HUB-A1, which HUB-A2 has to send and can't take. */
function waiting(): Northwind {
  const shell = new Northwind();
  shell.type('Set-SandboxServer HUB-A2 -Online $false');
  shell.send('ann x@relay.com -Subject waiting -Server HUB-A1');
  shell.step('-Minutes 2');
  expect(shell.queues('HUB-A1')).toEqual([waits]);
  return shell;
}

/** Mail for fabrikam.com on EX01 of Contoso, which the subscribed Edge server has to send and can't take. */
function waitingForEdge(): Shell {
  const shell = new Shell('Contoso', 'EX01', 'alice');
  shell.type('Set-SandboxServer EDGE01 -Online $false');
  shell.send('alice x@fabrikam.com -Subject waiting -Server EX01');
  shell.step('-Minutes 2');
  expect(shell.queues('EX01')).toEqual(['SmtpRelayWithinAdSiteToEdge edgesync - redmond to internet Retry 1']);
  return shell;
}

describe('C. Connector of other servers of the site', () => {
  it.each(["Remove-SendConnector 'Site relay' -Confirm:$false", "Set-SendConnector 'Site relay' -Enabled $false"])(
    'C1 the connector is removed or disabled: resubmitted (%s)',
    (change) => {
      const shell = waiting();
      shell.type(change);
      expect(shell.queues('HUB-A1')).toEqual([waits]);
      shell.atNextAttempt('HUB-A1');
      expect(shell.rules()).toContain('C1');
      expect(shell.way()).toEqual(['HUB-A1 > mail.relay.com']);
    },
  );

  it('C1 the connector of a subscribed Edge server is removed: resubmitted, to Unreachable without another', () => {
    const shell = waitingForEdge();
    shell.type("Remove-SendConnector 'EdgeSync - Redmond to Internet' -Confirm:$false");
    shell.atNextAttempt('EX01');
    expect(shell.rules()).toContain('C1');
    expect(shell.queues('EX01')).toEqual(['Unreachable Unreachable Domain Ready 1']);
  });

  it('C2 a server of the site is added to the source servers: the queue stays and uses the new list', () => {
    const shell = waiting();
    shell.type(
      "Set-SandboxServer HUB-B2 -Site SiteA; Set-SendConnector 'Site relay' -SourceTransportServers HUB-A2, HUB-B2",
    );
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    shell.step('-Minutes 1');
    expect(shell.way()).toEqual(['HUB-A1 > HUB-B2', 'HUB-B2 > mail.relay.com']);
    expect(shell.ask("Trace-SandboxMessage $id | Where-Object Decision -eq 'Resubmitted'")).toEqual([]);
  });

  it('C2 a server of the site is taken out of the source servers: the queue stays and uses those that remain', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-B2 -Site SiteA -Online $false; Set-SandboxServer HUB-A2 -Online $false');
    shell.type("Set-SendConnector 'Site relay' -SourceTransportServers HUB-A2, HUB-B2");
    shell.send('ann x@relay.com -Server HUB-A1');
    shell.step('-Minutes 2');
    shell.type("Set-SendConnector 'Site relay' -SourceTransportServers HUB-A2; Set-SandboxServer HUB-A2 -Online $true");
    shell.step('-Minutes 10');
    expect(shell.way()).toEqual(['HUB-A1 > HUB-A2', 'HUB-A2 > mail.relay.com']);
    expect(shell.ask("Trace-SandboxMessage $id | Where-Object Decision -eq 'Resubmitted'")).toEqual([]);
  });

  it.each(['HUB-B1', 'HUB-A1'])('C3 only %s is left as a source server: resubmitted', (source) => {
    const shell = waiting();
    shell.type(`Set-SendConnector 'Site relay' -SourceTransportServers ${source}`);
    expect(shell.queues('HUB-A1')).toEqual([waits]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toContain('C3');
    expect(shell.way().at(-1)).toBe(`${source} > mail.relay.com`);
  });
});

describe('D. Expansion server in the site', () => {
  it('D1 it loses the Hub Transport role: resubmitted, to Unreachable, and out of it when it has the role again', () => {
    const shell = new Northwind();
    shell.type('Set-SandboxServer HUB-A2 -Online $false');
    shell.send('ann engineering -Subject group -Server HUB-A1');
    shell.step('-Minutes 2');
    const queue = 'SmtpRelayWithinAdSite hub-a2.northwindtraders.com Retry 1';
    expect(shell.queues('HUB-A1')).toEqual([queue]);
    shell.type('Set-SandboxServer HUB-A2 -Roles None');
    expect(shell.queues('HUB-A1')).toEqual([queue]);
    shell.atNextAttempt('HUB-A1');
    expect(shell.rules()).toEqual(['D1', 'D1', 'U3']);
    expect(shell.queues('HUB-A1')).toEqual(['Unreachable Unreachable Domain Ready 1']);
    shell.type('Set-SandboxServer HUB-A2 -Roles HubTransport -Online $true; Step-SandboxClock -Minutes 10');
    expect(shell.inbox('abe')).toEqual(['group']);
  });
});

describe('E. Transport server in the site', () => {
  it('E1 it goes offline: resubmitted after 12 hours idle, again and again, delivered when a retry succeeds', () => {
    const shell = waiting();
    shell.resubmitsWhenIdle('HUB-A1', waits, 'E1');
    shell.type('Set-SandboxServer HUB-A2 -Online $true');
    shell.step('-Minutes 15');
    expect(shell.inbox('x@relay.com')).toEqual(['waiting']);
  });

  it('E1 its transport service stops: the same', () => {
    const shell = new Northwind();
    shell.ask('Invoke-Command -ComputerName HUB-A2 { Stop-Service MSExchangeTransport }');
    shell.send('ann engineering -Subject group -Server HUB-A1');
    shell.step('-Minutes 2');
    shell.resubmitsWhenIdle('HUB-A1', 'SmtpRelayWithinAdSite hub-a2.northwindtraders.com Retry 1', 'E1');
    shell.ask('Invoke-Command -ComputerName HUB-A2 { Start-Service MSExchangeTransport }');
    shell.step('-Minutes 15');
    expect(shell.inbox('abe')).toEqual(['group']);
  });

  it('E1 a subscribed Edge server goes offline: the same on Exchange 2016', () => {
    const shell = waitingForEdge();
    shell.resubmitsWhenIdle('EX01', 'SmtpRelayWithinAdSiteToEdge edgesync - redmond to internet Retry 1', 'E1');
  });
});
