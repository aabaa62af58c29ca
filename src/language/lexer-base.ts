// What all parts of the lexer share: the text, the position, the mode, errors, white space and comments.

import { classOf, isDoubleQuote, isSingleQuote, LINE_END, WHITE_SPACE } from './characters.ts';
import type { SyntaxError as ScriptSyntaxError } from './errors.ts';
import { syntaxMessage } from './syntax-messages.ts';
import { Token } from './token.ts';
import type { TokenKind } from './token-kind.ts';

/** How the characters at a place are to be read: `a-b` is one word in a command, a subtraction in an expression. */
export enum LexerMode {
  Command,
  Expression,
  TypeName,
  /** Class members: words and types, no operators. */
  Signature,
}

/** Nobody reads more errors than this. */
const MOST_ERRORS = 5000;

export interface CommentRange {
  start: number;
  end: number;
}

export class LexerBase {
  readonly source: string;
  readonly length: number;
  position = 0;
  mode = LexerMode.Command;
  /** `-5` and `+5` are numbers where an operand is expected. */
  allowSignedNumbers = false;
  /** In the middle part of a ternary `:` and `?` end a number or a name. */
  ternaryDepth = 0;
  readonly errors: ScriptSyntaxError[] = [];
  /** Every comment passed, in order, once. */
  readonly comments: CommentRange[] = [];

  constructor(source: string) {
    this.source = source;
    this.length = source.length;
  }

  error(id: string, start: number, end: number, ...values: string[]): void {
    this.addError(id, start, end, false, values);
  }

  /** An error that more input could repair. */
  incompleteError(id: string, start: number, end: number, ...values: string[]): void {
    this.addError(id, start, end, true, values);
  }

  private addError(id: string, start: number, end: number, incomplete: boolean, values: string[]): void {
    if (this.errors.length >= MOST_ERRORS) return;
    // The same characters can be read twice, in two modes; their fault counts once.
    for (let index = this.errors.length - 1; index >= 0 && index >= this.errors.length - 4; index--) {
      const other = this.errors[index]!;
      if (other.id === id && other.start === start && other.end === end) return;
    }
    this.errors.push({ id, start, end, incomplete, message: syntaxMessage(id, values) });
  }

  /** Passes white space, comments and continued lines; stops at a line end. */
  skipBlanks(): void {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.position);
      if (code === 32) this.position++;
      else if (code === 35) this.skipLineComment();
      else if (code === 60 && source.charCodeAt(this.position + 1) === 35) this.skipBlockComment();
      else if (code === 96) {
        if (!this.skipContinuation()) return;
      } else if ((classOf(code) & WHITE_SPACE) !== 0) this.position++;
      else return;
    }
  }

  private skipContinuation(): boolean {
    const next = this.source.charCodeAt(this.position + 1);
    if (next === 13) this.position += this.source.charCodeAt(this.position + 2) === 10 ? 3 : 2;
    else if (next === 10) this.position += 2;
    else if ((classOf(next) & WHITE_SPACE) !== 0 && !Number.isNaN(next)) {
      // An escaped blank between words separates them like any other.
      this.position += 2;
    } else if (Number.isNaN(next)) {
      this.position++;
      this.incompleteError('IncompleteString', this.position + 1, this.position + 1);
    } else return false;
    return true;
  }

  private addComment(start: number): void {
    const last = this.comments[this.comments.length - 1];
    if (last === undefined || last.start < start) this.comments.push({ start, end: this.position });
  }

  private skipLineComment(): void {
    const start = this.position;
    let position = start + 1;
    const { source } = this;
    for (; position < this.length; position++) {
      const code = source.charCodeAt(position);
      if (code === 10 || code === 13) break;
    }
    this.position = position;
    this.addComment(start);
  }

  private skipBlockComment(): void {
    const start = this.position;
    const close = this.source.indexOf('#>', start + 2);
    if (close < 0) {
      this.position = this.length;
      this.incompleteError('MissingTerminatorMultiLineComment', start, this.length);
    } else this.position = close + 2;
    this.addComment(start);
  }

  /** Passes one line end if there is one here. */
  skipLineEnd(): boolean {
    const code = this.source.charCodeAt(this.position);
    if (code === 13) {
      this.position += this.source.charCodeAt(this.position + 1) === 10 ? 2 : 1;
      return true;
    }
    if (code !== 10) return false;
    this.position++;
    return true;
  }

  /** Passes blanks and line ends. */
  skipBlanksAndLines(): void {
    do this.skipBlanks();
    while (this.skipLineEnd());
  }

  protected make(kind: TokenKind, start: number): Token {
    return new Token(kind, start, this.position, '');
  }

  /** A token of a fixed number of characters. */
  protected symbol(kind: TokenKind, start: number, size: number): Token {
    this.position = start + size;
    return new Token(kind, start, this.position, '');
  }

  /** True in front of a string, a line end or nothing: no word can go on here. */
  protected atQuote(position: number): boolean {
    const code = this.source.charCodeAt(position);
    return isSingleQuote(code) || isDoubleQuote(code);
  }

  protected atLineEnd(position: number): boolean {
    const code = this.source.charCodeAt(position);
    return Number.isNaN(code) || (classOf(code) & LINE_END) !== 0;
  }

  /** Character after a backtick; the position is behind the backtick and moves behind what was read. */
  readEscape(): string {
    const { source } = this;
    const code = source.charCodeAt(this.position);
    if (Number.isNaN(code)) return '`';
    this.position++;
    switch (code) {
      case 48:
        return '\0';
      case 97:
        return '\x07';
      case 98:
        return '\b';
      case 101:
        return '\x1b';
      case 102:
        return '\f';
      case 110:
        return '\n';
      case 114:
        return '\r';
      case 116:
        return '\t';
      case 118:
        return '\v';
      case 117:
        return this.readUnicodeEscape();
      case 13:
        if (source.charCodeAt(this.position) === 10) {
          this.position++;
          return '\r\n';
        }
        return '\r';
      default:
        return source[this.position - 1]!;
    }
  }

  /** `u{1F600}`: one to six hexadecimal digits in braces (about_Special_Characters). */
  private readUnicodeEscape(): string {
    const start = this.position - 2;
    const { source } = this;
    if (source.charCodeAt(this.position) !== 123)
      return this.badEscape('InvalidUnicodeEscapeSequence', start, this.position);
    const digitsStart = this.position + 1;
    let position = digitsStart;
    let value = 0;
    for (; ; position++) {
      const digit = hexDigit(source.charCodeAt(position));
      if (digit < 0) break;
      if (position - digitsStart === 6) {
        this.position = position + 1;
        return this.badEscape('TooManyDigitsInUnicodeEscapeSequence', position, position + 1);
      }
      value = value * 16 + digit;
    }
    this.position = position;
    if (source.charCodeAt(position) !== 125) {
      return this.badEscape('InvalidUnicodeEscapeSequence', position, position + 1);
    }
    this.position = position + 1;
    if (position === digitsStart) return this.badEscape('InvalidUnicodeEscapeSequence', start, this.position);
    if (value > 0x10ffff) return this.badEscape('InvalidUnicodeEscapeSequenceValue', digitsStart, position);
    return String.fromCodePoint(value);
  }

  private badEscape(id: string, start: number, end: number): string {
    this.error(id, start, end);
    return '';
  }
}

export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
