// Wildcard patterns (* ? [a-z] and ` as escape), compiled to regular expressions and cached.

import { DotNetException } from '../errors.ts';

const cache = new Map<string, (text: string) => boolean>();
const LIMIT = 1000;

/** True when the text has wildcard characters: * ? [ */
export function hasWildcards(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '`') i++;
    else if (c === '*' || c === '?' || c === '[') return true;
  }
  return false;
}

/** Puts ` before every wildcard character. */
export function escapeWildcards(text: string): string {
  return text.replace(/[*?[\]`]/g, '`$&');
}
export function unescapeWildcards(text: string): string {
  return text.replace(/`([*?[\]`])/g, '$1');
}

const invalid = Symbol('invalid pattern');

/** Source of a regular expression for the pattern; undefined when a bracket is not closed. */
function compile(pattern: string): string | typeof invalid {
  let source = '^';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '`' && i + 1 < pattern.length) source += escape(pattern[++i]!);
    else if (c === '*') {
      while (pattern[i + 1] === '*') i++;
      source += i === pattern.length - 1 ? '' : '[^]*?';
      if (i === pattern.length - 1) return source;
    } else if (c === '?') source += '[^]';
    else if (c === '[') {
      const end = closing(pattern, i);
      if (end < 0) return invalid;
      source += set(pattern.slice(i + 1, end));
      i = end;
    } else source += escape(c);
  }
  return `${source}$`;
}
function closing(pattern: string, open: number): number {
  for (let i = open + 1; i < pattern.length; i++) {
    if (pattern[i] === '`') i++;
    else if (pattern[i] === ']' && i > open + 1) return i;
  }
  return -1;
}
function set(body: string): string {
  let result = '';
  for (let i = 0; i < body.length; i++) {
    const c = body[i] === '`' && i + 1 < body.length ? body[++i]! : body[i]!;
    result += c === '-' && i > 0 && i < body.length - 1 && body[i - 1] !== '`' ? '-' : c.replace(/[\\\]^-]/, '\\$&');
  }
  return `[${result}]`;
}
function escape(c: string): string {
  return /[\\^$.|?*+()[\]{}]/.test(c) ? `\\${c}` : c;
}

/** Undefined for a range whose end is before its beginning (`[z-a]`). */
function regexOf(source: string, ignoreCase: boolean): RegExp | undefined {
  try {
    return new RegExp(source, ignoreCase ? 'i' : '');
  } catch {
    return undefined;
  }
}

/** As wildcardTest, for operators that refuse a pattern that is none. */
export function strictWildcardTest(pattern: string, ignoreCase: boolean): (text: string) => boolean {
  if (pattern.includes('[')) {
    const source = compile(pattern);
    if (source === invalid || regexOf(source as string, ignoreCase) === undefined)
      throw new DotNetException(
        'System.Management.Automation.WildcardPatternException',
        `The specified wildcard character pattern is not valid: ${pattern}`,
        { errorId: 'RuntimeException', category: 'NotSpecified' },
      );
  }
  return wildcardTest(pattern, ignoreCase);
}

/** A test for the pattern. An invalid one matches only itself. */
export function wildcardTest(pattern: string, ignoreCase = true): (text: string) => boolean {
  const key = `${ignoreCase ? 'i' : 'c'}${pattern}`;
  let test = cache.get(key);
  if (!test) {
    const source = compile(pattern);
    if (source === invalid) test = () => false;
    else if (!hasWildcards(pattern) && !pattern.includes('`')) {
      const lower = pattern.toLowerCase();
      test = ignoreCase
        ? (text) => text.length === lower.length && text.toLowerCase() === lower
        : (text) => text === pattern;
    } else {
      const regex = regexOf(source as string, ignoreCase);
      test = regex === undefined ? () => false : (text) => regex.test(text);
    }
    if (cache.size >= LIMIT) cache.clear();
    cache.set(key, test);
  }
  return test;
}

/** `-like` for one text; compiled patterns are cached. */
export function matchesWildcard(text: string, pattern: string, ignoreCase = true): boolean {
  return wildcardTest(pattern, ignoreCase)(text);
}
