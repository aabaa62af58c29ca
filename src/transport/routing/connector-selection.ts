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
  alternatives: string[];
  /** Only their size limits kept connectors away. */
  tooLarge: boolean;
}

export function selectConnector(
  directory: Directory,
  table: RoutingTable,
  type: string,
  target: string,
  size: number,
): Selection {
  const selection: Selection = { connector: undefined, space: undefined, alternatives: [], tooLarge: false };
  let bestFit = -1;
  for (const connector of table.connectors) {
    const name = connector.object.name;
    let fit = -1;
    let space: AddressSpace | undefined;
    for (const text of connector.object.properties.AddressSpaces) {
      const candidate = parseAddressSpace(text);
      const value = specificity(candidate, type, target, directory);
      if (value > fit || (value === fit && value >= 0 && space !== undefined && candidate.cost < space.cost)) {
        fit = value;
        space = candidate;
      }
    }
    if (space === undefined) selection.alternatives.push(`${name}: no address space fits`);
    else if (connector.ignored !== '') selection.alternatives.push(`${name}: ${connector.ignored}`);
    else if (size > connector.maxMessageSize) {
      selection.alternatives.push(`${name}: message too large (${size} > ${connector.maxMessageSize} bytes)`);
      selection.tooLarge = true;
    } else if (
      selection.connector === undefined ||
      prefer(connector, space, fit, selection.connector, selection.space!, bestFit)
    ) {
      if (selection.connector !== undefined)
        selection.alternatives.push(`${selection.connector.object.name}: less specific, dearer or farther`);
      selection.connector = connector;
      selection.space = space;
      bestFit = fit;
    } else selection.alternatives.push(`${name}: less specific, dearer or farther`);
  }
  return selection;
}

function prefer(
  left: RoutedConnector,
  leftSpace: AddressSpace,
  leftFit: number,
  right: RoutedConnector,
  rightSpace: AddressSpace,
  rightFit: number,
): boolean {
  if (leftFit !== rightFit) return leftFit > rightFit;
  const leftCost = left.cost + leftSpace.cost;
  const rightCost = right.cost + rightSpace.cost;
  if (leftCost !== rightCost) return leftCost < rightCost;
  if (left.proximity !== right.proximity) return left.proximity < right.proximity;
  return compareNames(left.object.name, right.object.name) < 0;
}
