// One random scenario from its first step to the healed end.

import { findFaults } from '../../../src/transport/checks/invariants.ts';
import { heal, remember } from './heal.ts';
import { countersAgree, lostAndDoubled, unfinished, WatchedScenario } from './observer.ts';
import type { Place } from './places.ts';
import { isOutside, perform, pick, type Sent, type Step } from './steps.ts';

/** Plays the steps, then heals everything; all faults on the way. */
export function play(place: Place, list: readonly Step[]): string[] {
  const scenario = new WatchedScenario(place.data);
  const originals = remember(scenario);
  const sent: Sent = new Map();
  const fromOutside = new Set<string>();
  for (const step of list) {
    const before = sent.size;
    perform(scenario, place, step, sent);
    if (sent.size > before && isOutside(pick(place.senders, step.a))) fromOutside.add([...sent.keys()].at(-1)!);
    const faults = [...findFaults(scenario.world.simulation), ...scenario.newFaults()];
    if (faults.length > 0) return [`after ${JSON.stringify(step)}`, ...faults];
  }
  const midway = [...lostAndDoubled(scenario, sent, fromOutside), ...countersAgree(scenario, sent)];
  if (midway.length > 0) return ['before healing', ...midway];
  heal(scenario, place, originals);
  return [
    ...findFaults(scenario.world.simulation),
    ...scenario.newFaults(),
    ...lostAndDoubled(scenario, sent, fromOutside),
    ...countersAgree(scenario, sent),
    ...unfinished(scenario, sent),
  ];
}
