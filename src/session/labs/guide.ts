// A guided lab goes on by what the learner does: a step is done when a command like one of its patterns was typed, or when its goal
// holds.

import type { Lab, LabStep } from '../../../state/schema/lab.ts';
import { matchesWildcard } from '../../runtime/operators/strings.ts';

/** One line, single blanks. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Step that is next after this command. Several steps may be done by one command. */
export function nextStep(lab: Lab, step: number, typed: string, holds: (goalId: string) => boolean): number {
  const steps = lab.steps ?? [];
  const isDone = ({ done }: LabStep) =>
    'goal' in done ? holds(done.goal) : done.commands.some((pattern) => matchesWildcard(plain(typed), pattern, true));
  let next = step;
  // A typed command does one step, goals may make further ones unnecessary.
  if (next < steps.length && isDone(steps[next]!)) next++;
  else return step;
  for (let at = next; at < steps.length && 'goal' in steps[at]!.done && isDone(steps[at]!); at++) next = at + 1;
  return next;
}
