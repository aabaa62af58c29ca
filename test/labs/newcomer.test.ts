// The newcomer's path (test/transcripts/newcomer.txt) is short enough for a first visit, and every step tells what to type next.

import { expect, it } from 'vitest';
import { joined } from '../../state/schema/lab.ts';
import { loadTranscripts } from '../transcripts/run-transcripts.ts';
import { readLab } from './support.ts';

/** A slow typist. */
const charactersPerMinute = 150;

const [session] = loadTranscripts().find(({ name }) => name === 'newcomer.txt')!.sessions;
const typed = session!.steps.map(({ input }) => input);

it('takes less than five minutes of typing from the banner to the first solved lab', () => {
  const characters = typed.reduce((sum, line) => sum + line.length + 1, 0);
  expect(characters / charactersPerMinute).toBeLessThan(5);
  expect(session!.steps.some(({ output }) => output.includes('Passed : True'))).toBe(true);
});

it('needs nothing that was not shown', () => {
  const shown = (readLab('first-steps').steps ?? []).map(({ text }) => joined(text.en)).join('\n');
  const own = typed.filter((line) => !/^(Start-Lab|Stop-Lab|Get-Lab|Test-Lab)\b/.test(line));
  for (const line of own) expect(shown, line).toContain(line);
});
