// Walkthrough W2: 400 4.4.7 Message delayed to an outside domain, by each of its causes (spec/walkthroughs).

import { describe, expect, it } from 'vitest';
import { days, hours, minutes, Scenario } from './support/scenario.ts';

const delayed = (scenario: Scenario, mailbox = 'alice') =>
  scenario.world.mailboxItems(mailbox, 'Inbox')!.filter((item) => item.kind === 'DelayDsn');
const failed = (scenario: Scenario, mailbox = 'alice') =>
  scenario.world.mailboxItems(mailbox, 'Inbox')!.filter((item) => item.kind === 'FailureDsn');

describe('W2: delay notice and expiry', () => {
  it.each(['proseware.com', 'lucernepublishing.com'])(
    'mail to %s waits on EDGE01, is reported after 4 hours and returned after 2 days',
    (domain) => {
      const scenario = new Scenario();
      scenario.send('alice', `x@${domain}`, 'late');
      scenario.advance(10 * minutes);
      const queue = scenario.queue('EDGE01')!;
      expect(queue).toMatchObject({ status: 'Retry', nextHopDomain: domain, deliveryType: 'DnsConnectorDelivery' });
      expect(queue.lastError).not.toBe('');
      expect(queue.nextRetryTime).toBeGreaterThan(scenario.world.now);
      scenario.advance(4 * hours - 11 * minutes);
      expect(delayed(scenario)).toEqual([]);
      scenario.advance(6 * minutes);
      const [notice] = delayed(scenario);
      expect(notice?.subject).toBe('Delivery delayed:late');
      const body = notice!.body();
      expect(body).toMatch(/for the next 1 days, 19 hours and 5\d minutes\./);
      expect(body).toContain(`x@${domain}`);
      expect(body).toContain("This message hasn't been delivered yet.");
      expect(body).toContain("returned '400 4.4.7 Message delayed'");
      expect(body).toMatch(/Received: from [\s\S]*Microsoft SMTP Server/);
      expect(notice!.eml()).toContain('multipart/report; report-type=delivery-status');
      scenario.advance(43 * hours + 50 * minutes);
      expect(failed(scenario)).toEqual([]);
      scenario.advance(20 * minutes);
      expect(delayed(scenario)).toHaveLength(1);
      expect(failed(scenario)[0]?.body()).toContain('550 4.4.7 QUEUE.Expired; message expired');
      expect(scenario.queues('EDGE01')).toEqual([]);
    },
  );

  it('follows DelayNotificationTimeout and MessageExpirationTimeout', () => {
    const scenario = new Scenario();
    scenario.set('transportService', 'EDGE01', { DelayNotificationTimeout: hours, MessageExpirationTimeout: days });
    scenario.send('alice', 'x@proseware.com', 'late');
    scenario.advance(hours - minutes);
    expect(delayed(scenario)).toEqual([]);
    scenario.advance(5 * minutes);
    expect(delayed(scenario)[0]!.body()).toMatch(/for the next 0 days, 22 hours and 5\d minutes\./);
    scenario.advance(23 * hours);
    expect(failed(scenario)).toHaveLength(1);
  });

  it('a domain that does not exist is returned at once (A4)', () => {
    const scenario = new Scenario();
    scenario.send('alice', 'x@nwtraders.msft', 'nowhere');
    scenario.untilIdle();
    expect(failed(scenario)[0]?.body()).toContain('550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain');
  });
});

describe('W2: what the receiving side does', () => {
  it('greylisting delays for five minutes', () => {
    const scenario = new Scenario();
    scenario.send('alice', 'x@tailspintoys.com', 'grey');
    scenario.advance(2 * minutes);
    expect(scenario.queue('EDGE01')).toMatchObject({ status: 'Retry' });
    expect(scenario.queue('EDGE01')!.lastError).toContain('451 4.7.1');
    // Glitch attempts end after four minutes; the Edge server's next one comes ten minutes later.
    scenario.advance(13 * minutes);
    expect(scenario.folder('x@tailspintoys.com')).toEqual(['grey']);
  });

  it('a client without a PTR record is turned away with 450 until there is one; a block list with 5xx at once', () => {
    const scenario = new Scenario();
    scenario.apply({ kind: 'dnsRecord.remove', identity: '21.100.168.192.in-addr.arpa/PTR/edge01.contoso.com' });
    scenario.send('alice', 'x@wingtiptoys.com', 'no ptr');
    scenario.advance(5 * hours);
    expect(scenario.queue('EDGE01')!.lastError).toContain('no PTR record');
    expect(delayed(scenario)).toHaveLength(1);
    scenario.apply({
      kind: 'dnsRecord.new',
      name: '21.100.168.192.in-addr.arpa',
      type: 'PTR',
      values: ['edge01.contoso.com'],
    });
    scenario.advance(hours);
    expect(scenario.folder('x@wingtiptoys.com')).toEqual(['no ptr']);
    scenario.host('mail.wingtiptoys.com', { BlockList: ['contoso.com'] });
    scenario.send('alice', 'x@wingtiptoys.com', 'blocked');
    scenario.untilIdle();
    expect(failed(scenario)[0]?.body()).toContain('554 5.7.1');
  });

  it('telnet by hand from HELO to the lone dot', () => {
    const scenario = new Scenario();
    const replies = scenario.telnet('mx1.fabrikam.com', 25, [
      'HELO contoso.com',
      'MAIL FROM:<alice@contoso.com>',
      'RCPT TO:<pat@fabrikam.com>',
      'DATA',
      'Subject: by hand',
      '',
      'text',
      '.',
      'QUIT',
    ]);
    expect(replies.map((line) => line.slice(0, 3))).toEqual(['220', '250', '250', '250', '354', '250', '221']);
    expect(scenario.folder('pat@fabrikam.com')).toEqual(['by hand']);
  });
});

describe('W2: no shadow partner', () => {
  it('HAREDIRECTFAIL on EX03 until ShadowRedundancyEnabled is off and the service has restarted', () => {
    const scenario = new Scenario();
    const count = () => scenario.tracking({ eventId: 'HAREDIRECTFAIL' }).length;
    scenario.send('alice', 'kenji', 'one');
    scenario.untilIdle();
    expect(scenario.tracking({ eventId: 'HAREDIRECTFAIL' })[0]).toMatchObject({
      server: 'EX03',
      serverHostname: 'EX03',
      sourceContext: 'No suitable shadow servers',
      source: 'SMTP',
    });
    scenario.set('transportConfig', 'Transport Settings', { ShadowRedundancyEnabled: false });
    scenario.send('alice', 'kenji', 'two');
    scenario.untilIdle();
    expect(count()).toBe(2);
    scenario.restart('EX03');
    scenario.send('alice', 'kenji', 'three');
    scenario.untilIdle();
    expect(count()).toBe(2);
    expect(scenario.folder('kenji')).toEqual(['one', 'two', 'three']);
  });

  it('with RejectMessageOnShadowFailure a submission stays in Drafts, an outside sender waits, and EX01 retries with 451 4.4.0', () => {
    const scenario = new Scenario();
    scenario.set('transportConfig', 'Transport Settings', { RejectMessageOnShadowFailure: true });
    for (const server of ['EX01', 'EX02', 'EX03']) scenario.restart(server);
    scenario.send('kenji', 'yuki', 'inside');
    scenario.send('pat@fabrikam.com', 'kenji@contoso.com', 'from outside');
    scenario.send('alice', 'kenji', 'queued', { server: 'EX01' });
    scenario.advance(5 * hours);
    expect(scenario.folder('kenji', 'Drafts')).toEqual(['inside']);
    expect(scenario.queue('EX01')).toMatchObject({ status: 'Retry' });
    expect(scenario.queue('EX01')!.lastError).toContain('451 4.4.0');
    expect(delayed(scenario)).toHaveLength(1);
    scenario.set('transportConfig', 'Transport Settings', { ShadowRedundancyEnabled: false });
    scenario.restart('EX03');
    scenario.advance(hours);
    expect(scenario.folder('yuki')).toEqual(['inside']);
    expect(scenario.folder('kenji').filter((subject) => subject === 'queued')).toHaveLength(1);
    expect(scenario.folder('kenji')).toContain('from outside');
  });

  it('back pressure turns strangers away at medium and everybody at high', () => {
    const scenario = new Scenario();
    scenario.apply({ kind: 'machine.set', identity: 'EX03', settings: { diskFreeGB: 2 } });
    expect(scenario.events('EX03', 15004).length).toBeGreaterThan(0);
    scenario.send('kenji', 'yuki', 'full');
    scenario.advance(5 * minutes);
    expect(scenario.folder('kenji', 'Drafts')).toEqual(['full']);
    expect(scenario.telnet('EX03', 2525, ['ehlo', 'mail from: a@b.com'])).toContain(
      '452 4.3.1 Insufficient system resources',
    );
    scenario.apply({ kind: 'machine.set', identity: 'EX03', settings: { diskFreeGB: null } });
    scenario.advance(5 * minutes);
    expect(scenario.folder('yuki')).toEqual(['full']);
  });
});
