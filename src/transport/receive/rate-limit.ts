// MessageRateLimit of a Receive connector: messages a minute from one address or user (facts 8.3; *Message rate limits and throttling*).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { reply, type SmtpReply } from '../../smtp/reply.ts';
import type { Simulation } from '../simulation.ts';
import type { Peer } from './incoming.ts';

const minuteMs = 60_000;

const overLimit: SmtpReply = reply(
  421,
  '4.4.2',
  'Message submission rate for this client has exceeded the configured limit',
  { close: true },
);

/** Counts one message; the refusal when it is one too many. Exchange servers are not limited. */
export function countMessage(
  simulation: Simulation,
  connector: ConfigObject<'receiveConnector'>,
  peer: Peer,
): SmtpReply | undefined {
  const { MessageRateLimit, MessageRateSource } = connector.properties;
  if (typeof MessageRateLimit !== 'number' || MessageRateSource === 'None') return undefined;
  if (peer.server || peer.submission || peer.again === true) return undefined;
  const byUser = peer.user !== '' && (MessageRateSource === 'User' || MessageRateSource === 'All');
  const who = byUser ? peer.user : peer.address;
  const key = `${connector.guid}|${who}`;
  const minute = Math.floor(simulation.now / minuteMs);
  const known = simulation.messageRates.get(key);
  const count = known !== undefined && known[0] === minute ? known[1] + 1 : 1;
  if (count > MessageRateLimit) return overLimit;
  simulation.messageRates.set(key, [minute, count]);
  return undefined;
}
