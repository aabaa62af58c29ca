// The abstract syntax tree of the PowerShell language.
// Node names are those of System.Management.Automation.Language without the suffix "Ast", because
// scripts see them (`{ }.Ast`). A node knows where it stands as two offsets into its source text;
// `SourceText` turns offsets into lines and columns. Nodes carry no values and no behaviour.

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

// ---------------------------------------------------------------- expressions

export type StringQuote = 'single' | 'double' | 'bare' | 'single-here' | 'double-here';

/** Number types a literal can have; see about_Numeric_Literals. */
export type NumericKind =
  | 'Int32'
  | 'Int64'
  | 'Double'
  | 'Decimal'
  | 'BigInteger'
  | 'SByte'
  | 'Byte'
  | 'Int16'
  | 'UInt16'
  | 'UInt32'
  | 'UInt64';

/** A number. `number` for Int32 and Double (and small ints), `bigint` for Int64, UInt64, BigInteger; decimal text for Decimal. */
export interface NumberConstant extends Extent {
  kind: 'NumberConstant';
  type: NumericKind;
  value: number | bigint | string;
}
export interface StringConstant extends Extent {
  kind: 'StringConstant';
  value: string;
  quote: StringQuote;
}
/** A string with parts to expand. Parts are literal text or expressions (Variable, SubExpression, and bare-word globbing keeps text). */
export interface ExpandableString extends Extent {
  kind: 'ExpandableString';
  quote: StringQuote;
  /** Text between the quotes as written, escapes resolved, expressions as written (what `.Value` of the AST shows). */
  value: string;
  parts: (string | Expression)[];
}
/** `$name`, `$script:name`, `${any name}`, `$env:PATH`, or `@name` (splatted). */
export interface Variable extends Extent {
  kind: 'Variable';
  /** Name without scope or drive prefix, as written. */
  name: string;
  /** `global`, `local`, `script`, `private`, `using`, `variable` in lower case, or a drive such as `env`, `function`, `C`; undefined without prefix. */
  scope?: string;
  splatted?: boolean;
}
export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '??=';

/** Binary operators in canonical form: symbols as written, names in lower case with explicit case marker `i` or `c` where it matters
 *  (`-eq` and `-ieq` → 'ieq', `-ceq` → 'ceq'). */
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '..'
  | '??'
  | 'format'
  | 'and'
  | 'or'
  | 'xor'
  | 'band'
  | 'bor'
  | 'bxor'
  | 'shl'
  | 'shr'
  | 'is'
  | 'isnot'
  | 'as'
  | 'join'
  | 'ieq'
  | 'ceq'
  | 'ine'
  | 'cne'
  | 'igt'
  | 'cgt'
  | 'ige'
  | 'cge'
  | 'ilt'
  | 'clt'
  | 'ile'
  | 'cle'
  | 'ilike'
  | 'clike'
  | 'inotlike'
  | 'cnotlike'
  | 'imatch'
  | 'cmatch'
  | 'inotmatch'
  | 'cnotmatch'
  | 'ireplace'
  | 'creplace'
  | 'isplit'
  | 'csplit'
  | 'icontains'
  | 'ccontains'
  | 'inotcontains'
  | 'cnotcontains'
  | 'iin'
  | 'cin'
  | 'inotin'
  | 'cnotin';

export interface Binary extends Extent {
  kind: 'Binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** Where the operator token stands: error positions of some operators point there. */
  operatorExtent: Extent;
}
export type UnaryOperator =
  | '!'
  | 'not'
  | 'bnot'
  | '+'
  | '-'
  | 'isplit'
  | 'csplit'
  | 'join'
  | ','
  | '++'
  | '--'
  | 'post++'
  | 'post--';
export interface Unary extends Extent {
  kind: 'Unary';
  operator: UnaryOperator;
  operand: Expression;
}
export interface Ternary extends Extent {
  kind: 'Ternary';
  condition: Expression;
  ifTrue: Expression;
  ifFalse: Expression;
}
export interface ArrayLiteral extends Extent {
  kind: 'ArrayLiteral';
  elements: Expression[];
}
/** `@( … )` */
export interface ArrayExpression extends Extent {
  kind: 'ArrayExpression';
  body: StatementBlock;
}
/** `$( … )` */
export interface SubExpression extends Extent {
  kind: 'SubExpression';
  body: StatementBlock;
}
/** `( pipeline )` */
export interface Paren extends Extent {
  kind: 'Paren';
  pipeline: PipelineStatement;
}
export interface HashtableLiteral extends Extent {
  kind: 'Hashtable';
  entries: { key: Expression; value: Statement }[];
}
/** `{ … }` used as a value. */
export interface ScriptBlockExpression extends Extent {
  kind: 'ScriptBlockExpression';
  body: ScriptBlock;
}
/** `[int]` used as a value. */
export interface TypeExpression extends Extent {
  kind: 'TypeExpression';
  type: TypeName;
}
/** `[int]x`; also the target of a typed assignment `[int]$x = …`. */
export interface Convert extends Extent {
  kind: 'Convert';
  type: TypeName;
  operand: Expression;
}
/** `[ValidateRange(1,2)]$x = …`: an attribute that is not a type, on a variable that is assigned. */
export interface Attributed extends Extent {
  kind: 'Attributed';
  attribute: Attribute;
  operand: Expression;
}
/** `$o.Name`, `[T]::Name`, `$o?.Name`; the member may be any expression. */
export interface Member extends Extent {
  kind: 'Member';
  target: Expression;
  member: Expression;
  static: boolean;
  nullConditional?: boolean;
}
/** `$o.Method(args)`, `[T]::new()`; genericArgs for `$o.Method[int]($x)`. */
export interface InvokeMember extends Extent {
  kind: 'InvokeMember';
  target: Expression;
  member: Expression;
  static: boolean;
  nullConditional?: boolean;
  args: Expression[];
  genericArgs?: TypeName[];
}
/** `$a[0]`, `$h['k']`, `$a?[0]`; `index` may be an ArrayLiteral. */
export interface Index extends Extent {
  kind: 'Index';
  target: Expression;
  index: Expression;
  nullConditional?: boolean;
}
/** Part of the tree that could not be parsed; only in results with errors. */
export interface ErrorExpression extends Extent {
  kind: 'ErrorExpression';
}

export type Expression =
  | NumberConstant
  | StringConstant
  | ExpandableString
  | Variable
  | Binary
  | Unary
  | Ternary
  | ArrayLiteral
  | ArrayExpression
  | SubExpression
  | Paren
  | HashtableLiteral
  | ScriptBlockExpression
  | TypeExpression
  | Convert
  | Attributed
  | Member
  | InvokeMember
  | Index
  | ErrorExpression;

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

// ---------------------------------------------------------------- statements

export interface StatementBlock extends Extent {
  kind: 'StatementBlock';
  statements: Statement[];
  traps: Trap[];
}
export interface If extends Extent {
  kind: 'If';
  clauses: { condition: PipelineStatement; body: StatementBlock }[];
  elseBody?: StatementBlock;
}
export interface While extends Extent {
  kind: 'While';
  label?: string;
  condition: PipelineStatement;
  body: StatementBlock;
}
export interface DoWhile extends Extent {
  kind: 'DoWhile';
  label?: string;
  until: boolean;
  body: StatementBlock;
  condition: PipelineStatement;
}
export interface For extends Extent {
  kind: 'For';
  label?: string;
  initializer?: PipelineStatement;
  condition?: PipelineStatement;
  iterator?: PipelineStatement;
  body: StatementBlock;
}
export interface ForEach extends Extent {
  kind: 'ForEach';
  label?: string;
  variable: Variable;
  collection: PipelineStatement;
  parallel?: boolean;
  throttleLimit?: Expression;
  body: StatementBlock;
}
export interface Switch extends Extent {
  kind: 'Switch';
  label?: string;
  mode: 'exact' | 'wildcard' | 'regex';
  caseSensitive: boolean;
  /** `-File`: the condition names a file whose lines are tested. */
  file: boolean;
  condition: PipelineStatement;
  clauses: { test: Expression; body: StatementBlock }[];
  defaultBody?: StatementBlock;
}
export interface Try extends Extent {
  kind: 'Try';
  body: StatementBlock;
  catches: Catch[];
  finallyBody?: StatementBlock;
}
export interface Catch extends Extent {
  types: TypeName[];
  body: StatementBlock;
}
export interface Trap extends Extent {
  kind: 'Trap';
  type?: TypeName;
  body: StatementBlock;
}
export interface Break extends Extent {
  kind: 'Break';
  label?: Expression;
}
export interface Continue extends Extent {
  kind: 'Continue';
  label?: Expression;
}
export interface Return extends Extent {
  kind: 'Return';
  pipeline?: PipelineStatement;
}
export interface Throw extends Extent {
  kind: 'Throw';
  pipeline?: PipelineStatement;
}
export interface Exit extends Extent {
  kind: 'Exit';
  pipeline?: PipelineStatement;
}
export interface FunctionDefinition extends Extent {
  kind: 'FunctionDefinition';
  /** Name as written, scope prefix included (`script:Get-It`). */
  name: string;
  filter: boolean;
  /** `function f($a, $b) { }`: parameters in parentheses, undefined without. */
  parameters?: Parameter[];
  body: ScriptBlock;
  nameExtent: Extent;
}
export interface DataStatement extends Extent {
  kind: 'Data';
  variable?: string;
  supportedCommands: Expression[];
  body: StatementBlock;
}
export interface UsingStatement extends Extent {
  kind: 'Using';
  what: 'namespace' | 'module' | 'assembly' | 'type';
  name: Expression;
}
export interface TypeDefinition extends Extent {
  kind: 'TypeDefinition';
  what: 'class' | 'enum' | 'interface';
  name: string;
  attributes: Attribute[];
  /** Base class first, then interfaces; of an enum its underlying type. */
  bases: TypeName[];
  members: (PropertyMember | FunctionMember)[];
}
export interface PropertyMember extends Extent {
  kind: 'PropertyMember';
  name: string;
  type?: TypeName;
  attributes: Attribute[];
  static: boolean;
  hidden: boolean;
  initial?: Expression;
}
export interface FunctionMember extends Extent {
  kind: 'FunctionMember';
  name: string;
  nameExtent: Extent;
  constructor_: boolean;
  returnType?: TypeName;
  attributes: Attribute[];
  static: boolean;
  hidden: boolean;
  parameters: Parameter[];
  /** `: base(…)` */
  baseArgs?: Expression[];
  body: ScriptBlock;
}
/** Statement-level `{ … }` blocks such as `parallel` do not exist in 7; kept out. */
export type Statement =
  | PipelineStatement
  | If
  | While
  | DoWhile
  | For
  | ForEach
  | Switch
  | Try
  | Trap
  | Break
  | Continue
  | Return
  | Throw
  | Exit
  | FunctionDefinition
  | DataStatement
  | UsingStatement
  | TypeDefinition
  | StatementBlock;

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
