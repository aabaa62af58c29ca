// Mail that rules send themselves: incident reports, notes to sender and recipients.

import { Content, type ContentKind } from '../../mail/content.ts';
import { Recipient } from '../../mail/message.ts';
import { makeMessage, submit } from '../../mail/registry.ts';
import { track } from '../../mail/tracking.ts';
import { defaultDomain } from '../../notifications/dsn.ts';
import { mime } from '../../notifications/render.ts';
import { type Rule, type RuleMail, texts } from './rule-mail.ts';

interface Note {
  to: readonly string[];
  subject: string;
  body: string;
  kind: ContentKind;
  attachOriginal?: boolean;
}

/** A mail from the system, on the way at once; rules don't look at it. */
export function sendNote(mail: RuleMail, note: Note): void {
  const { simulation, machine, service } = mail;
  const from = `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${defaultDomain(simulation)}`;
  const plain = new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    from,
    [...note.to],
    [],
    note.subject,
    note.body,
    note.body.length + 2048 + (note.attachOriginal ? mail.content.size : 0),
    'Normal',
    simulation.now,
    note.kind,
    undefined,
  );
  const content = note.attachOriginal ? plain.amended(plain.id, {}, { attachments: [original(mail)] }) : plain;
  const message = makeMessage(simulation, service, {
    content,
    machine,
    returnPath: '',
    sourceName: 'AGENT',
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  message.recipients = note.to.map((address) => new Recipient(address, address, ''));
  message.rulesDone = true;
  track(simulation, machine, message, {
    source: 'AGENT',
    eventId: 'RECEIVE',
    serverHostname: machine.name,
    sourceContext: 'Transport Rule Agent',
    recipients: [...note.to],
    reference: mail.content.messageId,
  });
  submit(simulation, service, message);
}

/** The mail as it is now, as an attachment. */
export function original(mail: RuleMail): { name: string; type: string; text: string } {
  const { content, hops } = mail.message;
  return { name: `${content.subject || 'message'}.eml`, type: 'message/rfc822', text: mime(content, hops) };
}

/** Lines of an incident report by what IncidentReportContent asks for. */
export function reportIncident(mail: RuleMail, rule: Rule, to: readonly string[]): void {
  const actions = (rule.properties.Actions ?? {}) as Record<string, never>;
  const wanted = texts(actions.IncidentReportContent);
  const { content } = mail;
  const parts: Record<string, string> = {
    Sender: `Sender: ${content.from}`,
    Subject: `Subject: ${content.subject}`,
    Recipients: `Recipients: ${mail.recipients.map(({ address }) => address).join('; ')}`,
    CC: `CC: ${content.cc.join('; ')}`,
    BCC: `BCC: ${mail.recipients
      .map(({ original: address }) => address)
      .filter((address) => !content.to.includes(address) && !content.cc.includes(address))
      .join('; ')}`,
    Severity: `Severity: ${String(actions.SetAuditSeverity ?? 'Low')}`,
    RuleDetections: `Rule hit: ${rule.name}, actions: ${Object.keys(actions).join(', ')}`,
    FalsePositive: 'False positive: No',
    IdMatch: 'Classification: none',
  };
  const names = wanted.length === 0 ? ['Sender', 'Subject', 'Recipients'] : wanted;
  sendNote(mail, {
    to,
    subject: `Rule detected - ${content.subject}`,
    body: [`Message Id: ${content.messageId}`, ...names.flatMap((name) => parts[name] ?? [])].join('\n'),
    kind: 'Message',
    attachOriginal:
      wanted.includes('AttachOriginalMail') || actions.IncidentReportOriginalMail === 'IncludeOriginalMail',
  });
}
