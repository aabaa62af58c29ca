// The lexer: turns the characters at the position into the next token, in the mode the parser asks for.

import {
  endsWord,
  isDash,
  isDigit,
  isDoubleQuote,
  isIdentifierPart,
  isIdentifierStart,
  isSingleQuote,
} from './characters.ts';
import { LexerMode } from './lexer-base.ts';
import { StringLexer } from './lexer-strings.ts';
import type { RedirectionValue, Token } from './token.ts';
import { dashWord, keywords, LONGEST_KEYWORD, TokenKind } from './token-kind.ts';

export class Lexer extends StringLexer {
  /** The next token, after blanks and comments. */
  scan(): Token {
    this.skipBlanks();
    const start = this.position;
    const code = this.source.charCodeAt(start);
    if (isIdentifierStart(code)) return this.scanIdentifier(start);
    switch (code) {
      case 36:
        return this.scanDollar(start);
      case 34:
        return this.scanDoubleQuoted(start);
      case 39:
        return this.scanSingleQuoted(start);
      case 13:
        return this.symbol(TokenKind.NewLine, start, this.source.charCodeAt(start + 1) === 10 ? 2 : 1);
      case 10:
        return this.symbol(TokenKind.NewLine, start, 1);
      case 40:
        return this.symbol(TokenKind.LParen, start, 1);
      case 41:
        return this.symbol(TokenKind.RParen, start, 1);
      case 123:
        return this.symbol(TokenKind.LCurly, start, 1);
      case 125:
        return this.symbol(TokenKind.RCurly, start, 1);
      case 44:
        return this.symbol(TokenKind.Comma, start, 1);
      case 59:
        return this.symbol(TokenKind.Semi, start, 1);
      case 124:
        return this.pair(start, 124, TokenKind.OrOr, TokenKind.Pipe);
      case 38:
        return this.pair(start, 38, TokenKind.AndAnd, TokenKind.Ampersand);
      case 45:
        return this.scanDash(start);
      case 64:
        return this.scanAt(start);
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        return this.scanDigit(start, code);
      default:
        return this.scanOther(start, code);
    }
  }

  private pair(start: number, second: number, double: TokenKind, single: TokenKind): Token {
    return this.source.charCodeAt(start + 1) === second ? this.symbol(double, start, 2) : this.symbol(single, start, 1);
  }

  private scanOther(start: number, code: number): Token {
    const next = this.source.charCodeAt(start + 1);
    switch (code) {
      case 46:
        return this.scanDot(start, next);
      case 61:
        return this.operator(TokenKind.Equals, start, 1);
      case 43:
        return this.scanPlus(start, next);
      case 42:
        return this.scanStar(start, next);
      case 47:
        return this.assignable(TokenKind.Divide, TokenKind.DivideEquals, start, next);
      case 37:
        return this.assignable(TokenKind.Rem, TokenKind.RemainderEquals, start, next);
      case 33:
        return this.operator(TokenKind.Exclaim, start, 1);
      case 91:
        return this.inCommand() && !endsWord(next)
          ? this.scanGeneric(start, start + 1)
          : this.symbol(TokenKind.LBracket, start, 1);
      case 93:
        return this.symbol(TokenKind.RBracket, start, 1);
      case 62:
        return this.scanRedirection(start, start + 1, 1);
      case 60:
        return this.symbol(TokenKind.RedirectInStd, start, 1);
      case 58:
        return this.scanColon(start, next);
      case 63:
        return this.scanQuestion(start, next);
      default:
        break;
    }
    if (Number.isNaN(code)) return this.symbol(TokenKind.EndOfInput, start, 0);
    if (isDash(code)) return this.scanDash(start);
    if (isSingleQuote(code)) return this.scanSingleQuoted(start);
    if (isDoubleQuote(code)) return this.scanDoubleQuoted(start);
    if (this.mode === LexerMode.Signature) return this.symbol(TokenKind.Unknown, start, 1);
    return this.scanGeneric(start, code === 96 ? start : start + 1);
  }

  private inCommand(): boolean {
    return this.mode === LexerMode.Command;
  }

  /** An operator of `size` characters; in a command it is part of a word unless the word ends behind it. */
  private operator(kind: TokenKind, start: number, size: number): Token {
    if (this.inCommand() && !endsWord(this.source.charCodeAt(start + size)))
      return this.scanGeneric(start, start + size);
    return this.symbol(kind, start, size);
  }

  private assignable(plain: TokenKind, assigning: TokenKind, start: number, next: number): Token {
    return next === 61 ? this.operator(assigning, start, 2) : this.operator(plain, start, 1);
  }

  private scanPlus(start: number, next: number): Token {
    if (next === 43) return this.operator(TokenKind.PlusPlus, start, 2);
    if (next === 61) return this.operator(TokenKind.PlusEquals, start, 2);
    if (this.allowSignedNumbers && (isDigit(next) || next === 46)) return this.scanNumberToken(start);
    return this.operator(TokenKind.Plus, start, 1);
  }

  private scanStar(start: number, next: number): Token {
    if (next === 61) return this.operator(TokenKind.MultiplyEquals, start, 2);
    if (next === 62) return this.scanRedirection(start, start + 2, '*');
    return this.operator(TokenKind.Multiply, start, 1);
  }

  private scanDot(start: number, next: number): Token {
    if (isDigit(next)) return this.scanNumberToken(start);
    if (next === 46) return this.operator(TokenKind.DotDot, start, 2);
    return this.operator(TokenKind.Dot, start, 1);
  }

  private scanColon(start: number, next: number): Token {
    if (next === 58) {
      if (this.inCommand() && !endsWord(this.source.charCodeAt(start + 2))) return this.scanGeneric(start, start + 2);
      return this.symbol(TokenKind.ColonColon, start, 2);
    }
    if (!this.inCommand()) return this.symbol(TokenKind.Colon, start, 1);
    if (!isIdentifierStart(next)) return this.operator(TokenKind.Colon, start, 1);
    let position = start + 1;
    while (isIdentifierPart(this.source.charCodeAt(position))) position++;
    if (!endsWord(this.source.charCodeAt(position))) return this.scanGeneric(start, position);
    const token = this.symbol(TokenKind.Label, start, position - start);
    token.text = this.source.slice(start + 1, position);
    return token;
  }

  private scanQuestion(start: number, next: number): Token {
    if (this.inCommand())
      return endsWord(next) ? this.symbol(TokenKind.QuestionMark, start, 1) : this.scanGeneric(start, start + 1);
    if (next === 63) {
      if (this.source.charCodeAt(start + 2) === 61) return this.symbol(TokenKind.QuestionQuestionEquals, start, 3);
      return this.symbol(TokenKind.QuestionQuestion, start, 2);
    }
    return this.symbol(TokenKind.QuestionMark, start, 1);
  }

  private scanIdentifier(start: number): Token {
    const { source } = this;
    let position = start + 1;
    while (isIdentifierPart(source.charCodeAt(position))) position++;
    const code = source.charCodeAt(position);
    if (this.inCommand() && !endsWord(code)) return this.scanGeneric(start, position);
    if (this.mode === LexerMode.TypeName) return this.scanTypeWord(start, position);
    this.position = position;
    const token = this.make(TokenKind.Identifier, start);
    token.text = source.slice(start, position);
    if (position - start <= LONGEST_KEYWORD) {
      const kind = keywords.get(token.text) ?? keywords.get(token.text.toLowerCase());
      if (kind !== undefined) token.kind = kind;
    }
    return token;
  }

  /** A type's name: dots, plus signs, backticks with digits and (in assembly names) commas are handled by the parser; here one word. */
  private scanTypeWord(start: number, scanned: number): Token {
    let position = scanned;
    for (; ; position++) {
      const code = this.source.charCodeAt(position);
      if (isIdentifierPart(code) || code === 46 || code === 43 || code === 96 || code === 35 || code === 92) continue;
      break;
    }
    this.position = position;
    const token = this.make(TokenKind.Identifier, start);
    token.text = this.source.slice(start, position);
    return token;
  }

  private scanNumberToken(start: number): Token {
    const number = this.scanNumber(start);
    if (number === undefined) return this.scanGeneric(start, start + 1);
    const token = this.make(TokenKind.Number, start);
    if (number !== 'invalid') token.number = number;
    return token;
  }

  private scanDigit(start: number, code: number): Token {
    if (code >= 49 && code <= 54 && this.source.charCodeAt(start + 1) === 62)
      return this.scanRedirection(start, start + 2, (code - 48) as 1);
    return this.scanNumberToken(start);
  }

  /** `>`, `>>`, `>&1` behind the stream's number; `position` is behind the first `>`. */
  private scanRedirection(start: number, position: number, from: RedirectionValue['from']): Token {
    const { source } = this;
    const redirection: RedirectionValue = { from, append: false };
    let end = position;
    if (source.charCodeAt(end) === 62) {
      redirection.append = true;
      end++;
    } else if (source.charCodeAt(end) === 38 && this.isMergeTarget(start, from, source.charCodeAt(end + 1))) {
      redirection.to = (source.charCodeAt(end + 1) - 48) as 1;
      end += 2;
    }
    const token = this.symbol(TokenKind.Redirection, start, end - start);
    token.redirection = redirection;
    return token;
  }

  /** Streams merge into 1 (or, reserved, into 2); the source stream must be written. */
  private isMergeTarget(start: number, from: RedirectionValue['from'], target: number): boolean {
    if (from === '*') return target === 49;
    return (target === 49 || target === 50) && isDigit(this.source.charCodeAt(start));
  }

  private scanDollar(start: number): Token {
    const next = this.source.charCodeAt(start + 1);
    if (next === 40) return this.symbol(TokenKind.DollarParen, start, 2);
    if (next === 123) {
      const token = this.scanBracedVariable(start, TokenKind.Variable);
      return this.endsVariable(start) ? token : this.openWord(start);
    }
    const end = this.variableNameEnd(start + 1, false);
    if (end === start + 1) return this.scanGeneric(start, start + 1);
    this.position = end;
    const token = this.make(TokenKind.Variable, start);
    token.text = this.source.slice(start + 1, end);
    return this.endsVariable(start) ? token : this.openWord(start);
  }

  /** Whether the variable just read stands alone; in a command it may also be the start of a word such as `$a-b`. */
  private endsVariable(start: number): boolean {
    if (!this.inCommand()) return true;
    const code = this.source.charCodeAt(this.position);
    // A dot behind $$, $^ or $? goes on with the word.
    if (code === 46) return this.position - start > 2 || isIdentifierPart(this.source.charCodeAt(start + 1));
    if (endsWord(code) || code === 91 || code === 61) return true;
    return code === 58 && this.source.charCodeAt(this.position + 1) === 58;
  }

  private openWord(start: number): Token {
    this.position = start + 1;
    const token = this.make(TokenKind.Generic, start);
    token.open = true;
    return token;
  }

  private scanAt(start: number): Token {
    const next = this.source.charCodeAt(start + 1);
    if (next === 123) return this.symbol(TokenKind.AtCurly, start, 2);
    if (next === 40) return this.symbol(TokenKind.AtParen, start, 2);
    if (isSingleQuote(next)) return this.scanSingleHereString(start);
    if (isDoubleQuote(next)) {
      const content = this.hereStringContent(start);
      if (content < 0) return this.make(TokenKind.HereStringExpandable, start);
      this.position = content;
      const token = this.make(TokenKind.HereStringExpandable, start);
      token.open = true;
      return token;
    }
    const end =
      isIdentifierStart(next) || isDigit(next) || next === 63 ? this.variableNameEnd(start + 1, false) : start + 1;
    if (end > start + 1) {
      this.position = end;
      const token = this.make(TokenKind.SplattedVariable, start);
      token.text = this.source.slice(start + 1, end);
      return this.inCommand() && !this.endsVariable(start) ? this.openWord(start) : token;
    }
    this.position = start + 1;
    this.error('UnrecognizedToken', start, start + 1);
    return this.symbol(TokenKind.Unknown, start, 1);
  }

  private scanDash(start: number): Token {
    const { source } = this;
    const next = source.charCodeAt(start + 1);
    if (isIdentifierStart(next) || next === 63) return this.scanParameter(start);
    if (isDash(next)) return this.operator(TokenKind.MinusMinus, start, 2);
    if (next === 61) return this.operator(TokenKind.MinusEquals, start, 2);
    if (this.allowSignedNumbers && (isDigit(next) || (next === 46 && isDigit(source.charCodeAt(start + 2)))))
      return this.scanNumberToken(start);
    return this.operator(TokenKind.Minus, start, 1);
  }

  private scanParameter(start: number): Token {
    const { source } = this;
    let position = start + 1;
    if (!this.inCommand()) {
      // Operators are letters only: -eq5 is -eq followed by 5.
      while (isLetter(source.charCodeAt(position))) position++;
      const word = source.slice(start + 1, position);
      const dash = dashWord(word) ?? dashWord(word.toLowerCase());
      if (dash !== undefined) {
        const token = this.symbol(dash.kind, start, position - start);
        token.text = word;
        token.dash = dash;
        return token;
      }
      // What is no operator ends where its letters end, so that the error names it.
      if (this.mode === LexerMode.Expression && position > start + 1) {
        const token = this.symbol(TokenKind.Parameter, start, position - start);
        token.text = word;
        return token;
      }
    }
    for (; ; position++) {
      const code = source.charCodeAt(position);
      if (endsWord(code) || code === 46 || code === 91 || code === 58) break;
      if (!this.atQuote(position)) continue;
      if (this.inCommand()) return this.scanGeneric(start, position);
      break;
    }
    const colon = source.charCodeAt(position) === 58;
    const token = this.symbol(TokenKind.Parameter, start, position - start + (colon ? 1 : 0));
    token.text = source.slice(start + 1, position);
    token.marked = colon;
    return token;
  }
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
