// if, switch, loops, try, trap, data.

import type {
  Catch,
  DataStatement,
  DoWhile,
  Expression,
  For,
  ForEach,
  If,
  PipelineStatement,
  Statement,
  StatementBlock,
  Switch,
  Trap,
  Try,
  TypeName,
  Variable,
  While,
} from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { StatementParser } from './parser-statements.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

const switchModes = ['regex', 'wildcard', 'exact', 'casesensitive', 'file', 'parallel'];

export abstract class FlowParser extends StatementParser {
  /** `(` behind a keyword; false, with an error, if it is missing. */
  private openParenthesis(keyword: Token, id = 'MissingOpenParenthesisAfterKeyword'): boolean {
    this.skipNewLines();
    if (this.peek().kind === TokenKind.LParen) {
      this.skip();
      return true;
    }
    this.missing(id, keyword.end, this.textOf(keyword));
    return false;
  }

  private closeParenthesis(keyword: Token): void {
    this.skipNewLines();
    if (this.peek().kind === TokenKind.RParen) this.skip();
    else this.missing('MissingEndParenthesisAfterStatement', this.lastEnd, this.textOf(keyword));
  }

  private emptyPipeline(offset: number): PipelineStatement {
    const expression = this.errorExpression(offset, offset);
    return {
      kind: 'Pipeline',
      start: offset,
      end: offset,
      elements: [{ kind: 'CommandExpression', start: offset, end: offset, expression, redirections: [] }],
    };
  }

  protected parseIf(): Statement {
    const start = this.peek().start;
    const clauses: If['clauses'] = [];
    let elseBody: StatementBlock | undefined;
    let keyword = this.next();
    for (;;) {
      const clause = this.parseIfClause(keyword);
      if (clause !== undefined) clauses.push(clause);
      if (clause === undefined) break;
      const next = this.peekPastLines();
      if (next === TokenKind.ElseIf) {
        this.skipNewLines();
        keyword = this.next();
        continue;
      }
      if (next === TokenKind.Else) {
        this.skipNewLines();
        this.skip();
        elseBody = this.parseBlock('else');
      }
      break;
    }
    const node: If = { kind: 'If', start, end: this.lastEnd, clauses };
    if (elseBody !== undefined) node.elseBody = elseBody;
    return node;
  }

  /** Kind of the next token behind line ends; line ends are taken only if it is a continuing keyword. */
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

  private parseIfClause(keyword: Token): If['clauses'][number] | undefined {
    if (!this.openParenthesis(keyword, 'MissingOpenParenthesisInIfStatement')) return undefined;
    const condition = this.nested(() => {
      this.skipNewLines();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) {
        this.missing('IfStatementMissingCondition', this.lastEnd, this.textOf(keyword));
        if (this.peek().kind === TokenKind.RParen) this.skip();
        return this.emptyPipeline(this.lastEnd);
      }
      this.closeParenthesis(keyword);
      return pipeline;
    });
    const body = this.parseBlock(this.textOf(keyword));
    return body === undefined ? undefined : { condition, body };
  }

  protected parseWhile(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const condition = this.parseCondition(keyword);
    const body = condition === undefined ? undefined : this.parseBlock('while');
    const node: While = {
      kind: 'While',
      start,
      end: this.lastEnd,
      condition: condition ?? this.emptyPipeline(this.lastEnd),
      body: body ?? this.emptyBlock(this.lastEnd),
    };
    if (label !== undefined) node.label = label;
    return node;
  }

  /** `( pipeline )` behind a keyword. */
  private parseCondition(keyword: Token): PipelineStatement | undefined {
    if (!this.openParenthesis(keyword)) return undefined;
    return this.nested(() => {
      this.skipNewLines();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) {
        this.missing('MissingExpressionAfterKeyword', this.lastEnd, this.textOf(keyword));
        if (this.peek().kind === TokenKind.RParen) this.skip();
        return this.emptyPipeline(this.lastEnd);
      }
      this.closeParenthesis(keyword);
      return pipeline;
    });
  }

  protected parseDo(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const body = this.parseBlock('do') ?? this.emptyBlock(this.lastEnd);
    this.skipNewLines();
    const word = this.peek();
    let condition: PipelineStatement | undefined;
    if (word.kind === TokenKind.While || word.kind === TokenKind.Until) {
      this.skip();
      condition = this.parseCondition(word);
    } else if (body.end > body.start) this.missing('MissingWhileOrUntilInDoWhile', this.lastEnd);
    const node: DoWhile = {
      kind: 'DoWhile',
      start,
      end: this.lastEnd,
      until: word.kind === TokenKind.Until,
      body,
      condition: condition ?? this.emptyPipeline(keyword.end),
    };
    if (label !== undefined) node.label = label;
    return node;
  }

  protected parseFor(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const node: For = { kind: 'For', start, end: this.lastEnd, body: this.emptyBlock(this.lastEnd) };
    if (label !== undefined) node.label = label;
    if (!this.openParenthesis(keyword)) return node;
    this.nested(() => {
      const parts: (PipelineStatement | undefined)[] = [];
      for (let index = 0; index < 3; index++) {
        this.skipNewLines();
        parts.push(this.parsePipelineStatement());
        const { kind } = this.peek();
        if (index < 2) {
          if (kind === TokenKind.Semi || kind === TokenKind.NewLine) this.skip();
          else break;
        }
      }
      if (parts[0] !== undefined) node.initializer = parts[0];
      if (parts[1] !== undefined) node.condition = parts[1];
      if (parts[2] !== undefined) node.iterator = parts[2];
      this.closeParenthesis(keyword);
    });
    node.body = this.parseBlock('for') ?? node.body;
    node.end = this.lastEnd;
    return node;
  }

  protected parseForEach(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const variable: Variable = { kind: 'Variable', start: keyword.end, end: keyword.end, name: '' };
    const node: ForEach = {
      kind: 'ForEach',
      start,
      end: keyword.end,
      variable,
      collection: this.emptyPipeline(keyword.end),
      body: this.emptyBlock(keyword.end),
    };
    if (label !== undefined) node.label = label;
    this.parseForEachFlags(node);
    if (this.openParenthesis(keyword) && this.nested(() => this.parseForEachHead(node, keyword)))
      node.body = this.parseBlock('foreach') ?? node.body;
    node.end = this.lastEnd;
    return node;
  }

  private parseForEachFlags(node: ForEach): void {
    while (this.peek().kind === TokenKind.Parameter) {
      const flag = this.next();
      const name = flag.text.toLowerCase();
      if (name === 'parallel') node.parallel = true;
      else if (name === 'throttlelimit') node.throttleLimit = this.parseArgument()!;
      else this.error('InvalidForeachFlag', flag.start, flag.end, this.textOf(flag));
    }
  }

  private parseForEachHead(node: ForEach, keyword: Token): boolean {
    this.setMode(LexerMode.Expression);
    this.skipNewLines();
    const variable = this.peek();
    if (variable.kind !== TokenKind.Variable) {
      this.missing('MissingVariableNameAfterForeach', this.lastEnd);
      return false;
    }
    this.skip();
    node.variable = this.makeVariable(variable);
    this.skipNewLines();
    if (this.peek().kind !== TokenKind.In) {
      this.missing('MissingInInForeach', this.lastEnd);
      return false;
    }
    this.skip();
    this.setMode(LexerMode.Command);
    this.skipNewLines();
    const collection = this.parsePipelineStatement();
    if (collection === undefined) {
      this.missing('MissingForeachExpression', this.lastEnd);
      return false;
    }
    node.collection = collection;
    this.closeParenthesis(keyword);
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
    let fileGiven = false;
    while (this.peek().kind === TokenKind.Parameter) {
      const flag = this.next();
      if (this.switchFlag(node, flag)) fileGiven = this.switchFile(node, flag);
    }
    if (!fileGiven) {
      const condition = this.parseCondition(keyword);
      if (condition === undefined) return node;
      node.condition = condition;
    }
    this.parseSwitchClauses(node);
    node.end = this.lastEnd;
    return node;
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
      case 'file':
        return true;
      default:
        this.error('InvalidSwitchFlag', flag.start, flag.end, this.textOf(flag));
        return false;
    }
  }

  private switchFile(node: Switch, flag: Token): boolean {
    node.file = true;
    const name = this.parseArgument();
    if (name === undefined) {
      this.missing('MissingFilenameOption', flag.end);
      return true;
    }
    const { start, end } = name;
    node.condition = {
      kind: 'Pipeline',
      start,
      end,
      elements: [{ kind: 'CommandExpression', start, end, expression: name, redirections: [] }],
    };
    return true;
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
      for (;;) {
        this.skipSeparators();
        const { kind } = this.peek();
        if (kind === TokenKind.RCurly || kind === TokenKind.EndOfInput) break;
        if (!this.parseSwitchClause(node)) break;
      }
      this.closeBlock(open);
    });
  }

  private parseSwitchClause(node: Switch): boolean {
    const test = this.parseArgument();
    if (test === undefined) {
      this.missing('MissingSwitchConditionExpression', this.lastEnd);
      return false;
    }
    const isDefault = test.kind === 'StringConstant' && test.quote === 'bare' && test.value.toLowerCase() === 'default';
    const body = this.parseBlock('switch');
    if (body === undefined) return false;
    if (isDefault) {
      if (node.defaultBody !== undefined) this.error('MultipleSwitchDefaultClauses', test.start, test.end);
      node.defaultBody = body;
    } else node.clauses.push({ test, body });
    return true;
  }

  protected parseTry(): Statement {
    const keyword = this.next();
    const body = this.parseBlock('try');
    const node: Try = {
      kind: 'Try',
      start: keyword.start,
      end: this.lastEnd,
      body: body ?? this.emptyBlock(this.lastEnd),
      catches: [],
    };
    if (body === undefined) return node;
    for (;;) {
      const kind = this.peekPastLines();
      if (kind !== TokenKind.Catch && kind !== TokenKind.Finally) break;
      this.skipNewLines();
      if (kind === TokenKind.Catch) node.catches.push(this.parseCatch());
      else {
        this.skip();
        node.finallyBody = this.parseBlock('finally') ?? this.emptyBlock(this.lastEnd);
        break;
      }
    }
    if (node.catches.length === 0 && node.finallyBody === undefined) this.missing('MissingCatchOrFinally', body.end);
    node.end = this.lastEnd;
    return node;
  }

  private parseCatch(): Catch {
    const keyword = this.next();
    const types: TypeName[] = [];
    for (;;) {
      const type = this.tryBracketedType();
      if (type === undefined) break;
      types.push(type);
      this.skipNewLines();
      if (this.peek().kind !== TokenKind.Comma) break;
      this.skip();
      this.skipNewLines();
    }
    const body = this.parseBlock('catch') ?? this.emptyBlock(this.lastEnd);
    return { start: keyword.start, end: this.lastEnd, types, body };
  }

  /** `[type]` with nothing behind it, as in catch and trap. */
  protected tryBracketedType(): TypeName | undefined {
    this.setMode(LexerMode.Expression);
    this.skipNewLines();
    let type: TypeName | undefined;
    if (this.peek().kind === TokenKind.LBracket) {
      this.skip();
      type = this.parseTypeName(true);
      if (this.peek().kind === TokenKind.RBracket) this.skip();
      else this.missing('EndSquareBracketExpectedAtEndOfType', this.lastEnd);
    }
    this.setMode(LexerMode.Command);
    return type;
  }

  protected parseTrap(): Trap {
    const keyword = this.next();
    const type = this.tryBracketedType();
    const body = this.parseBlock('trap') ?? this.emptyBlock(this.lastEnd);
    const node: Trap = { kind: 'Trap', start: keyword.start, end: this.lastEnd, body };
    if (type !== undefined) node.type = type;
    return node;
  }

  protected parseData(): Statement {
    const keyword = this.next();
    let variable: string | undefined;
    const supportedCommands: Expression[] = [];
    const name = this.peek();
    if (name.kind === TokenKind.Identifier) {
      this.skip();
      variable = name.text;
    }
    while (this.peek().kind === TokenKind.Parameter) {
      this.skip();
      for (;;) {
        const command = this.parseArgument();
        if (command === undefined) break;
        supportedCommands.push(command);
        if (this.peek().kind !== TokenKind.Comma) break;
        this.skip();
      }
    }
    const body = this.parseBlock('data') ?? this.emptyBlock(this.lastEnd);
    const node: DataStatement = { kind: 'Data', start: keyword.start, end: this.lastEnd, supportedCommands, body };
    if (variable !== undefined) node.variable = variable;
    return node;
  }
}
