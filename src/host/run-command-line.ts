// What the command line asks to run, in an open shell: -Command, -File, or standard input; and the exit code, as pwsh's: what
// `exit` names; 1 when the command's last pipeline failed or the script was terminated by an error; else 0.

import { parse } from '../language/parser.ts';
import type { CommandLine } from './command-line.ts';
import type { Shell } from './shell.ts';
import type { LineInput } from './ui/line-input.ts';

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Sets the location that -WorkingDirectory names; its error does not stop what follows, as in pwsh. */
export function setWorkingDirectory(shell: Shell, { workingDirectory }: CommandLine): void {
  if (workingDirectory !== undefined) shell.execute(`Set-Location -LiteralPath ${quote(workingDirectory)}`);
}

/** A script's arguments come as text: `-Name` and `-Name:value` are parameters, everything else is a value. */
function scriptCommand(path: string, args: string[]): string {
  const words = args.map((argument) => {
    const parameter = /^(-[A-Za-z_][\w]*:?)(.*)$/s.exec(argument);
    if (!parameter) return quote(argument);
    const [, name = '', value = ''] = parameter;
    if (value === '') return name;
    // As pwsh: only these two are values of a switch, all else stays text.
    const literal = /^\$(true|false)$/i.test(value) ? value : quote(value);
    return name.endsWith(':') ? name + literal : quote(argument);
  });
  return [`. ${quote(path)}`, ...words].join(' ');
}

export interface Outcome {
  code: number;
  /** `exit` was run: the session is over, -NoExit or not. */
  exited: boolean;
}

export function runCommand(shell: Shell, text: string): Outcome {
  const { exited, exitCode } = shell.execute(text);
  return { code: exitCode, exited };
}

/** A line typed at the prompt: the history remembers it. */
export function runEntered(shell: Shell, text: string): Outcome {
  const { exited, exitCode } = shell.enter(text);
  return { code: exitCode, exited };
}

export function runFile(shell: Shell, path: string, args: string[]): Outcome {
  // Dot-sourced, as pwsh does it: a script whose last command merely reported an error has succeeded. `exit` ends only the script;
  // the process ends with its code, or with 1 when the arguments did not fit.
  return runCommand(shell, `${scriptCommand(path, args)}\nif (-not $?) { exit ($LASTEXITCODE ?? 1) }`);
}

/** A block that stands complete may go on in the next line. */
const goesOn = /^\s*(else|elseif|catch|finally|while|until|[|.}]|&&|\|\|)/i;

/**
 * Runs standard input as it comes, one complete statement after the other: an error ends only its own statement, and who talks to
 * the shell through pipes gets each answer before the next question.
 */
export function runInput(shell: Shell, input: LineInput): Outcome {
  let code = 0;
  let pending = '';
  let line = input.next();
  while (line !== undefined) {
    pending = pending === '' ? line : `${pending}\n${line}`;
    const several = pending.includes('\n');
    const incomplete = pending.trim() !== '' && isIncomplete(pending);
    if (incomplete) {
      line = input.next();
      continue;
    }
    if (several && /\}\s*$/.test(line)) {
      line = input.next();
      if (line !== undefined && goesOn.test(line)) continue;
    } else {
      line = undefined;
    }
    if (pending.trim() !== '') {
      const result = shell.enter(pending);
      code = result.exitCode;
      if (result.exited) return { code, exited: true };
    }
    pending = '';
    line ??= input.next();
  }
  // What is still open at the end is a mistake that must show.
  if (pending.trim() !== '') ({ exitCode: code } = shell.enter(pending));
  return { code, exited: true };
}

export function isIncomplete(text: string): boolean {
  const { errors } = parse(text);
  return errors.length > 0 && errors.every(({ incomplete }) => incomplete);
}
