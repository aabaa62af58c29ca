// Actions of transport rules by the names of New-TransportRule's parameters, in the order in which they take effect. Source: *Mail flow
// rule actions*.

import type { JsonObject } from '../../../../state/schema/json.ts';
import { mime } from '../../notifications/render.ts';
import { holdForRule } from '../moderation.ts';
import {
  addDisclaimer,
  addToHeader,
  isUntouchable,
  prependSubject,
  removeHeader,
  setHeader,
  setLevel,
  stamps,
  wrapIn,
} from './content-changes.ts';
import { addRecipients, dropRecipients, endRecipients, rejectRecipients } from './recipient-changes.ts';
import { type Rule, type RuleMail, texts } from './rule-mail.ts';
import { reportIncident, sendNote } from './rule-messages.ts';

const rejectText = 'TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy';
const defaultReason = 'Delivery not authorized, message refused';

const given = (value: unknown): boolean => value !== null && value !== undefined && value !== false;

/** `550 5.7.1 …`; the reason that the rule gives is what the sender reads. */
function reject(mail: RuleMail, actions: JsonObject): void {
  const code = String(actions.RejectMessageEnhancedStatusCode ?? '5.7.1');
  const reason = given(actions.RejectMessageReasonText) ? String(actions.RejectMessageReasonText) : undefined;
  rejectRecipients(
    mail,
    mail.recipients,
    `550 ${code} ${rejectText}`,
    reason ?? (code === '5.7.1' ? defaultReason : undefined),
  );
}

function disclaimer(mail: RuleMail, html: string, actions: JsonObject): void {
  if (!isUntouchable(mail)) {
    addDisclaimer(mail, html, String(actions.ApplyHtmlDisclaimerLocation ?? 'Append'));
    return;
  }
  const fallback = String(actions.ApplyHtmlDisclaimerFallbackAction ?? 'Wrap');
  if (fallback === 'Wrap') wrapIn(mail, html, mime(mail.content, mail.message.hops));
  else if (fallback === 'Reject') reject(mail, {});
}

function redirect(mail: RuleMail, names: readonly string[]): void {
  const before = mail.recipients;
  endRecipients(mail, before);
  addRecipients(mail, names, 'REDIRECT', before[0]?.address ?? '');
}

function addManager(mail: RuleMail, kind: string): void {
  const manager = mail.managerOf(mail.sender);
  if (manager === undefined) return;
  if (kind === 'Redirect') redirect(mail, [manager.name]);
  else addNamed(mail, [manager.name], kind === 'To' ? 'to' : kind === 'Cc' ? 'cc' : undefined);
}

function addNamed(mail: RuleMail, names: readonly string[], field: 'to' | 'cc' | undefined): void {
  const added = addRecipients(mail, names, 'RECEIVE');
  if (field !== undefined && added.length > 0) addToHeader(mail, field, added);
}

/** To the quarantine mailbox of the content filter; without one the sender is told (facts 3.4, 5.2.1). */
function quarantine(mail: RuleMail): void {
  const mailbox = mail.simulation.directory
    .sorted('contentFilterConfig')
    .map(({ properties }) => properties.QuarantineMailbox)
    .find((address) => address !== null && address !== '');
  if (mailbox === undefined || mailbox === null)
    rejectRecipients(mail, mail.recipients, '550 5.2.1 Content Filter agent quarantined this message', undefined);
  else redirect(mail, [mailbox]);
}

/** That the sender has overridden a policy, by the word in the subject, is a condition of later rules (HasSenderOverride). */
const overrideHeader = 'X-MS-Exchange-Organization-Dlp-SenderOverrideJustification';

function notifySender(mail: RuleMail, kind: string, actions: JsonObject, rule: Rule): void {
  const sender = mail.message.returnPath;
  sendNote(mail, {
    to: [sender],
    subject: `Notification: ${mail.content.subject}`,
    body: `Your message conflicts with the policy "${rule.name}".\n\nSubject: ${mail.content.subject}`,
    kind: 'Message',
  });
  if (kind === 'NotifyOnly') return;
  const overrides = /^RejectUnless(Explicit|Silent)Override$/.test(kind) && /\boverride\b/i.test(mail.content.subject);
  if (overrides) setHeader(mail, overrideHeader, 'TransportRule override');
  else reject(mail, actions);
}

function logEvent(mail: RuleMail, text: string, rule: Rule): void {
  mail.simulation.event(mail.machine, {
    logName: 'Application',
    source: 'MSExchange Messaging Policies',
    eventId: 4000,
    category: 'Rules',
    level: 'Information',
    message: text,
    strings: [rule.name, text],
  });
}

function moderate(mail: RuleMail, names: readonly string[], rule: Rule): void {
  const { simulation, service, machine, message, recipients } = mail;
  holdForRule(simulation, service, machine, message, recipients, { guid: rule.guid, moderators: [...names] });
  mail.recipients = mail.recipients.filter((recipient) => recipient.state !== 'done');
}

/** In this order: notes first, then changes of the mail, then what becomes of its recipients. */
const actionTable: [name: string, act: (mail: RuleMail, value: string, actions: JsonObject, rule: Rule) => void][] = [
  ['GenerateIncidentReport', (mail, value, _, rule) => reportIncident(mail, rule, [value])],
  [
    'GenerateNotification',
    (mail, value) =>
      sendNote(mail, {
        to: mail.recipients.map(({ address }) => address),
        subject: `Notification: ${mail.content.subject}`,
        body: value,
        kind: 'Message',
      }),
  ],
  ['LogEventText', (mail, value, _, rule) => logEvent(mail, value, rule)],
  ['PrependSubject', (mail, value) => prependSubject(mail, value)],
  ['RemoveHeader', (mail, value) => removeHeader(mail, value)],
  ['SetHeaderName', (mail, value, actions) => setHeader(mail, value, String(actions.SetHeaderValue ?? ''))],
  ['SetSCL', (mail, value) => setLevel(mail, Number(value))],
  ...Object.entries(stamps).map(
    ([name, stamp]): [string, (mail: RuleMail, value: string, actions: JsonObject) => void] => [
      name,
      (mail, value, actions) => {
        const header = stamp(value, actions);
        if (header !== undefined) setHeader(mail, ...header);
      },
    ],
  ),
  ['ApplyHtmlDisclaimerText', (mail, value, actions) => disclaimer(mail, value, actions)],
  ['AddToRecipients', (mail, value) => addNamed(mail, texts(value), 'to')],
  ['CopyTo', (mail, value) => addNamed(mail, texts(value), 'cc')],
  ['BlindCopyTo', (mail, value) => addNamed(mail, texts(value), undefined)],
  ['AddManagerAsRecipientType', (mail, value) => addManager(mail, value)],
  ['RedirectMessageTo', (mail, value) => redirect(mail, texts(value))],
  ['Quarantine', (mail) => quarantine(mail)],
  ['NotifySender', (mail, value, actions, rule) => notifySender(mail, value, actions, rule)],
  ['ModerateMessageByUser', (mail, value, _, rule) => moderate(mail, texts(value), rule)],
  [
    'ModerateMessageByManager',
    (mail, _value, _actions, rule) => {
      const manager = mail.managerOf(mail.sender);
      if (manager !== undefined) moderate(mail, [manager.name], rule);
    },
  ],
  ['DeleteMessage', (mail) => dropRecipients(mail, mail.recipients, 'FAIL')],
];

/** The only actions of a rule in the mode AuditAndNotify. */
const notes = new Set(['GenerateIncidentReport', 'GenerateNotification', 'LogEventText', 'NotifySender']);

/** Names of the actions that change the mail for its recipients: only they need a copy when a rule is about some of them. */
const changing = new Set([
  'PrependSubject',
  'RemoveHeader',
  'SetHeaderName',
  'SetSCL',
  'ApplyHtmlDisclaimerText',
  'AddToRecipients',
  'CopyTo',
  'BlindCopyTo',
  'AddManagerAsRecipientType',
  ...Object.keys(stamps),
]);

export const changesContent = (actions: JsonObject): boolean =>
  Object.entries(actions).some(([name, value]) => given(value) && changing.has(name));

const rejects = (actions: JsonObject): boolean =>
  given(actions.RejectMessageReasonText) || given(actions.RejectMessageEnhancedStatusCode);

/** Names of what a rule does, as the log has them. */
export function actionNames(actions: JsonObject): string[] {
  const names = actionTable.map(([name]) => name).filter((name) => given(actions[name]));
  if (rejects(actions)) names.push('RejectMessage');
  if (actions.StopRuleProcessing === true) names.push('Halt');
  return names;
}

export function takeActions(mail: RuleMail, rule: Rule, mode: string): void {
  const actions = (rule.properties.Actions ?? {}) as JsonObject;
  if (mode === 'Audit') return;
  for (const [name, act] of actionTable) {
    const value = actions[name];
    if (!given(value) || (mode !== 'Enforce' && !notes.has(name))) continue;
    if (mail.recipients.length === 0) return;
    // A rule that only tells does not reject.
    act(mail, mode !== 'Enforce' && name === 'NotifySender' ? 'NotifyOnly' : (value as string), actions, rule);
  }
  if (mode === 'Enforce' && rejects(actions) && mail.recipients.length > 0) reject(mail, actions);
}
