// Strings and words: quoted strings, here-strings, bare words, variables. What has parts to expand comes back
// as an open token; the parser, which reads the parts, finds its end.

import { endsWord, isDoubleQuote, isIdentifierPart, isLineEnd, isSingleQuote, isWhiteSpace } from './characters.ts';
import { LexerMode } from './lexer-base.ts';
import { NumberLexer } from './lexer-numbers.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export class StringLexer extends NumberLexer {
  /** `'text'`; two quotes stand for one. */
  protected scanSingleQuoted(start: number): Token {
    const { source } = this;
    let position = start + 1;
    let text = '';
    let chunk = position;
    for (; position < this.length; position++) {
      if (!isSingleQuote(source.charCodeAt(position))) continue;
      if (!isSingleQuote(source.charCodeAt(position + 1))) {
        this.position = position + 1;
        const token = this.make(TokenKind.StringLiteral, start);
        token.text = text + source.slice(chunk, position);
        return token;
      }
      position++;
      text += source.slice(chunk, position);
      chunk = position + 1;
    }
    this.position = this.length;
    this.incompleteError('TerminatorExpectedAtEndOfString', start, this.length, "'");
    const token = this.make(TokenKind.StringLiteral, start);
    token.text = text + source.slice(chunk);
    return token;
  }

  /** The single-quoted part of a bare word. */
  singleQuotedAt(start: number): Token {
    return this.scanSingleQuoted(start);
  }

  /** `"text"`: complete at once when nothing is to expand, else open right behind the opening quote. */
  protected scanDoubleQuoted(start: number): Token {
    const { source } = this;
    let position = start + 1;
    for (; position < this.length; position++) {
      const code = source.charCodeAt(position);
      if (code === 36 || code === 96 || code > 127 || code === 34) {
        if (isDoubleQuote(code) && !isDoubleQuote(source.charCodeAt(position + 1))) {
          this.position = position + 1;
          const token = this.make(TokenKind.StringExpandable, start);
          token.text = source.slice(start + 1, position);
          return token;
        }
        if (code > 127 && !isDoubleQuote(code)) continue;
        break;
      }
    }
    this.position = start + 1;
    const token = this.make(TokenKind.StringExpandable, start);
    token.open = true;
    return token;
  }

  /** Where the content of a here-string starts, or -1, with the position behind the line, when characters follow its header. */
  protected hereStringContent(start: number): number {
    let position = start + 2;
    while (isWhiteSpace(this.source.charCodeAt(position))) position++;
    const code = this.source.charCodeAt(position);
    if (Number.isNaN(code) || isLineEnd(code)) {
      return code === 13 && this.source.charCodeAt(position + 1) === 10
        ? position + 2
        : Math.min(position + 1, this.length);
    }
    let end = position;
    while (end < this.length && !isLineEnd(this.source.charCodeAt(end))) end++;
    this.error('UnexpectedCharactersAfterHereStringHeader', position, position + 1);
    this.position = end;
    return -1;
  }

  protected scanSingleHereString(start: number): Token {
    const content = this.hereStringContent(start);
    if (content < 0) return this.make(TokenKind.HereStringLiteral, start);
    const { source } = this;
    let lineStart = content;
    let misplacedFooter = -1;
    for (;;) {
      if (isSingleQuote(source.charCodeAt(lineStart)) && source.charCodeAt(lineStart + 1) === 64) {
        return this.hereStringToken(start, content, lineStart);
      }
      let position = lineStart;
      while (isWhiteSpace(source.charCodeAt(position))) position++;
      if (position > lineStart && isSingleQuote(source.charCodeAt(position)) && source.charCodeAt(position + 1) === 64)
        misplacedFooter = position;
      while (position < this.length && !isLineEnd(source.charCodeAt(position))) position++;
      if (position >= this.length) break;
      lineStart =
        source.charCodeAt(position) === 13 && source.charCodeAt(position + 1) === 10 ? position + 2 : position + 1;
    }
    this.position = this.length;
    this.hereStringUnterminated(start, misplacedFooter, "'@");
    const token = this.make(TokenKind.HereStringLiteral, start);
    token.text = source.slice(content);
    return token;
  }

  hereStringUnterminated(start: number, misplacedFooter: number, terminator: string): void {
    if (misplacedFooter >= 0)
      this.incompleteError('WhitespaceBeforeHereStringFooter', misplacedFooter, misplacedFooter + 2);
    else this.incompleteError('TerminatorExpectedAtEndOfString', start, this.length, terminator);
  }

  private hereStringToken(start: number, content: number, footer: number): Token {
    let end = footer - 1;
    if (this.source.charCodeAt(end) === 10 && this.source.charCodeAt(end - 1) === 13) end--;
    this.position = footer + 2;
    const token = this.make(TokenKind.HereStringLiteral, start);
    token.text = end > content ? this.source.slice(content, end) : '';
    return token;
  }

  /** A bare word from `start`; plain when it has neither quotes, escapes nor anything to expand, otherwise open. */
  protected scanGeneric(start: number, scanned: number): Token {
    const { source } = this;
    let position = scanned;
    for (; ; position++) {
      const code = source.charCodeAt(position);
      if (endsWord(code)) break;
      if (code === 36 || code === 96 || code === 34 || code === 39 || (code > 127 && this.atQuote(position))) {
        this.position = Math.max(position, start + 1);
        const token = this.make(TokenKind.Generic, start);
        token.open = true;
        return token;
      }
    }
    this.position = position;
    const token = this.make(TokenKind.Generic, start);
    token.text = source.slice(start, position);
    return token;
  }

  /** Where the name of a variable ends that starts behind `$` or `@` at `start`; equals `start` when there is none. */
  variableNameEnd(start: number, inString: boolean): number {
    const { source } = this;
    const first = source.charCodeAt(start);
    // $$, $^ and $? are whole names.
    if (first === 36 || first === 94 || first === 63) return start + 1;
    let position = start;
    // A name may begin with colons, for whatever that is worth.
    if (first === 58) {
      const colons = source.charCodeAt(start + 1) === 58 ? 2 : 1;
      if (!isIdentifierPart(source.charCodeAt(start + colons))) return start;
      position += colons;
    }
    for (;;) {
      const code = source.charCodeAt(position);
      if (isIdentifierPart(code)) position++;
      else if (code === 63) position++;
      else if (code === 58) {
        // One colon separates scope or drive; two belong to a static member.
        if (position === start || source.charCodeAt(position + 1) === 58) break;
        if (!isIdentifierPart(source.charCodeAt(position + 1)) && source.charCodeAt(position + 1) !== 63) {
          if (inString || this.mode === LexerMode.Expression) {
            this.error('InvalidVariableReferenceWithDrive', start - 1, position + 1);
            position++;
          }
          break;
        }
        position++;
      } else break;
    }
    return position;
  }

  /** `${any name}` at `start` (the `$`); the token's text is the name with escapes resolved. */
  scanBracedVariable(start: number, kind: TokenKind): Token {
    const { source } = this;
    let text = '';
    this.position = start + 2;
    let chunk = this.position;
    for (;;) {
      const code = source.charCodeAt(this.position);
      if (code === 125) break;
      if (code === 123) this.error('OpenBraceNeedsToBeBackTickedInVariableName', this.position + 1, this.position + 2);
      if (Number.isNaN(code)) {
        this.incompleteError('IncompleteDollarVariableReference', start + 1, this.position);
        break;
      }
      if (code === 96) {
        text += source.slice(chunk, this.position);
        this.position++;
        text += this.readEscape();
        chunk = this.position;
      } else this.position++;
    }
    text += source.slice(chunk, this.position);
    const closed = this.position < this.length;
    if (closed) this.position++;
    const token = this.make(kind, start);
    token.text = text;
    token.marked = true;
    if (text === '' && closed) this.error('EmptyVariableReference', start + 2, this.position);
    return token;
  }
}
