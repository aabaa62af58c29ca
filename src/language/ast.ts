// The abstract syntax tree of the PowerShell language.
// Node names are those of System.Management.Automation.Language without the suffix "Ast", because
// scripts see them (`{ }.Ast`). A node knows where it stands as two offsets into its source text;
// `SourceText` turns offsets into lines and columns. Nodes carry no values and no behaviour.

import type { AssignmentOperator, Expression, Variable } from './ast-expressions.ts';
import type { FunctionMember, PropertyMember, Statement, Trap, UsingStatement } from './ast-statements.ts';
import type { SourceText } from './source.ts';

/** Half-open range of UTF-16 offsets into the source text. */
export interface Extent {
  start: number;
  end: number;
}

export interface TypeName extends Extent {
  /** Full text without brackets, e.g. `System.Collections.Generic.List`, `int`. Never includes arguments or rank. */
  name: string;
  /** Generic arguments: `[Dictionary[string,int]]`. */
  args?: TypeName[];
  /** One entry per `[]` pair, holding its rank: `[int[]]` → [1], `[int[,]]` → [2], `[int[][]]` → [1, 1]. */
  ranks?: number[];
}

export type * from './ast-expressions.ts';
export type * from './ast-statements.ts';

// ---------------------------------------------------------------- pipelines and commands

/** Streams by number: 1 success … 6 information, '*' all. */
export type StreamName = '*' | 1 | 2 | 3 | 4 | 5 | 6;
export interface FileRedirection extends Extent {
  kind: 'FileRedirection';
  from: StreamName;
  append: boolean;
  target: Expression;
}
export interface MergingRedirection extends Extent {
  kind: 'MergingRedirection';
  from: StreamName;
  to: 1 | 2;
}
export type Redirection = FileRedirection | MergingRedirection;

/** `-Name` or `-Name:value` as an element of a command. `name` without dash; a trailing colon gives `argument`. */
export interface CommandParameter extends Extent {
  kind: 'CommandParameter';
  name: string;
  argument?: Expression;
  /** Written form, for natives and for functions that take it as an argument: `-Name`, `-Name:`. */
  text: string;
}
/** A command: name or expression first, then arguments, parameters. */
export interface Command extends Extent {
  kind: 'Command';
  invocation: '' | '&' | '.';
  /** elements[0] is what is run. A bare word is a StringConstant with quote 'bare'. */
  elements: (Expression | CommandParameter)[];
  redirections: Redirection[];
}
/** An expression as the (first) element of a pipeline. */
export interface CommandExpression extends Extent {
  kind: 'CommandExpression';
  expression: Expression;
  redirections: Redirection[];
}
export interface Pipeline extends Extent {
  kind: 'Pipeline';
  elements: (Command | CommandExpression)[];
  background?: boolean;
}
/** `a && b`, `a || b`, left-associative. */
export interface PipelineChain extends Extent {
  kind: 'PipelineChain';
  left: Pipeline | PipelineChain;
  operator: '&&' | '||';
  right: Pipeline;
  background?: boolean;
}
export interface Assignment extends Extent {
  kind: 'Assignment';
  operator: AssignmentOperator;
  /** Variable, Member, Index, ArrayLiteral of those, Convert/Attributed around those. */
  left: Expression;
  right: Statement;
  operatorExtent: Extent;
}
/** What can stand in parentheses and as a condition. */
export type PipelineStatement = Pipeline | PipelineChain | Assignment;

// ---------------------------------------------------------------- script blocks

export interface AttributeArgument extends Extent {
  name: string;
  value: Expression;
  /** `[Parameter(Mandatory)]`: written without `=`; value is then `$true`. */
  omitted: boolean;
}
export interface Attribute extends Extent {
  kind: 'Attribute';
  type: TypeName;
  positional: Expression[];
  named: AttributeArgument[];
}
export interface Parameter extends Extent {
  kind: 'Parameter';
  variable: Variable;
  /** Attributes and type constraints in the order written; a type constraint is a TypeName node under `type`. */
  attributes: (Attribute | TypeConstraint)[];
  default?: Expression;
}
export interface TypeConstraint extends Extent {
  kind: 'TypeConstraint';
  type: TypeName;
}
export interface ParamBlock extends Extent {
  kind: 'ParamBlock';
  attributes: Attribute[];
  parameters: Parameter[];
}
export type BlockName = 'begin' | 'process' | 'end' | 'clean' | 'dynamicparam';
export interface NamedBlock extends Extent {
  kind: 'NamedBlock';
  name: BlockName;
  /** True for the implicit end block of a script block without named blocks. */
  unnamed: boolean;
  statements: Statement[];
  traps: Trap[];
}
/** `#Requires` lines of a script. */
export interface Requires {
  version?: string;
  modules: { name: string; version?: string }[];
  editions: string[];
  runAsAdministrator: boolean;
}
export interface ScriptBlock extends Extent {
  kind: 'ScriptBlock';
  source: SourceText;
  usings: UsingStatement[];
  attributes: Attribute[];
  param?: ParamBlock;
  beginBlock?: NamedBlock;
  processBlock?: NamedBlock;
  /** Also holds the statements of a script block without named blocks. */
  endBlock?: NamedBlock;
  cleanBlock?: NamedBlock;
  dynamicParamBlock?: NamedBlock;
  requires?: Requires;
  /** The comment block that documents this script or function (text of the comment, markers removed), if it has help keywords. */
  helpComment?: string;
}

export type Node =
  | Expression
  | Statement
  | Redirection
  | CommandParameter
  | Command
  | CommandExpression
  | NamedBlock
  | ScriptBlock
  | ParamBlock
  | Parameter
  | Attribute
  | TypeConstraint
  | PropertyMember
  | FunctionMember;
