// The shell's thread of a typed session: runs what the terminal's thread sends, without an event loop while it runs. What it must
// ask it posts, and waits in shared memory until the answer lies in the port.

import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { runCommand, runFile, setWorkingDirectory } from '../run-command-line.ts';
import { openShell, type Shell } from '../shell.ts';
import { Output } from '../ui/output.ts';
import type { Answer, Question } from '../ui/question.ts';
import { ShellUi } from '../ui/shell-ui.ts';
import { SharedInterrupt } from './interrupt.ts';
import { ANSWERED, COLUMNS, type FromShell, INTERRUPTED, ROWS, type ThreadData, type ToShell } from './protocol.ts';

/** How often virtual time catches up with real time while the prompt waits. */
const CATCH_UP_MS = 250;

function post(message: FromShell): void {
  parentPort!.postMessage(message);
}

function askTerminal({ shared, answers }: ThreadData, question: Question): Answer {
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
  const { commandLine, shared } = data;
  const output = new Output(true);
  const ui = new ShellUi({
    output,
    interactive: !commandLine.nonInteractive,
    terminal: true,
    colors: process.env.NO_COLOR === undefined,
    size: () => ({ columns: shared[COLUMNS]!, rows: shared[ROWS]! }),
    answerer: (question) => askTerminal(data, question),
  });
  const interrupt = new SharedInterrupt(shared);
  const shell = openShell(commandLine, {
    ui,
    interrupt,
    live: { wait: (milliseconds) => interrupt.wait(milliseconds) },
  });
  let code = 0;

  const ready = () => {
    const prompt = shell.prompt();
    output.flush();
    Atomics.store(shared, INTERRUPTED, 0);
    post({ kind: 'ready', prompt });
  };
  const end = () => {
    clearInterval(timer);
    shell.close();
    output.flush();
    post({ kind: 'exit', code });
  };
  const finish = (outcome: { code: number; exited: boolean }) => {
    code = outcome.code;
    if (outcome.exited) end();
    else ready();
  };

  parentPort!.on('message', (message: ToShell) => {
    if (message.kind === 'close') end();
    else if (message.kind === 'complete') post({ kind: 'completed', id: message.id, ...complete(shell, message) });
    else {
      Atomics.store(shared, INTERRUPTED, 0);
      if (message.text.trim() === '') ready();
      else finish(runCommand(shell, message.text));
    }
  });
  const timer = setInterval(() => shell.catchUp(), CATCH_UP_MS);
  // The port keeps the thread alive, not the clock.
  timer.unref();

  if (!commandLine.noLogo) shell.showBanner();
  setWorkingDirectory(shell, commandLine);
  if (commandLine.command !== undefined) finish(runCommand(shell, commandLine.command));
  else if (shell.scriptPath !== undefined) finish(runFile(shell, shell.scriptPath, commandLine.fileArguments));
  else ready();
}

function complete(shell: Shell, { text, cursor }: { text: string; cursor: number }) {
  return shell.complete(text, cursor);
}
