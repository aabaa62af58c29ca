// Running script blocks from cmdlets, operators and .NET members.

import { ScriptInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { DotNetException } from '../errors.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { PSVariable } from '../scope.ts';
import type { ScriptBlock, ScriptBlockCall } from '../script-block.ts';
import { Collector, type Output } from '../streams.ts';
import type { Value } from '../values.ts';
import {
  compiledOf,
  frameInCurrentScope,
  frameInNewScope,
  ownVariable,
  releaseFrame,
  runInFrame,
} from './activation.ts';
import { positional } from './argument.ts';
import { createProcessor } from './command-site.ts';
import { testInterrupt } from './compile-loops.ts';
import { Completion } from './compiled-block.ts';
import { LoopSignal } from './flow.ts';
import type { Frame } from './frame.ts';

/** Runs a block and gives its output. */
export function callBlock(engine: Engine, block: ScriptBlock, options: ScriptBlockCall): Value[] {
  const collector = new Collector();
  runBlock(engine, block, options, collector);
  return collector.items;
}

export function runBlock(engine: Engine, block: ScriptBlock, options: ScriptBlockCall, output: Output): void {
  const compiled = compiledOf(block);
  const clauses = [compiled.begin, compiled.process, compiled.end, compiled.clean].filter(
    (clause) => clause !== undefined,
  ).length;
  if (clauses > 1) throw severalClauses();
  const plain =
    compiled.parameters.length === 0 &&
    !compiled.advanced &&
    compiled.begin === undefined &&
    compiled.process === undefined &&
    compiled.clean === undefined &&
    compiled.dynamicParam === undefined;
  if (plain) runPlain(engine, block, options, output);
  else runFull(engine, block, options, output);
}

function severalClauses(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.PSInvalidOperationException',
    'The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks that contain a single clause.',
    {
      errorId: 'InvalidOperation',
      category: 'InvalidOperation',
    },
  );
}

/** A block without parameters and named blocks: no processor is needed. */
function runPlain(engine: Engine, block: ScriptBlock, options: ScriptBlockCall, output: Output): void {
  const inCurrent = options.scope === 'current';
  const frame = inCurrent
    ? frameInCurrentScope(engine, block, '<ScriptBlock>', engine.streams)
    : frameInNewScope(engine, block, '<ScriptBlock>', engine.streams);
  frame.args = options.args ?? [];
  frame.input = options.input;
  if (inCurrent) ownVariable(frame, 'args', 'args', frame.args);
  const restore = setVariables(frame, options);
  try {
    const { end } = frame.compiled;
    if (end !== undefined) runInFrame(frame, end, output);
  } finally {
    restore();
    releaseFrame(frame);
  }
}

function runFull(engine: Engine, block: ScriptBlock, options: ScriptBlockCall, output: Output): void {
  const command = new ScriptInfo(block);
  const state = { failed: false, length: 1 };
  const args = (options.args ?? []).map((value) => positional(value));
  const invocation = {
    command,
    invocationName: '&',
    extent: undefined,
    source: undefined,
    bound: undefined,
    unbound: [],
    pipelineLength: 1,
    pipelinePosition: 1,
    expectingInput: false,
  };
  const caller = engine.frame;
  const processor = createProcessor(
    caller,
    command,
    args,
    invocation,
    state,
    output,
    options.scope === 'current',
    engine,
  );
  const restore = caller === undefined ? () => {} : setVariables(caller, options);
  try {
    runPipeline([processor], options.input, options.input !== undefined);
  } finally {
    restore();
  }
}

/** `$_`, `$this` and others for the time of a call; the function returned takes them back. */
function setVariables(frame: Frame, options: ScriptBlockCall): () => void {
  const undo: (() => void)[] = [];
  if ('underscore' in options && options.underscore !== undefined)
    undo.push(setVariable(frame, '_', options.underscore));
  if (options.this !== undefined) undo.push(setVariable(frame, 'this', options.this));
  for (const name in options.variables) undo.push(setVariable(frame, name, options.variables[name]));
  return () => {
    for (const step of undo) step();
  };
}

function setVariable(frame: Frame, name: string, value: Value): () => void {
  const key = name.toLowerCase();
  const { scope } = frame;
  const present = scope.own(key);
  if (present !== undefined) {
    const former = present.value;
    present.value = value;
    return () => {
      present.value = former;
    };
  }
  scope.put(key, new PSVariable(name, value));
  return () => scope.remove(key);
}

// ---------------------------------------------------------------- many calls in a row

/** A block that runs for each object of a pipeline, in the scope that is current when it was prepared. */
export interface PreparedBlock {
  /** Runs the block with `$_`; its output goes to `output`. */
  run(underscore: Value, output: Output): void;
  /** Ends the series: `$_` is as it was before. */
  close(): void;
}

export function prepareBlock(engine: Engine, block: ScriptBlock): PreparedBlock {
  const compiled = compiledOf(block);
  const plain =
    compiled.parameters.length === 0 &&
    compiled.begin === undefined &&
    compiled.process === undefined &&
    compiled.clean === undefined;
  if (!plain) {
    return {
      run: (underscore, output) => runBlock(engine, block, { underscore, scope: 'current' }, output),
      close() {},
    };
  }
  return new PlainPreparedBlock(engine, block);
}

class PlainPreparedBlock implements PreparedBlock {
  private readonly frame: Frame;
  private readonly underscore: PSVariable;
  private readonly created: boolean;

  constructor(
    private readonly engine: Engine,
    block: ScriptBlock,
  ) {
    this.frame = frameInCurrentScope(engine, block, '<ScriptBlock>', engine.streams);
    ownVariable(this.frame, 'args', 'args', []);
    const present = this.frame.scope.own('_');
    this.created = present === undefined;
    this.underscore = present ?? new PSVariable('_');
    if (this.created) this.frame.scope.put('_', this.underscore);
  }

  run(underscore: Value, output: Output): void {
    const { engine, frame, underscore: variable } = this;
    const code = frame.compiled.end;
    if (code === undefined) return;
    testInterrupt(frame);
    const { session } = frame;
    const formerFrame = engine.frame;
    const formerScope = session.current;
    // Another command of the pipeline may have removed or replaced the variable in between.
    if (this.created && frame.scope.own('_') === undefined) frame.scope.put('_', variable);
    const current = this.created ? variable : (frame.scope.own('_') ?? variable);
    const former = current.value;
    current.value = underscore;
    engine.frame = frame;
    session.current = frame.scope;
    try {
      const completion = code(frame, output);
      if (completion === Completion.Break || completion === Completion.Continue)
        throw new LoopSignal(completion, frame.label);
    } finally {
      engine.frame = formerFrame;
      session.current = formerScope;
      current.value = former;
    }
  }

  close(): void {
    if (this.created && this.frame.scope.own('_') === this.underscore) this.frame.scope.remove('_');
    releaseFrame(this.frame);
  }
}
