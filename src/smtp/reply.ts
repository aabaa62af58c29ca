// SMTP replies: code, enhanced status code, text lines; their form on the wire and in logs.

export interface SmtpReply {
  readonly code: number;
  /** `2.1.0`, or empty. */
  readonly enhanced: string;
  /** At least one line. */
  readonly lines: readonly string[];
  /** Virtual time that passes before the reply (slow host, tarpit). */
  readonly waitMs: number;
  /** The server closes the connection after it. */
  readonly close: boolean;
}

export function reply(
  code: number,
  enhanced: string,
  text: string | readonly string[],
  options: { waitMs?: number; close?: boolean } = {},
): SmtpReply {
  return {
    code,
    enhanced,
    lines: typeof text === 'string' ? [text] : text,
    waitMs: options.waitMs ?? 0,
    close: options.close ?? code === 421,
  };
}

export const isPositive = (answer: SmtpReply): boolean => answer.code < 400;
export const isTransient = (answer: SmtpReply): boolean => answer.code >= 400 && answer.code < 500;
export const isPermanent = (answer: SmtpReply): boolean => answer.code >= 500;

/** As one text, the way it stands in last errors and logs: `451 4.4.0 DNS query failed`. */
export function replyText(answer: SmtpReply): string {
  const [first = ''] = answer.lines;
  return answer.enhanced === '' ? `${answer.code} ${first}` : `${answer.code} ${answer.enhanced} ${first}`;
}

/** Lines as sent, without line ends. */
export function wireLines(answer: SmtpReply): string[] {
  const last = answer.lines.length - 1;
  return answer.lines.map((line, index) => {
    const text = answer.enhanced === '' ? line : `${answer.enhanced} ${line}`;
    return `${answer.code}${index === last ? ' ' : '-'}${text}`;
  });
}

/** A reply read from text such as `550 5.7.1 Blocked`; undefined when it does not begin with a code. */
export function parseReply(text: string, waitMs = 0): SmtpReply | undefined {
  const match = /^([2-5]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?(.*)$/s.exec(text);
  if (match === null) return undefined;
  return reply(Number(match[1]), match[2] ?? '', match[3] ?? '', { waitMs });
}

/** The same reply, later. */
export function delayed(answer: SmtpReply, waitMs: number): SmtpReply {
  return waitMs === 0 ? answer : { ...answer, waitMs: answer.waitMs + waitMs };
}

// Replies that every server of the family gives in the same words (facts 8.2).
export const replies = {
  senderOk: reply(250, '2.1.0', 'Sender OK'),
  recipientOk: reply(250, '2.1.5', 'Recipient OK'),
  startInput: reply(354, '', 'Start mail input; end with <CRLF>.<CRLF>'),
  resetting: reply(250, '2.0.0', 'Resetting'),
  ok: reply(250, '2.0.0', 'OK'),
  closing: reply(221, '2.0.0', 'Service closing transmission channel', { close: true }),
  cannotVerify: reply(252, '2.1.5', 'Cannot VRFY user'),
  notImplemented: reply(502, '5.3.3', 'Command not implemented'),
  unrecognized: reply(500, '5.3.3', 'Unrecognized command'),
  helloFirst: reply(503, '5.5.2', 'Send hello first'),
  senderSpecified: reply(503, '5.5.2', 'Sender already specified'),
  needMail: reply(503, '5.5.2', 'Need mail command'),
  needRecipient: reply(503, '5.5.2', 'Need rcpt command'),
  invalidArguments: reply(501, '5.5.4', 'Invalid arguments'),
  invalidDomain: reply(501, '5.5.4', 'Invalid domain name'),
  invalidSender: reply(501, '5.1.7', 'Invalid address'),
  invalidRecipient: reply(501, '5.1.3', 'Invalid address'),
  tooManyErrors: reply(421, '4.7.0', 'Too many errors on this connection, closing transmission channel'),
  tooManyRecipients: reply(452, '4.5.3', 'Too many recipients'),
  tooLarge: reply(552, '5.3.4', 'Message size exceeds fixed maximum message size'),
  headerTooLarge: reply(552, '5.3.4', 'Header size exceeds fixed maximum size'),
  hopCount: reply(554, '5.4.6', 'Hop count exceeded - possible mail loop'),
  timedOut: reply(421, '4.4.1', 'Connection timed out', { close: true }),
  noResources: reply(452, '4.3.1', 'Insufficient system resources'),
  help: reply(214, '', [
    'This server supports the following commands:',
    'HELO EHLO STARTTLS RCPT DATA RSET MAIL QUIT HELP AUTH BDAT',
  ]),
  chunkReceived: reply(250, '2.6.0', 'CHUNK received OK'),
  tlsReady: reply(220, '2.0.0', 'SMTP server ready'),
  authenticated: reply(235, '2.7.0', 'Authentication successful'),
  notAuthenticated: reply(535, '5.7.3', 'Authentication unsuccessful'),
  unknownAuthentication: reply(504, '5.7.4', 'Unrecognized authentication type'),
} as const;
