// The kinds of tokens, under the names scripts know them by ([System.Management.Automation.Language.TokenKind]),
// with what the parser asks of a kind: precedence, canonical operator, whether it is a keyword.

import type { BinaryOperator } from './ast.ts';

export enum TokenKind {
  EndOfInput,
  NewLine,
  Comment,
  LineContinuation,
  Variable,
  SplattedVariable,
  Parameter,
  Number,
  Label,
  Identifier,
  Generic,
  StringLiteral,
  StringExpandable,
  HereStringLiteral,
  HereStringExpandable,
  LParen,
  RParen,
  LCurly,
  RCurly,
  LBracket,
  RBracket,
  AtParen,
  AtCurly,
  DollarParen,
  Semi,
  AndAnd,
  OrOr,
  Ampersand,
  Pipe,
  Comma,
  MinusMinus,
  PlusPlus,
  DotDot,
  ColonColon,
  Dot,
  Exclaim,
  Multiply,
  Divide,
  Rem,
  Plus,
  Minus,
  Equals,
  PlusEquals,
  MinusEquals,
  MultiplyEquals,
  DivideEquals,
  RemainderEquals,
  QuestionQuestionEquals,
  Redirection,
  RedirectInStd,
  QuestionMark,
  QuestionQuestion,
  QuestionDot,
  QuestionLBracket,
  Colon,
  /** Operators written as words; the token's `operator` says which. */
  DashOperator,
  Not,
  Bnot,
  Join,
  Split,
  Unknown,
  // Keywords, from here to the end.
  Begin,
  Break,
  Catch,
  Class,
  Clean,
  Continue,
  Data,
  Define,
  Do,
  Dynamicparam,
  Else,
  ElseIf,
  End,
  Enum,
  Exit,
  Filter,
  Finally,
  For,
  Foreach,
  From,
  Function,
  Hidden,
  If,
  In,
  Param,
  Process,
  Return,
  Static,
  Switch,
  Throw,
  Trap,
  Try,
  Until,
  Using,
  Var,
  While,
  Workflow,
  Parallel,
  Sequence,
  Default,
  Base,
}

const FIRST_KEYWORD = TokenKind.Begin;

export function isKeyword(kind: TokenKind): boolean {
  return kind >= FIRST_KEYWORD && kind <= TokenKind.Sequence;
}

export const keywords: ReadonlyMap<string, TokenKind> = new Map([
  ['begin', TokenKind.Begin],
  ['break', TokenKind.Break],
  ['catch', TokenKind.Catch],
  ['class', TokenKind.Class],
  ['clean', TokenKind.Clean],
  ['continue', TokenKind.Continue],
  ['data', TokenKind.Data],
  ['define', TokenKind.Define],
  ['do', TokenKind.Do],
  ['dynamicparam', TokenKind.Dynamicparam],
  ['else', TokenKind.Else],
  ['elseif', TokenKind.ElseIf],
  ['end', TokenKind.End],
  ['enum', TokenKind.Enum],
  ['exit', TokenKind.Exit],
  ['filter', TokenKind.Filter],
  ['finally', TokenKind.Finally],
  ['for', TokenKind.For],
  ['foreach', TokenKind.Foreach],
  ['from', TokenKind.From],
  ['function', TokenKind.Function],
  ['hidden', TokenKind.Hidden],
  ['if', TokenKind.If],
  ['in', TokenKind.In],
  ['param', TokenKind.Param],
  ['process', TokenKind.Process],
  ['return', TokenKind.Return],
  ['static', TokenKind.Static],
  ['switch', TokenKind.Switch],
  ['throw', TokenKind.Throw],
  ['trap', TokenKind.Trap],
  ['try', TokenKind.Try],
  ['until', TokenKind.Until],
  ['using', TokenKind.Using],
  ['var', TokenKind.Var],
  ['while', TokenKind.While],
  ['workflow', TokenKind.Workflow],
  ['parallel', TokenKind.Parallel],
  ['sequence', TokenKind.Sequence],
]);

/** Longest keyword: longer words need no look-up. */
export const LONGEST_KEYWORD = 12;

// Precedences of about_Operator_Precedence, low to high; 0 is no binary operator.
export const LOGICAL = 1;
export const BITWISE = 2;
export const COMPARISON = 3;
export const COALESCE = 4;
export const ADDITIVE = 5;
export const MULTIPLICATIVE = 6;
export const FORMAT = 7;
export const RANGE = 8;

/** What a word after a dash means: the binary operator it stands for and its precedence. */
export interface DashWord {
  kind: TokenKind;
  operator: BinaryOperator;
  precedence: number;
}

let dashWords: Map<string, DashWord> | undefined;

function buildDashWords(): Map<string, DashWord> {
  const words = new Map<string, DashWord>();
  const add = (word: string, operator: BinaryOperator, precedence: number, kind = TokenKind.DashOperator): void => {
    words.set(word, { kind, operator, precedence });
  };
  for (const word of ['and', 'or', 'xor'] as const) add(word, word, LOGICAL);
  for (const word of ['band', 'bor', 'bxor'] as const) add(word, word, BITWISE);
  for (const word of ['is', 'isnot', 'as'] as const) add(word, word, COMPARISON);
  for (const word of ['shl', 'shr'] as const) add(word, word, COMPARISON);
  add('f', 'format', FORMAT);
  add('join', 'join', COMPARISON, TokenKind.Join);
  add('not', 'and', 0, TokenKind.Not);
  add('bnot', 'and', 0, TokenKind.Bnot);
  const cased = [
    'eq',
    'ne',
    'gt',
    'ge',
    'lt',
    'le',
    'like',
    'notlike',
    'match',
    'notmatch',
    'replace',
    'split',
    'contains',
    'notcontains',
    'in',
    'notin',
  ];
  for (const word of cased) {
    const kind = word === 'split' ? TokenKind.Split : TokenKind.DashOperator;
    add(word, `i${word}` as BinaryOperator, COMPARISON, kind);
    add(`i${word}`, `i${word}` as BinaryOperator, COMPARISON, kind);
    add(`c${word}`, `c${word}` as BinaryOperator, COMPARISON, kind);
  }
  return words;
}

export function dashWord(word: string): DashWord | undefined {
  dashWords ??= buildDashWords();
  return dashWords.get(word);
}

/** Precedence of an operator written with symbols. */
export function symbolPrecedence(kind: TokenKind): number {
  switch (kind) {
    case TokenKind.Plus:
    case TokenKind.Minus:
      return ADDITIVE;
    case TokenKind.Multiply:
    case TokenKind.Divide:
    case TokenKind.Rem:
      return MULTIPLICATIVE;
    case TokenKind.DotDot:
      return RANGE;
    case TokenKind.QuestionQuestion:
      return COALESCE;
    default:
      return 0;
  }
}
