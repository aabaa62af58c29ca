// Limits, poison messages, pickup, groups and rules: what becomes of mail that meets them.

import { describe, expect, it } from 'vitest';
import { minutes, Scenario, seconds } from './support/scenario.ts';

const returned = (scenario: Scenario, mailbox = 'alice') =>
  scenario.world
    .mailboxItems(mailbox, 'Inbox')!
    .filter((item) => item.kind === 'FailureDsn')
    .map((item) => item.body());

describe('limits', () => {
  it('MessageRateLimit closes sessions of a client that sends too fast; its host tries again', () => {
    const scenario = new Scenario();
    scenario.send('pat@fabrikam.com', 'alice@contoso.com', 'flood', { count: 650 });
    scenario.advance(minutes);
    expect(scenario.folder('alice')).toHaveLength(600);
    scenario.advance(16 * minutes);
    expect(scenario.folder('alice')).toHaveLength(650);
  });

  it('a message over the organisation’s size is returned', () => {
    const scenario = new Scenario();
    scenario.send('alice', 'bob', 'big', { sizeKB: 11_000 });
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('550 5.2.3 RESOLVER.RST.SendSizeLimit.Org');
  });

  it('too many recipients are returned', () => {
    const scenario = new Scenario();
    scenario.set('transportConfig', 'Transport Settings', { MaxRecipientEnvelopeLimit: 2 });
    scenario.send('alice', ['bob', 'carol', 'kenji']);
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('5.5.3');
  });

  it('a full mailbox refuses', () => {
    const scenario = new Scenario();
    scenario.set('mailbox', 'bob', { ProhibitSendReceiveQuota: 100 });
    scenario.send('alice', 'bob');
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('5.2.2');
  });
});

describe('poison messages', () => {
  it('what was in process at two crashes is set aside, and goes on when resumed', () => {
    const scenario = new Scenario();
    scenario.online('EDGE01', false);
    scenario.send('alice', 'x@fabrikam.com', 'bad', { server: 'EX01' });
    for (let crash = 0; crash < 2; crash += 1) {
      scenario.advance(5 * seconds);
      scenario.apply({ kind: 'service', server: 'EX01', service: 'MSExchangeTransport', action: 'kill' });
      scenario.advance(10 * seconds);
      scenario.service('EX01', 'start');
    }
    expect(scenario.events('EX01', 10_003)).toHaveLength(2);
    expect(scenario.events('EX01', 10_001)).toHaveLength(1);
    const [message] = [...scenario.world.messages('EX01', { queue: 'EX01\\Poison' })];
    expect(message).toMatchObject({ subject: 'bad', status: 'Suspended' });
    scenario.online('EDGE01', true);
    scenario.apply({ kind: 'message', action: 'resume', message: message!.identity });
    scenario.advance(5 * minutes);
    expect(scenario.folder('x@fabrikam.com')).toEqual(['bad']);
  });
});

describe('groups, rules, journal, pickup', () => {
  it('a loop of groups delivers once; a loop of forwardings is returned', () => {
    const scenario = new Scenario();
    scenario.set('distributionGroup', 'sales', { Members: ['bob', 'tokyo'] });
    scenario.set('distributionGroup', 'tokyo', { Members: ['kenji', 'sales', 'bob'] });
    scenario.send('alice', 'sales', 'loop');
    scenario.untilIdle();
    expect([scenario.folder('bob'), scenario.folder('kenji')]).toEqual([['loop'], ['loop']]);
    scenario.set('mailbox', 'bob', { ForwardingAddress: 'carol' });
    scenario.set('mailbox', 'carol', { ForwardingAddress: 'bob' });
    scenario.send('alice', 'bob', 'round');
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('5.4.6');
  });

  it('restricted groups refuse others, authenticated-only ones strangers', () => {
    const scenario = new Scenario();
    scenario.set('distributionGroup', 'sales', { AcceptMessagesOnlyFrom: ['carol'] });
    scenario.set('distributionGroup', 'tokyo', { RequireSenderAuthenticationEnabled: true });
    scenario.send('alice', 'sales');
    scenario.send('pat@fabrikam.com', 'tokyo@contoso.com', 'outside');
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('NotAuthorizedToGroup');
    expect(scenario.folder('kenji')).toEqual([]);
  });

  it('transport rules reject and redirect; journal rules report', () => {
    const scenario = new Scenario();
    scenario.apply({
      kind: 'config.new',
      class: 'transportRule',
      name: 'No secrets',
      properties: { Conditions: { SubjectContainsWords: ['secret'] }, Actions: { RejectMessageReasonText: 'no' } },
    });
    scenario.apply({
      kind: 'config.new',
      class: 'transportRule',
      name: 'To kenji',
      properties: {
        Priority: 1,
        Conditions: { SubjectContainsWords: ['tokyo'] },
        Actions: { RedirectMessageTo: ['kenji'] },
      },
    });
    scenario.apply({
      kind: 'config.new',
      class: 'journalRule',
      name: 'All',
      properties: { JournalEmailAddress: 'carol@contoso.com' },
    });
    scenario.send('alice', 'bob', 'a secret');
    scenario.send('alice', 'bob', 'about tokyo');
    scenario.untilIdle();
    expect(returned(scenario)[0]).toContain('TRANSPORT.RULES.RejectMessage');
    expect(scenario.folder('bob')).toEqual([]);
    expect(scenario.folder('kenji')).toEqual(['about tokyo']);
    expect(scenario.folder('carol')).toContain('about tokyo');
  });

  it('a file in the pickup directory becomes mail', () => {
    const scenario = new Scenario();
    const path = 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Pickup\\a.eml';
    expect(scenario.world.isWatched('EX01', path)).toBe(true);
    scenario.apply({
      kind: 'file',
      server: 'EX01',
      path,
      text: 'From: alice@contoso.com\r\nTo: bob@contoso.com\r\nSubject: picked\r\n\r\ntext',
    });
    scenario.advance(10 * seconds);
    expect(scenario.folder('bob')).toEqual(['picked']);
  });
});
