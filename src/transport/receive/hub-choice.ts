// Which Transport service gets mail from Mailbox Transport Submission and Front End Transport: one of the recipients' delivery group
// (first 20 recipients), else one of the own group (spec W1; facts 9: front end, submission).

import { compareNames } from '../directory/directory.ts';
import type { Machine } from '../machines/machine.ts';
import { rotated } from '../network/resolver.ts';
import { type SitePath, sitePaths } from '../routing/site-paths.ts';
import type { Simulation } from '../simulation.ts';

const recipientsLookedAt = 20;

export interface HubChoice {
  /** Servers of the recipients' group, nearest group first; the own server leads when it is one. */
  preferred: Machine[];
  /** Servers of the own group. */
  fallback: Machine[];
  reason: string;
}

/** Delivery group of a server: its availability group over all sites, else the servers of its site that are in none. */
export function deliveryGroup(simulation: Simulation, machine: Machine): { name: string; members: Machine[] } {
  const own = simulation.directory.find('server', machine.name);
  const group = own?.properties.DatabaseAvailabilityGroup ?? null;
  const members: Machine[] = [];
  for (const server of simulation.directory.sorted('server')) {
    const { DatabaseAvailabilityGroup, Site, Version } = server.properties;
    const fits =
      group !== null
        ? DatabaseAvailabilityGroup?.toLowerCase() === group.toLowerCase()
        : DatabaseAvailabilityGroup === null && Site?.toLowerCase() === machine.site?.toLowerCase();
    const candidate = simulation.findMachine(server.name);
    if (fits && Version >= 2013 && candidate?.hasTransportRole && !candidate.isEdge) members.push(candidate);
  }
  return { name: group ?? `site ${machine.site}`, members };
}

/** Server of a mailbox recipient's active database, for recipients from 2013 on. */
function mailboxServer(simulation: Simulation, address: string): Machine | undefined {
  const recipient = simulation.directory.recipientByAddress(address);
  if (recipient?.class !== 'mailbox') return undefined;
  const database = simulation.directory.find('database', (recipient.properties.Database as string | null) ?? '');
  const machine =
    database?.properties.Server === null || database === undefined
      ? undefined
      : simulation.findMachine(database.properties.Server);
  return machine !== undefined && (machine.version ?? 0) >= 2013 ? machine : undefined;
}

export function chooseHubs(
  simulation: Simulation,
  machine: Machine,
  recipients: readonly string[],
  turn: number,
): HubChoice {
  const own = deliveryGroup(simulation, machine);
  const fallback = ordered(own.members, machine, turn);
  const groups = new Map<string, { members: Machine[]; cost: number }>();
  let paths: Map<string, SitePath> | undefined;
  for (const address of recipients.slice(0, recipientsLookedAt)) {
    const server = mailboxServer(simulation, address);
    if (server === undefined) continue;
    const group = deliveryGroup(simulation, server);
    if (groups.has(group.name)) continue;
    paths ??= sitePaths(
      machine.site ?? '',
      simulation.directory.sorted('adSite').map((site) => site.name),
      simulation.directory.sorted('adSiteLink'),
    );
    const reachable = paths;
    const cost = Math.min(
      ...group.members.map(
        (member) => reachable.get((member.site ?? '').toLowerCase())?.cost ?? Number.POSITIVE_INFINITY,
      ),
    );
    groups.set(group.name, { members: group.members, cost });
  }
  if (groups.size === 0)
    return { preferred: [], fallback, reason: 'no recipient has a mailbox here: a server of the own group' };
  const [name, nearest] = [...groups].sort(
    (left, right) => left[1].cost - right[1].cost || compareNames(left[0], right[0]),
  )[0]!;
  if (!Number.isFinite(nearest.cost))
    return { preferred: [], fallback, reason: `no path to ${name}: a server of the own group` };
  return {
    preferred: ordered(nearest.members, machine, turn),
    fallback,
    reason: `the recipients' delivery group is ${name}`,
  };
}

/** Own server first, then the others in turn. */
function ordered(members: readonly Machine[], machine: Machine, turn: number): Machine[] {
  const others = rotated(
    members.filter((member) => member !== machine),
    turn,
  );
  return members.includes(machine) ? [machine, ...others] : others;
}
