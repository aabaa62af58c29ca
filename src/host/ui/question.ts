// Questions to the user and their answers as plain data, and PowerShell's wording of a choice.

import type { PromptChoice } from '../../runtime/host.ts';

export type Question =
  | { kind: 'line'; prompt: string; secret: boolean }
  | { kind: 'choice'; caption: string; message: string; choices: PromptChoice[]; defaultIndex: number }
  /** `timeoutMs`: how long to wait; without it for ever. */
  | { kind: 'key'; timeoutMs?: number };

/** `cancelled` after Ctrl+C; a line without `text` is the end of the input. */
export type Answer =
  | { kind: 'line'; text?: string }
  | { kind: 'choice'; index: number }
  | { kind: 'key'; character: string; key: string }
  /** The time was up before a key was pressed. */
  | { kind: 'none' }
  | { kind: 'cancelled' };

/** Caption and message above a choice, after an empty line. */
export function choiceHeading(caption: string, message: string): string {
  return `\n${[caption, message].filter((text) => text !== '').join('\n')}\n`;
}

/** What `?` shows. */
export function choiceHelp(choices: PromptChoice[]): string {
  return choices.map(({ label, hotKey, help }) => `${hotKey || label} - ${help}\n`).join('');
}

/** `[Y] Yes  [N] No  [?] Help (default is "Y"): ` */
export function choiceLine(choices: PromptChoice[], defaultIndex: number): string {
  const labels = choices.map(({ label, hotKey }) => `[${hotKey}] ${label}`);
  const standard = choices[defaultIndex];
  const suffix = standard ? ` (default is "${standard.hotKey || standard.label}"): ` : ': ';
  return `${[...labels, '[?] Help'].join('  ')}${suffix}`;
}

/** Index of the choice that an answer names by hot key or label; undefined when it names none. */
export function matchChoice(answer: string, choices: PromptChoice[], defaultIndex: number): number | undefined {
  const typed = answer.trim().toLowerCase();
  if (typed === '') return defaultIndex >= 0 ? defaultIndex : undefined;
  const index = choices.findIndex(
    ({ label, hotKey }) => hotKey.toLowerCase() === typed || label.toLowerCase() === typed,
  );
  return index >= 0 ? index : undefined;
}
