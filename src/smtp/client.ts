// The client side: one message over an open connection, as the questions that the server's policy answers.

import {
  type MailParameters,
  noMailParameters,
  noRecipientParameters,
  type RecipientParameters,
  type SmtpPolicy,
} from './policy.ts';
import { isPositive, replies, type SmtpReply } from './reply.ts';

export interface OutgoingRecipient {
  readonly address: string;
  readonly parameters?: RecipientParameters;
}

export interface TransactionResult {
  /** Where it ended: `mail`, `recipients` (none accepted), `data`, `end`; `done` when the message was taken for at least one. */
  stage: 'mail' | 'recipients' | 'data' | 'end' | 'done';
  /** The reply that decided. */
  reply: SmtpReply;
  /** One a recipient, in order; empty when MAIL failed. */
  recipientReplies: SmtpReply[];
  waitMs: number;
}

/** MAIL, RCPT for each, DATA, message. The caller opened the connection and said hello. */
export function transact<M>(
  policy: SmtpPolicy<M>,
  from: string,
  recipients: readonly OutgoingRecipient[],
  message: M,
  size: number,
): TransactionResult {
  const parameters: MailParameters = size > 0 ? { size, others: noMailParameters.others } : noMailParameters;
  const mail = policy.mail(from, parameters);
  let waitMs = mail.waitMs;
  if (!isPositive(mail)) {
    policy.reset();
    return { stage: 'mail', reply: mail, recipientReplies: [], waitMs };
  }
  const recipientReplies: SmtpReply[] = [];
  let accepted = 0;
  let refusal: SmtpReply = replies.needRecipient;
  for (const recipient of recipients) {
    const answer = policy.recipient(recipient.address, recipient.parameters ?? noRecipientParameters);
    waitMs += answer.waitMs;
    recipientReplies.push(answer);
    if (isPositive(answer)) accepted += 1;
    else refusal = answer;
    if (answer.close) break;
  }
  if (accepted === 0) {
    policy.reset();
    return { stage: 'recipients', reply: refusal, recipientReplies, waitMs };
  }
  const data = policy.data();
  waitMs += data.waitMs;
  if (!isPositive(data)) {
    policy.reset();
    return { stage: 'data', reply: data, recipientReplies, waitMs };
  }
  const end = policy.message(message);
  waitMs += end.waitMs;
  return { stage: isPositive(end) ? 'done' : 'end', reply: end, recipientReplies, waitMs };
}
