// What completion gives: System.Management.Automation.CompletionResult and CommandCompletion as scripts see them, and how texts
// are quoted and ordered.

import { knownType, type PSType } from '../types/registry.ts';

export type CompletionResultType =
  | 'Text'
  | 'Command'
  | 'ProviderItem'
  | 'ProviderContainer'
  | 'Property'
  | 'Method'
  | 'ParameterName'
  | 'ParameterValue'
  | 'Variable'
  | 'Namespace'
  | 'Type'
  | 'Keyword';

/** One choice: what is inserted, what a list shows, what it is. */
export class CompletionMatch {
  constructor(
    readonly completionText: string,
    readonly listItemText: string,
    readonly resultType: CompletionResultType,
    /** Made when asked for: a command's syntax is work. */
    private readonly makeToolTip: string | (() => string) = listItemText,
  ) {}
  get toolTip(): string {
    return typeof this.makeToolTip === 'string' ? this.makeToolTip : this.makeToolTip();
  }
  get psType(): PSType {
    return knownType('System.Management.Automation.CompletionResult');
  }
}

export interface Completion {
  /** The part of the input that a choice replaces; -1 when there is nothing to complete. */
  start: number;
  length: number;
  matches: CompletionMatch[];
}

export function byText(a: CompletionMatch, b: CompletionMatch): number {
  return compareNames(a.listItemText, b.listItemText);
}
export function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a name begins with what is typed; `*` and `?` in it are wildcards. */
export function beginning(word: string): (name: string) => boolean {
  if (!/[*?]/.test(word)) {
    const lower = word.toLowerCase();
    return (name) => name.toLowerCase().startsWith(lower);
  }
  const pattern = word
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${pattern}`, 'i');
  return (name) => expression.test(name);
}

/** A word as an argument: between quotes when it needs them; the quote that was typed is kept. */
export function quotedArgument(value: string, quote: string | undefined): string {
  if (quote === undefined && !/[\s'"`$(){}|&;,<>#@]/.test(value) && value !== '') return value;
  if (quote === undefined && /^[^@#<>\s'"`$(){}|&;,][^\s'"`$(){}|&;,]*$/.test(value)) return value;
  if (quote === '"') return `"${value.replace(/["$`]/g, (mark) => `\`${mark}`)}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

export function parameterValue(value: string, quote: string | undefined): CompletionMatch {
  return new CompletionMatch(quotedArgument(value, quote), value, 'ParameterValue');
}
