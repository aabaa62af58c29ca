// Parameters of transport rules as conditions, exceptions and actions of the model, and back. Source: the reference pages of New- and
// Set-TransportRule; what they do: src/transport/categorizer/rules.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { convertTo, toText } from '../../../src/runtime/convert.ts';
import { unwrap, type Value } from '../../../src/runtime/values.ts';
import { isValidAddress } from '../../../src/smtp/address.ts';
import { actionNames, conditionNames } from '../../../src/transport/categorizer/rules/names.ts';
import { patternOf } from '../../../src/transport/categorizer/rules/texts.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { changeList } from '../../sandbox/support/lists.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { ByteQuantifiedSize } from '../types/byte-quantified-size.ts';
import { exchangeError, objectNotFound } from './errors.ts';
import { modelValue } from './property-values.ts';
import { connectedServer, isEdge } from './server-scope.ts';
import { parseByteQuantifiedSize } from './sizes.ts';

export type Rule = ConfigObject<'transportRule'>;
type Kind = 'recipients' | 'groups' | 'words' | 'patterns' | 'attributes' | 'size' | 'level' | 'bool' | 'list' | 'text';

const isGroupList = (name: string): boolean => /MemberOf\d?$/.test(name);
const recipientNames = new Set([
  'From',
  'SentTo',
  'AnyOfToHeader',
  'AnyOfCcHeader',
  'AnyOfToCcHeader',
  'ManagerAddresses',
  'AddToRecipients',
  'BlindCopyTo',
  'CopyTo',
  'ModerateMessageByUser',
  'RedirectMessageTo',
  'GenerateIncidentReport',
]);
const switches = new Set([
  'DeleteMessage',
  'Disconnect',
  'ModerateMessageByManager',
  'Quarantine',
  'RouteMessageOutboundRequireTls',
  'StopRuleProcessing',
]);

export function kindOf(name: string): Kind {
  if (isGroupList(name)) return 'groups';
  if (recipientNames.has(name)) return 'recipients';
  if (switches.has(name) || /^(Attachment(Has|Is|Processing)|Has(No|Sender))/.test(name)) return 'bool';
  if (/ADAttribute(Contains|Matches)/.test(name)) return 'attributes';
  if (/Words$|DomainIs$/.test(name)) return 'words';
  if (/Patterns$/.test(name)) return 'patterns';
  if (/SizeOver$/.test(name)) return 'size';
  if (/^(SetSCL|SCLOver)$/.test(name)) return 'level';
  return /^(SenderIpRanges|IncidentReportContent|MessageContainsDataClassifications)$/.test(name) ? 'list' : 'text';
}

/** A parameter's fault; the message is the cmdlet's error. */
class RuleFault {
  constructor(
    readonly message: string,
    readonly missing: string | undefined = undefined,
  ) {}
}

/** Address of a recipient that a rule names. Outside addresses stand for themselves. */
function addressOf(cmdlet: CmdletContext, text: string, group: boolean): string {
  const object = worldOf(cmdlet).findRecipient(text);
  if (object === undefined) {
    if (!group && isValidAddress(text)) return text;
    throw new RuleFault('', text);
  }
  if (group && !object.class.endsWith('istributionGroup'))
    throw new RuleFault(`The recipient "${text}" isn't a group.`);
  return (object.properties as { PrimarySmtpAddress: string }).PrimarySmtpAddress;
}

const attributeNames =
  /^(City|Company|Country|CustomAttribute([1-9]|1[0-5])|Department|DisplayName|Email|FaxNumber|FirstName|HomePhoneNumber|Initials|LastName|Manager|MobileNumber|Notes|Office|OtherFaxNumber|OtherHomePhoneNumber|OtherPhoneNumber|PagerNumber|PhoneNumber|POBox|State|Street|Title|UserLogonName|ZipCode)$/i;

function checkEntry(kind: Kind, entry: string): void {
  const colon = entry.indexOf(':');
  if (kind === 'attributes' && (colon < 1 || !attributeNames.test(entry.slice(0, colon))))
    throw new RuleFault(
      `"${entry}" doesn't name an attribute: write it as Attribute:Word, for example Department:Sales.`,
    );
  const pattern = kind === 'patterns' ? entry : undefined;
  if (pattern !== undefined && patternOf(pattern) === undefined)
    throw new RuleFault(`"${pattern}" isn't a valid regular expression.`);
}

function valueOf(cmdlet: CmdletContext, name: string, argument: Value, present: JsonValue | undefined): JsonValue {
  const raw = unwrap(rawOf(argument));
  const kind = kindOf(name);
  if (raw === null || raw === undefined) return null;
  switch (kind) {
    case 'recipients':
    case 'groups': {
      const given = changeList(Array.isArray(present) ? present.map(String) : [], raw);
      const list = given.map((text) => addressOf(cmdlet, text, kind === 'groups'));
      return name === 'GenerateIncidentReport' ? (list[0] ?? null) : list.length === 0 ? null : list;
    }
    case 'words':
    case 'patterns':
    case 'attributes':
    case 'list': {
      const list = changeList(Array.isArray(present) ? present.map(String) : [], raw).filter((text) => text !== '');
      for (const entry of list) checkEntry(kind, entry);
      return list.length === 0 ? null : list;
    }
    case 'size':
      return raw instanceof ByteQuantifiedSize ? raw.bytes : (parseByteQuantifiedSize(textOf(argument)) ?? Number(raw));
    case 'level':
      return level(name, textOf(argument));
    case 'bool':
      return convertTo(raw, 'System.Boolean') as boolean;
    default:
      return textOf(argument) === '' ? null : textOf(argument);
  }
}

function level(name: string, text: string): number {
  if (!/^-?\d+$/.test(text.trim()) || Number(text) < -1 || Number(text) > 9)
    throw new RuleFault(
      `The value "${text}" of ${name} isn't valid: a spam confidence level is a number from -1 to 9.`,
    );
  return Number(text);
}

/** Parameters that mean something together. */
const pairs: readonly (readonly [string, string])[] = [
  ['HeaderContainsWords', 'HeaderContainsMessageHeader'],
  ['HeaderMatchesPatterns', 'HeaderMatchesMessageHeader'],
  ['BetweenMemberOf1', 'BetweenMemberOf2'],
  ['ManagerAddresses', 'ManagerForEvaluatedUser'],
  ['SetHeaderName', 'SetHeaderValue'],
];

function checkPairs(side: JsonObject): void {
  const has = (name: string): boolean => side[name] !== null && side[name] !== undefined;
  for (const [one, other] of pairs)
    if (has(one) !== has(other)) throw new RuleFault(`The parameters ${one} and ${other} must be used together.`);
}

/** Conditions and actions that an Edge server's rules have, and actions that only they have. */
const edgeNames =
  /^(From(Scope|Address\w+)|Subject\w*|Header\w+|AnyOfRecipientAddress\w+|AttachmentSizeOver|MessageSizeOver|SCLOver|AddToRecipients|BlindCopyTo|CopyTo|DeleteMessage|Disconnect|LogEventText|PrependSubject|Quarantine|RedirectMessageTo|RemoveHeader|SetHeader\w+|SetSCL|SmtpReject\w+|StopRuleProcessing)$/;
const edgeOnly = new Set([
  'Disconnect',
  'LogEventText',
  'SmtpRejectMessageRejectStatusCode',
  'SmtpRejectMessageRejectText',
]);

/** Whether rules of such a server have the condition or action. */
export const isAvailable = (edge: boolean, name: string): boolean =>
  edge ? edgeNames.test(name) : !edgeOnly.has(name);

function checkPlace(edge: boolean, name: string): void {
  if (edge && !edgeNames.test(name))
    throw new RuleFault(`The parameter ${name} isn't available on Edge Transport servers.`);
  if (!edge && edgeOnly.has(name))
    throw new RuleFault(`The parameter ${name} is available only on Edge Transport servers.`);
}

type Side = Record<string, JsonValue>;

function copyOf(value: JsonValue | undefined): Side {
  return { ...((value ?? {}) as JsonObject) } as Side;
}

/** Takes the bound parameters of one side over into it. */
function takeOver(cmdlet: CmdletContext, side: Side, names: readonly string[], prefix: string, edge: boolean): Side {
  for (const name of names) {
    const parameter = prefix + name;
    if (!cmdlet.has(parameter)) continue;
    const value = valueOf(cmdlet, name, cmdlet.args[parameter], side[name]);
    if (value === null || (value === false && switches.has(name))) delete side[name];
    else {
      checkPlace(edge, name);
      side[name] = value;
    }
  }
  checkPairs(side);
  return side;
}

/** What the parameters make of a rule; undefined after an error. */
export function ruleProperties(cmdlet: CmdletContext, rule: Rule | undefined): JsonObject | undefined {
  const edge = isEdge(connectedServer(cmdlet));
  try {
    const properties: Record<string, JsonValue> = {
      Conditions: takeOver(cmdlet, copyOf(rule?.properties.Conditions), conditionNames, '', edge),
      Exceptions: takeOver(cmdlet, copyOf(rule?.properties.Exceptions), conditionNames, 'ExceptIf', edge),
      Actions: takeOver(cmdlet, copyOf(rule?.properties.Actions), actionNames, '', edge),
    };
    checkActions(properties.Actions as JsonObject);
    return { ...properties, ...settings(cmdlet, rule) };
  } catch (fault) {
    if (!(fault instanceof RuleFault)) throw fault;
    cmdlet.error(
      fault.missing === undefined
        ? exchangeError(cmdlet, 'invalidArgument', fault.message)
        : objectNotFound(cmdlet, fault.missing),
    );
    return undefined;
  }
}

function checkActions(actions: JsonObject): void {
  if (Object.keys(actions).length === 0) throw new RuleFault('The rule needs at least one action.');
  const code = actions.RejectMessageEnhancedStatusCode;
  if (code !== undefined && !/^5\.7\.(1|9\d\d)$/.test(String(code)))
    throw new RuleFault(
      `"${String(code)}" isn't a valid enhanced status code: use 5.7.1 or one from 5.7.900 to 5.7.999.`,
    );
}

/** Settings beside conditions and actions. */
function settings(cmdlet: CmdletContext, rule: Rule | undefined): JsonObject {
  const result: Record<string, JsonValue> = {};
  const texts = ['Comments', 'DlpPolicy', 'Mode', 'RuleErrorAction', 'RuleSubType', 'SenderAddressLocation'];
  for (const name of texts) if (cmdlet.has(name)) result[name] = toText(unwrap(cmdlet.args[name])) || null;
  for (const name of ['ActivationDate', 'ExpiryDate'])
    if (cmdlet.has(name)) result[name] = modelValue('instant', cmdlet.args[name], undefined);
  const [start, end] = [
    result.ActivationDate ?? rule?.properties.ActivationDate,
    result.ExpiryDate ?? rule?.properties.ExpiryDate,
  ];
  if (typeof start === 'number' && typeof end === 'number' && end <= start)
    throw new RuleFault('The expiry date must be later than the activation date.');
  if (cmdlet.has('UseLegacyRegex')) result.UseLegacyRegex = Boolean(cmdlet.args.UseLegacyRegex);
  if (cmdlet.has('Priority')) result.Priority = priorityOf(cmdlet, rule);
  if (cmdlet.has('Enabled')) result.State = cmdlet.args.Enabled ? 'Enabled' : 'Disabled';
  if (cmdlet.has('Name') && rule !== undefined) result.Name = textOf(cmdlet.args.Name);
  return result;
}

function priorityOf(cmdlet: CmdletContext, rule: Rule | undefined): number {
  const count = rulesOf(cmdlet).length - (rule === undefined ? 0 : 1);
  const priority = Number(cmdlet.args.Priority);
  if (priority < 0 || priority > count)
    throw new RuleFault(`The priority ${priority} isn't valid: it must lie between 0 and ${count}.`);
  return priority;
}

/** Rules of the organisation, on an Edge server its own, in their order. */
export function rulesOf(cmdlet: CmdletContext): Rule[] {
  const server = connectedServer(cmdlet);
  const owner = isEdge(server) ? server.name.toLowerCase() : null;
  return worldOf(cmdlet)
    .objects('transportRule')
    .filter(({ properties }) => (properties.Server?.toLowerCase() ?? null) === owner)
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}
