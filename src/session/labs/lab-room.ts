// The labs of a session: opens one in a sandbox of its own, judges it, helps, ends it, and remembers how it went.

import { type Lab, labNameRule } from '../../../state/schema/lab.ts';
import { parseLab } from '../../../state/schema/lab-validation.ts';
import {
  type LabAttempt,
  LabControl,
  type LabHint,
  type LabResult,
  type LabStartOptions,
  type LabStop,
  type LabSummary,
} from '../../../state/store/lab-control.ts';
import { SandboxControlError } from '../../../state/store/sandbox-control.ts';
import type { LabSource } from '../options.ts';
import { checkLabFile } from './check.ts';
import { copyWorld } from './copy.ts';
import { debriefText } from './debrief.ts';
import { drawLab } from './draw.ts';
import { allGoals, baselineOf, judge } from './grade.ts';
import { nextStep } from './guide.ts';
import type { LabSession } from './lab-session.ts';
import { type Attempt, LabStore } from './lab-store.ts';
import { openedLab } from './quiet.ts';
import { scaffoldLab } from './scaffold.ts';
import { stepText, storyText } from './story.ts';
import { inLanguage, type Language, languageOf } from './texts.ts';

/** A hint costs so much: it is added to the time. */
const hintCostMs = 5 * 60_000;

const wholeSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000) * 1000;

const notPossible = (message: string) => new SandboxControlError('NotPossible', message);

export class LabRoom extends LabControl {
  readonly #session: LabSession;
  readonly #source: LabSource;
  readonly #store: LabStore;
  /** Labs of the program that were read already. */
  readonly #parsed = new Map<string, Lab>();
  /** The open lab's; read when first needed. */
  #attempt: Attempt | undefined;

  constructor(session: LabSession, source: LabSource) {
    super();
    this.#session = session;
    this.#source = source;
    this.#store = new LabStore(session.folder);
  }

  get language(): Language {
    return languageOf(this.#session.culture);
  }

  get current(): string | undefined {
    return this.#store.open;
  }

  /** The open lab; a shell that starts anew finds it here. */
  get open(): Attempt | undefined {
    const name = this.#store.open;
    if (name === undefined) return undefined;
    if (this.#attempt?.lab.name !== name) this.#attempt = this.#store.attempt(name);
    return this.#attempt;
  }

  #required(): Attempt {
    const attempt = this.open;
    if (!attempt) throw notPossible('No lab is open. Start-Lab opens one, Get-Lab lists them.');
    return attempt;
  }

  // ---- the list

  labs(): LabSummary[] {
    const bundled = this.#source.names().map((name) => this.#bundled(name)!);
    const attempts = this.#store.attempts();
    const names = new Set(bundled.map(({ name }) => name));
    // Trainers' own labs are known once they were started.
    const others = [...new Set([...attempts.map(({ lab }) => lab), this.#store.open ?? ''])]
      .filter((name) => name !== '' && !names.has(name))
      .flatMap((name) => this.#store.attempt(name)?.lab ?? []);
    return [...bundled, ...others]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((lab) => this.#summary(lab, attempts));
  }

  #bundled(name: string): Lab | undefined {
    const key = name.toLowerCase();
    let lab = this.#parsed.get(key);
    if (lab) return lab;
    const text = this.#source.read(key);
    if (text === undefined) return undefined;
    lab = parseLab(text, `${key}.json`);
    this.#parsed.set(key, lab);
    return lab;
  }

  #summary(lab: Lab, attempts = this.#store.attempts()): LabSummary {
    const own = attempts.filter((attempt) => attempt.lab === lab.name);
    const passes = own.filter(({ passed }) => passed);
    const times = passes.map(({ timeMs, penaltyMs }) => timeMs + penaltyMs);
    const current = this.#store.attempt(lab.name);
    const isKnown = current !== undefined && own.some(({ started }) => started === current.started);
    return {
      name: lab.name,
      title: inLanguage(lab.title, this.language),
      level: lab.level,
      organization: lab.organization,
      state: passes.length > 0 ? 'Passed' : current || own.length > 0 ? 'Started' : 'New',
      bestTimeMs: times.length > 0 ? Math.min(...times) : undefined,
      hintsUsed: current?.hintsUsed ?? own.at(-1)?.hintsUsed ?? 0,
      hintCount: lab.hints.length,
      attempts: own.length + (current && !isKnown ? 1 : 0),
      passes: passes.length,
    };
  }

  // ---- start

  start({ name, file, seed, restart }: LabStartOptions): { lab: LabSummary; text: string } {
    if (this.#session.isRemote) throw notPossible('Leave the remote session first (Exit-PSSession).');
    const lab = file ? parseLab(file.text, file.path) : (this.#bundled(name!) ?? this.#known(name!));
    if (!lab) throw new SandboxControlError('NotFound', `There is no lab '${name}'.`);
    const current = this.#store.open;
    if (current !== undefined && current !== lab.name)
      throw notPossible(`The lab '${current}' is open. Stop-Lab leaves it; what you did in it is kept.`);
    const left = this.#store.attempt(lab.name);
    if (restart || !left) return this.#begin(lab, seed ?? lab.seed);
    const isOther = file !== undefined || (seed !== undefined && seed !== left.seed);
    if (current !== undefined && isOther)
      throw notPossible(`The lab '${current}' is open with the seed ${left.seed}. -Restart begins it again.`);
    const goesOn = current !== undefined || (left.passedAt === undefined && !isOther);
    return goesOn ? this.#resume(left, current !== undefined) : this.#begin(lab, seed ?? lab.seed);
  }

  /** A trainer's lab that was started before. */
  #known(name: string): Lab | undefined {
    return labNameRule.test(name.toLowerCase()) ? this.#store.attempt(name.toLowerCase())?.lab : undefined;
  }

  #resume(attempt: Attempt, isOpen: boolean): { lab: LabSummary; text: string } {
    this.#attempt = attempt;
    if (!isOpen) this.#enter(attempt);
    return { lab: this.#summary(attempt.lab), text: this.#shown(attempt, true) };
  }

  #begin(lab: Lab, seed: number): { lab: LabSummary; text: string } {
    const drawn = drawLab(lab, seed);
    // Begun again from inside: the old world goes first.
    if (this.#store.open !== undefined) this.#leave();
    this.#store.removeAttempt(lab.name);
    this.#attempt = this.#break(drawn, seed);
    this.#enter(this.#attempt);
    return { lab: this.#summary(lab), text: this.#shown(this.#attempt, false) };
  }

  /** Makes the lab's sandbox and lets the faults happen in it. */
  #break(lab: Lab, seed: number): Attempt {
    const quiet = this.#session.open(openedLab({ lab, seed }));
    try {
      const errors = quiet.runQuietly(typeof lab.faults === 'string' ? lab.faults : lab.faults.join('\n'));
      if (errors.length > 0) throw notPossible(`The faults of the lab '${lab.name}' cannot be made: ${errors[0]}`);
      const baseline = baselineOf(quiet.world, lab);
      const started = this.#session.realTime();
      return { lab, baseline, started, seed, hintsUsed: 0, tests: 0, answers: {}, step: 0 };
    } catch (error) {
      quiet.close();
      this.#store.removeAttempt(lab.name);
      throw error;
    } finally {
      quiet.close();
    }
  }

  #enter(attempt: Attempt): void {
    const { name } = attempt.lab;
    this.#session.note(`Start-Lab ${name}`);
    this.#store.saveAttempt(attempt);
    this.#store.open = name;
    this.#session.move(openedLab(attempt));
    this.#session.note(`Start-Lab ${name}`);
  }

  #leave(): void {
    this.#store.open = undefined;
    this.#attempt = undefined;
    this.#session.move(undefined);
  }

  #shown({ lab, step }: Attempt, isResumed: boolean): string {
    const story = storyText(lab, this.language, isResumed);
    return lab.steps ? `${story}\n\n${stepText(lab, step, this.language)}` : story;
  }

  // ---- in a lab

  test(): LabResult {
    const attempt = this.#required();
    const result = this.#judged(attempt);
    const met = result.goals.filter((goal) => goal.met).length;
    this.#session.note(`Test-Lab: ${met} of ${result.goals.length} goals`);
    attempt.tests++;
    if (result.passed) this.#notePass(attempt);
    this.#store.saveAttempt(attempt);
    return result;
  }

  #notePass(attempt: Attempt): void {
    if (attempt.passedAt !== undefined) return;
    attempt.passedAt = this.#session.place.keeper.world.now;
    attempt.passedReal = this.#session.realTime();
    this.#store.record(this.#finished(attempt, this.#judged(attempt)));
  }

  #judged({ lab, baseline, answers }: Attempt, only?: string): LabResult {
    const began = this.#session.monotonicMs();
    const { place, host, server } = this.#session;
    const copy = copyWorld({ keeper: place.keeper, folder: place.folder, server, host });
    const judged = judge(lab, { ...copy, baseline, answers }, only === undefined ? undefined : ({ id }) => id === only);
    const goals = judged.map(({ goal, verdict }) => ({
      id: goal.id,
      text: inLanguage(goal.text, this.language),
      met: verdict === undefined,
      why: verdict === undefined ? '' : goal.why ? inLanguage(goal.why, this.language) : verdict[this.language],
    }));
    const elapsedMs = this.#session.monotonicMs() - began;
    return { name: lab.name, passed: goals.every(({ met }) => met), goals, elapsedMs };
  }

  hint(): LabHint {
    const attempt = this.#required();
    const { hints } = attempt.lab;
    if (attempt.hintsUsed >= hints.length) throw notPossible(`The lab '${attempt.lab.name}' has no further hint.`);
    const number = ++attempt.hintsUsed;
    this.#store.saveAttempt(attempt);
    this.#session.note(`Get-LabHint ${number}`);
    return { number, text: inLanguage(hints[number - 1]!, this.language), left: hints.length - number };
  }

  hintsLeft(): { number: number; left: number } {
    const { hintsUsed, lab } = this.#required();
    return { number: hintsUsed, left: lab.hints.length - hintsUsed };
  }

  answer(question: number, answer: string): string {
    const attempt = this.#required();
    const questions = allGoals(attempt.lab).flatMap((goal) => (goal.kind === 'answer' ? [goal.question] : []));
    const asked = questions[question - 1];
    if (!asked)
      throw notPossible(
        questions.length === 0
          ? `The lab '${attempt.lab.name}' asks nothing.`
          : `The lab '${attempt.lab.name}' asks ${questions.length} questions; there is no question ${question}.`,
      );
    attempt.answers[question] = answer;
    this.#store.saveAttempt(attempt);
    this.#session.note(`Set-LabAnswer ${question}`);
    return inLanguage(asked, this.language);
  }

  /** To be called after a typed command, with the virtual time at which it began; gives the next step's text when one was done. */
  typed(text: string, at: number): string | undefined {
    const attempt = this.open;
    if (!attempt || text.trim() === '') return undefined;
    this.#store.typed(attempt.lab.name, { at, text: text.trim() });
    if (!attempt.lab.steps || /^\s*Start-Lab\b/i.test(text)) return undefined;
    const holds = (goalId: string) => this.#judged(attempt, goalId).goals.every(({ met }) => met);
    const step = nextStep(attempt.lab, attempt.step, text, holds);
    if (step === attempt.step) return undefined;
    attempt.step = step;
    this.#store.saveAttempt(attempt);
    return stepText(attempt.lab, step, this.language);
  }

  // ---- the end

  stop(discard: boolean): LabStop {
    const attempt = this.#required();
    const result = this.#judged(attempt);
    if (result.passed) this.#notePass(attempt);
    const finished = this.#finished(attempt, result);
    const stop = this.#stopped(attempt, result, finished);
    const { name } = attempt.lab;
    if (discard) {
      this.#leave();
      this.#store.removeAttempt(name);
    } else {
      this.#store.record(finished);
      // Whoever has read how to solve it has used every hint.
      if (attempt.passedAt === undefined) attempt.hintsUsed = attempt.lab.hints.length;
      this.#store.saveAttempt(attempt);
      this.#session.note(`Stop-Lab ${name}`);
      this.#leave();
    }
    this.#session.note(`Stop-Lab ${name}`);
    return stop;
  }

  #finished(attempt: Attempt, { goals }: LabResult): LabAttempt {
    const { lab, baseline, started, seed, hintsUsed, tests, passedAt, passedReal } = attempt;
    const ended = passedReal ?? this.#session.realTime();
    return {
      lab: lab.name,
      title: inLanguage(lab.title, this.language),
      level: lab.level,
      seed,
      started,
      ended,
      passed: passedAt !== undefined,
      timeMs: wholeSeconds((passedAt ?? this.#session.place.keeper.world.now) - baseline.at),
      penaltyMs: hintsUsed * hintCostMs,
      realTimeMs: Date.parse(ended) - Date.parse(started),
      hintsUsed,
      tests,
      goals: goals.map(({ id, text, met }) => ({ id, text, met: met || passedAt !== undefined })),
    };
  }

  #stopped(attempt: Attempt, result: LabResult, finished: LabAttempt): LabStop {
    const { lab, baseline } = attempt;
    const history = this.#session.place.keeper.store
      .fullHistory()
      .lineage()
      .flatMap(({ record: { sequence, at, entry } }) => (entry ? [{ sequence, at, ...entry }] : []));
    const { passed, timeMs, penaltyMs, realTimeMs, hintsUsed, title, seed } = finished;
    const debrief = debriefText({
      ...{ lab, language: this.language, passed, timeMs, hintsUsed, began: baseline.at, history },
      typed: this.#store.commands(lab.name),
    });
    return { ...result, passed, title, seed, timeMs, penaltyMs, realTimeMs, hintsUsed, debrief };
  }

  // ---- trainers

  check(text: string, path: string, seed?: number) {
    return checkLabFile(this.#session, text, path, seed);
  }

  scaffold(name: string): string {
    if (this.#store.open !== undefined)
      throw notPossible('A lab is open; Stop-Lab leaves it. A new lab is made from your own sandbox.');
    return scaffoldLab(this.#session, name);
  }

  attempts(): LabAttempt[] {
    return this.#store.attempts();
  }
}
