// A token: its kind, where it stands, and what was read while scanning it. Kept small: a script has many.

import type { Extent, NumericKind, StreamName } from './ast.ts';
import type { DashWord } from './token-kind.ts';
import { TokenKind } from './token-kind.ts';

export interface NumberValue {
  type: NumericKind;
  value: number | bigint | string;
}

export interface RedirectionValue {
  from: StreamName;
  append: boolean;
  /** Set for `2>&1`. */
  to?: 1 | 2;
}

export class Token implements Extent {
  kind: TokenKind;
  start: number;
  end: number;
  /** Word, string content or name with escapes resolved; empty for symbols. */
  text: string;
  /** A string or word with parts to expand whose end is only known once its parts are parsed; `end` is then provisional. */
  open: boolean;
  /** Parameter: a colon follows the name. Variable: the name stands in braces. */
  marked: boolean;
  private data: NumberValue | DashWord | RedirectionValue | undefined;

  constructor(kind: TokenKind, start: number, end: number, text: string) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.text = text;
    this.open = false;
    this.marked = false;
    this.data = undefined;
  }

  /** What a number stands for; undefined if it is no valid number. */
  get number(): NumberValue | undefined {
    return this.kind === TokenKind.Number ? (this.data as NumberValue | undefined) : undefined;
  }
  set number(value: NumberValue) {
    this.data = value;
  }

  /** An operator written as a word. */
  get dash(): DashWord | undefined {
    return this.kind >= TokenKind.DashOperator && this.kind <= TokenKind.Split ? (this.data as DashWord) : undefined;
  }
  set dash(value: DashWord) {
    this.data = value;
  }

  get redirection(): RedirectionValue | undefined {
    return this.kind === TokenKind.Redirection ? (this.data as RedirectionValue) : undefined;
  }
  set redirection(value: RedirectionValue) {
    this.data = value;
  }
}

/** Ends what a statement may be: line end, `;`, closing brace or parenthesis, end of input. */
export function endsStatement(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.EndOfInput:
    case TokenKind.NewLine:
    case TokenKind.Semi:
    case TokenKind.RCurly:
    case TokenKind.RParen:
      return true;
    default:
      return false;
  }
}
