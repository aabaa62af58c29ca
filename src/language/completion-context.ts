// What stands at the cursor of an unfinished line, for completion: the name of a command, a parameter, an argument and
// of what, a member of which expression, a variable, a type, a file. Only the text before the cursor is looked at.

import type { Command, CommandParameter, Expression, HashtableLiteral, Node, ScriptBlock } from './ast.ts';
import { isIdentifierPart } from './characters.ts';
import { parseWithTokens, type TokenizedResult } from './parser.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';
import { children, visit } from './visit.ts';

export type CompletionKind =
  | 'command'
  | 'parameter'
  | 'argument'
  | 'member'
  | 'index'
  | 'variable'
  | 'type'
  | 'path'
  | 'operator'
  | 'key'
  | 'none';

export interface CompletionContext {
  kind: CompletionKind;
  /** What is written so far of the thing to complete: without quotes, `$`, dash or bracket. */
  text: string;
  /** The range a completion replaces, marks such as `$` and quotes included. */
  start: number;
  end: number;
  /** The quote the text begins with, if any. */
  quote?: '"' | "'";
  /** Of parameters, arguments and keys in arguments: the command they belong to. */
  command?: Command;
  /** Of arguments: the parameter right before, which may take it. */
  parameter?: CommandParameter;
  /** Of arguments: their place among the command's elements. */
  elementIndex?: number;
  /** The whole text's tree. */
  root: ScriptBlock;
  /** Of members and keys in square brackets: the expression before them. */
  target?: Expression;
  static?: boolean;
  /** Of variables: written with `@`. */
  splatted?: boolean;
  /** Of keys: the hashtable. */
  hashtable?: HashtableLiteral;
}

class CursorAnalysis {
  private readonly text: string;
  private readonly cursor: number;
  private readonly ast: ScriptBlock;
  private readonly tokens: readonly Token[];
  private readonly comments: TokenizedResult['comments'];
  private readonly unfinishedString: boolean;

  constructor(text: string) {
    const { ast, tokens, comments, errors } = parseWithTokens(text);
    this.text = text;
    this.cursor = text.length;
    this.ast = ast;
    this.tokens = tokens.filter((token) => token.kind !== TokenKind.EndOfInput && token.end > token.start);
    this.comments = comments;
    this.unfinishedString = errors.some((error) => error.id === 'TerminatorExpectedAtEndOfString');
  }

  analyse(): CompletionContext {
    const comment = this.comments[this.comments.length - 1];
    if (comment !== undefined && comment.end === this.cursor) return this.context('none', '', this.cursor);
    const path = this.pathToCursor();
    const inner = path[path.length - 1];
    const token = this.lastToken();
    if (token === undefined) return this.context('command', '', this.cursor);
    if (inner?.kind === 'Variable' && inner.end === this.cursor) return this.variable(inner.start);
    const indexed = path.find((node) => node.kind === 'Index' && node.index.kind === 'ErrorExpression');
    if (indexed?.kind === 'Index') return this.context('index', '', this.cursor, { target: indexed.target });
    const dollar = this.text[this.cursor - 1];
    if (dollar === '$' || (dollar === '@' && token.end < this.cursor)) return this.variable(this.cursor - 1);
    if (dollar === '.' || this.text.endsWith('::')) {
      const member = this.memberAt(path);
      if (member !== undefined) return member;
    }
    if (token.end === this.cursor) return this.touching(token, path) ?? this.behind(token);
    return this.behind(token);
  }

  private context(
    kind: CompletionKind,
    text: string,
    start: number,
    more: Partial<CompletionContext> = {},
  ): CompletionContext {
    return { kind, text, start, end: this.cursor, root: this.ast, ...more };
  }

  /** The token that reaches furthest; of those that end together the last. */
  private lastToken(): Token | undefined {
    let last: Token | undefined;
    for (const token of this.tokens) if (last === undefined || token.end >= last.end) last = token;
    return last;
  }

  /** The nodes that end at the cursor or hold it, outermost first. */
  private pathToCursor(): Node[] {
    const path: Node[] = [];
    let node: Node | undefined = this.ast;
    while (node !== undefined) {
      path.push(node);
      let next: Node | undefined;
      for (const child of children(node)) {
        const isEmpty = child.start === child.end && child.kind !== 'ErrorExpression';
        if (child.start <= this.cursor && child.end >= this.cursor && !isEmpty) next = child;
      }
      node = next;
    }
    return path;
  }

  private variable(start: number): CompletionContext {
    const braced = this.text[start + 1] === '{';
    const text = this.text.slice(start + (braced ? 2 : 1), this.cursor);
    return this.context('variable', text, start, { splatted: this.text[start] === '@' });
  }

  /** The cursor stands right behind something: that is what is being written. */
  private touching(token: Token, path: readonly Node[]): CompletionContext | undefined {
    const type = this.typeAt(token);
    if (type !== undefined) return type;
    const member = this.memberAt(path);
    if (member !== undefined) return member;
    const inner = path[path.length - 1]!;
    const parent = path[path.length - 2];
    if (inner.kind === 'CommandParameter' && parent?.kind === 'Command') return this.parameter(inner, parent);
    if (inner.kind === 'StringConstant' || inner.kind === 'ExpandableString') return this.word(inner, path);
    if (token.kind === TokenKind.Parameter || token.dash !== undefined)
      return this.context('operator', token.text, token.start);
    if (token.kind === TokenKind.Minus) return this.context('operator', '', token.start);
    if (isKeyword(token.kind)) return this.context('command', token.text, token.start);
    return undefined;
  }

  private parameter(node: CommandParameter, command: Command): CompletionContext {
    if (node.text.endsWith(':')) {
      return this.context('argument', '', this.cursor, {
        command,
        parameter: node,
        elementIndex: command.elements.indexOf(node),
      });
    }
    return this.context('parameter', node.name, node.start, { command });
  }

  /** A string or word, as a command's name, argument, redirection's target or key. */
  private word(
    node: Extract<Node, { kind: 'StringConstant' | 'ExpandableString' }>,
    path: readonly Node[],
  ): CompletionContext | undefined {
    const quote = node.quote === 'single' ? "'" : node.quote === 'double' ? '"' : undefined;
    // Behind a closed string nothing of it is being written.
    if (quote !== undefined && !this.unfinishedString) return undefined;
    const holders = path.slice(0, -1).reverse();
    const holder = holders.find((item) => item.kind !== 'ArrayLiteral');
    const more: Partial<CompletionContext> = quote === undefined ? {} : { quote };
    if (holder?.kind === 'Index')
      return this.context('index', node.value, node.start, { ...more, target: holder.target });
    if (holder?.kind === 'FileRedirection') return this.context('path', node.value, node.start, more);
    if (holder?.kind === 'Hashtable')
      return this.context('key', node.value, node.start, { ...more, ...this.keyContext(holder, path) });
    if (holder?.kind === 'CommandParameter') {
      const command = holders.find((item) => item.kind === 'Command');
      return this.context('argument', node.value, node.start, {
        ...more,
        command,
        parameter: holder,
        elementIndex: command?.elements.indexOf(holder),
      });
    }
    if (holder?.kind === 'Command') return this.commandWord(node, holder, more);
    if (node.quote === 'bare' && node.value.startsWith('-'))
      return this.context('operator', node.value.slice(1), node.start);
    return this.context('path', node.value, node.start, more);
  }

  private commandWord(
    node: { start: number; value: string },
    command: Command,
    more: Partial<CompletionContext>,
  ): CompletionContext {
    const elementIndex = command.elements.findIndex(
      (element) => element.start <= node.start && element.end >= this.cursor,
    );
    if (elementIndex === 0) return this.context('command', node.value, node.start, more);
    if (node.value === '-' && more.quote === undefined) return this.context('parameter', '', node.start, { command });
    return this.context('argument', node.value, node.start, { ...more, ...this.argumentOf(command, elementIndex) });
  }

  private argumentOf(command: Command, elementIndex: number): Partial<CompletionContext> {
    const before = command.elements[elementIndex - 1];
    const parameter = before?.kind === 'CommandParameter' && before.argument === undefined ? before : undefined;
    return { command, elementIndex, ...(parameter === undefined ? {} : { parameter }) };
  }

  private keyContext(hashtable: HashtableLiteral, path: readonly Node[]): Partial<CompletionContext> {
    const command = path.findLast((node) => node.kind === 'Command');
    return { hashtable, ...(command === undefined ? {} : { command }) };
  }

  /** A type's name between brackets; only types and attributes have bracket tokens of their own. */
  private typeAt(token: Token): CompletionContext | undefined {
    const index = this.tokens.lastIndexOf(token);
    if (token.kind === TokenKind.LBracket) return this.context('type', '', this.cursor);
    const before = this.tokens[index - 1];
    if (token.kind !== TokenKind.Identifier || before === undefined) return undefined;
    const opens =
      before.kind === TokenKind.LBracket || (before.kind === TokenKind.Comma && this.insideTypeBrackets(index - 1));
    return opens ? this.context('type', token.text, token.start) : undefined;
  }

  private insideTypeBrackets(index: number): boolean {
    for (let position = index - 1; position >= 0; position--) {
      switch (this.tokens[position]!.kind) {
        case TokenKind.LBracket:
          return true;
        case TokenKind.Identifier:
        case TokenKind.Comma:
          break;
        default:
          return false;
      }
    }
    return false;
  }

  private memberAt(path: readonly Node[]): CompletionContext | undefined {
    const inner = path[path.length - 1]!;
    const parent = path[path.length - 2];
    if (
      parent?.kind === 'Member' &&
      parent.member === inner &&
      (inner.kind === 'StringConstant' || inner.kind === 'ErrorExpression')
    ) {
      return this.member(parent.target, parent.static, inner.kind === 'StringConstant' ? inner.value : '');
    }
    if (inner.kind === 'Member' && inner.member.kind === 'ErrorExpression')
      return this.member(inner.target, inner.static, '');
    return this.memberBehindWord();
  }

  private member(target: Expression, isStatic: boolean, text: string): CompletionContext {
    return this.context('member', text, this.cursor - text.length, { target, static: isStatic });
  }

  /** In arguments a dot at the very end is no member access yet: `foo $a.` */
  private memberBehindWord(): CompletionContext | undefined {
    const dots = this.text.endsWith('::') ? 2 : this.text.endsWith('.') ? 1 : 0;
    if (dots === 0) return undefined;
    let target: Expression | undefined;
    visit(this.ast, (node) => {
      if (node.end === this.cursor - dots && isTarget(node)) target = node;
      return node.end >= this.cursor - dots;
    });
    return target === undefined ? undefined : this.member(target, dots === 2, '');
  }

  /** Blanks, or a mark such as `|`, stand before the cursor: something new begins. */
  private behind(token: Token): CompletionContext {
    const between = this.text.slice(token.end, this.cursor);
    if (/[\r\n]/.test(between) && token.kind !== TokenKind.Comma) return this.context('command', '', this.cursor);
    switch (token.kind) {
      case TokenKind.Pipe:
      case TokenKind.Semi:
      case TokenKind.LCurly:
      case TokenKind.RCurly:
      case TokenKind.LParen:
      case TokenKind.DollarParen:
      case TokenKind.AtParen:
      case TokenKind.AndAnd:
      case TokenKind.OrOr:
      case TokenKind.Ampersand:
      case TokenKind.Equals:
      case TokenKind.NewLine:
        return this.behindOpening(token);
      case TokenKind.AtCurly:
        return this.emptyKey();
      case TokenKind.Redirection:
        return this.context('path', '', this.cursor);
      case TokenKind.LBracket:
        return this.context('type', '', this.cursor);
      default:
        return this.behindElement(token);
    }
  }

  /** Behind `{`, `;` or `}`: a key if the innermost open bracket is a hashtable's, else a command's name. */
  private behindOpening(token: Token): CompletionContext {
    const isArgument = token.kind === TokenKind.RCurly ? this.openCommand(token.end) : undefined;
    if (isArgument !== undefined) return this.emptyArgument(isArgument);
    if (token.kind === TokenKind.Semi && this.innermostOpening() === TokenKind.AtCurly) return this.emptyKey();
    return this.context('command', '', this.cursor);
  }

  private innermostOpening(): TokenKind | undefined {
    const open: TokenKind[] = [];
    for (const { kind } of this.tokens) {
      if (
        kind === TokenKind.LCurly ||
        kind === TokenKind.AtCurly ||
        kind === TokenKind.LParen ||
        kind === TokenKind.AtParen ||
        kind === TokenKind.DollarParen
      ) {
        open.push(kind);
      } else if (kind === TokenKind.RCurly || kind === TokenKind.RParen) open.pop();
    }
    return open[open.length - 1];
  }

  private emptyKey(): CompletionContext {
    let hashtable: HashtableLiteral | undefined;
    visit(this.ast, (node) => {
      if (node.kind === 'Hashtable') hashtable = node;
      return undefined;
    });
    return this.context('key', '', this.cursor, hashtable === undefined ? {} : { hashtable });
  }

  private behindElement(token: Token): CompletionContext {
    const command = this.openCommand(token.end);
    if (command !== undefined) return this.emptyArgument(command, token.kind === TokenKind.Comma);
    if (isKeyword(token.kind)) return this.context('command', '', this.cursor);
    if (token.kind === TokenKind.Comma || token.dash !== undefined) return this.context('none', '', this.cursor);
    return this.context('operator', '', this.cursor);
  }

  private emptyArgument(command: Command, inList = false): CompletionContext {
    const count = command.elements.length - (inList ? 1 : 0);
    return this.context('argument', '', this.cursor, this.argumentOf(command, count));
  }

  /** The innermost command whose last element ends at an offset: what follows belongs to it. */
  private openCommand(offset: number): Command | undefined {
    let found: Command | undefined;
    visit(this.ast, (node) => {
      if (node.kind === 'Command' && node.end === offset) found = node;
      return node.end >= offset;
    });
    return found;
  }
}

function isTarget(node: Node): node is Expression {
  switch (node.kind) {
    case 'Variable':
    case 'Member':
    case 'InvokeMember':
    case 'Index':
    case 'Paren':
    case 'SubExpression':
    case 'ArrayExpression':
    case 'Hashtable':
    case 'TypeExpression':
      return true;
    case 'StringConstant':
    case 'ExpandableString':
      return node.quote !== 'bare';
    default:
      return false;
  }
}

/** What is to be completed in `text` at `cursor`. */
export function completionContext(text: string, cursor = text.length): CompletionContext {
  const context = new CursorAnalysis(text.slice(0, cursor)).analyse();
  // A word that goes on behind the cursor is replaced as a whole.
  let end = cursor;
  if (context.start < cursor && context.quote === undefined) while (isIdentifierPart(text.charCodeAt(end))) end++;
  return end === cursor ? context : { ...context, end };
}
