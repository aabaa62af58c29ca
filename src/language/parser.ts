// parse: from source text to syntax tree. Never throws; what is wrong with the text comes back as errors.

import type { Extent, ScriptBlock } from './ast.ts';
import type { SyntaxError } from './errors.ts';
import { ClassParser } from './parser-classes.ts';
import { SourceText } from './source.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export interface ParseResult {
  ast: ScriptBlock;
  errors: SyntaxError[];
}

class Parser extends ClassParser {
  /** Errors of form in the order they were met, then errors of meaning in the order of the text. */
  allErrors(): SyntaxError[] {
    const { errors } = this.lexer;
    if (this.semanticErrors.length === 0) return errors;
    this.semanticErrors.sort((a, b) => a.start - b.start);
    return errors.concat(this.semanticErrors);
  }

  parseScript(): ScriptBlock {
    const ast: ScriptBlock = {
      kind: 'ScriptBlock',
      start: 0,
      end: this.text.length,
      source: this.source,
      usings: [],
      attributes: [],
    };
    this.readScriptBlock(ast, 0);
    for (;;) {
      this.skipSeparators();
      if (this.abandoned || this.peek().kind === TokenKind.EndOfInput) return ast;
      this.reportUnexpected();
      this.next();
      const more: ScriptBlock = { ...ast };
      this.readScriptBlock(more, this.lastEnd);
    }
  }
}

function run(parser: Parser, source: SourceText): ParseResult {
  try {
    const ast = parser.parseScript();
    return { ast, errors: parser.allErrors() };
  } catch (error) {
    // Nesting deeper than the stack holds is the user's fault, not ours.
    if (!(error instanceof RangeError)) throw error;
    const { length } = source.text;
    const ast: ScriptBlock = { kind: 'ScriptBlock', start: 0, end: length, source, usings: [], attributes: [] };
    parser.lexer.errors.length = 0;
    parser.lexer.error('ScriptTooComplicated', 0, length);
    return { ast, errors: parser.lexer.errors };
  }
}

/** Parses a script. `file` is the name scripts see as their own. */
export function parse(text: string, file?: string): ParseResult {
  const source = new SourceText(text, file);
  return run(new Parser(source), source);
}

export interface TokenizedResult extends ParseResult {
  /** Every token taken, in the order of the text; what stands inside a string follows the string's own token. */
  tokens: Token[];
  comments: readonly Extent[];
}

/** Parses and keeps the tokens, for colouring and completion. */
export function parseWithTokens(text: string, file?: string): TokenizedResult {
  const source = new SourceText(text, file);
  const parser = new Parser(source);
  parser.recorded = [];
  const result = run(parser, source);
  return { ...result, tokens: parser.recorded, comments: parser.lexer.comments };
}
