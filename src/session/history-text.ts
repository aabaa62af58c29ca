// How the history calls what was done.

import type { WorldInput } from '../../state/schema/inputs.ts';
import type { HistoryKind } from '../../state/store/journal-record.ts';
import type { Engine } from '../runtime/engine.ts';

const maxCharacters = 300;

export function historyKind(input: WorldInput): HistoryKind {
  if (input.kind === 'submit') return 'Message';
  return input.kind === 'advance' || input.kind === 'advanceUntilIdle' || input.kind === 'clock' ? 'Clock' : 'Cmdlet';
}

/** What the user ran as one line of bounded length. */
export function historyText(running: string): string {
  const line = running.trim().replace(/\s*\r?\n\s*/g, ' ');
  return line.length > maxCharacters ? `${line.slice(0, maxCharacters - 1)}…` : line;
}

export interface RunningStatement {
  /** The activation it belongs to, and where it begins: the same for all that one statement does. */
  frame: object;
  start: number;
  text: string;
}

/** The statement that runs now, of what was typed or, when that runs a script file, of the script. */
export function runningStatement(engine: Engine): RunningStatement | undefined {
  let found = engine.frame;
  for (let frame = engine.frame; frame; frame = frame.caller) {
    const isTyped = frame.caller === undefined;
    if (isTyped ? found?.source.file === undefined : frame.source.file !== undefined) found = frame;
  }
  if (!found) return undefined;
  const { start, end } = found.position;
  return { frame: found, start, text: found.source.text.slice(start, end) };
}
