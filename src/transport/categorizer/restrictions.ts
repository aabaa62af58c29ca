// Who may send to a recipient, and how much: accept and reject lists, authentication, sizes (facts 3.4 RESOLVER.RST, 3.5).

import type { ConfigObject, Unlimited } from '../../../state/schema/configuration.ts';
import type { Message } from '../mail/message.ts';
import type { Simulation } from '../simulation.ts';

const exceeds = (size: number, limit: Unlimited | null | undefined): boolean =>
  typeof limit === 'number' && limit > 0 && size > limit;

/** Exempt from size limits: system messages, DSNs, journal reports (facts 3.5). */
const isExempt = (message: Message): boolean => message.returnPath === '' || message.content.kind !== 'Message';

export function checkRestrictions(simulation: Simulation, message: Message, object: ConfigObject): string | undefined {
  const properties = object.properties as ConfigObject<'mailbox'>['properties'];
  if (message.returnPath === '') return undefined;
  const sender = simulation.directory.recipientByAddress(message.returnPath);
  const group = object.class === 'distributionGroup' || object.class === 'dynamicDistributionGroup';
  if (properties.RequireSenderAuthenticationEnabled && !message.authenticated)
    return '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required';
  const accept = properties.AcceptMessagesOnlyFrom;
  const reject = properties.RejectMessagesFrom;
  if (accept.length > 0 && (sender === undefined || !names(accept, sender))) return notAuthorized(group);
  if (reject.length > 0 && sender !== undefined && names(reject, sender)) return notAuthorized(group);
  if (!isExempt(message)) {
    // A mailbox limit overrides the organisation's between authenticated users.
    if (exceeds(message.content.size, properties.MaxReceiveSize))
      return '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient';
  }
  return undefined;
}

const notAuthorized = (group: boolean): string =>
  group
    ? '550 5.7.1 RESOLVER.RST.NotAuthorizedToGroup; not authorized'
    : '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized';

function names(list: readonly string[], object: ConfigObject): boolean {
  const properties = object.properties as ConfigObject<'mailbox'>['properties'];
  return list.some((entry) =>
    [
      object.name,
      properties.Alias,
      properties.PrimarySmtpAddress,
      properties.DisplayName,
      object.distinguishedName,
    ].some((name) => name?.toLowerCase() === entry.toLowerCase()),
  );
}

/** Limits on a message as a whole, on the first server: recipients and size. The error for all recipients, or nothing. */
export function checkMessageLimits(simulation: Simulation, message: Message): string | undefined {
  if (isExempt(message)) return undefined;
  const config = simulation.transportConfig;
  const sender = simulation.directory.recipientByAddress(message.returnPath);
  const senderProperties =
    sender?.class === 'mailbox' ? (sender.properties as ConfigObject<'mailbox'>['properties']) : undefined;
  const own = senderProperties?.RecipientLimits;
  const limit = typeof own === 'number' ? own : config.MaxRecipientEnvelopeLimit;
  if (typeof limit === 'number' && limit > 0 && message.recipients.length > limit)
    return '550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients';
  const { size } = message.content;
  if (senderProperties !== undefined && message.authenticated) {
    if (typeof senderProperties.MaxSendSize === 'number')
      return exceeds(size, senderProperties.MaxSendSize)
        ? '550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender'
        : undefined;
    return exceeds(size, config.MaxSendSize)
      ? '550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization'
      : undefined;
  }
  return exceeds(size, config.MaxReceiveSize)
    ? '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient'
    : undefined;
}
