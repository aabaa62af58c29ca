// if, switch, try, trap, data.

import type { Catch, DataStatement, If, Statement, StatementBlock, Switch, Trap, Try, TypeName } from './ast.ts';
import { checkFinally } from './checks.ts';
import { LexerMode } from './parser-base.ts';
import { StatementParser } from './parser-statements.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

const switchModes = ['regex', 'wildcard', 'exact', 'casesensitive', 'file', 'parallel'];

export abstract class BranchParser extends StatementParser {
  /** `(` behind a keyword; undefined, with an error, if it is missing. */
  protected openParenthesis(keyword: Token, id = 'MissingOpenParenthesisAfterKeyword'): Token | undefined {
    this.skipNewLines();
    const open = this.peek();
    if (open.kind === TokenKind.LParen) {
      this.skip();
      return open;
    }
    this.missing(id, keyword.end, this.textOf(keyword).toLowerCase());
    return undefined;
  }

  protected parseIf(): Statement {
    const node: If = { kind: 'If', start: this.peek().start, end: 0, clauses: [] };
    this.parseIfClauses(node);
    node.end = this.lastEnd;
    return node;
  }

  private parseIfClauses(node: If): void {
    let keyword = this.next();
    for (;;) {
      if (!this.parseIfClause(node, keyword)) return;
      const next = this.peekPastLines();
      if (next === TokenKind.ElseIf) {
        this.skipNewLines();
        keyword = this.next();
        continue;
      }
      if (next !== TokenKind.Else) return;
      this.skipNewLines();
      const word = this.next();
      const body = this.parseBlock();
      if (body === undefined) this.missing('MissingStatementBlockAfterElse', word.end);
      else node.elseBody = body;
      return;
    }
  }

  /** Kind of the next token behind line ends; line ends are taken only if it continues the statement. */
  private peekPastLines(): TokenKind {
    const token = this.peek();
    if (token.kind !== TokenKind.NewLine) return token.kind;
    const end = this.lastEnd;
    this.skipNewLines();
    const { kind } = this.peek();
    if (kind === TokenKind.ElseIf || kind === TokenKind.Else || kind === TokenKind.Catch || kind === TokenKind.Finally)
      return kind;
    this.moveTo(token.start);
    this.lastEnd = end;
    return TokenKind.NewLine;
  }

  /** Adds a clause; false when it is incomplete, so that nothing can follow. */
  private parseIfClause(node: If, keyword: Token): boolean {
    const open = this.openParenthesis(keyword, 'MissingOpenParenthesisInIfStatement');
    if (open === undefined) return false;
    const clause: If['clauses'][number] = { condition: this.emptyPipeline(open.end), body: this.emptyBlock(open.end) };
    node.clauses.push(clause);
    const word = this.textOf(keyword).toLowerCase();
    const closed = this.nested(() => {
      this.skipNewLines();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) this.missing('IfStatementMissingCondition', open.end, word);
      else clause.condition = pipeline;
      this.skipNewLines();
      const close = this.peek();
      if (close.kind === TokenKind.RParen) {
        this.skip();
        return true;
      }
      if (pipeline !== undefined) this.missingAt('MissingEndParenthesisAfterStatement', close, word);
      return false;
    });
    if (!closed) return false;
    const close = this.lastEnd;
    const body = this.parseBlock();
    if (body === undefined) {
      this.missingRange('MissingStatementBlock', close - 1, close, close, word);
      return false;
    }
    clause.body = body;
    return true;
  }

  protected parseSwitch(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const node: Switch = {
      kind: 'Switch',
      start,
      end: keyword.end,
      mode: 'exact',
      caseSensitive: false,
      file: false,
      condition: this.emptyPipeline(keyword.end),
      clauses: [],
    };
    if (label !== undefined) node.label = label;
    if (this.parseSwitchHead(node, keyword)) this.parseSwitchClauses(node);
    node.end = this.lastEnd;
    return node;
  }

  /** Flags and condition; false when no clauses can follow. */
  private parseSwitchHead(node: Switch, keyword: Token): boolean {
    let fileGiven = false;
    this.skipNewLines();
    while (this.peek().kind === TokenKind.Parameter) {
      const flag = this.next();
      if (!this.switchFlag(node, flag)) continue;
      fileGiven = true;
      const name = this.parseArgument();
      if (name === undefined) {
        this.missing('MissingFilenameOption', flag.end);
        return false;
      }
      node.file = true;
      const { start, end } = name;
      node.condition = {
        kind: 'Pipeline',
        start,
        end,
        elements: [{ kind: 'CommandExpression', start, end, expression: name, redirections: [] }],
      };
    }
    return fileGiven || this.parseSwitchCondition(node, keyword);
  }

  private parseSwitchCondition(node: Switch, keyword: Token): boolean {
    this.skipNewLines();
    const open = this.peek();
    if (open.kind !== TokenKind.LParen) {
      this.missing('PipelineValueRequired', keyword.end);
      return this.lacksSwitchBody(keyword.end);
    }
    this.skip();
    return this.nested(() => {
      this.skipNewLines();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) this.missing('PipelineValueRequired', open.end);
      else node.condition = pipeline;
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RParen) {
        this.skip();
        return true;
      }
      if (pipeline !== undefined) this.missing('MissingEndParenthesisInSwitchStatement', pipeline.end);
      return this.lacksSwitchBody(pipeline?.end ?? open.end);
    });
  }

  private lacksSwitchBody(offset: number): false {
    const { kind } = this.peek();
    if (kind !== TokenKind.EndOfInput && kind !== TokenKind.LCurly)
      this.missing('MissingCurlyBraceInSwitchStatement', offset);
    return false;
  }

  /** Applies a flag, which may be shortened; true when it is -File. */
  private switchFlag(node: Switch, flag: Token): boolean {
    const written = flag.text.toLowerCase();
    switch (switchModes.find((mode) => mode.startsWith(written))) {
      case 'regex':
        node.mode = 'regex';
        return false;
      case 'wildcard':
        node.mode = 'wildcard';
        return false;
      case 'exact':
        node.mode = 'exact';
        return false;
      case 'casesensitive':
        node.caseSensitive = true;
        return false;
      case 'parallel':
        return false;
      case 'file':
        return true;
      default:
        this.error('InvalidSwitchFlag', flag.start, flag.end, flag.text);
        return false;
    }
  }

  private parseSwitchClauses(node: Switch): void {
    this.skipNewLines();
    const open = this.peek();
    if (open.kind !== TokenKind.LCurly) {
      this.missing('MissingCurlyBraceInSwitchStatement', this.lastEnd);
      return;
    }
    this.skip();
    this.nested(() => {
      this.skipNewLines();
      for (;;) {
        if (!this.parseSwitchClause(node)) return;
        this.skipSeparators();
        const { kind } = this.peek();
        if (kind === TokenKind.RCurly || kind === TokenKind.EndOfInput) break;
      }
      this.closeBlock(open);
    });
  }

  private parseSwitchClause(node: Switch): boolean {
    const test = this.parseArgument();
    if (test === undefined) {
      this.missing('MissingSwitchConditionExpression', this.lastEnd);
      if (this.peek().kind === TokenKind.RCurly) this.skip();
      return false;
    }
    const isDefault = test.kind === 'StringConstant' && test.quote === 'bare' && test.value.toLowerCase() === 'default';
    const body = this.parseBlock();
    if (body === undefined) {
      this.missing('MissingSwitchStatementClause', test.end);
      return this.peek().kind !== TokenKind.EndOfInput;
    }
    if (isDefault) {
      if (node.defaultBody !== undefined) this.error('MultipleSwitchDefaultClauses', test.start, test.end);
      node.defaultBody = body;
    } else node.clauses.push({ test, body });
    return true;
  }

  protected parseTry(): Statement {
    const keyword = this.next();
    const body = this.parseBlock();
    const node: Try = {
      kind: 'Try',
      start: keyword.start,
      end: this.lastEnd,
      body: body ?? this.emptyBlock(this.lastEnd),
      catches: [],
    };
    if (body === undefined) {
      this.missing('MissingTryStatementBlock', keyword.end);
      return node;
    }
    this.parseHandlers(node);
    node.end = this.lastEnd;
    return node;
  }

  private parseHandlers(node: Try): void {
    let failed = false;
    for (;;) {
      const kind = this.peekPastLines();
      if (kind !== TokenKind.Catch) break;
      this.skipNewLines();
      const last = node.catches[node.catches.length - 1];
      const clause = this.parseCatch();
      if (clause === undefined) failed = true;
      else node.catches.push(clause);
      if (last !== undefined && last.types.length === 0) this.error('EmptyCatchNotLast', last.end, last.end);
      if (failed) return;
    }
    if (this.peekPastLines() === TokenKind.Finally) {
      this.skipNewLines();
      const keyword = this.next();
      const block = this.parseBlock();
      if (block === undefined) this.missing('MissingFinallyStatementBlock', keyword.end);
      node.finallyBody = block ?? this.emptyBlock(this.lastEnd);
      checkFinally(node.finallyBody, this.report);
    } else if (node.catches.length === 0) this.missing('MissingCatchOrFinally', node.body.end);
  }

  private parseCatch(): Catch | undefined {
    const keyword = this.next();
    const types: TypeName[] = [];
    for (;;) {
      const type = this.tryBracketedType();
      if (type === undefined) break;
      types.push(type);
      this.skipNewLines();
      if (this.peek().kind !== TokenKind.Comma) break;
      const comma = this.next();
      this.skipNewLines();
      if (this.codeAt(this.peek().start) !== 91) {
        this.missing('MissingTypeLiteralToken', comma.end);
        break;
      }
    }
    const body = this.parseBlock();
    if (body === undefined) {
      this.missing('MissingCatchHandlerBlock', this.lastEnd);
      return undefined;
    }
    return { start: keyword.start, end: this.lastEnd, types, body };
  }

  /** `[type]` with nothing behind it, as in catch and trap. */
  private tryBracketedType(): TypeName | undefined {
    this.setMode(LexerMode.Expression);
    this.skipNewLines();
    let type: TypeName | undefined;
    if (this.peek().kind === TokenKind.LBracket) {
      this.skip();
      type = this.parseTypeName(true);
      if (this.peek().kind === TokenKind.RBracket) this.skip();
      else if (type !== undefined) this.missingBracket();
    }
    this.setMode(LexerMode.Command);
    return type;
  }

  protected parseTrap(): Trap {
    const keyword = this.next();
    const type = this.tryBracketedType();
    const body = this.parseBlock();
    if (body === undefined) this.missing('MissingTrapStatement', this.lastEnd);
    const node: Trap = {
      kind: 'Trap',
      start: keyword.start,
      end: this.lastEnd,
      body: body ?? this.emptyBlock(this.lastEnd),
    };
    if (type !== undefined) node.type = type;
    return node;
  }

  protected parseData(): Statement {
    const keyword = this.next();
    const node: DataStatement = {
      kind: 'Data',
      start: keyword.start,
      end: keyword.end,
      supportedCommands: [],
      body: this.emptyBlock(keyword.end),
    };
    const name = this.peek();
    if (name.kind === TokenKind.Identifier) {
      this.skip();
      node.variable = name.text;
    }
    while (this.peek().kind === TokenKind.Parameter) {
      if (!this.parseSupportedCommands(node)) return node;
    }
    const body: StatementBlock | undefined = this.parseBlock();
    if (body === undefined) this.missing('MissingStatementBlockForDataSection', this.lastEnd);
    else node.body = body;
    node.end = this.lastEnd;
    return node;
  }

  private parseSupportedCommands(node: DataStatement): boolean {
    const flag = this.next();
    if (!'supportedcommand'.startsWith(flag.text.toLowerCase())) {
      this.error('InvalidParameterForDataSectionStatement', flag.start, flag.end, flag.text);
    }
    for (;;) {
      const { kind } = this.peek();
      const command = kind === TokenKind.LCurly ? undefined : this.parseArgument();
      if (command === undefined) {
        this.missing('MissingValueForSupportedCommandInDataSectionStatement', this.lastEnd);
        return false;
      }
      node.supportedCommands.push(command);
      if (this.peek().kind !== TokenKind.Comma) return true;
      this.skip();
    }
  }
}
