// The transport rules that a server has to keep at this instant.

import type { Machine } from '../../machines/machine.ts';
import type { Simulation } from '../../simulation.ts';
import type { Rule } from './rule-mail.ts';

/** Enabled rules of a server in order; rules live in the organisation, an Edge server has its own. */
export function rulesOf(simulation: Simulation, machine: Machine): Rule[] {
  const all = simulation.directory.sorted('transportRule');
  if (all.length === 0) return [];
  const now = simulation.now;
  return all
    .filter(
      ({ properties }) =>
        properties.State === 'Enabled' &&
        (machine.isEdge
          ? properties.Server?.toLowerCase() === machine.name.toLowerCase()
          : (properties.Server ?? null) === null) &&
        (properties.ActivationDate ?? now) <= now &&
        (properties.ExpiryDate ?? Number.POSITIVE_INFINITY) > now,
    )
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}
