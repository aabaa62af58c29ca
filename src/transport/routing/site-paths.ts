// Least-cost paths over AD site links (facts 9: path). Cost first, then hops, then the alphanumerically lowest site name
// next to the destination, the one before it, and so on.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { compareNames } from '../directory/directory.ts';

export interface SitePath {
  site: string;
  cost: number;
  /** Sites after the start, the target last; empty for the start itself. */
  path: string[];
  /** Smallest MaxMessageSize of the links on the path, in bytes. */
  maxMessageSize: number;
}

interface Edge {
  to: string;
  cost: number;
  maxMessageSize: number;
}

export function linkCost(link: ConfigObject<'adSiteLink'>): number {
  return link.properties.ExchangeCost ?? link.properties.ADCost;
}

function edgesOf(links: Iterable<ConfigObject<'adSiteLink'>>, known: ReadonlyMap<string, string>): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  for (const link of links) {
    const sites = link.properties.Sites.map((name) => known.get(name.toLowerCase())).filter(
      (name) => name !== undefined,
    );
    const size =
      link.properties.MaxMessageSize === 'Unlimited' ? Number.POSITIVE_INFINITY : link.properties.MaxMessageSize;
    for (const from of sites) {
      for (const to of sites) {
        if (from === to) continue;
        const list = edges.get(from) ?? [];
        list.push({ to, cost: linkCost(link), maxMessageSize: size });
        edges.set(from, list);
      }
    }
  }
  return edges;
}

function better(left: SitePath, right: SitePath): boolean {
  if (left.cost !== right.cost) return left.cost < right.cost;
  if (left.path.length !== right.path.length) return left.path.length < right.path.length;
  for (let index = left.path.length - 1; index >= 0; index -= 1) {
    const order = compareNames(left.path[index]!, right.path[index]!);
    if (order !== 0) return order < 0;
  }
  return false;
}

/** Paths from one site to all that can be reached, by name in lower case. */
export function sitePaths(
  start: string,
  sites: Iterable<string>,
  links: Iterable<ConfigObject<'adSiteLink'>>,
): Map<string, SitePath> {
  const known = new Map<string, string>();
  for (const name of sites) known.set(name.toLowerCase(), name);
  const origin = known.get(start.toLowerCase());
  const result = new Map<string, SitePath>();
  if (origin === undefined) return result;
  const edges = edgesOf(links, known);
  result.set(origin.toLowerCase(), { site: origin, cost: 0, path: [], maxMessageSize: Number.POSITIVE_INFINITY });
  const waiting = [origin];
  while (waiting.length > 0) {
    const from = waiting.shift()!;
    const base = result.get(from.toLowerCase())!;
    for (const edge of edges.get(from) ?? []) {
      if (edge.to === origin || base.path.includes(edge.to)) continue;
      const candidate: SitePath = {
        site: edge.to,
        cost: base.cost + edge.cost,
        path: [...base.path, edge.to],
        maxMessageSize: Math.min(base.maxMessageSize, edge.maxMessageSize),
      };
      const present = result.get(edge.to.toLowerCase());
      if (present === undefined || better(candidate, present)) {
        result.set(edge.to.toLowerCase(), candidate);
        waiting.push(edge.to);
      }
    }
  }
  return result;
}

/** The ways to a site that begin at another neighbour of the start than the best one does, with their costs, for explanations. */
export function otherPaths(
  best: SitePath,
  start: string,
  sites: readonly string[],
  links: readonly ConfigObject<'adSiteLink'>[],
): string[] {
  const known = new Map(sites.map((name) => [name.toLowerCase(), name]));
  const origin = known.get(start.toLowerCase());
  const rest = sites.filter((name) => name !== origin);
  const found = new Map<string, { text: string; cost: number }>();
  for (const { to, cost } of edgesOf(links, known).get(origin ?? '') ?? []) {
    if (to === best.path[0]) continue;
    const onward = sitePaths(to, rest, links).get(best.site.toLowerCase());
    if (onward === undefined) continue;
    const total = cost + onward.cost;
    if (total < (found.get(to)?.cost ?? Number.POSITIVE_INFINITY))
      found.set(to, { text: `path ${[to, ...onward.path].join(' - ')}: cost ${total}, not ${best.cost}`, cost: total });
  }
  return [...found.values()].map(({ text }) => text);
}
