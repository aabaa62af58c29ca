// The settings of the filters that count on a server: an Edge server keeps its own, all others share the organisation's.

import type { ConfigClass, ConfigObject } from '../../../../state/schema/configuration.ts';
import type { Machine } from '../../machines/machine.ts';
import { addressNumber, rangeBounds } from '../../network/connection.ts';
import type { Simulation } from '../../simulation.ts';

export const filterSettingsClasses = [
  'contentFilterConfig',
  'ipBlockListConfig',
  'recipientFilterConfig',
  'senderFilterConfig',
  'senderIdConfig',
] as const satisfies readonly ConfigClass[];
export type FilterSettingsClass = (typeof filterSettingsClasses)[number];

/** Server that the settings of a machine belong to; null: the organisation. */
export const settingsOwner = (machine: Machine): string | null => (machine.isEdge ? machine.name : null);

const sameOwner = (left: string | null, right: string | null): boolean =>
  left === right || (left !== null && right !== null && left.toLowerCase() === right.toLowerCase());

export function filterSettings<C extends FilterSettingsClass>(
  simulation: Simulation,
  machine: Machine,
  configClass: C,
): ConfigObject<C>['properties'] | undefined {
  const owner = settingsOwner(machine);
  for (const object of simulation.directory.all(configClass))
    if (sameOwner((object.properties as { Server: string | null }).Server, owner)) return object.properties;
  return undefined;
}

/** Providers in order of priority. */
export function providersOf<C extends 'ipBlockListProvider' | 'ipAllowListProvider'>(
  simulation: Simulation,
  machine: Machine,
  configClass: C,
): ConfigObject<C>[] {
  const owner = settingsOwner(machine);
  return [...simulation.directory.all(configClass)]
    .filter(({ properties }) => properties.Enabled && sameOwner(properties.Server, owner))
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}

/** The entry of a server's IP list that holds an address and has not expired. */
export function listEntry<C extends 'ipBlockListEntry' | 'ipAllowListEntry'>(
  simulation: Simulation,
  machine: Machine,
  configClass: C,
  address: string,
): ConfigObject<C> | undefined {
  const value = addressNumber(address);
  const server = machine.name.toLowerCase();
  if (value === undefined) return undefined;
  for (const entry of simulation.directory.all(configClass)) {
    const { Server, IPRange, ExpirationTime } = entry.properties;
    if (Server.toLowerCase() !== server) continue;
    if (ExpirationTime !== null && ExpirationTime <= simulation.now) continue;
    const bounds = rangeBounds(IPRange);
    if (bounds !== undefined && value >= bounds[0] && value <= bounds[1]) return entry;
  }
  return undefined;
}
