// EdgeSync: what was copied to a subscribed Edge server, when, and whether it is what the directory has now. The service copies
// configuration every three minutes and recipients every five while it runs and reaches the Edge server; Start-EdgeSynchronization
// does it at once (*Edge Subscriptions*; intervals of Set-EdgeSyncServiceConfig).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { type ConfigClass, type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { serviceRuns } from './servers.ts';

export type Subscription = ConfigObject<'edgeSubscription'>;
export type SyncType = 'Configuration' | 'Recipients';

const intervalProperty = { Configuration: 'ConfigurationSyncInterval', Recipients: 'RecipientSyncInterval' } as const;
const usualIntervalMs = { Configuration: 180_000, Recipients: 300_000 };

const configurationClasses = ['acceptedDomain', 'remoteDomain', 'sendConnector', 'transportConfig'] as const;
export const classesOf = (type: SyncType): readonly ConfigClass[] =>
  type === 'Configuration' ? configurationClasses : recipientClasses;

/** Servers of the subscribed site that run EdgeSync, in order of their names. */
export function leaseHolders(cmdlet: CmdletContext, subscription: Subscription): MachineView[] {
  const site = subscription.properties.Site.toLowerCase();
  return worldOf(cmdlet)
    .machines()
    .filter((machine) => machine.site.toLowerCase() === site && serviceRuns(cmdlet, machine, 'MSExchangeEdgeSync'));
}

/** Why EdgeSync can't do its work now; undefined when it can. */
export function obstacle(cmdlet: CmdletContext, subscription: Subscription, from?: MachineView): string | undefined {
  const world = worldOf(cmdlet);
  const edge = world.findMachine(subscription.properties.Server);
  const holder = from ?? leaseHolders(cmdlet, subscription)[0];
  if (holder === undefined)
    return `No server in the Active Directory site ${subscription.properties.Site} runs the Microsoft Exchange EdgeSync service.`;
  if (edge === undefined) return `The Edge Transport server ${subscription.properties.Server} doesn't exist.`;
  const runs = world.services(edge.name).some(({ name, status }) => name === 'ADAM_MSExchange' && status === 'Running');
  const reached = edge.online && world.probe(holder.name, edge.addresses[0] ?? '').result === 'ok';
  return runs && reached ? undefined : 'The LDAP server is unavailable.';
}

function storedTime(subscription: Subscription, type: SyncType): number | undefined {
  const value = subscription.properties[`Last${type}Sync`];
  return typeof value === 'number' ? value : undefined;
}

interface Synchronization {
  time: number;
  /** A turn of the service is over before what an administrator does at the same instant. */
  byService: boolean;
}

function organizationStart(cmdlet: CmdletContext): number {
  return Math.min(
    ...worldOf(cmdlet)
      .objects('server')
      .map((server) => server.whenCreated),
  );
}

function latest(cmdlet: CmdletContext, subscription: Subscription, type: SyncType): Synchronization | undefined {
  const stored = storedTime(subscription, type);
  const byCmdlet = stored === undefined ? undefined : { time: stored, byService: false };
  if (obstacle(cmdlet, subscription) !== undefined) return byCmdlet;
  const { now } = worldOf(cmdlet);
  const settings = worldOf(cmdlet).objects('edgeSyncServiceConfig')[0]?.properties as
    | Record<string, unknown>
    | undefined;
  const interval = Number(settings?.[intervalProperty[type]] ?? usualIntervalMs[type]);
  const begin = subscription.whenCreated;
  const turn = now - ((now - begin) % interval);
  // The first turn comes an interval after the subscription; organisations that begin with one have been at it for long.
  if (turn <= begin && begin > organizationStart(cmdlet)) return byCmdlet;
  return stored !== undefined && stored >= turn ? byCmdlet : { time: turn, byService: true };
}

/** When the Edge server last got what the directory had: by the cmdlet, or on the service's own turns. */
export function lastSynchronized(
  cmdlet: CmdletContext,
  subscription: Subscription,
  type: SyncType,
): number | undefined {
  return latest(cmdlet, subscription, type)?.time;
}

/** Whether a change was copied; `whenChanged` as the object has it. */
export function wasCopied(
  cmdlet: CmdletContext,
  subscription: Subscription,
  type: SyncType,
  whenChanged: number,
): boolean {
  const last = latest(cmdlet, subscription, type);
  if (last === undefined) return false;
  return (
    whenChanged < last.time ||
    (whenChanged === last.time && (!last.byService || whenChanged === organizationStart(cmdlet)))
  );
}

/** Whether nothing of the classes changed since the last time. */
export function isSynchronized(
  cmdlet: CmdletContext,
  subscription: Subscription,
  type: SyncType,
  classes: readonly ConfigClass[] = classesOf(type),
): boolean {
  if (latest(cmdlet, subscription, type) === undefined) return false;
  return classes.every((name) =>
    worldOf(cmdlet)
      .objects(name)
      .every((object) => wasCopied(cmdlet, subscription, type, object.whenChanged)),
  );
}
