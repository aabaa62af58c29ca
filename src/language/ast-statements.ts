// The statements of the syntax tree: loops, branches, jumps, definitions. Other files take them from ast.ts.

import type {
  Attribute,
  Expression,
  Extent,
  Parameter,
  PipelineStatement,
  ScriptBlock,
  TypeName,
  Variable,
} from './ast.ts';

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
