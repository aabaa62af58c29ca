// What is kept of labs in a sandbox folder: which one is open, each one's attempt beside its sandbox, and the progress of all.
//
//   labs/open.json           the lab that is open      labs/progress.json      attempts of all labs
//   labs/<name>/             a lab's sandbox           labs/<name>/attempt.json   the lab as drawn, its start, hints, answers
//   labs/<name>/commands.jsonl   what the learner typed

import * as v from 'valibot';
import { type Lab, labNameRule, labSchema } from '../../../state/schema/lab.ts';
import type { LabAttempt } from '../../../state/store/lab-control.ts';
import { SandboxControlError } from '../../../state/store/sandbox-control.ts';
import type { StorageFolder } from '../../../state/store/storage-folder.ts';
import { withSandboxErrors } from '../sandbox-errors.ts';
import type { Baseline } from './goal-context.ts';

/** An attempt that has begun. */
export interface Attempt {
  lab: Lab;
  baseline: Baseline;
  /** Host time, ISO 8601. */
  started: string;
  /** Organisation and seed of its sandbox. */
  seed: number;
  hintsUsed: number;
  tests: number;
  answers: Record<string, string>;
  /** Step of a guided lab that is next, from 0. */
  step: number;
  /** Virtual time of the first pass. */
  passedAt?: number;
  /** Real time of it. */
  passedReal?: string;
}

/** What a learner typed. */
export interface TypedCommand {
  /** Virtual time. */
  at: number;
  text: string;
}

const attemptSchema = () =>
  v.object({
    lab: labSchema(),
    baseline: v.object({
      at: v.number(),
      transit: v.array(v.object({ messageId: v.string(), recipient: v.string(), subject: v.string() })),
      settings: v.record(v.string(), v.record(v.string(), v.any())),
    }),
    started: v.string(),
    seed: v.number(),
    hintsUsed: v.number(),
    tests: v.number(),
    answers: v.record(v.string(), v.string()),
    step: v.number(),
    passedAt: v.optional(v.number()),
    passedReal: v.optional(v.string()),
  });

const recordSchema = () =>
  v.object({
    lab: v.string(),
    title: v.string(),
    level: v.number(),
    seed: v.number(),
    started: v.string(),
    ended: v.string(),
    passed: v.boolean(),
    timeMs: v.number(),
    penaltyMs: v.number(),
    realTimeMs: v.number(),
    hintsUsed: v.number(),
    tests: v.number(),
    goals: v.array(v.object({ id: v.string(), text: v.string(), met: v.boolean() })),
  });

const openFile = 'labs/open.json';
const progressFile = 'labs/progress.json';
export const labFolder = (name: string) => `labs/${name}`;
const attemptFile = (name: string) => `${labFolder(name)}/attempt.json`;
const commandsFile = (name: string) => `${labFolder(name)}/commands.jsonl`;

const encode = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, undefined, 1)}\n`);

export class LabStore {
  readonly #folder: StorageFolder;

  constructor(folder: StorageFolder) {
    this.#folder = folder;
  }

  /** Name of the lab that is open. */
  get open(): string | undefined {
    if (!this.#folder.exists(openFile)) return undefined;
    const schema = v.object({ name: v.pipe(v.string(), v.regex(labNameRule, 'must be the name of a lab')) });
    return this.#read(openFile, schema)?.name;
  }
  set open(name: string | undefined) {
    if (name === undefined) withSandboxErrors(() => this.#folder.remove(openFile));
    else this.#write(openFile, { name });
  }

  attempt(name: string): Attempt | undefined {
    return this.#read(attemptFile(name), attemptSchema());
  }
  saveAttempt(attempt: Attempt): void {
    this.#write(attemptFile(attempt.lab.name), attempt);
  }
  removeAttempt(name: string): void {
    withSandboxErrors(() => this.#folder.removeFolder(labFolder(name)));
  }

  /** Finished attempts of all labs, oldest first. */
  attempts(): LabAttempt[] {
    return this.#read(progressFile, v.object({ attempts: v.array(recordSchema()) }))?.attempts ?? [];
  }
  /** An attempt that goes on replaces what was known of it. */
  record(attempt: LabAttempt): void {
    const others = this.attempts().filter(({ lab, started }) => lab !== attempt.lab || started !== attempt.started);
    this.#write(progressFile, { attempts: [...others, attempt] });
  }

  typed(name: string, command: TypedCommand): void {
    withSandboxErrors(() => {
      const file = this.#folder.openAppend(commandsFile(name));
      try {
        file.append(new TextEncoder().encode(`${JSON.stringify(command)}\n`));
      } finally {
        file.close();
      }
    });
  }
  commands(name: string): TypedCommand[] {
    const text = new TextDecoder().decode(this.#folder.read(commandsFile(name)) ?? new Uint8Array());
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line) as TypedCommand];
      } catch {
        // The last line of a shell that was killed: the rest is whole.
        return [];
      }
    });
  }

  /** A full disk is told as for every other change of the sandbox. */
  #write(path: string, value: unknown): void {
    withSandboxErrors(() => this.#folder.writeAtomic(path, encode(value)));
  }

  /** Undefined when there is no such file; a damaged one is told, never passed over. */
  #read<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> | undefined {
    const bytes = this.#folder.read(path);
    if (!bytes) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      throw damaged(this.#folder, path, 'it is no JSON');
    }
    const result = v.safeParse(schema, value, { abortEarly: true });
    if (result.success) return result.output;
    const [issue] = result.issues;
    throw damaged(this.#folder, path, `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`);
  }
}

function damaged(folder: StorageFolder, path: string, rule: string): SandboxControlError {
  return new SandboxControlError(
    'NotPossible',
    `The file '${folder.name}/${path}' is damaged: ${rule}. Move it away to go on without it.`,
  );
}
