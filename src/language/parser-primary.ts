// Primary expressions: constants, variables, strings, parentheses, hashtables, script blocks, types,
// and what follows them without blanks: members, calls, indexes, ++ and --.

import { invalidTarget } from './assignable.ts';
import type {
  ArrayExpression,
  Expression,
  HashtableLiteral,
  InvokeMember,
  Member,
  Paren,
  PipelineStatement,
  ScriptBlockExpression,
  Statement,
  StatementBlock,
  SubExpression,
  TypeName,
} from './ast.ts';
import { isWhiteSpace } from './characters.ts';
import { LexerMode } from './parser-base.ts';
import { TypeParser } from './parser-types.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class PrimaryParser extends TypeParser {
  /** No comma operator: in arguments of methods and in attributes. */
  protected commaDisabled = false;

  protected abstract parseExpression(): Expression | undefined;
  protected abstract parseUnary(): Expression | undefined;
  protected abstract emptyPipeline(offset: number): PipelineStatement;
  protected abstract parsePipelineStatement(): PipelineStatement | undefined;
  protected abstract parseStatement(): Statement | undefined;
  /** Statements up to a closing token, which is not taken. */
  protected abstract parseStatementList(start: number): StatementBlock;
  protected abstract parseScriptBlockExpression(): ScriptBlockExpression;
  protected abstract parseBracketExpression(): Expression;

  protected errorExpression(start: number, end: number): Expression {
    return { kind: 'ErrorExpression', start, end };
  }

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

  protected numberNode(token: Token): Expression {
    const { start, end } = token;
    if (token.number === undefined) {
      return { kind: 'NumberConstant', start, end, type: 'Int32', value: 0 };
    }
    return { kind: 'NumberConstant', start, end, type: token.number.type, value: token.number.value };
  }

  /** Runs in expression mode, with the settings of the place around put aside. */
  protected nested<T>(parse: () => T): T {
    const { lexer } = this;
    const { ternaryDepth, allowSignedNumbers } = lexer;
    const comma = this.commaDisabled;
    const mode = this.setMode(LexerMode.Command);
    lexer.ternaryDepth = 0;
    lexer.allowSignedNumbers = false;
    this.commaDisabled = false;
    const result = parse();
    this.commaDisabled = comma;
    lexer.ternaryDepth = ternaryDepth;
    lexer.allowSignedNumbers = allowSignedNumbers;
    this.setMode(mode);
    return result;
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

  private parseArrayExpression(): ArrayExpression {
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
      this.skipUntil(TokenKind.RCurly, TokenKind.Semi, TokenKind.NewLine);
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

  /** Members, calls, indexes that follow at once, then ++ or --. */
  protected parsePostfix(primary: Expression): Expression {
    let node = primary;
    for (;;) {
      const code = this.codeHere();
      if (code === 46) {
        // Two dots are the range operator.
        if (this.codeHere(1) === 46 || (this.lexer.mode === LexerMode.Command && this.endsArgument(1))) break;
        node = this.parseMember(node, 1, false, false);
      } else if (
        code === 58 &&
        this.codeHere(1) === 58 &&
        !(this.lexer.mode === LexerMode.Command && this.endsArgument(2))
      )
        node = this.parseMember(node, 2, true, false);
      else if (code === 91) node = this.parseIndex(node, 1, false);
      else if (code === 63 && this.codeHere(1) === 46 && this.codeHere(2) !== 46)
        node = this.parseMember(node, 2, false, true);
      else if (code === 63 && this.codeHere(1) === 91) node = this.parseIndex(node, 2, true);
      else break;
    }
    if (this.lexer.mode === LexerMode.Expression) {
      const { kind } = this.peek();
      if (kind === TokenKind.PlusPlus || kind === TokenKind.MinusMinus) {
        this.skip();
        this.checkIncrement(node, kind === TokenKind.PlusPlus ? '++' : '--');
        return {
          kind: 'Unary',
          start: node.start,
          end: this.lastEnd,
          operator: kind === TokenKind.PlusPlus ? 'post++' : 'post--',
          operand: node,
        };
      }
    }
    return node;
  }

  /** ++ and -- need something to assign to. */
  protected checkIncrement(operand: Expression, operator: string): void {
    if (invalidTarget(operand) !== undefined)
      this.semanticError('OperatorRequiresVariableOrProperty', operand, operator);
  }

  private endsArgument(offset: number): boolean {
    const code = this.codeHere(offset);
    return code !== code || isWhiteSpace(code);
  }

  private parseMember(
    target: Expression,
    operatorSize: number,
    isStatic: boolean,
    nullConditional: boolean,
  ): Expression {
    const operatorEnd = target.end + operatorSize;
    this.moveTo(operatorEnd);
    this.lastEnd = operatorEnd;
    const mode = this.setMode(LexerMode.Expression);
    const member = this.parseMemberName(operatorEnd);
    const genericArgs = this.codeHere() === 91 ? this.tryGenericArguments() : undefined;
    let node: Expression;
    if (this.codeHere() === 40) node = this.parseCall(target, member, isStatic, genericArgs);
    else if (this.codeHere() === 123) {
      const block = this.parseScriptBlockExpression();
      node = {
        kind: 'InvokeMember',
        start: target.start,
        end: block.end,
        target,
        member,
        static: isStatic,
        args: [block],
      };
    } else
      node = {
        kind: 'Member',
        start: target.start,
        end: member.end,
        target,
        member,
        static: isStatic,
      } satisfies Member;
    if (nullConditional) (node as Member).nullConditional = true;
    this.setMode(mode);
    return node;
  }

  private parseMemberName(operatorEnd: number): Expression {
    const { lexer } = this;
    const depth = lexer.ternaryDepth;
    this.skipNewLines();
    const token = this.peek();
    lexer.ternaryDepth = depth;
    if (token.kind === TokenKind.Identifier || isKeyword(token.kind)) {
      this.skip();
      return { kind: 'StringConstant', start: token.start, end: token.end, value: token.text, quote: 'bare' };
    }
    switch (token.kind) {
      case TokenKind.Variable:
        this.skip();
        return this.makeVariable(token);
      case TokenKind.Number:
        this.skip();
        return this.numberNode(token);
      case TokenKind.StringLiteral:
      case TokenKind.StringExpandable:
      case TokenKind.HereStringLiteral:
      case TokenKind.HereStringExpandable:
        this.skip();
        return this.stringNode(token);
      case TokenKind.LParen:
        return this.parseParen();
      case TokenKind.DollarParen:
        return this.parseSubExpression();
      case TokenKind.AtParen:
        return this.parseArrayExpression();
      case TokenKind.LCurly:
        return this.parseScriptBlockExpression();
      case TokenKind.LBracket:
        return this.parseBracketExpression();
      case TokenKind.SplattedVariable:
        this.skip();
        this.semanticError('SplattingNotPermitted', token, token.text);
        return this.makeVariable(token);
      default:
        this.missing('MissingPropertyName', operatorEnd);
        this.excused = token.start;
        return this.errorExpression(operatorEnd, operatorEnd);
    }
  }

  /** `[int]` behind a method's name, if a call follows; otherwise an index was meant and nothing is taken. */
  private tryGenericArguments(): TypeName[] | undefined {
    const start = this.lexer.position;
    const errors = this.lexer.errors.length;
    const end = this.lastEnd;
    this.next();
    const types: TypeName[] = [];
    const mode = this.setMode(LexerMode.TypeName);
    let valid = false;
    for (;;) {
      const type = this.peek().kind === TokenKind.Identifier ? this.parseTypeName(false) : undefined;
      if (type === undefined) break;
      types.push(type);
      const { kind } = this.peek();
      if (kind === TokenKind.Comma) {
        this.skip();
        continue;
      }
      if (kind === TokenKind.RBracket) {
        this.skip();
        valid = this.codeHere() === 40;
      }
      break;
    }
    if (valid && this.lexer.errors.length === errors) {
      this.setMode(mode);
      return types;
    }
    this.lexer.errors.length = errors;
    this.moveTo(start);
    this.setMode(mode);
    this.lastEnd = end;
    return undefined;
  }

  private parseCall(
    target: Expression,
    member: Expression,
    isStatic: boolean,
    genericArgs: TypeName[] | undefined,
  ): InvokeMember {
    const args = this.parseCallArguments();
    const node: InvokeMember = {
      kind: 'InvokeMember',
      start: target.start,
      end: this.lastEnd,
      target,
      member,
      static: isStatic,
      args,
    };
    if (genericArgs !== undefined) node.genericArgs = genericArgs;
    return node;
  }

  /** `(a, b)`: the arguments of a call, brackets included. */
  protected parseCallArguments(): Expression[] {
    this.next();
    const args: Expression[] = [];
    this.nested(() => {
      this.setMode(LexerMode.Expression);
      this.commaDisabled = true;
      let afterComma = false;
      for (;;) {
        this.skipNewLines();
        const argument = this.parseExpression();
        if (argument === undefined) {
          if (afterComma) {
            this.missing('MissingExpressionAfterToken', this.lastEnd, ',');
            if (this.peek().kind !== TokenKind.RParen) return;
          }
          break;
        }
        args.push(argument);
        this.skipNewLines();
        afterComma = this.peek().kind === TokenKind.Comma;
        if (!afterComma) break;
        this.skip();
      }
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RParen) this.skip();
      else this.missing('MissingEndParenthesisInMethodCall', this.lastEnd);
    });
    return args;
  }

  private parseIndex(target: Expression, operatorSize: number, nullConditional: boolean): Expression {
    this.moveTo(target.end + operatorSize);
    this.lastEnd = target.end + operatorSize;
    return this.nested(() => {
      this.setMode(LexerMode.Expression);
      this.skipNewLines();
      let index = this.parseExpression();
      if (index === undefined) {
        this.missing('MissingArrayIndexExpression', this.lastEnd);
        index = this.errorExpression(this.lastEnd, this.lastEnd);
      }
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RBracket) this.skip();
      else if (index.kind !== 'ErrorExpression') this.missing('MissingEndSquareBracket', this.lastEnd);
      const node: Expression = { kind: 'Index', start: target.start, end: this.lastEnd, target, index };
      if (nullConditional) node.nullConditional = true;
      return node;
    });
  }
}
