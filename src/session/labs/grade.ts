// Judges a lab: sends the goals' mail in a copy of the world, runs it forward, and asks each goal when its time has come.

import type { Lab } from '../../../state/schema/lab.ts';
import type { LabGoal } from '../../../state/schema/lab-goals.ts';
import type { World } from '../../transport/world.ts';
import { WorldError } from '../../transport/world-error.ts';
import { mailInTransit } from './fates.ts';
import type { Baseline, GoalContext, Phrase, PreparedGoal, Verdict } from './goal-context.ts';
import { mailDelivered, mailRefused, noMailLost, report, waitingMailDelivered } from './mail-goals.ts';
import { answer, objectExists, scriptGoal, setting, unchanged, watchedSettings } from './setting-goals.ts';
import {
  componentState,
  nothingSuspended,
  queueAge,
  queueCount,
  serviceState,
  smtpReply,
  timeLimit,
} from './state-goals.ts';

function prepare(goal: LabGoal, context: GoalContext): PreparedGoal {
  switch (goal.kind) {
    case 'mail-delivered':
      return mailDelivered(goal, context);
    case 'mail-refused':
      return mailRefused(goal, context);
    case 'waiting-mail-delivered':
      return waitingMailDelivered(goal, context);
    case 'no-mail-lost':
      return noMailLost(goal, context);
    case 'nothing-suspended':
      return nothingSuspended(context);
    case 'queue-age':
      return queueAge(goal, context);
    case 'queue-count':
      return queueCount(goal, context);
    case 'component-state':
      return componentState(goal, context);
    case 'service-state':
      return serviceState(goal, context);
    case 'setting':
      return setting(goal, context);
    case 'object-exists':
      return objectExists(goal, context);
    case 'unchanged':
      return unchanged(goal, context);
    case 'report':
      return report(goal, context);
    case 'smtp-reply':
      return smtpReply(goal, context);
    case 'answer':
      return answer(goal, context);
    case 'time-limit':
      return timeLimit(goal, context);
    case 'script':
      return scriptGoal(goal, context);
  }
}

/** A condition about something that is not there (any more) does not hold. */
function safely(ask: () => PreparedGoal | Phrase | undefined): PreparedGoal | Phrase | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    return { en: error.message, ja: `確認できません: ${error.message}` };
  }
}

/** Prepares a goal; what cannot even be prepared does not hold. */
function prepared(goal: LabGoal, context: GoalContext): PreparedGoal {
  const made = safely(() => prepare(goal, context))!;
  return 'judge' in made ? made : { afterMs: 0, judge: () => made };
}

export const allGoals = (lab: Lab): LabGoal[] => [...lab.goals, ...(lab.forbidden ?? [])];

export function baselineOf(world: World, lab: Lab): Baseline {
  return { at: world.now, transit: mailInTransit(world), settings: watchedSettings(world, allGoals(lab)) };
}

export interface Grading {
  world: World;
  baseline: Baseline;
  answers: Record<string, string>;
  run: GoalContext['run'];
}

export interface Judged {
  goal: LabGoal;
  /** Undefined: it holds. */
  verdict: Phrase | undefined;
}

/** `only`: just these goals (a guided lab's step). */
export function judge(
  lab: Lab,
  { world, baseline, answers, run }: Grading,
  only?: (goal: LabGoal) => boolean,
): Judged[] {
  const goals = allGoals(lab);
  const questions = goals.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
  const begun = world.now;
  const questionOf = (id: string) => questions.indexOf(id) + 1;
  const context: GoalContext = { world, begun, baseline, answers, run, questionOf };
  // First what is so now, before the goals' own mail moves anything.
  const wanted = only ? goals.filter(only) : goals;
  const judged = wanted.map((goal): Judged & { prepared: PreparedGoal } => ({
    goal,
    verdict: undefined,
    prepared: prepared(goal, context),
  }));
  const byTime = [...judged].sort((left, right) => left.prepared.afterMs - right.prepared.afterMs);
  for (const one of byTime) {
    const to = begun + one.prepared.afterMs;
    if (to > world.now) world.apply({ kind: 'advance', to });
    one.verdict = safely(() => one.prepared.judge()) as Verdict;
  }
  return judged.map(({ goal, verdict }) => ({ goal, verdict }));
}
