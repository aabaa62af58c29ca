// What all layers of the parser share: one token of look-ahead, modes, errors. The layers stand on each other
// in the order base, strings, types, primaries, expressions, commands, pipelines, statements, flow, functions,
// classes; each declares as abstract what it needs from the layers above it.

import type { Extent } from './ast.ts';
import type { SyntaxError as ScriptSyntaxError } from './errors.ts';
import { Lexer } from './lexer.ts';
import { LexerMode } from './lexer-base.ts';
import type { SourceText } from './source.ts';
import { syntaxMessage } from './syntax-messages.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

/** Nesting this deep is taken for a mistake: the stack must hold it here and wherever the tree is walked. */
const DEEPEST_NESTING = 600;

/** Thrown where a script is nested too deeply; `parse` turns it into an error of the script. */
export class NestedTooDeeply extends Error {}

export abstract class ParserBase {
  private depth = 0;

  /** Goes one level down; `leave` comes back. */
  protected enter(): void {
    if (++this.depth > DEEPEST_NESTING) throw new NestedTooDeeply();
  }

  protected leave(): void {
    this.depth--;
  }

  readonly lexer: Lexer;
  readonly source: SourceText;
  readonly text: string;
  private lookahead: Token | undefined;
  /** End of the last token taken: where "after this" errors point to. */
  lastEnd = 0;
  /** Every token taken, if somebody wants them. */
  recorded: Token[] | undefined;
  /** A token behind something already reported: it is not reported as unexpected too. */
  protected excused = -1;
  readonly semanticErrors: ScriptSyntaxError[] = [];
  /** A stretch of blanks already passed while looking for the end of the input. */
  private blankFrom = -1;
  private blankTo = -1;

  constructor(source: SourceText) {
    this.source = source;
    this.text = source.text;
    this.lexer = new Lexer(source.text);
  }

  protected peek(): Token {
    this.lookahead ??= this.lexer.scan();
    return this.lookahead;
  }

  /** Takes the token that `peek` returned. */
  protected skip(): void {
    const token = this.lookahead!;
    this.lastEnd = token.end;
    if (this.recorded !== undefined) this.recorded.push(token);
    this.lookahead = undefined;
  }

  protected next(): Token {
    const token = this.peek();
    this.lastEnd = token.end;
    if (this.recorded !== undefined) this.recorded.push(token);
    this.lookahead = undefined;
    return token;
  }

  /** Goes on reading at an offset, forgetting the look-ahead. */
  protected moveTo(offset: number): void {
    const { recorded } = this;
    if (recorded !== undefined)
      while (recorded.length > 0 && recorded[recorded.length - 1]!.start >= offset) recorded.pop();
    this.lookahead = undefined;
    this.lexer.position = offset;
  }

  /** Sets the mode and returns the one before; a look-ahead is read again in the new mode. */
  protected setMode(mode: LexerMode): LexerMode {
    const { lexer } = this;
    const before = lexer.mode;
    if (before === mode) return before;
    lexer.mode = mode;
    this.rescan();
    return before;
  }

  protected rescan(): void {
    if (this.lookahead === undefined) return;
    this.lexer.position = this.lookahead.start;
    this.lookahead = undefined;
  }

  /** Character right behind what was taken, blanks not passed. */
  protected codeHere(offset = 0): number {
    return this.text.charCodeAt(this.lastEnd + offset);
  }

  protected skipNewLines(): void {
    while (this.peek().kind === TokenKind.NewLine) this.lookahead = undefined;
  }

  protected skipSeparators(): void {
    for (;;) {
      const { kind } = this.peek();
      if (kind !== TokenKind.NewLine && kind !== TokenKind.Semi) return;
      if (this.recorded !== undefined) this.recorded.push(this.peek());
      this.lookahead = undefined;
    }
  }

  /** Passes tokens, whole brackets at a time, until one of these kinds comes next. */
  protected skipUntil(...kinds: TokenKind[]): void {
    let depth = 0;
    for (;;) {
      const { kind } = this.peek();
      if (kind === TokenKind.EndOfInput || (depth === 0 && kinds.includes(kind))) return;
      if (opensBracket(kind)) depth++;
      else if (kind === TokenKind.RParen || kind === TokenKind.RCurly) {
        if (depth === 0 && kind === TokenKind.RCurly) return;
        if (depth > 0) depth--;
      }
      const token = this.next();
      if (token.open) this.finishOpen(token);
    }
  }

  /** Passes tokens up to the first of a kind, brackets between not counted. */
  protected skipToFirst(kind: TokenKind): void {
    for (;;) {
      const token = this.peek();
      if (token.kind === kind || token.kind === TokenKind.EndOfInput) return;
      this.skip();
      if (token.open) this.finishOpen(token);
    }
  }

  /** Reads on to the end of a string or word whose parts were not read yet. */
  protected abstract finishOpen(token: Token): void;

  protected error(id: string, start: number, end: number, ...values: string[]): void {
    this.lexer.error(id, start, end, ...values);
  }

  /** A fault of meaning, not of form: such errors are listed behind all others. */
  protected semanticError(id: string, extent: Extent, ...values: string[]): void {
    const { start, end } = extent;
    if (this.semanticErrors.length < 5000)
      this.semanticErrors.push({ id, start, end, incomplete: false, message: syntaxMessage(id, values) });
  }

  /** `semanticError` for checks that stand outside the parser. */
  protected readonly report = (id: string, extent: Extent, ...values: string[]): void => {
    this.semanticError(id, extent, ...values);
  };

  /** Reports that something is missing at an offset; more input could bring it when only blanks follow. */
  protected missing(id: string, offset: number, ...values: string[]): void {
    this.missingRange(id, offset, offset, offset, ...values);
  }

  /** Reports that something else should stand where this token stands. */
  protected missingAt(id: string, token: Token, ...values: string[]): void {
    const atEnd = token.kind === TokenKind.EndOfInput;
    // The reference puts the end of the input one character behind the text.
    const offset = atEnd ? this.text.length + 1 : token.start;
    this.missingRange(id, offset, atEnd ? offset : token.end, token.end, ...values);
  }

  /** Reports a range as lacking something that was looked for at `soughtAt`. */
  protected missingRange(id: string, start: number, end: number, soughtAt: number, ...values: string[]): void {
    if (this.onlyBlanksFollow(soughtAt)) this.lexer.incompleteError(id, start, end, ...values);
    else this.lexer.error(id, start, end, ...values);
  }

  /** True when nothing but blanks and comments stands behind the offset. */
  protected onlyBlanksFollow(offset: number): boolean {
    if (offset >= this.blankFrom && offset <= this.blankTo) return this.blankTo >= this.text.length;
    const { lexer } = this;
    const before = lexer.position;
    lexer.position = offset;
    lexer.skipBlanksAndLines();
    this.blankFrom = offset;
    this.blankTo = lexer.position;
    lexer.position = before;
    return this.blankTo >= lexer.length;
  }

  protected codeAt(offset: number): number {
    return this.text.charCodeAt(offset);
  }

  protected textOf(token: Token): string {
    return this.text.slice(token.start, token.end);
  }
}

function opensBracket(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.LParen:
    case TokenKind.AtParen:
    case TokenKind.DollarParen:
    case TokenKind.LCurly:
    case TokenKind.AtCurly:
      return true;
    default:
      return false;
  }
}

export { LexerMode, TokenKind };
