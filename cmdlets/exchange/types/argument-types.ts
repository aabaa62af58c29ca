// Types of Exchange's parameters. Identities, addresses, paths and the like arrive as an ExchangeArgument: what was given, checked for
// its form where the type has one, and the name of its type for Get-Command and messages. The cmdlet reads it with `textOf`.

import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { getMember } from '../../../src/runtime/members.ts';
import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import { PSObject, unwrap, type Value } from '../../../src/runtime/values.ts';
import { parseByteQuantifiedSize } from '../support/sizes.ts';
import { parseTimeSpanMs } from '../support/times.ts';
import { byteQuantifiedSizeType } from './byte-quantified-size.ts';

export class ExchangeArgument {
  constructor(
    readonly psType: PSType,
    readonly raw: Value,
  ) {}
  toString(): string {
    return identityText(this.raw);
  }
  hashKey(): string {
    return this.toString().toLowerCase();
  }
}

/** What an object goes by: its Identity, else its Name, else its text. */
function identityText(raw: Value): string {
  const value = unwrap(raw);
  if (value instanceof PSObject) {
    for (const name of ['Identity', 'QueueIdentity', 'Name']) {
      const member = value.get(name);
      if (member !== undefined && member !== null) return toText(member);
    }
  }
  if (typeof value === 'object' && value !== null && !(value instanceof ExchangeArgument) && 'psType' in value) {
    const identity = getMember(value, 'Identity');
    if (identity !== null && identity !== undefined) return toText(identity);
  }
  return toText(value);
}

/** Text of an argument of any type. */
export function textOf(argument: Value): string {
  return argument instanceof ExchangeArgument ? argument.toString() : toText(argument);
}
/** What was given, behind the wrapper. */
export function rawOf(argument: Value): Value {
  return argument instanceof ExchangeArgument ? unwrap(argument.raw) : argument;
}

/** Forms that are checked at binding; the message is the product's way of saying what it expects. */
const checks: Record<string, (text: string) => string | undefined> = {
  ByteQuantifiedSize: (text) =>
    parseByteQuantifiedSize(text) === undefined ? `"${text}" isn't a valid size, such as 10MB.` : undefined,
  EnhancedTimeSpan: (text) =>
    parseTimeSpanMs(text) === undefined ? `"${text}" isn't a valid time span, such as 1.02:30:00.` : undefined,
  Unlimited: (text) =>
    /^\s*unlimited\s*$/i.test(text) ||
    parseByteQuantifiedSize(text) !== undefined ||
    parseTimeSpanMs(text) !== undefined
      ? undefined
      : `"${text}" is neither a number, nor a size, nor Unlimited.`,
  SmtpAddress: (text) =>
    /^(<>|[^\s@<>]+@[^\s@<>]+)?$/.test(text) ? undefined : `"${text}" isn't a valid SMTP address.`,
  SmtpDomain: (text) => (/^[\w.-]+$/.test(text) ? undefined : `"${text}" isn't a valid SMTP domain.`),
  SmtpDomainWithSubdomains: (text) =>
    /^(\*|(\*\.)?[\w-]+(\.[\w-]+)*)$/.test(text) ? undefined : `"${text}" isn't a valid SMTP domain.`,
  Fqdn: (text) => (/^[\w-]+(\.[\w-]+)*\.?$/.test(text) ? undefined : `"${text}" isn't a fully qualified domain name.`),
  LocalLongFullPath: (text) =>
    text === '' || /^[a-z]:\\/i.test(text) ? undefined : `"${text}" isn't a full local path.`,
};

function namespaceOf(name: string): string {
  if (name.endsWith('IdParameter')) return 'Microsoft.Exchange.Configuration.Tasks';
  return /^(Queue|Message|Extensible)/.test(name) ? 'Microsoft.Exchange.Data.QueueViewer' : 'Microsoft.Exchange.Data';
}

/** Full name of an Exchange parameter type; declares it on first use. */
export function argumentType(name: string): string {
  // A size is a value type of its own, with members and conversions.
  if (name === 'ByteQuantifiedSize') return byteQuantifiedSizeType().fullName;
  const fullName = `${namespaceOf(name)}.${name}`;
  if (!resolveType(fullName))
    declareType({ name: fullName, assembly: 'Microsoft.Exchange.Data', convert: convertArgument });
  return fullName;
}

/**
 * Identities that do not take every object of the product: a queue is no server. Scripts pipe servers, queues and messages into the
 * same cmdlet, and the parameter of the right kind must get them.
 */
const objectKinds: Record<string, RegExp> = {
  QueueIdentity: /QueueInfo$/,
  MessageIdentity: /MessageInfo$/,
  ServerIdParameter: /Server$|Service$|Subscription$|Machine$|ComponentStatePresentationObject$/,
};

function refuseOtherKind(value: Value, type: PSType): void {
  const object = unwrap(value);
  const kind = objectKinds[type.name];
  const typeName = object instanceof PSObject ? object.typeNames[0] : undefined;
  if (kind === undefined || typeName === undefined || !typeName.startsWith('Microsoft.Exchange.')) return;
  if (!kind.test(typeName))
    throw new DotNetException('System.InvalidCastException', `An object of type ${typeName} is no ${type.name}.`);
}

function convertArgument(value: Value, type: PSType): Value {
  refuseOtherKind(value, type);
  const problem = checks[type.name]?.(identityText(value));
  if (problem !== undefined) throw new DotNetException('System.FormatException', problem);
  return new ExchangeArgument(type, value);
}
