// Parser of .NET's regular expression syntax. Error texts are RegexParseException's.

import { DotNetException } from '../errors.ts';
import {
  REGEX_EXPLICIT_CAPTURE,
  REGEX_IGNORE_CASE,
  REGEX_IGNORE_WHITESPACE,
  REGEX_MULTILINE,
  REGEX_SINGLELINE,
} from './options.ts';
import { readEscapedChar, readSet } from './parse-set.ts';
import type { RegexNode, RegexTree } from './tree.ts';

export class RegexReader {
  at = 0;
  ownEngine = false;
  /** Text of names and numbers of groups, found before parsing. */
  names = new Map<string, number>();
  numbers = new Set<number>([0]);
  nextUnnamed = 1;
  constructor(
    readonly text: string,
    public options: number,
  ) {}
  get ignoreCase(): boolean {
    return (this.options & REGEX_IGNORE_CASE) !== 0;
  }
  fail(detail: string, offset = this.at): DotNetException {
    return new DotNetException(
      'System.Text.RegularExpressions.RegexParseException',
      `Invalid pattern '${this.text}' at offset ${offset}. ${detail}`,
      {
        properties: { Offset: offset },
      },
    );
  }
}

const INLINE: Record<string, number> = {
  i: REGEX_IGNORE_CASE,
  m: REGEX_MULTILINE,
  n: REGEX_EXPLICIT_CAPTURE,
  s: REGEX_SINGLELINE,
  x: REGEX_IGNORE_WHITESPACE,
};

export function parseRegex(text: string, options: number): RegexTree {
  const reader = new RegexReader(text, options);
  const groups = numberGroups(reader);
  const root = readChoice(reader);
  if (reader.at < text.length) throw reader.fail("Too many )'s.", reader.at + 1);
  return { root, groups, ownEngine: reader.ownEngine };
}

/** First pass: unnamed groups are numbered before named ones. */
function numberGroups(reader: RegexReader): RegexTree['groups'] {
  const { text } = reader;
  const named: string[] = [];
  let options = reader.options;
  const stack: number[] = [];
  let unnamed = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '[') i = skipSet(text, i);
    else if (c === '#' && options & REGEX_IGNORE_WHITESPACE) {
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    } else if (c === ')') options = stack.pop() ?? options;
    else if (c === '(') {
      stack.push(options);
      const rest = text.slice(i);
      const name = /^\(\?(?:<(?![=!])|')([^>')-]*)/.exec(rest);
      const inline = /^\(\?([imnsx]*)(-[imnsx]*)?([:)])/.exec(rest);
      if (name) {
        if (name[1] !== '') named.push(name[1]!);
      } else if (inline && (inline[1] !== '' || inline[2] !== undefined || inline[3] === ':')) {
        const changed = applyOptions(options, inline[1]!, inline[2]?.slice(1) ?? '');
        if (inline[3] === ')') {
          stack.pop();
          options = changed;
          i += inline[0].length - 1;
        } else options = changed;
      } else if (rest.startsWith('(?#')) {
        const end = text.indexOf(')', i);
        i = end < 0 ? text.length : end;
        stack.pop();
      } else if (text[i + 1] !== '?' && !(options & REGEX_EXPLICIT_CAPTURE)) unnamed++;
    }
  }
  return assignNumbers(reader, unnamed, named);
}

function assignNumbers(reader: RegexReader, unnamed: number, named: string[]): RegexTree['groups'] {
  const explicit = new Set(named.filter((name) => /^\d+$/.test(name)).map(Number));
  let next = 1;
  const order: number[] = [];
  for (let i = 0; i < unnamed; i++) {
    while (explicit.has(next)) next++;
    order.push(next++);
  }
  for (const number of order) reader.numbers.add(number);
  for (const number of explicit) reader.numbers.add(number);
  for (const name of named) {
    if (/^\d+$/.test(name) || reader.names.has(name)) continue;
    while (reader.numbers.has(next)) next++;
    reader.names.set(name, next);
    reader.numbers.add(next++);
  }
  const byNumber = new Map([...reader.names].map(([name, number]) => [number, name]));
  return [...reader.numbers]
    .sort((a, b) => a - b)
    .map((number) => ({ number, name: byNumber.get(number) ?? String(number) }));
}

function skipSet(text: string, open: number): number {
  let i = open + 1;
  if (text[i] === '^') i++;
  if (text[i] === ']') i++;
  for (; i < text.length && text[i] !== ']'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '-' && text[i + 1] === '[') i = skipSet(text, i + 1);
  }
  return i;
}

function applyOptions(options: number, on: string, off: string): number {
  let result = options;
  for (const letter of on) result |= INLINE[letter]!;
  for (const letter of off) result &= ~INLINE[letter]!;
  return result;
}

function readChoice(reader: RegexReader): RegexNode {
  const items = [readSequence(reader)];
  while (reader.text[reader.at] === '|') {
    reader.at++;
    items.push(readSequence(reader));
  }
  return items.length === 1 ? items[0]! : { kind: 'choice', items };
}

function skipBlank(reader: RegexReader): void {
  for (;;) {
    if (reader.options & REGEX_IGNORE_WHITESPACE) {
      while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
      if (reader.text[reader.at] === '#') {
        while (reader.at < reader.text.length && reader.text[reader.at] !== '\n') reader.at++;
        continue;
      }
    }
    if (!reader.text.startsWith('(?#', reader.at)) return;
    const end = reader.text.indexOf(')', reader.at);
    if (end < 0) throw reader.fail('Unterminated (?#...) comment.', reader.text.length);
    reader.at = end + 1;
  }
}

function readSequence(reader: RegexReader): RegexNode {
  const items: RegexNode[] = [];
  for (;;) {
    skipBlank(reader);
    const c = reader.text[reader.at];
    if (c === undefined || c === '|' || c === ')') break;
    const atom = readAtom(reader);
    if (atom === undefined) continue;
    items.push(readQuantifiers(reader, atom));
  }
  return items.length === 1 ? items[0]! : { kind: 'sequence', items };
}

function readQuantifiers(reader: RegexReader, atom: RegexNode): RegexNode {
  skipBlank(reader);
  const quantifier = readQuantifier(reader);
  if (!quantifier) return atom;
  const lazy = reader.text[reader.at] === '?';
  if (lazy) reader.at++;
  if (quantifier.max < quantifier.min) throw reader.fail('Illegal {x,y} with x > y.');
  const start = reader.at;
  skipBlank(reader);
  if (readQuantifier(reader)) throw reader.fail(`Nested quantifier '${reader.text[start]}'.`, start + 1);
  return { kind: 'repeat', body: atom, ...quantifier, lazy };
}
function readQuantifier(reader: RegexReader): { min: number; max: number } | undefined {
  const c = reader.text[reader.at];
  if (c === '*' || c === '+' || c === '?') {
    reader.at++;
    return { min: c === '+' ? 1 : 0, max: c === '?' ? 1 : Number.POSITIVE_INFINITY };
  }
  if (c !== '{') return undefined;
  const match = /^\{(\d+)(,(\d*))?\}/.exec(reader.text.slice(reader.at));
  if (!match) return undefined;
  reader.at += match[0].length;
  if (Number(match[1]) > 2147483647 || Number(match[3] ?? 0) > 2147483647)
    throw reader.fail(
      'Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.',
      reader.at - match[0].length + 11,
    );
  const min = Number(match[1]);
  return { min, max: match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]) };
}

/** Undefined for an inline option group such as `(?i)`. */
function readAtom(reader: RegexReader): RegexNode | undefined {
  const c = reader.text[reader.at]!;
  const multiline = (reader.options & REGEX_MULTILINE) !== 0;
  switch (c) {
    case '.':
      reader.at++;
      return { kind: 'any', singleline: (reader.options & REGEX_SINGLELINE) !== 0 };
    case '^':
    case '$':
      reader.at++;
      return { kind: 'anchor', anchor: c, multiline };
    case '[':
      return readSet(reader);
    case '(':
      return readGroup(reader);
    case '\\':
      return readEscape(reader);
    case '*':
    case '+':
    case '?':
      throw reader.fail(`Quantifier '${c}' following nothing.`, reader.at + 1);
    default:
      reader.at++;
      return { kind: 'char', code: c.charCodeAt(0), ignoreCase: reader.ignoreCase };
  }
}

function readEscape(reader: RegexReader): RegexNode {
  const { text } = reader;
  const c = text[reader.at + 1];
  if (c === undefined) throw reader.fail('Illegal \\ at end of pattern.', text.length);
  if ('bBAzZG'.includes(c)) {
    reader.at += 2;
    if (c === 'G') reader.ownEngine = true;
    return { kind: 'anchor', anchor: c as 'b', multiline: false };
  }
  if ('dDwWsS'.includes(c)) {
    reader.at += 2;
    return { kind: 'set', negate: false, ranges: [], classes: [c], ignoreCase: false };
  }
  if (c === 'p' || c === 'P') return readSet(reader);
  const reference = readReference(reader);
  if (reference) return reference;
  reader.at++;
  return { kind: 'char', code: readEscapedChar(reader), ignoreCase: reader.ignoreCase };
}

function readReference(reader: RegexReader): RegexNode | undefined {
  const rest = reader.text.slice(reader.at);
  const named = /^\\k(?:<([^>]+)>|'([^']+)')/.exec(rest);
  if (named) {
    const name = named[1] ?? named[2]!;
    const number = /^\d+$/.test(name) ? Number(name) : reader.names.get(name);
    if (number === undefined || !reader.numbers.has(number))
      throw reader.fail(`Reference to undefined group name '${name}'.`, reader.at + named[0].length);
    reader.at += named[0].length;
    return { kind: 'reference', number, ignoreCase: reader.ignoreCase };
  }
  const numbered = /^\\([1-9]\d*)/.exec(rest);
  if (!numbered) return undefined;
  const number = Number(numbered[1]);
  if (!reader.numbers.has(number)) {
    if (number <= 9)
      throw reader.fail(`Reference to undefined group number ${number}.`, reader.at + numbered[0].length);
    return undefined;
  }
  reader.at += numbered[0].length;
  return { kind: 'reference', number, ignoreCase: reader.ignoreCase };
}

function readGroup(reader: RegexReader): RegexNode | undefined {
  const { text } = reader;
  const rest = text.slice(reader.at);
  const saved = reader.options;
  const inline = /^\(\?([imnsx]*)(-[imnsx]*)?([:)])/.exec(rest);
  if (inline) {
    reader.at += inline[0].length;
    const changed = applyOptions(reader.options, inline[1]!, inline[2]?.slice(1) ?? '');
    reader.options = changed;
    if (inline[3] === ')') return undefined;
    return close(reader, saved, { kind: 'group', body: readChoice(reader) });
  }
  const look = /^\(\?(<?)([=!])/.exec(rest);
  if (look) {
    reader.at += look[0].length;
    return close(reader, saved, {
      kind: 'look',
      ahead: look[1] === '',
      negate: look[2] === '!',
      body: readChoice(reader),
    });
  }
  if (rest.startsWith('(?>')) {
    reader.at += 3;
    reader.ownEngine = true;
    return close(reader, saved, { kind: 'atomic', body: readChoice(reader) });
  }
  const named = /^\(\?(?:<([^>]*)>|'([^']*)')/.exec(rest);
  if (named) return readNamed(reader, named[1] ?? named[2]!, named[0].length, saved);
  if (rest.startsWith('(?(')) return readConditional(reader, saved);
  if (rest.startsWith('(?'))
    throw reader.fail('Unrecognized grouping construct.', Math.min(reader.at + 3, text.length));
  reader.at++;
  if (reader.options & REGEX_EXPLICIT_CAPTURE) return close(reader, saved, { kind: 'group', body: readChoice(reader) });
  const number = unnamedNumber(reader);
  return close(reader, saved, { kind: 'group', number, body: readChoice(reader) });
}

function unnamedNumber(reader: RegexReader): number {
  const taken = new Set(reader.names.values());
  while (taken.has(reader.nextUnnamed)) reader.nextUnnamed++;
  return reader.nextUnnamed++;
}

function readNamed(reader: RegexReader, name: string, length: number, saved: number): RegexNode {
  const [own, pop] = name.split('-');
  if (own !== '' && !/^(?:\d+|[\p{L}_]\w*)$/u.test(own!))
    throw reader.fail(
      'Invalid group name: Group names must begin with a word character.',
      reader.at + 3 + (/^\d+/.exec(own!)?.[0].length ?? 0),
    );
  reader.at += length;
  const number = own === '' ? undefined : /^\d+$/.test(own!) ? Number(own) : reader.names.get(own!);
  let popNumber: number | undefined;
  if (pop !== undefined) {
    popNumber = /^\d+$/.test(pop) ? Number(pop) : reader.names.get(pop);
    if (popNumber === undefined) throw reader.fail(`Reference to undefined group name '${pop}'.`);
    reader.ownEngine = true;
  }
  return close(reader, saved, { kind: 'group', number, pop: popNumber, body: readChoice(reader) });
}

function readConditional(reader: RegexReader, saved: number): RegexNode {
  reader.ownEngine = true;
  const name = /^\(\?\((\w+)\)/.exec(reader.text.slice(reader.at));
  const number = name ? (/^\d+$/.test(name[1]!) ? Number(name[1]) : reader.names.get(name[1]!)) : undefined;
  let test: RegexNode | undefined;
  if (name && number !== undefined) reader.at += name[0].length;
  else {
    reader.at += 3;
    test = readChoice(reader);
    if (reader.text[reader.at] !== ')') throw reader.fail("Not enough )'s.");
    reader.at++;
  }
  const body = readChoice(reader);
  const branches = body.kind === 'choice' ? body.items : [body];
  if (branches.length > 2) throw reader.fail('Too many | in (?()|).');
  const empty: RegexNode = { kind: 'sequence', items: [] };
  return close(reader, saved, {
    kind: 'conditional',
    group: number,
    test,
    yes: branches[0]!,
    no: branches[1] ?? empty,
  });
}

function close(reader: RegexReader, saved: number, node: RegexNode): RegexNode {
  if (reader.text[reader.at] !== ')') throw reader.fail("Not enough )'s.", reader.text.length);
  reader.at++;
  reader.options = saved;
  return node;
}
