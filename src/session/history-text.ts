// How the history calls what was done.

import type { WorldInput } from '../../state/schema/inputs.ts';
import type { HistoryKind } from '../../state/store/journal-record.ts';

const maxCharacters = 300;

function kindOf(input: WorldInput): HistoryKind {
  if (input.kind === 'submit') return 'Message';
  return input.kind === 'advance' || input.kind === 'advanceUntilIdle' || input.kind === 'clock' ? 'Clock' : 'Cmdlet';
}

/** Kind and text of the entry that begins with this input, from what the user ran. */
export function describeInput(input: WorldInput, running: string): { kind: HistoryKind; text: string } {
  const line = running.trim().replace(/\s*\r?\n\s*/g, ' ');
  return { kind: kindOf(input), text: line.length > maxCharacters ? `${line.slice(0, maxCharacters - 1)}…` : line };
}
