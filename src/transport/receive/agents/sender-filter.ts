// The Sender Filter agent: blocked senders, domains and blank senders, by the envelope's and the header's sender (*Sender filtering*).

import { reply } from '../../../smtp/reply.ts';
import { domainOf } from '../../directory/names.ts';
import { type FilterAgent, type FilteredSession, includesAddress, isOn, type Verdict } from './agent.ts';
import { filterSettings } from './settings.ts';

const senderDenied = reply(554, '5.1.0', 'Sender denied');

/** Why a sender is blocked, or undefined. */
function reasonOf(session: FilteredSession, sender: string, blankCounts: boolean): string | undefined {
  const settings = filterSettings(session.simulation, session.machine, 'senderFilterConfig');
  if (settings === undefined || !isOn(settings, session)) return undefined;
  if (sender === '') return blankCounts && settings.BlankSenderBlockingEnabled ? 'BlankSender' : undefined;
  const domain = domainOf(sender);
  if (includesAddress(settings.BlockedSenders, sender)) return 'BlockedSender';
  if (includesAddress(settings.BlockedDomains, domain)) return 'BlockedDomain';
  const below = settings.BlockedDomainsAndSubdomains.some((entry) => {
    const key = entry.toLowerCase().replace(/^\*\./, '');
    return domain === key || domain.endsWith(`.${key}`);
  });
  return below ? 'BlockedDomainAndSubdomains' : undefined;
}

function judge(
  session: FilteredSession,
  sender: string,
  action: Verdict['action'],
  blank: boolean,
): Verdict | undefined {
  const reason = reasonOf(session, sender, blank);
  if (reason === undefined) return undefined;
  const settings = filterSettings(session.simulation, session.machine, 'senderFilterConfig');
  if (settings?.Action === 'StampStatus') {
    session.blockedSender = true;
    return undefined;
  }
  return { action, reply: senderDenied, reason, reasonData: sender };
}

export const senderFilter: FilterAgent = {
  onMailCommand: (session, from) => judge(session, from, 'RejectCommand', true),
  onEndOfHeaders: (session, content) => judge(session, content.from, 'RejectMessage', false),
};
