// The Sender Id agent: the purported responsible address's domain is asked by SPF whether the client may send for it (*Sender ID*).

import { reply } from '../../../smtp/reply.ts';
import { domainOf } from '../../directory/names.ts';
import { type FilterAgent, type FilteredSession, includesAddress, isOn, type Verdict } from './agent.ts';
import { outsideServers } from './connection-filter.ts';
import { filterSettings } from './settings.ts';
import { checkSpf } from './spf.ts';

const notPermitted = reply(550, '5.7.1', 'Sender ID (PRA) Not Permitted');
const missingAddress = reply(550, '5.7.1', 'Missing purported responsible address');
const unavailable = reply(450, '4.4.3', 'Sender ID check is temporarily unavailable');

export const senderId: FilterAgent = {
  onEndOfHeaders(session, content) {
    const { simulation, machine, address } = session;
    const settings = filterSettings(simulation, machine, 'senderIdConfig');
    if (settings === undefined || !isOn(settings, session) || address === '') return undefined;
    session.prd = domainOf(content.from);
    if (includesAddress(settings.BypassedSenderDomains, session.prd)) return undefined;
    if (
      session.recipients.length > 0 &&
      session.recipients.every((recipient) => includesAddress(settings.BypassedRecipients, recipient))
    )
      return undefined;
    if (session.prd === '') return judge('Fail', settings.SpoofedDomainAction, content.from, missingAddress);
    session.senderId = ask(session);
    if (session.senderId === 'Fail')
      return judge('Fail_NotPermitted', settings.SpoofedDomainAction, session.prd, notPermitted);
    if (session.senderId === 'TempError') return judge('TempError', settings.TempErrorAction, session.prd, unavailable);
    return undefined;
  },
};

function ask(session: FilteredSession): FilteredSession['senderId'] {
  const { simulation, machine, address } = session;
  const question = { simulation, machine, servers: outsideServers(machine), address, waitMs: 0, lookups: 0 };
  const result = checkSpf(question, session.prd);
  session.waitMs += question.waitMs;
  return result;
}

function judge(
  reason: string,
  action: 'StampStatus' | 'Reject' | 'Delete',
  reasonData: string,
  refusal: typeof notPermitted,
): Verdict | undefined {
  if (action === 'StampStatus') return undefined;
  return action === 'Delete'
    ? { action: 'DeleteMessage', reason, reasonData }
    : { action: 'RejectMessage', reply: refusal, reason, reasonData };
}
