// What the item cmdlets share: from -Path or -LiteralPath, -Include, -Exclude and -Filter to existing items, errors written path by path.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { hasWildcard, leafName } from '../../../../src/runtime/providers/path-text.ts';
import { failed, nullPath, recordOf } from '../../../../src/runtime/providers/provider-errors.ts';
import {
  type ProviderSession,
  providersOf,
  type ResolvedPath,
} from '../../../../src/runtime/providers/provider-session.ts';
import { filePattern } from '../../../../src/runtime/types/file-info.ts';

export function sessionOf(cmdlet: CmdletContext): ProviderSession {
  return providersOf(cmdlet.engine);
}

/** Runs one step; what a provider reports becomes a non-terminating error. False when it failed. */
export function reporting(cmdlet: CmdletContext, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    cmdlet.error(recordOf(error));
    return false;
  }
}

/** The paths given, and whether they are literal. */
export function pathArguments(cmdlet: CmdletContext): { paths: string[]; literal: boolean } {
  const literal = cmdlet.has('LiteralPath');
  const given = literal ? cmdlet.args.LiteralPath : cmdlet.args.Path;
  if (given === undefined || given === null) return { paths: [], literal };
  return { paths: Array.isArray(given) ? given : [given], literal };
}

/** -Include, -Exclude and -Filter on a name. */
export function nameFilter(cmdlet: CmdletContext): (name: string) => boolean {
  const include = (cmdlet.args.Include ?? []) as string[];
  const exclude = (cmdlet.args.Exclude ?? []) as string[];
  const pattern = cmdlet.args.Filter === undefined ? undefined : filePattern(String(cmdlet.args.Filter));
  if (include.length === 0 && exclude.length === 0 && pattern === undefined) return () => true;
  return (name) =>
    (pattern === undefined || pattern(name)) &&
    (include.length === 0 || include.some((text) => matchesWildcard(name, text))) &&
    !exclude.some((text) => matchesWildcard(name, text));
}

/** Calls `use` for every existing item that the cmdlet's paths name; errors of a path or an item are written. */
export function eachItem(cmdlet: CmdletContext, use: (item: ResolvedPath) => void): void {
  const session = sessionOf(cmdlet);
  const matches = nameFilter(cmdlet);
  const { paths, literal } = pathArguments(cmdlet);
  for (const path of paths) {
    reporting(cmdlet, () => {
      if (path === null || path === '') throw nullPath();
      for (const item of session.expand(path, { literal, force: cmdlet.args.Force === true })) {
        cmdlet.checkInterrupt();
        if (matches(leafName(item.path))) reporting(cmdlet, () => use(item));
      }
    });
  }
}

/** For the content cmdlets: wildcards that match nothing are an error there. */
export function expandContentPaths(cmdlet: CmdletContext): ResolvedPath[] {
  const session = sessionOf(cmdlet);
  const matches = nameFilter(cmdlet);
  const { paths, literal } = pathArguments(cmdlet);
  const found: ResolvedPath[] = [];
  for (const path of paths) {
    reporting(cmdlet, () => {
      const items = session
        .expand(path, { literal, force: cmdlet.args.Force === true })
        .filter((item) => matches(leafName(item.path)));
      if (items.length === 0 && (hasWildcard(path) || cmdlet.args.Include || cmdlet.args.Exclude))
        throw nothingMatches(path, paths);
      found.push(...items);
    });
  }
  return found;
}
export function nothingMatches(path: string, paths: string[]): DotNetException {
  const message = `An object at the specified path ${path} does not exist, or has been filtered by the -Include or -Exclude parameter.`;
  return failed('System.Exception', message, 'ItemNotFound', 'ObjectNotFound', paths);
}
