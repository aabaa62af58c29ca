// Names of commands: cmdlets, functions, aliases and programs.

import { commandSyntax } from '../automation/command-syntax.ts';
import { AliasInfo, ApplicationInfo, type CommandInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { beginning, byText, CompletionMatch, quotedArgument } from './completion-match.ts';

/** What the list says of a command: its syntax, of an alias what it stands for, of a program its path. */
function description(command: CommandInfo): string {
  if (command instanceof AliasInfo) return command.definition;
  if (command instanceof ApplicationInfo) return command.path;
  return commandSyntax(command);
}

/** Drives' own functions (`C:`, `cd..`) are typed, not completed. */
const isPlain = (name: string): boolean => /^[\w.?%-]+$/.test(name);

export function commandMatches(engine: Engine, word: string, quote?: string): CompletionMatch[] {
  const fits = beginning(word);
  const seen = new Set<string>();
  const matches: CompletionMatch[] = [];
  for (const command of engine.discovery.all()) {
    const { name } = command;
    const key = name.toLowerCase();
    if (seen.has(key) || !fits(name) || !isPlain(name) || command.visibility === 'Private') continue;
    seen.add(key);
    const text = quote === undefined ? name : quotedArgument(name, quote);
    matches.push(new CompletionMatch(text, name, 'Command', () => description(command)));
  }
  return matches.sort(byText);
}
