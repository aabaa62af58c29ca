// A lab: a broken organisation as data. What is broken (ordinary commands), the story a ticket would tell, what is to hold in the
// end, hints, ways to repair it, ways that only seem to, and what to read afterwards. One lab, one file; docs/labs.md explains it.

import * as v from 'valibot';
import { bilingual, goalSchema, script } from './lab-goals.ts';

export const labNameRule = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const nonEmpty = () => v.pipe(v.string(), v.nonEmpty('must not be empty'));
const atLeast = (count: number, what: string) => `needs at least ${count} ${what}`;

/** Values that a seed chooses from; a choice of several values belongs together: `{{victim.alias}}`, `{{victim.server}}`. */
const choices = () =>
  v.pipe(
    v.array(v.union([nonEmpty(), v.record(nonEmpty(), v.string())], 'must be a text or an object of texts')),
    v.minLength(2, 'needs at least two choices'),
  );

/** A step of a guided lab is done when a command like one of these was run, or when the goal holds. Wildcards. */
const step = () =>
  v.strictObject({
    text: bilingual(),
    done: v.union(
      [
        v.strictObject({ commands: v.pipe(v.array(nonEmpty()), v.minLength(1, 'must name at least one')) }),
        v.strictObject({ goal: nonEmpty() }),
      ],
      'must name either commands or a goal',
    ),
  });

function build() {
  return v.strictObject({
    /** Left out when it is this one. */
    schemaVersion: v.optional(v.literal(1, 'must be 1')),
    name: v.pipe(v.string(), v.regex(labNameRule, 'must be words in small letters with hyphens')),
    title: bilingual(),
    /** 1: first steps … 5: hard. */
    level: v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be 1 to 5'),
      v.maxValue(5, 'must be 1 to 5'),
    ),
    organization: nonEmpty(),
    /** Machine that the learner's shell sits on; the organisation's usual one by default. */
    server: v.optional(nonEmpty()),
    seed: v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must not be negative')),
    draws: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z]\w*$/i, 'must be a name')), choices())),
    faults: script(),
    story: bilingual(),
    goals: v.pipe(v.array(goalSchema()), v.minLength(1, atLeast(1, 'goal'))),
    /** Shortcuts that are not allowed: conditions like goals, that hold at the start and must still hold. */
    forbidden: v.optional(v.array(goalSchema())),
    hints: v.pipe(v.array(bilingual()), v.minLength(2, atLeast(2, 'hints'))),
    steps: v.optional(v.array(step())),
    solutions: v.pipe(
      v.array(v.strictObject({ title: bilingual(), script: script() })),
      v.minLength(1, atLeast(1, 'solution')),
    ),
    /** Repairs that only seem to help: the goal that must fail, and words of the reason that Test-Lab then gives. */
    wrongFixes: v.pipe(
      v.array(
        v.strictObject({ title: bilingual(), script: script(), fails: nonEmpty(), says: v.optional(bilingual()) }),
      ),
      v.minLength(2, atLeast(2, 'wrong fixes')),
    ),
    debrief: v.strictObject({
      /** What was wrong and why it had this effect. */
      cause: bilingual(),
      /** Titles of the documentation, and help topics of the shell. */
      documentation: v.pipe(v.array(nonEmpty()), v.minLength(1, atLeast(1, 'document'))),
    }),
  });
}

let built: ReturnType<typeof build> | undefined;
export const labSchema = () => (built ??= build());

export type Lab = v.InferOutput<ReturnType<typeof build>>;
export type LabStep = NonNullable<Lab['steps']>[number];

/** Lines as one text. */
export function joined(text: string | readonly string[]): string {
  return typeof text === 'string' ? text : text.join('\n');
}
