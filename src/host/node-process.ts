// What the host asks of Node in ways that load nothing: `process.stdout`, `performance` and some modules pull in streams, sockets or
// the profiler, which a start for one command would pay for.

import { fstatSync, statSync } from 'node:fs';
import { devNull } from 'node:os';

const started = process.hrtime();

/** The host's stopwatch in milliseconds. */
export function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime(started);
  return seconds * 1000 + nanoseconds / 1e6;
}

/** A module of Node that most starts do not need. */
export const lazily = {
  childProcess: () => process.getBuiltinModule('node:child_process'),
  threads: () => process.getBuiltinModule('node:worker_threads'),
};

/** True when the descriptor (0, 1) is a terminal. */
export function isTerminal(descriptor: number): boolean {
  try {
    // The module that knows terminals loads sockets: ask it only about what could be one.
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice() || stat.rdev === statSync(devNull, { throwIfNoEntry: false })?.rdev) return false;
    return process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    // A closed descriptor is no terminal.
    return false;
  }
}

/** Size of the terminal, 80 × 24 without one. */
export function terminalSize(): { columns: number; rows: number } {
  if (!isTerminal(1)) return { columns: 80, rows: 24 };
  return { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
}
