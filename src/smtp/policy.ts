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
  readonly maxProtocolErrors: number | 'Unlimited';
  /** What the server's settings say about the conversation itself; without it everything is on. */
  readonly rules?: ConversationRules;
}

/** Settings that decide about order and form of a conversation rather than about mail. */
export interface ConversationRules {
  /** Keyword of EHLO that is offered now: parameters of extensions that are not are refused. */
  offers(keyword: string): boolean;
  /** ENHANCEDSTATUSCODES: without it replies carry no enhanced code. */
  readonly enhancedStatusCodes: boolean;
  /** Addresses of up to 1860 octets instead of 571. */
  readonly longAddresses: boolean;
  /** Domain for addresses without one, or empty. */
  readonly defaultDomain: string;
  /** How long a refusal is held back. */
  tarpitMs(refusal: SmtpReply): number;
  /** That many failed logons end the session. */
  tooManyLogons(failures: number): boolean;
  /** The answer to a client that was silent, or connected, for too long at an instant. */
  timedOut(openedAt: number, lastAt: number): SmtpReply | undefined;
}
