// What all layers of the parser share: one token of look-ahead, modes, errors. The layers stand on each other
// in the order base, strings, types, primaries, expressions, commands, pipelines, statements, flow, functions,
// classes; each declares as abstract what it needs from the layers above it.

import { Lexer } from './lexer.ts';
import { LexerMode } from './lexer-base.ts';
import type { SourceText } from './source.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export abstract class ParserBase {
  readonly lexer: Lexer;
  readonly source: SourceText;
  readonly text: string;
  private lookahead: Token | undefined;
  /** End of the last token taken: where "after this" errors point to. */
  lastEnd = 0;

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
    this.lastEnd = this.lookahead!.end;
    this.lookahead = undefined;
  }

  protected next(): Token {
    const token = this.peek();
    this.lastEnd = token.end;
    this.lookahead = undefined;
    return token;
  }

  /** Goes on reading at an offset, forgetting the look-ahead. */
  protected moveTo(offset: number): void {
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

  /** Character right behind what was taken, without passing blanks. */
  protected codeHere(offset = 0): number {
    const position = this.lookahead === undefined ? this.lexer.position : this.lookahead.start;
    return this.text.charCodeAt(position + offset);
  }

  protected skipNewLines(): void {
    while (this.peek().kind === TokenKind.NewLine) this.lookahead = undefined;
  }

  protected skipSeparators(): void {
    for (;;) {
      const { kind } = this.peek();
      if (kind !== TokenKind.NewLine && kind !== TokenKind.Semi) return;
      this.lookahead = undefined;
    }
  }

  protected error(id: string, start: number, end: number, ...values: string[]): void {
    this.lexer.error(id, start, end, ...values);
  }

  /** Reports that something is missing at an offset; more input could bring it when only blanks follow. */
  protected missing(id: string, offset: number, ...values: string[]): void {
    this.missingRange(id, offset, offset, ...values);
  }

  protected missingRange(id: string, start: number, end: number, ...values: string[]): void {
    if (this.onlyBlanksFollow(end)) this.lexer.incompleteError(id, start, end, ...values);
    else this.lexer.error(id, start, end, ...values);
  }

  /** True when nothing but blanks and comments stands behind the offset. */
  private onlyBlanksFollow(offset: number): boolean {
    const { lexer } = this;
    const before = lexer.position;
    lexer.position = offset;
    lexer.skipBlanksAndLines();
    const atEnd = lexer.position >= lexer.length;
    lexer.position = before;
    return atEnd;
  }

  protected textOf(token: Token): string {
    return this.text.slice(token.start, token.end);
  }
}

export { LexerMode, TokenKind };
