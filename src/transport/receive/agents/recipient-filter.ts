// The Recipient Filter agent: blocked recipients, and recipients that the directory does not know (*Recipient filtering*). Edge servers
// know the organisation's recipients by EdgeSync only: without a subscription they cannot validate.

import { reply } from '../../../smtp/reply.ts';
import { domainOf } from '../../directory/names.ts';
import { domainFits } from '../../routing/connector-selection.ts';
import { type FilterAgent, type FilteredSession, includesAddress, isOn } from './agent.ts';
import { filterSettings } from './settings.ts';

const userUnknown = reply(550, '5.1.1', 'User unknown');
const notAuthorized = reply(550, '5.7.1', 'Recipient not authorized');

function knowsRecipients({ simulation, machine }: FilteredSession): boolean {
  if (!machine.isEdge) return true;
  return simulation.directory.sorted('edgeSubscription').some(({ name, properties }) => {
    const server = String(properties.Server ?? name).toLowerCase();
    return server === machine.name.toLowerCase() || server === machine.fqdn.toLowerCase();
  });
}

/** Only authoritative domains have all their recipients here. */
function isAuthoritative({ simulation }: FilteredSession, domain: string): boolean {
  return simulation.directory
    .sorted('acceptedDomain')
    .some(
      ({ properties }) =>
        properties.DomainType === 'Authoritative' &&
        domainFits(properties.DomainName, properties.MatchSubDomains, domain),
    );
}

export const recipientFilter: FilterAgent = {
  onRcptCommand(session, recipient) {
    const settings = filterSettings(session.simulation, session.machine, 'recipientFilterConfig');
    if (settings === undefined || !isOn(settings, session)) return undefined;
    if (settings.BlockListEnabled && includesAddress(settings.BlockedRecipients, recipient))
      return { action: 'RejectCommand', reply: userUnknown, reason: 'RecipientInBlockList', reasonData: recipient };
    const domain = domainOf(recipient);
    if (!settings.RecipientValidationEnabled || !knowsRecipients(session) || !isAuthoritative(session, domain))
      return undefined;
    const object = session.simulation.directory.recipientByAddress(recipient);
    if (object === undefined)
      return { action: 'RejectCommand', reply: userUnknown, reason: 'RecipientDoesNotExist', reasonData: recipient };
    const { RequireSenderAuthenticationEnabled } = object.properties as {
      RequireSenderAuthenticationEnabled?: boolean;
    };
    return RequireSenderAuthenticationEnabled === true && session.external
      ? { action: 'RejectCommand', reply: notAuthorized, reason: 'RecipientRestricted', reasonData: recipient }
      : undefined;
  },
};
