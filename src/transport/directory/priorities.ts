// Classes whose objects stand in an order: a new or moved one takes its place and the others close up. Rules count from 0, address
// policies from 1 with the default policy behind them all.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { Simulation } from '../simulation.ts';
import { lowestPriority } from './address-policies.ts';

const first: Partial<Record<ConfigClass, number>> = { transportRule: 0, emailAddressPolicy: 1 };

type Ordered = ConfigObject<'transportRule'>;

/** Other objects of the same order: an Edge server's rules have one of their own. */
function others(simulation: Simulation, object: ConfigObject): Ordered[] {
  const { Server } = object.properties as { Server?: string | null };
  const all = simulation.directory.sorted(object.class) as unknown as readonly Ordered[];
  return all
    .filter(
      (each) =>
        each.guid !== object.guid &&
        each.properties.Priority !== lowestPriority &&
        (each.properties.Server ?? null) === (Server ?? null),
    )
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}

/** Gives an object its place: `wanted`, or the last one. Called when it is new or its priority was changed. */
export function takePlace(simulation: Simulation, object: ConfigObject, wanted: number | undefined): void {
  const base = first[object.class];
  if (base === undefined || wanted === lowestPriority) return;
  const list = others(simulation, object);
  const index = wanted === undefined ? list.length : Math.min(Math.max(wanted - base, 0), list.length);
  list.splice(index, 0, object as unknown as Ordered);
  renumber(simulation, list, base);
}

/** The others close up when one is gone. */
export function closeUp(simulation: Simulation, removed: ConfigObject): void {
  const base = first[removed.class];
  if (base !== undefined) renumber(simulation, others(simulation, removed), base);
}

function renumber(simulation: Simulation, list: readonly Ordered[], base: number): void {
  list.forEach((each, index) => {
    if (each.properties.Priority !== base + index)
      simulation.directory.set(each as unknown as ConfigObject, { Priority: base + index }, simulation.now);
  });
}
