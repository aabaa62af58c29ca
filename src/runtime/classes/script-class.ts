// A class of a script, as its bodies see it.

import type * as ast from '../../language/ast.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import type { CompiledAttribute, Evaluate } from '../interpreter/compiled-block.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';

export interface CompiledProperty {
  node: ast.PropertyMember;
  key: string;
  initial: Evaluate | undefined;
  attributes: CompiledAttribute[];
}

/** A class while it is being defined and afterwards: what its bodies need to know. */
export interface ScriptClass {
  readonly name: string;
  type: PSType;
  /** Frame that defined it: methods run in its session state. */
  frame: Frame;
  readonly properties: CompiledProperty[];
  readonly statics: Map<string, Value>;
  readonly constructors: object[];
  readonly context: CompileContext;
  readonly hidden: Set<string>;
}

const classes = new WeakMap<PSType, ScriptClass>();

export function scriptClassOf(type: PSType | undefined): ScriptClass | undefined {
  return type === undefined ? undefined : classes.get(type);
}

export function rememberClass(type: PSType, made: ScriptClass): void {
  classes.set(type, made);
}
