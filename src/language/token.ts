// A token: its kind, where it stands, and what was read while scanning it.

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
  open = false;
  /** Number: what it stands for; undefined if it is no valid number. */
  number: NumberValue | undefined = undefined;
  /** Operators written as words. */
  dash: DashWord | undefined = undefined;
  redirection: RedirectionValue | undefined = undefined;
  /** Variable: name in braces; parameter: a colon follows the name; bare word: it has an escape. */
  marked = false;

  constructor(kind: TokenKind, start: number, end: number, text: string) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.text = text;
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
