// Statement lists, statement blocks and the choice of the statement by its first token.

import type { Expression, Statement, StatementBlock, Trap } from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { bareWord } from './parser-commands.ts';
import { PipelineParser } from './parser-pipelines.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export abstract class StatementParser extends PipelineParser {
  protected abstract parseIf(): Statement;
  protected abstract parseSwitch(label: string | undefined, start: number): Statement;
  protected abstract parseForEach(label: string | undefined, start: number): Statement;
  protected abstract parseFor(label: string | undefined, start: number): Statement;
  protected abstract parseWhile(label: string | undefined, start: number): Statement;
  protected abstract parseDo(label: string | undefined, start: number): Statement;
  protected abstract parseTry(): Statement;
  protected abstract parseTrap(): Trap;
  protected abstract parseData(): Statement;
  protected abstract parseFunction(): Statement;
  protected abstract parseClass(): Statement;
  protected abstract parseEnum(): Statement;
  protected abstract parseUsing(): Statement;
  /** `[attribute(…)] class …`; undefined when the bracket begins an expression. */
  protected abstract tryAttributedType(): Statement | undefined;

  protected parseStatementList(start: number): StatementBlock {
    const statements: Statement[] = [];
    const traps: Trap[] = [];
    this.readStatements(statements, traps);
    const first = statements[0] ?? traps[0];
    return {
      kind: 'StatementBlock',
      start: first?.start ?? start,
      end: Math.max(start, endOfStatements(statements, traps)),
      // A copy holds no spare room: blocks are many and short.
      statements: statements.slice(),
      traps,
    };
  }

  /** Statements up to a token that ends the list. */
  protected readStatements(statements: Statement[], traps: Trap[]): void {
    for (;;) {
      this.skipSeparators();
      const before = this.peek().start;
      const statement = this.parseStatement();
      if (statement === undefined) return;
      // What could not be read at all is passed, so that every round moves on.
      if (this.peek().start <= before && this.peek().kind !== TokenKind.EndOfInput) this.skip();
      if (statement.kind === 'Trap') traps.push(statement);
      else statements.push(statement);
    }
  }

  /** `{ … }`, after line ends; undefined, and line ends untouched, if none follows. */
  protected parseBlock(): StatementBlock | undefined {
    const end = this.lastEnd;
    this.skipNewLines();
    const open = this.peek();
    if (open.kind !== TokenKind.LCurly) {
      if (open.start > end) {
        this.moveTo(end);
        this.lastEnd = end;
      }
      return undefined;
    }
    this.skip();
    return this.nested(() => {
      const block = this.parseStatementList(open.end);
      this.closeBlock(open);
      block.start = open.start;
      block.end = this.lastEnd;
      return block;
    });
  }

  protected closeBlock(open: Token): void {
    const close = this.peek();
    if (close.kind === TokenKind.RCurly) this.skip();
    else this.missingRange('MissingEndCurlyBrace', open.start, open.end, close.start);
  }

  protected emptyBlock(offset: number): StatementBlock {
    return { kind: 'StatementBlock', start: offset, end: offset, statements: [], traps: [] };
  }

  protected parseStatement(): Statement | undefined {
    this.setMode(LexerMode.Command);
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.EndOfInput:
        return undefined;
      case TokenKind.If:
        return this.parseIf();
      case TokenKind.Switch:
        return this.parseSwitch(undefined, token.start);
      case TokenKind.Foreach:
        return this.parseForEach(undefined, token.start);
      case TokenKind.For:
        return this.parseFor(undefined, token.start);
      case TokenKind.While:
        return this.parseWhile(undefined, token.start);
      case TokenKind.Do:
        return this.parseDo(undefined, token.start);
      case TokenKind.Function:
      case TokenKind.Filter:
        return this.parseFunction();
      case TokenKind.Return:
      case TokenKind.Throw:
      case TokenKind.Exit:
        return this.parseLeaving(token);
      case TokenKind.Break:
      case TokenKind.Continue:
        return this.parseJump(token);
      case TokenKind.Trap:
        return this.parseTrap();
      case TokenKind.Try:
        return this.parseTry();
      case TokenKind.Data:
        return this.parseData();
      case TokenKind.Class:
        return this.parseClass();
      case TokenKind.Enum:
        return this.parseEnum();
      case TokenKind.Using:
        return this.parseUsing();
      case TokenKind.Workflow:
        return this.parseWorkflow();
      case TokenKind.Parallel:
      case TokenKind.Sequence:
        return this.parseUnexpectedBlock(token);
      case TokenKind.Label:
        return this.parseLabeled(token);
      case TokenKind.From:
      case TokenKind.Define:
      case TokenKind.Var:
        return this.parseReserved(token);
      case TokenKind.LBracket:
      case TokenKind.Generic:
        if (this.text.charCodeAt(token.start) === 91) {
          const type = this.tryAttributedType();
          if (type !== undefined) return type;
        }
        return this.parsePipelineStatement();
      default:
        return this.parsePipelineStatement();
    }
  }

  private parseReserved(token: Token): Statement {
    this.skip();
    this.error('ReservedKeywordNotAllowed', token.start, token.end, this.textOf(token));
    return this.emptyPipeline(token.start);
  }

  /** `parallel { }` and `sequence { }` belonged to workflows. */
  private parseUnexpectedBlock(token: Token): Statement {
    this.skip();
    this.error('UnexpectedKeyword', token.start, token.end, this.textOf(token));
    return this.parseBlock() ?? this.emptyBlock(this.lastEnd);
  }

  private parseWorkflow(): Statement {
    const node = this.parseFunction();
    this.error('WorkflowNotSupportedInPowerShellCore', node.start, node.end);
    return node;
  }

  private parseLabeled(label: Token): Statement | undefined {
    this.skip();
    this.skipNewLines();
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.Switch:
        return this.parseSwitch(label.text, label.start);
      case TokenKind.Foreach:
        return this.parseForEach(label.text, label.start);
      case TokenKind.For:
        return this.parseFor(label.text, label.start);
      case TokenKind.While:
        return this.parseWhile(label.text, label.start);
      case TokenKind.Do:
        return this.parseDo(label.text, label.start);
      default:
        this.moveTo(label.start);
        return this.parsePipelineStatement();
    }
  }

  private parseLeaving(token: Token): Statement {
    this.skip();
    const kind = token.kind === TokenKind.Return ? 'Return' : token.kind === TokenKind.Throw ? 'Throw' : 'Exit';
    const pipeline = this.parsePipelineStatement();
    if (pipeline === undefined) return { kind, start: token.start, end: token.end };
    return { kind, start: token.start, end: pipeline.end, pipeline };
  }

  private parseJump(token: Token): Statement {
    this.skip();
    const label = this.parseLabelExpression();
    const kind = token.kind === TokenKind.Break ? 'Break' : 'Continue';
    if (label === undefined) return { kind, start: token.start, end: token.end };
    return { kind, start: token.start, end: label.end, label };
  }

  /** The label on the same line: a word or any primary expression. */
  private parseLabelExpression(): Expression | undefined {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.EndOfInput:
      case TokenKind.NewLine:
      case TokenKind.Semi:
      case TokenKind.RCurly:
      case TokenKind.RParen:
        return undefined;
      case TokenKind.Identifier:
        this.skip();
        return bareWord(token, token.text);
      case TokenKind.Generic:
        this.skip();
        return this.stringNode(token);
      default: {
        const mode = this.setMode(LexerMode.Expression);
        const label = this.parsePrimary(true);
        this.setMode(mode);
        return label;
      }
    }
  }
}

/** End of the last statement or trap of a list; 0 when it is empty. */
export function endOfStatements(statements: readonly Statement[], traps: readonly Trap[]): number {
  return Math.max(statements[statements.length - 1]?.end ?? 0, traps[traps.length - 1]?.end ?? 0);
}
