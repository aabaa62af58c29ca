// Without a terminal, what is asked is answered by the next lines of standard input, as in pwsh.

import type { LineInput } from './line-input.ts';
import type { Output } from './output.ts';
import { type Answer, choiceHeading, choiceHelp, choiceLine, matchChoice, type Question } from './question.ts';

export function answerFromInput(question: Question, input: LineInput, output: Output): Answer {
  if (question.kind === 'key') return { kind: 'cancelled' };
  if (question.kind === 'line') return { kind: 'line', text: askLine(question.prompt, input, output) };
  const { caption, message, choices, defaultIndex } = question;
  output.write(choiceHeading(caption, message));
  for (;;) {
    const text = askLine(choiceLine(choices, defaultIndex), input, output);
    if (text === undefined) return { kind: 'cancelled' };
    const index = matchChoice(text, choices, defaultIndex);
    if (index !== undefined) return { kind: 'choice', index };
    if (text.trim() === '?') output.write(choiceHelp(choices));
  }
}

function askLine(prompt: string, input: LineInput, output: Output): string | undefined {
  output.write(prompt);
  output.flush();
  const text = input.next();
  output.write('\n');
  return text;
}
