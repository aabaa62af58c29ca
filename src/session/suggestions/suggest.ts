// A line of help after the product's own error, when what was typed is a wrong command of a common kind. Shown in a typed session;
// `$SuggestionPreference = 'Continue'` asks for it in scripts too, 'SilentlyContinue' turns it off.

import { toText } from '../../runtime/convert.ts';
import type { Engine } from '../../runtime/engine.ts';
import type { ErrorRecord } from '../../runtime/errors.ts';
import type { UserInterface } from '../../runtime/host.ts';
import { errorList } from '../../runtime/pipeline/error-list.ts';
import { suggestionRules } from './rules.ts';

/** Whether suggestions are wanted now. */
function wantsSuggestions(engine: Engine, isTyped: boolean): boolean {
  const preference = engine.globalScope.own('suggestionpreference')?.value;
  if (preference === undefined || preference === null) return isTyped;
  const text = toText(preference).toLowerCase();
  return text !== 'silentlycontinue' && text !== 'ignore' && text !== 'false';
}

/** The newest error, to know later which came after it. */
export const newestError = (engine: Engine): unknown => errorList(engine).items[0];

export interface SuggestionSituation {
  engine: Engine;
  /** What ran. */
  text: string;
  /** Newest error before it. */
  before: unknown;
  /** A person types. */
  isTyped: boolean;
  ui: UserInterface;
}

/** Shows what was probably meant. */
export function showSuggestions({ engine, text, before, isTyped, ui }: SuggestionSituation): void {
  if (!wantsSuggestions(engine, isTyped)) return;
  const language = engine.host.uiCulture.toLowerCase().startsWith('ja') ? 'ja' : 'en';
  const label = language === 'ja' ? 'ヒント: ' : 'Suggestion: ';
  for (const line of suggestionsFor(engine, text, before, language))
    ui.write(ui.colors ? `\x1b[36m${label}${line}\x1b[0m\n` : `${label}${line}\n`);
}

/** Lines for the errors since then, without repetition; also for text that went wrong without an error. */
function suggestionsFor(engine: Engine, typed: string, before: unknown, language: 'en' | 'ja'): string[] {
  const { items } = errorList(engine);
  const known = before === undefined ? -1 : items.indexOf(before as (typeof items)[number]);
  const errors = (known < 0 ? items : items.slice(0, known)).toReversed() as unknown as ErrorRecord[];
  const found = errors.map((record) => suggestionFor(textOf(record, typed), record.fullyQualifiedErrorId, language));
  if (errors.length === 0) found.push(suggestionFor(typed, undefined, language));
  return [...new Set(found.filter((line) => line !== undefined))];
}

/** The line of a script that failed, else all that was typed. */
function textOf({ invocation }: ErrorRecord, typed: string): string {
  const position = invocation?.position;
  return position?.file === undefined ? typed : position.lineText;
}

function suggestionFor(typed: string, errorId: string | undefined, language: 'en' | 'ja'): string | undefined {
  for (const rule of suggestionRules()) {
    if (rule.error && (errorId === undefined || !rule.error.test(errorId))) continue;
    const match = rule.text.exec(typed);
    if (match) return rule[language].replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return undefined;
}
