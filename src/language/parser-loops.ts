// while, do, for, foreach.

import type { DoWhile, For, ForEach, PipelineStatement, Statement, Variable, While } from './ast.ts';
import { LexerMode } from './parser-base.ts';
import { BranchParser } from './parser-branches.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export abstract class LoopParser extends BranchParser {
  protected parseWhile(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const node: While = {
      kind: 'While',
      start,
      end: keyword.end,
      condition: this.emptyPipeline(keyword.end),
      body: this.emptyBlock(keyword.end),
    };
    if (label !== undefined) node.label = label;
    if (this.parseCondition(node, keyword)) node.body = this.parseLoopBody(keyword) ?? node.body;
    node.end = this.lastEnd;
    return node;
  }

  private parseLoopBody(keyword: Token) {
    const end = this.lastEnd;
    const body = this.parseBlock();
    if (body === undefined) this.missing('MissingLoopStatement', end, this.textOf(keyword).toLowerCase());
    return body;
  }

  /** `( pipeline )` behind a keyword; false when no body can follow. */
  private parseCondition(node: While | DoWhile, keyword: Token): boolean {
    const open = this.openParenthesis(keyword);
    if (open === undefined) return false;
    return this.nested(() => {
      this.skipNewLines();
      const word = this.textOf(keyword).toLowerCase();
      const pipeline = this.parsePipelineStatement();
      if (pipeline === undefined) this.missing('MissingExpressionAfterKeyword', open.end, word);
      else node.condition = pipeline;
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RParen) {
        this.skip();
        return true;
      }
      if (pipeline !== undefined) this.missing('MissingEndParenthesisAfterStatement', this.lastEnd, word);
      return false;
    });
  }

  protected parseDo(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const node: DoWhile = {
      kind: 'DoWhile',
      start,
      end: keyword.end,
      until: false,
      body: this.emptyBlock(keyword.end),
      condition: this.emptyPipeline(keyword.end),
    };
    if (label !== undefined) node.label = label;
    const body = this.parseLoopBody(keyword);
    if (body !== undefined) {
      node.body = body;
      this.parseDoCondition(node);
    }
    node.end = this.lastEnd;
    return node;
  }

  private parseDoCondition(node: DoWhile): void {
    this.skipNewLines();
    const word = this.peek();
    if (word.kind !== TokenKind.While && word.kind !== TokenKind.Until) {
      this.missing('MissingWhileOrUntilInDoWhile', this.lastEnd);
      return;
    }
    this.skip();
    node.until = word.kind === TokenKind.Until;
    this.parseCondition(node, word);
  }

  protected parseFor(label: string | undefined, start: number): Statement {
    const keyword = this.next();
    const node: For = { kind: 'For', start, end: this.lastEnd, body: this.emptyBlock(this.lastEnd) };
    if (label !== undefined) node.label = label;
    if (this.parseForHead(node, keyword)) node.body = this.parseLoopBody(keyword) ?? node.body;
    node.end = this.lastEnd;
    return node;
  }

  private parseForHead(node: For, keyword: Token): boolean {
    if (this.openParenthesis(keyword) === undefined) return false;
    return this.nested(() => {
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
      this.skipNewLines();
      if (this.peek().kind === TokenKind.RParen) {
        this.skip();
        return true;
      }
      this.missing('MissingEndParenthesisAfterStatement', this.lastEnd, 'for');
      return false;
    });
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
    if (this.openParenthesis(keyword) !== undefined && this.nested(() => this.parseForEachHead(node))) {
      const end = this.lastEnd;
      const body = this.parseBlock();
      if (body === undefined) this.missing('MissingForeachStatement', end);
      else node.body = body;
    }
    node.end = this.lastEnd;
    this.checkForEachFlags(node);
    return node;
  }

  /** The flags belonged to workflows. */
  private checkForEachFlags(node: ForEach): void {
    if (node.parallel) this.semanticError('KeywordParameterReservedForFutureUse', node, 'foreach', 'parallel');
    if (node.throttleLimit === undefined) return;
    this.semanticError('KeywordParameterReservedForFutureUse', node, 'foreach', 'throttlelimit');
    if (!node.parallel) this.semanticError('ThrottleLimitRequiresParallelFlag', node);
  }

  private parseForEachFlags(node: ForEach): void {
    this.skipNewLines();
    while (this.peek().kind === TokenKind.Parameter) {
      const flag = this.next();
      const name = flag.text.toLowerCase();
      if (name !== '' && 'parallel'.startsWith(name)) {
        node.parallel = true;
      } else if (name !== '' && 'throttlelimit'.startsWith(name)) {
        const limit = this.parseArgument();
        if (limit !== undefined) node.throttleLimit = limit;
      } else this.error('InvalidForeachFlag', flag.start, flag.end, flag.text);
    }
  }

  private parseForEachHead(node: ForEach): boolean {
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
    const word = this.next();
    this.setMode(LexerMode.Command);
    this.skipNewLines();
    const collection = this.parsePipelineStatement();
    if (collection === undefined) {
      this.missing('MissingForeachExpression', word.end);
      return false;
    }
    node.collection = collection;
    this.skipNewLines();
    if (this.peek().kind !== TokenKind.RParen) {
      this.missing('MissingEndParenthesisAfterForeach', this.lastEnd);
      return false;
    }
    this.skip();
    return true;
  }
}
