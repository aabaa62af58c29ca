// Script blocks, param blocks, parameters, attributes, named blocks, functions, using.

import type {
  Attribute,
  AttributeArgument,
  BlockName,
  Expression,
  FunctionDefinition,
  NamedBlock,
  ParamBlock,
  Parameter,
  ScriptBlock,
  ScriptBlockExpression,
  Statement,
  TypeConstraint,
  TypeName,
  UsingStatement,
  Variable,
} from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { LoopParser } from './parser-loops.ts';
import { endOfStatements } from './parser-statements.ts';
import { endsStatement, type Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class FunctionParser extends LoopParser {
  /** Whether the last parameter list was complete; behind an incomplete one no body is asked for. */
  protected parameterListClosed = true;
  /** Set when named blocks are followed by something else: the rest is read as if the block had ended. */
  protected abandoned = false;
  /** End of attributes that no variable follows. */
  private badParameterEnd = -1;

  protected parseScriptBlockExpression(): ScriptBlockExpression {
    const open = this.next();
    const body = this.nested(() => this.parseScriptBlockBody(open));
    return { kind: 'ScriptBlockExpression', start: open.start, end: body.end, body };
  }

  /** The inside of `{ … }` up to and with the closing brace. */
  protected parseScriptBlockBody(open: Token): ScriptBlock {
    const block: ScriptBlock = {
      kind: 'ScriptBlock',
      start: open.start,
      end: open.end,
      source: this.source,
      usings: [],
      attributes: [],
    };
    this.readScriptBlock(block, open.end);
    if (this.abandoned) this.abandoned = false;
    else this.closeBlock(open);
    block.end = this.lastEnd;
    return block;
  }

  protected readScriptBlock(block: ScriptBlock, start: number): void {
    this.skipSeparators();
    while (this.peek().kind === TokenKind.Using) {
      block.usings.push(this.parseUsingStatement());
      this.skipSeparators();
    }
    this.readParamBlock(block);
    this.skipSeparators();
    if (blockName(this.peek().kind) !== undefined) this.readNamedBlocks(block);
    else this.readUnnamedBlock(block, start);
  }

  private readUnnamedBlock(block: ScriptBlock, start: number): void {
    const node: NamedBlock = {
      kind: 'NamedBlock',
      name: 'end',
      unnamed: true,
      start,
      end: start,
      statements: [],
      traps: [],
    };
    this.readStatements(node.statements, node.traps);
    const first = firstOf(node);
    if (first !== undefined) {
      node.start = block.param?.start ?? first;
      node.end = endOfStatements(node.statements, node.traps);
    } else if (block.param !== undefined) {
      node.start = block.param.start;
      node.end = block.param.end;
    }
    block.endBlock = node;
  }

  private readNamedBlocks(block: ScriptBlock): void {
    for (;;) {
      this.skipSeparators();
      const keyword = this.peek();
      const name = blockName(keyword.kind);
      if (name === undefined) {
        if (keyword.kind === TokenKind.EndOfInput || keyword.kind === TokenKind.RCurly) return;
        if (keyword.open) {
          this.next();
          this.stringNode(keyword);
          this.moveTo(keyword.start);
        }
        this.error('MissingNamedBlocks', keyword.start, keyword.end, this.textOf(keyword));
        this.abandoned = true;
        return;
      }
      this.skip();
      const body = this.parseBlock();
      if (body === undefined) {
        this.missing('MissingNamedStatementBlock', keyword.end, name);
        continue;
      }
      const node: NamedBlock = {
        kind: 'NamedBlock',
        name,
        unnamed: false,
        start: keyword.start,
        end: body.end,
        statements: body.statements,
        traps: body.traps,
      };
      this.addNamedBlock(block, node, keyword);
    }
  }

  private addNamedBlock(block: ScriptBlock, node: NamedBlock, keyword: Token): void {
    const field = node.name === 'dynamicparam' ? 'dynamicParamBlock' : (`${node.name}Block` as const);
    if (block[field] !== undefined)
      this.error('DuplicateScriptCommandClause', node.start, node.end, this.textOf(keyword));
    else block[field] = node;
  }

  /** `param(…)` with the attributes before it; nothing is taken when no param block follows. */
  private readParamBlock(block: ScriptBlock): void {
    const start = this.peek();
    const code = this.text.charCodeAt(start.start);
    let attributes: Attribute[] = [];
    if (code === 91) {
      const errors = this.lexer.errors.length;
      attributes = this.parseAttributeList();
      if (this.peek().kind !== TokenKind.Param) {
        this.lexer.errors.length = errors;
        this.moveTo(start.start);
        return;
      }
    } else if (start.kind !== TokenKind.Param) return;
    const keyword = this.next();
    this.skipNewLines();
    if (this.peek().kind !== TokenKind.LParen) {
      this.moveTo(start.start);
      return;
    }
    const parameters = this.parseParameterList();
    const param: ParamBlock = {
      kind: 'ParamBlock',
      start: keyword.start,
      end: this.lastEnd,
      attributes,
      parameters,
    };
    block.param = param;
    block.attributes = attributes;
  }

  /** `( [type]$a = 1, … )` */
  protected parseParameterList(): Parameter[] {
    const open = this.next();
    this.parameterListClosed = true;
    this.badParameterEnd = -1;
    return this.nested(() => {
      this.setMode(LexerMode.Expression);
      this.commaDisabled = true;
      const parameters: Parameter[] = [];
      let comma: Token | undefined;
      for (;;) {
        this.skipNewLines();
        const parameter = this.parseParameterDefinition();
        if (parameter === undefined) {
          if (comma !== undefined) this.missing('MissingExpressionAfterToken', comma.end, ',');
          break;
        }
        this.checkDuplicateParameter(parameters, parameter);
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

  private checkDuplicateParameter(parameters: Parameter[], added: Parameter): void {
    const name = added.variable.name.toLowerCase();
    if (parameters.some((parameter) => parameter.variable.name.toLowerCase() === name)) {
      this.semanticError('DuplicateFormalParameter', added.variable, added.variable.name);
    }
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
    else this.missing('EndSquareBracketExpectedAtEndOfAttribute', this.lastEnd);
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

  protected parseFunction(): Statement {
    const keyword = this.next();
    const name = this.next();
    const node: FunctionDefinition = {
      kind: 'FunctionDefinition',
      start: keyword.start,
      end: keyword.end,
      name: '',
      filter: keyword.kind === TokenKind.Filter,
      nameExtent: { start: name.start, end: name.end },
      body: {
        kind: 'ScriptBlock',
        start: keyword.end,
        end: keyword.end,
        source: this.source,
        usings: [],
        attributes: [],
      },
    };
    if (!isFunctionName(name)) {
      this.moveTo(name.start);
      this.lastEnd = keyword.end;
      this.missing('MissingNameAfterKeyword', keyword.end, this.textOf(keyword).toLowerCase());
      return node;
    }
    const constant = this.stringNode(name);
    node.name = constant.kind === 'StringConstant' && name.text !== '' ? name.text : this.textOf(name);
    node.nameExtent.end = name.end;
    this.skipNewLines();
    if (this.peek().kind === TokenKind.LParen) {
      node.parameters = this.parseParameterList();
      this.skipNewLines();
    }
    const open = this.peek();
    if (open.kind !== TokenKind.LCurly) {
      if (this.parameterListClosed) this.missing('MissingFunctionBody', this.lastEnd);
      this.parameterListClosed = true;
      node.end = this.lastEnd;
      return node;
    }
    this.skip();
    node.body = this.nested(() => this.parseFunctionBody(open, node.filter));
    node.end = node.body.end;
    return node;
  }

  /** A filter's statements form its process block. */
  private parseFunctionBody(open: Token, filter: boolean): ScriptBlock {
    const body = this.parseScriptBlockBody(open);
    if (filter && body.endBlock?.unnamed === true) {
      body.processBlock = { ...body.endBlock, name: 'process' };
      delete body.endBlock;
    }
    return body;
  }

  /** `using` behind other statements is read, and reported. */
  protected parseUsing(): Statement {
    const using = this.parseUsingStatement();
    this.error('UsingMustBeAtStartOfScript', using.start, using.end);
    return using;
  }

  private parseUsingStatement(): UsingStatement {
    const keyword = this.next();
    const what = this.peek();
    const word = what.text.toLowerCase();
    const name = this.errorExpression(keyword.end, keyword.end);
    const node: UsingStatement = { kind: 'Using', start: keyword.start, end: keyword.end, what: 'namespace', name };
    if (word !== 'namespace' && word !== 'module' && word !== 'assembly' && word !== 'type') {
      this.missing('MissingUsingStatementDirective', keyword.end);
      return node;
    }
    this.skip();
    node.what = word;
    const item = this.parseArgument();
    if (item === undefined) this.missing('MissingUsingItemName', this.lastEnd);
    else {
      node.name = item;
      if (item.kind !== 'StringConstant' && !(word === 'module' && item.kind === 'Hashtable')) {
        this.error('InvalidValueForUsingItemName', item.start, item.end, this.text.slice(item.start, item.end));
      }
    }
    node.end = this.lastEnd;
    const after = this.peek();
    if (!endsStatement(after.kind) && item !== undefined) {
      this.missingRange('MissingStatementTerminator', after.start, after.end, after.end);
      this.skipUntil(TokenKind.NewLine, TokenKind.Semi);
    }
    return node;
  }
}

function isFunctionName(token: Token): boolean {
  switch (token.kind) {
    case TokenKind.Identifier:
    case TokenKind.Generic:
    case TokenKind.Number:
    case TokenKind.Multiply:
    case TokenKind.Rem:
    case TokenKind.QuestionMark:
    case TokenKind.Dot:
    case TokenKind.DotDot:
    case TokenKind.Minus:
    case TokenKind.Plus:
    case TokenKind.Divide:
    case TokenKind.Parameter:
    case TokenKind.Exclaim:
    case TokenKind.Equals:
      return true;
    default:
      return isKeyword(token.kind);
  }
}

function blockName(kind: TokenKind): BlockName | undefined {
  switch (kind) {
    case TokenKind.Begin:
      return 'begin';
    case TokenKind.Process:
      return 'process';
    case TokenKind.End:
      return 'end';
    case TokenKind.Clean:
      return 'clean';
    case TokenKind.Dynamicparam:
      return 'dynamicparam';
    default:
      return undefined;
  }
}

function firstOf(node: NamedBlock): number | undefined {
  const statement = node.statements[0];
  const trap = node.traps[0];
  if (statement === undefined) return trap?.start;
  return trap === undefined ? statement.start : Math.min(statement.start, trap.start);
}

/** End of the last argument with a value. */
function lastArgumentEnd(node: Attribute): number | undefined {
  let end: number | undefined;
  for (const argument of node.positional) end = Math.max(end ?? 0, argument.end);
  for (const argument of node.named) if (!argument.omitted) end = Math.max(end ?? 0, argument.end);
  return end;
}
