// The Content Filter agent: gives a message its spam confidence level and, by thresholds, deletes, rejects or quarantines it
// (*Content filtering*, *Spam confidence level threshold*): the action of the highest threshold that the level reaches is taken.

import type { ConfigObject } from '../../../../state/schema/configuration.ts';
import { reply } from '../../../smtp/reply.ts';
import { domainOf } from '../../directory/names.ts';
import type { Content } from '../../mail/content.ts';
import { type FilterAgent, type FilteredSession, includesAddress, isOn, type Verdict } from './agent.ts';
import { contentScore } from './content-score.ts';
import { filterSettings } from './settings.ts';

type Settings = ConfigObject<'contentFilterConfig'>['properties'];

/** Level of mail that is not to be judged. */
const bypassed = -1;

export const contentFilter: FilterAgent = {
  onEndOfData(session, content) {
    const settings = filterSettings(session.simulation, session.machine, 'contentFilterConfig');
    if (settings === undefined || !isOn(settings, session)) return undefined;
    session.scl = isBypassed(settings, session, content) ? bypassed : contentScore(content, session);
    return verdictOf(settings, session.scl);
  },
};

function isBypassed(settings: Settings, session: FilteredSession, content: Content): boolean {
  const { BypassedSenders, BypassedSenderDomains, BypassedRecipients } = settings;
  const senders = [session.from, content.from];
  return (
    senders.some((sender) => includesAddress(BypassedSenders, sender)) ||
    senders.some((sender) => BypassedSenderDomains.some((entry) => isInDomain(entry, domainOf(sender)))) ||
    (session.recipients.length > 0 &&
      session.recipients.every((recipient) => includesAddress(BypassedRecipients, recipient)))
  );
}

/** `contoso.com`, or `*.contoso.com` with everything below. */
function isInDomain(entry: string, domain: string): boolean {
  const key = entry.toLowerCase();
  return key.startsWith('*.') ? domain === key.slice(2) || domain.endsWith(key.slice(1)) : domain === key;
}

function verdictOf(settings: Settings, scl: number): Verdict {
  const found = { reason: 'SCL', reasonData: String(scl) };
  if (settings.SCLDeleteEnabled && scl >= settings.SCLDeleteThreshold) return { action: 'DeleteMessage', ...found };
  if (settings.SCLRejectEnabled && scl >= settings.SCLRejectThreshold)
    return { action: 'RejectMessage', reply: reply(550, '5.7.1', settings.RejectionResponse), ...found };
  if (settings.SCLQuarantineEnabled && scl >= settings.SCLQuarantineThreshold) return quarantined(settings, found);
  return { action: 'AcceptMessage', ...found };
}

/** Without a quarantine mailbox nothing can be kept: the sender is told (facts 3.4, 5.2.1). */
function quarantined(settings: Settings, found: { reason: string; reasonData: string }): Verdict {
  const mailbox = settings.QuarantineMailbox;
  if (mailbox !== null && mailbox !== '') return { action: 'QuarantineMessage', mailbox, ...found };
  return {
    action: 'RejectMessage',
    reply: reply(550, '5.2.1', 'Content Filter agent quarantined this message'),
    ...found,
  };
}
