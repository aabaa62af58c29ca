// The expressions of the syntax tree. Other files take them from ast.ts, where the whole tree is named.

import type { Attribute, Extent, PipelineStatement, ScriptBlock, Statement, StatementBlock, TypeName } from './ast.ts';

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
