// A regular expression tree as source text for JavaScript's RegExp. Two forms: `\w`, `\d`, `\s`, `\b` as JavaScript has them, which
// is right for ASCII text, and Unicode classes (flag `u`) for all other text.

import { unicodeBlock } from './parse-set.ts';
import type { CharSet, RegexNode } from './tree.ts';

export interface Emitter {
  unicode: boolean;
  /** All letters ignore case (flag `i`). */
  ignoreCase: boolean;
  /** JavaScript's number of each group, filled while emitting. */
  order: number[];
}

const WORD = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}';
const SPACE = '\\f\\n\\r\\t\\v\\x85\\p{Z}';

export function emitNode(node: RegexNode, to: Emitter): string {
  switch (node.kind) {
    case 'char':
      return emitChar(node.code);
    case 'set':
      return emitSet(node, to);
    case 'any':
      return node.singleline ? '[^]' : '[^\\n]';
    case 'sequence':
      return node.items
        .map((item) => (item.kind === 'choice' ? `(?:${emitNode(item, to)})` : emitNode(item, to)))
        .join('');
    case 'choice':
      return node.items.map((item) => emitNode(item, to)).join('|');
    case 'group':
      if (node.number === undefined) return `(?:${emitNode(node.body, to)})`;
      to.order.push(node.number);
      return `(${emitNode(node.body, to)})`;
    case 'look':
      return `(?${node.ahead ? '' : '<'}${node.negate ? '!' : '='}${emitNode(node.body, to)})`;
    case 'repeat':
      return emitRepeat(node, to);
    case 'reference':
      return `\\k<g${node.number}>`;
    case 'anchor':
      return emitAnchor(node, to);
    default:
      throw new Error(`no JavaScript form for ${node.kind}`);
  }
}

function emitRepeat(node: Extract<RegexNode, { kind: 'repeat' }>, to: Emitter): string {
  const body = emitNode(node.body, to);
  const single =
    node.body.kind === 'char' || node.body.kind === 'set' || node.body.kind === 'any' || node.body.kind === 'group';
  const plain = single && !(node.body.kind === 'set' && node.body.except !== undefined);
  const quantifier =
    node.max === Number.POSITIVE_INFINITY
      ? node.min === 0
        ? '*'
        : node.min === 1
          ? '+'
          : `{${node.min},}`
      : node.min === 0 && node.max === 1
        ? '?'
        : node.min === node.max
          ? `{${node.min}}`
          : `{${node.min},${node.max}}`;
  return `${plain ? body : `(?:${body})`}${quantifier}${node.lazy ? '?' : ''}`;
}

function emitAnchor(node: Extract<RegexNode, { kind: 'anchor' }>, to: Emitter): string {
  switch (node.anchor) {
    case '^':
      return node.multiline ? '(?<![^\\n])' : '^';
    case '$':
      return node.multiline ? '(?![^\\n])' : '(?=\\n?$)';
    case 'A':
      return '^';
    case 'z':
      return '$';
    case 'Z':
      return '(?=\\n?$)';
    case 'b':
      return to.unicode
        ? `(?:(?<=[${WORD}\\u200D\\u200C])(?![${WORD}\\u200D\\u200C])|(?<![${WORD}\\u200D\\u200C])(?=[${WORD}\\u200D\\u200C]))`
        : '\\b';
    case 'B':
      return to.unicode
        ? `(?:(?<=[${WORD}\\u200D\\u200C])(?=[${WORD}\\u200D\\u200C])|(?<![${WORD}\\u200D\\u200C])(?![${WORD}\\u200D\\u200C]))`
        : '\\B';
    default:
      throw new Error('no JavaScript form for \\G');
  }
}

export function emitChar(code: number): string {
  const c = String.fromCharCode(code);
  if (/[A-Za-z0-9 _,;:@#%&"'`~<>=!]/.test(c)) return c;
  if (/[\\^$.|?*+()[\]{}/-]/.test(c)) return c === '-' ? '\\x2d' : `\\${c}`;
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function emitClass(name: string, unicode: boolean): string {
  switch (name) {
    case 'd':
      return unicode ? '\\p{Nd}' : '\\d';
    case 'D':
      return unicode ? '\\P{Nd}' : '\\D';
    case 'w':
      return unicode ? WORD : '\\w';
    case 's':
      return unicode ? SPACE : '\\s';
    case 'W':
      return unicode ? '\\P{W}' : '\\W';
    case 'S':
      return unicode ? '\\P{S}' : '\\S';
    default:
      return emitProperty(name);
  }
}
function emitProperty(name: string): string {
  const inner = name.slice(2, -1);
  const block = unicodeBlock(inner);
  if (block) return `${emitChar(block[0])}-${emitChar(block[1])}`;
  return `\\${name}`;
}

/** Sets with \W or \S beside other members cannot be written as one JavaScript class in Unicode form; alternatives stand for them. */
function emitSet(set: CharSet, to: Emitter): string {
  const except = set.except ? `(?!${emitSet(set.except, to)})` : '';
  const alternatives: string[] = [];
  let body = set.ranges
    .map(([low, high]) => (low === high ? emitChar(low) : `${emitChar(low)}-${emitChar(high)}`))
    .join('');
  for (const name of set.classes) {
    const negatedBlock = name[0] === 'P' && unicodeBlock(name.slice(2, -1)) !== undefined;
    if (to.unicode && name === 'W') alternatives.push(`[^${WORD}]`);
    else if (to.unicode && name === 'S') alternatives.push(`[^${SPACE}]`);
    else if (negatedBlock) alternatives.push(`[^${emitProperty(name)}]`);
    else body += emitClass(name, to.unicode);
  }
  if (alternatives.length === 0) return `${except}[${set.negate ? '^' : ''}${body}]`;
  if (body !== '') alternatives.push(`[${body}]`);
  if (set.negate) return `${except}(?!${alternatives.join('|')})[^]`;
  return `${except}(?:${alternatives.join('|')})`;
}
