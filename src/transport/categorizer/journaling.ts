// Journaling: a report with the envelope and the mail itself goes to a journal mailbox, by journal rules (premium journaling) and by the
// databases of sender and recipients (standard journaling). Source: *Journaling in Exchange*, *Journal reports*.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { type Message, Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { defaultDomain, isInternalDomain } from '../notifications/dsn.ts';
import { mime } from '../notifications/render.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { isMemberOf } from './membership.ts';

/** Sends the reports that a mail to these recipients needs. */
export function journal(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: readonly Recipient[],
): void {
  if (machine.isEdge || machine.version === 2003) return;
  const { directory } = simulation;
  const rules = directory.sorted('journalRule');
  const journaled = directory.sorted('database').filter(({ properties }) => properties.JournalRecipient);
  if ((rules.length === 0 && journaled.length === 0) || recipients.length === 0) return;
  const { kind } = message.content;
  if (kind !== 'Message' && kind !== 'ModerationRequest') return;
  const addresses = new Set<string>();
  for (const { properties } of rules)
    if (properties.Enabled && isInScope(simulation, message, recipients, properties.Scope))
      if (concerns(simulation, message, recipients, properties.Recipient))
        addresses.add(addressOf(simulation, properties.JournalEmailAddress));
  for (const { name, properties } of journaled)
    if (touches(simulation, message, recipients, name))
      addresses.add(addressOf(simulation, properties.JournalRecipient ?? ''));
  for (const address of addresses) report(simulation, service, machine, message, recipients, address);
}

function addressOf(simulation: Simulation, name: string): string {
  const object = simulation.directory.findRecipient(name);
  return (object?.properties as { PrimarySmtpAddress?: string } | undefined)?.PrimarySmtpAddress ?? name;
}

const isInside = (simulation: Simulation, recipient: Recipient): boolean =>
  isInternalDomain(simulation, domainOf(recipient.address));

function isInScope(
  simulation: Simulation,
  message: Message,
  recipients: readonly Recipient[],
  scope: ConfigObject<'journalRule'>['properties']['Scope'],
): boolean {
  if (scope === 'Internal') return message.authenticated && recipients.some((each) => isInside(simulation, each));
  if (scope === 'External') return !message.authenticated || recipients.some((each) => !isInside(simulation, each));
  return true;
}

/** Mail of or for the rule's recipient, which may be a group; a rule without one is about all. */
function concerns(
  simulation: Simulation,
  message: Message,
  recipients: readonly Recipient[],
  wanted: string | null,
): boolean {
  if (wanted === null || wanted === '') return true;
  const { directory } = simulation;
  const target = directory.findRecipient(wanted);
  return [message.returnPath, ...recipients.flatMap(({ address, related }) => [address, related])].some((address) => {
    if (address.toLowerCase() === wanted.toLowerCase()) return true;
    const object = directory.recipientByAddress(address);
    return object !== undefined && (object.guid === target?.guid || isMemberOf(directory, object, wanted));
  });
}

/** Sender or a recipient has a mailbox in the database. */
function touches(
  simulation: Simulation,
  message: Message,
  recipients: readonly Recipient[],
  database: string,
): boolean {
  return [message.returnPath, ...recipients.map(({ address }) => address)].some((address) => {
    const object = simulation.directory.recipientByAddress(address);
    return (
      object?.class === 'mailbox' &&
      (object as ConfigObject<'mailbox'>).properties.Database?.toLowerCase() === database.toLowerCase()
    );
  });
}

/** `To: bob@contoso.com, Expanded: sales@contoso.com`. */
function recipientLine(simulation: Simulation, message: Message, recipient: Recipient): string {
  const { content } = message;
  const { address, original, related } = recipient;
  const names = [address, original, related].map((each) => each.toLowerCase());
  const stands = (list: readonly string[]): boolean => list.some((each) => names.includes(each.toLowerCase()));
  const field = !message.authenticated ? 'Recipient' : stands(content.to) ? 'To' : stands(content.cc) ? 'Cc' : 'Bcc';
  if (related === '') return `${field}: ${address}`;
  const group = simulation.directory.recipientByAddress(related)?.class.endsWith('istributionGroup') === true;
  return `${field}: ${address}, ${group ? 'Expanded' : 'Forwarded'}: ${related}`;
}

function report(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: readonly Recipient[],
  address: string,
): void {
  const { content } = message;
  const lines = [
    `Sender: ${content.from}`,
    `Subject: ${content.subject}`,
    `Message-Id: ${content.messageId}`,
    ...recipients.map((recipient) => recipientLine(simulation, message, recipient)),
  ];
  const plain = new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${defaultDomain(simulation)}`,
    [address],
    [],
    content.subject,
    lines.join('\n'),
    content.size + 1024,
    'Normal',
    simulation.now,
    'JournalReport',
    undefined,
  );
  const attachment = { name: 'Original message.eml', type: 'message/rfc822', text: mime(content, message.hops) };
  const copy = makeMessage(simulation, service, {
    content: plain.amended(plain.id, {}, { headers: [['X-MS-Journal-Report', '']], attachments: [attachment] }),
    machine,
    returnPath: ndrAddress(simulation),
    sourceName: 'Journaling',
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  copy.addRecipient(new Recipient(address, address, ''));
  copy.rulesDone = true;
  track(simulation, machine, copy, {
    source: 'AGENT',
    eventId: 'RECEIVE',
    sourceContext: 'Journaling',
    recipients: [address],
    reference: content.messageId,
  });
  submit(simulation, service, copy);
}

/** JournalingReportNdrTo: who gets reports that can't be delivered; `<>` nobody. */
function ndrAddress(simulation: Simulation): string {
  const to = simulation.transportConfig.JournalingReportNdrTo;
  return to === null || to === '' || to === '<>' ? '' : addressOf(simulation, to);
}
