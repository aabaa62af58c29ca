// Each setting of a Receive connector, by what it changes in a conversation (facts 8; Set-ReceiveConnector).

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiving, relay } from './receiving.ts';

let shell: Receiving;
const front = 'EX01 25';
const set = (parameters: string): void => void shell.type(`Set-ReceiveConnector EX01\\Relay ${parameters}`);

beforeEach(() => {
  shell = new Receiving();
  shell.type(relay);
});
afterEach(() => shell.dispose());

describe('greeting', () => {
  it('Banner and Fqdn', () => {
    set("-Banner '220 no names here' -Fqdn mail.contoso.com");
    expect(shell.banner(front, 'helo x')).toEqual(['220 no names here', '250 mail.contoso.com Hello [192.168.1.21]']);
    set('-Banner $null');
    expect(shell.banner(front)[0]).toMatch(
      /^220 mail\.contoso\.com Microsoft ESMTP MAIL Service ready at Mon, 2 Mar 2026/,
    );
    expect(shell.error("Set-ReceiveConnector EX01\\Relay -Banner 'hello'")).toContain('220');
  });

  it.each([
    ['-SizeEnabled Disabled', 'SIZE 37748736', undefined],
    ['-SizeEnabled EnabledWithoutValue', 'SIZE 37748736', 'SIZE'],
    ['-MaxMessageSize 5MB', 'SIZE 37748736', 'SIZE 5242880'],
    ['-PipeliningEnabled $false', 'PIPELINING', undefined],
    ['-DeliveryStatusNotificationEnabled $false', 'DSN', undefined],
    ['-EnhancedStatusCodesEnabled $false', 'ENHANCEDSTATUSCODES', undefined],
    ['-AuthMechanism None', 'STARTTLS', undefined],
    ['-EightBitMimeEnabled $false', '8BITMIME', undefined],
    ['-BinaryMimeEnabled $false', 'BINARYMIME', undefined],
    ['-AuthMechanism Tls,Integrated -EnableAuthGSSAPI $true', undefined, 'AUTH GSSAPI NTLM'],
    ['-AuthMechanism Tls,BasicAuth', undefined, 'AUTH LOGIN'],
  ])('%s', (parameters, gone, there) => {
    const before = shell.offers(front);
    set(parameters);
    const after = shell.offers(front);
    if (gone !== undefined) expect([before.includes(gone), after.includes(gone)]).toEqual([true, false]);
    if (there !== undefined) expect([before.includes(there), after.includes(there)]).toEqual([false, true]);
  });

  it('ChunkingEnabled takes BINARYMIME and BDAT along', () => {
    const message = ['mail from:<a@b.com>', 'rcpt to:<bob@contoso.com>', 'bdat 12 last', 'Subject: it'];
    expect(shell.replies(front, ...message).at(-1)).toContain('Queued mail for delivery');
    shell.type('Step-SandboxClock -Minutes 1');
    expect(shell.subjects('bob')).toEqual(['it']);
    set('-ChunkingEnabled $false');
    expect(shell.offers(front)).not.toEqual(expect.arrayContaining(['CHUNKING', 'BINARYMIME']));
    expect(shell.replies(front, ...message.slice(0, 3)).at(-1)).toBe('500 5.3.3 Unrecognized command');
  });

  it('SuppressXAnonymousTls', () => {
    expect(shell.offers('EX02 25')).toContain('X-ANONYMOUSTLS');
    shell.type("Set-ReceiveConnector 'EX02\\Default Frontend EX02' -SuppressXAnonymousTls $true");
    expect(shell.offers('EX02 25')).not.toContain('X-ANONYMOUSTLS');
  });

  it('RequireEHLODomain', () => {
    expect(shell.telnet(front, 'ehlo')[0]).toBe('250-EX01.contoso.com Hello [192.168.1.21]');
    set('-RequireEHLODomain $true');
    expect(shell.telnet(front, 'ehlo')).toEqual(['501 5.5.4 Invalid domain name']);
  });
});

describe('conversation', () => {
  it('parameters of extensions that are off are refused', () => {
    const rcpt = ['mail from:<a@b.com>', 'rcpt to:<bob@contoso.com> NOTIFY=NEVER'];
    expect(shell.replies(front, ...rcpt).at(-1)).toBe('250 2.1.5 Recipient OK');
    set('-DeliveryStatusNotificationEnabled $false -EightBitMimeEnabled $false');
    expect(shell.replies(front, ...rcpt).at(-1)).toBe('501 5.5.4 Invalid arguments');
    expect(shell.replies(front, 'mail from:<a@b.com> BODY=8BITMIME')).toEqual(['501 5.5.4 Invalid arguments']);
  });

  it('without EnhancedStatusCodesEnabled replies carry none', () => {
    set('-EnhancedStatusCodesEnabled $false');
    expect(shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@elsewhere.example>')).toEqual([
      '250 Sender OK',
      '550 SMTP; Unable to relay recipient in non-accepted domain',
    ]);
  });

  it('LongAddressesEnabled', () => {
    const long = `rcpt to:<${'a'.repeat(600)}@contoso.com>`;
    expect(shell.replies(front, 'mail from:<a@b.com>', long).at(-1)).toBe('501 5.1.3 Invalid address');
    set('-LongAddressesEnabled $true');
    expect(shell.replies(front, 'mail from:<a@b.com>', long).at(-1)).toBe('250 2.1.5 Recipient OK');
  });

  it('DefaultDomain completes addresses without a domain', () => {
    expect(shell.replies(front, 'mail from:<alice>')).toEqual(['501 5.1.7 Invalid address']);
    set('-DefaultDomain contoso.com');
    expect(
      shell.replies(front, 'mail from:<alice>', 'rcpt to:<bob>', 'data', 'Subject: bare', '', '.').at(-1),
    ).toContain('Queued mail');
    shell.type('Step-SandboxClock -Minutes 1');
    expect(shell.subjects('bob')).toEqual(['bare']);
  });

  it('MaxProtocolErrors', () => {
    const wrong = ['x', 'x', 'x', 'x'];
    expect(shell.replies(front, ...wrong)).toHaveLength(4);
    set('-MaxProtocolErrors 2');
    expect(shell.replies(front, ...wrong)).toEqual([
      '500 5.3.3 Unrecognized command',
      '500 5.3.3 Unrecognized command',
      '421 4.7.0 Too many errors on this connection, closing transmission channel',
    ]);
    set('-MaxProtocolErrors Unlimited');
    expect(shell.replies(front, ...wrong, ...wrong)).toHaveLength(8);
  });

  it('TarpitInterval holds refusals of the unauthenticated', () => {
    const relaying = (): unknown => shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@elsewhere.example>');
    expect(shell.seconds(relaying)).toBe(5);
    set('-TarpitInterval 00:00:30');
    expect(shell.seconds(relaying)).toBe(30);
    set('-TarpitInterval 00:00:00');
    expect(shell.seconds(relaying)).toBe(0);
  });
});

describe('limits', () => {
  it('MaxMessageSize by SIZE= and by the message', () => {
    set('-MaxMessageSize 100KB');
    expect(shell.replies(front, 'mail from:<a@b.com> SIZE=200000')).toEqual([
      '552 5.3.4 Message size exceeds fixed maximum message size',
    ]);
    const filler = Array.from({ length: 120 }, () => 'x'.repeat(990));
    expect(
      shell
        .replies(front, 'mail from:<a@b.com>', 'rcpt to:<bob@contoso.com>', 'data', 'Subject: big', '', ...filler, '.')
        .at(-1),
    ).toBe('552 5.3.4 Message size exceeds fixed maximum message size');
  });

  it('MaxRecipientsPerMessage', () => {
    set('-MaxRecipientsPerMessage 1');
    expect(
      shell.replies(front, 'mail from:<a@b.com>', 'rcpt to:<alice@contoso.com>', 'rcpt to:<bob@contoso.com>').slice(1),
    ).toEqual(['250 2.1.5 Recipient OK', '452 4.5.3 Too many recipients']);
  });

  it('MaxHeaderSize', () => {
    set('-MaxHeaderSize 1000');
    const message = (header: string): string[] => [
      'mail from:<a@b.com>',
      'rcpt to:<bob@contoso.com>',
      'data',
      `Subject: ${header}`,
      '',
      '.',
    ];
    expect(shell.replies(front, ...message('s'.repeat(900))).at(-1)).toContain('Queued mail');
    expect(shell.replies(front, ...message('s'.repeat(1100))).at(-1)).toBe(
      '552 5.3.4 Header size exceeds fixed maximum size',
    );
  });

  it('MaxHopCount and MaxLocalHopCount', () => {
    set('-MaxHopCount 3 -MaxLocalHopCount 1');
    const message = (...hops: string[]): string =>
      shell
        .replies(
          front,
          'mail from:<a@b.com>',
          'rcpt to:<bob@contoso.com>',
          'data',
          ...hops.map((host) => `Received: from x by ${host} with SMTP; Mon, 2 Mar 2026 08:00:00 +0000`),
          '',
          '.',
        )
        .at(-1)!;
    const loop = '554 5.4.14 Hop count exceeded - possible mail loop';
    expect(message('a.example', 'b.example', 'c.example')).toContain('Queued mail');
    expect(message('a.example', 'b.example', 'c.example', 'd.example')).toBe(loop);
    expect(message('a.example', 'EX01.contoso.com')).toContain('Queued mail');
    expect(message('EX01.contoso.com', 'EX01.contoso.com')).toBe(loop);
  });

  it('MessageRateLimit and MessageRateSource', () => {
    set('-MessageRateLimit 2');
    const mails = ['mail from:<a@b.com>', 'rset', 'mail from:<a@b.com>', 'rset', 'mail from:<a@b.com>'];
    const over = '421 4.4.2 Message submission rate for this client has exceeded the configured limit';
    expect(shell.replies(front, ...mails).at(-1)).toBe(over);
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual([over]);
    shell.type('Step-SandboxClock -Minutes 1');
    expect(shell.replies(front, 'mail from:<a@b.com>')).toEqual(['250 2.1.0 Sender OK']);
    set('-MessageRateSource None');
    expect(shell.replies(front, ...mails).at(-1)).toBe('250 2.1.0 Sender OK');
  });

  it('what a setting may not be is refused', () => {
    expect(shell.error('Set-ReceiveConnector EX01\\Relay -MaxHopCount 501')).toContain('between 1 and 500');
    expect(
      shell.error('Set-ReceiveConnector EX01\\Relay -ConnectionTimeout 00:01:00 -ConnectionInactivityTimeout 00:02:00'),
    ).toContain('ConnectionInactivityTimeout');
  });

  it('reserved and single-label recipient domains can be refused', () => {
    set(
      '-AuthMechanism Tls,ExternalAuthoritative -PermissionGroups ExchangeServers -RejectSingleLabelRecipientDomains $true -RejectReservedTopLevelRecipientDomains $true -RejectReservedSecondLevelRecipientDomains $true',
    );
    expect(
      shell
        .replies(front, 'mail from:<a@b.com>', 'rcpt to:<x@intranet>', 'rcpt to:<x@y.test>', 'rcpt to:<x@example.com>')
        .slice(1),
    ).toEqual([
      '550 5.1.6 Recipient addresses in single label domains not accepted',
      '550 5.1.4 Recipient address reserved by RFC 2606',
      '550 5.1.5 Recipient address reserved by RFC 2606',
    ]);
  });
});
