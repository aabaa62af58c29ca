// Mail that keeps the path calculated before although routing would now choose another one: rules H1–H7, S1 and S2 of
// spec/rerouting. Nothing happens here; it is told to who asks why a message went the way it went.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { addressType, domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import type { Message, Recipient } from '../mail/message.ts';
import type { NextHopKey, Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { bestSpace, selectConnector } from './connector-selection.ts';
import { routeToExternal } from './external-route.ts';
import { routeToExpansionServer, routeToMailbox, routeToPublicFolder } from './next-hop.ts';
import { none, type RoutingOutcome } from './outcome.ts';
import type { RoutingTable } from './routing-table.ts';

/** Records the decision for recipients that were sent on by a path that routing would not choose any more. */
export function noteKeptPath(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  queued: { message: Message; since: number },
  recipients: readonly Recipient[],
): void {
  const table = service.routing;
  if (!simulation.trace.enabled || table === undefined) return;
  for (const recipient of recipients) {
    const now = routeNow(simulation.directory, table, queued.message, recipient.address);
    // What is outside is routed by the table alone; a mailbox or a group may have moved without it.
    if (now.kind === 'external' && queued.since >= service.routingSince) continue;
    if (now.kind === 'inside' || samePath(table, queue.key, now.outcome)) continue;
    simulation.trace.record(
      simulation.now,
      machine,
      'EnhancedDns',
      queued.message.content,
      [recipient.address],
      'Kept on the path chosen before',
      `mail that is submitted now goes another way: ${now.outcome.reason}`,
      {
        rule: ruleOf(simulation, table, queue.key, queued.message, recipient, now),
        alternatives: now.outcome.alternatives,
        inputs: [`queue ${machine.name}\\${queue.label} (${queue.key.type} ${queue.key.domain})`],
      },
    );
  }
}

interface RouteNow {
  outcome: RoutingOutcome;
  kind: 'mailbox' | 'group' | 'external' | 'inside';
  type: string;
  target: string;
}

/** What the routing step would come to now. */
function routeNow(directory: Directory, table: RoutingTable, message: Message, address: string): RouteNow {
  const size = message.returnPath === '' ? 0 : message.content.size;
  const object = table.server.edge ? undefined : directory.recipientByAddress(address);
  const inside = { type: 'SMTP', target: domainOf(address) };
  if (object?.class === 'mailbox') {
    const { Database } = (object as ConfigObject<'mailbox'>).properties;
    return { ...inside, kind: 'mailbox', outcome: routeToMailbox(directory, table, Database, size) };
  }
  if (object?.class === 'mailPublicFolder') {
    const { PublicFolderDatabases } = (object as ConfigObject<'mailPublicFolder'>).properties;
    return { ...inside, kind: 'mailbox', outcome: routeToPublicFolder(directory, table, PublicFolderDatabases, size) };
  }
  if (object?.class === 'distributionGroup') {
    const server = (object as ConfigObject<'distributionGroup'>).properties.ExpansionServer;
    const outcome = routeToExpansionServer(table, server || table.server.name, size);
    return { ...inside, kind: 'group', outcome };
  }
  if (object !== undefined && object.class !== 'mailContact' && object.class !== 'mailUser')
    return { ...inside, kind: 'inside', outcome: { kind: 'here', reason: '', alternatives: none } };
  const { type, value } = addressType(address);
  const target = type === 'SMTP' ? domainOf(value) : value;
  const outcome = routeToExternal(directory, table, type, target, size, message.origin.receiveConnector);
  return { type, target, kind: 'external', outcome };
}

/** The same next hop, or a fork on the way to it (delayed fan-out). */
function samePath(table: RoutingTable, key: NextHopKey, outcome: RoutingOutcome): boolean {
  if (outcome.kind !== 'key') return false;
  const { key: now } = outcome;
  if (now.type !== key.type) return false;
  if (now.connector === key.connector && now.object.toLowerCase() === key.object.toLowerCase()) return true;
  if (key.type !== 'SmtpRelayToRemoteAdSite') return false;
  const path = table.sites.get(now.object.toLowerCase())?.path ?? [];
  return path.some((site) => site.toLowerCase() === key.object.toLowerCase());
}

function ruleOf(
  simulation: Simulation,
  table: RoutingTable,
  key: NextHopKey,
  message: Message,
  recipient: Recipient,
  now: RouteNow,
): string {
  if (now.kind === 'group') return 'H7';
  if (now.kind === 'mailbox') return table.sites.has(key.object.toLowerCase()) ? 'H6' : 'H1';
  const used = table.connectors.find(({ object }) => object.guid === key.connector);
  if (used === undefined) return ruleOfSite(table, key);
  if (bestSpace(simulation.directory, used, now.type, now.target) === undefined) return 'H4';
  if (used.ignored !== '') return used.ignored.startsWith('scoped') ? 'S1' : '';
  if (message.content.size > used.maxMessageSize) return 'H2';
  const { connector } = selectConnector(simulation.directory, table, now.type, now.target, message.content.size);
  if (connector === used) return 'H5';
  const before = simulation.trace.lastAlternatives(message.content.id, table.server.name, recipient.address);
  return before.some((text) => text.startsWith(`${connector?.object.name}: `) && /disabled|scoped|too large/.test(text))
    ? 'H3'
    : 'H1';
}

/** Mail for a connector of a remote site waits for the site; here only a change of scope can have changed the way. */
function ruleOfSite(table: RoutingTable, key: NextHopKey): string {
  const scoped = table.connectors.some(
    (connector) =>
      connector.ignored.startsWith('scoped') &&
      connector.sources.some((source) => source.site?.toLowerCase() === key.object.toLowerCase()),
  );
  return scoped ? 'S2' : 'H1';
}
