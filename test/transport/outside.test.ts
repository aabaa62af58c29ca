// Outside hosts: what their settings do to mail (spec/sandbox-cmdlets, Outside hosts).

import { describe, expect, it } from 'vitest';
import { days, hours, minutes, Scenario } from './support/scenario.ts';

const connector = 'EdgeSync - Redmond to Internet';
const returned = (scenario: Scenario) =>
  scenario.world
    .mailboxItems('alice', 'Inbox')!
    .filter((item) => item.kind === 'FailureDsn')
    .map((item) => item.body());

function sent(settings: Parameters<Scenario['host']>[1], connectorSettings: object = {}): Scenario {
  const scenario = new Scenario();
  scenario.set('sendConnector', connector, connectorSettings);
  scenario.host('mail.adatum.com', settings);
  scenario.send('alice', 'x@adatum.com');
  scenario.advance(10 * minutes);
  return scenario;
}

describe('TLS', () => {
  it.each([
    [{ Tls: 'None' }, {}, true],
    [{ Tls: 'Required' }, {}, true],
    [{ Tls: 'Broken' }, {}, false],
    [{ Tls: 'Broken' }, { IgnoreSTARTTLS: true }, true],
    [{ Tls: 'None' }, { RequireTLS: true }, false],
  ] as const)('%j with connector %j', (settings, connectorSettings, arrives) => {
    const scenario = sent(settings, connectorSettings);
    expect(scenario.folder('x@adatum.com')).toEqual(arrives ? ['test'] : []);
    if (!arrives) expect(scenario.queue('EDGE01')).toMatchObject({ status: 'Retry' });
  });

  it('a host that requires TLS refuses a connector that ignores it', () => {
    expect(returned(sent({ Tls: 'Required' }, { IgnoreSTARTTLS: true }))[0]).toContain('530 5.7.0');
  });
});

describe('behaviours', () => {
  it.each([
    ['TempFail', 'Connect'],
    ['TempFail', 'Ehlo'],
    ['TempFail', 'MailFrom'],
    ['TempFail', 'RcptTo'],
    ['TempFail', 'Data'],
    ['TempFail', 'EndOfData'],
  ] as const)('%s at %s keeps the mail in Retry, and its end delivers it', (Behavior, FailAt) => {
    const scenario = sent({ Behavior, FailAt, ReplyText: '451 4.3.0 not now' });
    expect(scenario.queue('EDGE01')).toMatchObject({
      status: 'Retry',
      lastError: expect.stringContaining('451 4.3.0 not now'),
    });
    scenario.host('mail.adatum.com', { Behavior: 'Accept', ReplyText: null });
    scenario.advance(hours);
    expect(scenario.folder('x@adatum.com')).toEqual(['test']);
  });

  it.each(['MailFrom', 'RcptTo', 'Data', 'EndOfData'] as const)('PermFail at %s returns the mail at once', (FailAt) => {
    const scenario = sent({ Behavior: 'PermFail', FailAt, ReplyText: '550 5.7.1 Blocked' });
    expect(returned(scenario)[0]).toContain('550 5.7.1 Blocked');
  });

  it.each(['Refuse', 'Timeout', 'Drop'] as const)('%s: Retry, other MX hosts are tried first', (Behavior) => {
    const scenario = sent({ Behavior });
    scenario.advance(20 * minutes);
    expect(scenario.queue('EDGE01')?.lastError).not.toBe('');
    scenario.host('mx1.fabrikam.com', { Behavior });
    scenario.send('alice', 'x@fabrikam.com', 'second');
    scenario.advance(20 * minutes);
    expect(scenario.world.mailboxItems('x@fabrikam.com')![0]).toMatchObject({
      subject: 'second',
      server: 'mx2.fabrikam.com',
    });
  });

  it('unknown mailboxes, sizes and headers are refused by the settings', () => {
    expect(returned(sent({ Mailboxes: ['y'] }))[0]).toContain('550 5.1.1');
    expect(returned(sent({ MaxMessageSizeKB: 1 }))[0]).toContain('552 5.3.4');
    expect(sent({ MaxHeaderKB: 1 }).queue('EDGE01')).toMatchObject({ status: 'Retry' });
  });
});

describe('mail from outside', () => {
  it('comes in through the MX, is kept and tried again while nobody answers, and given up after five days', () => {
    const scenario = new Scenario();
    scenario.online('EDGE01', false);
    scenario.send('pat@fabrikam.com', 'alice@contoso.com', 'early');
    scenario.advance(hours);
    expect(scenario.world.findHosts('mx1.fabrikam.com')[0]).toMatchObject({ Waiting: 1 });
    scenario.online('EDGE01', true);
    scenario.advance(hours);
    expect(scenario.folder('alice')).toEqual(['early']);
    scenario.online('EDGE01', false);
    scenario.send('pat@fabrikam.com', 'alice@contoso.com', 'lost');
    scenario.advance(5 * days + hours);
    expect(scenario.world.findHosts('mx1.fabrikam.com')[0]).toMatchObject({ Waiting: 0 });
  });

  it('an unknown recipient is returned to the outside sender', () => {
    const scenario = new Scenario();
    scenario.send('pat@fabrikam.com', 'nobody@contoso.com', 'who');
    scenario.untilIdle();
    expect(scenario.world.mailboxItems('pat@fabrikam.com')![0]).toMatchObject({
      subject: 'Undeliverable: who',
      kind: 'FailureDsn',
      from: 'postmaster@contoso.com',
    });
  });

  it('relaying for strangers is refused', () => {
    const replies = new Scenario().telnet(
      'EX01',
      25,
      ['ehlo a.com', 'mail from:<a@a.com>', 'rcpt to:<x@fabrikam.com>'],
      'EDGE01',
    );
    expect(replies.at(-1)).toBe('550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain');
  });
});
