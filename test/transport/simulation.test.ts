// Deterministic simulation testing: random mail, faults and changes from a seed over all three organisations; invariants after every
// step; after all faults heal every message has ended. A failure prints its seed and its steps, made as few as will do; CI runs a
// fixed set, SIMULATION_RUNS and SIMULATION_SEED make it longer or another one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { World } from '../../src/transport/world.ts';
import { type Place, places } from './simulation/places.ts';
import { play } from './simulation/play.ts';
import { perform, type Sent, type Step, stepKinds } from './simulation/steps.ts';
import { hours, Scenario } from './support/scenario.ts';

const steps = fc.array(
  fc.record({ kind: fc.nat(stepKinds - 1), a: fc.nat(97), b: fc.nat(89), c: fc.nat(83), flag: fc.boolean() }),
  { minLength: 5, maxLength: 60 },
);
const runs = { numRuns: Number(process.env.SIMULATION_RUNS ?? 40), seed: Number(process.env.SIMULATION_SEED ?? 7) };
/** A run takes some tens of milliseconds; shrinking a failure takes many runs. */
const limitMs = 120_000 + runs.numRuns * 1000;

describe.each(Object.keys(places))('random scenarios in %s', (name) => {
  const place = places[name]!;

  it(
    'every accepted recipient is in exactly one place at all times, and after healing every message has ended',
    () =>
      fc.assert(
        fc.property(steps, (list) => void expect(play(place, list)).toEqual([])),
        runs,
      ),
    limitMs,
  );

  it(
    'the same seed and steps give the same state and logs, also when saved and resumed in the middle',
    () =>
      fc.assert(
        fc.property(steps, fc.nat(60), (list, cut) => {
          const whole = record(place, list, -1);
          expect(difference(whole, record(place, list, -1))).toBe('');
          expect(difference(whole, record(place, list, cut % list.length))).toBe('');
        }),
        { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
      ),
    limitMs,
  );
});

/** State and logs as text after all steps and three hours; saved and resumed before the step `stop`. */
function record(place: Place, list: readonly Step[], stop: number): string {
  const scenario = new Scenario(place.data);
  const sent: Sent = new Map();
  for (const [index, step] of list.entries()) {
    if (index === stop) scenario.world = World.restore(JSON.parse(snapshotText(scenario)), scenario.effects);
    perform(scenario, place, step, sent);
  }
  scenario.advance(3 * hours);
  return `${snapshotText(scenario)}\n${JSON.stringify(scenario.logs)}`;
}

/** Where two long texts part, in short. */
function difference(left: string, right: string): string {
  if (left === right) return '';
  let index = 0;
  while (left[index] === right[index]) index += 1;
  return `${left.slice(index - 200, index + 80)} <> ${right.slice(index - 20, index + 80)}`;
}

function snapshotText(scenario: Scenario): string {
  const { head, collections } = scenario.world.snapshot();
  return JSON.stringify({
    head,
    collections: Object.fromEntries(Object.entries(collections).map(([name, rows]) => [name, [...rows]])),
  });
}
