// What Start-Lab shows: the story, the goals and what is not allowed; and the steps of a guided lab.

import type { Lab } from '../../../state/schema/lab.ts';
import { inLanguage, type Language, texts } from './texts.ts';
import { wrapText } from './wrap.ts';

const width = 79;

export function storyText(lab: Lab, language: Language, isResumed: boolean): string {
  const say = texts(language);
  const parts = [`${say.lab}: ${inLanguage(lab.title, language)} (${lab.name}, ${say.level} ${lab.level})`, ''];
  if (isResumed) parts.push(...wrapText(say.resumed, width), '');
  parts.push(...wrapText(inLanguage(lab.story, language), width), '');
  parts.push(
    `${say.goals}:`,
    ...bullets(lab.goals.filter(({ kind }) => kind !== 'answer').map(({ text }) => inLanguage(text, language))),
  );
  const forbidden = lab.forbidden ?? [];
  if (forbidden.length > 0)
    parts.push(`${say.forbidden}:`, ...bullets(forbidden.map(({ text }) => inLanguage(text, language))));
  const questions = lab.goals.flatMap((goal) => (goal.kind === 'answer' ? [inLanguage(goal.question, language)] : []));
  if (questions.length > 0)
    parts.push(`${say.questions}:`, ...questions.flatMap((text, index) => item(`  ${index + 1}. `, text)));
  parts.push('', ...wrapText(say.commands, width));
  return parts.join('\n');
}

export function stepText(lab: Lab, step: number, language: Language): string {
  const say = texts(language);
  const steps = lab.steps ?? [];
  if (step >= steps.length) return wrapText(say.stepsDone, width).join('\n');
  const head = `${say.step} ${step + 1} ${say.of} ${steps.length}: `;
  return item(head, inLanguage(steps[step]!.text, language)).join('\n');
}

const bullets = (lines: string[]) => lines.flatMap((text) => item('  - ', text));

/** A text behind its mark, the further lines below the text. */
function item(mark: string, text: string): string[] {
  const indent = ' '.repeat(Math.min(mark.length, 4));
  const [first = '', ...more] = wrapText(text, width - mark.length);
  return [`${mark}${first}`, ...more.map((line) => (line.startsWith(' ') ? line : `${indent}${line}`))];
}
