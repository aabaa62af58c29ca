// What a server decides at each step of an SMTP conversation. The conversation's order and syntax are in server-session.ts;
// the simulation's own transfers put the same questions without text (client.ts).

import type { SmtpReply } from './reply.ts';

export interface MailParameters {
  /** SIZE=, 0 when not given. */
  size: number;
  /** Other parameters in upper case: `BODY=8BITMIME`, `RET=HDRS`. */
  others: readonly string[];
}

export interface RecipientParameters {
  notify: readonly string[];
  originalRecipient: string;
}

export const noMailParameters: MailParameters = { size: 0, others: [] };
export const noRecipientParameters: RecipientParameters = { notify: [], originalRecipient: '' };

/** One connection as the server sees it. `M` is what the end of data hands over. */
export interface SmtpPolicy<M> {
  /** Banner, or a refusal. */
  connect(): SmtpReply;
  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply;
  mail(from: string, parameters: MailParameters): SmtpReply;
  recipient(address: string, parameters: RecipientParameters): SmtpReply;
  /** Answer to DATA: 354 or a refusal. */
  data(): SmtpReply;
  /** Answer after the lone dot. */
  message(message: M): SmtpReply;
  reset(): void;
  /** AUTH with a mechanism and what the client answered; undefined challenge ends it. */
  authenticate(mechanism: string, user: string, password: string): SmtpReply;
  /** STARTTLS. */
  startTls(): SmtpReply;
  /** The client takes its leave. */
  quit?(): void;
  readonly maxProtocolErrors: number;
}
