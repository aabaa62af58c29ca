// Transport rules as Get-TransportRule shows them, with the sentence that the product composes of conditions, exceptions and actions.

import { type PSObject, typedArray, type Value } from '../../../src/runtime/values.ts';
import { actionNames, companionNames, conditionNames } from '../../../src/transport/categorizer/rules/names.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { ByteQuantifiedSize } from '../types/byte-quantified-size.ts';
import { configShellObject, type Presentation } from './config-objects.ts';
import { kindOf, type Rule } from './transport-rules.ts';

const tasks = 'Microsoft.Exchange.MessagingPolicies.Rules.Tasks';

const side = (value: JsonValue | undefined): JsonObject => (value ?? {}) as JsonObject;
const entries = (value: JsonValue | undefined): [string, JsonValue][] =>
  Object.entries(side(value)).filter(([name, each]) => each !== null && !companionNames.has(name)) as [
    string,
    JsonValue,
  ][];

/** Names of the classes that stand for conditions and actions: `SubjectContainsPredicate`, `PrependSubjectAction`. */
export const predicateClass = (name: string): string => `${name.replace(/(Words|Patterns)$/, '')}Predicate`;

export function actionClass(name: string): string {
  const renamed: Record<string, string> = {
    AddToRecipients: 'AddToRecipient',
    ApplyHtmlDisclaimerText: 'ApplyHtmlDisclaimer',
    RedirectMessageTo: 'RedirectMessage',
    RejectMessageReasonText: 'RejectMessage',
    RejectMessageEnhancedStatusCode: 'RejectMessage',
    SetHeaderName: 'SetHeader',
    SetSCL: 'SetScl',
    SmtpRejectMessageRejectText: 'SmtpRejectMessage',
    SmtpRejectMessageRejectStatusCode: 'SmtpRejectMessage',
  };
  return `${renamed[name] ?? name}Action`;
}

function classList(names: readonly string[]): Value {
  return typedArray([...new Set(names.map((name) => `${tasks}.${name}`))], 'System.String');
}

/** What the property of a parameter shows. */
function shown(name: string, value: JsonValue | undefined): Value {
  if (value === null || value === undefined) return kindOf(name) === 'bool' ? false : null;
  if (Array.isArray(value)) return typedArray(value.map(String), 'System.String');
  return kindOf(name) === 'size' ? new ByteQuantifiedSize(Number(value)) : (value as Value);
}

function parameterProperties(rule: Rule): Record<string, Value> {
  const { Conditions, Exceptions, Actions } = rule.properties;
  const result: Record<string, Value> = {};
  for (const name of conditionNames) result[name] = shown(name, side(Conditions)[name] as JsonValue);
  for (const name of conditionNames) result[`ExceptIf${name}`] = shown(name, side(Exceptions)[name] as JsonValue);
  for (const name of actionNames) result[name] = shown(name, side(Actions)[name] as JsonValue);
  return result;
}

const quoted = (value: JsonValue): string =>
  (Array.isArray(value) ? value : [value]).map((each) => `'${String(each)}'`).join(' or ');

/** Words of a name as the beginning of a phrase: `SubjectContainsWords` → `subject contains words`. */
const phrase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

const conditionPhrases: Record<string, (value: JsonValue, all: JsonObject) => string> = {
  From: (value) => `Is received from ${quoted(value)}`,
  FromMemberOf: (value) => `Is received from a member of group ${quoted(value)}`,
  FromScope: (value) =>
    `Is received from ${value === 'InOrganization' ? "'Inside the organization'" : "'Outside the organization'"}`,
  SentTo: (value) => `Is sent to ${quoted(value)}`,
  SentToMemberOf: (value) => `Is sent to a member of group ${quoted(value)}`,
  SentToScope: (value) =>
    `Is sent to ${value === 'InOrganization' ? "'Inside the organization'" : value === 'NotInOrganization' ? "'Outside the organization'" : quoted(value)}`,
  SubjectContainsWords: (value) => `Includes these words in the message subject: ${quoted(value)}`,
  SubjectMatchesPatterns: (value) => `Includes these patterns in the message subject: ${quoted(value)}`,
  SubjectOrBodyContainsWords: (value) => `Includes these words in the message subject or body: ${quoted(value)}`,
  SubjectOrBodyMatchesPatterns: (value) => `Includes these patterns in the message subject or body: ${quoted(value)}`,
  FromAddressContainsWords: (value) => `Includes these words in the sender's address: ${quoted(value)}`,
  FromAddressMatchesPatterns: (value) => `Includes these patterns in the From address: ${quoted(value)}`,
  SenderDomainIs: (value) => `Sender's address domain portion belongs to any of these domains: ${quoted(value)}`,
  RecipientDomainIs: (value) => `Recipient's address domain portion belongs to any of these domains: ${quoted(value)}`,
  RecipientAddressContainsWords: (value) => `Includes these words in the recipient address: ${quoted(value)}`,
  RecipientAddressMatchesPatterns: (value) => `Includes these patterns in the recipient address: ${quoted(value)}`,
  HeaderContainsWords: (value, all) =>
    `${quoted(String(all.HeaderContainsMessageHeader ?? ''))} header contains ${quoted(value)}`,
  HeaderMatchesPatterns: (value, all) =>
    `${quoted(String(all.HeaderMatchesMessageHeader ?? ''))} header matches the following patterns: ${quoted(value)}`,
  WithImportance: (value) => `Is marked with importance ${quoted(value)}`,
  MessageTypeMatches: (value) => `Is message type ${quoted(value)}`,
  MessageSizeOver: (value) =>
    `Has a size that is greater than or equal to ${quoted(new ByteQuantifiedSize(Number(value)).toString())}`,
  AttachmentSizeOver: (value) =>
    `Has an attachment whose size is greater than or equal to ${quoted(new ByteQuantifiedSize(Number(value)).toString())}`,
  SCLOver: (value) => `Has a spam confidence level (SCL) that is greater than or equal to ${quoted(value)}`,
};

const actionPhrases: Record<string, (value: JsonValue, all: JsonObject) => string> = {
  PrependSubject: (value) => `Prepend the subject with ${quoted(value)}`,
  RejectMessageReasonText: (value, all) =>
    `reject the message and include the explanation ${quoted(value)} with the status code: ${quoted(String(all.RejectMessageEnhancedStatusCode ?? '5.7.1'))}`,
  RejectMessageEnhancedStatusCode: (value, all) =>
    all.RejectMessageReasonText === undefined
      ? `reject the message and include the explanation 'Delivery not authorized, message refused' with the status code: ${quoted(value)}`
      : '',
  DeleteMessage: () => 'Delete the message without notifying the recipient or sender',
  RedirectMessageTo: (value) => `Redirect the message to ${quoted(value)}`,
  AddToRecipients: (value) => `Add ${quoted(value)} to the To box`,
  CopyTo: (value) => `Carbon copy(Cc) the message to ${quoted(value)}`,
  BlindCopyTo: (value) => `Blind carbon copy(Bcc) the message to ${quoted(value)}`,
  ModerateMessageByUser: (value) => `Forward the message for approval to ${quoted(value)}`,
  ModerateMessageByManager: () => "Forward the message for approval to the sender's manager",
  SetHeaderName: (value, all) =>
    `Set message header ${quoted(value)} with the value ${quoted(String(all.SetHeaderValue ?? ''))}`,
  RemoveHeader: (value) => `Remove header ${quoted(value)}`,
  SetSCL: (value) => `Set the spam confidence level (SCL) to ${quoted(value)}`,
  ApplyHtmlDisclaimerText: (value, all) =>
    `${all.ApplyHtmlDisclaimerLocation === 'Prepend' ? 'Prepend' : 'Append'} the message with the disclaimer ${quoted(value)}. If the disclaimer can't be applied, attach the message to a new disclaimer message${all.ApplyHtmlDisclaimerFallbackAction === 'Wrap' || all.ApplyHtmlDisclaimerFallbackAction === undefined ? '' : ` (${String(all.ApplyHtmlDisclaimerFallbackAction)})`}.`,
  StopRuleProcessing: () => 'Stop processing more rules',
  SetAuditSeverity: (value) => `Set audit severity level to ${quoted(value)}`,
};

function phrases(value: JsonValue | undefined, table: typeof conditionPhrases): string[] {
  return entries(value)
    .map(([name, each]) => table[name]?.(each, side(value)) ?? `${phrase(name)}: ${quoted(each)}`)
    .filter((text) => text !== '');
}

/** The sentence of a rule, in its blocks. */
export function describeRule(rule: Rule): string {
  const { Conditions, Exceptions, Actions } = rule.properties;
  const block = (head: string, lines: string[]): string =>
    lines.length === 0
      ? ''
      : `${head}\r\n${lines.map((line, index) => `\t${index === 0 ? '' : 'and '}${line}\r\n`).join('')}`;
  const conditions = phrases(Conditions, conditionPhrases);
  return [
    conditions.length === 0 ? 'Apply to all messages\r\n' : block('If the message:', conditions),
    block('Take the following actions:', phrases(Actions, actionPhrases)),
    block('Except if the message:', phrases(Exceptions, conditionPhrases)),
  ].join('');
}

const presentation: Presentation = {
  typeName: `${tasks}.Rule`,
  objectClass: ['top', 'msExchTransportRule'],
  hidden: ['Server', 'StopRuleProcessing'],
  order: [
    'Priority',
    'DlpPolicy',
    'Comments',
    'ManuallyModified',
    'ActivationDate',
    'ExpiryDate',
    'Description',
    'RuleVersion',
    'Conditions',
    'Exceptions',
    'Actions',
    'State',
    'Mode',
    'RuleErrorAction',
    'SenderAddressLocation',
    'RuleSubType',
    'UseLegacyRegex',
  ],
  derived: {
    ManuallyModified: () => false,
    RuleVersion: () => '14.0.0.0',
    Description: (object) => describeRule(object as unknown as Rule),
    Conditions: ({ properties }) => classList(entries(properties.Conditions).map(([name]) => predicateClass(name))),
    Exceptions: ({ properties }) => classList(entries(properties.Exceptions).map(([name]) => predicateClass(name))),
    Actions: ({ properties }) => classList(entries(properties.Actions).map(([name]) => actionClass(name))),
  },
};

export function ruleObject(rule: Rule): PSObject {
  const named = { ...rule, identity: rule.name } as unknown as ConfigObject;
  const shownRule = configShellObject(named, presentation);
  for (const [name, value] of Object.entries(parameterProperties(rule)))
    if (shownRule.get(name) === undefined) shownRule.set(name, value);
  return shownRule;
}
