// What the compiler makes of a script block: closures for its blocks, slots for its variables, data about its parameters.

import type * as ast from '../../language/ast.ts';
import type { Output } from '../streams.ts';
import type { Value } from '../values.ts';
import type { Frame } from './frame.ts';

/** How a statement ended. Anything but Normal unwinds to whoever deals with it. */
export const Completion = { Normal: 0, Break: 1, Continue: 2, Return: 3 } as const;

/** A compiled expression. */
export type Evaluate = (frame: Frame) => Value;
/** A compiled statement: writes to `output`, gives a Completion. */
export type Execute = (frame: Frame, output: Output) => number;

/** An attribute whose arguments wait to be evaluated. */
export interface CompiledAttribute {
  node: ast.Attribute;
  /** Name as written, without `Attribute` at its end, in lower case. */
  key: string;
  positional: Evaluate[];
  named: { name: string; value: Evaluate }[];
}

export interface CompiledParameter {
  /** As written. */
  name: string;
  key: string;
  slot: number;
  node: ast.Parameter;
  /** The type constraint nearest to the variable. */
  type: ast.TypeName | undefined;
  attributes: CompiledAttribute[];
  default: Evaluate | undefined;
}

export interface CompiledBlock {
  readonly node: ast.ScriptBlock;
  /** Slots by lower-cased variable name; parameters come first. */
  readonly names: Map<string, number>;
  readonly slotNames: string[];
  readonly parameters: readonly CompiledParameter[];
  readonly begin: Execute | undefined;
  readonly process: Execute | undefined;
  readonly end: Execute | undefined;
  readonly clean: Execute | undefined;
  readonly dynamicParam: Execute | undefined;
  /** Attributes before the param block: CmdletBinding, OutputType, Alias … */
  readonly attributes: readonly CompiledAttribute[];
  readonly usings: readonly string[];
  /** [CmdletBinding()] or a [Parameter()] attribute: binds as cmdlets do. */
  readonly advanced: boolean;
  /** No attribute or type on any parameter and no named blocks: the quick way to call applies. */
  readonly simple: boolean;
}
