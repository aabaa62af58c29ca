// Delayed fan-out (2007 and 2010; facts 9: relay): one copy travels until the paths to its remote sites fork.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import type { Recipient } from '../mail/message.ts';
import type { NextHopKey } from '../queues/queue.ts';
import type { RoutingTable } from './routing-table.ts';

/** Groups recipients in remote sites; recipients whose paths begin alike share the last common site that has a Hub Transport server. */
export function delayedFanOut(
  table: RoutingTable,
  entries: readonly { recipient: Recipient; key: NextHopKey }[],
): [NextHopKey, Recipient[]][] {
  if (entries.length === 0) return [];
  const bySite = new Map<string, { key: NextHopKey; recipients: Recipient[] }>();
  for (const { recipient, key } of entries) {
    const site = key.object.toLowerCase();
    const group = bySite.get(site);
    if (group === undefined) bySite.set(site, { key, recipients: [recipient] });
    else group.recipients.push(recipient);
  }
  if (bySite.size === 1) return [...bySite.values()].map(({ key, recipients }) => [key, recipients]);
  const byFirstHop = new Map<string, { key: NextHopKey; recipients: Recipient[]; path: string[] }[]>();
  for (const [site, group] of bySite) {
    const path = table.sites.get(site)?.path ?? [];
    const first = path[0]?.toLowerCase() ?? site;
    byFirstHop.set(first, [...(byFirstHop.get(first) ?? []), { ...group, path }]);
  }
  const result: [NextHopKey, Recipient[]][] = [];
  for (const groups of byFirstHop.values()) {
    const fork =
      groups.length === 1
        ? undefined
        : lastCommonSite(
            table,
            groups.map((group) => group.path),
          );
    if (fork === undefined) for (const { key, recipients } of groups) result.push([key, recipients]);
    else
      result.push([
        { ...groups[0]!.key, domain: fork.toLowerCase(), object: fork },
        groups.flatMap((group) => group.recipients),
      ]);
  }
  return result;
}

function lastCommonSite(table: RoutingTable, paths: readonly string[][]): string | undefined {
  let last: string | undefined;
  const [first = []] = paths;
  for (let index = 0; index < first.length; index += 1) {
    const site = first[index]!;
    if (!paths.every((path) => path[index]?.toLowerCase() === site.toLowerCase())) break;
    if (table.hubs.has(site.toLowerCase())) last = site;
  }
  return last;
}

/** The copy is for several sites and waits for the one where their paths part (rule F7). */
export function waitsAtFork(directory: Directory, table: RoutingTable, recipients: readonly Recipient[]): boolean {
  const sites = new Set<string>();
  for (const { address } of recipients) sites.add((siteOf(directory, table, address) ?? '').toLowerCase());
  return sites.size > 1;
}

/** AD site of a recipient's mailbox or expansion server; null for all others. */
function siteOf(directory: Directory, table: RoutingTable, address: string): string | null {
  const object = directory.recipientByAddress(address);
  const properties = object?.properties as Partial<ConfigObject<'mailbox'>['properties']> | undefined;
  const group = object?.properties as Partial<ConfigObject<'distributionGroup'>['properties']> | undefined;
  const database = directory.find('database', properties?.Database ?? '');
  const server = database?.properties.Server ?? group?.ExpansionServer ?? '';
  return table.servers.get(server.toLowerCase().split('.')[0]!)?.site ?? null;
}
