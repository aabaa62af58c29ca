// What rules do with recipients: add, redirect, reject, delete, quarantine, hold for a moderator; and the copy of a mail for those
// recipients alone that a rule is about.

import { notifyNever, Recipient } from '../../mail/message.ts';
import { makeMessage } from '../../mail/registry.ts';
import { track } from '../../mail/tracking.ts';
import { failEach } from '../../notifications/failures.ts';
import { RuleMail } from './rule-mail.ts';

export const agentName = 'Transport Rule Agent';

/** Address of a recipient that a rule names; an address outside stands for itself. */
export function addressFor(mail: RuleMail, name: string): string {
  const object = mail.simulation.directory.findRecipient(name);
  return (
    (object?.properties as { PrimarySmtpAddress?: string } | undefined)?.PrimarySmtpAddress ??
    name.replace(/^smtp:/i, '')
  );
}

/** Adds recipients that the mail does not have yet; gives their addresses. */
export function addRecipients(mail: RuleMail, names: readonly string[], eventId: string, related = ''): string[] {
  const { message, simulation, machine } = mail;
  const added: string[] = [];
  for (const name of names) {
    const address = addressFor(mail, name);
    const key = address.toLowerCase();
    if (mail.recipients.some((recipient) => recipient.state !== 'done' && recipient.address.toLowerCase() === key))
      continue;
    const recipient = new Recipient(address, address, related);
    recipient.notify = notifyNever;
    message.addRecipient(recipient);
    mail.recipients = [...mail.recipients, recipient];
    added.push(address);
  }
  if (added.length > 0)
    track(simulation, machine, message, {
      source: 'AGENT',
      eventId,
      recipients: added,
      sourceContext: agentName,
      relatedRecipientAddress: related,
    });
  return added;
}

/** The recipients get the mail no more, and nobody is told. */
export function dropRecipients(mail: RuleMail, recipients: readonly Recipient[], eventId: 'FAIL' | 'DROP'): void {
  track(mail.simulation, mail.machine, mail.message, {
    source: 'AGENT',
    eventId,
    sourceContext: agentName,
    recipients: recipients.map(({ address }) => address),
  });
  endRecipients(mail, recipients);
}

export function endRecipients(mail: RuleMail, recipients: readonly Recipient[]): void {
  for (const recipient of recipients) recipient.state = 'done';
  mail.recipients = mail.recipients.filter((recipient) => recipient.state !== 'done');
}

/** The recipients' mail comes back to the sender with a text of the rule's. */
export function rejectRecipients(
  mail: RuleMail,
  recipients: readonly Recipient[],
  error: string,
  text: string | undefined,
): void {
  failEach(
    mail.simulation,
    mail.service,
    mail.message,
    recipients.map((recipient) => ({ recipient, error, ...(text === undefined ? {} : { text }) })),
    'AGENT',
  );
  mail.recipients = mail.recipients.filter((recipient) => recipient.state !== 'done');
}

/** A copy of the mail for some of its recipients, who leave the original: what a rule does to the copy, the others never see. */
export function fork(mail: RuleMail, recipients: readonly Recipient[]): RuleMail {
  const { simulation, service, machine, message } = mail;
  const { sourceName, sourceIp, authenticated, receiveConnector, scl } = message.origin;
  const copy = makeMessage(simulation, service, {
    content: message.content,
    machine,
    returnPath: message.returnPath,
    sourceName,
    sourceIp,
    authenticated,
    receiveConnector,
    scl,
    hops: message.hops,
    entered: message.entered,
  });
  const going = new Set(recipients);
  copy.recipients = [...recipients];
  message.recipients = message.recipients.filter((recipient) => !going.has(recipient));
  mail.recipients = mail.recipients.filter((recipient) => !going.has(recipient));
  track(simulation, machine, copy, {
    source: 'ROUTING',
    eventId: 'TRANSFER',
    recipients: recipients.map(({ address }) => address),
    reference: String(message.id),
    sourceContext: agentName,
  });
  return new RuleMail(simulation, service, machine, copy, [...recipients]);
}
