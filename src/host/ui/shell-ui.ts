// The user interface the runtime sees, over the process's standard streams. What needs an answer goes through `answerer`, which
// blocks until there is one: another thread, a helper process, or the piped input.

import { PipelineStopped } from '../../runtime/errors.ts';
import type { ProgressRecord, PromptChoice, UserInterface } from '../../runtime/host.ts';
import { monotonicMs } from '../node-process.ts';
import type { Output } from './output.ts';
import { ProgressBar } from './progress-bar.ts';
import type { Answer, Question } from './question.ts';

const OTHER_SCREEN = '\x1b[?1049h\x1b[?25l';
const FORMER_SCREEN = '\x1b[?25h\x1b[?1049l';
const TOP = '\x1b[H';
const CLEAR_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';

export interface ShellUiOptions {
  output: Output;
  interactive: boolean;
  /** Standard output is a terminal. */
  terminal: boolean;
  colors: boolean;
  size: () => { columns: number; rows: number };
  answerer: (question: Question) => Answer;
  /** A person types, and time goes on meanwhile. */
  live?: boolean;
}

export class ShellUi implements UserInterface {
  readonly interactive: boolean;
  readonly colors: boolean;
  readonly watch: UserInterface['watch'];
  readonly #options: ShellUiOptions;
  readonly #bar: ProgressBar | undefined;

  constructor(options: ShellUiOptions) {
    this.#options = options;
    this.interactive = options.interactive;
    this.colors = options.colors;
    const { output } = options;
    if (options.live) this.watch = (text, intervalMs) => this.#watch(text, intervalMs);
    if (!options.terminal) return;
    // The bar's own text must not ask the bar to hide.
    let drawing = false;
    const draw = (text: string) => {
      drawing = true;
      output.write(text);
      drawing = false;
    };
    const bar = new ProgressBar(draw, () => this.columns, monotonicMs);
    output.beforeWrite = () => {
      if (!drawing) bar.hide();
    };
    this.#bar = bar;
  }

  get columns(): number {
    return this.#options.size().columns;
  }
  get rows(): number {
    return this.#options.size().rows;
  }

  write(text: string): void {
    this.#options.output.write(text);
  }
  writeError(text: string): void {
    this.#options.output.writeError(text);
  }

  #ask(question: Question): Answer {
    this.#bar?.hide();
    this.#options.output.flush();
    const answer = this.#options.answerer(question);
    if (answer.kind === 'cancelled') throw new PipelineStopped();
    return answer;
  }

  readLine(prompt: string, secret = false): string | undefined {
    const answer = this.#ask({ kind: 'line', prompt, secret });
    return answer.kind === 'line' ? answer.text : undefined;
  }

  choose(caption: string, message: string, choices: PromptChoice[], defaultIndex: number): number {
    const answer = this.#ask({ kind: 'choice', caption, message, choices, defaultIndex });
    return answer.kind === 'choice' ? answer.index : defaultIndex;
  }

  readKey(): { character: string; key: string } | undefined {
    const answer = this.#ask({ kind: 'key' });
    return answer.kind === 'key' ? answer : undefined;
  }

  /** On a screen of its own, so that what stood there before comes back. */
  #watch(text: () => string, intervalMs: number): void {
    this.write(OTHER_SCREEN);
    try {
      for (;;) {
        // Cut to the window: a line or screen that wraps would scroll.
        const lines = text().split('\n').slice(0, this.rows);
        this.write(`${TOP}${lines.map((line) => `${line}${CLEAR_LINE}`).join('\n')}${CLEAR_BELOW}`);
        if (this.#ask({ kind: 'key', timeoutMs: intervalMs }).kind !== 'none') return;
      }
    } finally {
      this.write(FORMER_SCREEN);
    }
  }

  progress(record: ProgressRecord | undefined): void {
    this.#bar?.update(record);
  }
  clear(): void {
    if (this.#options.terminal) this.write('\x1b[H\x1b[2J\x1b[3J');
  }
  setTitle(title: string): void {
    if (this.#options.terminal) this.write(`\x1b]0;${title.replace(/[\x00-\x1f\x7f]/g, '')}\x07`);
  }
}
