// Distinguished names, legacy Exchange names and addresses: made from names by the product's patterns.

import type { ConfigClass } from '../../../state/schema/configuration.ts';

const domainComponents = (forest: string): string =>
  forest
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',');

/** Administrative group and routing group that all servers from 2007 on are in. */
export const administrativeGroup = 'Exchange Administrative Group (FYDIBOHF23SPDLT)';
export const exchangeRoutingGroup = 'Exchange Routing Group (DWBGZMFD01QNBJR)';

const organizationOf = (forest: string): string =>
  forest.split('.')[0]!.replace(/^./, (letter) => letter.toUpperCase());

/** `contoso.com/Sales/West`, `Sales` or a distinguished name as the distinguished name of a container; Users without one. */
function containerName(unit: string, forest: string): string {
  const root = domainComponents(forest);
  if (unit === '') return `CN=Users,${root}`;
  if (unit.includes('=')) return unit;
  const parts = unit.split('/').filter((part) => part !== '' && part.toLowerCase() !== forest.toLowerCase());
  const path = parts.reverse().map((part) => (part.toLowerCase() === 'users' ? `CN=${part}` : `OU=${part}`));
  return [...path, root].join(',');
}

export function distinguishedNameOf(
  configClass: ConfigClass,
  name: string,
  server: string,
  forest: string,
  unit = '',
): string {
  const root = domainComponents(forest);
  const organization = `CN=${organizationOf(forest)},CN=Microsoft Exchange,CN=Services,CN=Configuration,${root}`;
  const group = `CN=${administrativeGroup},CN=Administrative Groups,${organization}`;
  switch (configClass) {
    case 'user':
    case 'mailbox':
    case 'mailUser':
    case 'mailContact':
    case 'distributionGroup':
    case 'dynamicDistributionGroup':
      return `CN=${name},${containerName(unit, forest)}`;
    case 'mailPublicFolder':
      return `CN=${name},CN=Microsoft Exchange System Objects,${root}`;
    case 'adSite':
      return `CN=${name},CN=Sites,CN=Configuration,${root}`;
    case 'adSiteLink':
      return `CN=${name},CN=IP,CN=Inter-Site Transports,CN=Sites,CN=Configuration,${root}`;
    case 'server':
    case 'transportService':
    case 'mailboxServer':
      return `CN=${name},CN=Servers,${group}`;
    case 'frontendTransportService':
      return `CN=Frontend,CN=Transport Configuration,CN=${name},CN=Servers,${group}`;
    case 'mailboxTransportService':
      return `CN=Mailbox,CN=Transport Configuration,CN=${name},CN=Servers,${group}`;
    case 'receiveConnector':
      return `CN=${name},CN=SMTP Receive Connectors,CN=Protocols,CN=${server},CN=Servers,${group}`;
    case 'sendConnector':
    case 'foreignConnector':
    case 'deliveryAgentConnector':
    case 'routingGroupConnector':
      return `CN=${name},CN=Connections,CN=${exchangeRoutingGroup},CN=Routing Groups,${group}`;
    case 'routingGroup':
      return `CN=${name},CN=Routing Groups,${group}`;
    case 'database':
    case 'publicFolderDatabase':
      return `CN=${name},CN=Databases,${group}`;
    case 'databaseAvailabilityGroup':
      return `CN=${name},CN=Database Availability Groups,${group}`;
    case 'acceptedDomain':
      return `CN=${name},CN=Accepted Domains,CN=Transport Settings,${organization}`;
    case 'remoteDomain':
      return `CN=${name},CN=Internet Message Formats,CN=Global Settings,${organization}`;
    case 'transportConfig':
      return `CN=${name},CN=Global Settings,${organization}`;
    case 'transportRule':
      return `CN=${name},CN=TransportVersioned,CN=Rules,CN=Transport Settings,${organization}`;
    case 'journalRule':
      return `CN=${name},CN=JournalingVersioned,CN=Rules,CN=Transport Settings,${organization}`;
    default:
      return `CN=${name},CN=Transport Settings,${organization}`;
  }
}

export function legacyExchangeDN(name: string, forest: string): string {
  return `/o=${organizationOf(forest)}/ou=${administrativeGroup}/cn=Recipients/cn=${name.toLowerCase().replace(/[^a-z0-9._-]/g, '')}`;
}

/** Part after the @, in lower case; empty when there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).toLowerCase();
}

/** `FAX:5551234` split into type and address; SMTP addresses have type SMTP. */
export function addressType(address: string): { type: string; value: string } {
  const match = /^([A-Za-z0-9]+):(.*)$/.exec(address);
  if (match === null || (address.includes('@') && match[1]!.length > 12)) return { type: 'SMTP', value: address };
  return { type: match[1]!.toUpperCase(), value: match[2]! };
}

/**
 * Non-SMTP address inside an SMTP one (*Understanding Recipient Resolution*, encapsulated addresses): `IMCEAFAX-5551234@contoso.com`
 * is `FAX:5551234`; `_` stands for a slash, `+xx` for the character of that code. Undefined for every other address.
 */
export function decapsulated(address: string): string | undefined {
  const match = /^IMCEA([A-Za-z0-9]+)-(.+)@/i.exec(address);
  if (match === null) return undefined;
  const value = match[2]!
    .replaceAll('_', '/')
    .replace(/\+([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return `${match[1]!.toUpperCase()}:${value}`;
}
