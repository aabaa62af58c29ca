// What the lab cmdlets ask of the session. The session implements it; cmdlets find it by this class. Refusals are thrown as
// SandboxControlError, faults of a lab's file as LabError.

export type LabState = 'New' | 'Started' | 'Passed';

export interface LabSummary {
  name: string;
  title: string;
  level: number;
  organization: string;
  state: LabState;
  /** Virtual time of the fastest pass, penalties for hints included; undefined: never passed. */
  bestTimeMs: number | undefined;
  hintsUsed: number;
  hintCount: number;
  /** Times it was begun, and passed. */
  attempts: number;
  passes: number;
}

export interface GoalResult {
  id: string;
  text: string;
  met: boolean;
  /** Why it does not hold; empty when it does. */
  why: string;
}

export interface LabResult {
  name: string;
  passed: boolean;
  goals: GoalResult[];
  /** Real time that judging took. */
  elapsedMs: number;
}

export interface LabStop extends LabResult {
  title: string;
  seed: number;
  /** Virtual time from the start to the first pass, else to the end; without penalties. */
  timeMs: number;
  /** What hints cost. */
  penaltyMs: number;
  realTimeMs: number;
  hintsUsed: number;
  /** Text of the debrief. */
  debrief: string;
}

export interface LabHint {
  number: number;
  text: string;
  left: number;
}

/** One finding about a lab's file. */
export interface LabCheck {
  /** `Schema`, `Start`, `Solution: …`, `Wrong fix: …`. */
  check: string;
  passed: boolean;
  why: string;
}

/** One attempt, for the trainer's report. */
export interface LabAttempt {
  lab: string;
  title: string;
  level: number;
  seed: number;
  /** Host time, ISO 8601. */
  started: string;
  ended: string;
  passed: boolean;
  timeMs: number;
  penaltyMs: number;
  realTimeMs: number;
  hintsUsed: number;
  tests: number;
  goals: { id: string; text: string; met: boolean }[];
}

export interface LabStartOptions {
  /** A lab of the program. */
  name?: string;
  /** A lab's file: its text, and what it is called in errors. */
  file?: { text: string; path: string };
  seed?: number;
  restart: boolean;
}

export abstract class LabControl {
  abstract labs(): LabSummary[];
  /** Name of the open lab; undefined outside. */
  abstract get current(): string | undefined;
  /** Opens a lab in a sandbox of its own; gives it and the text to show. */
  abstract start(options: LabStartOptions): { lab: LabSummary; text: string };
  abstract test(): LabResult;
  /** The next hint, which counts. */
  abstract hint(): LabHint;
  abstract hintsLeft(): { number: number; left: number };
  /** Answers a question of the open lab; without a number the first. Gives the question's text. */
  abstract answer(question: number, answer: string): string;
  /** Leaves the lab; the work before it is there again. */
  abstract stop(discard: boolean): LabStop;
  /** Checks a lab's file: form, start, solutions, wrong fixes; with another seed than the file's if wanted. */
  abstract check(text: string, path: string, seed?: number): { name: string; checks: LabCheck[]; elapsedMs: number };
  /** A lab's file made from what differs from the organisation's start. */
  abstract scaffold(name: string): string;
  abstract attempts(): LabAttempt[];
  /** `en` or `ja`: what a learner reads. */
  abstract get language(): 'en' | 'ja';
}
