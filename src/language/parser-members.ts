// What follows a primary expression without blanks: members, calls with generic arguments, indexes, ++ and --.

import { invalidTarget } from './assignable.ts';
import type { ArrayExpression, Expression, InvokeMember, Member, ScriptBlockExpression, TypeName } from './ast.ts';
import { isWhiteSpace } from './characters.ts';
import { LexerMode } from './parser-base.ts';
import { TypeParser } from './parser-types.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class MemberParser extends TypeParser {
  /** No comma operator: in arguments of methods and in attributes. */
  protected commaDisabled = false;

  /** End of a type without its closing bracket: members are not looked for behind it. */
  protected memberless = -1;

  protected abstract parseExpression(): Expression | undefined;
  protected abstract parseParen(): Expression;
  protected abstract parseArrayExpression(): ArrayExpression;
  protected abstract parseScriptBlockExpression(): ScriptBlockExpression;
  protected abstract parseBracketExpression(): Expression;

  protected errorExpression(start: number, end: number): Expression {
    return { kind: 'ErrorExpression', start, end };
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
    this.enter();
    const result = parse();
    this.leave();
    this.commaDisabled = comma;
    lexer.ternaryDepth = ternaryDepth;
    lexer.allowSignedNumbers = allowSignedNumbers;
    this.setMode(mode);
    return result;
  }

  /** Members, calls, indexes that follow at once, then ++ or --. */
  protected parsePostfix(primary: Expression): Expression {
    let node = primary;
    if (node.end === this.memberless) return node;
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
    return Number.isNaN(code) || isWhiteSpace(code);
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
