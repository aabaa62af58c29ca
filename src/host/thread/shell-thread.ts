// The shell's thread of a typed session: runs what the terminal's thread sends, without an event loop while it runs. What it must
// ask it posts, and waits in shared memory until the answer lies in the port.

import type { CommandLine } from '../command-line.ts';
import { lazily } from '../node-process.ts';
import { openingFault } from '../opening-fault.ts';
import { type Outcome, runCommand, runEntered, runFile, setWorkingDirectory } from '../run-command-line.ts';
import { Shell } from '../shell.ts';
import { Output } from '../ui/output.ts';
import type { Answer, Question } from '../ui/question.ts';
import { ShellUi } from '../ui/shell-ui.ts';
import { SharedInterrupt } from './interrupt.ts';
import { ANSWERED, COLUMNS, type FromShell, INTERRUPTED, ROWS, type ThreadData, type ToShell } from './protocol.ts';

/** How often virtual time catches up with real time while the prompt waits. */
const CATCH_UP_MS = 250;

function post(message: FromShell): void {
  lazily.threads().parentPort!.postMessage(message);
}

function askTerminal({ shared, answers }: ThreadData, question: Question): Answer {
  const { receiveMessageOnPort } = lazily.threads();
  Atomics.store(shared, ANSWERED, 0);
  post({ kind: 'ask', question });
  for (;;) {
    const reply = receiveMessageOnPort(answers);
    if (reply) return reply.message as Answer;
    Atomics.wait(shared, ANSWERED, 0, 1000);
    Atomics.store(shared, ANSWERED, 0);
  }
}

/** Opens the shell, runs what the command line names, then serves the terminal's thread until the session ends. */
export function runShellThread(data: ThreadData): void {
  const output = new Output(true);
  try {
    new ShellThread(data, output).start();
  } catch (error) {
    const text = openingFault(error);
    if (text === undefined) throw error;
    output.writeError(`hubshell: ${text}\n`);
    post({ kind: 'exit', code: 1 });
  }
}

class ShellThread {
  readonly #commandLine: CommandLine;
  readonly #shared: Int32Array<SharedArrayBuffer>;
  readonly #output: Output;
  readonly #shell: Shell;
  readonly #timer: NodeJS.Timeout;
  #code = 0;

  constructor(data: ThreadData, output: Output) {
    const { commandLine, shared, organizations } = data;
    this.#commandLine = commandLine;
    this.#shared = shared;
    this.#output = output;
    const ui = new ShellUi({
      output,
      interactive: !commandLine.nonInteractive,
      terminal: true,
      colors: process.env.NO_COLOR === undefined,
      size: () => ({ columns: shared[COLUMNS]!, rows: shared[ROWS]! }),
      answerer: (question) => askTerminal(data, question),
      live: true,
    });
    const interrupt = new SharedInterrupt(shared);
    const live = { wait: (milliseconds: number) => interrupt.wait(milliseconds) };
    this.#shell = new Shell(commandLine, { ui, interrupt, organizations, live });
    this.#timer = setInterval(() => this.#shell.catchUp(), CATCH_UP_MS);
    // The port keeps the thread alive, not the clock.
    this.#timer.unref();
  }

  start(): void {
    const { noLogo, command, fileArguments } = this.#commandLine;
    this.#shell.open();
    if (!noLogo) this.#shell.showBanner();
    lazily.threads().parentPort!.on('message', (message: ToShell) => this.#receive(message));
    setWorkingDirectory(this.#shell, this.#commandLine);
    const { scriptPath } = this.#shell;
    if (command !== undefined) this.#finish(runCommand(this.#shell, command));
    else if (scriptPath !== undefined) this.#finish(runFile(this.#shell, scriptPath, fileArguments));
    else this.#ready();
  }

  #receive(message: ToShell): void {
    if (message.kind === 'close') this.#end();
    else if (message.kind === 'complete') {
      post({ kind: 'completed', id: message.id, ...this.#shell.complete(message.text, message.cursor) });
    } else if (message.text.trim() === '') {
      this.#ready();
    } else {
      Atomics.store(this.#shared, INTERRUPTED, 0);
      this.#finish(runEntered(this.#shell, message.text));
    }
  }

  #finish({ code, exited }: Outcome): void {
    this.#code = code;
    if (exited) this.#end();
    else this.#ready();
  }

  #ready(): void {
    Atomics.store(this.#shared, INTERRUPTED, 0);
    const prompt = this.#shell.prompt();
    this.#output.flush();
    post({ kind: 'ready', prompt });
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#shell.close();
    this.#output.flush();
    post({ kind: 'exit', code: this.#code });
  }
}
