// What rules do to a mail itself: subject, header fields, disclaimer, spam confidence level, further recipients in its header.

import type { JsonObject } from '../../../../state/schema/json.ts';
import type { Content, ContentExtras } from '../../mail/content.ts';
import { sharedOrigin } from '../../mail/registry.ts';
import { contentType, messageTypes } from './mail-parts.ts';
import type { RuleMail } from './rule-mail.ts';

type Changes = Parameters<Content['amended']>[1];

export function amend(mail: RuleMail, changes: Changes, extras: ContentExtras = {}): void {
  const { message, simulation } = mail;
  message.content = message.content.amended(simulation.newContentId(), changes, extras);
}

/** Once is enough: a subject that has the prefix already keeps as it is. */
export function prependSubject(mail: RuleMail, prefix: string): void {
  const { subject, size } = mail.content;
  if (!subject.startsWith(prefix)) amend(mail, { subject: prefix + subject, size: size + prefix.length });
}

/** Fields that the mail has of its own, by the names of the model. */
const placed = new Set(['from', 'to', 'cc', 'date', 'message-id']);

export function setHeader(mail: RuleMail, name: string, value: string): void {
  const key = name.toLowerCase();
  if (key === 'subject') {
    amend(mail, { subject: value });
    return;
  }
  if (key === 'importance' || key === 'x-priority') {
    const high = /high|^[12]/i.test(value);
    amend(mail, { priority: high ? 'High' : /low|^[45]/i.test(value) ? 'Low' : 'Normal' });
    return;
  }
  if (placed.has(key)) return;
  const others = (mail.content.extras?.headers ?? []).filter(([each]) => each.toLowerCase() !== key);
  const removed = (mail.content.extras?.removed ?? []).filter((each) => each !== key);
  amend(
    mail,
    { size: mail.content.size + name.length + value.length + 4 },
    { headers: [...others, [name, value]], removed },
  );
}

export function removeHeader(mail: RuleMail, name: string): void {
  const key = name.toLowerCase();
  const headers = (mail.content.extras?.headers ?? []).filter(([each]) => each.toLowerCase() !== key);
  const removed = [...new Set([...(mail.content.extras?.removed ?? []), key])];
  amend(mail, key === 'subject' ? { subject: '' } : {}, { headers, removed });
}

export function setLevel(mail: RuleMail, scl: number): void {
  const { message, simulation } = mail;
  amend(mail, {}, { scl });
  message.origin = sharedOrigin(simulation, { ...message.origin, scl });
}

/** A signed or encrypted text can't be changed. */
export const isUntouchable = (mail: RuleMail): boolean =>
  messageTypes(mail.content).some(
    (type) => type === 'Signed' || type === 'Encrypted' || type === 'PermissionControlled',
  );

/** The disclaimer without the marks of HTML, with the sender's attributes for `%%Name%%`; what the text version of a mail shows. */
export function disclaimerText(mail: RuleMail, html: string): string {
  return filled(mail, html)
    .replace(/<br\s*\/?>|<\/p>|<\/div>|<\/h\d>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|amp|quot|nbsp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' })[name] ?? '',
    )
    .trim();
}

const filled = (mail: RuleMail, text: string): string =>
  text.replace(/%%(\w+)%%/g, (_, name: string) => mail.attribute(mail.sender, name));

export function addDisclaimer(mail: RuleMail, html: string, location: string): void {
  const isHtml = /^text\/html/i.test(contentType(mail.content));
  const text = isHtml ? filled(mail, html) : disclaimerText(mail, html);
  const { body, size } = mail.content;
  const joined = location === 'Prepend' ? `${text}\n${body}` : `${body}\n${text}`;
  amend(mail, { body: joined.replace(/^\n/, ''), size: size + text.length + 1 });
}

/** The mail as an attachment of one that bears the disclaimer alone. */
export function wrapIn(mail: RuleMail, html: string, original: string): void {
  const text = disclaimerText(mail, html);
  const headers = (mail.content.extras?.headers ?? []).filter(([name]) => name.toLowerCase() !== 'content-type');
  const attachment = { name: `${mail.content.subject || 'message'}.eml`, type: 'message/rfc822', text: original };
  amend(mail, { body: text, size: mail.content.size + text.length + 512 }, { headers, attachments: [attachment] });
}

/** Recipients that a rule adds stand in the header, too. */
export function addToHeader(mail: RuleMail, field: 'to' | 'cc', addresses: readonly string[]): void {
  amend(mail, { [field]: [...mail.content[field], ...addresses] });
}

/** Header fields that mark a mail for other servers of the organisation. */
export const stamps: Record<string, (value: unknown, actions: JsonObject) => [string, string] | undefined> = {
  ApplyClassification: (value) => ['X-MS-Exchange-Organization-Classification', String(value)],
  ApplyRightsProtectionTemplate: (value) => ['X-MS-Exchange-Organization-RightsProtectMessage', String(value)],
  RouteMessageOutboundRequireTls: (value) =>
    value === true ? ['X-MS-Exchange-Organization-RequireTls', 'true'] : undefined,
};
