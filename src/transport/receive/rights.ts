// What a session may do: the rights that a Receive connector's permission groups give to who is at the other end (facts 8.3), and
// those that were given by hand (Add-ADPermission).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Peer } from './incoming.ts';

/** Extended rights by their names in the protocol log; the directory's names begin with `ms-Exch-`. */
export type Right =
  | 'SMTPSubmit'
  | 'SMTPAcceptAnyRecipient'
  | 'SMTPAcceptAnySender'
  | 'SMTPAcceptAuthoritativeDomainSender'
  | 'SMTPAcceptAuthenticationFlag'
  | 'SMTPAcceptExch50'
  | 'BypassAntiSpam'
  | 'BypassMessageSizeLimit'
  | 'AcceptRoutingHeaders'
  | 'AcceptOrganizationHeaders'
  | 'AcceptForestHeaders';

/** The directory's name of each right, in the order in which they are listed. */
export const rightNames: readonly [directoryName: string, right: Right][] = [
  ['ms-Exch-SMTP-Submit', 'SMTPSubmit'],
  ['ms-Exch-SMTP-Accept-Any-Recipient', 'SMTPAcceptAnyRecipient'],
  ['ms-Exch-SMTP-Accept-Any-Sender', 'SMTPAcceptAnySender'],
  ['ms-Exch-SMTP-Accept-Authoritative-Domain-Sender', 'SMTPAcceptAuthoritativeDomainSender'],
  ['ms-Exch-SMTP-Accept-Authentication-Flag', 'SMTPAcceptAuthenticationFlag'],
  ['ms-Exch-SMTP-Accept-Exch50', 'SMTPAcceptExch50'],
  ['ms-Exch-Bypass-Anti-Spam', 'BypassAntiSpam'],
  ['ms-Exch-Bypass-Message-Size-Limit', 'BypassMessageSizeLimit'],
  ['ms-Exch-Accept-Headers-Routing', 'AcceptRoutingHeaders'],
  ['ms-Exch-Accept-Headers-Organization', 'AcceptOrganizationHeaders'],
  ['ms-Exch-Accept-Headers-Forest', 'AcceptForestHeaders'],
];

export type Principal = 'server' | 'externallySecured' | 'user' | 'partner' | 'anonymous';

/** Accounts that the rights of a principal are given to in the directory. */
export const accountOf: Record<Principal, string> = {
  server: 'Exchange Servers',
  externallySecured: 'Externally Secured Servers',
  user: 'NT AUTHORITY\\Authenticated Users',
  partner: 'Partner Servers',
  anonymous: 'NT AUTHORITY\\ANONYMOUS LOGON',
};

const externallySecured: Right[] = [
  'SMTPSubmit',
  'SMTPAcceptAnyRecipient',
  'SMTPAcceptAnySender',
  'SMTPAcceptAuthoritativeDomainSender',
  'SMTPAcceptAuthenticationFlag',
  'SMTPAcceptExch50',
  'BypassAntiSpam',
  'BypassMessageSizeLimit',
  'AcceptRoutingHeaders',
];
const everything: Right[] = [...externallySecured, 'AcceptOrganizationHeaders', 'AcceptForestHeaders'];

/** The group that stands behind a principal, and what it gives. */
export const grants: Record<Principal, { group: string; rights: readonly Right[] }> = {
  server: { group: 'ExchangeServers', rights: everything },
  externallySecured: { group: 'ExchangeServers', rights: externallySecured },
  user: {
    group: 'ExchangeUsers',
    rights: ['SMTPSubmit', 'SMTPAcceptAnyRecipient', 'BypassAntiSpam', 'AcceptRoutingHeaders'],
  },
  partner: { group: 'Partners', rights: ['SMTPSubmit', 'AcceptRoutingHeaders'] },
  anonymous: {
    group: 'AnonymousUsers',
    rights: ['SMTPSubmit', 'SMTPAcceptAnySender', 'SMTPAcceptAuthoritativeDomainSender', 'AcceptRoutingHeaders'],
  },
};

type Connector = ConfigObject<'receiveConnector'>;

export const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** As whom the connector takes the other end. */
export function principalOf({ properties }: Connector, peer: Peer): Principal {
  if (peer.server || peer.submission) return 'server';
  if (properties.AuthMechanism.includes('ExternalAuthoritative')) return 'externallySecured';
  if (peer.user !== '') return 'user';
  return properties.DomainSecureEnabled && peer.tls === true ? 'partner' : 'anonymous';
}

const allRights: ReadonlySet<Right> = new Set(everything);
const known = new Map<string, ReadonlySet<Right>>();

/** Rights of a session. Exchange servers of the organisation have theirs on every connector that they can authenticate to. */
export function rightsOf(connector: Connector, peer: Peer): ReadonlySet<Right> {
  const principal = principalOf(connector, peer);
  if (principal === 'server') return allRights;
  const { PermissionGroups, ExtendedRights } = connector.properties;
  const key = `${principal}|${PermissionGroups}|${ExtendedRights.join(';')}|${peer.machineId !== 0}`;
  let rights = known.get(key);
  if (rights === undefined) {
    rights = calculateRights(principal, wordsOf(PermissionGroups ?? ''), ExtendedRights, peer.machineId !== 0);
    if (known.size > 500) known.clear();
    known.set(key, rights);
  }
  return rights;
}

function calculateRights(
  principal: Principal,
  groups: readonly string[],
  extended: readonly string[],
  fromServer: boolean,
): Set<Right> {
  const rights = new Set<Right>(groups.includes(grants[principal].group) ? grants[principal].rights : []);
  // A partner's session without its certificate is an anonymous one; partners, and users who log on, may do what anybody may.
  if ((principal === 'partner' || principal === 'user') && groups.includes('AnonymousUsers'))
    for (const right of grants.anonymous.rights) rights.add(right);
  // So may a user whom the connector has nothing for.
  if (principal === 'user' && !groups.includes('ExchangeUsers') && groups.includes('AnonymousUsers'))
    for (const right of grants.anonymous.rights) rights.add(right);
  // What is typed on an Exchange server counts as that server's as far as handing in mail goes (spec W1 step 7).
  if (fromServer && groups.includes('ExchangeServers')) for (const right of grants.anonymous.rights) rights.add(right);
  for (const entry of extended) {
    const [account = '', name = ''] = entry.split('|');
    const right = rightNames.find(([directoryName]) => directoryName.toLowerCase() === name.toLowerCase())?.[1];
    if (right !== undefined && account.toLowerCase() === accountOf[principal].toLowerCase()) rights.add(right);
  }
  return rights;
}

/** The rights as the protocol log names them. */
export function rightsText(rights: ReadonlySet<Right>): string {
  return rightNames
    .filter(([, right]) => rights.has(right))
    .map(([, right]) => right)
    .join(' ');
}
