// Transport rules and journal rules, as far as they change what becomes of a message: reject, delete, redirect, copy, subject.
// Run once, on the first Hub that categorizes a message.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { type Message, notifyNever, Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { isInternalDomain } from '../notifications/dsn.ts';
import { failRecipients } from '../notifications/failures.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';

/** Runs the rules; false when no recipient is left. */
export function applyRules(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: Recipient[],
): boolean {
  if (message.returnPath === '' || machine.isEdge || machine.version === 2003) return true;
  const rules = simulation.directory
    .sorted('transportRule')
    .filter(({ properties }) => properties.State === 'Enabled' && worksOnRules(service));
  for (const rule of [...rules].sort((left, right) => left.properties.Priority - right.properties.Priority)) {
    if (!matches(simulation, message, recipients, (rule.properties.Conditions ?? {}) as JsonObject, true)) continue;
    if (matches(simulation, message, recipients, (rule.properties.Exceptions ?? {}) as JsonObject, false)) continue;
    if (!act(simulation, service, machine, message, recipients, rule)) return false;
  }
  journal(simulation, service, machine, message);
  return true;
}

/** The Transport Rule agent was enabled when the service started. */
const worksOnRules = ({ settings }: TransportService): boolean =>
  settings.agents?.some(([, kind]) => kind === 'TransportRule') ?? true;

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)];

/** All conditions must hold (`whenEmpty`: without any, they do); any exception suffices. */
function matches(
  simulation: Simulation,
  message: Message,
  recipients: readonly Recipient[],
  conditions: JsonObject,
  whenEmpty: boolean,
): boolean {
  const entries = Object.entries(conditions).filter(([, value]) => value !== null && value !== undefined);
  if (entries.length === 0) return whenEmpty;
  const holds = ([name, value]: [string, unknown]): boolean =>
    condition(simulation, message, recipients, name.replace(/^ExceptIf/, ''), value);
  return whenEmpty ? entries.every(holds) : entries.some(holds);
}

function condition(
  simulation: Simulation,
  message: Message,
  recipients: readonly Recipient[],
  name: string,
  value: unknown,
): boolean {
  const { content } = message;
  const contains = (text: string): boolean =>
    list(value).some((word) => text.toLowerCase().includes(word.toLowerCase()));
  switch (name) {
    case 'From':
      return list(value).some(
        (entry) =>
          simulation.directory.findRecipient(entry) === simulation.directory.recipientByAddress(message.returnPath) ||
          entry.toLowerCase() === message.returnPath.toLowerCase(),
      );
    case 'SentTo':
      return list(value).some((entry) =>
        recipients.some(
          (recipient) =>
            recipient.address.toLowerCase() === entry.toLowerCase() ||
            simulation.directory.findRecipient(entry) ===
              (simulation.directory.recipientByAddress(recipient.address) ?? null),
        ),
      );
    case 'SubjectContainsWords':
      return contains(content.subject);
    case 'SubjectOrBodyContainsWords':
      return contains(content.subject) || contains(content.body);
    case 'SenderDomainIs':
      return list(value).some((domain) => domain.toLowerCase() === domainOf(message.returnPath));
    case 'RecipientDomainIs':
      return recipients.some((recipient) =>
        list(value).some((domain) => domain.toLowerCase() === domainOf(recipient.address)),
      );
    case 'FromScope':
      return (value === 'InOrganization') === message.authenticated;
    case 'SentToScope':
      return recipients.some(
        (recipient) => (value === 'InOrganization') === isInternalDomain(simulation, domainOf(recipient.address)),
      );
    case 'MessageSizeOver':
      return content.size > Number(value);
    default:
      return true;
  }
}

function act(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: Recipient[],
  rule: ConfigObject<'transportRule'>,
): boolean {
  const actions = (rule.properties.Actions ?? {}) as JsonObject;
  simulation.trace.record(
    simulation.now,
    machine,
    'TransportRules',
    message.content,
    recipients.map((recipient) => recipient.address),
    `Rule '${rule.name}' applies`,
    Object.keys(actions).join(', '),
  );
  const reject = actions.RejectMessageReasonText ?? actions.RejectMessageEnhancedStatusCode;
  if (reject !== undefined && reject !== null) {
    const code = String(actions.RejectMessageEnhancedStatusCode ?? '5.7.1');
    failRecipients(
      simulation,
      service,
      message,
      recipients,
      `550 ${code} TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy`,
      'AGENT',
    );
    return false;
  }
  if (actions.DeleteMessage === true) {
    track(simulation, machine, message, {
      source: 'AGENT',
      eventId: 'FAIL',
      sourceContext: 'Transport Rule Agent',
      recipients: recipients.map((recipient) => recipient.address),
    });
    for (const recipient of recipients) recipient.state = 'done';
    return false;
  }
  const redirect = list(actions.RedirectMessageTo);
  if (redirect.length > 0) {
    for (const recipient of recipients) recipient.state = 'done';
    addRecipients(simulation, machine, message, redirect, 'REDIRECT');
  }
  addRecipients(
    simulation,
    machine,
    message,
    [...list(actions.BlindCopyTo), ...list(actions.CopyTo), ...list(actions.AddToRecipients)],
    'RECEIVE',
  );
  return true;
}

function addRecipients(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  names: readonly string[],
  eventId: string,
): void {
  for (const name of names) {
    const address =
      (simulation.directory.findRecipient(name)?.properties as { PrimarySmtpAddress?: string } | undefined)
        ?.PrimarySmtpAddress ?? name;
    if (
      message.recipients.some(
        (recipient) => recipient.state !== 'done' && recipient.address.toLowerCase() === address.toLowerCase(),
      )
    )
      continue;
    const recipient = new Recipient(address, address, '');
    recipient.notify = notifyNever;
    message.addRecipient(recipient);
    track(simulation, machine, message, {
      source: 'AGENT',
      eventId,
      recipients: [address],
      sourceContext: 'Transport Rule Agent',
    });
  }
}

/** Journal reports: a mail of its own to the journal mailbox for each rule that fits. */
function journal(simulation: Simulation, service: TransportService, machine: Machine, message: Message): void {
  if (message.content.kind !== 'Message') return;
  for (const { properties } of simulation.directory.sorted('journalRule')) {
    if (!properties.Enabled || !journalFits(simulation, message, properties)) continue;
    const { content } = message;
    const lines = [
      `Sender: ${content.from}`,
      `Subject: ${content.subject}`,
      `Message-Id: ${content.messageId}`,
      ...message.recipients.map((recipient) => `To: ${recipient.address}`),
    ];
    const report = new Content(
      simulation.newContentId(),
      '',
      machine.fqdn,
      message.returnPath,
      [properties.JournalEmailAddress],
      [],
      content.subject,
      lines.join('\n'),
      content.size + 1024,
      'Normal',
      simulation.now,
      'JournalReport',
      undefined,
    );
    const copy = makeMessage(simulation, service, {
      content: report,
      machine,
      returnPath: '',
      sourceName: 'Journaling',
      sourceIp: machine.address,
      authenticated: true,
      hops: undefined,
      entered: simulation.now,
    });
    copy.addRecipient(new Recipient(properties.JournalEmailAddress, properties.JournalEmailAddress, ''));
    copy.rulesDone = true;
    track(simulation, machine, copy, {
      source: 'AGENT',
      eventId: 'RECEIVE',
      sourceContext: 'Journaling',
      recipients: [properties.JournalEmailAddress],
      reference: content.messageId,
    });
    submit(simulation, service, copy);
  }
}

function journalFits(
  simulation: Simulation,
  message: Message,
  properties: ConfigObject<'journalRule'>['properties'],
): boolean {
  const outside =
    !message.authenticated ||
    message.recipients.some((recipient) => !isInternalDomain(simulation, domainOf(recipient.address)));
  if (properties.Scope === 'Internal' && outside) return false;
  if (properties.Scope === 'External' && !outside) return false;
  if (properties.Recipient === null || properties.Recipient === '') return true;
  const key = properties.Recipient.toLowerCase();
  return (
    message.returnPath.toLowerCase() === key ||
    message.recipients.some((recipient) => recipient.address.toLowerCase() === key)
  );
}
