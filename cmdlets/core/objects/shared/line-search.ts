// Searching lines for Select-String: patterns, context before and after, what is put out of one source.

import { DotNetException } from '../../../../src/runtime/errors.ts';
import { REGEX_IGNORE_CASE } from '../../../../src/runtime/regex/options.ts';
import { compileRegex, escapeRegex } from '../../../../src/runtime/regex/regex.ts';
import { type MatchObject, matchObject } from '../../../../src/runtime/types/regex-object.ts';
import { MatchInfo, MatchInfoContext } from '../types/match-info.ts';

export interface SearchOptions {
  patterns: string[];
  simple: boolean;
  ignoreCase: boolean;
  notMatch: boolean;
  allMatches: boolean;
  /** Lines of context before and after. */
  before: number;
  after: number;
}

export class InvalidPattern {
  constructor(
    readonly pattern: string,
    readonly reason: string,
  ) {}
}

type Finder = (line: string) => MatchObject[] | undefined;

export class LineSearch {
  private readonly finders: { pattern: string; find: Finder }[];

  constructor(private readonly options: SearchOptions) {
    this.finders = options.patterns.map((pattern) => ({ pattern, find: this.finder(pattern) }));
  }

  private finder(pattern: string): Finder {
    const { simple, ignoreCase, allMatches } = this.options;
    const regex = compile(simple ? escapeRegex(pattern) : pattern, ignoreCase, pattern);
    return (line) => {
      const first = regex.match(line, 0);
      if (!first) return undefined;
      if (simple) return [];
      const found = [matchObject(regex, first, line)];
      if (allMatches) for (let next = found[0]!.next(); next.success; next = next.next()) found.push(next);
      return found;
    };
  }

  /** The match of one line, if there is one. */
  test(line: string, lineNumber: number, path: string): MatchInfo | undefined {
    const { notMatch, ignoreCase, patterns } = this.options;
    for (const { pattern, find } of this.finders) {
      const found = find(line);
      if (found === undefined) continue;
      if (notMatch) return undefined;
      const info = new MatchInfo(line, lineNumber, path, pattern, ignoreCase);
      info.matches = found;
      return info;
    }
    return notMatch ? new MatchInfo(line, lineNumber, path, patterns.at(-1)!, ignoreCase) : undefined;
  }

  get wantsContext(): boolean {
    return this.options.before > 0 || this.options.after > 0;
  }

  /** Adds the lines around each match; a line is displayed once, and lines that match are not displayed as context. */
  addContext(matches: readonly MatchInfo[], lines: readonly string[]): void {
    const { before, after } = this.options;
    let displayed = 0;
    matches.forEach((match, index) => {
      const at = match.lineNumber - 1;
      const context = new MatchInfoContext();
      context.preContext = lines.slice(Math.max(at - before, 0), at);
      context.postContext = lines.slice(at + 1, at + 1 + after);
      context.displayPreContext = lines.slice(Math.min(Math.max(at - before, displayed), at), at);
      const next = matches[index + 1];
      const end = Math.min(at + 1 + after, next ? next.lineNumber - 1 : lines.length);
      context.displayPostContext = lines.slice(at + 1, end);
      displayed = end;
      match.context = context;
    });
  }
}

function compile(source: string, ignoreCase: boolean, pattern: string): ReturnType<typeof compileRegex> {
  try {
    return compileRegex(source, ignoreCase ? REGEX_IGNORE_CASE : 0);
  } catch (thrown) {
    if (thrown instanceof DotNetException) throw new InvalidPattern(pattern, thrown.message);
    throw thrown;
  }
}
