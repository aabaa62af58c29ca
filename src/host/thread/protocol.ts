// How the terminal's thread and the shell's thread talk. The shell's thread runs scripts without an event loop; what it must know
// at any moment (Ctrl+C, the window's size) lies in shared memory, and an answer it waits for comes by a port it can look into.

import type { MessagePort } from 'node:worker_threads';
import type { CommandLine } from '../command-line.ts';
import type { Question } from '../ui/question.ts';

/** First argument of the shell's thread. */
export const SHELL_THREAD = '--shell-thread';

/** Places in the shared numbers. */
export const INTERRUPTED = 0;
export const ANSWERED = 1;
export const COLUMNS = 2;
export const ROWS = 3;

export interface ThreadData {
  commandLine: CommandLine;
  /** Folder of the sample organisations. */
  organizations: string;
  shared: Int32Array<SharedArrayBuffer>;
  /** Answers to `ask` come here. */
  answers: MessagePort;
}

export interface CompletionItem {
  text: string;
  label: string;
  /** What it is, in a line or more. */
  toolTip: string;
}

export type ToShell =
  | { kind: 'execute'; text: string }
  | { kind: 'complete'; id: number; text: string; cursor: number }
  | { kind: 'close' };

export type FromShell =
  /** Ready for the next input, with the prompt to show. */
  | { kind: 'ready'; prompt: string }
  | { kind: 'ask'; question: Question }
  | { kind: 'completed'; id: number; start: number; end: number; items: CompletionItem[] }
  /** The session is over. */
  | { kind: 'exit'; code: number };
