// The tokens of a text with what they are to the reader, for colouring and completion at the prompt.
// Works on incomplete and wrong input too: what cannot be parsed still has its tokens.

import type { Extent, Node, ScriptBlock, TypeName } from './ast.ts';
import type { SyntaxError as ScriptSyntaxError } from './errors.ts';
import { parseWithTokens } from './parser.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';
import { visit } from './visit.ts';

/** What a token is to the reader; the classes that the prompt's colours go by. */
export type TokenClass =
  | 'command'
  | 'comment'
  | 'keyword'
  | 'member'
  | 'number'
  | 'operator'
  | 'parameter'
  | 'string'
  | 'type'
  | 'variable'
  | 'text';

export interface ClassifiedToken extends Extent {
  class: TokenClass;
  /** Name of the token's kind as in [System.Management.Automation.Language.TokenKind]. */
  kind: string;
  /** True for a variable or command inside an expandable string; it stands behind the string's own token. */
  nested: boolean;
}

export interface TokenizeResult {
  tokens: ClassifiedToken[];
  ast: ScriptBlock;
  errors: ScriptSyntaxError[];
}

/** Roles that only the tree knows, by the offset at which the token starts. */
class Roles {
  private readonly roles = new Map<number, TokenClass>();

  constructor(ast: ScriptBlock) {
    visit(ast, (node) => {
      this.note(node);
      return undefined;
    });
  }

  of(token: Token): TokenClass | undefined {
    return this.roles.get(token.start);
  }

  private note(node: Node): void {
    switch (node.kind) {
      case 'Command': {
        const name = node.elements[0];
        if (name?.kind === 'StringConstant' || name?.kind === 'ExpandableString') this.roles.set(name.start, 'command');
        // Keywords are words like any other behind a command's name.
        for (let index = 1; index < node.elements.length; index++) {
          const element = node.elements[index]!;
          if (element.kind === 'StringConstant' && element.quote === 'bare') this.roles.set(element.start, 'text');
        }
        return;
      }
      case 'Member':
      case 'InvokeMember':
        if (node.member.kind === 'StringConstant') this.roles.set(node.member.start, 'member');
        return;
      case 'Hashtable':
        for (const { key } of node.entries)
          if (key.kind === 'StringConstant' && key.quote === 'bare') this.roles.set(key.start, 'member');
        return;
      case 'FunctionDefinition':
        this.roles.set(node.nameExtent.start, 'command');
        return;
      case 'TypeExpression':
      case 'Convert':
      case 'TypeConstraint':
      case 'Attribute':
        this.noteType(node.type);
        return;
      case 'Trap':
        if (node.type !== undefined) this.noteType(node.type);
        return;
      case 'Try':
        for (const clause of node.catches) this.noteTypes(clause.types);
        return;
      case 'PropertyMember':
        if (node.type !== undefined) this.noteType(node.type);
        return;
      case 'FunctionMember':
        if (node.returnType !== undefined) this.noteType(node.returnType);
        return;
      case 'TypeDefinition':
        this.noteTypes(node.bases);
        return;
      default:
        return;
    }
  }

  private noteType(type: TypeName): void {
    this.roles.set(type.start, 'type');
    if (type.args !== undefined) this.noteTypes(type.args);
  }

  private noteTypes(types: readonly TypeName[]): void {
    for (const type of types) this.noteType(type);
  }
}

function classify(token: Token, roles: Roles): TokenClass {
  const role = roles.of(token);
  if (role !== undefined) return role;
  if (isKeyword(token.kind)) return 'keyword';
  switch (token.kind) {
    case TokenKind.Variable:
    case TokenKind.SplattedVariable:
      return 'variable';
    case TokenKind.Parameter:
      return 'parameter';
    case TokenKind.Number:
      return 'number';
    case TokenKind.StringLiteral:
    case TokenKind.StringExpandable:
    case TokenKind.HereStringLiteral:
    case TokenKind.HereStringExpandable:
      return 'string';
    case TokenKind.Identifier:
    case TokenKind.Generic:
    case TokenKind.Label:
    case TokenKind.Unknown:
      return 'text';
    default:
      return isBracket(token.kind) ? 'text' : 'operator';
  }
}

function isBracket(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.LParen:
    case TokenKind.RParen:
    case TokenKind.LCurly:
    case TokenKind.RCurly:
    case TokenKind.LBracket:
    case TokenKind.RBracket:
    case TokenKind.AtParen:
    case TokenKind.AtCurly:
    case TokenKind.DollarParen:
    case TokenKind.Comma:
    case TokenKind.Semi:
      return true;
    default:
      return false;
  }
}

/** All tokens and comments of a text, in the order in which they start. */
export function tokenize(text: string): TokenizeResult {
  const { ast, errors, tokens: raw, comments } = parseWithTokens(text);
  const roles = new Roles(ast);
  const tokens: ClassifiedToken[] = [];
  let reached = 0;
  for (const token of raw) {
    if (token.kind === TokenKind.EndOfInput || token.kind === TokenKind.NewLine || token.end <= token.start) continue;
    const nested = token.start < reached;
    reached = Math.max(reached, token.end);
    tokens.push({
      class: classify(token, roles),
      kind: TokenKind[token.kind]!,
      start: token.start,
      end: token.end,
      nested,
    });
  }
  for (const { start, end } of comments) tokens.push({ class: 'comment', kind: 'Comment', start, end, nested: false });
  // A string begins where its first token begins only if it is a bare word: the longer token comes first.
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  return { tokens, ast, errors };
}
