// Where the process begins: reads the command line and becomes a typed session, a run of a command or script, the shell's thread
// of a typed session, or the helper that asks for one.

import { dirname, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type CommandLine, CommandLineError, parseCommandLine } from './command-line.ts';
import { planDrives } from './drives.ts';
import { isTerminal, lazily, terminalSize } from './node-process.ts';
import { openingFault } from './opening-fault.ts';
import { runCommand, runFile, runInput, setWorkingDirectory } from './run-command-line.ts';
import { sandboxFolder } from './sandbox-folder.ts';
import { Shell } from './shell.ts';
import { SHELL_THREAD, type ThreadData } from './thread/protocol.ts';
import { runShellThread } from './thread/shell-thread.ts';
import { askInHelperProcess, runAsHelper } from './ui/helper-process.ts';
import { answerFromInput } from './ui/input-answers.ts';
import { LineInput } from './ui/line-input.ts';
import { Output, OutputClosed } from './ui/output.ts';
import { ShellUi } from './ui/shell-ui.ts';
import { HELP, USAGE } from './usage.ts';
import { warmUp as runWarmUp } from './warm-up.ts';

/** EX_USAGE: a command line that cannot be used. */
const WRONG_COMMAND_LINE = 64;
/** EX_SOFTWARE: the shell itself failed. */
const OWN_FAULT = 70;

/** For the build, before the code cache is taken. */
export function warmUp(program: string): void {
  runWarmUp(organizationsBeside(program));
}

/** `program`: the file that Node was started with; helper process and thread start the same. */
export function start(program: string): void {
  const argv = process.argv.slice(2);
  if (argv[0] === SHELL_THREAD) {
    runShellThread(lazily.threads().workerData as ThreadData);
    return;
  }
  if (runAsHelper(argv)) return;
  const output = new Output(isTerminal(1));
  try {
    const commandLine = parseCommandLine(argv);
    // A script or folder that is not there is told before anything is opened.
    planDrives(commandLine);
    if (commandLine.help) output.write(HELP);
    else if (commandLine.version) output.write(`hubshell ${packageJson.version}\n`);
    else if (isTyped(commandLine)) {
      startTyped(program, commandLine);
      return;
    } else process.exitCode = run(program, commandLine, output);
    output.flush();
  } catch (error) {
    process.exitCode = reportFault(error, output);
  }
}

const organizationsBeside = (program: string) => join(dirname(program), 'organizations');

/** A person types: no command to run (or -NoExit after it), and a terminal on both sides. */
function isTyped({ command, file, noExit }: CommandLine): boolean {
  const wanted = command !== '-' && ((command === undefined && file === undefined) || noExit);
  return wanted && isTerminal(0) && isTerminal(1);
}

function startTyped(program: string, commandLine: CommandLine): void {
  void import('./terminal/session.ts').then(async ({ runTypedSession }) => {
    const folder = sandboxFolder(commandLine.state);
    const organizations = organizationsBeside(program);
    const code = await runTypedSession({ commandLine, sandboxFolder: folder, organizations, threadFile: program });
    process.exit(code);
  });
}

/** Runs a command, a script or the piped input on this thread. */
function run(program: string, commandLine: CommandLine, output: Output): number {
  const input = new LineInput();
  const terminal = isTerminal(1);
  const ui = new ShellUi({
    output,
    interactive: !commandLine.nonInteractive,
    terminal,
    colors: terminal && process.env.NO_COLOR === undefined,
    size: terminalSize,
    answerer: (question) => {
      if (terminal && isTerminal(0)) return askInHelperProcess(program, question);
      return answerFromInput(question, input, output);
    },
  });
  const shell = new Shell(commandLine, {
    ui,
    organizations: organizationsBeside(program),
    interrupt: { requested: false, clear: () => {} },
  });
  try {
    setWorkingDirectory(shell, commandLine);
    const { command } = commandLine;
    if (shell.scriptPath !== undefined) return runFile(shell, shell.scriptPath, commandLine.fileArguments).code;
    return (command === undefined || command === '-' ? runInput(shell, input) : runCommand(shell, command)).code;
  } finally {
    shell.close();
  }
}

function reportFault(error: unknown, output: Output): number {
  // Whoever read the output has gone; there is nobody to tell.
  if (error instanceof OutputClosed) return 0;
  if (error instanceof CommandLineError) {
    output.writeError(`${error.message}\n`);
    if (error.showUsage) output.write(USAGE);
    output.flush();
    return WRONG_COMMAND_LINE;
  }
  const text = openingFault(error);
  if (text !== undefined) {
    output.writeError(`hubshell: ${text}\n`);
    return 1;
  }
  output.writeError(`hubshell itself failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  return OWN_FAULT;
}
