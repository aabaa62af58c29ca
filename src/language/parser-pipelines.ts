// Pipelines, their chains with && and ||, background, assignments.

import { invalidTarget } from './assignable.ts';
import type {
  Assignment,
  AssignmentOperator,
  Command,
  CommandExpression,
  Expression,
  Pipeline,
  PipelineChain,
  PipelineStatement,
  Redirection,
} from './ast.ts';
import { isIdentifierStart } from './characters.ts';
import { LexerMode } from './parser-base.ts';
import { CommandParser } from './parser-commands.ts';
import { endsStatement, type Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class PipelineParser extends CommandParser {
  /** The word last read only to name it in an error. */
  private wordStart = -1;
  private wordEnd = -1;

  /** A pipeline, chain or assignment; undefined if none begins here. Called in command mode. */
  protected parsePipelineStatement(): PipelineStatement | undefined {
    const first = this.parsePipeline();
    if (first === undefined || first.kind === 'Assignment') return first;
    let chain: Pipeline | PipelineChain = first;
    for (;;) {
      const token = this.peek();
      if (token.kind === TokenKind.Ampersand) {
        this.skip();
        chain.background = true;
        return chain;
      }
      if (token.kind !== TokenKind.AndAnd && token.kind !== TokenKind.OrOr) return chain;
      this.skip();
      this.skipNewLines();
      const right: Pipeline | Assignment | undefined = this.parsePipeline(false);
      if (right === undefined || right.kind === 'Assignment') {
        this.reportEmptyChainElement(token);
        return chain;
      }
      chain = {
        kind: 'PipelineChain',
        start: chain.start,
        end: right.end,
        left: chain,
        operator: token.kind === TokenKind.AndAnd ? '&&' : '||',
        right,
      };
    }
  }

  private reportEmptyChainElement(operator: Token): void {
    const next = this.peek();
    if (next.kind === TokenKind.EndOfInput) this.missing('EmptyPipelineChainElement', operator.end);
    else this.error('EmptyPipelineChainElement', operator.start, next.end);
  }

  private parsePipeline(allowAssignment = true): Pipeline | Assignment | undefined {
    const next = this.peek();
    const { start } = next;
    const first = this.parseElement(true, allowAssignment);
    if (first === undefined) {
      const pipe = this.peek();
      if (pipe.kind !== TokenKind.Pipe) return undefined;
      this.missingRange('EmptyPipeElement', pipe.start, pipe.end, pipe.end);
    } else if (first.kind === 'Assignment') return first;
    const elements = first === undefined ? [] : [first];
    if (this.continuesPipeline()) this.parseFollowing(elements);
    return { kind: 'Pipeline', start, end: this.lastEnd, elements };
  }

  /** What follows the first pipe, which is the next token. */
  private parseFollowing(elements: Pipeline['elements']): void {
    do {
      this.skip();
      this.skipNewLines();
      if (endsStatement(this.peek().kind)) {
        this.missing('EmptyPipeElement', this.lastEnd);
        return;
      }
      const element = this.parseElement(elements.length === 0, false);
      if (element === undefined) this.missing('EmptyPipeElement', this.lastEnd);
      else if (element.kind !== 'Assignment') elements.push(element);
    } while (this.continuesPipeline());
  }

  /** A pipe, on this line or first on a following one. */
  private continuesPipeline(): boolean {
    const token = this.peek();
    if (token.kind === TokenKind.Pipe) return true;
    if (token.kind !== TokenKind.NewLine) {
      if (!endsStatement(token.kind)) this.checkPipelineEnd(token);
      return false;
    }
    const position = this.pipeOnNextLine();
    if (position < 0) return false;
    const end = this.lastEnd;
    this.moveTo(position);
    this.lastEnd = end;
    return this.peek().kind === TokenKind.Pipe;
  }

  /** Where a `|` or `||` begins the following line; comment lines may stand between, empty lines may not. */
  private pipeOnNextLine(): number {
    const { lexer } = this;
    const before = lexer.position;
    let position = -1;
    for (;;) {
      lexer.skipBlanks();
      const code = this.text.charCodeAt(lexer.position);
      if (code === 124) position = lexer.position;
      const { comments } = lexer;
      const afterComment = comments.length > 0 && comments[comments.length - 1]!.end === lexer.position;
      if (code === 124 || !afterComment || !lexer.skipLineEnd()) break;
    }
    lexer.position = before;
    return position;
  }

  /** Called in command mode with a token behind an element that neither continues nor ends the pipeline. */
  private checkPipelineEnd(token: Token): void {
    switch (token.kind) {
      case TokenKind.Ampersand:
      case TokenKind.AndAnd:
      case TokenKind.OrOr:
        return;
      default:
        this.reportUnexpected();
    }
  }

  /** Reports the next token as unexpected; it stays the next one. */
  protected reportUnexpected(): void {
    const token = this.peek();
    if (token.start === this.excused) return;
    if (token.open && token.kind === TokenKind.Generic && token.start >= this.wordStart && token.start < this.wordEnd) {
      // Inside a word that was read before: it ends where that one ended.
      token.end = this.wordEnd;
    } else if (token.open) {
      const end = this.lastEnd;
      this.skip();
      this.stringNode(token);
      this.wordStart = token.start;
      this.wordEnd = token.end;
      this.moveTo(token.start);
      this.lastEnd = end;
    }
    this.error('UnexpectedToken', token.start, token.end, this.textOf(token));
    if (token.kind === TokenKind.Parameter) {
      // It counts as read, and something behind it is as unexpected.
      this.skip();
      this.setMode(LexerMode.Command);
      if (!endsStatement(this.peek().kind) && this.peek().kind !== TokenKind.Pipe) this.reportUnexpected();
    }
  }

  protected emptyPipeline(offset: number): PipelineStatement {
    const expression = this.errorExpression(offset, offset);
    return {
      kind: 'Pipeline',
      start: offset,
      end: offset,
      elements: [{ kind: 'CommandExpression', start: offset, end: offset, expression, redirections: [] }],
    };
  }

  private parseElement(first: boolean, allowAssignment: boolean): Command | CommandExpression | Assignment | undefined {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.Identifier:
      case TokenKind.Ampersand:
      case TokenKind.Dot:
      case TokenKind.Redirection:
        return this.parseCommand();
      case TokenKind.Generic: {
        const code = this.text.charCodeAt(token.start);
        // A word that begins with a letter is a command whatever follows.
        if ((code | 32) >= 97 && (code | 32) <= 122) return this.parseCommand();
        if (code === 33 && isIdentifierStart(this.text.charCodeAt(token.start + 1))) return this.parseCommand();
        break;
      }
      default:
        if (isKeyword(token.kind)) return this.parseCommand();
    }
    const start = token.start;
    this.setMode(LexerMode.Expression);
    const expression = this.parseExpression();
    if (expression === undefined) {
      this.setMode(LexerMode.Command);
      return this.parseCommand();
    }
    const operator = assignmentOperator(this.peek().kind);
    if (operator !== undefined && first && allowAssignment) return this.parseAssignment(expression, operator);
    const redirections: Redirection[] = [];
    while (this.peek().kind === TokenKind.Redirection) this.addRedirection(redirections, this.parseRedirection());
    if (!first) this.error('ExpressionsMustBeFirstInPipeline', expression.start, expression.end);
    const end = this.lastEnd;
    this.checkAfterExpression();
    this.setMode(LexerMode.Command);
    return { kind: 'CommandExpression', start, end, expression, redirections };
  }

  private checkAfterExpression(): void {
    const { kind } = this.peek();
    if (endsStatement(kind)) return;
    switch (kind) {
      case TokenKind.Pipe:
      case TokenKind.AndAnd:
      case TokenKind.OrOr:
      case TokenKind.Ampersand:
      case TokenKind.Comma:
        return;
      default:
        if (kind !== TokenKind.Parameter) this.setMode(LexerMode.Command);
        if (!endsStatement(this.peek().kind)) this.reportUnexpected();
    }
  }

  private parseAssignment(left: Expression, operator: AssignmentOperator): Assignment {
    const token = this.next();
    this.checkAssignable(left);
    this.skipNewLines();
    this.setMode(LexerMode.Command);
    this.enter();
    let right = this.parseStatement();
    this.leave();
    if (right === undefined) {
      this.missing('ExpectedValueExpression', token.end, this.textOf(token));
      right = this.emptyPipeline(token.end);
    }
    return {
      kind: 'Assignment',
      start: left.start,
      end: right.end,
      operator,
      left,
      right,
      operatorExtent: { start: token.start, end: token.end },
    };
  }

  private checkAssignable(target: Expression): void {
    const invalid = invalidTarget(target);
    if (invalid !== undefined) this.semanticError('InvalidLeftHandSide', invalid);
  }
}

function assignmentOperator(kind: TokenKind): AssignmentOperator | undefined {
  switch (kind) {
    case TokenKind.Equals:
      return '=';
    case TokenKind.PlusEquals:
      return '+=';
    case TokenKind.MinusEquals:
      return '-=';
    case TokenKind.MultiplyEquals:
      return '*=';
    case TokenKind.DivideEquals:
      return '/=';
    case TokenKind.RemainderEquals:
      return '%=';
    case TokenKind.QuestionQuestionEquals:
      return '??=';
    default:
      return undefined;
  }
}
