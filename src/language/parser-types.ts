// Type names between brackets: [int], [int[,]], [Dictionary[string,int]], [Type, Assembly].

import type { TypeName } from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { StringParser } from './parser-strings.ts';
import { TokenKind } from './token-kind.ts';

export abstract class TypeParser extends StringParser {
  /** Between the brackets of a type blanks may stand before `[`. */
  private insideBrackets = false;

  /** A type name with generic arguments and ranks, in type mode; undefined, with an error, when none stands here. */
  protected parseTypeName(afterBracket: boolean): TypeName | undefined {
    const mode = this.setMode(LexerMode.TypeName);
    this.insideBrackets = afterBracket;
    const type = this.readTypeName();
    if (type === undefined && afterBracket) this.missing('MissingTypename', this.lastEnd);
    this.setMode(mode);
    return type;
  }

  private readTypeName(): TypeName | undefined {
    const token = this.peek();
    if (token.kind !== TokenKind.Identifier) return undefined;
    this.skip();
    const type: TypeName = { name: token.text, start: token.start, end: token.end };
    while (this.codeHere() === 91 || (this.insideBrackets && this.peek().kind === TokenKind.LBracket)) {
      this.next();
      this.skipNewLines();
      const inner = this.peek();
      if (inner.kind === TokenKind.RBracket || inner.kind === TokenKind.Comma) this.readRank(type);
      else if (inner.kind === TokenKind.Identifier || inner.kind === TokenKind.LBracket) {
        if (type.args !== undefined || type.ranks !== undefined) {
          this.error('UnexpectedToken', inner.start, inner.end, this.textOf(inner));
        }
        this.readGenericArguments(type);
      } else {
        this.missing('MissingTypename', this.lastEnd);
        break;
      }
      type.end = this.lastEnd;
    }
    return type;
  }

  /** The reference reports a missing `]` one character before what stands in its place. */
  protected missingBracket(): void {
    const next = this.peek();
    const offset = next.kind === TokenKind.EndOfInput ? this.text.length : next.start - 1;
    this.error('EndSquareBracketExpectedAtEndOfAttribute', offset, offset);
  }

  private readRank(type: TypeName): void {
    let rank = 1;
    while (this.peek().kind === TokenKind.Comma) {
      this.skip();
      rank++;
    }
    if (this.peek().kind === TokenKind.RBracket) this.skip();
    else this.missing('EndSquareBracketExpectedAtEndOfType', this.lastEnd);
    type.ranks ??= [];
    type.ranks.push(rank);
  }

  private readGenericArguments(type: TypeName): void {
    type.args = [];
    for (;;) {
      this.skipNewLines();
      const bracketed = this.peek().kind === TokenKind.LBracket;
      if (bracketed) this.skip();
      const argument = this.readTypeName();
      if (argument === undefined) {
        this.missing('MissingTypename', this.lastEnd);
        break;
      }
      type.args.push(argument);
      if (bracketed) {
        this.skipAssemblyName();
        if (this.peek().kind === TokenKind.RBracket) this.skip();
      }
      this.skipNewLines();
      if (this.peek().kind !== TokenKind.Comma) break;
      this.skip();
    }
    if (this.peek().kind === TokenKind.RBracket) this.skip();
    else if (this.peek().kind === TokenKind.EndOfInput)
      this.missing('EndSquareBracketExpectedAtEndOfAttribute', this.lastEnd);
    else this.missingBracket();
  }

  /** `, mscorlib, Version=…` behind a type's name: it changes nothing about which type is meant. */
  protected skipAssemblyName(): void {
    if (this.peek().kind !== TokenKind.Comma) return;
    while (
      this.peek().kind !== TokenKind.RBracket &&
      this.peek().kind !== TokenKind.EndOfInput &&
      this.peek().kind !== TokenKind.NewLine
    )
      this.skip();
  }
}
