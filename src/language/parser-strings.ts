// Strings and words with parts to expand: "text $name $(command)", here-strings, bare words such as a$b"c".
// Variables and subexpressions in them are parsed in place, in the same text, so their extents are true.

import type { ExpandableString, Expression, StringConstant, StringQuote, SubExpression, Variable } from './ast.ts';
import { endsWord, isDoubleQuote, isLineEnd, isSingleQuote, isWhiteSpace } from './characters.ts';
import { LexerMode, ParserBase } from './parser-base.ts';
import { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

const scopes = new Set(['global', 'local', 'script', 'private', 'using', 'variable']);

/** What was read of a string so far. */
class Parts {
  readonly parts: (string | Expression)[] = [];
  literal = '';
  value = '';

  addText(text: string): void {
    this.literal += text;
    this.value += text;
  }
  addExpression(expression: Expression, written: string): void {
    if (this.literal !== '') this.parts.push(this.literal);
    this.literal = '';
    this.parts.push(expression);
    this.value += written;
  }
  finish(): void {
    if (this.literal !== '' && this.parts.length > 0) this.parts.push(this.literal);
  }
}

export abstract class StringParser extends ParserBase {
  protected abstract parseSubExpression(): SubExpression;

  protected makeVariable(token: Token): Variable {
    return this.variableOf(token.text, token.start, token.end, token.kind === TokenKind.SplattedVariable);
  }

  private variableOf(path: string, start: number, end: number, splatted: boolean): Variable {
    const colon = path.indexOf(':');
    const node: Variable = { kind: 'Variable', start, end, name: path };
    if (colon > 0) {
      const prefix = path.slice(0, colon);
      const lower = prefix.toLowerCase();
      node.scope = scopes.has(lower) ? lower : prefix;
      node.name = path.slice(colon + 1);
    }
    if (splatted) node.splatted = true;
    return node;
  }

  protected finishOpen(token: Token): void {
    this.parseOpen(token);
  }

  /** The node of a string or word token that was just taken. */
  protected stringNode(token: Token): StringConstant | ExpandableString {
    if (token.open) return this.parseOpen(token);
    return {
      kind: 'StringConstant',
      start: token.start,
      end: token.end,
      value: token.text,
      quote: quoteOf(token.kind),
    };
  }

  private parseOpen(token: Token): StringConstant | ExpandableString {
    const { lexer } = this;
    const mode = this.setMode(LexerMode.Expression);
    const { ternaryDepth, allowSignedNumbers } = lexer;
    lexer.ternaryDepth = 0;
    lexer.allowSignedNumbers = false;
    const parts = new Parts();
    if (token.kind === TokenKind.HereStringExpandable) this.readHereString(token, parts);
    else if (token.kind === TokenKind.StringExpandable) this.readDoubleQuoted(token.start + 1, parts, token.start);
    else this.readWord(token.start, parts);
    token.end = lexer.position;
    token.open = false;
    token.text = parts.value;
    this.lastEnd = token.end;
    lexer.ternaryDepth = ternaryDepth;
    lexer.allowSignedNumbers = allowSignedNumbers;
    lexer.mode = mode;
    parts.finish();
    const { start, end } = token;
    const quote = quoteOf(token.kind);
    if (parts.parts.length === 0) return { kind: 'StringConstant', start, end, value: parts.value, quote };
    return { kind: 'ExpandableString', start, end, quote, value: parts.value, parts: parts.parts };
  }

  /** Reads up to and past the closing quote; `start` is where the string began. */
  private readDoubleQuoted(from: number, parts: Parts, start: number): void {
    const { lexer, text } = this;
    let chunk = from;
    let position = from;
    for (;;) {
      const code = text.charCodeAt(position);
      if (Number.isNaN(code)) break;
      if (isDoubleQuote(code)) {
        const doubled = isDoubleQuote(text.charCodeAt(position + 1));
        parts.addText(text.slice(chunk, doubled ? position + 1 : position));
        lexer.position = position + 1;
        if (!doubled) return;
        position += 2;
        chunk = position;
      } else if (code === 36 || code === 96) {
        parts.addText(text.slice(chunk, position));
        position = this.readSpecial(position, code, parts, start);
        chunk = position;
      } else position++;
    }
    parts.addText(text.slice(chunk));
    lexer.position = text.length;
    lexer.incompleteError('TerminatorExpectedAtEndOfString', start, text.length, '"');
  }

  /** An escape or something to expand at the position; returns where to go on. */
  private readSpecial(position: number, code: number, parts: Parts, stringStart: number): number {
    const { lexer, text } = this;
    if (code === 96) {
      lexer.position = position + 1;
      parts.addText(lexer.readEscape());
      return lexer.position;
    }
    const expression = this.readExpansion(position, stringStart);
    if (expression === undefined) {
      parts.addText('$');
      return position + 1;
    }
    parts.addExpression(expression, text.slice(position, lexer.position));
    return lexer.position;
  }

  /** The variable or subexpression at a `$`; the lexer then stands behind it. */
  private readExpansion(dollar: number, stringStart: number): Expression | undefined {
    const { lexer, text } = this;
    const next = text.charCodeAt(dollar + 1);
    if (next === 40) {
      return this.readSubExpression(dollar, stringStart);
    }
    if (next === 123) {
      const token = lexer.scanBracedVariable(dollar, TokenKind.Variable);
      this.recorded?.push(token);
      return this.makeVariable(token);
    }
    const end = lexer.variableNameEnd(dollar + 1, true);
    if (end === dollar + 1) return undefined;
    lexer.position = end;
    const name = text.slice(dollar + 1, end);
    this.recorded?.push(new Token(TokenKind.Variable, dollar, end, name));
    return this.variableOf(name, dollar, end, false);
  }

  private readSubExpression(dollar: number, stringStart: number): Expression {
    const { errors } = this.lexer;
    const count = errors.length;
    this.moveTo(dollar);
    const node = this.parseSubExpression();
    if (this.text.charCodeAt(node.end - 1) !== 41 && this.lexer.position >= this.text.length) {
      // The reference looks for the closing parenthesis before it parses what stands inside.
      const inner = errors.splice(count);
      const { length } = this.text;
      this.lexer.incompleteError('IncompleteDollarSubexpressionReference', dollar, length);
      const first = this.codeAt(stringStart);
      // Of a bare word nothing more is said.
      if (first !== 64 && !isDoubleQuote(first)) return node;
      this.lexer.incompleteError(
        'TerminatorExpectedAtEndOfString',
        stringStart,
        length,
        this.codeAt(stringStart) === 64 ? '"@' : '"',
      );
      errors.push(...inner);
    }
    return node;
  }

  private readHereString(token: Token, parts: Parts): void {
    const { lexer, text } = this;
    let position = lexer.position;
    let chunk = position;
    let lineStart = position;
    let misplacedFooter = -1;
    for (;;) {
      if (position === lineStart) {
        if (isDoubleQuote(text.charCodeAt(position)) && text.charCodeAt(position + 1) === 64) {
          parts.addText(text.slice(chunk, Math.max(chunk, this.beforeLineEnd(position))));
          lexer.position = position + 2;
          return;
        }
        let footer = position;
        while (isWhiteSpace(text.charCodeAt(footer))) footer++;
        if (footer > position && isDoubleQuote(text.charCodeAt(footer)) && text.charCodeAt(footer + 1) === 64)
          misplacedFooter = footer;
      }
      const code = text.charCodeAt(position);
      if (Number.isNaN(code)) break;
      if (isLineEnd(code)) {
        position += code === 13 && text.charCodeAt(position + 1) === 10 ? 2 : 1;
        lineStart = position;
      } else if (code === 36 || code === 96) {
        parts.addText(text.slice(chunk, position));
        position = this.readSpecial(position, code, parts, token.start);
        chunk = position;
        if (isLineEnd(text.charCodeAt(position - 1)) && code === 96) lineStart = position;
      } else position++;
    }
    parts.addText(text.slice(chunk));
    lexer.position = text.length;
    lexer.hereStringUnterminated(token.start, misplacedFooter, '"@');
  }

  private beforeLineEnd(position: number): number {
    return this.text.charCodeAt(position - 1) === 10 && this.text.charCodeAt(position - 2) === 13
      ? position - 2
      : position - 1;
  }

  /** A bare word: quotes in it quote, `$` expands, a backtick escapes. */
  private readWord(from: number, parts: Parts): void {
    const { lexer, text } = this;
    let position = from;
    let chunk = from;
    for (;;) {
      const code = text.charCodeAt(position);
      if (endsWord(code)) break;
      if (isSingleQuote(code)) {
        parts.addText(text.slice(chunk, position));
        position = this.readQuotedInWord(position, parts);
        chunk = position;
      } else if (isDoubleQuote(code)) {
        parts.addText(text.slice(chunk, position));
        this.readDoubleQuoted(position + 1, parts, position);
        position = lexer.position;
        chunk = position;
      } else if (code === 36 || code === 96) {
        parts.addText(text.slice(chunk, position));
        position = this.readSpecial(position, code, parts, from);
        chunk = position;
      } else position++;
    }
    parts.addText(text.slice(chunk, position));
    lexer.position = position;
  }

  private readQuotedInWord(start: number, parts: Parts): number {
    const token = this.lexer.singleQuotedAt(start);
    parts.addText(token.text);
    return token.end;
  }
}

function quoteOf(kind: TokenKind): StringQuote {
  switch (kind) {
    case TokenKind.StringLiteral:
      return 'single';
    case TokenKind.StringExpandable:
      return 'double';
    case TokenKind.HereStringLiteral:
      return 'single-here';
    case TokenKind.HereStringExpandable:
      return 'double-here';
    default:
      return 'bare';
  }
}
