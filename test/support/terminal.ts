// A program on a pseudo-terminal, made by `script` of util-linux: what is typed goes in, what the screen gets comes out.

import { type ChildProcess, spawn } from 'node:child_process';

const WAIT_MS = 15_000;

const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

export class Terminal {
  /** All that the program wrote, escape sequences included. */
  raw = '';
  exitCode: number | undefined;
  readonly #process: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #seen = 0;

  constructor(
    command: string[],
    options: { columns?: number; rows?: number; environment?: Record<string, string> } = {},
  ) {
    const { columns = 100, rows = 30, environment = {} } = options;
    const line = `stty cols ${columns} rows ${rows}; exec ${command.map(quote).join(' ')}`;
    this.#process = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', SHELL: '/bin/sh', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.raw += text;
      this.#notify();
    });
    this.#process.on('exit', (code) => {
      this.exitCode = code ?? -1;
      this.#notify();
    });
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Text without escape sequences. */
  get text(): string {
    return plain(this.raw);
  }

  type(text: string): void {
    this.#process.stdin!.write(text);
  }

  enter(line: string): void {
    this.type(`${line}\r`);
  }

  /** Waits until the text appears after what was waited for before; gives what came up to its end, plain. */
  waitFor(wanted: string | RegExp, limitMs = WAIT_MS): Promise<string> {
    const pattern = typeof wanted === 'string' ? new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : wanted;
    return this.#until(limitMs, `'${pattern.source}' to appear`, () => {
      const fresh = this.text.slice(this.#seen);
      const match = pattern.exec(fresh);
      if (!match) return undefined;
      const end = match.index + match[0].length;
      this.#seen += end;
      return fresh.slice(0, end);
    });
  }

  waitForExit(limitMs = WAIT_MS): Promise<number> {
    return this.#until(limitMs, 'the program to end', () => this.exitCode);
  }

  #until<T>(limitMs: number, what: string, probe: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        this.#listeners.delete(check);
      };
      const check = () => {
        const found = probe();
        if (found === undefined) return;
        finish();
        resolve(found);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`waited ${limitMs} ms for ${what}; the screen got:\n${this.text.slice(-2000)}`));
      }, limitMs);
      this.#listeners.add(check);
      check();
    });
  }

  close(): void {
    if (this.exitCode === undefined) this.#process.kill('SIGKILL');
  }
}

function plain(text: string): string {
  // An escape sequence that is still incomplete at the end is left out until its rest has come.
  return text
    .replace(/\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]|\x1b(\[[0-9;?]*)?$/g, '')
    .replaceAll('\r', '');
}
