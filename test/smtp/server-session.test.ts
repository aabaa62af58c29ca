// The SMTP conversation: order and syntax of commands, as Exchange answers them (facts 8.2).

import { beforeEach, describe, expect, it } from 'vitest';
import type { SmtpPolicy } from '../../src/smtp/policy.ts';
import { replies, reply, replyText, wireLines } from '../../src/smtp/reply.ts';
import { type ReceivedText, SmtpServerSession } from '../../src/smtp/server-session.ts';

let taken: ReceivedText[];
let session: SmtpServerSession;

const policy = (): SmtpPolicy<ReceivedText> => ({
  maxProtocolErrors: 3,
  connect: () => reply(220, '', 'ready'),
  hello: (verb) => reply(250, '', verb === 'EHLO' ? ['hello', 'SIZE', 'DSN'] : 'hello'),
  mail: () => replies.senderOk,
  recipient: (address) => (address.startsWith('no') ? reply(550, '5.1.1', 'User unknown') : replies.recipientOk),
  data: () => replies.startInput,
  message: (text) => {
    taken.push(text);
    return reply(250, '2.6.0', 'Queued mail for delivery');
  },
  reset: () => {},
  authenticate: (_mechanism, user, password) =>
    user === 'alice' && password === 'secret' ? replies.authenticated : replies.notAuthenticated,
  startTls: () => replies.tlsReady,
});

beforeEach(() => {
  taken = [];
  session = new SmtpServerSession(policy());
  session.open();
});

const say = (...lines: string[]): string[] =>
  lines.flatMap((line) => {
    const answer = session.line(line);
    return answer === undefined ? [] : [replyText(answer)];
  });

describe('the conversation', () => {
  it('takes a message from hello to the lone dot, unstuffing dots', () => {
    expect(
      say(
        'EHLO a.com',
        'MAIL FROM:<a@a.com> SIZE=100',
        'RCPT TO:<b@b.com>',
        'DATA',
        'Subject: x',
        '',
        '..dot',
        '.',
        'QUIT',
      ),
    ).toEqual([
      '250 hello',
      '250 2.1.0 Sender OK',
      '250 2.1.5 Recipient OK',
      '354 Start mail input; end with <CRLF>.<CRLF>',
      '250 2.6.0 Queued mail for delivery',
      '221 2.0.0 Service closing transmission channel',
    ]);
    expect(taken).toEqual([{ lines: ['Subject: x', '', '.dot'] }]);
    expect(session.state.closed).toBe(true);
  });

  it.each([
    [['MAIL FROM:<a@a.com>'], '503 5.5.2 Send hello first'],
    [['HELO a', 'RCPT TO:<b@b.com>'], '503 5.5.2 Need mail command'],
    [['HELO a', 'MAIL FROM:<a@a.com>', 'DATA'], '503 5.5.2 Need rcpt command'],
    [['HELO a', 'MAIL FROM:<a@a.com>', 'MAIL FROM:<a@a.com>'], '503 5.5.2 Sender already specified'],
    [['HELO a', 'MAIL FROM:<a b>'], '501 5.1.7 Invalid address'],
    [['HELO a', 'MAIL FROM:<>', 'RCPT TO:<nobody>'], '501 5.1.3 Invalid address'],
    [['HELO a', 'MAIL FROM:<a@a.com> SIZE=x'], '501 5.5.4 Invalid arguments'],
    [['HELO a_b!'], '501 5.5.4 Invalid domain name'],
    [['FROBNICATE'], '500 5.3.3 Unrecognized command'],
    [['EXPN x'], '502 5.3.3 Command not implemented'],
    [['HELO a', 'MAIL FROM:<a@a.com>', 'RCPT TO:<no@b.com>', 'DATA'], '503 5.5.2 Need rcpt command'],
  ])('%j ends with %s', (lines, last) => {
    expect(say(...lines).at(-1)).toBe(last);
  });

  it('closes after too many protocol errors', () => {
    expect(say('X', 'X', 'X', 'X').at(-1)).toBe(
      '421 4.7.0 Too many errors on this connection, closing transmission channel',
    );
    expect(session.line('NOOP')).toBeUndefined();
  });

  it('authenticates by LOGIN', () => {
    expect(say('EHLO a', 'AUTH LOGIN', 'YWxpY2U=', 'c2VjcmV0')).toEqual([
      '250 hello',
      '334 VXNlcm5hbWU6',
      '334 UGFzc3dvcmQ6',
      '235 2.7.0 Authentication successful',
    ]);
    expect(say('AUTH LOGIN', 'YWxpY2U=', 'eA==').at(-1)).toBe('535 5.7.3 Authentication unsuccessful');
    expect(say('AUTH CRAM-MD5')).toEqual(['504 5.7.4 Unrecognized authentication type']);
  });

  it('writes replies of several lines with hyphens', () => {
    expect(wireLines(session.line('EHLO a')!)).toEqual(['250-hello', '250-SIZE', '250 DSN']);
  });
});
