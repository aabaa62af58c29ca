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

export interface CompiledParameter {
  /** As written. */
  name: string;
  slot: number;
  node: ast.Parameter;
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
  /** [CmdletBinding()] or a [Parameter()] attribute: binds as cmdlets do. */
  readonly advanced: boolean;
  /** No attribute or type on any parameter and no named blocks: the quick way to call applies. */
  readonly simple: boolean;
}
