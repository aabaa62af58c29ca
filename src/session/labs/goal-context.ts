// What a goal is judged with, and what it says.

import type { JsonValue } from '../../../state/schema/json.ts';
import type { World } from '../../transport/world.ts';
import type { Transit } from './fates.ts';

/** A sentence in every language of ours. */
export interface Phrase {
  en: string;
  ja: string;
}

/** What a lab remembers of its start, to judge the end by. */
export interface Baseline {
  /** Virtual time. */
  at: number;
  /** Mail that was on its way. */
  transit: Transit[];
  /** Configuration that forbidden shortcuts are about: by goal, objects by identity. */
  settings: Record<string, Record<string, JsonValue>>;
}

export interface GoalContext {
  /** The copy. It runs forward while goals are judged. */
  world: World;
  /** Virtual time at which judging began. */
  begun: number;
  baseline: Baseline;
  /** What the learner answered, by question from 1. */
  answers: Record<string, string>;
  /** Number of an answer goal's question. */
  questionOf(id: string): number;
  /** Runs a script in the copy: what it put out, and whether that is true. */
  run(script: string): { isTrue: boolean; output: string[] };
}

/** Undefined: it holds. */
export type Verdict = Phrase | undefined;

/** A goal on its way to be judged: after so much virtual time in the copy. */
export interface PreparedGoal {
  afterMs: number;
  judge(): Verdict;
}

export const now = (judge: () => Verdict): PreparedGoal => ({ afterMs: 0, judge });

export const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** 90 minutes as `1:30:00`. */
export function spanText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days}.${time}` : time;
}
