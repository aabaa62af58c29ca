// Recipient domains that a Receive connector of 2016 and later may be told to refuse.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { reply, type SmtpReply } from '../../smtp/reply.ts';

/** Domains that the connector may be told to refuse (facts 3.4, 5.1.4 to 5.1.6; RFC 2606). */
export function refusedDomain(
  properties: ConfigObject<'receiveConnector'>['properties'],
  domain: string,
): SmtpReply | undefined {
  if (domain === '' || domain.startsWith('[')) return undefined;
  const labels = domain.split('.');
  if (properties.RejectSingleLabelRecipientDomains === true && labels.length === 1)
    return reply(550, '5.1.6', 'Recipient addresses in single label domains not accepted');
  const top = labels.at(-1)!;
  if (
    properties.RejectReservedTopLevelRecipientDomains === true &&
    labels.length > 1 &&
    ['test', 'example', 'invalid', 'localhost'].includes(top)
  )
    return reply(550, '5.1.4', 'Recipient address reserved by RFC 2606');
  if (properties.RejectReservedSecondLevelRecipientDomains === true && /(^|\.)example\.(com|net|org)$/.test(domain))
    return reply(550, '5.1.5', 'Recipient address reserved by RFC 2606');
  return undefined;
}
