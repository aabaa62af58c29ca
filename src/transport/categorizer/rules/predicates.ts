// Conditions of transport rules, by the names of New-TransportRule's parameters: of the mail as a whole, and of each recipient. Source:
// *Mail flow rule conditions and exceptions (predicates)*.

import type { ConfigObject } from '../../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../../state/schema/json.ts';
import { domainOf } from '../../directory/names.ts';
import type { Recipient } from '../../mail/message.ts';
import { rangeWidth } from '../../network/connection.ts';
import { isMemberOf, isNamed } from '../membership.ts';
import { attachmentPredicates } from './attachment-predicates.ts';
import { contentType, headerValues, messageTypes, readableText } from './mail-parts.ts';
import { companionNames } from './names.ts';
import { type Rule, type RuleMail, texts } from './rule-mail.ts';
import { containsWord, matchesPattern } from './texts.ts';

/** All parameters of the same side (conditions or exceptions), without `ExceptIf`. */
interface Asked {
  mail: RuleMail;
  rule: Rule;
  value: JsonValue;
  all: JsonObject;
}

type OfMail = (asked: Asked) => boolean;
type OfRecipient = (asked: Asked, recipient: Recipient) => boolean;

const subject = ({ mail }: Asked): string[] => [mail.content.subject];
const subjectAndBody = ({ mail }: Asked): string[] => [mail.content.subject, readableText(mail.content)];
const senders = ({ mail, rule }: Asked): string[] =>
  mail.senderAddresses(rule.properties.SenderAddressLocation ?? 'Header');
const header = ({ mail, all }: Asked, name: string): string[] =>
  headerValues(mail.content, mail.message.hops, String(all[name] ?? ''));

function isOneOf(mail: RuleMail, names: readonly string[], address: string): boolean {
  const object = mail.find(address);
  if (object !== undefined && isNamed(names, object)) return true;
  return names.some((name) => {
    const named = mail.simulation.directory.findRecipient(name);
    return named !== undefined && named === object ? true : name.toLowerCase() === address.toLowerCase();
  });
}

function isInGroups(mail: RuleMail, groups: readonly string[], object: ConfigObject | undefined): boolean {
  return object !== undefined && groups.some((group) => isMemberOf(mail.simulation.directory, object, group));
}

const anyNamed = ({ mail, value }: Asked, addresses: readonly string[]): boolean =>
  addresses.some((address) => isOneOf(mail, texts(value), address));
const anyMember = ({ mail, value }: Asked, addresses: readonly string[]): boolean =>
  addresses.some((address) => isInGroups(mail, texts(value), mail.find(address)));
const recipientAddresses = ({ mail }: Asked): string[] =>
  mail.recipients.flatMap(({ address, original }) => [address, original]);

/** `City:Rome,Paris` against attributes of an object. */
function attributeTest(
  { mail, value }: Asked,
  object: ConfigObject | undefined,
  test: (actual: string[], wanted: string[]) => boolean,
): boolean {
  return texts(value).some((entry) => {
    const colon = entry.indexOf(':');
    const actual = mail.attribute(object, entry.slice(0, colon));
    const wanted = entry
      .slice(colon + 1)
      .split(',')
      .map((text) => text.trim());
    return actual !== '' && test([actual], wanted);
  });
}

const mailPredicates: Record<string, OfMail> = {
  From: (asked) => senders(asked).some((address) => isOneOf(asked.mail, texts(asked.value), address)),
  FromMemberOf: ({ mail, value }) => isInGroups(mail, texts(value), mail.sender),
  FromScope: ({ mail, value }) => (value === 'InOrganization') === mail.fromInside,
  FromAddressContainsWords: (asked) => containsWord(senders(asked), texts(asked.value)),
  FromAddressMatchesPatterns: (asked) => matchesPattern(senders(asked), texts(asked.value)),
  SenderADAttributeContainsWords: (asked) => attributeTest(asked, asked.mail.sender, containsWord),
  SenderADAttributeMatchesPatterns: (asked) => attributeTest(asked, asked.mail.sender, matchesPattern),
  SenderDomainIs: (asked) => senders(asked).some((address) => isInDomains(address, texts(asked.value))),
  SenderIpRanges: ({ mail, value }) => Number.isFinite(rangeWidth(texts(value), mail.message.origin.sourceIp)),
  SubjectContainsWords: (asked) => containsWord(subject(asked), texts(asked.value)),
  SubjectMatchesPatterns: (asked) => matchesPattern(subject(asked), texts(asked.value)),
  SubjectOrBodyContainsWords: (asked) => containsWord(subjectAndBody(asked), texts(asked.value)),
  SubjectOrBodyMatchesPatterns: (asked) => matchesPattern(subjectAndBody(asked), texts(asked.value)),
  HeaderContainsWords: (asked) => containsWord(header(asked, 'HeaderContainsMessageHeader'), texts(asked.value)),
  HeaderMatchesPatterns: (asked) => matchesPattern(header(asked, 'HeaderMatchesMessageHeader'), texts(asked.value)),
  ContentCharacterSetContainsWords: ({ mail, value }) => containsWord([contentType(mail.content)], texts(value)),
  MessageSizeOver: ({ mail, value }) => mail.content.size >= Number(value),
  MessageTypeMatches: ({ mail, value }) => messageTypes(mail.content).includes(String(value)),
  SCLOver: ({ mail, value }) => mail.message.origin.scl >= Number(value),
  WithImportance: ({ mail, value }) => mail.content.priority === value,
  HasClassification: ({ mail, value }) =>
    classification(mail).some((each) => each.toLowerCase() === String(value).toLowerCase()),
  HasNoClassification: ({ mail, value }) => (classification(mail).length === 0) === (value === true),
  HasSenderOverride: ({ mail, value }) =>
    headerValues(mail.content, undefined, 'X-MS-Exchange-Organization-Dlp-SenderOverrideJustification').length > 0 ===
    (value === true),
  // Sensitive information types are not part of the model: no mail has any.
  MessageContainsDataClassifications: () => false,
  AnyOfToHeader: (asked) => anyNamed(asked, asked.mail.content.to),
  AnyOfToHeaderMemberOf: (asked) => anyMember(asked, asked.mail.content.to),
  AnyOfCcHeader: (asked) => anyNamed(asked, asked.mail.content.cc),
  AnyOfCcHeaderMemberOf: (asked) => anyMember(asked, asked.mail.content.cc),
  AnyOfToCcHeader: (asked) => anyNamed(asked, [...asked.mail.content.to, ...asked.mail.content.cc]),
  AnyOfToCcHeaderMemberOf: (asked) => anyMember(asked, [...asked.mail.content.to, ...asked.mail.content.cc]),
  AnyOfRecipientAddressContainsWords: (asked) => containsWord(recipientAddresses(asked), texts(asked.value)),
  AnyOfRecipientAddressMatchesPatterns: (asked) => matchesPattern(recipientAddresses(asked), texts(asked.value)),
};

const classification = (mail: RuleMail): string[] =>
  headerValues(mail.content, undefined, 'X-MS-Exchange-Organization-Classification');

function isInDomains(address: string, domains: readonly string[]): boolean {
  const domain = domainOf(address);
  return domains.some((each) => {
    const wanted = each.toLowerCase();
    return domain === wanted || domain.endsWith(`.${wanted}`);
  });
}

/** Where a recipient is, by SentToScope. */
function isInScope({ mail, value }: Asked, recipient: Recipient): boolean {
  const domain = domainOf(recipient.address);
  const inside = mail.isOwnDomain(domain);
  if (value === 'InOrganization') return inside;
  if (value === 'NotInOrganization') return !inside;
  const partners = texts((mail.simulation.transportConfig as unknown as JsonObject).TLSSendDomainSecureList);
  return !inside && isInDomains(recipient.address, partners) === (value === 'ExternalPartner');
}

const recipientPredicates: Record<string, OfRecipient> = {
  SentTo: ({ mail, value }, { address, original }) =>
    isOneOf(mail, texts(value), address) || isOneOf(mail, texts(value), original),
  SentToMemberOf: ({ mail, value }, { address }) => isInGroups(mail, texts(value), mail.find(address)),
  SentToScope: isInScope,
  RecipientAddressContainsWords: ({ value }, { address }) => containsWord([address], texts(value)),
  RecipientAddressMatchesPatterns: ({ value }, { address }) => matchesPattern([address], texts(value)),
  RecipientDomainIs: ({ value }, { address }) => isInDomains(address, texts(value)),
  RecipientADAttributeContainsWords: (asked, { address }) =>
    attributeTest(asked, asked.mail.find(address), containsWord),
  RecipientADAttributeMatchesPatterns: (asked, { address }) =>
    attributeTest(asked, asked.mail.find(address), matchesPattern),
  SenderManagementRelationship: ({ mail, value }, { address }) => {
    const recipient = mail.find(address);
    if (recipient === undefined || mail.sender === undefined) return false;
    // Manager: the sender is the recipient's manager; DirectReport: the other way round.
    return value === 'Manager'
      ? mail.managerOf(recipient)?.guid === mail.sender.guid
      : mail.managerOf(mail.sender)?.guid === recipient.guid;
  },
  ManagerAddresses: ({ mail, value, all }, { address }) => {
    const evaluated = all.ManagerForEvaluatedUser === 'Sender' ? mail.sender : mail.find(address);
    const manager = mail.managerOf(evaluated);
    return manager !== undefined && isNamed(texts(value), manager);
  },
  ADComparisonAttribute: ({ mail, value, all }, { address }) => {
    const [left, right] = [
      mail.attribute(mail.sender, String(value)),
      mail.attribute(mail.find(address), String(value)),
    ];
    return (left.toLowerCase() === right.toLowerCase()) === (all.ADComparisonOperator !== 'NotEqual');
  },
  BetweenMemberOf1: ({ mail, value, all }, { address }) => {
    const [one, two] = [texts(value), texts(all.BetweenMemberOf2)];
    const [from, to] = [mail.sender, mail.find(address)];
    return (
      (isInGroups(mail, one, from) && isInGroups(mail, two, to)) ||
      (isInGroups(mail, two, from) && isInGroups(mail, one, to))
    );
  },
};

function entriesOf(side: JsonValue | undefined): [string, JsonValue][] {
  return Object.entries((side ?? {}) as JsonObject)
    .map(([name, value]) => [name.replace(/^ExceptIf/, ''), value as JsonValue] as [string, JsonValue])
    .filter(([name, value]) => value !== null && value !== undefined && !companionNames.has(name));
}

/** The recipients that a rule is about: those for whom all conditions hold and no exception does. */
export function matchingRecipients(mail: RuleMail, rule: Rule): Recipient[] {
  const side = (value: JsonValue | undefined): JsonObject =>
    Object.fromEntries(
      Object.entries((value ?? {}) as JsonObject).map(([name, each]) => [name.replace(/^ExceptIf/, ''), each]),
    );
  const conditions = side(rule.properties.Conditions);
  const exceptions = side(rule.properties.Exceptions);
  const ask = (value: JsonValue, all: JsonObject): Asked => ({ mail, rule, value, all });
  let left: readonly Recipient[] = mail.recipients;
  for (const [name, value] of entriesOf(conditions)) {
    const ofMail = mailPredicates[name] ?? attachmentPredicates[name];
    if (ofMail !== undefined && !ofMail(ask(value, conditions))) return [];
    const ofRecipient = recipientPredicates[name];
    if (ofRecipient !== undefined) left = left.filter((recipient) => ofRecipient(ask(value, conditions), recipient));
    if (left.length === 0) return [];
  }
  for (const [name, value] of entriesOf(exceptions)) {
    const ofMail = mailPredicates[name] ?? attachmentPredicates[name];
    if (ofMail?.(ask(value, exceptions)) === true) return [];
    const ofRecipient = recipientPredicates[name];
    if (ofRecipient !== undefined) left = left.filter((recipient) => !ofRecipient(ask(value, exceptions), recipient));
  }
  return [...left];
}
