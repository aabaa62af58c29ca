// Walkthrough W1: mail stays in Drafts, event 7009, 412 4.3.2 Service not active — and its variations (spec/walkthroughs).

import { describe, expect, it } from 'vitest';
import { hours, minutes, Scenario, seconds } from './support/scenario.ts';

function broken(...servers: string[]): Scenario {
  const scenario = new Scenario();
  for (const server of servers)
    for (const requester of ['Maintenance', 'Functional']) scenario.component(server, 'Inactive', requester);
  return scenario;
}

describe('W1: EX03 left Inactive', () => {
  it('mail from kenji to yuki stays in Drafts, is logged so, and leaves by itself once both requesters say Active', () => {
    const scenario = broken('EX03');
    scenario.send('kenji', 'yuki', 'in the site');
    scenario.advance(10 * minutes);
    expect(scenario.folder('kenji', 'Drafts')).toEqual(['in the site']);
    expect(scenario.folder('yuki')).toEqual([]);
    expect(scenario.events('EX03', 7009).at(-1)?.message).toContain('HubTransport');
    expect(scenario.events('EX03', 7009).at(-1)?.message).toContain('Inactive');
    const lines = scenario.connectivity('EX03').filter((line) => line.service === 'MailboxSubmission');
    expect(
      lines.some(
        (line) => line.source === 'MapiSubmission' && line.direction === '+' && line.description === 'EX03.contoso.com',
      ),
    ).toBe(true);
    expect(
      lines.some(
        (line) => line.direction === '-' && line.description === 'Messages: 0 Bytes: 0 (Retry : Service not active)',
      ),
    ).toBe(true);

    for (const port of [25, 2525]) {
      const replies = scenario.telnet('EX03', port, ['ehlo', 'mail from: user@contoso.com', 'quit']);
      expect(replies[0]).toMatch(
        /^220 EX03\.contoso\.com Microsoft ESMTP MAIL Service ready at \w{3}, \d+ \w{3} \d{4} /,
      );
      expect(replies).toContain('412 4.3.2 Service not active');
    }

    scenario.component('EX03', 'Active', 'Functional');
    expect(scenario.telnet('EX03', 2525, ['ehlo', 'mail from: user@contoso.com'])).toContain(
      '412 4.3.2 Service not active',
    );
    scenario.component('EX03', 'Active', 'Maintenance');
    scenario.restart('EX03');
    expect(scenario.telnet('EX03', 25, ['ehlo', 'mail from: user@contoso.com'])).toContain('250 2.1.0 Sender OK');
    scenario.advance(5 * minutes);
    expect(scenario.folder('kenji', 'Drafts')).toEqual([]);
    expect(scenario.folder('yuki')).toEqual(['in the site']);
    const path = scenario.tracking({ subject: 'in the site' }).map((record) => `${record.server} ${record.eventId}`);
    expect(path).toEqual(expect.arrayContaining(['EX03 RECEIVE', 'EX03 HAREDIRECTFAIL', 'EX03 SEND', 'EX03 DELIVER']));
  });

  it('shows the keyword list of the article on the Transport service', () => {
    const replies = new Scenario().telnet('EX03', 2525, ['ehlo']);
    expect(replies.slice(2).map((line) => line.slice(4))).toEqual([
      'SIZE',
      'PIPELINING',
      'DSN',
      'ENHANCEDSTATUSCODES',
      'STARTTLS',
      'X-ANONYMOUSTLS',
      'AUTH NTLM',
      'X-EXPS GSSAPI NTLM',
      '8BITMIME',
      'BINARYMIME',
      'CHUNKING',
      'XEXCH50',
      'XRDST',
      'XSHADOWREQUEST',
    ]);
  });

  it('kenji’s mail to alice goes straight to Redmond', () => {
    const scenario = broken('EX03');
    scenario.send('kenji', 'alice', 'away');
    scenario.advance(minutes);
    expect(scenario.folder('alice')).toEqual(['away']);
    expect(scenario.tracking({ subject: 'away', server: 'EX03', eventId: 'SEND' })).toEqual([]);
  });
});

describe('W1: variations', () => {
  it('EX01 alone Inactive: alice’s mail to carol goes through EX02, and telnet EX01 2525 says 412 while 25 proxies to EX02', () => {
    const scenario = broken('EX01');
    scenario.send('alice', 'carol', 'round');
    scenario.advance(minutes);
    expect(scenario.folder('carol')).toEqual(['round']);
    expect(
      scenario.tracking({ subject: 'round', eventId: 'RECEIVE', source: 'SMTP' }).map((record) => record.server),
    ).toEqual(['EX02']);
    expect(scenario.telnet('EX01', 2525, ['ehlo', 'mail from: a@contoso.com'])).toContain(
      '412 4.3.2 Service not active',
    );
    expect(scenario.telnet('EX01', 25, ['ehlo', 'mail from: a@contoso.com'])).toContain('250 2.1.0 Sender OK');
  });

  it('EX01 and EX02 both Inactive: alice’s mail to carol stays in Drafts, and mail on EX03 for Redmond waits with that error', () => {
    const scenario = broken('EX01', 'EX02');
    scenario.send('alice', 'carol', 'stuck');
    scenario.send('kenji', 'carol', 'from Tokyo');
    scenario.advance(10 * minutes);
    expect(scenario.folder('alice', 'Drafts')).toEqual(['stuck']);
    const queue = scenario.queue('EX03')!;
    expect(queue.deliveryType).toBe('SmtpRelayToDag');
    expect(queue.nextHopDomain).toBe('dag1');
    expect(queue.status).toBe('Retry');
    expect(queue.lastError).toContain('412 4.3.2 Service not active');
    scenario.component('EX01', 'Active', 'Maintenance');
    scenario.component('EX01', 'Active', 'Functional');
    scenario.advance(15 * minutes);
    expect(scenario.folder('carol').sort()).toEqual(['from Tokyo', 'stuck']);
  });

  it('Draining takes no mail of others but lets the own go', () => {
    const scenario = new Scenario();
    scenario.component('EX03', 'Draining');
    scenario.send('kenji', 'yuki', 'own');
    scenario.send('alice', 'yuki', 'other');
    scenario.advance(5 * minutes);
    expect(scenario.folder('yuki')).toEqual(['own']);
    expect(scenario.queues('EX01').concat(scenario.queues('EX02'))).toHaveLength(1);
  });

  it('the service stopped: connections are refused, mail waits in Drafts', () => {
    const scenario = new Scenario();
    scenario.service('EX03', 'stop');
    expect(scenario.telnet('EX03', 2525, [])).toEqual(['refused']);
    scenario.send('kenji', 'yuki');
    scenario.advance(minutes);
    expect(scenario.folder('kenji', 'Drafts')).toEqual(['test']);
    scenario.service('EX03', 'start');
    scenario.advance(2 * minutes);
    expect(scenario.folder('yuki')).toEqual(['test']);
  });

  it('ServerWideOffline makes every component Inactive but two, and Front End Transport answers 421', () => {
    const scenario = new Scenario();
    scenario.component('EX03', 'Inactive', 'Maintenance', 'ServerWideOffline');
    const active = scenario.world
      .components('EX03')
      .filter((row) => row.state === 'Active')
      .map((row) => row.component);
    expect(active).toEqual(['Monitoring', 'RecoveryActionsEnabled']);
    expect(scenario.events('EX03', 7031)).toHaveLength(1);
    scenario.advance(10 * seconds);
    expect(scenario.telnet('EX03', 25, ['ehlo'])[0]).toBe('421 4.3.2 Service not active');
  });

  it('maintenance: draining, redirecting and coming back', () => {
    const scenario = new Scenario();
    scenario.host('mx1.fabrikam.com', { Online: false });
    scenario.online('EDGE01', false);
    scenario.send('alice', 'x@fabrikam.com', 'out', { server: 'EX01' });
    scenario.advance(minutes);
    expect(scenario.queue('EX01')?.messageCount).toBe(1);
    scenario.component('EX01', 'Draining');
    scenario.apply({ kind: 'redirect', server: 'EX01', target: 'EX02.contoso.com' });
    expect(scenario.queues('EX01')).toEqual([]);
    scenario.set('mailboxServer', 'EX01', {
      DatabaseCopyActivationDisabledAndMoveNow: true,
      DatabaseCopyAutoActivationPolicy: 'Blocked',
    });
    expect(scenario.world.find('database', 'DB01')!.properties.Server).toBe('EX02');
    scenario.component('EX01', 'Inactive', 'Maintenance', 'ServerWideOffline');
    scenario.advance(hours);
    scenario.online('EDGE01', true);
    scenario.advance(hours);
    expect(scenario.folder('x@fabrikam.com')).toEqual(['out']);
  });
});
