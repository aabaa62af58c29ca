// Paths for completion: files, folders and items of the other drives (`Env:`, `Function:`).

import type { Engine } from '../engine.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import { FileError } from '../host.ts';
import { beginning, byText, CompletionMatch, type CompletionResultType, quotedArgument } from './completion-match.ts';

interface Entry {
  name: string;
  container: boolean;
  hidden?: boolean;
}

/** `base`: the folder as typed. */
function match(entry: Entry, base: string, quote: string | undefined, full: string): CompletionMatch {
  const type: CompletionResultType = entry.container ? 'ProviderContainer' : 'ProviderItem';
  return new CompletionMatch(quotedArgument(base + entry.name, quote), entry.name, type, full + entry.name);
}

/** Items of drives that are no folders: environment variables, functions, aliases, variables. */
function flatNames(engine: Engine, drive: string): string[] | undefined {
  switch (drive.toLowerCase()) {
    case 'env':
      return [...engine.host.environment.entries()].map(([name]) => name);
    case 'function':
      return engine.functions.list().map(({ name }) => name);
    case 'alias':
      return engine.aliases.list().map(({ name }) => name);
    case 'variable':
      return engine.variables.list().map(({ name }) => name);
    default:
      return undefined;
  }
}

export function pathMatches(engine: Engine, word: string, quote?: string): CompletionMatch[] {
  const flat = /^(\w+):\\?([^\\]*)$/.exec(word);
  const names = flat && flatNames(engine, flat[1]!);
  if (flat && names) {
    const base = `${flat[1]}:\\`;
    return names
      .filter(beginning(flat[2]!))
      .map((name) => match({ name, container: false }, base, quote, base))
      .sort(byText);
  }
  return filePaths(engine, word.replaceAll('/', '\\'), quote);
}

function filePaths(engine: Engine, path: string, quote: string | undefined): CompletionMatch[] {
  // `C:` alone is the drive's current folder; what follows the colon is a name in it.
  const drive = /^\w+:(?!\\)/.exec(path)?.[0] ?? '';
  const end = Math.max(path.lastIndexOf('\\') + 1, drive.length);
  const folder = path.slice(0, end);
  const begin = path.slice(end);
  try {
    const full = engine.providers.resolveFilePath(folder === '' ? '.' : folder).replace(/\\?$/, '\\');
    const fits = beginning(begin);
    return engine.host.files
      .list(full)
      .filter(({ name, hidden }) => fits(name) && (!hidden || begin.startsWith('.')))
      .map(({ name, directory }) => match({ name, container: directory }, folder === '' ? '.\\' : folder, quote, full))
      .sort(byText);
  } catch (error) {
    // A folder or drive that is not there has nothing to offer.
    if (error instanceof FileError || error instanceof DotNetException || error instanceof TerminatingError) return [];
    throw error;
  }
}
