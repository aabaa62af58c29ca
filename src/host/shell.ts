// An open shell as the host uses it: the session behind the command line, with this machine's files and clock as its edges.

import type { Interrupt } from '../runtime/host.ts';
import type { CommandLine } from './command-line.ts';
import type { CompletionItem } from './thread/protocol.ts';
import type { ShellUi } from './ui/shell-ui.ts';

export interface ShellEdges {
  ui: ShellUi;
  interrupt: Interrupt;
  /** A typed session: virtual time follows real time, and waiting is real. Absent: time moves only by what scripts do. */
  live?: { wait(milliseconds: number): void };
}

export interface ExecuteOutcome {
  exitCode: number;
  exited: boolean;
  terminated: boolean;
}

export interface Shell {
  /** Path, as scripts see it, of the script that -File names. */
  readonly scriptPath: string | undefined;
  execute(text: string): ExecuteOutcome;
  /** What the function `prompt` gives. */
  prompt(): string;
  showBanner(): void;
  /** Lets virtual time follow real time while nothing runs. */
  catchUp(): void;
  complete(text: string, cursor: number): { start: number; end: number; items: CompletionItem[] };
  close(): void;
}

export declare function openShell(commandLine: CommandLine, edges: ShellEdges): Shell;
