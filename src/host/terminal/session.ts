// A typed session on the terminal's thread: reads inputs, hands them to the shell's thread, asks what that one wants to know, and
// turns Ctrl+C into the shared flag that stops a running pipeline.

import { join } from 'node:path';
import { emitKeypressEvents, type Key } from 'node:readline';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { parse } from '../../language/parser.ts';
import type { CommandLine } from '../command-line.ts';
import {
  ANSWERED,
  COLUMNS,
  type FromShell,
  INTERRUPTED,
  ROWS,
  SHELL_THREAD,
  type ToShell,
} from '../thread/protocol.ts';
import type { Question } from '../ui/question.ts';
import { colourTokens } from './colour.ts';
import type { Completions } from './completion-cycle.ts';
import { History } from './history.ts';
import { LineEditor } from './line-editor.ts';

const BRACKETED_PASTE_ON = '\x1b[?2004h';
const BRACKETED_PASTE_OFF = '\x1b[?2004l';
/** An answer to Tab that takes longer is not waited for. */
const COMPLETION_LIMIT_MS = 2000;

export interface TypedSessionOptions {
  commandLine: CommandLine;
  sandboxFolder: string;
  /** Folder of the sample organisations. */
  organizations: string;
  /** What the shell's thread runs. */
  threadFile: URL | string;
}

class TypedSession {
  readonly #shared = new Int32Array(new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT));
  readonly #editor: LineEditor;
  readonly #answers: MessagePort;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (completions: Completions | undefined) => void>();
  readonly #typedAhead: { sequence: string | undefined; key: Key }[] = [];
  #completionId = 0;
  #asking = false;
  #finish: (code: number) => void = () => {};

  constructor({ commandLine, sandboxFolder, organizations, threadFile }: TypedSessionOptions) {
    this.#measure();
    this.#editor = new LineEditor({
      history: new History(join(sandboxFolder, 'history.jsonl')),
      write: (text) => void process.stdout.write(text),
      columns: () => process.stdout.columns || 80,
      colour: colourTokens,
      incomplete: (text) => {
        const { errors } = parse(text);
        return errors.length > 0 && errors.every((error) => error.incomplete);
      },
      complete: (text, cursor) => this.#complete(text, cursor),
    });
    const { port1, port2 } = new MessageChannel();
    this.#answers = port1;
    this.#worker = new Worker(threadFile, {
      argv: [SHELL_THREAD],
      workerData: { commandLine, organizations, shared: this.#shared, answers: port2 },
      transferList: [port2],
      execArgv: process.execArgv,
      // The shell writes to the terminal itself, so that a pipeline's output never piles up here.
      stdout: false,
      stderr: false,
    });
  }

  run(): Promise<number> {
    const { stdin, stdout } = process;
    emitKeypressEvents(stdin, undefined);
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('keypress', (sequence: string | undefined, key: Key) => this.#key(sequence, key));
    stdin.on('end', () => this.#send({ kind: 'close' }));
    stdout.write(BRACKETED_PASTE_ON);
    stdout.on('resize', () => {
      this.#measure();
      this.#editor.redraw();
    });
    process.on('SIGTERM', () => this.#send({ kind: 'close' }));
    process.on('SIGHUP', () => this.#send({ kind: 'close' }));
    this.#worker.on('message', (message: FromShell) => void this.#receive(message));
    return new Promise((resolve) => {
      this.#finish = (code) => {
        this.#finish = () => {};
        stdout.write(BRACKETED_PASTE_OFF);
        stdin.setRawMode(false);
        stdin.pause();
        resolve(code);
      };
      this.#worker.on('error', (error) => {
        stdout.write(
          `\nhubshell itself failed; the sandbox is as the last finished command left it.\n${error.stack}\n`,
        );
        this.#finish(70);
      });
      this.#worker.on('exit', (code) => this.#finish(code));
    });
  }

  #send(message: ToShell): void {
    this.#worker.postMessage(message);
  }

  #measure(): void {
    this.#shared[COLUMNS] = process.stdout.columns || 80;
    this.#shared[ROWS] = process.stdout.rows || 24;
  }

  #key(sequence: string | undefined, key: Key): void {
    // enquirer listens for its own keys while it asks.
    if (this.#asking) return;
    if (this.#editor.reading) this.#editor.key(sequence, key);
    else if (key.ctrl && key.name === 'c') this.#interrupt();
    // What is typed while a command runs belongs to the next input.
    else this.#typedAhead.push({ sequence, key });
  }

  #interrupt(): void {
    this.#typedAhead.length = 0;
    Atomics.store(this.#shared, INTERRUPTED, 1);
    Atomics.notify(this.#shared, INTERRUPTED);
  }

  async #receive(message: FromShell): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#read(message.prompt);
      case 'ask':
        return this.#ask(message.question);
      case 'completed': {
        const resolve = this.#waiting.get(message.id);
        this.#waiting.delete(message.id);
        resolve?.(message);
        return;
      }
      case 'exit':
        this.#finish(message.code);
        await this.#worker.terminate();
    }
  }

  async #read(prompt: string): Promise<void> {
    const reading = this.#editor.read(prompt);
    while (this.#editor.reading && this.#typedAhead.length > 0) {
      const { sequence, key } = this.#typedAhead.shift()!;
      this.#editor.key(sequence, key);
    }
    const input = await reading;
    if (input.kind === 'end') this.#send({ kind: 'close' });
    else this.#send({ kind: 'execute', text: input.kind === 'text' ? input.text : '' });
  }

  async #ask(question: Question): Promise<void> {
    const { ask } = await import('./ask.ts');
    this.#asking = true;
    const answer = await ask(question, (text) => void process.stdout.write(text));
    this.#asking = false;
    process.stdin.setRawMode(true);
    process.stdin.resume();
    this.#answers.postMessage(answer);
    Atomics.store(this.#shared, ANSWERED, 1);
    Atomics.notify(this.#shared, ANSWERED);
  }

  #complete(text: string, cursor: number): Promise<Completions | undefined> {
    const id = ++this.#completionId;
    this.#send({ kind: 'complete', id, text, cursor });
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      setTimeout(() => {
        if (this.#waiting.delete(id)) resolve(undefined);
      }, COMPLETION_LIMIT_MS).unref();
    });
  }
}

/** Runs until the session ends; gives the process's exit code. */
export function runTypedSession(options: TypedSessionOptions): Promise<number> {
  return new TypedSession(options).run();
}
