// Parameters, attributes and type constraints: what stands in `param(…)`, in front of a class member, in `[…(…)]`.

import type { Attribute, AttributeArgument, Expression, Parameter, TypeConstraint, TypeName, Variable } from './ast.ts';
import { checkAttribute } from './checks.ts';
import { LexerMode } from './parser-base.ts';
import { LoopParser } from './parser-loops.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class ParameterParser extends LoopParser {
  /** Whether the last parameter list was complete; behind an incomplete one no body is asked for. */
  protected parameterListClosed = true;
  /** End of attributes that no variable follows. */
  private badParameterEnd = -1;

  /** `( [type]$a = 1, … )` */
  protected parseParameterList(): Parameter[] {
    const open = this.next();
    this.parameterListClosed = true;
    this.badParameterEnd = -1;
    return this.nested(() => {
      this.setMode(LexerMode.Expression);
      this.commaDisabled = true;
      const parameters: Parameter[] = [];
      const names = new Set<string>();
      let comma: Token | undefined;
      for (;;) {
        this.skipNewLines();
        const parameter = this.parseParameterDefinition();
        if (parameter === undefined) {
          if (comma !== undefined && this.badParameterEnd < 0)
            this.missing('MissingExpressionAfterToken', comma.end, ',');
          break;
        }
        const name = parameter.variable.name.toLowerCase();
        if (names.has(name))
          this.semanticError('DuplicateFormalParameter', parameter.variable, parameter.variable.name);
        names.add(name);
        parameters.push(parameter);
        this.skipNewLines();
        comma = this.peek();
        if (comma.kind !== TokenKind.Comma) break;
        this.skip();
      }
      this.closeParameterList(parameters, open);
      return parameters;
    });
  }

  private closeParameterList(parameters: Parameter[], open: Token): void {
    this.skipNewLines();
    if (this.peek().kind === TokenKind.RParen) {
      this.skip();
      return;
    }
    this.parameterListClosed = false;
    const end = Math.max(this.badParameterEnd, parameters[parameters.length - 1]?.end ?? open.end);
    this.missing('MissingEndParenthesisInFunctionParameterList', end);
    if (this.badParameterEnd < 0) return;
    this.skipUntil(TokenKind.RParen, TokenKind.LCurly);
    if (this.peek().kind === TokenKind.RParen) this.skip();
  }

  private parseParameterDefinition(): Parameter | undefined {
    const start = this.peek().start;
    const attributes = this.parseConstraints();
    const token = this.peek();
    if (token.kind !== TokenKind.Variable) {
      if (attributes.length > 0) {
        this.missing('InvalidFunctionParameter', this.lastEnd);
        this.badParameterEnd = this.lastEnd;
      }
      return undefined;
    }
    this.skip();
    const variable: Variable = this.makeVariable(token);
    const node: Parameter = { kind: 'Parameter', start, end: token.end, variable, attributes };
    const after = this.peek();
    if (after.kind === TokenKind.NewLine) return node;
    if (after.kind === TokenKind.Equals) {
      this.skip();
      this.skipNewLines();
      const value = this.parseExpression();
      if (value === undefined) this.missing('MissingExpressionAfterToken', after.end, '=');
      else {
        node.default = value;
        node.end = value.end;
      }
    }
    return node;
  }

  /** Attributes and type constraints in front of a parameter or property. */
  protected parseConstraints(): (Attribute | TypeConstraint)[] {
    const list: (Attribute | TypeConstraint)[] = [];
    const mode = this.setMode(LexerMode.Expression);
    while (this.peek().kind === TokenKind.LBracket) {
      const constraint = this.parseConstraint();
      if (constraint === undefined) break;
      list.push(constraint);
      this.skipNewLines();
    }
    this.setMode(mode);
    return list;
  }

  private parseConstraint(): Attribute | TypeConstraint | undefined {
    const open = this.next();
    this.skipNewLines();
    const type = this.parseTypeName(true);
    if (type === undefined) return undefined;
    if (this.peek().kind === TokenKind.LParen) return this.parseAttributeArguments(type, open.start);
    this.skipAssemblyName();
    this.skipNewLines();
    if (this.peek().kind === TokenKind.RBracket) this.skip();
    else this.missingBracket();
    return { kind: 'TypeConstraint', start: open.start, end: this.lastEnd, type };
  }

  protected parseAttributeList(): Attribute[] {
    return this.parseConstraints().filter((constraint): constraint is Attribute => constraint.kind === 'Attribute');
  }

  /** `(…)]` of an attribute whose name was read. */
  protected parseAttributeArguments(type: TypeName, start: number): Attribute {
    const node: Attribute = { kind: 'Attribute', start, end: start, type, positional: [], named: [] };
    const open = this.next();
    let closed = true;
    this.nested(() => {
      this.setMode(LexerMode.Expression);
      this.commaDisabled = true;
      for (;;) {
        this.skipNewLines();
        if (!this.parseAttributeArgument(node)) break;
        this.skipNewLines();
        if (this.peek().kind !== TokenKind.Comma) break;
        this.skip();
        this.skipNewLines();
        if (this.peek().kind === TokenKind.RParen) this.missing('MissingExpressionAfterToken', this.lastEnd, ',');
      }
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RParen) this.skip();
      else {
        this.missing('MissingEndParenthesisInExpression', lastArgumentEnd(node) ?? open.end);
        closed = false;
      }
    });
    this.skipNewLines();
    if (this.peek().kind === TokenKind.RBracket) this.skip();
    else if (closed) this.missing('EndSquareBracketExpectedAtEndOfAttribute', this.lastEnd);
    node.end = this.lastEnd;
    checkAttribute(node, this.report);
    return node;
  }

  private parseAttributeArgument(node: Attribute): boolean {
    const token = this.peek();
    if (token.kind === TokenKind.Identifier || isKeyword(token.kind)) {
      this.skip();
      const argument: AttributeArgument = {
        name: token.text,
        start: token.start,
        end: token.end,
        omitted: true,
        value: { kind: 'Variable', start: token.start, end: token.end, name: 'true' },
      };
      if (this.peek().kind === TokenKind.Equals) {
        const equals = this.next();
        this.skipNewLines();
        const value = this.parseExpression();
        if (value === undefined) this.missing('MissingExpressionInNamedArgument', equals.end);
        else {
          argument.value = value;
          argument.end = value.end;
          argument.omitted = false;
        }
      }
      node.named.push(argument);
      return true;
    }
    const value: Expression | undefined = this.parseExpression();
    if (value === undefined) return false;
    node.positional.push(value);
    return true;
  }
}

/** End of the last argument with a value. */
function lastArgumentEnd(node: Attribute): number | undefined {
  let end: number | undefined;
  for (const argument of node.positional) end = Math.max(end ?? 0, argument.end);
  for (const argument of node.named) if (!argument.omitted) end = Math.max(end ?? 0, argument.end);
  return end;
}
