// How many connections a Receive connector takes: altogether, from one address, and which part of those still free one address may
// have (*Message rate limits and throttling*). Only conversations that stay open count: transfers between hosts take no time.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { reply, type SmtpReply } from '../../smtp/reply.ts';
import type { Simulation } from '../simulation.ts';
import type { Peer } from './incoming.ts';

const overLimit = reply(
  421,
  '4.3.2',
  'The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
  { close: true },
);
const overClientLimit = reply(
  421,
  '4.3.2',
  'The maximum number of concurrent connections for this client has exceeded a limit, closing transmission channel',
  { close: true },
);

export function refusesConnection(
  simulation: Simulation,
  connector: ConfigObject<'receiveConnector'>,
  peer: Peer,
): SmtpReply | undefined {
  if (simulation.sessions.size === 0 || peer.again === true) return undefined;
  const {
    MaxInboundConnection: most,
    MaxInboundConnectionPerSource: mostPerSource,
    MaxInboundConnectionPercentagePerSource: percentage,
    ConnectionTimeout,
    ConnectionInactivityTimeout,
  } = connector.properties;
  let all = 0;
  let own = 0;
  for (const session of simulation.sessions.values()) {
    if (session.connector !== connector.guid) continue;
    const { openedAt = 0, lastAt = 0 } = session;
    if (simulation.now - openedAt > ConnectionTimeout || simulation.now - lastAt > ConnectionInactivityTimeout)
      continue;
    all += 1;
    if (session.peerAddress === peer.address) own += 1;
  }
  if (typeof most === 'number' && all >= most) return overLimit;
  if (typeof mostPerSource === 'number' && own >= mostPerSource) return overClientLimit;
  // The part of the free connections; one is always left to a client that has none.
  const part = typeof most === 'number' ? Math.max(1, Math.floor(((most - all) * percentage) / 100)) : Infinity;
  return percentage < 100 && own >= part ? overClientLimit : undefined;
}
