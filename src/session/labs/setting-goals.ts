// Goals about the configuration, and those that a trainer writes as a script.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import { joined } from '../../../state/schema/lab.ts';
import { type GoalOf, type LabGoal, spanMs } from '../../../state/schema/lab-goals.ts';
import { hasWildcards, matchesWildcard } from '../../runtime/operators/strings.ts';
import type { World } from '../../transport/world.ts';
import { type GoalContext, listOf, now, type PreparedGoal, type Verdict } from './goal-context.ts';

/** Objects of a class: the named one, those that fit a wildcard, or all. */
function objectsOf(world: World, configClass: string, identity: string | undefined): ConfigObject[] {
  const named = configClass as ConfigClass;
  if (identity !== undefined && !hasWildcards(identity)) {
    const found = world.find(named, identity);
    return found ? [found as unknown as ConfigObject] : [];
  }
  return (world.objects(named) as unknown as ConfigObject[]).filter(
    (object) => identity === undefined || matchesWildcard(object.identity, identity, true),
  );
}

/** A value as people compare it: no letter case, true and false as words. */
const plain = (value: unknown): string =>
  (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')).toLowerCase();

function holds(actual: unknown, operator: GoalOf<'setting'>['operator'], expected: unknown): boolean {
  const elements = Array.isArray(actual) ? actual : [actual];
  switch (operator) {
    case 'eq':
      return plain(actual) === plain(expected);
    case 'ne':
      return plain(actual) !== plain(expected);
    case 'like':
      return elements.some((element) => matchesWildcard(plain(element), plain(expected), true));
    case 'notlike':
      return !elements.some((element) => matchesWildcard(plain(element), plain(expected), true));
    case 'contains':
      return elements.some((element) => plain(element) === plain(expected));
    case 'notcontains':
      return !elements.some((element) => plain(element) === plain(expected));
    case 'ge':
      return Number(actual === 'Unlimited' ? Number.POSITIVE_INFINITY : actual) >= Number(expected);
    case 'le':
      return Number(actual === 'Unlimited' ? Number.POSITIVE_INFINITY : actual) <= Number(expected);
  }
}

export function setting(goal: GoalOf<'setting'>, { world }: GoalContext): PreparedGoal {
  return now(() => {
    const objects = objectsOf(world, goal.class, goal.identity);
    const properties = (object: ConfigObject) => object.properties as Record<string, unknown>;
    if (
      objects.length > 0 &&
      objects.every((object) => holds(properties(object)[goal.property], goal.operator, goal.value))
    )
      return undefined;
    return {
      en: `${goal.property} of ${goal.identity ?? goal.class} is not what it has to be.`,
      ja: `${goal.identity ?? goal.class} の ${goal.property} が正しくありません。`,
    };
  });
}

export function objectExists(goal: GoalOf<'object-exists'>, { world }: GoalContext): PreparedGoal {
  return now(() => {
    const exists = objectsOf(world, goal.class, goal.identity).length > 0;
    if (exists === (goal.exists ?? true)) return undefined;
    return exists
      ? { en: `${goal.identity} is still there.`, ja: `${goal.identity} がまだ存在します。` }
      : { en: `${goal.identity} does not exist.`, ja: `${goal.identity} が存在しません。` };
  });
}

/** What an `unchanged` goal looks at, by identity. */
function watched(world: World, goal: GoalOf<'unchanged'>): Record<string, JsonValue> {
  const wanted = goal.properties?.map((name) => name.toLowerCase());
  const except = new Set(goal.except?.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    objectsOf(world, goal.class, goal.identity).map((object) => {
      const values: Record<string, JsonValue> = {};
      const properties = object.properties as Record<string, JsonValue>;
      // Defaults lie on the prototype: `in` sees them too.
      for (const name in properties) {
        const key = name.toLowerCase();
        if ((wanted === undefined || wanted.includes(key)) && !except.has(key)) values[name] = properties[name] ?? null;
      }
      return [object.identity, values];
    }),
  );
}

/** Configuration that the lab must remember from its start. */
export function watchedSettings(world: World, goals: readonly LabGoal[]): Record<string, Record<string, JsonValue>> {
  const found = goals
    .filter((goal) => goal.kind === 'unchanged')
    .map((goal) => [goal.id, watched(world, goal)] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(found))) as Record<string, Record<string, JsonValue>>;
}

export function unchanged(goal: GoalOf<'unchanged'>, { world, baseline }: GoalContext): PreparedGoal {
  return now((): Verdict => {
    const before = baseline.settings[goal.id] ?? {};
    const after = watched(world, goal);
    for (const [identity, values] of Object.entries(before)) {
      const present = after[identity];
      if (present === undefined)
        return {
          en: `${identity} is gone, and it must stay.`,
          ja: `${identity} がなくなっています。残しておく必要があります。`,
        };
      const changed = Object.entries(values as Record<string, JsonValue>).find(
        ([name, value]) =>
          JSON.stringify(value) !== JSON.stringify((present as Record<string, JsonValue>)[name] ?? null),
      );
      if (changed)
        return {
          en: `${changed[0]} of ${identity} was changed, and that is not allowed here.`,
          ja: `${identity} の ${changed[0]} が変更されています。ここでは許されていません。`,
        };
    }
    const added = Object.keys(after).find((identity) => !(identity in before));
    if (added === undefined) return undefined;
    return {
      en: `${added} was added, and that is not allowed here.`,
      ja: `${added} が追加されています。ここでは許されていません。`,
    };
  });
}

export function answer(goal: GoalOf<'answer'>, context: GoalContext): PreparedGoal {
  return now(() => {
    const question = context.questionOf(goal.id);
    const given = context.answers[question]?.trim();
    if (given === undefined || given === '')
      return {
        en: `Question ${question} has no answer yet (Set-LabAnswer).`,
        ja: `質問 ${question} にまだ回答がありません (Set-LabAnswer)。`,
      };
    const computed = goal.expectedScript === undefined ? [] : context.run(joined(goal.expectedScript)).output;
    const isRight = [...listOf(goal.expected), ...computed].some(
      (pattern) => given.toLowerCase() === pattern.toLowerCase() || matchesWildcard(given, pattern, true),
    );
    return isRight
      ? undefined
      : { en: `The answer to question ${question} is wrong.`, ja: `質問 ${question} の回答は正しくありません。` };
  });
}

export function scriptGoal(goal: GoalOf<'script'>, context: GoalContext): PreparedGoal {
  return {
    afterMs: goal.after === undefined ? 0 : spanMs(goal.after),
    judge: () =>
      context.run(joined(goal.script)).isTrue
        ? undefined
        : { en: 'This does not hold yet.', ja: 'まだ満たされていません。' },
  };
}
