// Primary expressions: constants, variables, strings, parentheses, hashtables, script blocks, types.

import type {
  ArrayExpression,
  Expression,
  HashtableLiteral,
  Paren,
  PipelineStatement,
  Statement,
  StatementBlock,
  SubExpression,
} from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { MemberParser } from './parser-members.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class PrimaryParser extends MemberParser {
  protected abstract parseUnary(): Expression | undefined;
  protected abstract emptyPipeline(offset: number): PipelineStatement;
  protected abstract parsePipelineStatement(): PipelineStatement | undefined;
  protected abstract parseStatement(): Statement | undefined;
  /** Statements up to a closing token, which is not taken. */
  protected abstract parseStatementList(start: number): StatementBlock;

  /** A primary with what follows it, or undefined if none begins here. */
  protected parsePrimary(withTypes: boolean): Expression | undefined {
    const token = this.peek();
    let node: Expression;
    switch (token.kind) {
      case TokenKind.Variable:
      case TokenKind.SplattedVariable:
        this.skip();
        node = this.makeVariable(token);
        if (token.kind === TokenKind.SplattedVariable) return this.parseSplatted(node, token);
        break;
      case TokenKind.Number:
        this.skip();
        node = this.numberNode(token);
        break;
      case TokenKind.StringLiteral:
      case TokenKind.StringExpandable:
      case TokenKind.HereStringLiteral:
      case TokenKind.HereStringExpandable:
        this.skip();
        node = this.stringNode(token);
        break;
      case TokenKind.LParen:
        node = this.parseParen();
        break;
      case TokenKind.AtParen:
        node = this.parseArrayExpression();
        break;
      case TokenKind.DollarParen:
        node = this.parseSubExpression();
        break;
      case TokenKind.AtCurly:
        node = this.parseHashtable();
        break;
      case TokenKind.LCurly:
        node = this.parseScriptBlockExpression();
        break;
      case TokenKind.LBracket:
        if (!withTypes) return undefined;
        node = this.parseBracketExpression();
        if (node.kind === 'Convert' || node.kind === 'Attributed') return node;
        break;
      default:
        return undefined;
    }
    return this.parsePostfix(node);
  }

  /** `@name` may stand alone as an argument of a command, nowhere else. */
  private parseSplatted(variable: Expression, token: Token): Expression {
    const node = this.parsePostfix(variable);
    if (node !== variable || this.lexer.mode !== LexerMode.Command)
      this.semanticError('SplattingNotPermitted', token, token.text);
    return node;
  }

  protected parseParen(): Expression {
    const open = this.next();
    return this.nested(() => {
      this.skipNewLines();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) {
        this.missing('ExpectedExpression', open.end, '(');
        this.closeParen();
        return this.errorExpression(open.start, this.lastEnd);
      }
      this.closeParen();
      const node: Paren = { kind: 'Paren', start: open.start, end: this.lastEnd, pipeline };
      return node;
    });
  }

  private closeParen(): void {
    this.skipNewLines();
    if (this.peek().kind === TokenKind.RParen) this.skip();
    else this.missing('MissingEndParenthesisInExpression', this.lastEnd);
  }

  private parseBody(open: Token): StatementBlock {
    return this.nested(() => {
      const body = this.parseStatementList(open.end);
      if (this.peek().kind === TokenKind.RParen) this.skip();
      else this.missingAt('MissingEndParenthesisInSubexpression', this.peek());
      return body;
    });
  }

  protected parseArrayExpression(): ArrayExpression {
    const open = this.next();
    const body = this.parseBody(open);
    return { kind: 'ArrayExpression', start: open.start, end: this.lastEnd, body };
  }

  protected parseSubExpression(): SubExpression {
    const open = this.next();
    const body = this.parseBody(open);
    return { kind: 'SubExpression', start: open.start, end: this.lastEnd, body };
  }

  protected parseHashtable(): HashtableLiteral {
    const open = this.next();
    return this.nested(() => {
      const entries: HashtableLiteral['entries'] = [];
      this.setMode(LexerMode.Expression);
      for (;;) {
        this.skipSeparators();
        const { kind } = this.peek();
        if (kind === TokenKind.RCurly || kind === TokenKind.EndOfInput) break;
        const entry = this.parseHashtableEntry();
        if (entry === undefined) break;
        entries.push(entry);
        const after = this.peek().kind;
        if (after !== TokenKind.NewLine && after !== TokenKind.Semi) break;
      }
      if (this.peek().kind === TokenKind.RCurly) this.skip();
      else this.missingRange('MissingEndCurlyBrace', open.end, open.end, this.peek().start);
      this.checkDuplicateKeys(entries);
      return { kind: 'Hashtable', start: open.start, end: this.lastEnd, entries };
    });
  }

  private parseHashtableEntry(): HashtableLiteral['entries'][number] | undefined {
    const token = this.peek();
    let key: Expression | undefined;
    if (token.kind === TokenKind.Identifier || isKeyword(token.kind)) {
      this.skip();
      key = { kind: 'StringConstant', start: token.start, end: token.end, value: token.text, quote: 'bare' };
    } else key = this.parseUnary();
    if (key === undefined) return undefined;
    if (this.peek().kind !== TokenKind.Equals) {
      this.error('MissingEqualsInHashLiteral', key.end, key.end);
      this.skipToFirst(TokenKind.RCurly);
      return { key, value: this.emptyPipeline(key.end) };
    }
    this.skip();
    this.skipNewLines();
    this.setMode(LexerMode.Command);
    const value = this.parseStatement();
    this.setMode(LexerMode.Expression);
    if (value === undefined) {
      this.missing('MissingStatementInHashLiteral', this.lastEnd);
      return { key, value: this.emptyPipeline(this.lastEnd) };
    }
    return { key, value };
  }

  /** Constant keys may stand only once, without regard to case. */
  private checkDuplicateKeys(entries: HashtableLiteral['entries']): void {
    if (entries.length < 2) return;
    const seen = new Set<string>();
    for (const { key } of entries) {
      if (key.kind !== 'StringConstant' && key.kind !== 'NumberConstant') continue;
      const text = String(key.value);
      const name = text.toLowerCase();
      if (seen.has(name)) this.semanticError('DuplicateKeyInHashLiteral', key, text);
      seen.add(name);
    }
  }
}
