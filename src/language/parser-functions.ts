// Script blocks, param blocks, parameters, attributes, named blocks, functions, using.

import type {
  Attribute,
  BlockName,
  FunctionDefinition,
  NamedBlock,
  ParamBlock,
  ScriptBlock,
  ScriptBlockExpression,
  Statement,
  UsingStatement,
} from './ast.ts';
import { wordBehindBrackets } from './brackets.ts';
import { ParameterParser } from './parser-parameters.ts';
import { endOfStatements } from './parser-statements.ts';
import { endsStatement, type Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

export abstract class FunctionParser extends ParameterParser {
  /** Set when named blocks are followed by something else: the rest is read as if the block had ended. */
  protected abandoned = false;

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
    node.statements = node.statements.slice();
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

  private parseParamAttributes(): Attribute[] {
    const attributes: Attribute[] = [];
    for (const constraint of this.parseConstraints()) {
      if (constraint.kind === 'Attribute') attributes.push(constraint);
      else {
        const { start, end } = constraint;
        this.error('TypeNotAllowedBeforeParam', start, end, this.text.slice(start + 1, end - 1));
      }
    }
    return attributes;
  }

  /** `param(…)` with the attributes before it; nothing is taken when no param block follows. */
  private readParamBlock(block: ScriptBlock): void {
    const start = this.peek();
    const code = this.text.charCodeAt(start.start);
    let attributes: Attribute[] = [];
    if (code === 91) {
      if (wordBehindBrackets(this.text, start.start) !== 'param') return;
      attributes = this.parseParamAttributes();
      if (this.peek().kind !== TokenKind.Param) {
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

  protected parseFunction(): Statement {
    const keyword = this.next();
    this.skipNewLines();
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
    case TokenKind.Colon:
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
