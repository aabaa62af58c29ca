// The debrief: what was wrong, what the learner did beside what a solution does, and what to read.

import { joined, type Lab } from '../../../state/schema/lab.ts';
import type { HistoryEntry } from '../../../state/store/sandbox-control.ts';
import { spanText } from './goal-context.ts';
import type { TypedCommand } from './lab-store.ts';
import { inLanguage, type Language, texts } from './texts.ts';
import { padded, wrapCell, wrapText } from './wrap.ts';

const width = 79;
const timeWidth = 9;
const columnWidth = 33;

export interface DebriefParts {
  lab: Lab;
  language: Language;
  passed: boolean;
  timeMs: number;
  hintsUsed: number;
  began: number;
  history: HistoryEntry[];
  typed: TypedCommand[];
}

/** Commands of a script: its statements line by line, without remarks. */
export function commandsOf(script: string): string[] {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What was typed, and what changed the world without being typed (scripts), in order of time. */
function deeds({ history, typed }: DebriefParts): { at: number; text: string }[] {
  const changes = history
    .filter(({ kind }) => kind !== 'Lab')
    .filter(
      ({ at, text }) => !typed.some((one) => one.at <= at && one.text.replace(/\s*\r?\n\s*/g, ' ').includes(text)),
    )
    .map(({ at, text }) => ({ at, text }));
  const ours = /^\s*(Test-Lab|Get-Lab|Get-LabHint|Start-Lab|Stop-Lab|Set-LabAnswer)\b/i;
  const seen = typed
    .filter(({ text }) => !ours.test(text))
    .map(({ at, text }) => ({ at, text: text.replace(/\s+/g, ' ').trim() }));
  return [...seen, ...changes.filter(({ text }) => !ours.test(text))].sort((left, right) => left.at - right.at);
}

export function debriefText(parts: DebriefParts): string {
  const { lab, language, passed, timeMs, hintsUsed } = parts;
  const say = texts(language);
  const [solution, ...others] = lab.solutions;
  const prose = (text: string) => wrapText(text, width);
  const lines = [
    `${say.debrief}: ${inLanguage(lab.title, language)} - ${passed ? say.passed : say.notPassed}`,
    `${say.time}: ${spanText(timeMs)}   ${say.hints}: ${hintsUsed}`,
    '',
    `${say.cause}:`,
    ...prose(inLanguage(lab.debrief.cause, language)),
    '',
    ...timeline(parts, inLanguage(solution!.title, language), commandsOf(joined(solution!.script))),
  ];
  if (others.length > 0)
    lines.push('', `${say.otherSolutions}:`, ...others.map(({ title }) => `  - ${inLanguage(title, language)}`));
  lines.push('', `${say.documentation}:`, ...lab.debrief.documentation.map((title) => `  - ${title}`));
  lines.push('', say.back);
  return lines.join('\n');
}

/** Two columns: what was done, and a solution. */
function timeline(parts: DebriefParts, title: string, solution: string[]): string[] {
  const say = texts(parts.language);
  const done = deeds(parts);
  const rule = '-'.repeat(columnWidth);
  const rows = [...row('', say.yours, `${say.solution}: ${title}`), ...row('', rule, rule)];
  for (let index = 0; index < Math.max(done.length, solution.length, 1); index++) {
    const deed = done[index];
    const left = deed?.text ?? (index === 0 ? say.nothing : '');
    rows.push(...row(deed ? spanText(Math.max(0, deed.at - parts.began)) : '', left, solution[index] ?? ''));
  }
  return rows;
}

/** One line of the two columns, or several when a command is longer than its column. */
function row(time: string, left: string, right: string): string[] {
  const first = wrapCell(left, columnWidth);
  const second = wrapCell(right, columnWidth);
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) =>
    `${padded(index === 0 ? time : '', timeWidth)} ${padded(first[index] ?? '', columnWidth)}  ${second[index] ?? ''}`.trimEnd(),
  );
}
