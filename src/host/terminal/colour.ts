// Colours the input as it is typed, as PSReadLine does: the syntax tree says what commands, parameters, variables, strings and
// types are; comments and keywords stand in the text between.

import type { Extent } from '../../language/ast.ts';
import { parse } from '../../language/parser.ts';
import { keywords } from '../../language/token-kind.ts';

/** Escape sequences of the styles; the index is what a character is painted with, 0 for plain. */
const styles = ['', '\x1b[93m', '\x1b[90m', '\x1b[92m', '\x1b[36m', '\x1b[97m', '\x1b[37m', '\x1b[32m', '\x1b[92m'];
const PLAIN = '\x1b[0m';
const COMMAND = 1;
const PARAMETER = 2;
const VARIABLE = 3;
const STRING = 4;
const NUMBER = 5;
const TYPE = 6;
const COMMENT = 7;
const KEYWORD = 8;
/** A bare word as an argument: plain, but no keyword. */
const WORD = 9;

/** Longer input is shown plain: a keystroke must not wait. */
const LONGEST = 20_000;

interface Node extends Extent {
  kind: string;
}

const kindStyles: Record<string, number> = {
  CommandParameter: PARAMETER,
  Variable: VARIABLE,
  StringConstant: STRING,
  ExpandableString: STRING,
  NumberConstant: NUMBER,
  TypeExpression: TYPE,
  TypeConstraint: TYPE,
};

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string';
}

class Painter {
  readonly paint: Uint8Array;

  constructor(text: string) {
    this.paint = new Uint8Array(text.length);
  }

  visit(node: Node): void {
    const style = this.#styleOf(node);
    // A parameter's argument is painted by itself, after this.
    if (style > 0) this.paint.fill(style, node.start, node.end);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const child of value.flat()) this.#visitValue(child);
      else this.#visitValue(value);
    }
    if (node.kind === 'Command') this.#paintCommand(node as Node & { elements: Node[] });
  }

  #visitValue(value: unknown): void {
    if (isNode(value)) this.visit(value);
    // Clauses and hashtable entries are plain objects with nodes in them.
    else if (typeof value === 'object' && value !== null && !('lineStarts' in value)) {
      for (const child of Object.values(value)) if (isNode(child)) this.visit(child);
    }
  }

  #styleOf(node: Node): number {
    if (node.kind === 'StringConstant' && (node as Node & { quote?: string }).quote === 'bare') return WORD;
    return kindStyles[node.kind] ?? 0;
  }

  #paintCommand({ elements }: { elements: Node[] }): void {
    const name = elements[0];
    if (name?.kind === 'StringConstant') this.paint.fill(COMMAND, name.start, name.end);
  }
}

/** The same characters with escape sequences between them. */
export function colourTokens(text: string): string {
  if (text.length > LONGEST) return text;
  const painter = new Painter(text);
  painter.visit(parse(text).ast);
  const { paint } = painter;
  for (const match of text.matchAll(/<#[\s\S]*?(#>|$)|#[^\n]*|[A-Za-z]+/g)) {
    const { index } = match;
    if (paint[index] !== 0) continue;
    const word = match[0];
    if (word.startsWith('#') || word.startsWith('<')) {
      // A hash in the middle of a word begins no comment.
      if (index === 0 || /[\s;({|]/.test(text[index - 1]!)) paint.fill(COMMENT, index, index + word.length);
    } else if (keywords.has(word.toLowerCase()) && !/[-\w$.]/.test(text[index - 1] ?? ' ')) {
      paint.fill(KEYWORD, index, index + word.length);
    }
  }
  return render(text, paint);
}

function render(text: string, paint: Uint8Array): string {
  let out = '';
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && paint[i] === paint[from]) continue;
    const part = text.slice(from, i);
    const style = styles[paint[from]!] ?? '';
    out += style === '' ? part : `${style}${part}${PLAIN}`;
    from = i;
  }
  return out;
}
