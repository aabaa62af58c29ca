// Operators: unary, comma, binary by precedence, ternary; type literals, casts and attributes in expressions.

import type { Attribute, Expression, TypeName, UnaryOperator } from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { PrimaryParser } from './parser-primary.ts';
import type { Token } from './token.ts';
import { isKeyword, symbolPrecedence, TokenKind } from './token-kind.ts';

const symbolOperators = {
  [TokenKind.Plus]: '+',
  [TokenKind.Minus]: '-',
  [TokenKind.Multiply]: '*',
  [TokenKind.Divide]: '/',
  [TokenKind.Rem]: '%',
  [TokenKind.DotDot]: '..',
  [TokenKind.QuestionQuestion]: '??',
} as const;

export abstract class ExpressionParser extends PrimaryParser {
  protected abstract parseAttributeArguments(type: TypeName, start: number): Attribute;

  /** An expression with all operators but assignment, in expression mode. */
  protected parseExpression(): Expression | undefined {
    const mode = this.setMode(LexerMode.Expression);
    const condition = this.parseBinary(1);
    let node = condition;
    if (condition !== undefined && this.peek().kind === TokenKind.QuestionMark) node = this.parseTernary(condition);
    this.setMode(mode);
    return node;
  }

  private parseTernary(condition: Expression): Expression {
    const { lexer } = this;
    const question = this.next();
    lexer.ternaryDepth++;
    this.skipNewLines();
    let ifTrue = this.parseExpression();
    lexer.ternaryDepth--;
    if (ifTrue === undefined) {
      this.missing('ExpectedValueExpression', question.end, '?');
      if (this.peek().kind === TokenKind.EndOfInput) return condition;
      ifTrue = this.errorExpression(question.end, question.end);
    }
    this.skipNewLines();
    const colon = this.peek();
    if (colon.kind !== TokenKind.Colon) {
      if (ifTrue.kind !== 'ErrorExpression') this.missingAt('MissingColonInTernaryExpression', colon);
      return condition;
    }
    this.skip();
    this.skipNewLines();
    this.enter();
    const ifFalse = this.parseExpression();
    this.leave();
    if (ifFalse === undefined) {
      this.missing('ExpectedValueExpression', colon.end, ':');
      return condition;
    }
    return { kind: 'Ternary', start: condition.start, end: ifFalse.end, condition, ifTrue, ifFalse };
  }

  /** Binary operators of at least a precedence, all left-associative (about_Operator_Precedence). */
  private parseBinary(lowest: number): Expression | undefined {
    let left = this.parseArrayLiteral();
    if (left === undefined) return undefined;
    for (;;) {
      const token = this.peek();
      const precedence = token.dash !== undefined ? token.dash.precedence : symbolPrecedence(token.kind);
      if (precedence < lowest || precedence === 0) return left;
      this.skip();
      this.skipNewLines();
      const operator =
        token.dash !== undefined ? token.dash.operator : symbolOperators[token.kind as keyof typeof symbolOperators];
      let right = this.parseBinary(precedence + 1);
      if (right === undefined) {
        this.missing('ExpectedValueExpression', token.end, this.textOf(token));
        if (this.peek().dash !== undefined) this.excused = this.peek().start;
        right = this.errorExpression(token.end, token.end);
      }
      left = {
        kind: 'Binary',
        start: left.start,
        end: right.end,
        operator,
        left,
        right,
        operatorExtent: { start: token.start, end: token.end },
      };
      if (right.kind === 'ErrorExpression') return left;
    }
  }

  /** `a, b, c`; one element stands for itself. */
  protected parseArrayLiteral(): Expression | undefined {
    const first = this.parseUnary();
    if (first === undefined || this.commaDisabled || this.peek().kind !== TokenKind.Comma) return first;
    const elements = [first];
    while (this.peek().kind === TokenKind.Comma) {
      const comma = this.next();
      this.skipNewLines();
      const element = this.parseUnary();
      if (element === undefined) {
        this.missing('MissingExpressionAfterToken', comma.end, ',');
        elements.push(this.errorExpression(comma.end, comma.end));
        break;
      }
      elements.push(element);
    }
    return { kind: 'ArrayLiteral', start: first.start, end: elements[elements.length - 1]!.end, elements };
  }

  protected parseUnary(): Expression | undefined {
    const { lexer } = this;
    const token = this.peekOperand();
    const operator = unaryOperator(token);
    if (operator === undefined) return this.parsePrimary(true);
    if (operator === ',' && this.commaDisabled) return undefined;
    this.skip();
    lexer.allowSignedNumbers = false;
    this.skipNewLines();
    this.enter();
    const operand = this.parseUnary();
    this.leave();
    if (operand === undefined) {
      this.missing('MissingExpressionAfterOperator', token.end, this.textOf(token));
      return this.errorExpression(token.start, token.end);
    }
    if (operator === '++' || operator === '--') this.checkIncrement(operand, operator);
    if (operator === ',') return { kind: 'ArrayLiteral', start: token.start, end: operand.end, elements: [operand] };
    return { kind: 'Unary', start: token.start, end: operand.end, operator, operand };
  }

  /** The next token where an operand is expected: there `-5` is one number. */
  private peekOperand(): Token {
    const { lexer } = this;
    const { kind } = this.peek();
    if (kind !== TokenKind.Minus && kind !== TokenKind.Plus) return this.peek();
    const before = lexer.allowSignedNumbers;
    lexer.allowSignedNumbers = true;
    this.rescan();
    const token = this.peek();
    lexer.allowSignedNumbers = before;
    return token;
  }

  /** `[type]`, `[type]operand`, `[attribute(…)]operand`. */
  protected parseBracketExpression(): Expression {
    const open = this.next();
    this.skipNewLines();
    const type = this.parseTypeName(true);
    if (type === undefined) {
      this.skipUntil(TokenKind.RBracket, TokenKind.NewLine, TokenKind.Semi);
      if (this.peek().kind === TokenKind.RBracket) this.skip();
    } else {
      if (this.peek().kind === TokenKind.LParen) return this.parseAttributed(type, open.start);
      this.skipAssemblyName();
      if (this.peek().kind === TokenKind.RBracket) this.skip();
      else {
        this.missingBracket();
        this.memberless = this.lastEnd;
      }
    }
    return this.parseCastOrType(type ?? { name: '', start: open.end, end: open.end }, open.start);
  }

  /** Behind `[type]`: a cast if an operand follows, else the type itself. */
  private parseCastOrType(type: TypeName, start: number): Expression {
    const end = this.lastEnd;
    const code = this.codeHere();
    const isMember = (code === 58 && this.codeHere(1) === 58) || code === 46;
    if (!isMember) {
      this.enter();
      const operand = this.peek().kind === TokenKind.Comma ? undefined : this.parseUnary();
      this.leave();
      if (type.name.toLowerCase() === 'ordered' && operand !== undefined && operand.kind !== 'Hashtable')
        this.report('OrderedAttributeOnlyOnHashLiteralNode', { start, end: operand.end });
      if (operand !== undefined) return { kind: 'Convert', start, end: operand.end, type, operand };
    }
    return { kind: 'TypeExpression', start, end, type };
  }

  private parseAttributed(type: TypeName, start: number): Expression {
    const attribute = this.parseAttributeArguments(type, start);
    const { end } = attribute;
    this.skipNewLines();
    const operand = this.parseUnary();
    if (operand === undefined || !takesAttribute(operand)) {
      this.missingRange('UnexpectedAttribute', attribute.start, end, end, type.name);
      if (isKeyword(this.peek().kind)) this.excused = this.peek().start;
      return this.errorExpression(attribute.start, end);
    }
    return { kind: 'Attributed', start, end: operand.end, attribute, operand };
  }
}

function unaryOperator(token: Token): UnaryOperator | undefined {
  switch (token.kind) {
    case TokenKind.Exclaim:
      return '!';
    case TokenKind.Not:
      return 'not';
    case TokenKind.Bnot:
      return 'bnot';
    case TokenKind.Minus:
      return '-';
    case TokenKind.Plus:
      return '+';
    case TokenKind.PlusPlus:
      return '++';
    case TokenKind.MinusMinus:
      return '--';
    case TokenKind.Comma:
      return ',';
    case TokenKind.Join:
      return 'join';
    case TokenKind.Split:
      return token.dash!.operator as UnaryOperator;
    default:
      return undefined;
  }
}

/** Attributes in expressions stand before a variable that is assigned, other attributes and types between. */
function takesAttribute(operand: Expression): boolean {
  if (operand.kind === 'Convert' || operand.kind === 'Attributed') return takesAttribute(operand.operand);
  return operand.kind === 'Variable' || operand.kind === 'ErrorExpression';
}
