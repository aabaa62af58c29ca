// Who may send to a recipient, and how much: accept and reject lists, authentication, sizes (facts 3.4 RESOLVER.RST, 3.5).

import type { ConfigObject, Unlimited } from '../../../state/schema/configuration.ts';
import type { Message } from '../mail/message.ts';
import type { Simulation } from '../simulation.ts';
import { isMemberOf, isNamed } from './membership.ts';

const exceeds = (size: number, limit: Unlimited | null | undefined): boolean =>
  typeof limit === 'number' && limit > 0 && size > limit;

/** Exempt from size limits: system messages, DSNs, journal reports (facts 3.5). */
const isExempt = (message: Message): boolean => message.returnPath === '' || message.content.kind !== 'Message';

export function checkRestrictions(simulation: Simulation, message: Message, object: ConfigObject): string | undefined {
  const properties = object.properties as ConfigObject<'mailbox'>['properties'];
  if (message.returnPath === '' || message.content.kind === 'JournalReport') return undefined;
  const sender = simulation.directory.recipientByAddress(message.returnPath);
  const group = object.class === 'distributionGroup' || object.class === 'dynamicDistributionGroup';
  if (properties.RequireSenderAuthenticationEnabled && !message.authenticated)
    return '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required';
  if (!isAccepted(simulation, properties, sender)) return notAuthorized(group);
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

/** Accept lists hold when there are any: the sender is named or a member of a named group; reject lists win over them. */
function isAccepted(
  simulation: Simulation,
  properties: ConfigObject<'mailbox'>['properties'],
  sender: ConfigObject | undefined,
): boolean {
  // Public folders have none of these lists.
  const { AcceptMessagesOnlyFrom = [], AcceptMessagesOnlyFromDLMembers = [] } = properties;
  const { RejectMessagesFrom = [], RejectMessagesFromDLMembers = [] } = properties;
  const listed = (names: readonly string[], groups: readonly string[]): boolean =>
    sender !== undefined &&
    (isNamed(names, sender) || groups.some((group) => isMemberOf(simulation.directory, sender, group)));
  if (RejectMessagesFrom.length + RejectMessagesFromDLMembers.length > 0)
    if (listed(RejectMessagesFrom, RejectMessagesFromDLMembers)) return false;
  if (AcceptMessagesOnlyFrom.length + AcceptMessagesOnlyFromDLMembers.length === 0) return true;
  return listed(AcceptMessagesOnlyFrom, AcceptMessagesOnlyFromDLMembers);
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

/** What leaves the organisation obeys the organisation's limit, whatever the sender's own one allows (facts 3.5: anonymous recipients always). */
export function checkOutsideLimits(simulation: Simulation, message: Message): string | undefined {
  if (isExempt(message) || !message.authenticated) return undefined;
  return exceeds(message.content.size, simulation.transportConfig.MaxSendSize)
    ? '550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization'
    : undefined;
}
