// Which connector takes a recipient outside the organisation (facts 9: connector choice; *Connector selection in external message routing*).

import type { Directory } from '../directory/directory.ts';
import { compareNames } from '../directory/directory.ts';
import type { RoutedConnector, RoutingTable } from './routing-table.ts';

export interface AddressSpace {
  type: string;
  space: string;
  cost: number;
}

const spaces = new Map<string, AddressSpace>();

/** `SMTP:*.contoso.com;10` → its parts; the type defaults to SMTP, the cost to 1. */
export function parseAddressSpace(text: string): AddressSpace {
  let parsed = spaces.get(text);
  if (parsed === undefined) {
    const [head = '', cost] = text.split(';');
    const colon = head.indexOf(':');
    parsed = {
      type: colon < 0 ? 'SMTP' : head.slice(0, colon).toUpperCase(),
      space: (colon < 0 ? head : head.slice(colon + 1)).toLowerCase(),
      cost: cost === undefined ? 1 : Number(cost),
    };
    spaces.set(text, parsed);
  }
  return parsed;
}

/** How specific a space is for a domain or address: -1 does not fit; the longer the text that fits, the more. */
export function specificity(space: AddressSpace, type: string, target: string, directory: Directory): number {
  if (space.type !== type) return -1;
  if (space.space === '*') return 0;
  if (space.space === '--') return isInsideDomain(directory, target) ? 1 : -1;
  if (type !== 'SMTP') return wildcardFits(space.space, target) ? space.space.length : -1;
  if (space.space === target) return space.space.length * 2 + 1;
  if (space.space.startsWith('*.') && (target.endsWith(space.space.slice(1)) || target === space.space.slice(2)))
    return space.space.length * 2 - 2;
  return -1;
}

function wildcardFits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(text);
}

/** `--` on an Edge server stands for the domains that are delivered inside: authoritative and internal relay ones. */
function isInsideDomain(directory: Directory, domain: string): boolean {
  return directory
    .sorted('acceptedDomain')
    .some(
      ({ properties }) =>
        properties.DomainType !== 'ExternalRelay' &&
        domainFits(properties.DomainName, properties.MatchSubDomains, domain),
    );
}

export function domainFits(name: string, matchSubDomains: boolean, domain: string): boolean {
  const own = name.toLowerCase().replace(/^\*\./, '');
  return own === domain || ((matchSubDomains || name.startsWith('*.')) && domain.endsWith(`.${own}`));
}

export interface Selection {
  connector: RoutedConnector | undefined;
  space: AddressSpace | undefined;
  /** Why the others were not taken. */
  alternatives: readonly string[];
  /** Only their size limits kept connectors away. */
  tooLarge: boolean;
}

interface Candidate {
  connector: RoutedConnector;
  space: AddressSpace;
  fit: number;
}

export function selectConnector(
  directory: Directory,
  table: RoutingTable,
  type: string,
  target: string,
  size: number,
): Selection {
  const candidates: Candidate[] = [];
  const refused: string[] = [];
  let tooLarge = false;
  for (const connector of table.connectors) {
    const { name } = connector.object;
    const candidate = bestSpace(directory, connector, type, target);
    if (candidate === undefined) refused.push(`${name}: no address space fits`);
    else if (connector.ignored !== '') refused.push(`${name}: ${connector.ignored}`);
    else if (size > connector.maxMessageSize) {
      refused.push(`${name}: message too large (${size} > ${connector.maxMessageSize} bytes)`);
      tooLarge = true;
    } else candidates.push(candidate);
  }
  const winner = candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || order(candidate, best) < 0 ? candidate : best),
    undefined,
  );
  const lost = candidates
    .filter((candidate) => candidate !== winner)
    .map((candidate) => `${candidate.connector.object.name}: ${whyLost(candidate, winner!)}`);
  return { connector: winner?.connector, space: winner?.space, alternatives: [...lost, ...refused], tooLarge };
}

/** The address space of a connector that fits best: the most specific one, of equal ones the cheapest. */
export function bestSpace(
  directory: Directory,
  connector: RoutedConnector,
  type: string,
  target: string,
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const text of connector.object.properties.AddressSpaces) {
    const space = parseAddressSpace(text);
    const fit = specificity(space, type, target, directory);
    if (fit < 0) continue;
    if (best === undefined || fit > best.fit || (fit === best.fit && space.cost < best.space.cost))
      best = { connector, space, fit };
  }
  return best;
}

/** Cost of an address space and of the way to the source servers. */
export const totalCost = (connector: RoutedConnector, space: AddressSpace): number => connector.cost + space.cost;

const costText = ({ connector, space }: Candidate): string =>
  `${totalCost(connector, space)} (address space ${space.cost}, way ${connector.cost})`;

/** Address space, cost, proximity, name. */
function order(left: Candidate, right: Candidate): number {
  return (
    right.fit - left.fit ||
    totalCost(left.connector, left.space) - totalCost(right.connector, right.space) ||
    left.connector.proximity - right.connector.proximity ||
    compareNames(left.connector.object.name, right.connector.object.name)
  );
}

function whyLost(loser: Candidate, winner: Candidate): string {
  const { name } = winner.connector.object;
  if (loser.fit !== winner.fit)
    return `address space ${loser.space.space} is less specific than ${winner.space.space} of ${name}`;
  if (totalCost(loser.connector, loser.space) !== totalCost(winner.connector, winner.space))
    return `costs more: ${costText(loser)}, not ${costText(winner)}`;
  if (loser.connector.proximity !== winner.connector.proximity)
    return `its source servers are farther away than those of ${name}`;
  return `comes after ${name} by name`;
}
