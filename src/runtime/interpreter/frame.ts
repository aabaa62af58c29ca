// One running activation of a compiled block: its variables' slots, its streams, where it is in the text, and who called it.

import type { Extent } from '../../language/ast.ts';
import type { SourceText } from '../../language/source.ts';
import type { CommandInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import type { PSVariable, Scope, SlotHolder } from '../scope.ts';
import type { SessionState } from '../session-state.ts';
import type { Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import type { CompiledBlock } from './compiled-block.ts';

/** How a command was called; `$MyInvocation` is made from it. */
export interface Invocation {
  command: CommandInfo | undefined;
  /** Name as typed (`&` for script blocks). */
  invocationName: string;
  /** Where the call stands; undefined when the host called. */
  extent: Extent | undefined;
  source: SourceText | undefined;
  bound: Map<string, Value> | undefined;
  unbound: Value[];
  pipelineLength: number;
  pipelinePosition: number;
  expectingInput: boolean;
}

export class Frame implements SlotHolder {
  slots: (PSVariable | undefined)[];
  nextInScope: SlotHolder | undefined;
  /** Statement that runs now. */
  position: Extent;
  /** Label of the break or continue under way. */
  label: string | undefined;
  invocation: Invocation | undefined;
  /** The PSCmdlet object of an advanced function. */
  cmdlet: object | undefined;
  /** The record of the catch block that runs now, for a bare `throw`. */
  caught: import('../errors.ts').ErrorRecord | undefined;
  /** What operators need; made on first use. */
  operators: import('../operators/context.ts').OperatorContext | undefined;
  /** Lists of -ErrorVariable and its like of the advanced function: what commands inside report is added too. */
  collectors: import('../pipeline/variable-collectors.ts').VariableCollectors | undefined;
  /** What a class method returns. */
  returned: Value;
  /** What `$input` enumerates. */
  input: Value[] | undefined;
  /** `$args` */
  args: Value[] = [];
  /** `$PSBoundParameters` and `$MyInvocation`, once made. */
  boundParameters: object | undefined;
  invocationInfo: import('../invocation-info.ts').CommandInvocationInfo | undefined;

  constructor(
    readonly engine: Engine,
    readonly scope: Scope,
    readonly compiled: CompiledBlock,
    slots: (PSVariable | undefined)[],
    public streams: Streams,
    readonly caller: Frame | undefined,
    /** Name in the script stack trace: a function's name or `<ScriptBlock>`. */
    readonly name: string,
  ) {
    this.slots = slots;
    this.position = { start: compiled.node.start, end: compiled.node.end };
    this.session = scope.session;
  }
  readonly session: SessionState;

  get source(): SourceText {
    return this.compiled.node.source;
  }
}
