// Moderated recipients (Exchange 2010 and later): mail for them goes to an arbitration mailbox and waits there until a moderator decides
// (*Moderated transport*). The arbitration mailbox is not a mailbox of the model: what it holds are the approvals here. What a decision
// brings: approval-decisions.ts.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import type { Message } from '../mail/message.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { defaultDomain } from '../notifications/dsn.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { type Approval, allApproved } from './approval.ts';
import { refuseWithoutModerators } from './approval-decisions.ts';
import { isMemberOf, isNamed } from './membership.ts';
import type { ModeratedRecipient } from './resolver.ts';

/** Life of an approval: the shipped retention of moderated mail in the arbitration mailbox (the 2013 page says five days). */
const expiryMs = 172_800_000;

/** Name of the arbitration mailbox that Setup makes, the same in every organisation. */
const arbitrationName = 'SystemMailbox{1f05a927-3be2-4fb9-aa03-b59fe3b56f4c}';

/** Where requests for a recipient come from, and where moderators answer to. */
function arbitrationAddress(simulation: Simulation, properties: Record<string, unknown>): string {
  const own = properties.ArbitrationMailbox;
  const mailbox = typeof own === 'string' && own !== '' ? simulation.directory.findRecipient(own) : undefined;
  return mailbox === undefined
    ? `${arbitrationName}@${defaultDomain(simulation)}`
    : (mailbox.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress;
}

const lists = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** Whether mail of this sender to this recipient needs a moderator's word. */
export function needsApproval(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  object: ConfigObject,
): boolean {
  const properties = object.properties as Record<string, unknown>;
  if (properties.ModerationEnabled !== true || (machine.version ?? 0) < 2010) return false;
  if (message.returnPath === '' || message.content.kind !== 'Message') return false;
  const { approvals } = message.special;
  if (approvals?.includes(object.guid) || approvals?.includes(allApproved)) return false;
  if (!message.authenticated) return true;
  const sender = simulation.directory.recipientByAddress(message.returnPath);
  if (sender === undefined) return true;
  // Moderators and owners are trusted, and whom the recipient exempts.
  const trusted = [...lists(properties.ModeratedBy), ...lists(properties.ManagedBy)];
  const exempt = lists(properties.BypassModerationFromSendersOrMembers);
  return !(
    isNamed(trusted, sender) ||
    isNamed(exempt, sender) ||
    exempt.some((group) => isMemberOf(simulation.directory, sender, group))
  );
}

/** Addresses of those who decide: ModeratedBy, of a group without them its owners. */
function moderatorsOf(simulation: Simulation, object: ConfigObject): string[] {
  const properties = object.properties as Record<string, unknown>;
  const named = lists(properties.ModeratedBy);
  return (named.length > 0 ? named : lists(properties.ManagedBy)).flatMap((name) => {
    const moderator = simulation.directory.findRecipient(name);
    return moderator === undefined ? [] : [(moderator.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress];
  });
}

/** Puts the mail for moderated recipients aside and asks their moderators. */
export function holdForApproval(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  moderated: readonly ModeratedRecipient[],
): void {
  for (const { recipient, object } of moderated)
    hold(simulation, service, machine, message, recipient, {
      guid: object.guid,
      moderators: moderatorsOf(simulation, object),
      arbitration: arbitrationAddress(simulation, object.properties),
    });
}

/** The same by a transport rule, which names the moderators. */
export function holdForRule(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: readonly Recipient[],
  rule: { guid: string; moderators: readonly string[] },
): void {
  const moderators = rule.moderators.flatMap((name) => {
    const moderator = simulation.directory.findRecipient(name);
    return moderator === undefined ? [] : [(moderator.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress];
  });
  const arbitration = arbitrationAddress(simulation, {});
  for (const recipient of recipients)
    hold(simulation, service, machine, message, recipient, { guid: rule.guid, moderators, arbitration });
}

interface Moderation {
  /** What is moderated: the recipient's object, or a rule. */
  guid: string;
  moderators: string[];
  arbitration: string;
}

function hold(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipient: Recipient,
  { guid, moderators, arbitration }: Moderation,
): void {
  recipient.state = 'done';
  const approval: Approval = {
    id: simulation.kernel.nextId('approval'),
    content: message.content,
    returnPath: message.returnPath,
    authenticated: message.authenticated,
    hops: message.hops,
    entered: message.entered,
    guid,
    address: recipient.address,
    notify: recipient.notify,
    approvals: [...(message.special.approvals ?? [])],
    arbitration,
    moderators,
    bounced: [],
    request: requestContent(simulation, machine, message, arbitration, moderators, recipient.address),
    created: simulation.now,
  };
  track(simulation, machine, message, {
    file: 'MSGTRKMA',
    source: 'APPROVAL',
    eventId: 'INITMESSAGECREATED',
    serverHostname: machine.name,
    recipients: [arbitration],
    relatedRecipientAddress: recipient.address,
    reference: approval.request.messageId,
  });
  const reason = moderators.length === 0 ? 'nobody moderates it' : `moderated by ${moderators.join(', ')}`;
  const addresses = [recipient.address];
  simulation.trace.record(
    simulation.now,
    machine,
    'Categorizer',
    message.content,
    addresses,
    'Held for approval',
    reason,
  );
  if (moderators.length === 0) {
    refuseWithoutModerators(simulation, service, machine, approval);
    return;
  }
  simulation.approvals.set(approval.id, approval);
  simulation.kernel.after(expiryMs, 'approval.expire', approval.id);
  ask(simulation, service, machine, approval);
}

/** What the moderator reads. Outlook would show buttons; here the answer is a mail, and the text says which. */
function requestContent(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  arbitration: string,
  moderators: readonly string[],
  recipient: string,
): Content {
  const { content } = message;
  const subject = `Approval Requested: ${content.subject}`;
  const body = [
    `The message below was sent to ${recipient} and waits for your approval.`,
    '',
    'To decide, answer to the sender of this request with one of these subjects (the text of a rejection is passed on to the sender):',
    `    Approve: ${subject}`,
    `    Reject: ${subject}`,
    `For example: Send-SandboxMessage <you> '${arbitration}' -Subject 'Approve: ${subject}'`,
    '',
    `From: ${content.from}`,
    `To: ${content.to.join('; ')}`,
    `Subject: ${content.subject}`,
    '',
    content.body,
  ];
  return new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    arbitration,
    [...moderators],
    [],
    subject,
    body.join('\n'),
    content.size + 4096,
    content.priority,
    simulation.now,
    'ModerationRequest',
    undefined,
  );
}

function ask(simulation: Simulation, service: TransportService, machine: Machine, approval: Approval): void {
  const request = makeMessage(simulation, service, {
    content: approval.request,
    machine,
    returnPath: approval.arbitration,
    sourceName: 'Approval',
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  request.rulesDone = true;
  request.recipients = approval.moderators.map((address) => new Recipient(address, address, ''));
  track(simulation, machine, request, {
    source: 'APPROVAL',
    eventId: 'RECEIVE',
    serverHostname: machine.name,
    recipients: [...approval.moderators],
    reference: approval.content.messageId,
  });
  submit(simulation, service, request);
}

/** True for the address of an arbitration mailbox that mail can be answered to. */
export function isArbitration(simulation: Simulation, address: string): boolean {
  const key = address.toLowerCase();
  if (key.startsWith(`${arbitrationName.toLowerCase()}@`)) return true;
  for (const approval of simulation.approvals.values()) if (approval.arbitration.toLowerCase() === key) return true;
  return false;
}
