// Compiled regular expressions with .NET's semantics. Plain patterns run on JavaScript's own engine; what that cannot express, and
// what might take exponential time there, runs on a backtracking matcher that gives up after a bounded number of steps.

import { type Emitter, emitNode } from './emit.ts';
import { BacktrackingMatcher, type Captures } from './matcher.ts';
import { REGEX_IGNORE_CASE, REGEX_RIGHT_TO_LEFT } from './options.ts';
import { parseRegex } from './parse.ts';
import { isRisky, usesOneCase } from './safety.ts';
import { expandTemplate } from './template.ts';
import type { RegexTree } from './tree.ts';

export interface CaptureSpan {
  index: number;
  length: number;
}

/** One match: where it stands, and its groups by .NET's numbers. */
export interface RegexMatch {
  readonly index: number;
  readonly length: number;
  /** Text of a group; undefined when it took no part. */
  value(group: number): string | undefined;
  /** All captures of a group, in order. */
  captures(group: number): CaptureSpan[];
}

const NON_ASCII = /[^\x00-\x7f]/;

export class CompiledRegex {
  readonly source: string;
  readonly options: number;
  readonly groups: readonly { number: number; name: string }[];
  /** The separator itself when the pattern is plain text without letters; splitting needs no engine then. */
  readonly plainSeparator: string | undefined;
  private readonly tree: RegexTree;
  private readonly own: boolean;
  private ascii: RegExp | undefined;
  private unicode: RegExp | undefined;
  /** Index in JavaScript's match array by .NET group number. */
  private positions: number[] = [];
  private matcher: BacktrackingMatcher | undefined;

  constructor(source: string, options: number) {
    this.source = source;
    this.options = options;
    this.tree = parseRegex(source, options);
    this.groups = this.tree.groups;
    this.own =
      this.tree.ownEngine ||
      (options & REGEX_RIGHT_TO_LEFT) !== 0 ||
      !usesOneCase(this.tree.root, (options & REGEX_IGNORE_CASE) !== 0) ||
      isRisky(this.tree.root);
    this.plainSeparator =
      /^(?:[^\\^$.|?*+()[\]{}A-Za-z\u0080-\uffff\s#]|\\[.|?*+()[\]{}^$\\])$| $/.test(source) &&
      source.length <= 2 &&
      source !== '' &&
      (source.length === 1 || source[0] === '\\') &&
      (options & 32) === 0
        ? source.at(-1)
        : undefined;
  }

  private engineFor(text: string): RegExp {
    if (!NON_ASCII.test(text)) return (this.ascii ??= this.build(false));
    return (this.unicode ??= this.build(true));
  }
  private build(unicode: boolean): RegExp {
    const ignoreCase = (this.options & REGEX_IGNORE_CASE) !== 0 || startsWithInlineCase(this.tree);
    const emitter: Emitter = { unicode, ignoreCase, order: [] };
    let source = emitNode(this.tree.root, emitter);
    this.positions = [];
    emitter.order.forEach((group, index) => {
      this.positions[group] = index + 1;
    });
    source = source.replace(/\\k<g(\d+)>/g, (_all, group) => `(?:\\${this.positions[Number(group)] ?? 0})`);
    return new RegExp(source, `${ignoreCase ? 'i' : ''}g${unicode ? 'u' : ''}`);
  }
  /** The matcher of our own, also for captures that JavaScript does not keep. */
  private get backtracking(): BacktrackingMatcher {
    return (this.matcher ??= new BacktrackingMatcher(this.tree, this.source, this.options));
  }

  isMatch(text: string, start = 0): boolean {
    if (this.own) return this.match(text, start) !== undefined;
    const engine = this.engineFor(text);
    engine.lastIndex = start;
    return engine.test(text);
  }

  match(text: string, start = 0): RegexMatch | undefined {
    if (this.own) {
      const found = this.backtracking.find(text, start);
      return found && new OwnMatch(text, found);
    }
    const engine = this.engineFor(text);
    engine.lastIndex = start;
    const found = engine.exec(text);
    return found ? new NativeMatch(found, this.positions, text, () => this.backtracking) : undefined;
  }

  /** All matches; an empty one moves the start on by one character. */
  *matches(text: string, start = 0): IterableIterator<RegexMatch> {
    const backwards = (this.options & REGEX_RIGHT_TO_LEFT) !== 0;
    let at = backwards && start === 0 ? text.length : start;
    while (at >= 0 && at <= text.length) {
      const match = this.match(text, at);
      if (!match) return;
      yield match;
      if (backwards) at = match.length === 0 ? match.index - 1 : match.index;
      else at = match.index + match.length + (match.length === 0 ? 1 : 0);
    }
  }

  /** Replaces by a template with $1, ${name}, $&, $`, $', $+, $_ and $$. */
  replace(text: string, template: string, count = -1, start = 0): string {
    if (!template.includes('$')) return this.replaceWith(text, () => template, count, start);
    return this.replaceWith(text, (match) => expandTemplate(this, match, text, template), count, start);
  }

  replaceWith(text: string, replacement: (match: RegexMatch) => string, count = -1, start = 0): string {
    if (count === 0) return text;
    if (this.options & REGEX_RIGHT_TO_LEFT) return this.replaceBackwards(text, replacement, count);
    let result = '';
    let last = 0;
    let done = 0;
    for (const match of this.matches(text, start)) {
      result += text.slice(last, match.index) + replacement(match);
      last = match.index + match.length;
      if (++done === count) break;
    }
    return last === 0 && result === '' ? text : result + text.slice(last);
  }
  private replaceBackwards(text: string, replacement: (match: RegexMatch) => string, count: number): string {
    let result = text;
    let done = 0;
    for (const match of this.matches(text)) {
      result = result.slice(0, match.index) + replacement(match) + result.slice(match.index + match.length);
      if (++done === count) break;
    }
    return result;
  }

  groupNumber(name: string): number {
    return this.groups.find((group) => group.name === name)?.number ?? -1;
  }
}

/** `(?i)` in front of everything else makes the whole pattern ignore case, which JavaScript's flag can do. */
function startsWithInlineCase(tree: RegexTree): boolean {
  return usesOneCase(tree.root, true) && !usesOneCase(tree.root, false);
}

class NativeMatch implements RegexMatch {
  constructor(
    private readonly found: RegExpExecArray,
    private readonly positions: readonly number[],
    private readonly text: string,
    private readonly matcher: () => BacktrackingMatcher,
  ) {}
  private detail: Captures | undefined;
  get index(): number {
    return this.found.index;
  }
  get length(): number {
    return this.found[0].length;
  }
  value(group: number): string | undefined {
    return group === 0 ? this.found[0] : this.found[this.positions[group] ?? -1];
  }
  captures(group: number): CaptureSpan[] {
    if (group === 0) return [{ index: this.index, length: this.length }];
    if (this.value(group) === undefined) return [];
    this.detail ??= this.matcher().find(this.text, this.index);
    return this.detail?.groups[group] ?? [];
  }
}

class OwnMatch implements RegexMatch {
  constructor(
    private readonly text: string,
    private readonly found: Captures,
  ) {}
  get index(): number {
    return this.found.index;
  }
  get length(): number {
    return this.found.length;
  }
  value(group: number): string | undefined {
    const span = this.captures(group).at(-1);
    return span && this.text.slice(span.index, span.index + span.length);
  }
  captures(group: number): CaptureSpan[] {
    return group === 0 ? [{ index: this.index, length: this.length }] : (this.found.groups[group] ?? []);
  }
}

const cache = new Map<string, CompiledRegex>();

/** Compiles, or finds the pattern compiled before. Throws RegexParseException. */
export function compileRegex(source: string, options: number): CompiledRegex {
  const key = `${options}:${source}`;
  let regex = cache.get(key);
  if (!regex) {
    regex = new CompiledRegex(source, options);
    if (cache.size >= 500) cache.clear();
    cache.set(key, regex);
  }
  return regex;
}

/** Regex.Escape. */
export function escapeRegex(text: string): string {
  return text
    .replace(/[\\*+?|{[()^$.# ]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\f/g, '\\f');
}
