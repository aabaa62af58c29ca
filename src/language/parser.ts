// parse: from source text to syntax tree. Never throws; what is wrong with the text comes back as errors.

import type { Extent, ScriptBlock } from './ast.ts';
import type { SyntaxError as ScriptSyntaxError } from './errors.ts';
import { noteHelpComments } from './help-comments.ts';
import { NestedTooDeeply } from './parser-base.ts';
import { ClassParser } from './parser-classes.ts';
import { isRequires, type RequiresComment, readRequires } from './requires.ts';
import { SourceText } from './source.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export interface ParseResult {
  ast: ScriptBlock;
  errors: ScriptSyntaxError[];
}

class Parser extends ClassParser {
  /** Errors of form in the order they were met, then errors of meaning in the order of the text. */
  allErrors(): ScriptSyntaxError[] {
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
      this.excused = -1;
      if (this.peek().kind !== TokenKind.Unknown) this.reportUnexpected();
      this.next();
      const more: ScriptBlock = { ...ast };
      this.readScriptBlock(more, this.lastEnd);
    }
  }
}

/** What comments mean: #Requires and help. Returns the errors of the former. */
function noteComments(ast: ScriptBlock, comments: readonly Extent[]): ScriptSyntaxError[] {
  const { text } = ast.source;
  noteHelpComments(ast, comments);
  const lines = comments.filter(({ start, end }) => isRequires(text, start, end));
  if (lines.length === 0) return [];
  const read = readRequires(lines.flatMap(({ start, end }) => requiresComment(text, start, end)));
  ast.requires = read.requires;
  return read.errors;
}

function requiresComment(text: string, start: number, end: number): RequiresComment[] {
  const source = new SourceText(text.slice(start + 1, end));
  const statement = new Parser(source).parseScript().endBlock?.statements[0];
  const command = statement?.kind === 'Pipeline' ? statement.elements[0] : undefined;
  return command?.kind === 'Command' ? [{ start, command }] : [];
}

function run(parser: Parser, source: SourceText): ParseResult {
  try {
    const ast = parser.parseScript();
    let errors = parser.allErrors();
    if (parser.lexer.comments.length > 0) errors = errors.concat(noteComments(ast, parser.lexer.comments));
    return { ast, errors };
  } catch (error) {
    // Nesting deeper than the stack holds is the user's fault, not ours.
    const outOfStack = error instanceof RangeError && error.message.includes('call stack');
    if (!outOfStack && !(error instanceof NestedTooDeeply)) throw error;
    const { length } = source.text;
    const ast: ScriptBlock = { kind: 'ScriptBlock', start: 0, end: length, source, usings: [], attributes: [] };
    const { errors, position } = parser.lexer;
    errors.length = 0;
    parser.lexer.error('ScriptTooComplicated', Math.min(position, length), Math.min(position + 1, length));
    return { ast, errors };
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
